"""The nouns of the index: what goes in, what is kept, what a search gives back.

Every offset is a number of characters (Unicode code points) into `Article.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice of an article's text: characters `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Kind(StrEnum):
    """How the bytes of a raw input are to be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Raw:
    """One raw input, exactly as it came: `path` is what the user can find it by (a file, or "-")."""

    path: str
    data: bytes = field(repr=False)
    kind: Kind

    @property
    def id(self) -> str:
        """The id of the article in it: the first 16 hexadecimal digits of the SHA-256 of the bytes."""
        return sha256(self.data).hexdigest()[:16]


class Notice(StrEnum):
    """Something an editor should know about a whole article."""

    AI_ASSISTED = "ai_assisted"
    AGENCY_COPY = "agency_copy"
    NEAR_COPY = "near_copy"
    MACHINE_ORDERS = "machine_orders"  # it has text addressed to a machine that reads it
    UNDATED = "undated"
    NO_PUBLISHER = "no_publisher"


class CutReason(StrEnum):
    """Why a piece of raw text is not in the article's text."""

    HEADLINE_RUN = "headline_run"  # unrelated headlines, lists of links
    TEASER = "teaser"  # "read also", a pointer to another piece
    NOTICE = "notice"  # transparency, AI or correction notes; kept as a Notice where it matters
    REPEATED = "repeated"  # the same line again
    NEWSLETTER = "newsletter"  # subscribe, follow, app, comment, share
    IMPRINT = "imprint"  # imprint, copyright, contact, privacy, cookie
    PHOTO_CREDIT = "photo_credit"
    OTHER_LANGUAGE = "other_language"
    OTHER_TOPIC = "other_topic"
    FURNITURE = "furniture"  # page navigation and the like
    INVISIBLE = "invisible"  # hidden page text, zero-width and control characters


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of raw text that was cut, and why."""

    text: str
    reason: CutReason


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one publisher.

    `text` is cleaned: paragraphs parted by one empty line, the headline (if there is any) first.
    `id` is that of its raw input, so that the same input is the same article.
    `published` is ISO 8601, a date or a time with its zone as far as known, or None.
    `language` is an ISO 639-1 code, or "und" where it could not be told.
    """

    id: str
    text: str = field(repr=False)
    path: str
    headline: Span | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "und"
    url: str | None = None
    author: str | None = None
    notices: tuple[Notice, ...] = ()
    removed: tuple[Removed, ...] = field(default=(), repr=False)

    def __hash__(self) -> int:
        return hash(self.id)  # an article is looked up all the time, and has much that need not be hashed

    @property
    def title(self) -> str | None:
        return self.headline.of(self.text) if self.headline else None

    @property
    def day(self) -> str | None:
        """The date of publication, YYYY-MM-DD."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True)
class Head:
    """What a list shows of an article, without its text."""

    id: str
    path: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str
    notices: tuple[Notice, ...]
    passages: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of an article of about 200 tokens, cut at sentence ends: what is embedded and retrieved."""

    id: str
    article: str
    number: int
    span: Span
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found, with its article. The higher the score, the better, within one search."""

    passage: Passage
    article: Article
    score: float
    copies: tuple[Passage, ...] = ()  # near-identical passages of other articles, folded into this one


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; None is no limit. Days are YYYY-MM-DD, inclusive; undated articles fail them."""

    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None
