"""What the HTML report shows, in plain values: the template decides nothing, and escapes everything."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.export.context import Extract
from assistant.export.picture.draw import Drawing


@dataclass(frozen=True, slots=True)
class Badge:
    """`sign` and word tell it; `tone` is a CSS class beside them."""

    sign: str
    word: str
    tone: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The words of one article for one thing. `words` are those that tell most; `extracts` have all, in context."""

    id: str
    number: int
    publisher: str
    via: tuple[str, ...]
    day: str
    hedged: str
    url: str | None
    title: str | None
    lang: str | None
    words: str
    extracts: tuple[Extract, ...]
    where: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class SentenceView:
    id: str
    number: int
    text: str
    lang: str | None
    badges: tuple[Badge, ...]
    quotes: tuple[QuoteView, ...]
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Of the table beside a picture: who printed it, when, whom they have it from, and on which side that is."""

    publisher: str
    day: str
    via: tuple[str, ...]
    side: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """`told` is the picture in words, for those who cannot see it."""

    desk: Drawing
    phone: Drawing
    told: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Side:
    title: str
    key: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    id: str
    number: int
    statement: str
    lang: str | None
    standing: str
    flags: tuple[str, ...]
    reasons: tuple[Badge, ...]
    sides: tuple[Side, ...]
    picture: PictureView | None
    sentences: tuple[int, ...]
    tag: str


@dataclass(frozen=True, slots=True)
class PartView:
    """`as_asked`: its findings stand in the order in which the statements were given, else the weakest first."""

    id: str
    heading: str
    told: str
    pile: str
    silent: str
    understood: str
    sentences: tuple[SentenceView, ...]
    nearest: tuple[QuoteView, ...]
    findings: tuple[FindingView, ...]
    as_asked: bool
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: `key` is a standing or a flag; how many findings it leaves."""

    key: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    publisher: str
    title: str
    day: str
    lang: str | None
    url: str | None
    where: str
    notices: tuple[str, ...]
    cut: str


@dataclass(frozen=True, slots=True)
class ReportView:
    lang: str
    title: str
    kicker: str
    parts: tuple[PartView, ...]
    choices: tuple[Choice, ...]
    articles: tuple[ArticleView, ...]
    made: tuple[str, ...]
