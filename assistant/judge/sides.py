"""A text made ready to be compared: its units, its clauses and whether they negate, how it speaks of what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.cues import denials, find, near_negations, negations
from assistant.judge.clauses import clauses, depends, is_governed, opens, says_instead
from assistant.judge.cued import apart, cues, found, spans, thwarted
from assistant.judge.plans import is_no_plan
from assistant.judge.reach import is_cut_off, points_back, says_what
from assistant.judge.unit import Unit
from assistant.judge.units import units
from assistant.write.sentence import dateline_length
from index.documents import Span

_ENOUGH = 3  # units without which a text would tell nothing
_BEFORE = re.compile(r"\b(?:vor|before|until|раньше|ранее|до)\s+(?:dem |the )?\Z", re.IGNORECASE)
_VERBAL = re.compile(r"не|нет|нельзя", re.IGNORECASE)
_CONCORD = re.compile(r"ни\w*", re.IGNORECASE)
_TIMES = frozenset(("time",))
_NOBODY = frozenset(("c:none",))  # "not a single one" negates by itself


@dataclass(frozen=True, eq=False)
class Side:
    """One text. `negations` are the words that negate, `denies` those that deny or refute.

    `planned`, `weighed`, `undone`, `done`, `thwarted`, `pending`, `sought`, `relents`, `stays`: where words say that
    something is meant, considered, no more, has happened, was stopped, is yet to come, is asked for, that somebody
    gives up what they held, or that something stays as and where it is; `told_before`, `confirms`: where they say that
    something was told at first, or is so indeed. What does not decide about the units is worked out when it is asked
    for: of the sentences around a claim only the units are.
    """

    text: str
    language: str
    units: tuple[Unit, ...]
    negations: tuple[Span, ...]
    denies: tuple[Span, ...]
    planned: tuple[Span, ...]
    weighed: tuple[Span, ...]

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        return tuple(clauses(self.text))

    @cached_property
    def undone(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "undoes")

    @cached_property
    def done(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "done")

    @cached_property
    def thwarted(self) -> tuple[Span, ...]:
        return thwarted(self.text, self.language)

    @cached_property
    def pending(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "pending")

    @cached_property
    def sought(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "seeks")

    @cached_property
    def relents(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "admits", "relents")

    @cached_property
    def stays(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "stays")

    @cached_property
    def told_before(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "told_before")

    @cached_property
    def confirms(self) -> tuple[Span, ...]:
        return found(self.text, self.language, "confirms")

    @cached_property
    def nearly_negates(self) -> tuple[Span, ...]:
        return spans(near_negations(self.text, self.language))

    @property
    def denied(self) -> int:
        return 1 if self.denies else 0

    def negation_of(self, unit: Unit) -> Span | None:
        """The negation in the unit's clause that turns it; None where there is none, or two."""
        clause = self.clause_of(unit)
        here = [n for n in self._free_negations if n.overlaps(clause) and not n.overlaps(unit.span)]
        here = [n for n in here if not is_cut_off(self.text, self.language, n, unit.span)]
        here = [n for n in here if n.start < unit.span.start or not self.lacks(n)]
        here = self._without_concord([n for n in here if not self._is_inside_another(n, unit)])
        if any(
            _BEFORE.search(self.text[clause.start : u.span.start])
            for u in self.units
            if u.day and u.span.overlaps(clause)
        ):
            return None  # "not before Thursday" is "on Thursday at the earliest"
        return here[0] if len(here) % 2 else None

    def clause_of(self, unit: Unit) -> Span:
        return self.clause_at(unit.span)

    def clause_at(self, span: Span) -> Span:
        """The clause in which it begins."""
        return next((c for c in self.clauses if c.start <= span.start < c.end), self.clauses[-1])

    def plans(self, unit: Unit) -> bool:
        """Whether the unit's clause, or the one that governs it, speaks of what is meant to be."""
        place = self.clauses.index(self.clause_of(unit))
        return any(p.overlaps(clause) for p in self.planned for clause in self.clauses[max(0, place - 1) : place + 1])

    def governing(self, unit: Unit, cues: Sequence[Span]) -> list[Span]:
        """Those of the cues that reach a unit: in its clause, or in one beside it where that clause depends on it."""
        place = self.clauses.index(self.clause_of(unit))
        governed = is_governed(self.clauses[place].of(self.text))
        reach = self.clauses[max(0, place - 1) : place + 2] if governed else (self.clauses[place],)
        own = unit.span
        return [
            c
            for c in cues
            if any(c.overlaps(clause) for clause in reach) and not (own.start <= c.start and c.end <= own.end)
        ]

    @property
    def points_back(self) -> bool:
        """Whether this denies what was said before it."""
        return bool(self.denies) and points_back(self.text, self.language)

    def opens(self, unit: Unit) -> bool:
        """Whether the unit stands in a clause that asks or supposes rather than tells."""
        return opens(self.clause_of(unit).of(self.text))

    @property
    def opens_any(self) -> bool:
        """Whether the text tells of a question: "they look into whether …"."""
        return any(opens(clause.of(self.text)) for clause in self.clauses)

    def denies_of(self, unit: Unit) -> list[Span]:
        """The denials that reach a unit: in its clause, in the one before it, or in one after it that points back."""
        place = self.clauses.index(self.clause_of(unit))
        before = self.clauses[place - 1] if place else None
        after = self.clauses[place + 1] if place + 1 < len(self.clauses) else None
        mine = self.clauses[place].of(self.text)
        if says_instead(mine):  # "The ministry denied it: the bridge is open"
            before = None
        found = [d for d in self.denies if d.overlaps(self.clauses[place]) or (before and d.overlaps(before))]
        if after and (
            depends(mine) or says_what(mine, self.language) or points_back(after.of(self.text), self.language)
        ):
            found += [d for d in self.denies if d.overlaps(after)]
        return [d for d in found if not is_cut_off(self.text, self.language, d, unit.span)]

    @property
    def _free_negations(self) -> list[Span]:
        """The negations that are no part of a denial ("trifft nicht zu")."""
        return [n for n in self.negations if not any(n.overlaps(d) for d in self.denies)]

    def negation_elsewhere(self, unit: Unit) -> Span | None:
        """A negation in the unit's sentence, but in another clause."""
        return next(iter(self._free_negations), None) if not self.negation_of(unit) else None

    def _without_concord(self, found: list[Span]) -> list[Span]:
        """Russian negates twice what it negates once: "ничего не угрожает", "никто не пострадал"."""
        if self.language != "ru" or not any(_VERBAL.fullmatch(n.of(self.text)) for n in found):
            return found
        return [n for n in found if not _CONCORD.fullmatch(n.of(self.text))]

    def _is_inside_another(self, negation: Span, unit: Unit) -> bool:
        """Whether a negation belongs to how something is or was done ("not duly"), and not to what happens; "no longer"
        and "not yet" only say since when it does not."""
        others = (u for u in self.units if u is not unit and u.span != negation and u.span.overlaps(negation))
        return any(
            self.lacks(negation) or not (u.is_act or u.keys & _NOBODY or self.is_negative_time(u)) for u in others
        )

    def is_negative_time(self, unit: Unit) -> bool:
        """Whether a unit says since when or until when something is not: "no longer", "noch nie"."""
        return unit.kinds <= _TIMES and any(n.overlaps(unit.span) for n in self.negations)

    def lacks(self, negation: Span) -> bool:
        """Whether a negation is a word for "without", which turns only what follows it."""
        return bool(find("lacks", negation.of(self.text), self.language))

    def is_without(self, unit: Unit) -> bool:
        """Whether "without" stands right before the unit: then it says the opposite of what it names."""
        before = (n for n in self._free_negations if n.end <= unit.span.start and self.lacks(n))
        return any(len(self.text[n.end : unit.span.start].split()) <= 1 for n in before)

    def negates(self, unit: Unit) -> int:
        return 1 if self.negation_of(unit) else 0

    def holds_negation(self, unit: Unit) -> bool:
        """Whether the unit's own words have a negation in them: "not working"."""
        return any(n.overlaps(unit.span) for n in self._free_negations)


