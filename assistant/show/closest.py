"""Of a passage that was found, the part that its reader looks for; and whether the words stand there at all."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents import Hit, Span
from index.sentences import sentences
from index.terms import stem, stop_words, words
from index.wordlists import LANGUAGES

_PARAGRAPHS_SHOWN = 2
_FEW = 5  # words; what has fewer is a masthead, a heading or a byline


def has_any_word(hits: Sequence[Hit], query: str) -> bool:
    """Whether a word of the query stands in any of the articles that were found, in whatever form."""
    return any(_shared(hit.article.text, query, hit.article.language) for hit in hits)


def closest_paragraphs(text: str, query: str, language: str) -> str:
    """The paragraphs that share most words with the query, in their order; what is left out between them is marked."""
    paragraphs = text.split("\n\n")
    shared = [len(_shared(paragraph, query, language)) for paragraph in paragraphs]
    best = sorted(_ranked(paragraphs, shared)[:_PARAGRAPHS_SHOWN])
    shown = [
        f"{'' if number == before + 1 else '[…] '}{paragraphs[number]}"
        for before, number in zip([-1, *best], best, strict=False)
    ]
    return "\n\n".join(shown) + (" […]" if best[-1] < len(paragraphs) - 1 else "")


def closest_sentence(text: str, query: str, language: str) -> str:
    """The sentence that shares most words with the query; what is left out around it is marked."""
    pieces, best = _closest(text, query, language)
    return f"{'[…] ' if best else ''}{pieces[best].of(text)}{' […]' if best < len(pieces) - 1 else ''}"


def closest_span(hit: Hit, query: str) -> Span:
    """Where that sentence stands in the article."""
    pieces, best = _closest(hit.passage.text, query, hit.article.language)
    start = hit.passage.span.start
    return Span(start + pieces[best].start, start + pieces[best].end)


def _closest(text: str, query: str, language: str) -> tuple[Sequence[Span], int]:
    """The sentences of a text, and the number of the closest."""
    spans = sentences(text, language) or [Span(0, len(text))]
    pieces = [span.of(text) for span in spans]
    shared = [0 if _is_short(piece) else len(_shared(piece, query, language)) for piece in pieces]
    return spans, _ranked(pieces, shared)[0]


def _ranked(pieces: Sequence[str], shared: Sequence[int]) -> list[int]:
    """Numbers of the pieces, those first that share most words; those that share none only where none shares any."""
    ranked = sorted(range(len(pieces)), key=lambda n: (-shared[n], _is_short(pieces[n])))
    return [n for n in ranked if shared[n]] or ranked


def _is_short(piece: str) -> bool:
    return len(words(piece)) < _FEW


def _shared(text: str, query: str, language: str) -> set[str]:
    """Stems of the query that are in a text in this language. The query's own language may be any of ours."""
    stops = stop_words("")  # of all languages
    there = {stem(word, language) for word in words(text)}
    return {
        word
        for word in words(query)
        if word not in stops and not there.isdisjoint(stem(word, code) for code in (language, *LANGUAGES))
    }
