"""Whom the words of an article mean that a model gives as a source: by the same rules as everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.sources.cast import Cast
from assistant.sources.figures import Figure, as_source, bare
from assistant.sources.phrases import read_phrase
from assistant.sourcing import Reading, Source, SourceKind
from index.documents import Article, Span
from index.sentences import sentences
from index.terms import stem, stop_words, words

_LONGEST = 12  # words of what can be a source
_LOOSE = ("name:", "person:", "unnamed:")  # keys of which the rules know no more than what this article says


class Named:
    """The sources of one article, from the embedded reading where it has them, so that one body has one key."""

    def __init__(self, article: Article, publisher: Figure, embedded: Reading) -> None:
        self._article = article
        self._cast = Cast(article, publisher, [s.start for s in sentences(article.text, article.language)])
        links = [link for claim in embedded.claims for link in claim.chain]
        self._known = {self._alike(name): link.source for link in links for name in _names(link.source)}
        self._met: dict[str, Source] = {}

    def source(self, span: Span, kind: str) -> Source | None:
        """`kind` is the model's word, and counts where the rules know nobody of that name."""
        if not self._may_name(span.of(self._article.text).split()):
            return None
        told = bare(span.of(self._article.text), self._article.language)
        known = self._alike(told)
        found = self._known.get(known) or self._met.get(known) or self._new(span, told)
        self._met[known] = _of_kind(found, _kind(kind))
        return self._met[known]

    def _alike(self, name: str) -> str:
        """The same for a name in any case of its declension: "Landeskriminalamts"."""
        return " ".join(stem(word, self._article.language) for word in words(name)) or name.lower()

    def _new(self, span: Span, told: str) -> Source:
        figure = self._cast.figure((span,))
        if figure is None:
            return Source(told, SourceKind.PERSON, f"name:{told.lower()}")
        source = as_source(figure)
        if source.named:
            return Source(told, source.kind, f"name:{told.lower()}") if self._is_another(span, source) else source
        # Numbered anew by this cast: the embedded reading's numbers mean others.
        return replace(source, key=f"unnamed:{self._article.id}:{told.lower()}")

    def _is_another(self, span: Span, source: Source) -> bool:
        """Whether the words say more than a kind of body that may stand for one named before.

        "national clearance authority" is not the ministry: English writes compounds apart, and what stands beside the
        word for the kind belongs to the name.
        """
        if self._article.language != "en":
            return False
        phrase = read_phrase(self._cast.page, span)
        kinds = [kind.span for kind in phrase.kinds if kind.span]
        if not kinds or phrase.names or phrase.bodies or phrase.roles or phrase.places:
            return False
        text = self._article.text
        rest = f"{Span(span.start, kinds[0].start).of(text)} {Span(kinds[-1].end, span.end).of(text)}"
        named = {word for name in _names(source) for word in words(name)}
        return any(word not in named for word in words(rest) if word not in stop_words("en"))

    def _may_name(self, told: Sequence[str]) -> bool:
        """Whether there is more than a pronoun; whom that means, a model has to name."""
        return len(told) <= _LONGEST and any(w.lower() not in stop_words(self._article.language) for w in told)


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
