"""A claim as a judge sees it: its own words, and what the sentences around it let a reader know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from assistant.judge.days import dated
from assistant.judge.glance import Glance, spoken_in
from assistant.judge.match import Around, Bag, Gist
from assistant.judge.sides import Side, side
from assistant.judge.units import days_in
from assistant.judge.whole import whole
from assistant.sourcing import Claim
from index.documents import Article, Span
from index.sentences import sentences_of

_BEFORE = 2  # sentences that a reader still has in mind
_AFTER = 1  # sentences that tell more of what this one has begun


@dataclass(frozen=True, eq=False)
class Told:
    """`own` and `bag` are the claim itself, `source` the names along the chain. What else a reader knows is worked out
    when it is first asked for: who says all of a statement is not asked."""

    claim: Claim
    own: Side
    bag: Bag
    source: Bag

    def is_frame(self, span: Span) -> bool:
        """Whether it stands among the words that say who says so."""
        frame = self.claim.attribution.frame if self.claim.attribution else ()
        start = self.claim.span.start
        return any(f.start <= start + span.start and start + span.end <= f.end for f in frame)

    @cached_property
    def beside(self) -> tuple[Side, ...]:
        """The sentences before it, the rest of its own and the headline."""
        return _beside(self.claim.article, self.claim.span)

    @cached_property
    def near(self) -> Gist:
        """What stands beside it, and the names along the chain."""
        return Around([*(s.units for s in self.beside), self.source.units])

    @property
    def article(self) -> Gist:
        """Everything that the article speaks of."""
        return whole(self.claim.article)


@lru_cache(maxsize=20_000)
def told(claim: Claim) -> Told:
    article = claim.article
    own = _side(article, claim.span)
    named = [side(link.source.name, article.language) for link in claim.chain]
    source = Bag(u for s in named for u in s.units)
    return Told(claim, own, Bag(own.units), source)


@lru_cache(maxsize=20_000)
def glanced(claim: Claim) -> Gist:
    """The claim's own words one by one: enough to tell which claims are worth a closer look."""
    text, language = claim.text, claim.article.language
    return Glance(spoken_in(text, language), lambda: days_in(text, language))


@lru_cache(maxsize=20_000)
def _side(article: Article, span: Span) -> Side:
    read = side(span.of(article.text), article.language)
    units = dated(read.units, article)
    return read if units is read.units else replace(read, units=units)


@lru_cache(maxsize=20_000)
def _beside(article: Article, span: Span) -> tuple[Side, ...]:
    spans = sentences_of(article)
    first = next((n for n, s in enumerate(spans) if s.overlaps(span)), 0)
    around = [s for s in spans if s.overlaps(span) and s != span]  # the rest of the claim's own sentence
    around += spans[max(0, first - _BEFORE) : first]
    last = max((n for n, s in enumerate(spans) if s.overlaps(span)), default=0)
    around += spans[last + 1 : last + 1 + _AFTER]
    if article.headline and not article.headline.overlaps(span):
        around.append(article.headline)
    return tuple(_side(article, s) for s in around)
