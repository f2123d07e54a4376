"""Web pages to article text, metadata and what was left out. The only door to trafilatura and htmldate."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.documents import CutReason, Removed
from index.hidden import SILENT, drop_hidden
from index.masthead import stands_alone
from index.names import agency_in
from index.page_metadata import read_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Fixed, so that the same page has the same date whatever day it is read on.
_EARLIEST, _LATEST = "1995-01-01", "2199-12-31"
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|button|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6r]|header|label|legend|li|main|nav|ol|option|p|pre|section|summary|table|t(?:body|d|foot|h|head|r)|ul"
)
_DATELESS = (
    "style",
    "template",
    "noscript",
    "svg",
    "footer",
    "aside",
    "nav",
    "form",
)  # parts whose dates are of something else
_PROSE = 120  # characters; a date in a longer paragraph is the story's, not the page's
_SCRIPT = re.compile(r"<(/)?script\b(?(1)[^<>]{0,50}>)", re.IGNORECASE)
_SENTENCE = re.compile(r".{40,}[.!?…][\"”“»’')\]]*(?:\s|$)|.{20,}[。！？]")


@dataclass(frozen=True, slots=True)
class Page:
    """An article's page. `text` is its body, a paragraph a line; "" where there is no article on the page."""

    title: str | None
    publisher: str | None
    published: str | None
    author: str | None
    url: str | None
    text: str = field(repr=False)
    removed: tuple[Removed, ...] = field(default=(), repr=False)


def without_bulk(html: str) -> str:
    """A page without its programs and the pictures inside it, which can be many times its text."""
    html = re.sub(r"data:[\w/+.;=-]{1,80},[^\s\"'()<>]{200,}", "", html) if "data:" in html else html
    kept: list[str] = []
    at = 0  # from where on nothing is kept yet
    opened: int | None = None
    for tag in _SCRIPT.finditer(html):
        if opened is None and not tag[1] and "ld+json" not in html[tag.end() : tag.end() + 300].partition(">")[0]:
            opened = tag.start()
        elif opened is not None and tag[1]:
            kept.append(html[at:opened])
            at, opened = tag.end(), None
    return "".join((*kept, html[at:]))


def read_page(html: str) -> Page:
    """Raises nothing: what is no page has no text."""
    tree = _parsed(html)
    if tree is None:
        return Page(None, None, None, None, None, "")
    meta = read_metadata(tree)
    hidden = drop_hidden(tree)
    lines = visible_lines(tree)
    text = _body(tree)
    return Page(
        title=meta.title,
        publisher=meta.publisher,
        published=meta.published or _date_by_the_title(lines, meta.title) or _guessed_date(tree, meta.url),
        author=meta.author or _agency_by_the_title(lines, meta.title),
        url=meta.url,
        text=text,
        removed=(
            *_furniture(lines, text, meta.title),
            *(Removed(t, CutReason.INVISIBLE) for t in dict.fromkeys(hidden)),
        ),
    )


def visible_lines(tree: HtmlElement) -> list[str]:
    """The lines that a reader sees of a page whose hidden parts are dropped, in order, blanks made single."""
    pieces: list[str] = []
    _collect(tree, pieces)
    joined = "".join(pieces)
    return [line for raw in joined.split("\n") if (line := " ".join(raw.split()))]


def _collect(root: HtmlElement, pieces: list[str]) -> None:
    """Text of the tree with a line end around every block; a loop, as pages nest deeper than Python does."""
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        block = isinstance(element.tag, str) and _BLOCKS.fullmatch(element.tag) is not None
        if event == "start":
            silent = not isinstance(element.tag, str) or element.tag in SILENT
            if silent:
                walk.skip_subtree()
            pieces.append(("\n" if block else "") + ("" if silent else _plain(element.text)))
        else:
            pieces.append(("\n" if block else "") + (_tail(element) if element is not root else ""))


def _tail(element: HtmlElement) -> str:
    """What follows an element; a blank between two links that nothing parts."""
    following = None if element.tail or element.tag != "a" else element.getnext()
    return " " if following is not None and following.tag == "a" else _plain(element.tail)


def _plain(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _parsed(html: str) -> HtmlElement | None:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", html)
    try:
        return document_fromstring(clean.encode(), parser=HTMLParser(encoding="utf-8", remove_pis=True))
    except (LxmlError, ValueError):
        return None


def _body(tree: HtmlElement) -> str:
    """The article's paragraphs. Settings as measured on real pages: precision loses least (`docs/decisions`)."""
    import trafilatura

    text = trafilatura.extract(
        deepcopy(tree), favor_precision=True, include_comments=False, include_tables=True, deduplicate=False
    )
    lines = [line for raw in (text or "").split("\n") if (line := " ".join(raw.split()))]
    return "\n".join(lines) if any(map(_SENTENCE.match, lines)) else ""


def _furniture(lines: list[str], text: str, title: str | None) -> list[Removed]:
    kept = _letters(text) + _letters(title or "")
    left = (line for line in dict.fromkeys(lines) if _letters(line) and _letters(line) not in kept)
    return [Removed(line, CutReason.FURNITURE) for line in left]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _by_the_title(lines: list[str], title: str | None) -> tuple[list[str], list[str]]:
    """The few lines above and below the headline."""
    at = next((number for number, line in enumerate(lines) if title and _letters(line) == _letters(title)), None)
    return ([], []) if at is None else (lines[max(0, at - 3) : at], lines[at + 1 : at + 6])


def _date_by_the_title(lines: list[str], title: str | None) -> str | None:
    above, below = _by_the_title(lines, title)
    return next((iso for line in (*below, *above) if (iso := stands_alone(line))), None)


def _agency_by_the_title(lines: list[str], title: str | None) -> str | None:
    """The agency in a line such as "3. März 2026 | Quelle: dpa" between headline and text; no photo credit."""
    for line in _by_the_title(lines, title)[1]:
        if len(line) > _PROSE:
            return None
        if not re.search(r"foto|photo|bild|image|фото", line, re.IGNORECASE) and (agency := agency_in(line)):
            return agency
    return None


def _guessed_date(tree: HtmlElement, url: str | None) -> str | None:
    """htmldate's answer, from the page's address and its short lines only: it takes any date that it finds."""
    from htmldate import find_date

    rest = deepcopy(tree)
    for element in list(rest.iter(*_DATELESS, "p", "li", "td")):
        prose = element.tag in ("p", "li", "td") and len(element.text_content()) < _PROSE
        if not prose and element.getparent() is not None:
            element.drop_tree()
    for element in list(rest.iter()):
        if _about_something_else(element) and element.getparent() is not None:
            element.drop_tree()
    found = find_date(rest, extensive_search=False, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
    return str(found) if found else None


def _about_something_else(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
        return False
    own = f"{element.get('class', '')} {element.get('id', '')}".lower()
    text = (element.text or "").lstrip()
    return bool(re.search(r"foot|copyright|comment|related|teaser|sidebar|imprint", own)) or text.startswith(
        ("©", "(c)", "Copyright")
    )
