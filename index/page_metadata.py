"""What a page's head says of the article: title, publisher, date, author, address.

Asked in this order: JSON-LD of an article, OpenGraph and other meta tags, <time>, the page's address and title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.dates import iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Json = dict[str, object] | list[object] | str | int | float | bool | None

_ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
_DATES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "last-modified",
    "article:modified_time",
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_SUFFIX = re.compile(r"^(.{12,}?)\s+[|–—-]\s+([^|–—]{2,40})$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; `published` is ISO 8601. None: it does not say."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a page, before anything has been dropped from its tree."""
    article, meta, url = _article(tree), _meta(tree), _url(tree)
    named, site = _title_parts(tree)
    return Metadata(
        title=_text(article.get("headline")) or _first(meta, _TITLES) or _heading(tree) or named,
        publisher=_site_name(_first(meta, _SITES[:1]))
        or _name(article.get("publisher"))
        or _site_name(_first(meta, _SITES[1:]))
        or _host(url)
        or site,
        published=_date(article.get("datePublished"))
        or _first_date(meta)
        or _time_element(tree)
        or _date(article.get("dateModified")),
        author=_person(_name(article.get("author"))) or _person(_first(meta, _AUTHORS)),
        url=url,
    )


def _article(tree: HtmlElement) -> dict[str, object]:
    """The first JSON-LD object of the page that is an article; an empty one if there is none."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        for found in _objects(_parsed(script.text or "")):
            if _ARTICLE.search(str(found.get("@type", ""))):
                return found
    return {}


def _parsed(text: str) -> Json:
    """JSON as pages write it: perhaps with line breaks in strings, in a comment, or with a comma too many."""
    text = (
        re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", text.strip())
        .strip()
        .rstrip(";")
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            parsed: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _objects(node: Json, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every object in lists, in @graph and in mainEntity, outermost first."""
    if isinstance(node, list):
        for item in node[:200]:
            yield from _objects(item, depth) if isinstance(item, (dict, list)) else ()
    elif isinstance(node, dict):
        yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            inner = node.get(key)
            if depth < 5 and isinstance(inner, (dict, list)):
                yield from _objects(inner, depth + 1)


def _name(node: object) -> str | None:
    """The name in a Person, an Organization, a list of them (joined by commas), or a bare string."""
    if isinstance(node, list):
        return ", ".join(filter(None, map(_name, node[:6]))) or None
    return _plain_name(_text(node.get("name") if isinstance(node, dict) else node))


def _plain_name(text: str | None) -> str | None:
    """A name; addresses and handles stand where names should."""
    return None if not text or re.match(r"https?://|www\.|@", text) else text


def _site_name(text: str | None) -> str | None:
    """The name without its slogan: "Name | All the news"."""
    name = re.split(r"\s+[|–—]\s+", _plain_name(text) or "")[0]
    return name or None


def _person(text: str | None) -> str | None:
    text = re.sub(r"^(?:von|by|автор:?)\s+", "", _plain_name(text) or "", flags=re.IGNORECASE)
    return text if 2 < len(text) <= 120 else None


def _text(value: object) -> str | None:
    """A string with its entities resolved and its blanks made single, or None."""
    from html import unescape

    text = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return text or None


def _date(value: object) -> str | None:
    return iso_date(value) if isinstance(value, str) else None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The content of each meta tag by its lower-case property, name or itemprop; the first of each counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = _text(tag.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _first_date(meta: dict[str, str]) -> str | None:
    return next((iso for key in _DATES if key in meta and (iso := iso_date(meta[key]))), None)


def _time_element(tree: HtmlElement) -> str | None:
    """The first <time> that is in the article (marked as its date, or before its text), none of a teaser or comment."""
    for element in tree.iter("time"):
        above = [a for a in element.iterancestors() if isinstance(a.tag, str)]
        names = " ".join(f"{a.get('class', '')} {a.get('id', '')}" for a in above).lower()
        if any(a.tag in ("aside", "footer", "nav", "li") for a in above) or re.search(r"teaser|comment|related", names):
            continue
        if iso := iso_date(element.get("datetime") or element.text_content()):
            return iso
    return None


def _url(tree: HtmlElement) -> str | None:
    """The page's own address: canonical link, og:url."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    urls = [*links, _meta(tree).get("og:url")]
    return next((u.strip() for u in urls if u and re.match(r"https?://", u.strip())), None)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host) if host and "." in host else None


def _heading(tree: HtmlElement) -> str | None:
    headings = [_text(h.text_content()) for h in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else None


def _title_parts(tree: HtmlElement) -> tuple[str | None, str | None]:
    """ "Headline | Site" as ("Headline", "Site"); a title without a site as (title, None)."""
    title = _text(tree.findtext(".//title"))
    found = _SUFFIX.match(title or "")
    return (found[1], found[2]) if found else (title, None)
