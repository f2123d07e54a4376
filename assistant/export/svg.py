"""A finding's picture as SVG."""

from __future__ import annotations

from assistant.export.picture.draw import Arrow, Drawing, Group, Shape
from assistant.export.tags import Html, joined, tag


def svg(drawing: Drawing, told: str, id_: str) -> Html:
    """`told` is the picture in words; a style sheet colours it by class, and none of it by colour alone."""
    width, height = f"{drawing.width:.0f}", f"{drawing.height:.0f}"
    return tag(
        "svg",
        tag("title", told, id=id_),
        *(_group(group) for group in drawing.groups),
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=id_,
    )


def _group(group: Group) -> Html:
    heading = tag("text", group.heading.text, x=2, y=f"{group.heading.y:.1f}", class_="side")
    arrows = (_arrow(arrow) for arrow in group.arrows)
    return tag("g", heading, *arrows, *(_shape(shape) for shape in group.shapes), class_=group.side)


def _arrow(arrow: Arrow) -> Html:
    return joined(tag("path", d=arrow.path, class_="way"), tag("path", d=arrow.head, class_="head"))


def _shape(shape: Shape) -> Html:
    box = shape.box
    frame = tag(
        "rect",
        x=f"{shape.x:.1f}",
        y=f"{shape.y:.1f}",
        width=f"{shape.width:.1f}",
        height=f"{box.height:.1f}",
        rx=0 if "origin" in box.look.split() else 6,
        class_=box.look,
    )
    lines = (
        tag("text", line.text, x=f"{shape.x + box.pad:.1f}", y=f"{shape.y + line.baseline:.1f}", class_=line.look)
        for line in box.lines
    )
    return joined(frame, *lines)
