"""What a model is asked about an article, sentence by sentence, and what its reply is read with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, Field, WithJsonSchema

from assistant.model.asking import Prompt
from assistant.model.data import clean, fence_for
from assistant.sourcing import SourceKind
from index.documents import Article, Span
from index.instructions import orders_in
from index.sentences import sentences
from index.tokens import count_tokens
from prompts.load import load

_SHARE = 0.2  # of the window, for sentences: the wording takes some 900 tokens, the reply two or three times as much
_MOST = 40  # sentences in one prompt: more, and weak models lose count
_LEFT_OUT = "[...]"
_BEFORE = 3  # sentences shown before a part that is not the first, so that "he" is somebody

_KIND = WithJsonSchema({"type": "string", "enum": [kind.value for kind in SourceKind]})


class From(BaseModel):
    """One station, as the model words it. An odd kind costs only the kind."""

    words: str = ""
    name: str = ""
    kind: Annotated[str, _KIND] = ""


class Entry(BaseModel):
    """What the model says of sentence `n`, or of the part of it that is given."""

    n: int
    sources: list[From] = Field(default_factory=list, alias="from")
    reservation: list[str] = Field(default_factory=list)
    part: str = ""


class Hush(BaseModel):
    n: int
    party: str = ""
    words: str = ""


class Read(BaseModel):
    """`own`: sentences in the article's own voice; one that is neither there nor in `claims` stays as it was read."""

    own: list[int] = Field(default_factory=list)
    claims: list[Entry] = Field(default_factory=list)
    silences: list[Hush] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences of an article that one prompt is about: from number `first` (1 and up) on."""

    article: Article
    first: int
    spans: tuple[Span, ...]
    before: tuple[Span, ...] = ()

    @property
    def last(self) -> int:
        return self.first + len(self.spans) - 1


def parts_of(article: Article, window: int) -> Iterator[Part]:
    """The article in parts that fit the window, cut between sentences."""
    room = int(window * _SHARE)
    spans = sentences(article.text, article.language)
    first, size = 0, 0
    for n, span in enumerate(spans):
        tokens = count_tokens(span.of(article.text)) + 4
        if n > first and (size + tokens > room or n - first >= _MOST):
            yield _part(article, spans, first, n)
            first, size = n, 0
        size += tokens
    if spans[first:]:
        yield _part(article, spans, first, len(spans))


def _part(article: Article, spans: Sequence[Span], first: int, end: int) -> Part:
    return Part(article, first + 1, tuple(spans[first:end]), tuple(spans[max(0, first - _BEFORE) : first]))


def read_prompt(part: Part) -> Prompt:
    wording, article = load("read"), part.article
    head = article.headline.end if article.headline else 0
    lines = ["…", *(_shown(article, span) for span in part.before)] if part.before else []
    for n, span in enumerate(part.spans, part.first):
        lines.append(f"[{n}]{' (headline)' if span.start < head else ''} {_shown(article, span)}")
    shown = "\n".join(lines)
    publisher = clean(article.publisher or "unknown")
    user = wording.user.substitute(
        publisher=publisher,
        date=article.day or "unknown",
        sentences=shown,
        first=part.first,
        last=part.last,
        fence=fence_for(publisher + shown),
    )
    return Prompt("read", wording.system.substitute(), user, wording.digest)


def _shown(article: Article, span: Span) -> str:
    """A sentence, unless it is addressed to a machine: of such nothing is told on anyway."""
    orders = orders_in(article)
    return _LEFT_OUT if any(span.overlaps(order) for order in orders) else clean(span.of(article.text))
