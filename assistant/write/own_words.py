"""Claims as drafted sentences: in their articles' own words, each so far that it can be understood alone."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Draft, Drafted, Quote
from assistant.sourcing import Claim
from assistant.write.echoes import drafted, without_repeats
from assistant.write.units import Unit, units


def draft_of(claims: Sequence[Claim]) -> Draft:
    """In this order; answered unless there is none."""
    told = [_unit(claim) for claim in claims]
    kept = without_repeats([unit for unit in told if unit])
    loose = [_loose(claim) for claim, unit in zip(claims, told, strict=True) if unit is None]
    sentences = (*(drafted(unit, ()) for unit in kept), *loose)
    return Draft(sentences, answered=bool(sentences))


def _unit(claim: Claim) -> Unit | None:
    """A headline has none, nor has a fragment."""
    return next(iter(units(claim.article, claim.span, strict=False)), None)


def _loose(claim: Claim) -> Drafted:
    return Drafted(" ".join(claim.text.split()), (Quote(claim.article.id, claim.text),))
