"""How a claim means what it says of a matter: done, thwarted, pending, asked for, weighed, in question, or conceded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.judge.against.staged import is_possible
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, COMPOUND, NEAR
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import PEOPLE, Unit, UnitKind
from index.documents import Span

_CONCEDED = 0.1  # of a denial, that a claim must say itself to be what concedes it
_ELSEWHERE, _BEFORE = 0.35, 0.5  # of the statement, what a claim that points back says itself at most, and with context
_TELLING = 0.15  # weight of a word that says what a statement is about
_SHARED = 2  # things of a statement, whom it tells of among them, that a denial must name to be one of it
# Kinds of acts after which something is no longer as or where it was.
CHANGES = frozenset(
    (
        *("leaving", "ending", "closing", "removing", "moving", "stopping", "changing", "separating", "delaying"),
        *("destroying", "losing", "selling", "rising", "falling", "punishing", "forbidding", "taking", "hindering"),
    )
)
_POSITIONS = frozenset(("denying", "refusing"))
_ASSURANCES = frozenset(("c:assure", "c:insist"))
_SPEAKING = frozenset(("saying",))


@dataclass(frozen=True, slots=True)
class Conflict:
    """`missing`: the units of the statement that it is about; `span`: the deciding words, from the claim's start."""

    reason: str
    span: Span
    missing: tuple[Unit, ...] = ()


def attitudes(asked: Side, claim: Told, covered: Coverage, core: Meeting | None) -> Iterator[Conflict]:
    """`core`: the unit on which a negation would turn the statement."""
    told = claim.own
    yield from _conceded(asked, told, covered)
    yield from _denied_before(asked, claim, covered)
    yield from _denied_by_actor(asked, told, covered)
    yield from _stayed(asked, told, covered)
    yield from _settled(asked, told, covered)
    if core is None or core.by is None:
        return
    if not is_loose(core, told, covered):
        yield from _bygone(asked, told, core.by, covered)
        yield from _undone(asked, told, covered)
    if not asked.opens_any:
        yield from _weighed(asked, told, core.by, covered)
    yield from _governed(asked, told, core, covered)
    yield from _answered(asked, told, core.unit, core.by)


def is_loose(core: Meeting, told: Side, covered: Coverage) -> bool:
    """Whether a claim only nearly has what a statement says, and nothing else of it in that clause."""
    if core.by is None or core.own >= ALIKE:
        return False
    clause = told.clause_of(core.by)
    return not any(
        m is not core and m.by and m.by in told.units and m.by.span.overlaps(clause) for m in covered.meetings
    )


def _weighed(asked: Side, told: Side, core: Unit, covered: Coverage) -> Iterator[Conflict]:
    """A step that is only considered, or only meant, where the statement says that it was taken."""
    if asked.weighed or asked.planned or asked.negations or is_possible(asked.text, asked.language):
        return
    weighed = [c for c in told.governing(core, told.weighed) if not is_said(c, covered)]
    planned = [p for p in told.planned if not is_said(p, covered)]
    if weighed:
        yield Conflict("weighed", weighed[0])
    elif asked.done and planned and told.plans(core):
        yield Conflict("planned", planned[0])


def is_said(cue: Span, covered: Coverage) -> bool:
    """Whether the statement itself speaks of what a cue names, or nearly: of the examination, the release, the stop."""
    said = [(m.by, m) for m in covered.meetings if m.by and m.own >= NEAR]
    spans = [s for by, m in said for s in (by.span, *(by.apart if m.means_the_same else ()))]
    return any(s.start <= cue.start and cue.end <= s.end for s in spans)


def _governed(asked: Side, told: Side, core: Meeting, covered: Coverage) -> Iterator[Conflict]:
    """What somebody stopped, what has yet to come, what is only asked for: not what is. Nobody stops a person or a
    name, and what is yet to come must be what the statement tells."""
    if core.by is None:
        return
    for reason, mine, theirs in (
        ("thwarted", asked.thwarted, told.thwarted),
        ("pending", asked.pending, told.pending),
        ("sought", (*asked.sought, *asked.planned), told.sought),
    ):
        if (reason == "thwarted" and _is_somebody(core.unit)) or (reason == "pending" and core.own < ALIKE):
            continue
        cue = next((c for c in told.governing(core.by, theirs) if not is_said(c, covered)), None)
        if cue and not mine and not (asked.denies or asked.negations):
            yield Conflict(reason, cue)


def _is_somebody(unit: Unit) -> bool:
    return unit.kind is UnitKind.NAME or (bool(unit.kinds & PEOPLE) and not unit.is_act)


