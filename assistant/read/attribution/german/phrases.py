"""German noun phrases: where one that begins at a word ends, and whether it can be a subject."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.german.finite import is_capital, is_word, looks_finite
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.tokens import Token

_LONGEST = 16  # words before the noun of a phrase
_PARTICIPLES = ("nde", "nden", "nder", "te", "ten", "ter", "ene", "enen", "ener", "ige", "igen")
_NAME_LINKS = frozenset(["von", "van", "de", "der", "den", "al", "el", "bin", "zu", "di", "da", "la", "du", "le", "y"])


NEAR = frozenset(["von", "vom", "für", "aus"])  # prepositions that nearly always belong to the noun before them
NONE: frozenset[str] = frozenset()


def noun_phrase(tokens: Sequence[Token], at: int, end: int, attach: frozenset[str] = NEAR, joined: bool = False) -> int:
    """The index after the noun phrase that begins at `at` and lies before `end`; `at` if none begins there.

    `attach`: the prepositions that may go on after a noun. `joined`: what "und" adds belongs to it though a verb
    follows, as in "nach Meinung von Ärzten und Pflegern ist …".
    """
    stop = _core(tokens, at, end)
    if stop == at or (stop == at + 1 and tokens[at].low in word_set("personal")):
        return stop
    while stop < end:
        longer = _attached(tokens, stop, end, attach, joined)
        if longer == stop:
            break
        stop = longer
    return stop


def _core(tokens: Sequence[Token], at: int, end: int) -> int:
    """Determiner, adjectives, nouns and names."""
    if at >= end:
        return at
    first = tokens[at]
    if first.low in word_set("personal") and first.low not in ("das", "dies"):
        return at + 1
    if first.low in word_set("pronouns") and not _noun_follows(tokens, at + 1, end):
        return at + 1
    head = _head(tokens, at, end)
    if head < 0:
        bare = (
            at + 1 < end
            and first.low in word_set("determiners")
            and tokens[at + 1].low.endswith(("jährige", "jähriger"))
        )
        return at + 2 if bare else at
    return _names(tokens, head, end)


def _noun_follows(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether adjectives and a noun come: "diese wichtige Frage"."""
    while at < end and not is_capital(tokens[at]) and tokens[at].low.endswith(("e", "en", "er", "es", "em")):
        if looks_finite(tokens, at, at - 1) or tokens[at].low in word_set("prepositions", "pronouns"):
            return False
        at += 1
    return at < end and (is_capital(tokens[at]) or tokens[at].quote > 0) and is_word(tokens[at])


def _head(tokens: Sequence[Token], at: int, end: int) -> int:
    """The first noun of the phrase, -1 if it never comes."""
    determined = tokens[at].low in word_set("determiners") and not tokens[at].quote
    for i in range(at + 1 if determined else at, min(end, at + _LONGEST)):
        token = tokens[i]
        if token.quote or (is_capital(token) and token.low not in word_set("determiners")):
            if not (determined and _participle_after(tokens, i, end, at)):
                return i
        elif not (is_capital(token) and i == at) and not _may_precede_noun(token, determined):
            return -1
    return -1


def _may_precede_noun(token: Token, determined: bool) -> bool:
    """Whether a word may stand between a determiner and its noun, or before a noun without one."""
    if token.text[0].isdigit() or token.text in "%." or token.low in ("bis", "und", "sehr"):
        return True
    if not is_word(token):
        return determined and token.text in "()"
    if determined:
        return token.low not in word_set("subordinators", "coordinators") - word_set("prepositions")
    if token.low in word_set("prepositions", "adverbs", "coordinators", "subordinators"):
        return False
    return token.low.endswith(("e", "er", "es", "en", "em", "n"))


