"""Whether one of two texts turns what both say, by a negation, a denial or an opposite, and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.judge.against.attitudes import Conflict, is_loose
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, COMPOUND, NARROWER, NEAR, WIDER
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import ACTS, PEOPLE, Unit, UnitKind
from index.documents import Span

_AFFIRMED = 0.5  # of a negative statement, that a claim must say to be what it denies
_SAME_CONTEXT = 0.5
_SAME_MATTER = 0.4  # of the statement that a claim must say where it does not say what happens
# Kinds of things that many clauses have, each with its own: they are contrary only where the rest is nearly the same.
_SIDELINES = frozenset(("time", "place", "degree"))
_NEARLY_SAME = 0.4  # of the rest of the statement, that the claim must say itself
_NO_BEFORE = re.compile(r"kein\w*|no", re.IGNORECASE)
_TO_DO = re.compile(r"\bzu\s\Z")


def turned(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Whether one of the two texts turns what both say, by a negation, a denial or an opposite, and the other not."""
    core = core_of(asked, covered)
    if core is None:
        yield from _without_core(asked, claim.own, covered)
        return
    both_deny = bool(asked.denies) and _says_denial(asked, covered)
    reaching = _denials(claim.own, core) if not both_deny else []
    # A denial that is the opposite of what the statement tells ("admitted") turns it once.
    opposites = [
        (u, o) for u, o in _opposites(asked, claim.own, covered) if not any(d.overlaps(o.span) for d in reaching)
    ]
    mine = asked.negates(core.unit) + (0 if both_deny else asked.denied)
    # "Not working", met by "gearbeitet"; where that is its opposite, this counts already.
    if core.by and core.own < NARROWER and core.unit not in [unit for unit, _ in opposites]:
        mine += asked.holds_negation(core.unit)
    theirs = bool(reaching) + len(opposites)
    if core.by and core.own < NARROWER and core.by not in [other for _, other in opposites]:
        theirs += claim.own.holds_negation(core.by)
    spans = [*reaching, *(other.span for _, other in opposites)]
    turning = claim.own.negation_of(core.by) if core.by else None
    if turning and core.by and claim.is_frame(core.by.span) and not claim.is_frame(turning):
        turning = None  # who speaks is not what they say
    if turning and claim.own.lacks(turning) and not _is_left_undone(claim.own, core):
        yield Conflict("lacking", turning)  # "ohne … zu bedeuten": what something is not, not that it is not so
        return
    if turning and not any(turning.overlaps(other.span) for _, other in opposites):  # "not followed" is one turn
        theirs += 1
        spans.append(turning)
    if (mine + theirs) % 2 == 0 and core.by and (far := claim.own.negation_elsewhere(core.by)):
        yield Conflict("negated_far", far)
    elif (mine + theirs) % 2 and not (reaching or opposites) and _nearly_negates(asked, claim.own, core, covered):
        yield Conflict("negated_far", core.by.span if core.by else Span(0, len(claim.own.text)))
    elif (mine + theirs) % 2 and (theirs or _affirms(asked, covered)):
        reason = "denied" if reaching else "state" if opposites else "negated"
        span = spans[0] if spans else core.by.span if core.by else Span(0, len(claim.own.text))
        missing = _missing(opposites, covered)
        if reason == "denied" or not is_loose(core, claim.own, covered):
            yield Conflict(reason, span, missing)
        else:
            yield Conflict("negated_far", span, missing)
    elif (mine + theirs) % 2 and core.by:
        yield Conflict("negated_far", core.by.span)


