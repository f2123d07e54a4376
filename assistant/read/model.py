"""The reader that asks a language model who says what; every word of its reply is looked for in the article.

The embedded reading is what it is checked against: it gives the claims that the model leaves out, and its reservations
stay. Names become sources by the same rules, so that one body under two names stays one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, Field

from assistant.findings.remember import RememberingReader
from assistant.model.asking import Ledger, Model, NoReply, Prompt
from assistant.model.data import clean, fence_for
from assistant.read.credits import agency_of
from assistant.sources.cast import Cast
from assistant.sources.figures import as_source
from assistant.sources.publisher import publisher_of
from assistant.sourcing import Attribution, Claim, Link, QuoteType, Reader, Reading, Silence, Source, SourceKind
from index.documents import Article, Span
from index.sentences import sentences
from index.tokens import count_tokens
from prompts.load import load

_FRAME = 900  # tokens of the prompt without an article
_SHARE = 0.4  # of the window that an article's part may take: the reply is about as long as what it is about
_MOST = 60  # sentences in one prompt


class _From(BaseModel):
    words: str = ""
    name: str = ""
    kind: str = ""


class _Entry(BaseModel):
    n: int
    sources: list[_From] = Field(default_factory=list, alias="from")
    reservation: list[str] = Field(default_factory=list)
    part: str = ""


class _Quiet(BaseModel):
    n: int
    party: str = ""


class Read(BaseModel):
    claims: list[_Entry] = Field(default_factory=list)
    silences: list[_Quiet] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """Sentences of an article that one prompt is about: from number `first` (1 and up) on."""

    article: Article
    first: int
    spans: tuple[Span, ...]


class ModelReader:
    def __init__(self, model: Model, ledger: Ledger, fallback: Reader) -> None:
        self.name = f"{model.name} {load('read').digest}"
        self._model, self._ledger, self._fallback = model, ledger, fallback

    def read(self, article: Article) -> Reading:
        return self.read_many([article])[0]

    def read_many(self, articles: Sequence[Article]) -> list[Reading]:
        """All of them at once, as far as the model takes several requests at the same time."""
        parts = [part for article in articles for part in parts_of(article, self._model.window)]
        replies = self._model.ask_all([read_prompt(part) for part in parts], Read)
        found: dict[str, list[tuple[_Part, Read]]] = {article.id: [] for article in articles}
        for part, reply in zip(parts, replies, strict=True):
            if isinstance(reply, NoReply):
                self._ledger.fell_back("reader", reply)
            else:
                found[part.article.id].append((part, reply))
        return [self._reading(article, found[article.id]) for article in articles]

    def learn(self, articles: Sequence[Article], kept: Callable[[Sequence[str]], Mapping[str, bytes]]) -> None:
        """The embedded readings that a collection keeps are what replies are checked against."""
        if isinstance(self._fallback, RememberingReader):
            self._fallback.learn(articles, kept)

    def _reading(self, article: Article, replies: Sequence[tuple[_Part, Read]]) -> Reading:
        embedded = self._fallback.read(article)
        checked = _Checked(article, embedded, self._ledger)
        for part, reply in replies:
            checked.take(part, reply)
        return checked.reading()


def parts_of(article: Article, window: int) -> Iterator[_Part]:
    """The article in parts that fit the window, cut between sentences."""
    room = max(200, int(window * _SHARE) - _FRAME // 2)
    spans = sentences(article.text, article.language)
    first, size = 0, 0
    for n, span in enumerate(spans):
        tokens = count_tokens(span.of(article.text)) + 4
        if n > first and (size + tokens > room or n - first >= _MOST):
            yield _Part(article, first + 1, tuple(spans[first:n]))
            first, size = n, 0
        size += tokens
    if spans[first:]:
        yield _Part(article, first + 1, tuple(spans[first:]))


def read_prompt(part: _Part) -> Prompt:
    wording, article = load("read"), part.article
    head = article.headline.end if article.headline else 0
    shown = "\n".join(
        f"[{n}]{' (headline)' if span.start < head else ''} {clean(span.of(article.text))}"
        for n, span in enumerate(part.spans, part.first)
    )
    user = wording.user.substitute(
        publisher=clean(article.publisher or "unknown"),
        date=article.day or "unknown",
        sentences=shown,
        first=part.first,
        last=part.first + len(part.spans) - 1,
        fence=fence_for(shown),
    )
    return Prompt("read", wording.system.substitute(), user, wording.digest)


class _Checked:
    """A reading in the making: the embedded one, and over it what of the model's is found in the article."""

    def __init__(self, article: Article, embedded: Reading, ledger: Ledger) -> None:
        self._article, self._ledger = article, ledger
        self._claims = list(embedded.claims)
        self._silences = list(embedded.silences)
        self._publisher = publisher_of(article)
        self._agency = agency_of(article, self._publisher)
        self._cast = Cast(article, self._publisher, [s.start for s in sentences(article.text, article.language)])

    def reading(self) -> Reading:
        return Reading(tuple(sorted(self._claims, key=lambda c: c.span)), tuple(self._silences))

    def take(self, part: _Part, reply: Read) -> None:
        spans = dict(enumerate(part.spans, part.first))
        entries: dict[int, list[_Entry]] = {}
        for entry in reply.claims:
            entries.setdefault(entry.n, []).append(entry)
        for number, told in sorted(entries.items()):
            if number in spans:
                self._take_sentence(spans[number], told)
            else:
                self._ledger.drop("claim", len(told))
        for quiet in reply.silences:
            if quiet.n in spans:
                self._take_silence(spans[quiet.n], quiet)

    def _take_sentence(self, sentence: Span, told: Sequence[_Entry]) -> None:
        """The model's claims in place of the embedded ones of that sentence, if all it names is there."""
        before = [c for c in self._claims if c.span.overlaps(sentence)]
        if not before:
            return  # nothing that can be checked, by the rules
        made = [self._claim(sentence, entry, before) for entry in told]
        kept = [claim for claim in made if claim is not None]
        self._ledger.drop("claim", len(made) - len(kept)) if len(kept) < len(made) else None
        if kept and len(kept) == len(made):
            self._claims = [c for c in self._claims if c not in before] + kept

    def _claim(self, sentence: Span, entry: _Entry, before: Sequence[Claim]) -> Claim | None:
        span = self._locate(entry.part, sentence) if entry.part.strip() else sentence
        if span is None:
            return None
        links = [self._link(source, sentence) for source in entry.sources]
        if any(link is None for link in links):
            return None
        chain = self._chain([link for link in links if link is not None])
        hedges = {h for c in before for h in c.hedges if h.overlaps(span) or len(before) == 1}
        hedges |= {h for words in entry.reservation if (h := self._locate(words, sentence))}
        attribution = self._attribution(chain, span, before)
        headline = any(c.headline for c in before)
        return Claim(self._article, span, chain, attribution, tuple(sorted(hedges)), headline)

    def _chain(self, links: Sequence[Link]) -> tuple[Link, ...]:
        own = as_source(self._publisher)
        chain = [Link(own)]
        if self._agency and all(link.source.key != self._agency.key for link in links):
            chain.append(Link(as_source(self._agency)))
        for link in links:
            if all(link.source.key != known.source.key for known in chain):
                chain.append(link)
        return tuple(chain)

    def _link(self, told: _From, sentence: Span) -> Link | None:
        """A source that the article names, or None. Pronouns and roles are believed: whom they mean is its name."""
        name = self._locate_anywhere(told.name) or (self._locate(told.words, sentence) if told.words else None)
        if name is None:
            return None
        here = self._locate(told.words, sentence) if told.words.strip() else None
        spans = tuple(sorted({name, here} - {None}))  # type: ignore[type-var]
        figure = self._cast.figure((name,))
        source = as_source(figure) if figure else self._unlisted(name, told.kind)
        kind = _kind(told.kind)
        if kind is SourceKind.UNNAMED and source.kind is not SourceKind.UNNAMED and not _is_listed(source):
            source = replace(source, kind=kind, named=False)
        elif kind and not _is_listed(source) and source.named:
            source = replace(source, kind=kind)
        return Link(source, tuple(s for s in spans if s is not None))

    def _unlisted(self, name: Span, kind: str) -> Source:
        words = name.of(self._article.text)
        found = _kind(kind) or SourceKind.PERSON
        if found is SourceKind.UNNAMED:
            return Source(words, found, f"unnamed:{self._article.id}:{words.lower()}", named=False)
        return Source(words, found, f"name:{words.lower()}")

    def _attribution(self, chain: Sequence[Link], span: Span, before: Sequence[Claim]) -> Attribution | None:
        if len(chain) < 2 or not chain[-1].spans:
            return None
        known = next(
            (c.attribution for c in before if c.attribution and c.chain[-1].source.key == chain[-1].source.key), None
        )
        if known:
            return known
        own = tuple(s for s in chain[-1].spans if s.overlaps(span))
        return Attribution((), own, (span,), QuoteType.REPORTED)

    def _take_silence(self, sentence: Span, quiet: _Quiet) -> None:
        party = self._locate(quiet.party, sentence) or self._locate_anywhere(quiet.party)
        if party is None:
            self._ledger.drop("silence")
            return
        if any(s.span.overlaps(sentence) for s in self._silences):
            return
        figure = self._cast.figure((party,))
        source = as_source(figure) if figure else self._unlisted(party, "")
        self._silences.append(Silence(self._article, sentence, source))

    def _locate(self, words: str, within: Span) -> Span | None:
        """Exact words in a stretch of the article; only white space and capitals may differ."""
        wanted = r"\s+".join(map(re.escape, words.split()))
        found = re.compile(rf"(?<!\w){wanted}(?!\w)", re.IGNORECASE) if wanted else None
        match = found.search(self._article.text, within.start, within.end) if found else None
        return Span(match.start(), match.end()) if match else None

    def _locate_anywhere(self, words: str) -> Span | None:
        return self._locate(words, Span(0, len(self._article.text)))


def _kind(text: str) -> SourceKind | None:
    try:
        return SourceKind(text)
    except ValueError:
        return None


def _is_listed(source: Source) -> bool:
    """Whether the rules know the body by more than its name here: then they know its kind too."""
    return not source.key.startswith(("name:", "unnamed:"))
