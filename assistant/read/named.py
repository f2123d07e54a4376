"""Whom the words of an article mean that a model gives as a source: by the same rules as everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.sources.cast import Cast
from assistant.sources.figures import Figure, as_source, bare
from assistant.sourcing import Reading, Source, SourceKind
from index.documents import Article, Span
from index.sentences import sentences
from index.terms import stop_words

_LONGEST = 12  # words of what can be a source
_LOOSE = ("name:", "person:", "unnamed:")  # keys of which the rules know no more than what this article says


class Named:
    """The sources of one article, from the embedded reading where it has them, so that one body has one key."""

    def __init__(self, article: Article, publisher: Figure, embedded: Reading) -> None:
        self._article = article
        self._cast = Cast(article, publisher, [s.start for s in sentences(article.text, article.language)])
        links = [link for claim in embedded.claims for link in claim.chain]
        self._known = {name.lower(): link.source for link in links for name in _names(link.source)}
        self._met: dict[str, Source] = {}

    def source(self, span: Span, kind: str) -> Source | None:
        """`kind` is the model's word, and counts where the rules know nobody of that name."""
        if not self._may_name(span.of(self._article.text).split()):
            return None
        words = bare(span.of(self._article.text), self._article.language)
        found = self._known.get(words.lower()) or self._met.get(words.lower()) or self._new(span, words)
        self._met[words.lower()] = _of_kind(found, _kind(kind))
        return self._met[words.lower()]

    def _new(self, span: Span, words: str) -> Source:
        figure = self._cast.figure((span,))
        if figure is None:
            return Source(words, SourceKind.PERSON, f"name:{words.lower()}")
        source = as_source(figure)
        if source.named:
            return source
        # Numbered anew by this cast: the embedded reading's numbers mean others.
        return replace(source, key=f"unnamed:{self._article.id}:{words.lower()}")

    def _may_name(self, words: Sequence[str]) -> bool:
        """Whether there is more than a pronoun; whom that means, a model has to name."""
        return len(words) <= _LONGEST and any(w.lower() not in stop_words(self._article.language) for w in words)


def _of_kind(source: Source, kind: SourceKind | None) -> Source:
    if kind is None or not source.key.startswith(_LOOSE) or not source.named:
        return source
    if kind is SourceKind.UNNAMED:
        return source if source.key.startswith("person:") else replace(source, kind=kind, named=False)
    return replace(source, kind=kind)


def _kind(text: str) -> SourceKind | None:
    try:
        return SourceKind(text.strip().lower())
    except ValueError:
        return None


def _names(source: Source) -> tuple[str, ...]:
    return (source.name, *source.aliases) if source.named else (source.name,)