def _participle_after(tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
    """ "der in Köln lebende Autor": the noun at `at` belongs to an adjective that follows it."""
    opened = any(tokens[i].low in word_set("prepositions") for i in range(start + 1, at))
    if not opened or at + 1 >= end:
        return False
    following = tokens[at + 1]
    if following.quote or is_capital(following) or not following.low.endswith(_PARTICIPLES):
        return False
    return any(is_capital(token) for token in tokens[at + 2 : min(end, at + 5)])


def _names(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past a run of nouns, names and quoted names: "Ministerpräsident Hans von Meier (CDU)"."""
    i = at
    while i < end:
        stop = _name_part(tokens, i, at, end)
        if stop == i:
            break
        quoted = tokens[i].quote > 0
        i = stop
        if quoted and i < end and tokens[i].text not in "(-":
            break
    return i


def _name_part(tokens: Sequence[Token], i: int, at: int, end: int) -> int:
    """Past the next part of a name that begins at `at`; `i` if none follows."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < end else None
    if token.quote:
        return _quoted_name(tokens, i, end, opens=i == at)
    if token.text == "(":
        return next((j + 1 for j in range(i, min(end, i + 12)) if tokens[j].text == ")"), i)
    if is_word(token) and (is_capital(token) or token.text[0].isdigit()):
        ends = i > at and (token.low in word_set("determiners") or _begins_amount(tokens, i, end))
        return i if ends else i + 1
    if following is None or i == at:
        return i
    if _is_coordinated(tokens, i, end):
        return i + 2  # "das Presse- und Informationsamt"
    if token.text == "-" and tokens[i - 1].quote and token.start == tokens[i - 1].end:
        return i + 2  # „Bild“-Zeitung
    if token.text in "/&’'" and is_word(following):
        return i + 2
    abbreviated = token.text == "." and len(tokens[i - 1].text) <= 4  # "Dr. Meier"
    linked = token.low in _NAME_LINKS and _links_name(tokens, i)
    return i + 1 if is_capital(following) and (abbreviated or linked) else i


def _is_coordinated(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether the word before ends in a hyphen, which stands for the head of the compound behind "und"."""
    hangs = tokens[i - 1].text.endswith("-") and tokens[i].low in ("und", "oder", "sowie")
    return hangs and i + 1 < end and is_capital(tokens[i + 1])


def _quoted_name(tokens: Sequence[Token], at: int, end: int, opens: bool = False) -> int:
    """Past a quotation that is a name („Die Zeit“, „Rat für Reform“), `at` if it is somebody's words.

    One that a phrase begins with may be any few words: „leine online“, „Brot hilft“.
    """
    stop = at
    while stop < end and tokens[stop].quote == tokens[at].quote:
        stop += 1
    words = [token for token in tokens[at:stop] if is_word(token)]
    small = word_set("determiners", "prepositions", "coordinators")
    named = all(is_capital(word) or word.low in small or word.text[0].isdigit() for word in words)
    return stop if named or (opens and len(words) < 5) or (len(words) < 3 and is_capital(words[0])) else at


def _begins_amount(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "laut Polizei 40 Menschen": the number belongs to what follows."""
    return tokens[at].text[0].isdigit() and at + 1 < end and is_word(tokens[at + 1]) and is_capital(tokens[at + 1])


def _links_name(tokens: Sequence[Token], at: int) -> bool:
    """ "Hans von Meier", "bin", "al": "von" behind two capitals, "der" and "zu" never."""
    if tokens[at].low == "von":
        return at > 1 and is_capital(tokens[at - 1]) and is_capital(tokens[at - 2])
    return tokens[at].low not in ("der", "den", "zu", "da")


def _attached(tokens: Sequence[Token], at: int, end: int, attach: frozenset[str], joined: bool) -> int:
    """Past a genitive, a prepositional attribute or a coordinated noun phrase that follows at `at`."""
    token = tokens[at]
    if token.quote:
        return _quoted_name(tokens, at, end)
    if token.low in word_set("genitives") or _bare_genitive(tokens, at, end):
        return _core(tokens, at, end)
    if token.low in attach:
        stop = _core(tokens, at + 1, end)
        return stop if stop > at + 1 else at
    if token.low in ("und", "sowie", "oder", "bzw") and at + 1 < end:
        if looks_finite(tokens, at + 1, at):
            return at
        stop = _core(tokens, at + 1, end)
        return stop if stop > at + 1 and (joined or not _starts_clause(tokens, stop, end)) else at
    if token.text == "(":
        return _names(tokens, at, end)
    return at


def _bare_genitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "Angaben libanesischer Kreise": an adjective with -er behind a noun."""
    low = tokens[at].low
    if not low.endswith("er") or len(low) < 5 or is_capital(tokens[at]):
        return False
    if at + 1 >= end or not is_capital(tokens[at + 1]):
        return False
    return low not in word_set("adverbs", "prepositions", "pronouns", "subordinators", "not_genitive")


def _starts_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "… und die Partei fordert": after the second phrase comes a verb of its own."""
    return at < end and looks_finite(tokens, at, at - 1)


def can_be_subject(tokens: Sequence[Token], at: int) -> bool:
    first = tokens[at]
    return first.quote > 0 or first.low not in word_set("not_nominative", "prepositions", "subordinators")
