"""Quotes that grow: where a sentence needs a name, number or date that stands right beside its quote, it is quoted too.

A writer quotes few words; what it says is held against the words that are shown. So a quote becomes its whole sentence
where that has what is missing, and a sentence next to it that names whom it speaks of is quoted beside it. Who is named
as a source must stand in the quoted sentence itself, or in its chain: the one before may be about somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.cues import is_hedged
from assistant.domain import Citation
from assistant.gate.support import strange_dates, strange_names, strange_numbers
from index.documents import Span
from index.sentences import sentences_of

_BEFORE, _AFTER = 2, 1  # sentences around a quoted one


def grown(text: str, language: str, citations: Sequence[Citation]) -> list[Citation]:
    """The citations, as they are where they carry the sentence; none shorter than it was."""
    kept = list(citations)
    if not (missing := _missing(text, language, kept)):
        return kept
    for n, citation in enumerate(citations):
        tried = [*kept[:n], _whole(citation), *kept[n + 1 :]]
        if len(left := _missing(text, language, tried)) < len(missing):
            kept, missing = tried, left
    names = strange_names(text, language, kept) if missing else []
    for near in (b for c in citations for b in beside(c) if names):
        left = strange_names(text, language, [*kept, near])
        if len(left) < len(names):
            kept, names = [*kept, near], left
    return kept


def _missing(text: str, language: str, citations: Sequence[Citation]) -> list[str]:
    checks = (strange_dates, strange_numbers, strange_names)
    return [found for check in checks for found in check(text, language, citations)]


def _whole(citation: Citation) -> Citation:
    touched = [s for s in sentences_of(citation.article) if s.overlaps(citation.span)]
    return _of(citation, Span(min([*touched, citation.span]).start, max(s.end for s in (*touched, citation.span))))


def beside(citation: Citation) -> list[Citation]:
    """The sentences of the article around a quote, the nearest first."""
    spans = sentences_of(citation.article)
    own = [n for n, s in enumerate(spans) if s.overlaps(citation.span)]
    if not own:
        return []
    before = range(own[0] - 1, max(-1, own[0] - 1 - _BEFORE), -1)
    after = range(own[-1] + 1, min(len(spans), own[-1] + 1 + _AFTER))
    return [replace(_of(citation, spans[n]), claim=None) for n in (*before, *after)]


def _of(citation: Citation, span: Span) -> Citation:
    return replace(citation, span=span, hedged=is_hedged(span.of(citation.article.text), citation.article.language))
