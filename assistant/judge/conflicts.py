"""What cannot be true together: another figure, a denial, the opposite, another thing in its place, a reversed way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.cues import find
from assistant.judge.attitudes import Conflict, attitudes
from assistant.judge.counted import BEFALLS, are_dead, befalls
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.days import other_day
from assistant.judge.figures import (
    Figure,
    count_others,
    counts_alike,
    counts_people,
    figures,
    fits,
    is_bare,
    is_replaced,
    replaced,
    same_thing,
    shares,
)
from assistant.judge.match import ALIKE, NARROWER, NEAR, SAME, WIDER, Bag, met
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import ACTS, Unit, UnitKind
from index.documents import Span
from index.lexicon.lexicon import concept

# Kinds of things of which one excludes another in the same place of a sentence.
_EXCLUSIVE = frozenset(
    ("animal", "vehicle", "weapon", "illness", "time", "substance", "building", "colour", "role", "unit", "sport")
)
_TELLING, _PRESENT = 0.3, 0.8  # of a name or date that narrows a figure: its weight, and how well a rival has it
_MATTER = 0.3  # of the rest of a statement, that makes two shares or amounts rivals
_OF_IT = 0.15  # of the rest of a statement, that a claim must say to count just what the statement counts
_LIKE_MATTER = 0.2  # of the rest of a statement, that must be said with context for any figure to be its rival
_SAME_PERSON = 0.5  # of the rest of a statement, that makes another age one of the same person
_AFFIRMED = 0.5  # of a negative statement, that a claim must say to be what it denies
_SAME_CONTEXT = 0.5
_SAME_MATTER = 0.4  # of the statement that a claim must say where it does not say what happens
_TO_DO = re.compile(r"\bzu\s\Z")


def conflicts(asked: Side, claim: Told, covered: Coverage) -> list[Conflict]:
    return [
        *_other_figures(asked, claim, covered),
        *_other_days(asked, claim, covered),
        *_turned(asked, claim, covered),
        *_others_in_place(covered, claim),
        *_reversed_ways(asked, claim.own),
        *attitudes(asked, claim, covered, _core(asked, covered)),
        *_other_actors(asked, claim, covered),
    ]


def _other_figures(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Another figure of the same thing, or the statement's own as the one that no longer holds."""
    asked_for, told, old = figures(asked), figures(claim.own), replaced(claim.own)
    whole = {total.unit: part for part, total in shares(claim.own)}
    for figure in asked_for:
        total = next((t for t in told if t.unit in whole and fits(figure, t)), None)
        if total and _is_of_all(asked, covered, total) and figure.unit not in {t.unit for _, t in shares(asked)}:
            yield Conflict("part", whole[total.unit].unit.span, (figure.unit,))
            continue
        fitting = [t for t in told if fits(figure, t)]
        if any(t.unit not in old and (figure.part or not t.part) for t in fitting):
            continue
        if any(t.unit in old for t in fitting):
            new = next(t for t in told if t.unit not in old)
            yield Conflict("changed", new.unit.span, (figure.unit,))
            continue
        rest = covered.without([figure.unit])
        free = (t for t in told if not any(fits(other, t) for other in asked_for))  # no other that is told, too
        rival = next((t for t in free if _is_rival(figure, t, claim, rest)), None)
        if rival:
            yield Conflict("number", rival.unit.span, (figure.unit,))
            continue
        free = (t for t in told if t.unit not in old and not any(fits(other, t) for other in asked_for))
        likely = next((t for t in free if _is_likely_rival(figure, t, claim, rest)), None)
        if likely:
            yield Conflict("number_far", likely.unit.span, (figure.unit,))


def _is_of_all(asked: Side, covered: Coverage, total: Figure) -> bool:
    """Whether a statement says of all of them what the claim says of some: not that there are so many, nor what the
    claim takes for given ("two of the eleven injured")."""
    return bool(find("wholes", asked.text, asked.language)) or any(
        m.unit.is_act and m.own >= NEAR and m.by not in total.counted for m in covered.meetings
    )


