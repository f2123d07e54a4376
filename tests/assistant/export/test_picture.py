"""Who has it from whom, as a graph and in boxes that do not touch."""

from __future__ import annotations

from itertools import combinations

import pytest
from sourced import HUR, claimed, disputed, found, outlet, printed, supports

from assistant.export.picture.boxes import box
from assistant.export.picture.draw import Drawing, Shape, layered, tree
from assistant.export.picture.graph import Graph, graphs
from assistant.export.picture.layout import apart
from assistant.export.picture.lines import broken, width
from assistant.show.say import Say
from assistant.sourcing import Finding, Origin, Standing

SAY = Say("en")


def relayed(outlets: int) -> Finding:
    """One origin, one outlet that has it from there, and so many that have it from that outlet."""
    claims = []
    for n in range(outlets):
        article = printed(f"Paper {n:02}", "Laut Funkhaus und HUR kommen 50 Mann.", f"2025-07-{n + 1:02}")
        claims.append(claimed(article, article.text, (outlet("Funkhaus"), "Funkhaus"), (HUR, "HUR")))
    return found(
        Standing.SINGLE_ORIGIN, supporting=[supports(c) for c in claims], origins=[Origin(HUR, True, tuple(claims))]
    )


def drawn(finding: Finding, draw: object = layered) -> Drawing:
    given = graphs(finding)
    return draw(given, ["side"] * len(given), SAY)  # type: ignore[operator, no-any-return]


def test_a_relay_stands_between_its_origin_and_its_publisher() -> None:
    [graph, against] = graphs(disputed())
    assert graph.nodes["hur"].layer == 0
    assert graph.below("podil courier") == ["weitblick online"]
    assert [node.origin for node in against.nodes.values()].count(True) == 1


def test_one_outlet_in_its_own_voice_needs_no_picture() -> None:
    article = printed("Blatt", "Die Brücke ist gesperrt.")
    claim = claimed(article, article.text)
    own = found(
        Standing.SINGLE_SOURCE, supporting=[supports(claim)], origins=[Origin(claim.chain[0].source, False, (claim,))]
    )
    assert graphs(own) == []


def test_of_many_that_have_it_from_one_the_first_are_drawn_and_the_rest_counted() -> None:
    [graph] = graphs(relayed(14))
    assert [node.more for node in graph.nodes.values() if node.more] == [8]
    assert len(graph.below("funkhaus")) == 7


@pytest.mark.parametrize("draw", [layered, tree])
@pytest.mark.parametrize("finding", [disputed(), relayed(7), relayed(14)])
def test_no_two_boxes_touch_and_all_are_on_the_sheet(finding: Finding, draw: object) -> None:
    sheet = drawn(finding, draw)
    shapes = [shape for group in sheet.groups for shape in group.shapes]
    assert not [pair for pair in combinations(shapes, 2) if _touch(*pair)]
    assert all(s.x >= 0 and s.x + s.width <= sheet.width and s.y + s.box.height <= sheet.height for s in shapes)


def _touch(one: Shape, other: Shape) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.box.height and other.y < one.y + one.box.height


def test_chains_that_lead_in_a_circle_end() -> None:
    first, second = printed("A", "Laut B kommt C."), printed("B", "Laut A kommt C.")
    claims = (claimed(first, first.text, (outlet("B"), "B")), claimed(second, second.text, (outlet("A"), "A")))
    origins = [Origin(outlet("B"), False, claims[:1]), Origin(outlet("A"), False, claims[1:])]
    finding = found(Standing.SINGLE_ORIGIN, supporting=[supports(c) for c in claims], origins=origins)
    assert drawn(finding).groups


def test_a_party_is_told_in_its_box_by_sign_and_word() -> None:
    [graph, _] = graphs(disputed())
    assert "! party" in [line.text for line in _box(graph, "hur")]


def _box(graph: Graph, key: str) -> tuple[object, ...]:
    return box(graph.nodes[key], 200, SAY).lines


def test_places_are_as_near_as_can_be_to_those_wished() -> None:
    assert apart([0, 100], [10, 10]) == [0, 100]
    assert apart([50, 50], [10, 10]) == [38, 62]


def test_no_line_is_wider_than_its_room() -> None:
    name = "Bundesministeriumfürbesonderslangewörter der Vereinigten Beispielstaaten"
    lines = broken(name, 120, 13, 3)
    assert len(lines) == 3
    assert all(width(line, 13) <= 120 for line in lines)


def test_a_word_that_is_too_long_is_parted_with_a_hyphen_where_it_has_one_or_not() -> None:
    assert broken("Militärgeheimdienst-Chef", 155, 13, 3)[0] == "Militärgeheimdienst-"
    assert broken("Militärgeheimdienst", 80, 13, 3)[0].endswith("-")
