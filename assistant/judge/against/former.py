"""What a claim tells as having been before and no longer, where a statement says that it is: the former head of an
office leads none, who lost a rank holds it no more, and what was allowed until then is not allowed now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.judge.against.attitudes import CHANGES, Conflict, is_said
from assistant.judge.against.staged import staged
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, COMPOUND, WIDER
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import Unit
from index.documents import Span

_SHARED = 2  # units that a statement and a claim must both have
_ATTRIBUTE = {
    "de": re.compile(r"[a-zäöü]\w+(?:e|en|er|es|em)"),
    "en": re.compile(r"[a-z]\w+"),
    "ru": re.compile(r"\w+(?:[ыи]й|ая|яя|ое|ее|[ыи]е|ого|его|ому|ему|[ыи]м|ую|юю|[ыи]х|[ыи]ми)"),
}
_NEXT = re.compile(r"\s+(?:с\s+\w+\s+)?([^\W\d_]+)")
_DETERMINED = re.compile(r"(?i)\b(?:the|an?|its|his|her|their|this|that)(?: [a-z]+ly)? \Z")
_STATES = frozenset(("quality", "state"))


def no_longer(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    if not _is_present(asked):
        return
    told = claim.own
    cue = _was_before(asked, told, covered) or _was_lost(asked, told, covered) or _is_again(asked, told, covered)
    if cue:
        yield Conflict("undone", cue)


@lru_cache(maxsize=4096)
def _is_present(asked: Side) -> bool:
    """Whether a statement says how something is now, and not that it was, will be, ends or is not so."""
    said = predicate(asked)
    other = asked.negations or asked.denies or asked.planned or asked.undone or asked.weighed or _cues(asked, "former")
    done = asked.language != "en" and asked.done
    return not (other or done or _cues(asked, "loses") or said is None or _changes(asked, said))


def _changes(asked: Side, said: Unit) -> bool:
    """Whether what a statement says is that something becomes another: "is forbidden" tells how it is."""
    return bool(said.kinds & CHANGES) and not (said.kinds & _STATES or _overlap(said.span, _cues(asked, "holds")))


def _was_before(asked: Side, told: Side, covered: Coverage) -> Span | None:
    """The word that says that something ended, beside one that tells the statement's matter as what was before."""
    ends = [e for e in _cues(told, "ends_former") if not is_said(e, covered)] if _cues(told, "former") else []
    before = _clauses_of_before(told) if ends else []
    apart = next((e for e in ends if not _overlap(e, before)), None)
    said = predicate(asked)
    past = [m for m in _met(covered) if m.by and _overlap(m.by.span, before)]
    if any(m.unit is said or m.unit.number for m in past):
        return apart
    met = any(m.unit is said and m.own >= WIDER for m in covered.meetings)
    return ends[0] if ends and not met and len(past) > 1 and _cues(asked, "holds") else None


def _is_again(asked: Side, told: Side, covered: Coverage) -> Span | None:
    """The word that says that something is as it was before, where the statement's state is only told of what it is:
    "the closed bridge carries traffic again"."""
    said = predicate(asked)
    state = next((m.by for m in covered.meetings if m.unit is said and m.by and m.own >= COMPOUND), None)
    if state is None or not _is_attribute(told, state) or _cues(asked, "again"):
        return None
    again = (c for c in _cues(told, "again") if not is_said(c, covered))
    clause = told.clause_of(state)
    return next((c for c in again if c.overlaps(clause) and c.start > state.span.end), None)


def _is_attribute(told: Side, unit: Unit) -> bool:
    """Whether a word stands before the noun that it tells of: "die gesperrte Brücke", "закрытая граница"."""
    pattern = _ATTRIBUTE.get(told.language)
    return pattern is not None and pattern.fullmatch(unit.text) is not None and _has_noun(told, unit)


def _has_noun(told: Side, unit: Unit) -> bool:
    after = _NEXT.match(told.text, unit.span.end)
    if after is None:
        return False
    if told.language == "de":
        return after[1][0].isupper()
    return told.language == "ru" or _DETERMINED.search(told.text, 0, unit.span.start) is not None


@lru_cache(maxsize=20_000)
def _clauses_of_before(told: Side) -> list[Span]:
    """The clauses that tell what was before, and such as another is inserted behind that only says so of them: "the
    ban, until then in force, was lifted"."""
    cues, found = _cues(told, "former"), []
    for n, clause in enumerate(told.clauses):
        here = [c for c in cues if c.overlaps(clause)]
        if here:
            found.append(clause)
            inserted = 0 < n < len(told.clauses) - 1
            if inserted and not told.text[clause.start : here[0].start].strip(" ,–—("):
                found.append(told.clauses[n - 1])
    return found


def _was_lost(asked: Side, told: Side, covered: Coverage) -> Span | None:
    """The word that says that whoever a statement says to hold something has lost it, where both tell of the same."""
    met, said = _met(covered), predicate(asked)
    if len(met) < _SHARED or not _cues(asked, "holds") or any(m.unit is said and said.is_act for m in met):
        return None
    for cue in _cues(told, "loses"):
        clause = told.clause_at(cue)
        turned = any(d.overlaps(clause) and not d.overlaps(cue) for d in (*told.negations, *told.planned, *told.denies))
        if not turned and not any(_is_in(cue, m) for m in met):
            return cue
    return None


def _is_in(cue: Span, meeting: Meeting) -> bool:
    """Whether the statement says the same as a claim's word for losing; of "lost the title" it may have the title."""
    return meeting.own > COMPOUND and meeting.by is not None and meeting.by.span.overlaps(cue)


def _overlap(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(o) for o in others)


def _met(covered: Coverage) -> list[Meeting]:
    return [m for m in covered.meetings if m.by and m.own >= ALIKE]


def _cues(side: Side, name: str) -> tuple[Span, ...]:
    return staged(name, side.text, side.language)