def _is_rival(asked: Figure, told: Figure, claim: Told, rest: Coverage) -> bool:
    """Whether a figure stands where the statement's should: it counts the same, or measures the same matter."""
    if not all(m.all >= _PRESENT for m in rest.meetings if _narrows(m)):
        return False
    if asked.measure == "age":
        return rest.own >= _SAME_PERSON and same_thing(asked, told)
    if asked.of_all:  # another two of the injured are rivals, another number of injured is none
        rest = rest.without(asked.counted)
    acts = _befalling(rest)
    if counts_people(asked) and acts:
        if count_others(asked, told):
            return False
        met = [m.by for m in acts if m.by and m.own >= NEAR]
        known = counts_people(told) and not told.part
        return known and any(befalls(act, claim.own, told.unit, told.counted) for act in met)
    least = _MATTER if counts_people(asked) else _OF_IT
    if (rest.own >= least and same_thing(asked, told)) or _counts_as_before(asked, told, claim):
        return True
    return bool(asked.measure) and asked.measure == told.measure and rest.own >= _MATTER


def _is_likely_rival(asked: Figure, told: Figure, claim: Told, rest: Coverage) -> bool:
    """Whether a figure counts or measures the like of what the statement's does, be it of another place or time."""
    if told.part or asked.of_all or asked.measure != told.measure or count_others(asked, told):
        return False
    if rest.all < _LIKE_MATTER:
        return False
    kinds = frozenset(k for m in _befalling(rest) for k in m.unit.kinds) & BEFALLS if counts_people(asked) else None
    if kinds:
        clause = claim.own.clause_of(told.unit)
        acts = [u for u in claim.own.units if u.span.overlaps(clause)]
        return counts_people(told) and (("dying" in kinds and are_dead(acts)) or any(u.kinds & kinds for u in acts))
    return counts_alike(asked, told)


def _befalling(rest: Coverage) -> list[Meeting]:
    """What a statement tells of whom it counts: that they die or fall ill, if it does, else what else happens."""
    acts = [m for m in rest.meetings if m.unit.is_act and not m.unit.kinds <= {"saying"}]
    harms = [m for m in acts if m.unit.kinds & BEFALLS]
    return harms or [m for m in acts if "event" not in m.unit.kinds] or acts


def _narrows(meeting: Meeting) -> bool:
    """Whether a unit says of which place, time or body a figure holds; what the whole matter is about does not."""
    return meeting.unit.kind in (UnitKind.NAME, UnitKind.DATE) and meeting.weight >= _TELLING


def _counts_as_before(asked: Figure, told: Figure, claim: Told) -> bool:
    """Whether a bare figure follows one of the same thing in the sentence before."""
    return is_bare(told, claim.own) and any(same_thing(asked, t) for side in claim.beside for t in figures(side))


