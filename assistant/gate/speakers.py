"""Whether a drafted sentence lets those speak who speak in its quotes: who says so must not become somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.cues import denials
from assistant.domain import Citation, Fault, FaultKind
from assistant.gate import dates
from assistant.gate.clauses import clauses
from assistant.gate.grow import beside
from assistant.gate.names import known_names, unsupported
from assistant.gate.numbers import Number, numbers
from assistant.gate.numbers import unsupported as strange_numbers
from assistant.gate.reservation import Drafted, Quoted
from assistant.gate.support import speakers
from assistant.sourcing import Attribution, Claim, Sourcing
from index.documents import Span
from index.sentences import sentences_of


def check_speakers(
    drafted: Drafted,
    citations: Sequence[Citation],
    context: Sequence[Sequence[Quoted]],
    claims: Sequence[Claim],
    sourcing: Sourcing,
) -> Fault | None:
    """Whoever is named as a source stands in a quoted sentence, or in the chain of what it claims, or printed it.

    Where a figure stands in the speaker's own clause, it must be a quote with that very figure.
    """
    from assistant.read.attribution.find import attributions

    for attribution in attributions(drafted.text, drafted.language, counted=True):
        for name in _names(attribution, drafted):
            if _denies(attribution, drafted) and not _is_denier(name, drafted, citations, context):
                return Fault(FaultKind.ATTRIBUTION, drafted.text, f"“{name}”")
            told_by = _told_by(name, drafted, citations, context, claims, sourcing)
            if not told_by or not _has_figures(attribution, drafted, told_by, citations):
                return Fault(FaultKind.ATTRIBUTION, drafted.text, f"“{name}”")
    return None


def _denies(attribution: Attribution, text: Drafted | Quoted) -> bool:
    return any(denials(span.of(text.text), text.language) for span in attribution.cue)


def _is_denier(name: str, drafted: Drafted, citations: Sequence[Citation], context: Sequence[Sequence[Quoted]]) -> bool:
    """Whether it is who denies in the quotes; a sentence that is denied mostly names others too."""
    from assistant.read.attribution.find import attributions

    found = [
        [s.of(q.text) for q in quoted for a in attributions(q.text, q.language) if _denies(a, q) for s in a.source]
        for quoted in context
    ]
    texts = [text for own, c in zip(found, citations, strict=False) if own for text in (*own, *speakers(c))]
    return not texts or not unsupported(name, drafted.language, known_names(texts))


def _told_by(
    name: str,
    drafted: Drafted,
    citations: Sequence[Citation],
    context: Sequence[Sequence[Quoted]],
    claims: Sequence[Claim],
    sourcing: Sourcing,
) -> list[Citation]:
    """The citations that let somebody of that name speak: those that say so themselves before those that imply it."""

    def known(texts: Callable[[Citation, Sequence[Quoted]], Sequence[str]]) -> list[Citation]:
        pairs = zip(citations, context, strict=True)
        return [c for c, quoted in pairs if not unsupported(name, drafted.language, known_names(texts(c, quoted)))]

    return (
        known(lambda c, quoted: [q.text for q in quoted])
        or known(lambda c, quoted: [*(q.text for q in quoted), *speakers(c), *_introductions(c)])
        or known(lambda c, quoted: [*(q.text for q in quoted), *speakers(c), *_silent_beside(c, claims)])
        or known(lambda c, quoted: [*(q.text for q in quoted), *speakers(c), *_other_names(c, sourcing)])
    )


def _names(attribution: Attribution, drafted: Drafted) -> Iterator[str]:
    """The source's words where they name somebody rather than say what sort of body it is."""
    for span in attribution.source:
        words = span.of(drafted.text)
        if unsupported(words, drafted.language, known_names([])):
            yield words


def _introductions(citation: Citation) -> list[str]:
    """The sentences in which the article names the stations of the chain."""
    spans = [span for link in citation.claim.chain for span in link.spans] if citation.claim else []
    article = citation.article
    return [s.of(article.text) for s in sentences_of(article) if any(s.overlaps(span) for span in spans)]


def _silent_beside(citation: Citation, claims: Sequence[Claim]) -> list[str]:
    """The sentences around a quote that let nobody speak: there stands of whom the quote goes on to tell.

    Only where the article does let somebody speak in the quote.
    """
    if not citation.claim or not any(link.spans for link in citation.claim.chain):
        return []
    spoken = [s for c in claims if c.article.id == citation.article.id for link in c.chain for s in link.spans]
    return [b.quote for b in beside(citation) if not any(b.span.overlaps(span) for span in spoken)]


def _other_names(citation: Citation, sourcing: Sourcing) -> list[str]:
    """What the other articles call the origin of the quoted claim."""
    claim = citation.claim
    origins = [o for f in (sourcing([claim]) if claim else ()) for o in f.origins if claim in o.claims]
    return [name for origin in origins for name in (origin.source.name, *origin.source.aliases)]


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
