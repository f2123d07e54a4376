"""Page text that no reader sees: taken out of the tree before anything reads it, and kept as removed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|font-size:0(?![.\d]*[1-9])|opacity:0(?![.\d]*[1-9])"
    r"|(?:max-)?(?:height|width):0(?:px)?(?:!important)?(?:;|$)|clip:rect\(0|clip-path:inset\((?:50|100)%"
    r"|(?:left|top|right|text-indent|margin-left):-\d{3,}|transform:scale\(0\)|color:transparent)",
)
_FOR_READERS_ALOUD = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader"})
SILENT = ("script", "style", "template", "noscript", "svg", "head", "iframe", "object", "select", "textarea", "math")
_RULE = re.compile(r"([^{}@;]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?([.#])([\w-]+)")
_WHOLE = 0.8  # the share of a page's text above which its being hidden is a state of the page (a banner, a script)


def drop_hidden(tree: HtmlElement) -> list[str]:
    """Takes the unseen elements and all comments out of the tree; gives their texts."""
    from lxml.etree import Comment

    hiding = _hiding_selectors(tree)
    whole = max(1, len(tree.text_content()))
    comments = list(tree.iter(Comment))
    texts = [_squeezed(comment.text or "") for comment in comments]
    for comment in comments:
        _drop(comment)
    for element in list(tree.iter()):
        if element.getparent() is None or element.tag in ("body", *SILENT) or not _hidden(element, hiding):
            continue
        content = element.text_content()
        if len(content) < _WHOLE * whole or not _holds_article(element):
            texts.append(_squeezed(content))
            _drop(element)
    return [text for text in texts if text and not text.startswith(("[if ", "<![endif", "<"))]


def _drop(element: HtmlElement) -> None:
    """Out of the tree, its following text left in place."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _holds_article(element: HtmlElement) -> bool:
    return element.tag in ("main", "article") or any(True for _ in element.iter("main", "article", "h1"))


def _hidden(element: HtmlElement, hiding: frozenset[str]) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    if "style" in attributes and _UNSEEN.search(re.sub(r"\s+", "", attributes["style"].lower())):
        return True
    classes = attributes.get("class", "").split()
    if not _FOR_READERS_ALOUD.isdisjoint(classes):
        return True
    names = [f".{name}" for name in classes] + ([f"#{attributes['id']}"] if "id" in attributes else [])
    return any(name in hiding or f"{element.tag}{name}" in hiding for name in names)


def _hiding_selectors(tree: HtmlElement) -> frozenset[str]:
    """The plain selectors (".x", "#x", "p.x") that the page's own style sheets make unseen on a screen."""
    found: set[str] = set()
    for style in tree.iter("style"):
        if "print" in (style.get("media") or ""):
            continue
        for selectors, declarations in _RULE.findall(_without_media(style.text or "")):
            if _UNSEEN.search(re.sub(r"\s+", "", declarations.lower())):
                found.update(s.strip() for s in selectors.split(",") if _SIMPLE.fullmatch(s.strip()))
    return frozenset(found)


def _without_media(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css[:500_000], flags=re.DOTALL)
    return re.sub(r"@(?:media|supports|keyframes|-webkit-keyframes)[^{]{0,300}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
