"""Something else in the place of what a statement names: not for money but against the coach, no longer here but there.

A claim may have every word of a statement and yet tell that it was another place, cause or thing: it names the
statement's own as what is not, was before, or goes without. Where it only names another cause, that opposes, too: of a
fire and a death there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.cues import find
from assistant.judge.against.attitudes import Conflict
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, COMPOUND, WIDER
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import PEOPLE, Unit, UnitKind
from index.documents import Span

_OF_IT = 0.35  # of the rest of a statement, that a claim must say
_BEFORE = 40  # letters before a thing, in which words that turn it may stand
_MOST = 3  # words between those and the thing
_WORDS_FROM = 2  # likewise, between "from" and a place
_STOPS = re.compile(r"[,;:.!?()–—]")
_NOT_IN_LIST = re.compile(r"[,–—-]\s*\Z|\b(?:und|and|а|и|но)\s+\Z", re.IGNORECASE)
_CAUSING = frozenset(("c:cause", "c:because", "c:reason"))
_MONEY = frozenset(("paying", "giving", "receiving", "helping", "buying", "money"))
_DYING = frozenset(("dying",))
_OF_DEATH = frozenset(("an", "am", "of", "from", "от"))
_VAGUE_BEFORE = frozenset(("von", "vom", "aus", "by", "of", "from", "over", "on", "through", "из", "an", "am", "от"))


def contrasted(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """`contrast`: what the statement names is what it was not; `moved`: where it was; `cause`: another cause."""
    if asked.negations or asked.denies:
        return
    told = claim.own
    yield from _contrast(asked, told, covered)
    yield from _moved(asked, told, covered)
    yield from _other_cause(asked, claim, covered)
    yield from _elsewhere(asked, told, covered)
    yield from _other_target(asked, told, covered)


def _contrast(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    said = predicate(asked)
    if not told.negations and not find("instead_of", told.text, told.language):
        return
    for m in covered.meetings:
        if m.by is None or m.own < COMPOUND or m.unit is said or m.unit.number or m.unit.day:
            continue
        if covered.without([m.unit]).own < _OF_IT:
            continue
        if (turn := _turned_alone(m.by, told)) and not _turned_alone(m.unit, asked):
            yield Conflict("contrast", turn, (m.unit,))
            return
        if said and (said.kinds & _MONEY) and (bit := _no_bit(m.by, told)):
            yield Conflict("contrast", bit)
            return


def _turned_alone(unit: Unit, side: Side) -> Span | None:
    """What says of this one thing that it is not meant: "instead of it", "not it but", ", and not it"."""
    start = max(0, unit.span.start - _BEFORE)
    before = side.text[start : unit.span.start]
    if stop := list(_STOPS.finditer(before)):
        start += stop[-1].end()
        before = side.text[start : unit.span.start]
    for name in ("instead_of", "and_not", "not_that"):
        for cue in find(name, before, side.language):
            span = Span(start + cue.span.start, start + cue.span.end)
            if len(before[cue.span.end :].split()) > _MOST or _has_verb_between(side, span, unit):
                continue
            if name == "not_that" and not (_is_corrected(span, unit, side) or _ends_list(span, unit, side)):
                continue
            if name == "and_not" and not _is_thing_alone(unit, side):
                continue
            return span
    return None


def _is_thing_alone(unit: Unit, side: Side) -> bool:
    """Whether the clause has nothing that happens behind the negation: "and not the town", not "and did not pay"."""
    clause = side.clause_of(unit)
    return not any(u.is_act and u.span.start >= unit.span.end and u.span.overlaps(clause) for u in side.units)


def _has_verb_between(side: Side, cue: Span, unit: Unit) -> bool:
    """But for an act that a preposition makes a noun: "and not for his work with" them."""
    between = (u for u in side.units if u.is_act and cue.end <= u.span.start and u.span.end <= unit.span.start)
    return any(not _words_before(side, u, "prepositions", 1) for u in between)


def _is_corrected(cue: Span, unit: Unit, side: Side) -> bool:
    """Whether what it was instead follows: "not it but …"."""
    after = side.text[unit.span.end :]
    return any(_is_near(after, c.span) for c in find("but_that", after, side.language))


def _is_near(after: str, cue: Span) -> bool:
    return bool(re.search(r"[,–—]?\s*\Z", after[: cue.start])) and len(after[: cue.start].split()) <= 2 * _MOST


def _ends_list(cue: Span, unit: Unit, side: Side) -> bool:
    """Whether a negation follows a comma, and closes what was told: ", not the town"."""
    return bool(re.search(r"[,–—]\s*\Z", side.text[: cue.start])) and not any(
        u.is_act and u.span.start >= unit.span.end for u in side.units
    )


def _no_bit(unit: Unit, told: Side) -> Span | None:
    """That nobody gets or gives anything, in the clause of whom the statement says that they do."""
    clause = told.clause_of(unit)
    cues = find("no_bit", told.text, told.language)
    return next((c.span for c in cues if c.span.overlaps(clause)), None)


def _moved(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """A place that something has left, or was at before, where the statement says that it is there."""
    relocated = find("relocates", told.text, told.language)
    if (
        not relocated
        or find("relocates", asked.text, asked.language)
        or find("formerly_at", asked.text, asked.language)
    ):
        return
    said = predicate(asked)
    for m in covered.meetings:
        if m.by is None or m.own < COMPOUND or m.unit.number or m.unit.day or m.unit is said:
            continue
        stands = _words_before(asked, m.unit, "stands_at", _WORDS_FROM)
        if not stands or covered.without([m.unit]).own < _OF_IT:
            continue
        if any(r.span.overlaps(m.by.span) for r in relocated):
            continue
        left = _words_before(told, m.by, "way_from", _WORDS_FROM) or _words_before(told, m.by, "formerly_at", _MOST)
        if left and not _words_before(told, m.by, "way_to", 1):
            yield Conflict("moved", left, (m.unit,))
            return


def _words_before(side: Side, unit: Unit, name: str, most: int) -> Span | None:
    """The last of those words right before a unit, with no more than so many words between, and no comma."""
    start = max(0, unit.span.start - _BEFORE)
    before = side.text[start : unit.span.start]
    for cue in reversed(find(name, before, side.language)):
        between = before[cue.span.end :]
        if len(between.split()) <= most and not _STOPS.search(between):
            return Span(start + cue.span.start, start + cue.span.end)
    return None


def _other_cause(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Another cause of the same: both texts tell a cause, and the claim's is none that the article has for it."""
    cause = _cause(asked)
    meeting = next((m for m in covered.meetings if m.unit is cause), None)
    if cause is None or meeting is None or meeting.all >= WIDER or not _has_effect(cause, covered):
        return
    told = claim.own
    cue = next(iter(find("caused", told.text, told.language)), None)
    if cue is None or told.weighed or told.planned or told.opens_any:  # what may come may have several causes
        return
    clause = told.clause_at(cue.span)
    others = [u for u in told.units if u.span.overlaps(clause) and u not in covered.met_by and _is_cause(u)]
    if others and not any(claim.own.negation_of(u) for u in others[:1]):
        yield Conflict("cause", cue.span, (cause,))


