"""How often a statement is told as it is labelled: standing, articles, flags, origins.

The measures are those of `../shared/tools/score_stories.py`, to which the figures are held. Each gives a part and a
whole for one statement; its value over many is the sum of the parts by the sum of the wholes. A statement on which a
system failed is wrong everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.sourcing import Flag, Standing
from evals.formats.stories import Probe
from evals.measures.counts import Counts, compared, share
from evals.sourcing.told import Told

FAILED = "failed"
_NOT_WORD = re.compile(r"\W+")
_LONGEST_NAME = 6  # words: a sentence is no name

Ratio = tuple[float, float]
Measure = Callable[["Case"], Ratio]
_NEITHER = (0.0, 0.0)  # not a case for this measure


@dataclass(frozen=True, slots=True)
class Case:
    """A probe, what was told of it (None: the system failed), and the findings over its story."""

    probe: Probe
    told: Told | None
    findings: Sequence[Told] = ()

    @property
    def standing(self) -> str:
        return self.told.standing.value if self.told else FAILED

    @property
    def right(self) -> bool:
        return self.standing == self.probe.standing


def value(cases: Iterable[Case], measure: Measure) -> float:
    ratios = list(map(measure, cases))
    return share(sum(part for part, _ in ratios), sum(whole for _, whole in ratios))


def f1(of: Callable[[Case], Counts]) -> Measure:
    """2 right / (2 right + wrong + missed): over many cases, the F1 of their counts together (micro)."""
    return lambda case: (2 * (c := of(case)).right, 2 * c.right + c.wrong + c.missed)


def precision(of: Callable[[Case], Counts]) -> Measure:
    return lambda case: ((c := of(case)).right, c.right + c.wrong)


def recall(of: Callable[[Case], Counts]) -> Measure:
    return lambda case: ((c := of(case)).right, c.right + c.missed)


def labelled(which: Standing) -> Measure:
    """Whether a probe is labelled with this standing: of those that none is, macro-F1 says nothing."""
    return lambda case: (1, 1) if case.probe.standing == which else _NEITHER


def accuracy(case: Case) -> Ratio:
    """Told with the standing that it is labelled with."""
    return case.right, 1


def accuracy_where(holds: Callable[[Probe], bool]) -> Measure:
    return lambda case: accuracy(case) if holds(case.probe) else _NEITHER


def standing(which: Standing) -> Callable[[Case], Counts]:
    """A probe of this standing told with it is right; told with another, it is missed here and wrong there."""
    return lambda case: compared({case.standing} & {which.value}, {case.probe.standing.value} & {which.value})


def supporting(case: Case) -> Counts:
    """Articles that support the statement."""
    return compared(case.told.supporting if case.told else (), case.probe.supporting)


def opposing(case: Case) -> Counts:
    """Articles that oppose the statement or report a change."""
    return compared(case.told.opposing if case.told else (), case.probe.opposing)


def flags(case: Case) -> Counts:
    return compared(case.told.flags if case.told else (), case.probe.flags)


def flag(only: Flag) -> Callable[[Case], Counts]:
    return lambda case: compared(
        (case.told.flags if case.told else frozenset()) & {only.value}, case.probe.flags & {only.value}
    )


def origins_exact(case: Case) -> Ratio:
    """Of statements with any origin: is the number of independent ones the same?"""
    wanted = case.probe.independent_origins
    return (case.told is not None and case.told.independent_origins == wanted, 1) if wanted else _NEITHER


def several_origins(case: Case) -> Ratio:
    """Of statements with two or more independent origins: are two or more told?"""
    if case.probe.independent_origins < 2:
        return _NEITHER
    return case.told is not None and case.told.independent_origins > 1, 1


def origin_names(case: Case) -> Counts:
    """An origin is found if a name told is one of its own; a name that is no origin's is wrong."""
    names, wanted = case.told.names if case.told else (), case.probe.origins
    counts = Counts() if case.probe.supported else Counts(wrong=len(names))
    if not case.probe.independent_origins:
        return counts
    found = sum(any(same_name(name, origin) for name in names) for origin in wanted)
    strange = sum(not any(same_name(name, origin) for origin in wanted) for name in names)
    return counts + Counts(found, strange, len(wanted) - found)


def same_name(name: str, accepted: Iterable[str]) -> bool:
    """Whether it is, contains, or (if it has more than three letters) is contained in an accepted name."""
    own = _plain(name)
    if len(own.split()) > _LONGEST_NAME:
        return False
    return any(other in own or (len(own) > 3 and own in other) for other in map(_plain, accepted))


def _plain(name: str) -> str:
    return _NOT_WORD.sub(" ", name.lower()).strip()


def told_as_supported(case: Case) -> Ratio:
    """Of statements that nothing supports (many are distortions of what an article says): told as if something did?"""
    if case.probe.supported:
        return _NEITHER
    return case.told is not None and case.told.standing not in (Standing.CONTRADICTED, Standing.NOT_FOUND), 1


def told_as_corroborated(case: Case) -> Ratio:
    """Of statements that nothing supports: told as corroborated?"""
    return _NEITHER if case.probe.supported else (case.standing == Standing.CORROBORATED, 1)
