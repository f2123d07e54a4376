"""Claims and silences as drafted sentences: in their articles' words, each so far that it can stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Draft, Drafted, Quote
from assistant.sourcing import Claim, Silence
from assistant.write.echoes import drafted, without_repeats
from assistant.write.units import Unit, units


def draft_of(claims: Sequence[Claim | Silence]) -> Draft:
    """In this order; answered unless there is none."""
    told = [_unit(claim) for claim in claims]
    kept = without_repeats([unit for unit in told if unit])
    loose = [_loose(claim) for claim, unit in zip(claims, told, strict=True) if unit is None]
    sentences = (*(drafted(unit, ()) for unit in kept), *loose)
    return Draft(sentences, answered=bool(sentences))


def _unit(claim: Claim | Silence) -> Unit | None:
    """A headline has none, nor has a fragment."""
    return next(iter(units(claim.article, claim.span, strict=False)), None)


def _loose(claim: Claim | Silence) -> Drafted:
    quote = claim.span.of(claim.article.text)
    return Drafted(" ".join(quote.split()), (Quote(claim.article.id, quote),))