def _answered(asked: Side, told: Side, mine: Unit, core: Unit) -> Iterator[Conflict]:
    """What stands in a question or a condition is not told; a question answered with a no is denied."""
    if not told.opens(core) or asked.opens(mine):
        return
    after = next((n for n in told.negations if n.start > core.span.end), None)
    yield Conflict("denied", after) if after and not asked.negations else Conflict("unasserted", core.span)


def _settled(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """What the statement tells as a question, and the claim as what is so or is not: then nobody asks any more."""
    if not asked.opens_any or told.opens_any or told.pending:
        return
    met = [m for m in covered.meetings if m.by and m.own >= NEAR]
    still = any(m.unit.is_act and not asked.opens(m.unit) for m in met)
    answer = next((m for m in met if m.own >= ALIKE and m.unit.is_act and asked.opens(m.unit)), None)
    if answer and answer.by and not still and not told.plans(answer.by):
        yield Conflict("settled", answer.by.span)


def _undone(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """What was is no more, where the statement says that it is."""
    acts = [u for u in covered.met_by if u.is_act]
    clauses = [told.clause_of(u) for u in acts or covered.met_by]
    undone = [u for u in told.undone if not is_said(u, covered)]
    cue = next((u for u in undone if any(u.overlaps(c) for c in clauses)), None)
    if cue and not asked.undone:
        yield Conflict("undone", cue)


def _bygone(asked: Side, told: Side, core: Unit, covered: Coverage) -> Iterator[Conflict]:
    """What a claim tells as having been said at first: that something else holds now."""
    before = [c for c in told.governing(core, told.told_before) if not is_said(c, covered)]
    if before and not asked.told_before:
        yield Conflict("bygone", before[0])


def _conceded(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """Somebody's denial or refusal, and what tells that they have given it up."""
    stands = asked.denies or any(u.kinds & _POSITIONS or u.keys & _ASSURANCES for u in asked.units)
    stands = stands or (asked.negations and any(u.kinds & _SPEAKING for u in asked.units))
    if (
        asked.denies
        and told.confirms
        and not (told.negations or told.denies)
        and covered.own >= _CONCEDED
        and _is_of_matter(covered)
    ):
        yield Conflict("conceded", told.confirms[0])
    elif stands and told.relents and not asked.relents and covered.own >= _CONCEDED and _is_of_matter(covered):
        yield Conflict("conceded", told.relents[0])


def _denied_by_actor(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """A denial by whom the statement tells something of, in a matter that has more of the statement's things."""
    names = [m for m in covered.meetings if m.unit.kind is UnitKind.NAME]
    shared = [m for m in covered.meetings if m.own >= NEAR]
    by_actor = names and names[0].own >= ALIKE and len(shared) >= _SHARED
    if told.denies and not (asked.denies or asked.negations) and by_actor and _is_of_matter(covered):
        yield Conflict("denied_by_actor", told.denies[0])


def _stayed(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """What stays as or where it is, where the statement says that it goes, ends or becomes another."""
    said = predicate(asked)
    if said is None or not said.kinds & CHANGES or asked.stays or asked.negations or asked.denies:
        return
    for cue in told.stays:
        clause = told.clause_at(cue)
        here = [m for m in covered.meetings if m.by and m.own >= NEAR and m.by.span.overlaps(clause)]
        of_matter = any((m.unit is not said or _has_part(m)) and m.own >= ALIKE and m.weight >= _TELLING for m in here)
        turned = any(n.overlaps(clause) and not n.overlaps(cue) for n in told.negations)
        if of_matter and not turned and not any(m.unit is said and not _has_part(m) for m in here):
            yield Conflict("stayed", cue)
            return


def _has_part(meeting: Meeting) -> bool:
    """Whether a claim has only what a phrase tells something of: the election, where it was put off."""
    return meeting.own <= COMPOUND and meeting.by is not None and bool(meeting.unit.parts & meeting.by.keys)


def _is_of_matter(covered: Coverage) -> bool:
    """Whether a claim says some of the matter itself, and not only whom the statement is about."""
    words = (m for m in covered.meetings if m.unit.kind is UnitKind.WORD)
    return any(m.own >= NEAR and m.weight >= _TELLING for m in words)


def _denied_before(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """A denial that points at what was told right before it: "Das trifft nicht zu", "denied it"."""
    if claim.own.points_back and covered.own < _ELSEWHERE and covered.all >= _BEFORE and not asked.denies:
        yield Conflict("denied_before", claim.own.denies[0])
