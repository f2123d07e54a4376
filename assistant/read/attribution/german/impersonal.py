"""German attributions to a document or to nobody: "heißt es in dem Bericht", "geht aus … hervor", "wurde bekannt"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim, without
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.forms import word_set, words
from assistant.read.attribution.german.phrases import noun_phrase
from assistant.read.attribution.german.scope import content_last

_WHOLE = (Kind.MAIN, Kind.QUOTED)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in words("impersonal"):
        parts = tuple(line.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}


def impersonal(sentence: Sentence) -> Iterator[Draft]:
    if sentence.lows.isdisjoint(_phrases()):
        return
    for at, token in enumerate(sentence.tokens):
        if token.quote or token.low not in _phrases():
            continue
        k = sentence.segment_at(at)
        for phrase in _phrases()[token.low]:
            cue = _cue(sentence, at, phrase, sentence.segments[k].last)
            if cue:
                found = _draft(sentence, k, cue)
                if found:
                    yield found
                break


def _cue(sentence: Sentence, at: int, phrase: tuple[str, ...], last: int) -> list[int]:
    """Where the words of the phrase stand, the rest anywhere after the first in its segment."""
    found = [at]
    for word in phrase[1:]:
        tight = word in ("es", "bekannt") and phrase[0] in ("heißt", "hieß", "es", "heiße")
        stop = found[-1] + 2 if tight else last + 1
        nxt = next((i for i in range(found[-1] + 1, min(stop, last + 1)) if sentence.tokens[i].low == word), -1)
        if nxt < 0:
            return []
        found.append(nxt)
    return found


def _draft(sentence: Sentence, k: int, cue: list[int]) -> Draft | None:
    tokens, segment = sentence.tokens, sentence.segments[k]
    source = _document(sentence, segment.first, segment.last, cue)
    draft = Draft([(i, i) for i in cue], source, [])
    so = tokens[segment.first].low == "so" and cue[0] == segment.first + 1
    first = segment.kind is Kind.FIRST and segment.verb == cue[0]
    if segment.kind is Kind.SUB and tokens[segment.head].low == "wie":
        _within(sentence, segment.first, segment.last, draft)
    elif k and (so or (first and any(s.kind in _WHOLE for s in sentence.segments[:k]))):
        _within(sentence, segment.first, _frame_last(sentence, k), draft)
    elif k + 1 < len(sentence.segments) and _follows(sentence, k + 1):
        following = sentence.segments[k + 1].first
        draft.content = trim(tokens, [(following, content_last(sentence, k + 1))])
        draft.frame = [(segment.first, following - 1)]
    elif k and first:
        _within(sentence, segment.first, _frame_last(sentence, k), draft)
    elif k and tokens[segment.first].low in ("das", "dies") and segment.opener in (";", "–", "—"):
        draft.content, draft.frame = trim(tokens, [(0, segment.first - 1)]), [(segment.first, segment.last)]
    elif tokens[0].low in ("das", "dies") and cue[0] == 1:
        draft.content, draft.frame, draft.back = [(0, 0)], [(1, sentence.segments[-1].last)], True
    draft.type = kind_of(tokens, draft.content)
    return draft if draft.content else None


def _within(sentence: Sentence, first: int, last: int, draft: Draft) -> None:
    """The frame stands behind what is said or within it, up to a semicolon."""
    stop = next(
        (s.first - 2 for s in sentence.segments if s.first > last and s.opener == ";"), sentence.segments[-1].last
    )
    draft.content = trim(sentence.tokens, without([(0, stop)], [(first, last)]))
    draft.frame = [(first, last)]


def _frame_last(sentence: Sentence, k: int) -> int:
    segments = sentence.segments
    hangs = k + 1 < len(segments) and segments[k + 1].kind is Kind.RELATIVE
    return segments[k + 1].last if hangs else segments[k].last


def _follows(sentence: Sentence, k: int) -> bool:
    segment = sentence.segments[k]
    low = sentence.tokens[segment.head].low
    if segment.opener == ";":
        return False
    if segment.kind is Kind.SUB:
        return low in ("dass", "daß") or low in word_set("questions")
    if segment.opener == ":" or sentence.tokens[segment.first].quote:
        return True
    if sentence.segments[k - 1].kind in (Kind.SUB, Kind.RELATIVE):
        return False
    return segment.kind in (Kind.MAIN, Kind.INFINITIVE, Kind.FIRST) and segment.head == segment.first


def _document(sentence: Sentence, first: int, last: int, cue: list[int]) -> list[Range]:
    """What it says so in: "in dem Bericht", "aus dem Papier"."""
    tokens = sentence.tokens
    for i in range(first, last):
        if tokens[i].low in ("in", "im", "aus", "vonseiten", "bei", "auf", "von", "seitens") and not tokens[i].quote:
            stop = noun_phrase(tokens, i + 1, min([last + 1, *(c for c in cue if c > i)]))
            if stop > i + 1:
                return [(i + 1, stop - 1)]
    return []
