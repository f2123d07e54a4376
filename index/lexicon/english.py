"""The forms of English words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.lexicon.tables import first_words, irregular, word_set

_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ful|less|able|ible|ary|ent|ant|ed|ish|ly|id|ile|[iou][ln]ar|ist)$")
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][bdgklmnprtz]$")


def verb(infinitive: str) -> frozenset[str]:
    """All forms of a verb (one word, without "to")."""
    forms = {infinitive, _third(infinitive), _ing(infinitive)}
    irregular_forms = _irregular(infinitive)
    forms.update(irregular_forms or (_ed(infinitive),))
    if re.search(r"i[sz](?:e|es|ed|ing)$", infinitive):
        forms |= {re.sub(r"i([sz])(e|es|ed|ing)$", _swapped, f) for f in forms}
    return frozenset(forms)


def noun(word: str) -> frozenset[str]:
    """Singular and plural; a compound's last part is what changes."""
    head = re.split(r"[ -]", word)[-1]
    before = word.removesuffix(head)
    plurals = first_words("en", "plurals")
    whole = plurals.get(word)
    ending = head if head in plurals else next((p for p in ("woman", "man") if head.endswith(p)), None)
    if whole:
        return frozenset({word, *whole})
    if ending:
        stem = before + head.removesuffix(ending)
        return frozenset({word, *(stem + p for p in plurals[ending])})
    return frozenset({word, _third(word)})


def adjective(word: str) -> frozenset[str]:
    """The forms of an adjective: comparatives where it is short, the adverb."""
    forms = {word, *irregular("en")["forms"].get(word, ())}
    if word in word_set("en", "graded"):
        stem = re.sub(r"y$", "i", re.sub(r"e$", "", word))
        stem = stem + stem[-1] if _ONE_SYLLABLE.fullmatch(word) else stem
        forms |= {stem + "er", stem + "est"}
    if word in word_set("en", "graded") or _ADJECTIVE.search(word):
        forms.add(_adverb(word))
    return frozenset(forms)


def _adverb(word: str) -> str:
    if word.endswith("ic"):
        return word + "ally"
    if re.search(r"[^aeiou]le$", word):
        return word[:-1] + "y"
    return re.sub(r"y$", "i", word) + "ly"


def _swapped(match: re.Match[str]) -> str:
    return "i" + ("z" if match[1] == "s" else "s") + match[2]


def _irregular(infinitive: str) -> tuple[str, ...]:
    verbs = first_words("en", "verbs")
    if infinitive in verbs:
        return verbs[infinitive]
    for prefix in word_set("en", "prefixes"):
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and rest in verbs and len(rest) > 2:
            return tuple(prefix + form for form in verbs[rest])
    return ()


def _third(word: str) -> str:
    """The form with -s: a verb's third person, a noun's plural."""
    if re.search(r"(?:s|x|z|ch|sh)$", word) and not re.search(r"(?:onarch|riarch|och)$", word):
        return word + ("zes" if re.search(r"[aeiou]z$", word) else "es")
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word in ("go", "do", "undergo", "forgo", "veto", "echo", "torpedo") else "s")


def _doubles(word: str) -> bool:
    return _ONE_SYLLABLE.fullmatch(word) is not None or word in word_set("en", "doubled")


def _ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    if word.endswith("c"):
        return word + "ked"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if re.search(r"[^eoy]e$", word) and len(word) > 2:
        return word[:-1] + "ing"
    if word.endswith("c"):
        return word + "king"
    return word + (word[-1] if _doubles(word) else "") + "ing"


def spellings(word: str) -> Iterator[str]:
    """A word, and the same with the single or double l of the other side of the Atlantic: "travelled"."""
    yield word
    if re.search(r"[aeiou]l(?:ed|ing)$", word):
        yield re.sub(r"l(ed|ing)$", r"ll\1", word)
    if re.search(r"ll(?:ed|ing)$", word):
        yield re.sub(r"ll(ed|ing)$", r"l\1", word)