@lru_cache(maxsize=20_000)
def side(text: str, language: str) -> Side:
    negated = negations(text, language)
    denied = [*denials(text, language), *find("refutals", text, language)]
    planned = [c for c in cues(text, language, "plans", "plans_beside") if not is_no_plan(text, c.span)]
    weighed = cues(text, language, "weighs")
    denied = [d for d in denied if not any(_is_inside(d.span, w.span) for w in weighed)]  # "not ruled out"
    meant = [piece for cue in (*negated, *denied, *planned, *weighed) for piece in cue.pieces]
    return Side(
        text,
        language,
        _telling(_after_dateline(text, units(text, language)), meant),
        negations=spans(negated),
        denies=apart(spans(denied)),
        planned=spans(planned),
        weighed=spans(weighed),
    )


def _is_inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer


def _telling(found: Sequence[Unit], meant: Sequence[Span]) -> tuple[Unit, ...]:
    """The units but for words that only say how the rest is meant: whether it is denied, planned or weighed.

    A word that has an opposite says something itself ("fake"). Where nothing else is left that happens, all are kept.
    """
    only = [u for u in found if not u.against and any(m.start <= u.span.start and u.span.end <= m.end for m in meant)]
    kept = tuple(u for u in found if u not in only)
    return kept if any(u.is_act for u in kept) or len(kept) >= _ENOUGH else tuple(found)


def _after_dateline(text: str, found: Sequence[Unit]) -> list[Unit]:
    """Where and when a report was sent is nothing that it tells."""
    length = dateline_length(text)
    return [u for u in found if u.span.start >= length]
