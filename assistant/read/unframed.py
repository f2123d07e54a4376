"""Whose words they are where no frame says so: a quotation alone, a release without its sender, "Der schreibt: …"."""

from __future__ import annotations

import re

from assistant.read.told import Station, Stations
from assistant.sources.cast import Cast
from assistant.sources.figures import Figure
from assistant.sources.kinds import PRINTS
from assistant.sources.phrases import read_phrase
from assistant.sources.words import grammar
from assistant.sourcing import SourceKind
from index.documents import Span

_OPENS = '„“"«»”‚‘'
_ALONE = re.compile(r"[„“\"«»”].*[“”\"»«][.!?…]?\Z|[„“\"«»”][^„“\"«»”]*\Z", re.DOTALL)
_ISSUES = frozenset({SourceKind.COMPANY, SourceKind.GOVERNMENT, SourceKind.NGO, SourceKind.POLITICAL, SourceKind.COURT})
_NEW = re.compile(
    r"\A(?:eine[mrs]?|an?|one)\b|\b(?:aus|from|из) [A-ZÄÖÜА-ЯЁ]|veröffentlicht|verbreitet|published|released|issued",
    re.I,
)


def speaker_before(cast: Cast, sentence: Span, previous: Span | None) -> Stations:
    """Of a sentence that is nothing but a quotation: the person whom the sentence before it is about."""
    if previous is None or "\n" in cast.text[previous.end : sentence.start]:
        return ()
    words = sentence.of(cast.text)
    if words[0] not in _OPENS or not _ALONE.match(words):
        return ()
    people = cast.mentioned(previous, lambda f: f.person and f.named)
    return (Station(people[0], ()),) if len(dict.fromkeys(people)) == 1 else ()


def role_before(cast: Cast, words: str, previous: Span | None) -> Figure | None:
    """ "… schickte einen Anwalt vor. Der schreibt: …": who has the role that the sentence before ends with."""
    if words.lower() not in grammar("demonstrative", cast.language) or previous is None:
        return None
    roles = read_phrase(cast.page, previous).roles
    if not roles:
        return None
    at = cast.text.rfind(roles[-1].word, previous.start, previous.end)
    named = cast.mentioned(Span(previous.start, at), lambda f: f.named and not f.person and f.kind not in PRINTS)
    found = cast.figure((Span(at, at + len(roles[-1].word)),))
    if found and not found.named and named:
        found = named[-1]
    return found


def issuer(cast: Cast, document: Span, content: Span) -> Figure | None:
    """Whose a release is that names no sender: the first body in what is told after it."""
    if not _NEW.search(document.of(cast.text)):
        return None
    named = cast.mentioned(content, lambda f: f.named and not f.person and f.kind in _ISSUES)
    return named[0] if named else None


def possessor(cast: Cast, words: Span, start: int, last: Figure | None) -> Figure | None:
    """Whom "his" in "his account" means, told of from `start` on, if it cannot be whoever spoke last."""
    first = words.of(cast.text).lower().split()[0]
    sex = next((s for s, name in (("m", "his"), ("f", "hers")) if first in grammar(name, cast.language)), "")
    if not sex or (last and last.person and last.gender in (sex, "")):
        return None
    people = cast.mentioned(Span(start, words.start), lambda f: f.person and f.named and f.gender in (sex, ""))
    return people[-1] if people else None


def author(cast: Cast, previous: Span | None, end: int) -> Figure | None:
    """ "The commission has presented its report. Accordingly, …": whose it is, if the sentence before tells of one."""
    if previous is None or "\n" in cast.text[previous.end : end]:
        return None
    words = (word.strip(".,;:!?") for word in cast.text[previous.start : end].lower().split())
    if not any(word.endswith(tuple(grammar("reports", cast.language))) for word in words):
        return None
    named = cast.mentioned(Span(previous.start, end), lambda f: f.named)
    return next((f for f in named if not f.person), named[0] if named else None)
