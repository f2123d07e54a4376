"""What the claims on a statement say together.

Each claim has been weighed by itself. That one article half says a thing is little; that three half say it is much, and
that one clearly supports it makes it less likely that what another says besides is meant against it. Two logistic
regressions over what was learnt of the claims (stacked generalisation, Wolpert 1992) say how likely anything supports
the statement and anything speaks against it. What claims of several articles say together is pooled as if each alone
could be right (noisy or, Pearl 1988).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.judge.regression import Regression
from assistant.judge.rulings import Ruling

Shares = npt.NDArray[np.float64]

SUPPORTED = ("strongest", "together")
OPPOSED = ("strongest", "together", "supported_together")
_ARTICLES = 4  # that say it best are pooled: how many more there are says how large the pile is
_OPPOSES, _SUPPORTS = 0.2, 0.4  # chances from which a claim stands against a statement, and for it
_NEARLY = 0.5  # of the chance of the likeliest claim, that others must have to support as well
_LEAST = 0.2  # chance that a claim itself must have: what others say does not make a supporter of one that does not
_EDGE = 0.01  # keeps log odds finite


@dataclass(frozen=True, slots=True)
class Weighed:
    """The claims on a statement, each by itself: one figure (0 to 1) a claim.

    `says` and `contradicts`: how likely it supports and opposes by its features; `supports` and `opposes`: likewise,
    where rules allow it. No claim has both of these.
    """

    articles: tuple[str, ...]
    says: Shares
    contradicts: Shares
    supports: Shares
    opposes: Shares


def weighed(articles: Sequence[str], says: Shares, contradicts: Shares, rulings: Sequence[Ruling]) -> Weighed:
    says = np.maximum(says, np.array([r.support for r in rulings], dtype=float))
    supports = says * np.array([r.supports for r in rulings], dtype=float)
    opposes = np.maximum(
        contradicts * np.array([r.opposes for r in rulings], dtype=float),
        np.array([r.opposition for r in rulings], dtype=float),
    )
    against = (opposes >= _OPPOSES) & (opposes - _OPPOSES >= supports - _SUPPORTS)
    return Weighed(tuple(articles), says, contradicts, np.where(against, 0, supports), np.where(against, opposes, 0))


def supported(found: Weighed) -> tuple[float, ...]:
    """Log odds in the order of SUPPORTED; a claim that by itself does not support is none."""
    clear = found.supports[found.supports >= _SUPPORTS]
    return _log_odds(_most(clear)), _log_odds(_together(found.articles, found.says))


def opposed(found: Weighed) -> tuple[float, ...]:
    """Log odds in the order of OPPOSED."""
    together = (_together(found.articles, of) for of in (found.contradicts, found.says))
    return (_log_odds(_most(found.opposes)), *map(_log_odds, together))


def support(found: Weighed, learnt: Regression) -> Shares:
    """How sure each claim supports, once all are known: the surest is as likely to as anything is."""
    least = max(_LEAST, _NEARLY * _most(found.supports))
    return _scaled(np.where(found.supports >= least, found.supports, 0), learnt, supported(found))


def opposition(found: Weighed, learnt: Regression) -> Shares:
    """Likewise, how sure each claim opposes."""
    return _scaled(found.opposes, learnt, opposed(found))


def _scaled(shares: Shares, learnt: Regression, evidence: Sequence[float]) -> Shares:
    most = _most(shares)
    return shares * (float(learnt.of([evidence])[0]) / most) if most else shares


def _most(shares: Shares) -> float:
    return float(shares.max(initial=0.0))


def _together(articles: Sequence[str], shares: Shares) -> float:
    """The chance that at least one article says it, if each were right or wrong by itself."""
    best: dict[str, float] = {}
    for article, share in zip(articles, shares.tolist(), strict=True):
        best[article] = max(best.get(article, 0.0), share)
    return 1.0 - float(np.prod([1.0 - share for share in sorted(best.values(), reverse=True)[:_ARTICLES]]))


def _log_odds(chance: float) -> float:
    return float(np.log((chance + _EDGE) / (1.0 + _EDGE - chance)))