def _other_days(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Another weekday, month or year, where the statement's own is nowhere near or holds no longer."""
    days = [u for u in claim.own.units if u.day]
    for meeting in covered.meetings:
        if not meeting.unit.day:
            continue
        if meeting.by and (new := _moved_to(meeting.by, days, claim.own)):
            yield Conflict("changed", new.span, (meeting.unit,))
            continue
        rival = next((u for u in days if other_day(meeting.unit, u)), None) if meeting.all == 0 else None
        if rival:
            yield Conflict("date", rival.span, (meeting.unit,))


def _moved_to(old: Unit, days: Sequence[Unit], told: Side) -> Unit | None:
    """The day that holds now, where a claim gives the statement's as the one that holds no longer."""
    return next((u for u in days if other_day(old, u)), None) if is_replaced(told, old) else None


def _turned(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Whether one of the two texts turns what both say, by a negation, a denial or an opposite, and the other not."""
    taken = covered.met_by
    opposites = [
        (m.unit, other) for m in covered.meetings if (other := _opposed(m, claim.own.units, taken)) is not None
    ]
    of_matter = [claim.own.clause_of(unit) for unit in taken]
    opposites = [(unit, other) for unit, other in opposites if any(other.span.overlaps(c) for c in of_matter)]
    opposites = [(u, o) for u, o in opposites if not (asked.is_without(u) or claim.own.is_without(o))]
    # "No longer" is the contrary of "still" by its negation, which is counted below.
    opposites = [(u, o) for u, o in opposites if not (asked.is_negative_time(u) or claim.own.is_negative_time(o))]
    core = _core(asked, covered)
    if core is None:
        return
    both_deny = bool(asked.denies) and _says_denial(asked, covered)
    reaching = _denials(claim.own, core) if not both_deny else []
    mine = asked.negates(core.unit) + (0 if both_deny else asked.denied)
    if core.by and core.own < NARROWER:  # "not working", met by "gearbeitet"
        mine += asked.holds_negation(core.unit)
    theirs = bool(reaching) + len(opposites)
    if core.by and core.own < NARROWER and core.by not in [other for _, other in opposites]:
        theirs += claim.own.holds_negation(core.by)
    spans = [*reaching, *(other.span for _, other in opposites)]
    turning = claim.own.negation_of(core.by) if core.by else None
    if (
        turning
        and claim.own.lacks(turning)
        and not (core.by and core.unit.is_act and _is_left_undone(claim.own, core.by))
    ):
        yield Conflict("lacking", turning)  # "ohne … zu bedeuten": what something is not, not that it is not so
        return
    if turning and not any(turning.overlaps(other.span) for _, other in opposites):  # "not followed" is one turn
        theirs += 1
        spans.append(turning)
    if (mine + theirs) % 2 == 0 and core.by and (far := claim.own.negation_elsewhere(core.by)):
        yield Conflict("negated_far", far)
    elif (mine + theirs) % 2 and not (reaching or opposites) and _nearly_negates(asked, claim.own, core):
        yield Conflict("negated_far", core.by.span if core.by else Span(0, len(claim.own.text)))
    elif (mine + theirs) % 2 and (theirs or covered.own >= _AFFIRMED):
        reason = "denied" if reaching else "state" if opposites else "negated"
        span = spans[0] if spans else core.by.span if core.by else Span(0, len(claim.own.text))
        yield Conflict(reason, span, tuple(unit for unit, _ in opposites))
    elif (mine + theirs) % 2 and core.by:
        yield Conflict("negated_far", core.by.span)


def _nearly_negates(asked: Side, told: Side, core: Meeting) -> bool:
    """Whether the text that has no negation says the same in other words: "failed to", "lacks", "blieb aus"."""
    if asked.negates(core.unit) or asked.denied:
        clause = told.clause_of(core.by) if core.by else Span(0, len(told.text))
        return any(n.overlaps(clause) for n in told.nearly_negates)
    return any(n.overlaps(asked.clause_of(core.unit)) for n in asked.nearly_negates)


def _is_left_undone(told: Side, act: Unit) -> bool:
    """Whether it is an act that "without" has: "ohne zur Prüfung zu raten", "without warning anybody"."""
    return bool(_TO_DO.search(told.text, 0, act.span.start)) or act.text.endswith("ing")


def _denials(told: Side, core: Meeting) -> list[Span]:
    """The denials that reach what the statement says, without a word that only says the same: "für eine Fälschung" has
    the forgery that the statement tells of."""
    if core.by is None:
        return []
    return [d for d in told.denies_of(core.by) if core.own < ALIKE or not d.overlaps(core.by.span)]


def _says_denial(asked: Side, covered: Coverage) -> bool:
    """Whether the claim has the statement's own word of denying: then that is what both tell."""
    return any(m.own >= ALIKE and any(m.unit.span.overlaps(d) for d in asked.denies) for m in covered.meetings)


def _core(asked: Side, covered: Coverage) -> Meeting | None:
    """The unit on which a negation would turn the statement: what it says of its subject, if the claim says so too,
    else the most telling act that the claim has, else word."""
    shared = [m for m in covered.meetings if m.own >= WIDER]
    said = predicate(asked)
    if of_subject := next((m for m in shared if m.unit is said), None):
        return of_subject
    acts = [m for m in shared if m.unit.is_act]
    acts = [m for m in acts if asked.language == "de" and m.unit.text[0].islower()] or acts
    if not acts and covered.own < _SAME_MATTER and covered.all < _SAME_CONTEXT:
        return None
    words = [m for m in shared if m.unit.kind is UnitKind.WORD]
    return max(acts or words or shared, key=lambda m: m.weight * m.own, default=None)


def _opposed(meeting: Meeting, others: Sequence[Unit], taken: set[Unit]) -> Unit | None:
    """The unit that says the opposite: the one that seems to meet ("nicht anerkannt"), or one beside it."""
    if meeting.by and meeting.own < SAME and meeting.by.keys & meeting.unit.against:
        return None if _is_about(meeting.by, meeting.unit) or _may_be(meeting.by, meeting.unit) else meeting.by
    return _opposite(meeting.unit, others, taken) if meeting.own <= ALIKE else None


def _may_be(word: Unit, unit: Unit) -> bool:
    """Whether another reading of a word is what the unit is a kind of: a "Fahrzeug" may be a car, and any vehicle."""
    return bool((word.keys - unit.against) & unit.wider)


def _is_about(phrase: Unit, unit: Unit) -> bool:
    """Whether a phrase tells what is done about a thing, which it takes for given: "с огнём борются", of a fire."""
    return " " in phrase.text and bool(phrase.parts & unit.keys) and bool(phrase.kinds & ACTS)


def _opposite(unit: Unit, others: Sequence[Unit], taken: set[Unit]) -> Unit | None:
    if not unit.concepts:
        return None
    return next((o for o in others if o not in taken and (unit.against & o.keys or o.against & unit.keys)), None)


def _others_in_place(covered: Coverage, claim: Told) -> Iterator[Conflict]:
    """Another thing of the same sort where the statement's is not: a dog for a wolf, the morning for the evening."""
    for meeting in covered.meetings:
        if meeting.all >= WIDER or not meeting.unit.kinds & _EXCLUSIVE:
            continue
        rival = next((u for u in claim.own.units if u not in covered.met_by and _siblings(meeting.unit, u)), None)
        if rival:
            yield Conflict("instead", rival.span, (meeting.unit,))


def _siblings(one: Unit, other: Unit) -> bool:
    mine = {b for c in one.concepts for b in concept(c).broader}
    theirs = {b for c in other.concepts for b in concept(c).broader}
    return bool(mine & theirs) and met(one, other) < WIDER and met(other, one) < WIDER


def _reversed_ways(asked: Side, told: Side) -> Iterator[Conflict]:
    mine = _ways(asked)
    theirs = _ways(told) if mine else {}
    if not theirs:
        return
    for place, way in mine.items():
        by = Bag(theirs).best(place)[1]
        if by is not None and theirs[by] != way:
            yield Conflict("reversed", by.span)
            return


@lru_cache(maxsize=4096)
def _ways(side: Side) -> Mapping[Unit, str]:
    """Words with a capital that stand after a word for "from" or "to", if there are both."""
    found: dict[Unit, str] = {}
    for unit in side.units:
        if unit.number or unit.day or not unit.text[0].isupper():
            continue
        before = side.text[max(0, unit.span.start - 20) : unit.span.start]
        for way in ("from", "to"):
            cues = find(f"way_{way}", before, side.language)
            if cues and len(before[cues[-1].span.end :].split()) <= 1:
                found[unit] = way
    return found if len(set(found.values())) == 2 else {}


def _other_actors(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Somebody else of the same sort does the same: a state for a state, a person for a person."""
    actor = next((u for u in asked.units if u.kind is UnitKind.NAME), None)
    first = next((u for u in claim.own.units if u.kind is UnitKind.NAME), None)
    if actor is None or first is None or first in covered.met_by:
        return
    alike = any(k.startswith("p:") for k in actor.keys) == any(k.startswith("p:") for k in first.keys)
    acts = [m for m in covered.meetings if m.unit.is_act]
    if alike and claim.bag.share(actor) < WIDER and any(m.own >= ALIKE for m in acts):
        yield Conflict("actor", first.span, (actor,))
