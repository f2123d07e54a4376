"""Which of many claims a statement is worth comparing with: a judge looks long at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice

from assistant.sourcing import Claim, Statement
from index.features import features
from index.terms import stem, stop_words, words

_REMEMBERED = 20_000  # texts
_COMMON = 200  # claims that hold a term, from which on it tells little and would cost much to follow


class Telling:
    """Many claims, made quick to search for those that share with a statement what few of them have."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims

    @cached_property
    def _holding(self) -> Mapping[str, list[int]]:
        """The numbers of the claims that hold a term; made when it is first searched, for few claims never."""
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(self._claims):
            for term in _terms(claim.text, claim.article.language):
                holding[term].append(number)
        return holding

    def likest(self, statement: Statement, most: int) -> list[Claim]:
        """The claims that share most with the statement, in any language; in their order."""
        if len(self._claims) <= most:
            return list(self._claims)
        scores = self._scores(statement)
        sharing = sorted(scores, key=lambda n: (-scores[n], n))
        others = (n for n in range(len(self._claims)) if n not in scores)
        return [self._claims[n] for n in sorted(islice(chain(sharing, others), most))]

    def shares(self, statement: Statement) -> dict[Claim, float]:
        """How much of what is telling each claim shares with the statement; those that share nothing are left out."""
        return {self._claims[n]: score for n, score in self._scores(statement).items()}

    def sharing(self, statement: Statement, most: int) -> list[Claim]:
        """Those that share most of what is telling with the statement, the likest first."""
        scores = self.shares(statement)
        return sorted(scores, key=lambda claim: -scores[claim])[:most]

    def is_told_elsewhere(self, claim: Claim, share: float) -> bool:
        """Whether a claim of another article has this share of what is telling in the claim."""
        scores = self._scores(Statement(claim.text, claim.article.language, claim))
        whole = max(scores.values(), default=0.0)
        return any(s >= share * whole for n, s in scores.items() if self._claims[n].article.id != claim.article.id)

    def _scores(self, statement: Statement) -> defaultdict[int, float]:
        scores: defaultdict[int, float] = defaultdict(float)
        for term in sorted(_terms(statement.text, statement.language)):
            holding = self._holding.get(term, ())
            if len(holding) <= max(_COMMON, len(self._claims) // 10):
                for number in holding:
                    scores[number] += 1 / len(holding) ** 0.5
        return scores


def likest(statement: Statement, claims: Sequence[Claim], most: int) -> list[Claim]:
    """`Telling.likest` for a single statement."""
    return Telling(claims).likest(statement, most)


@lru_cache(maxsize=_REMEMBERED)
def _terms(text: str, language: str) -> frozenset[str]:
    stops = stop_words(language)
    return frozenset([*features(text, language), *(stem(w, language) for w in words(text) if w not in stops)])
