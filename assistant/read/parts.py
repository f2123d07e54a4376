"""A sentence split into what different sources stand behind; most sentences are one part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.read.told import Stations, Told, same_stations
from assistant.sourcing import Attribution
from index.documents import Span

Stationed = Callable[[Attribution, Stations], Stations | None]

_AND = re.compile(r"[,;]? (?:und|aber|doch|während|and|but|while|а|и|но|однако) ")
# What follows on somebody's report: "after a …", ", nachdem die …", ", после того как …".
_FOLLOWING = re.compile(
    r",? (?P<clause>(?:after|since|when|because|although|though|even though"
    r"|nachdem|weil|da|obwohl|obgleich|seit|seitdem|после того,? как|так как|поскольку|потому что|хотя|когда)"
    r"(?: (?:the|an?|its|his|her|their|de[rmns]|die|das|eine?[mnrs]?|sein\w*|ihr\w*))? )\Z"
)
_WHOLE_CLAUSE = 4  # words


def parts(text: str, sentence: Span, touching: Sequence[Attribution], stations_of: Stationed) -> list[Told]:
    """What the sentence tells, in order."""
    here = [_within_frames(_after_others(one, touching, text), touching) for one in touching]
    found: list[Told] = []
    for one in sorted(here, key=_breadth):
        outer = next((t for t in reversed(found) if t.attribution and _contains(t.attribution, one)), None)
        stations = stations_of(one, outer.stations if outer else ())
        hull = _hull(one, sentence, here)
        if hull is None or stations is None:
            continue
        if outer:
            outer.stations, outer.attribution = stations, one
        else:
            found.append(Told(hull, sentence, stations, one))
    kept = _joined(sorted(found, key=lambda t: t.span), sentence)
    return [*_own_before(kept, sentence, text), *kept]


def _after_others(attribution: Attribution, here: Sequence[Attribution], text: str) -> Attribution:
    """ "X, said A, and Y, said B": B stands behind what comes after A's part, not behind what A says."""
    for other in here:
        said = [*other.content, *other.cue, *other.source]
        begins, ends = min(p.start for p in said), max(p.end for p in said)
        pieces = attribution.content
        if other is attribution or not other.source or len(pieces) != 1 or not pieces[0].start <= begins:
            continue
        if other.content[0].start == begins and ends < pieces[0].end and _AND.match(text, ends):
            return replace(attribution, content=(Span(ends, pieces[0].end),))
    return attribution


def _within_frames(attribution: Attribution, here: Sequence[Attribution]) -> Attribution:
    """ "A fears B, C said": what A fears ends before C's frame, as all of it is said by C."""
    for other in here:
        if other is attribution or not other.frame or not _holds(other, attribution):
            continue
        start = min(p.start for p in other.frame)
        pieces = [Span(p.start, min(p.end, start)) for p in attribution.content if p.start < start]
        if pieces and any(f.overlaps(p) for f in other.frame for p in attribution.content):
            return replace(attribution, content=tuple(pieces))
    return attribution


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the words by which `inner` attributes stand in what `outer` attributes, and not the other way round."""
    by = [*inner.cue, *inner.source]
    return bool(inner.cue and inner.source) and all(any(o.overlaps(b) for o in outer.content) for b in by)


def _breadth(attribution: Attribution) -> tuple[bool, int, int]:
    """Outer attributions before those within them; of two with the same content the one that stands first.

    A verb that tells what somebody does ("warns of") is the whole sentence's, but within what that is attributed to.
    """
    size = sum(p.end - p.start for p in attribution.content)
    acts = not attribution.cue and any(s.overlaps(p) for s in attribution.source for p in attribution.content)
    return acts, -size, min((p.start for p in attribution.cue), default=0)


def _contains(outer: Attribution, inner: Attribution) -> bool:
    """Whether what `outer` attributes is, or holds, what `inner` attributes."""
    return any(o.overlaps(i) for o in outer.content for i in inner.content)


def _hull(attribution: Attribution, sentence: Span, here: Sequence[Attribution]) -> Span | None:
    """From the first to the last word of an attribution within the sentence; None if its content lies elsewhere."""
    if not any(p.overlaps(sentence) for p in attribution.content):
        return None
    others = [p for one in here if one is not attribution for p in one.content]
    frame = [p for p in attribution.frame if not any(p.overlaps(other) for other in others)]
    pieces = [*attribution.content, *attribution.cue, *attribution.source, *frame]
    within = [p for p in pieces if p.overlaps(sentence)]
    return Span(max(sentence.start, min(p.start for p in within)), min(sentence.end, max(p.end for p in within)))


def _own_before(kept: Sequence[Told], sentence: Span, text: str) -> list[Told]:
    """ "Shares fell by a tenth after a paper reported that …": what the article tells itself, before whose report it
    followed on."""
    if not kept or kept[0].attribution is None or not kept[0].stations:
        return []
    said = [*kept[0].attribution.content, *kept[0].attribution.cue, *kept[0].attribution.source]
    found = _FOLLOWING.search(text[: min(p.start for p in said)], sentence.start)
    if found is None or len(text[sentence.start : found.start()].split()) < _WHOLE_CLAUSE:
        return []
    kept[0].span = Span(found.start("clause"), kept[0].span.end)
    return [Told(Span(sentence.start, found.start()), sentence)]


def _joined(found: list[Told], sentence: Span) -> list[Told]:
    """Neighbours with one chain become one; the pieces fill the sentence."""
    kept: list[Told] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and (same_stations(last.stations, one.stations) or last.span.overlaps(one.span)):
            longer = max(last, one, key=lambda t: len(t.stations))
            whole = Span(last.span.start, max(last.span.end, one.span.end))
            kept[-1] = Told(whole, sentence, longer.stations, longer.attribution)
        else:
            kept.append(one)
    starts = [sentence.start, *(t.span.start for t in kept[1:])]
    ends = [*starts[1:], sentence.end]
    for told, start, end in zip(kept, starts, ends, strict=False):
        told.span = Span(start, end)
    return kept
