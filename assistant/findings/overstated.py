"""Where an article's own wording goes further than what its source is reported to have said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.findings.stances import Stances
from assistant.judge.figures import Figure, figures
from assistant.judge.sides import side
from assistant.sourcing import Claim, Comparison


def further(stances: Stances) -> Stances:
    """The stances with `further` set on what overstates.

    That is a headline which says what nothing beneath it says, and a figure given bare that the same article's text
    gives as the most there may be ("bis zu 50").
    """
    marked = tuple(_marked(c, stances.supporting) for c in stances.supporting)
    return replace(stances, supporting=marked)


def _marked(one: Comparison, supporting: Sequence[Comparison]) -> Comparison:
    if not one.claim.headline:
        return one
    beneath = [c.claim for c in supporting if c.claim.article.id == one.claim.article.id and not c.claim.headline]
    return replace(one, further=True) if not beneath or _drops_bound(one.claim, beneath) else one


def _drops_bound(headline: Claim, beneath: Sequence[Claim]) -> bool:
    bare = {f.unit.text for f in _figures(headline) if not f.bound}
    return any(f.bound == "most" and f.unit.text in bare for claim in beneath for f in _figures(claim))


def _figures(claim: Claim) -> tuple[Figure, ...]:
    return figures(side(claim.text, claim.article.language))
