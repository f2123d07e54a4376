"""A finding's picture, in shapes, in words and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain import Citation
from assistant.export.picture.boxes import name_of, warnings_of
from assistant.export.picture.draw import layered, tree
from assistant.export.picture.graph import Graph, Side, graphs
from assistant.export.view import PictureView, Row
from assistant.findings.cite import cite_all
from assistant.show.articles import publisher_of
from assistant.show.quotes import via
from assistant.show.relays import telling
from assistant.show.say import Say
from assistant.sourcing import Claim, Finding


def picture(finding: Finding, say: Say) -> PictureView | None:
    """None where there is nothing to draw: one outlet alone, in its own voice, or nobody."""
    drawn = graphs(finding)
    if not drawn:
        return None
    headings = [side_title(finding, graph.side, say) for graph in drawn]
    told = " ".join(f"{heading}: {_told(graph, say)}." for graph, heading in zip(drawn, headings, strict=True))
    rows = tuple(row for graph in drawn for row in _rows(finding, graph.side, say))
    return PictureView(layered(drawn, headings, say), tree(drawn, headings, say), told, rows)


def claims_of(finding: Finding, side: Side) -> tuple[Claim, ...]:
    given: tuple[Claim, ...] = getattr(finding, side)
    return given


def side_title(finding: Finding, side: Side, say: Say) -> str:
    articles = len({claim.article.id for claim in claims_of(finding, side)})
    count = say("count.articles", n=articles)
    return say(f"finding.{side}", n=finding.independent_origins, articles=count)


def _told(graph: Graph, say: Say) -> str:
    """ "Weitblick Online ← Podil Courier; Podil Courier ← HUR (party)"."""
    ends = [node for node in graph.nodes.values() if not graph.above(node.key)]
    ways = [
        f"{_named(graph, teller, say)} ← {_named(graph, told, say)}"
        for teller, told in sorted(graph.edges, key=lambda e: -graph.nodes[e[0]].layer)
    ]
    alone = [_named(graph, node.key, say) for node in ends if not graph.below(node.key)]
    return "; ".join([*ways, *alone])


def _named(graph: Graph, key: str, say: Say) -> str:
    node = graph.nodes[key]
    name = say("export.and_more", n=node.more) if node.more else name_of(node, say)
    notes = [*([say("export.origin")] if node.origin else []), *warnings_of(node, say)]
    return f"{name} ({', '.join(notes)})" if notes else name


def _rows(finding: Finding, side: Side, say: Say) -> Iterator[Row]:
    """One for each article and way to the origin."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    word = say(f"export.side.{side}")
    for citation in _cited(finding, side):
        way = via(citation)
        if (citation.article.id, way) not in seen:
            seen.add((citation.article.id, way))
            day = say.day(citation.article.published)
            yield Row(publisher_of(citation.article, say), day, way, word, tuple(_notes(finding, citation, say)))


def _cited(finding: Finding, side: Side) -> Sequence[Citation]:
    return cite_all(finding, telling(claims_of(finding, side)))


def _notes(finding: Finding, citation: Citation, say: Say) -> Iterator[str]:
    if citation.hedged:
        yield say("source.hedged")
    if any(origin.party and citation.claim in origin.claims for origin in finding.origins):
        yield f"{say('export.origin')}: {say('chain.party')}"
    if citation.claim and not citation.claim.chain[-1].source.named:
        yield f"{say('export.origin')}: {say('chain.unnamed')}"
