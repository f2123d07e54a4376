"""The verification gate: a drafted sentence passes if code finds its quotes and nothing in it goes beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.cues import is_hedged
from assistant.domain import Citation, Draft, Drafted, Fault, FaultKind, Sentence, Verified
from assistant.findings.cite import claiming
from assistant.gate import reservation
from assistant.gate.locate import is_verbatim, locate, normalised, pieces_of
from assistant.gate.standing import Told, told_of_sourcing, without
from assistant.sourcing import Claim, Sourcing, unsourced
from index.documents import Article
from index.instructions import instructions
from index.language import clear_language
from index.terms import words


def verify(
    draft: Draft, articles: Sequence[Article], claims: Sequence[Claim] = (), sourcing: Sourcing = unsourced
) -> Verified:
    """Which sentences of a draft pass, and what is held against the others. Order is kept.

    `claims`: what was read from the articles; whom a quoted claim has its words from may then be named too.
    `sourcing`: what a sentence says of its own sourcing is held against it; only asked where one says such things.
    """
    by_id = {article.id: article for article in articles}
    passed: list[Sentence] = []
    faults: list[Fault] = []
    for drafted in draft.sentences:
        citations, missing = _citations(drafted, by_id, claims)
        held = missing or list(_faults(drafted.text, citations, claims, sourcing))
        faults += held
        if not held:
            passed.append(Sentence(drafted.text, tuple(citations)))
    return Verified(tuple(passed), tuple(faults))


def _citations(
    drafted: Drafted, articles: Mapping[str, Article], claims: Sequence[Claim]
) -> tuple[list[Citation], list[Fault]]:
    if not drafted.quotes:
        return [], [Fault(FaultKind.NO_CITATION, drafted.text, "no quote is given")]
    citations: list[Citation] = []
    for quote in drafted.quotes:
        article = articles.get(quote.article)
        span = locate(quote.text, article) if article else None
        if article is None or span is None:
            return [], [Fault(FaultKind.QUOTE_NOT_FOUND, drafted.text, quote.text)]
        citation = Citation(article, span, is_hedged(span.of(article.text), article.language))
        citations.append(claiming(citation, claims))
    return citations, []


def _faults(text: str, citations: Sequence[Citation], claims: Sequence[Claim], sourcing: Sourcing) -> Iterator[Fault]:
    """What is wrong with a sentence whose quotes are found, one fault for each kind."""
    context = [reservation.quoted_sentences(c.article.text, c.span, c.article.language) for c in citations]
    ordering = next((c for c in citations if _addresses_machine(c)), None)
    if ordering:
        yield Fault(FaultKind.INSTRUCTION, text, ordering.quote)
        return
    if _is_whole(text, context):
        return
    verbatim = is_verbatim(text, [c.quote for c in citations])
    drafted = reservation.Drafted(text, citations[0].article.language if verbatim else _language(text, citations))
    plain = drafted
    if not verbatim:
        told = _told_of_sourcing(drafted, citations, context, claims, sourcing)
        yield from (Fault(FaultKind.STANDING, text, f"“{t.span.of(text)}”") for t in told if not t.borne_out)
        plain = reservation.Drafted(without(text, told), drafted.language)
        yield from (replace(fault, sentence=text) for fault in _unsupported(plain, citations))
    for check, seen in ((reservation.check_negation, plain), (reservation.check_reservation, drafted)):
        fault = check(seen, context)
        if fault:
            yield replace(fault, sentence=text)


def _addresses_machine(citation: Citation) -> bool:
    article = citation.article
    return any(citation.span.overlaps(span) for span in instructions(article.text, article.language))


def _is_whole(text: str, context: Sequence[Sequence[reservation.Quoted]]) -> bool:
    """Whether the sentence is whole sentences of one article, word for word: then nothing can have got lost."""
    pieces = pieces_of(text)
    return any(
        pieces == [piece for quote in citation for piece in pieces_of(quote.text)]
        or normalised(text) in {normalised(quote.text) for quote in citation}
        for citation in context
    )


def _told_of_sourcing(
    drafted: reservation.Drafted,
    citations: Sequence[Citation],
    context: Sequence[Sequence[reservation.Quoted]],
    claims: Sequence[Claim],
    sourcing: Sourcing,
) -> list[Told]:
    quoted = [quote for quotes in context for quote in quotes]
    return told_of_sourcing(drafted.text, drafted.language, citations, quoted, claims, sourcing)


def _unsupported(drafted: reservation.Drafted, citations: Sequence[Citation]) -> Iterator[Fault]:
    # Country names and word frequencies are loaded only where a sentence is not verbatim.
    from assistant.gate.support import strange_dates, strange_names, strange_numbers

    for kind, strange in (
        (FaultKind.DATE, strange_dates),
        (FaultKind.NUMBER, strange_numbers),
        (FaultKind.NAME, strange_names),
    ):
        found = strange(drafted.text, drafted.language, citations)
        if found:
            yield Fault(kind, drafted.text, ", ".join(f"“{words}”" for words in found))


def _language(text: str, citations: Sequence[Citation]) -> str:
    """The language of a sentence that is not its article's own: by function words, else by how common its words are."""
    tokens = words(text)
    clear = clear_language(tokens, text)
    if clear:
        return clear
    if any("а" <= token[0] <= "ё" for token in tokens):
        return "ru"
    from index.embedding.frequency import weight

    first = citations[0].article.language
    candidates = sorted(("de", "en"), key=lambda code: code != first)  # where both fit, the article's
    return min(candidates, key=lambda code: sum(weight(token, code) for token in tokens))
