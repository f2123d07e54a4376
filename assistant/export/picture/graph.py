"""Who has a statement from whom, as a graph: whoever prints it, whoever they have it from, and the origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from assistant.show.relays import known_as, same, telling, way
from assistant.sourcing import Claim, Finding, Origin, Source
from index.documents import Article

_MOST = 8  # publishers that have it from the same place and are drawn one by one
_SHOWN = 6  # of more than that


class Side(StrEnum):
    FOR = "supporting"
    NEWER = "updates"
    AGAINST = "opposing"


@dataclass(slots=True)
class Node:
    """Somebody on one side of a finding.

    `articles` are what they print of it; `more`: how many others it stands for.
    """

    key: str
    source: Source
    origin: bool = False
    party: bool = False
    hedged: bool = False
    articles: dict[str, Article] = field(default_factory=dict)
    layer: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class Graph:
    """One side. An edge leads from whoever has it to whomever they have it from; no way leads in a circle.

    The layer of an origin is 0; that of everybody else is one more than the highest that they have it from.
    """

    side: Side
    nodes: Mapping[str, Node]
    edges: tuple[tuple[str, str], ...]

    def below(self, key: str) -> list[str]:
        """Who has it from there."""
        return [teller for teller, told in self.edges if told == key]

    def above(self, key: str) -> list[str]:
        return [told for teller, told in self.edges if teller == key]


def graphs(finding: Finding) -> list[Graph]:
    """A graph for each side that there is; none where one outlet alone says it in its own voice."""
    sides = [
        _graph(Side.FOR, [(o, c) for o in finding.origins for c in telling(o.claims)], finding.origins),
        _graph(Side.NEWER, _of(finding.against, finding.updates), finding.against),
        _graph(Side.AGAINST, _of(finding.against, finding.opposing), finding.against),
    ]
    there = [graph for graph in sides if graph.nodes]
    return there if sum(len(graph.nodes) for graph in there) > 1 else []


def _of(origins: Sequence[Origin], claims: Sequence[Claim]) -> list[tuple[Origin, Claim]]:
    """What these origins have to tell of these articles."""
    articles = {claim.article.id for claim in claims}
    return [(o, c) for o in origins for c in telling(o.claims) if c.article.id in articles]


def _graph(side: Side, told: Sequence[tuple[Origin, Claim]], origins: Sequence[Origin]) -> Graph:
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], None] = {}
    for origin, claim in told:
        stations = list(_stations(origin, claim, origins))
        for key, source in stations:
            nodes.setdefault(key, Node(key, source))
        for (told_by, _), (teller, _) in pairwise(stations):
            if not _leads(edges, told_by, teller):
                edges[teller, told_by] = None
        first, last = nodes[stations[0][0]], nodes[stations[-1][0]]
        first.origin, first.party = True, first.party or origin.party
        last.hedged = claim.hedged and (last.hedged or not last.articles)
        last.articles[claim.article.id] = claim.article
    graph = _folded(Graph(side, nodes, tuple(edges)))
    _layer(graph)
    return graph


def _stations(origin: Origin, claim: Claim, origins: Iterable[Origin]) -> Iterator[tuple[str, Source]]:
    """From the origin to the publisher; whoever follows themselves is one station."""
    root = known_as(origin.source)
    yield root, origin.source
    before = root
    for source in way(claim):
        resolved = next((o.source for o in (origin, *origins) if same(source, o.source)), source)
        key = known_as(resolved)
        if key not in (before, root):
            before = key
            yield key, resolved


def _leads(edges: Iterable[tuple[str, str]], start: str, end: str) -> bool:
    """Whether a way leads from `start` to `end` already."""
    ways = list(edges)
    seen, ahead = set(), [start]
    while ahead:
        here = ahead.pop()
        if here == end:
            return True
        if here not in seen:
            seen.add(here)
            ahead += [told for teller, told in ways if teller == here]
    return False


def _layer(graph: Graph) -> None:
    for _ in graph.nodes:
        for teller, told in graph.edges:
            graph.nodes[teller].layer = max(graph.nodes[teller].layer, graph.nodes[told].layer + 1)


def _folded(graph: Graph) -> Graph:
    """Many who have it from the same place and from whom nobody has it: the earliest, and how many more."""
    alike: dict[tuple[str, ...], list[Node]] = {}
    for node in graph.nodes.values():
        if not graph.below(node.key) and (above := graph.above(node.key)):
            alike.setdefault(tuple(sorted(above)), []).append(node)
    nodes, edges = dict(graph.nodes), list(graph.edges)
    for tellers, group in alike.items():
        if len(group) > _MOST:
            rest = _by_day(group)[_SHOWN:]
            gone = {node.key for node in rest}
            key = f"more:{tellers}"
            nodes = {k: n for k, n in nodes.items() if k not in gone}
            nodes[key] = Node(key, rest[0].source, more=len(rest))
            edges = [edge for edge in edges if edge[0] not in gone] + [(key, told) for told in tellers]
    return Graph(graph.side, nodes, tuple(edges))


def _by_day(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda n: min((a.published or "~" for a in n.articles.values()), default="~"))
