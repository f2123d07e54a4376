"""The clauses of a text, and what the first words of one say of how it hangs on the others."""

from __future__ import annotations

import re

from index.documents import Span

# Where a clause ends: a mark that stands in no figure, the end of a sentence, or a word that joins whole clauses
# ("sondern", "but", "но"; "not yet" joins none).
_CLAUSE_END = re.compile(
    r"[,:](?!\d)|(?<!\d)[,:]|[;–—()]|\s-\s|(?<=[^\W\d_]{4})[.!?…]+[“”\"»]*\s+(?=[„“\"«»]?[A-ZÄÖÜА-ЯЁ\d])"
    r"|\b(?:sondern|aber|während|obwohl|but|while|although|но|однако|хотя)\b|(?<=, )yet\b|\bwhether\b"
)
_SHORTEST_CLAUSE = 3  # words: with fewer it is a member of a list ("no bus, tram or …")
# A clause that another one governs, and one that says something of what was said before.
_DEPENDS = re.compile(
    r"[\s,:–—]*[„“\"«»]?\s*(?:dass|daß|ob|wonach|wie|es|er|sie|man|that|whether|it|he|she|they|что|будто|якобы|чтобы)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"\bzu\s+\w+en\b|\b\w{1,30}?zu\w{1,30}en\b|\bto\s+[a-z]+|\b[а-яё]+(?:ть|ти|ться|тись)\b", re.IGNORECASE
)
_SAYS = re.compile(r"\s*:")  # what comes after a colon is what whoever denies says instead
_OPENS = re.compile(r"[\s,:–—„“\"«»]*(?:ob|wenn|falls|sofern|whether|if|unless|asked whether|ли|если)\b", re.IGNORECASE)


def clauses(text: str) -> list[Span]:
    spans, start = [], 0
    for mark in _CLAUSE_END.finditer(text):
        if len(text[start : mark.start()].split()) >= _SHORTEST_CLAUSE:
            spans.append(Span(start, mark.start()))
            start = mark.start()
    spans.append(Span(start, len(text)))
    return spans


def depends(clause: str) -> bool:
    """Whether it says something of what was said before, or what somebody said: "dass …", "it …"."""
    return bool(_DEPENDS.match(clause))


def is_governed(clause: str) -> bool:
    """Whether another clause governs it, as it does an infinitive."""
    return bool(_INFINITIVE.search(clause)) or depends(clause)


def opens(clause: str) -> bool:
    """Whether it asks or supposes rather than tells."""
    return bool(_OPENS.match(clause))


def says_instead(clause: str) -> bool:
    """Whether it comes after a colon: "The ministry denied it: the bridge is open"."""
    return bool(_SAYS.match(clause))