def _without_core(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """Where the claim has nothing on which a negation would turn the statement, an opposite may still."""
    alone = [*_opposed_alone(asked, told, covered), *_opposite_said(asked, told, covered)]
    yield from alone[:1]


def _opposed_alone(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """An opposite where the claim says nothing else that happens: "as planned" beside what was put off."""
    opposites = _opposites(asked, told, covered)
    if len(opposites) % 2 and not (asked.negations or asked.denies or told.negations or told.denies):
        yield Conflict("state", opposites[0][1].span, _missing(opposites, covered))


def _missing(opposites: Sequence[tuple[Unit, Unit]], covered: Coverage) -> tuple[Unit, ...]:
    """What the claim says the opposite of, and nothing else: of a phrase it may have the thing."""
    partly = [m.unit for m in covered.meetings if m.own >= COMPOUND]
    return tuple(unit for unit, _ in opposites if unit not in partly)


def _affirms(asked: Side, covered: Coverage) -> bool:
    """Whether a claim without a negation says what a statement says is not, and of the same: that people died does not
    make it untrue that no children did."""
    negated = next((m for m in covered.meetings for n in asked.negations if _follows(asked, n, m.unit)), None)
    return covered.own >= _AFFIRMED and (negated is None or negated.own >= NEAR)


def _follows(asked: Side, negation: Span, unit: Unit) -> bool:
    """Whether a unit is what a "no" stands before."""
    return bool(_NO_BEFORE.fullmatch(negation.of(asked.text))) and asked.text[negation.end : unit.span.start].isspace()


def _opposite_said(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """The opposite of what a statement says of its subject, told of something else that it names: "the coins turned
    up", and "the coins are still missing". Nothing else need be shared."""
    said = predicate(asked)
    for unit, other in _opposites(asked, told, covered):
        clause = told.clause_of(other)
        of_it = any(
            m.by and m.own >= ALIKE and m.unit is not unit and m.by.span.overlaps(clause) for m in covered.meetings
        )
        if unit is said and of_it and (asked.negates(unit) + told.negates(other)) % 2 == 0:
            yield Conflict("state", other.span, (unit,))
            return


def _opposites(asked: Side, told: Side, covered: Coverage) -> list[tuple[Unit, Unit]]:
    """The statement's units, each with one of the claim's that says the opposite where it tells of the matter."""
    taken = covered.met_by
    found = [(m.unit, other) for m in covered.meetings if (other := _opposed(m, told.units, taken)) is not None]
    of_matter = [told.clause_of(unit) for unit in taken]
    found = [(unit, other) for unit, other in found if any(other.span.overlaps(c) for c in of_matter)]
    found = [(unit, other) for unit, other in found if not (asked.is_without(unit) or told.is_without(other))]
    found = [(u, o) for u, o in found if not (_are_people(u, o) or _is_beside(u, covered))]
    # "No longer" is the contrary of "still" by its negation, which is counted besides.
    return [(u, o) for u, o in found if not (asked.is_negative_time(u) or told.is_negative_time(o))]


def _is_beside(unit: Unit, covered: Coverage) -> bool:
    """Whether it is one of the things that other clauses have, too, and the claim says little of the rest."""
    return bool(unit.kinds) and unit.kinds <= _SIDELINES and covered.without([unit]).own < _NEARLY_SAME


def _are_people(one: Unit, other: Unit) -> bool:
    """Whether both are people: that soldiers came free says nothing of civilians."""
    return bool(one.kinds & PEOPLE and other.kinds & PEOPLE)


def _nearly_negates(asked: Side, told: Side, core: Meeting, covered: Coverage) -> bool:
    """Whether the text that has no negation says the same in other words: "failed to", "lacks", "blieb aus". A word
    that both have answers for nothing: a shop is closed, and is not closed."""
    shared = [m for m in covered.meetings if m.by and m.own >= WIDER]
    if asked.negates(core.unit) or asked.denied:
        near = told.governing(core.by, told.nearly_negates) if core.by else told.nearly_negates
        return any(not any(m.by and m.by.span.overlaps(n) for m in shared) for n in near)
    near = asked.governing(core.unit, asked.nearly_negates)
    return any(not any(m.unit.span.overlaps(n) for m in shared) for n in near)


def _is_left_undone(told: Side, core: Meeting) -> bool:
    """Whether it is an act that "without" has: "ohne zur Prüfung zu raten", "without warning anybody"."""
    if core.by is None or not core.unit.is_act:
        return False
    return bool(_TO_DO.search(told.text, 0, core.by.span.start)) or core.by.text.endswith("ing")


def _denials(told: Side, core: Meeting) -> list[Span]:
    """The denials that reach what the statement says, without a word that only says the same: "für eine Fälschung" has
    the forgery that the statement tells of."""
    if core.by is None:
        return []
    return [d for d in told.denies_of(core.by) if core.own < ALIKE or not d.overlaps(core.by.span)]


def _says_denial(asked: Side, covered: Coverage) -> bool:
    """Whether the claim has the statement's own word of denying: then that is what both tell."""
    return any(m.own >= ALIKE and any(m.unit.span.overlaps(d) for d in asked.denies) for m in covered.meetings)


def core_of(asked: Side, covered: Coverage) -> Meeting | None:
    """The unit on which a negation would turn the statement: what it says of its subject, if the claim says so too,
    else the most telling act that the claim has, else word."""
    shared = [m for m in covered.meetings if m.own >= WIDER]
    said = predicate(asked)
    if of_subject := next((m for m in shared if m.unit is said), None):
        return of_subject
    acts = [m for m in shared if m.unit.is_act]
    if asked.language == "de":  # verbs have small letters; a noun may have an act among its meanings
        acts = [m for m in acts if m.unit.text[0].islower()] or [m for m in acts if m.unit.kinds <= ACTS]
    if not acts and covered.own < _SAME_MATTER and covered.all < _SAME_CONTEXT:
        return None
    words = [m for m in shared if m.unit.kind is UnitKind.WORD]
    return max(acts or words or shared, key=lambda m: m.weight * m.own, default=None)


def _opposed(meeting: Meeting, others: Sequence[Unit], taken: set[Unit]) -> Unit | None:
    """The unit that says the opposite: the one that seems to meet ("nicht anerkannt"), or one beside it."""
    if meeting.by and not meeting.means_the_same and meeting.by.keys & meeting.unit.against:
        return None if _is_about(meeting.by, meeting.unit) or _may_be(meeting.by, meeting.unit) else meeting.by
    # "Interest rates" have the thing of "raised interest rates", and not what is done to it.
    partly = meeting.own <= COMPOUND and " " in meeting.unit.text
    return _opposite(meeting.unit, others, taken) if meeting.own <= ALIKE or partly else None


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
