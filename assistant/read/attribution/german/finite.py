"""Which words of a German sentence are finite verbs, by their forms and their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.read.attribution.german.forms import Shape, forms, index_of, word_set, words
from assistant.read.attribution.tokens import Token

_ADJECTIVES = (
    "ene",
    "nde",
    "ige",
    "iche",
    "ische",
    "ere",
    "ste",
    "bare",
    "same",
    "rte",
    "hte",
    "gte",
    "lte",
    "fte",
    "zte",
    "ete",
    "große",
    "hohe",
    "lange",
    "alte",
)
_SPEECH = ("says", "wants", "thinks", "addresses", "reports")
_SHORTEST_VERB = 4  # letters
_ATTRIBUTES = 5  # words behind the comma among which the noun must stand


def is_word(token: Token) -> bool:
    return token.text[0].isalnum()


@cache
def _noun_like(text: str) -> bool:
    if text[0].isupper():
        return True
    return (not text.islower() and any(c.isupper() for c in text)) or ("." in text and text[0].isalpha())


def is_capital(token: Token) -> bool:
    """Written like a noun or a name: "Berlin", "el-Amin", "leine.example"."""
    return _noun_like(token.text)


@cache
def finite_forms() -> frozenset[str]:
    """Finite forms of the verbs that are listed, save plurals like "sprechen", which are infinitives too."""
    found = set()
    prefixes = set(words("inseparable")) - {"ge"}  # "geschlossen" is a participle
    for line in words("strong"):
        for prefix in ("", *prefixes):
            found |= {prefix + w for w, form in forms(line.split()[0]) if form.shape in (Shape.FINITE, Shape.REPORTED)}
    for verbs in (*map(words, _SPEECH), tuple(line.split()[0] for line in words("reports_with"))):
        found |= {w for w, fs in index_of(verbs).items() if any(f.shape is Shape.FINITE for f in fs)}
    found |= word_set("auxiliary_plurals") | subjunctives()
    return frozenset(found - word_set("no_verbs", "prepositions", "adverbs", "determiners"))


@cache
def _plurals() -> frozenset[str]:
    """ "sprechen", "fordern": finite plurals that are infinitives too."""
    found = set()
    for line in words("strong"):
        found |= {prefix + line.split()[0] for prefix in ("", *words("inseparable"))}
    for name in _SPEECH:
        found |= {verb.rpartition("|")[2] for verb in words(name)}
    return frozenset(found) - finite_forms() - _closed()


def _is_plural_verb(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Behind a noun or "sie", and not at the end, where an infinitive stands."""
    if at + 1 >= len(tokens) or not is_word(tokens[at + 1]) or tokens[at + 1].low in finite_forms():
        return False
    if at == first:
        return False
    before = tokens[at - 1]
    if before.low == "so" and at - 1 == first:
        return tokens[at + 1].low in ("es", "das")  # "So schildern es zwei Monteure"
    return is_noun(before) or before.low in ("sie", "wir", "die") or before.text in ')“"»'


def opens_with_plural(tokens: Sequence[Token], at: int) -> bool:
    """ "…, sagen Experten", "…, fordern die Anwohner": a verb with its subject, behind what is said."""
    if tokens[at].low not in _plurals() or at + 1 >= len(tokens) or tokens[at].quote or is_capital(tokens[at]):
        return False
    following = tokens[at + 1]
    opens = ("die", "sie", "wir", "sich", "viele", "mehrere", "einige", "beide")
    return following.low in opens or is_capital(following)


def has_plural_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Neun Boote fehlen noch": whether a word right behind a noun looks like a verb in the plural."""
    for at in range(first + 1, last + 1):
        low = tokens[at].low
        if is_capital(tokens[at]) or tokens[at].quote or not low.endswith(("en", "ern", "eln")) or low in _closed():
            continue
        attribute = at < last and is_capital(tokens[at + 1])
        if is_noun(tokens[at - 1]) and not attribute and len(low) > _SHORTEST_VERB:
            return True
    return False


@cache
def _closed() -> frozenset[str]:
    grammar = ("prepositions", "determiners", "coordinators", "subordinators", "pronouns", "genitives", "particles")
    return word_set("no_verbs", "adverbs", *grammar)


@cache
def subjunctives() -> frozenset[str]:
    """Forms of reported speech that no indicative looks like."""
    return frozenset((_subjunctives_of_strong() | word_set("subjunctives")) - _indicative() - word_set("closed_class"))


@cache
def wishes() -> frozenset[str]:
    """Subjunctives that mostly wish or suppose: "wäre", "käme"."""
    found = set(word_set("wishes"))
    for line in words("strong"):
        wish = line.split()[-1]
        found |= {prefix + wish + n for prefix in ("", *words("inseparable")) for n in ("", "n")}
    return frozenset(found)


