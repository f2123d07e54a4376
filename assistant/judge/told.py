"""A claim as a judge sees it: its own words, and what the sentences around it let a reader know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.judge.days import dated
from assistant.judge.glance import Glance, spoken_in
from assistant.judge.match import Bag, Gist
from assistant.judge.sides import Side, side
from assistant.judge.units import days_in
from assistant.judge.whole import whole
from assistant.sourcing import Claim
from index.documents import Article, Span
from index.sentences import sentences_of

_BEFORE = 2  # sentences that a reader still has in mind
_AFTER = 1  # sentences that tell more of what this one has begun


@dataclass(frozen=True, slots=True)
class Told:
    """`own` and `bag` are the claim itself; `near` the sentences before it, the rest of its own and the headline, and
    `beside` the same as sides; `source` the names along the chain."""

    claim: Claim
    own: Side
    bag: Bag
    near: tuple[Bag, ...]
    beside: tuple[Side, ...]
    source: Bag

    def is_frame(self, span: Span) -> bool:
        """Whether it stands among the words that say who says so."""
        frame = self.claim.attribution.frame if self.claim.attribution else ()
        start = self.claim.span.start
        return any(f.start <= start + span.start and start + span.end <= f.end for f in frame)

    @property
    def article(self) -> Gist:
        """Everything that the article speaks of; made when it is first asked for, as most claims fall out before."""
        return whole(self.claim.article)


@lru_cache(maxsize=20_000)
def told(claim: Claim) -> Told:
    article = claim.article
    own = _side(article, claim.span)
    named = [side(link.source.name, article.language) for link in claim.chain]
    source = Bag(u for s in named for u in s.units)
    beside = _beside(article, claim.span)
    return Told(claim, own, Bag(own.units), tuple(_bag_of(s) for s in beside), beside, source)


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
def _bag_of(side: Side) -> Bag:
    return Bag(side.units)


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
