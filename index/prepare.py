"""A raw input to an article: decode, find who printed it and when, clean. Written once, top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from index.cleaning.clean import Cleaned, clean
from index.dates import iso_date
from index.decode import decode
from index.documents import Article, CutReason, Kind, Notice, Raw, Removed
from index.errors import NoArticle, TooLarge
from index.frontmatter import split_front_matter
from index.instructions import instructions, orders_machine
from index.markdown import plain_text
from index.masthead import Masthead, find_masthead
from index.names import agency_in

_LARGEST_PAGE = 3_000_000  # characters of markup; the largest news pages have some hundred thousand


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is known of an article before it is cleaned."""

    text: str = field(repr=False)
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    removed: tuple[Removed, ...] = field(default=(), repr=False)


def prepare(raw: Raw) -> Article:
    """The article in a raw input. Raises InputError: EmptyInput, NotText, TooLarge, NoArticle.

    Front matter counts before a page's metadata, that before what the text itself says.
    """
    text = decode(raw.data, raw.path)
    draft = (
        _from_page(text, raw.path) if raw.kind is Kind.HTML else _from_text(text, markdown=raw.kind is Kind.MARKDOWN)
    )
    cleaned = clean(draft.text, title=draft.title) if draft.text.strip() else None
    if cleaned is None or not cleaned.text.strip():
        raise NoArticle(
            raw.path,
            "no article text found",
            "Give it in whole sentences, or its saved page; `secondsource show FILE` shows what was cut, and why",
            (*draft.removed, *(cleaned.removed if cleaned else ())),
        )
    return Article(
        id=raw.id,
        text=cleaned.text,
        path=raw.path,
        headline=cleaned.headline,
        publisher=draft.publisher,
        published=draft.published,
        language=cleaned.language,
        url=draft.url,
        author=draft.author,
        notices=_notices(draft, cleaned),
        removed=(*draft.removed, *cleaned.removed),
    )


def _from_page(html: str, path: str) -> _Draft:
    from index.pages import read_page, without_bulk

    html = without_bulk(html)
    if len(html) > _LARGEST_PAGE:
        raise TooLarge(path, "this page is too large, even without its programs and pictures", "Save it as text")
    page = read_page(html)
    return _Draft(
        text=page.text,
        title=page.title,
        publisher=page.publisher or _publisher_in(page.removed),
        published=page.published,
        author=page.author,
        url=page.url,
        removed=page.removed,
    )


def _publisher_in(removed: Iterable[Removed]) -> str | None:
    """The publisher that a page's furniture names: its header, its footer."""
    furniture = "\n".join(piece.text for piece in removed if piece.reason is CutReason.FURNITURE)
    return find_masthead(furniture).publisher


def _from_text(text: str, *, markdown: bool) -> _Draft:
    given, body = split_front_matter(text)
    title = given.get("title")
    removed: tuple[Removed, ...] = ()
    if markdown:
        plain = plain_text(body)
        body, title, removed = plain.text, title or plain.title, plain.removed
    published = iso_date(given.get("published", ""))
    found = Masthead() if "publisher" in given and published else find_masthead(body)
    return _Draft(
        text=body,
        title=title,
        publisher=given.get("publisher") or found.publisher or _host(given.get("url")),
        published=published or found.published,
        author=given.get("author") or found.author,
        url=given.get("url"),
        removed=removed,
    )


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _notices(draft: _Draft, cleaned: Cleaned) -> tuple[Notice, ...]:
    """Those of the text, and what the metadata add, in the order in which Notice lists them."""
    holds = {
        *cleaned.notices,
        *([Notice.AGENCY_COPY] if _is_agency(draft.author) else []),
        *([Notice.MACHINE_ORDERS] if _orders_machine(draft, cleaned) else []),
        *([] if draft.published else [Notice.UNDATED]),
        *([] if draft.publisher else [Notice.NO_PUBLISHER]),
    }
    return tuple(notice for notice in Notice if notice in holds)


def _orders_machine(draft: _Draft, cleaned: Cleaned) -> bool:
    """Also in what no reader sees: there it is most surely meant for a machine."""
    unseen = (r.text for r in (*draft.removed, *cleaned.removed) if r.reason is CutReason.INVISIBLE)
    return bool(instructions(cleaned.text, cleaned.language)) or any(orders_machine(text) for text in unseen)


def _is_agency(author: str | None) -> bool:
    """Whether the author is nothing but one or more agencies ("dpa", "Reuters, AFP")."""
    parts = re.split(r"\s*(?:[,/;|]|\bund\b|\band\b|\bи\b)\s*", author or "")
    return all(part and agency_in(part) for part in parts)