@cache
def _subjunctives_of_strong() -> frozenset[str]:
    found = set()
    for line in words("strong"):
        verb = line.split()[0]
        for prefix in ("", *words("inseparable")):
            found |= {prefix + w for w, form in forms(verb) if form.shape is Shape.REPORTED}
    ambiguous = {
        "wollte",
        "wollten",
        "sollte",
        "sollten",
        "nennte",
        "kennte",
        "brennte",
        "rennte",
        "sendete",
        "wendete",
        "sehe",
        "führe",
        "führen",
        "riete",
    }
    return frozenset(found - ambiguous)


@cache
def _indicative() -> frozenset[str]:
    found = set()
    for line in words("strong"):
        for prefix in ("", *words("inseparable")):
            found |= {prefix + w for w, form in forms(line.split()[0]) if form.shape is Shape.FINITE}
    return frozenset(found - word_set("subjunctives") - {"wurde"}) | {"wurde"}


@cache
def _pronouns() -> frozenset[str]:
    return word_set("personal")


def is_noun(token: Token) -> bool:
    """Written like a noun, and no determiner or preposition that begins a sentence."""
    return is_capital(token) and token.low not in _closed()


def looks_finite(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether the word at `at` is a finite verb; `first` begins its segment."""
    token = tokens[at]
    low = token.low
    if token.quote or len(low) < 2 or (is_capital(token) and at > first):
        return False
    if low in finite_forms():
        return not _attributive(tokens, at, low)
    if low in _plurals():
        return _is_plural_verb(tokens, at, first)
    if low in _closed() or (len(low) < 4 and not _behind_pronoun(tokens, at, first)) or is_capital(token):
        return False
    if low.endswith(("te", "ten")) or (low.endswith("t") and not low.startswith("ge")):
        return _in_verb_place(tokens, at, first)
    return looks_reported(tokens, at, first)


def looks_reported(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether the word is a subjunctive of reported speech: "sei", "könne", or any verb with -e in a verb's place."""
    token = tokens[at]
    low = token.low
    if token.quote or (is_capital(token) and at > first):
        return False
    if low in subjunctives():
        return not _attributive(tokens, at, low)
    short = len(low) < 4 and not _behind_pronoun(tokens, at, first)
    if not low.endswith("e") or short or at == first or is_capital(token):
        return False
    if low in _closed() or low in _indicative():
        return False
    if low.endswith(("te", "ische", "liche")) and low not in ("reichte",):
        return False
    if _opens_attributes(tokens, at):
        return False
    before = tokens[at - 1]
    pronoun = before.low in _pronouns() and before.low not in ("das", "dies")
    if before.low in ("ich", "das", "dies") and (before.low == "ich" or _capital_at(tokens, at + 1)):
        return False
    ends = before.text in ')“"»' or before.text[0].isdigit() or before.low in word_set("subject_adverbs")
    if not (is_noun(before) or before.low in _pronouns() or ends):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or pronoun or not is_capital(following):
        return True
    return not low.endswith(_ADJECTIVES) and not any(looks_finite(tokens, i, first) for i in range(first, at))


def _behind_pronoun(tokens: Sequence[Token], at: int, first: int) -> bool:
    """ "er übe": only there is a word of three letters taken for a verb."""
    return at > first and tokens[at - 1].low in ("er", "sie", "es")


def _capital_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and is_capital(tokens[at])


def _attributive(tokens: Sequence[Token], at: int, low: str) -> bool:
    """ "die geplante Reise": a participle with an ending before its noun, and a determiner before it."""
    if not low.endswith(("te", "ten", "e", "en")) or at + 1 >= len(tokens) or at == 0:
        return False
    before = tokens[at - 1]
    return is_capital(tokens[at + 1]) and (
        before.low in word_set("determiners", "prepositions") and before.low not in _pronouns()
    )


def _opens_attributes(tokens: Sequence[Token], at: int) -> bool:
    """ "das kleine, dünn besiedelte Land": another attribute and the noun follow behind the comma."""
    if at + 1 >= len(tokens) or tokens[at + 1].text != ",":
        return False
    last = None
    for token in tokens[at + 2 : at + 2 + _ATTRIBUTES]:
        if is_capital(token):
            return last is not None and last.low.endswith(("e", "en", "er", "es", "em"))
        if not is_word(token) or token.quote or token.low in _closed() - word_set("adverbs"):
            return False
        last = token
    return False


def _in_verb_place(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Behind a noun, a pronoun or an adverb, or at the end; not between a determiner and its noun."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if at == first:
        if following and is_capital(tokens[at]) and following.low in word_set("auxiliaries"):
            return False  # "Vermisst werde niemand"
        return not (following and is_capital(following) and tokens[at].low.endswith(("te", "ten")))
    before = tokens[at - 1]
    if is_noun(before) or before.low in _pronouns() or before.text in ')“"»' or before.quote > 0:
        return True
    if before.text.isdigit() and tokens[at].low.endswith(("te", "ten")):  # "Schon 2015 knüpfte …"
        determined = at - 2 >= first and tokens[at - 2].low in word_set("determiners")
        return not (determined and following and is_capital(following))  # "des 1848 gegründeten Hauses"
    if following is None or not is_word(following):
        return True
    return before.low in word_set("adverbs") and not is_capital(following) and not following.quote
