"""Which articles and claims a statement is compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.findings.find import Pile, pile_of
from assistant.findings.remember import read_all
from assistant.sourcing import Reader, Reading, Statement
from index.collection import Collection
from index.documents import Filters, Hit, Passage
from index.search import query_language
from index.wordlists import LANGUAGES

_SMALL = 12  # articles of a pile that is compared whole
_HITS = 16  # passages that a larger one is narrowed to
_CLAIMS = 60  # that are enough to tell what is common in the matter and what is telling


def statement_of(text: str) -> Statement:
    return Statement(text, query_language(text, LANGUAGES))


def gather(collection: Collection, reader: Reader, statement: Statement, filters: Filters) -> Pile:
    """The claims among which the statement may be told, contradicted or met with silence."""
    if sum(collection.languages(filters).values()) <= _SMALL:
        ids = [head.id for head in collection.heads(filters)]
        return pile_of(read_all(reader, collection.articles(ids), collection))
    return found_in(collection.search(statement.text, filters, _HITS), collection, reader)


def found_in(hits: Sequence[Hit], collection: Collection, reader: Reader, enough: int = _CLAIMS) -> Pile:
    """What the passages found claim, and their copies in other articles, which are echoes that must be counted.

    With each goes what stands right before and after it, the headline, and where its article tells of silence. No more
    passages are taken where there are `enough` claims; copies are over and above.
    """
    articles = {hit.article.id: hit.article for hit in hits}
    copies = {copy.article for hit in hits for copy in hit.copies} - articles.keys()
    articles |= {article.id: article for article in collection.articles(sorted(copies))}
    readings = dict(zip(articles, read_all(reader, list(articles.values()), collection), strict=True))
    chosen: defaultdict[str, set[int]] = defaultdict(set)
    for hit in hits:
        for passage in (hit.passage, *hit.copies):
            if passage.article in readings:
                chosen[passage.article] |= _near(passage, readings[passage.article])
        if sum(len(chosen[identifier]) for identifier in {h.article.id for h in hits} & chosen.keys()) >= enough:
            break
    return pile_of(_only(readings[identifier], numbers) for identifier, numbers in chosen.items())


def _near(passage: Passage, reading: Reading) -> set[int]:
    """The numbers of its claims, of one more on each side, and of the headline's."""
    inside = [n for n, claim in enumerate(reading.claims) if claim.span.overlaps(passage.span)]
    around = range(inside[0] - 1, inside[-1] + 2) if inside else ()
    return {n for n, claim in enumerate(reading.claims) if claim.headline or n in around}


def _only(reading: Reading, numbers: set[int]) -> Reading:
    return Reading(tuple(c for n, c in enumerate(reading.claims) if n in numbers), reading.silences)