def _elsewhere(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """Another place where an event is held, of which the article knows the statement's place not at all."""
    if not find("takes_place", asked.text, asked.language) or not find("takes_place", told.text, told.language):
        return
    place = next((m for m in covered.meetings if _places(m.unit, asked)), None)
    if place is None or place.all >= WIDER or not _words_before(asked, place.unit, "stands_at", _WORDS_FROM):
        return
    event = any(m.own >= ALIKE and not m.unit.number and m.unit is not place.unit for m in covered.meetings)
    others = [u for u in told.units if _places(u, told) and u not in covered.met_by]
    if event and others and covered.without([place.unit]).own >= _OF_IT:
        yield Conflict("elsewhere", others[0].span, (place.unit,))


def _places(unit: Unit, side: Side) -> bool:
    """Whether it names a place, known as one or because it stands where one would."""
    if any(k.startswith("p:") for k in unit.keys):
        return True
    return unit.kind is UnitKind.NAME and bool(_words_before(side, unit, "stands_at", 0) or _by(side, unit))


def _by(side: Side, unit: Unit) -> bool:
    return bool(re.search(r"\b(?:by|von|durch)\s\Z", side.text[: unit.span.start]))


def _other_target(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """Something else that it is done for or against; where it is only that, the statement's is excluded."""
    said = predicate(asked)
    if not any(m.own >= ALIKE and (m.unit is said or m.unit.is_act) for m in covered.meetings):
        return
    if covered.own < _OF_IT:
        return
    for name in ("against_it", "for_it"):
        aims = [m for m in covered.meetings if _words_before(asked, m.unit, name, 1)]
        if not aims or aims[0].unit.number or any(m.all >= WIDER for m in aims):
            continue
        others = [u for u in told.units if _words_before(told, u, name, _WORDS_FROM) and u not in covered.met_by]
        others = [u for u in others if not (u.number or u.day)]
        if others:
            clause = told.clause_of(others[0])
            only = any(c.span.overlaps(clause) for c in find("soles", told.text, told.language))
            if only or name == "against_it":  # "for" has too many meanings to tell of an aim by itself
                yield Conflict("contrast" if only else "other_filler", others[0].span, (aims[0].unit,))
            return


def _has_effect(cause: Unit, covered: Coverage) -> bool:
    """Whether the claim tells of what was caused: a thing of the statement's other than the cause."""
    rest = [m for m in covered.meetings if m.unit is not cause and not _is_causing(m)]
    return any(m.own >= ALIKE and (m.unit.is_act or m.unit.kind is UnitKind.WORD) for m in rest)


def _is_causing(meeting: Meeting) -> bool:
    return bool(meeting.unit.keys & _CAUSING)


def _cause(asked: Side) -> Unit | None:
    """What the statement gives as a cause: behind "because of", or where somebody dies, "of"."""
    tells = bool(find("caused", asked.text, asked.language))
    dies = any(u.kinds & _DYING for u in asked.units)
    for unit in asked.units:
        if not _is_cause(unit):
            continue
        before = _words_before(asked, unit, "because_of", 1)
        word = before.of(asked.text).lower() if before else ""
        if word and (word not in _VAGUE_BEFORE or (dies and word in _OF_DEATH) or (tells and word in ("by", "von"))):
            return unit
    return None


def _is_cause(unit: Unit) -> bool:
    return unit.kind is UnitKind.WORD and not unit.kinds & PEOPLE and (not unit.is_act or unit.text[0].isupper())
