"""HTML made of elements: the one hand that escapes. A text becomes an element's words and nothing else."""

from __future__ import annotations

from html import escape

from assistant.show.plain import plain

_VOID = frozenset({"meta", "link", "input", "br"})


class Html(str):
    """Markup of ours. A `str` that is none is text, whoever wrote it."""

    __slots__ = ()


Child = str | None
Attribute = str | float | bool | None


def tag(element: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. `class_` is the attribute `class`, `aria_label` is `aria-label`; None and False leave one out."""
    given = "".join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    if element in _VOID:
        return Html(f"<{element}{given}>")
    return Html(f"<{element}{given}>{joined(*children)}</{element}>")


def joined(*children: Child) -> Html:
    return Html("".join(child if isinstance(child, Html) else text(child) for child in children if child))


def text(words: str) -> Html:
    """Escaped, without control characters and what else is not seen: none can turn the direction of a line."""
    return Html(escape(plain(words)))


def raw(markup: str) -> Html:
    """Only for texts of this package: a style sheet, a doctype."""
    return Html(markup)


def _attribute(key: str, value: str | float | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(f"{value}")}"'
