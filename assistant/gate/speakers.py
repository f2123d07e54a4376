"""Whether a drafted sentence lets those speak who speak in its quotes: who says so must not become somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain import Citation, Fault, FaultKind
from assistant.gate import dates
from assistant.gate.clauses import clauses
from assistant.gate.grow import around, sentences_of
from assistant.gate.names import known_names, unsupported
from assistant.gate.numbers import Number, numbers
from assistant.gate.numbers import unsupported as strange_numbers
from assistant.gate.reservation import Drafted, Quoted
from assistant.gate.support import speakers
from assistant.sourcing import Attribution
from index.documents import Span
from index.terms import terms

_TITLE = 5  # letters of a stem that may be a title


def check_speakers(
    drafted: Drafted, citations: Sequence[Citation], context: Sequence[Sequence[Quoted]]
) -> Fault | None:
    """Whoever is named as a source stands in a quoted sentence, or in the chain of what it claims, or printed it.

    Where a figure stands in the speaker's own clause, it must be a quote with that very figure.
    """
    from assistant.read.attribution.find import attributions

    for attribution in attributions(drafted.text, drafted.language, counted=True):
        for name in _names(attribution, drafted):
            told_by = [c for c, quoted in zip(citations, context, strict=True) if _knows(name, drafted, c, quoted)]
            if not told_by or not _has_figures(attribution, drafted, told_by, citations):
                return Fault(FaultKind.ATTRIBUTION, drafted.text, f"“{name}”")
    return None


def _names(attribution: Attribution, drafted: Drafted) -> Iterator[str]:
    """The source's words where they name somebody rather than say what sort of body it is."""
    for span in attribution.source:
        words = span.of(drafted.text)
        if unsupported(words, drafted.language, known_names([])):
            yield words


def _knows(name: str, drafted: Drafted, citation: Citation, quoted: Sequence[Quoted]) -> bool:
    """By the quoted sentence, the chain, and where the article introduces who speaks.

    The sentences around a quote count where they name somebody whose title stands in it ("sagte der Minister").
    """
    introduced = _introductions(citation)
    texts = [q.text for q in quoted] + speakers(citation) + introduced
    if not unsupported(name, drafted.language, known_names(texts)):
        return True
    titles = {t for t in terms(name, drafted.language) if len(t) >= _TITLE}
    said = {t for text in (*(q.text for q in quoted), *introduced) for t in terms(text, citation.article.language)}
    return bool(titles & said) and not unsupported(name, drafted.language, known_names([*texts, around(citation)]))


def _introductions(citation: Citation) -> list[str]:
    """The sentences in which the article names the stations of the chain."""
    spans = [span for link in citation.claim.chain for span in link.spans] if citation.claim else []
    article = citation.article
    return [s.of(article.text) for s in sentences_of(article) if any(s.overlaps(span) for span in spans)]


def _has_figures(
    attribution: Attribution, drafted: Drafted, told_by: Sequence[Citation], citations: Sequence[Citation]
) -> bool:
    own = _figures_beside(attribution, drafted)
    theirs = [n for c in told_by for n in _numbers(c)]
    all_of_them = [n for c in citations for n in _numbers(c)]
    return not [n for n in strange_numbers(own, theirs) if not strange_numbers([n], all_of_them)]


def _figures_beside(attribution: Attribution, drafted: Drafted) -> list[Number]:
    """The figures in the clause in which the speaker is named."""
    parts = [c.span for c in clauses(drafted.text, drafted.language)]
    clause = next((p for p in parts if p.overlaps(attribution.source[0])), Span(0, len(drafted.text)))
    taken = [day.span for day in dates.dates(drafted.text, drafted.language)]
    return [n for n in numbers(drafted.text, drafted.language, taken) if n.span.overlaps(clause) and n.sure]


def _numbers(citation: Citation) -> list[Number]:
    taken = [day.span for day in dates.dates(citation.quote, citation.article.language)]
    return numbers(citation.quote, citation.article.language, taken)
