"""Whether the findings over a story show what an editor would check, and join only what belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from evals.baseline.similar import likest
from evals.measures.sourcing import Case, Ratio
from evals.sourcing.differing import differ
from evals.sourcing.told import Place, Told

_ALIKE = 0.25  # nine in ten supported probes of the shared stories have a sentence that is as like them as that
_AGREE = 0.5


def shown(case: Case) -> Ratio:
    """Of supported statements: does it turn up among the findings of its story with the right standing.

    The finding that is about it is the one most like it in words, among those that one of its supporting articles
    supports. It has to have the standing labelled, the same supporting articles in the main (what both have is at least
    half of what either has) and, where any oppose, one of those. A statement in another language than its articles
    shares no words with them: the finding about it is then the one that has most of the claims that `check` found to
    support it. A finding is about an article's own words, so that `contradicted` and `not_found` cannot be shown.
    """
    probe = case.probe
    if not probe.supported:
        return 0.0, 0.0
    near = [f for f in case.findings if f.supporting & probe.supporting]
    likenesses = [_same_claims(case.told, f) if probe.cross else likest(probe.claim, f.words) for f in near]
    best = max(likenesses, default=0.0)
    about = [f for f, like in zip(near, likenesses, strict=True) if like == best >= _ALIKE]
    return any(f.standing == probe.standing and _agree(case, f) for f in about), 1


def _same_claims(told: Told | None, finding: Told) -> float:
    """The share of the claims told to support a statement that overlap one of the finding's."""
    places = told.places if told else frozenset()
    met = [any(map(partial(_overlap, place), finding.places)) for place in places]
    return sum(met) / max(1, len(met))


def _overlap(one: Place, other: Place) -> bool:
    (article, start, end), (other_article, other_start, other_end) = one, other
    return article == other_article and start < other_end and other_start < end


def _agree(case: Case, finding: Told) -> bool:
    wanted = case.probe.supporting
    alike = len(wanted & finding.supporting) >= _AGREE * len(wanted | finding.supporting)
    return alike and (not case.probe.opposing or bool(case.probe.opposing & finding.opposing))


def joins_different_numbers(findings: Iterable[Told]) -> int:
    """How many findings count a claim as support that gives another number for the same thing."""
    return sum(any(differ(f.words[0], claim) for claim in f.words[1:]) for f in findings if f.words)
