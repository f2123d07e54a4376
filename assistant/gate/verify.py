"""The verification gate: a drafted sentence passes if code finds its quotes and nothing in it goes beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.cues import is_hedged
from assistant.domain import Citation, Draft, Drafted, Fault, FaultKind, Sentence, Verified
from assistant.findings.cite import claiming
from assistant.gate import reservation
from assistant.gate.locate import is_verbatim, locate, normalised, pieces_of
from assistant.sourcing import Claim, Sourcing, unsourced
from index.documents import Article
from index.instructions import orders_in
from index.language import clear_language
from index.terms import words

if TYPE_CHECKING:
    from assistant.gate.standing import Told


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
        held = missing
        if not missing:
            citations, held = _checked(drafted.text, citations, claims, sourcing)
        faults += held
        if not held:
            passed.append(Sentence(drafted.text, tuple(citations)))
    return Verified(tuple(passed), tuple(faults))


def _citations(
    drafted: Drafted, articles: Mapping[str, Article], claims: Sequence[Claim]
) -> tuple[list[Citation], list[Fault]]:
    if not drafted.quotes:
        return [], [Fault(FaultKind.NO_CITATION, drafted.text, "")]
    citations: list[Citation] = []
    for quote in drafted.quotes:
        article = articles.get(quote.article)
        span = locate(quote.text, article) if article else None
        if article is None or span is None:
            return [], [Fault(FaultKind.QUOTE_NOT_FOUND, drafted.text, quote.text)]
        citation = Citation(article, span, is_hedged(span.of(article.text), article.language))
        citations.append(claiming(citation, claims))
    return citations, []


def _checked(
    text: str, citations: Sequence[Citation], claims: Sequence[Claim], sourcing: Sourcing
) -> tuple[list[Citation], list[Fault]]:
    """The citations as they are shown, and what is wrong with a sentence whose quotes are found, one fault a kind."""
    ordering = next((c for c in citations if _addresses_machine(c)), None)
    if ordering:
        return [], [Fault(FaultKind.INSTRUCTION, text, ordering.quote)]
    context = [_quoted(c) for c in citations]
    if _is_whole(text, context):
        return list(citations), []
    if is_verbatim(text, [c.quote for c in citations]):
        drafted = reservation.Drafted(text, citations[0].article.language)
        return list(citations), list(_turned(drafted, drafted, context))
    return _weighed(reservation.Drafted(text, _language(text, citations)), citations, claims, sourcing)


def _weighed(
    drafted: reservation.Drafted, citations: Sequence[Citation], claims: Sequence[Claim], sourcing: Sourcing
) -> tuple[list[Citation], list[Fault]]:
    """A sentence in words of its own: what it says of its sourcing against findings, the rest against its quotes."""
    # Country names, word frequencies and rules of reading are loaded only here.
    from assistant.gate.acts import check_acts
    from assistant.gate.grow import grown
    from assistant.gate.speakers import check_speakers
    from assistant.gate.standing import told_of_sourcing, without

    context = [_quoted(c) for c in citations]
    said = [quote for quotes in context for quote in quotes]
    told = told_of_sourcing(drafted.text, drafted.language, citations, said, claims, sourcing)
    plain = reservation.Drafted(without(drafted.text, told), drafted.language)
    shown = grown(plain.text, plain.language, citations)
    context = [_quoted(c) for c in shown[: len(citations)]]
    held = [Fault(FaultKind.STANDING, "", f"“{t.span.of(drafted.text)}”") for t in told if not t.borne_out]
    held += _unsupported(plain, shown)
    held += [fault for fault in _turned(plain, drafted, context) if not _is_told_who(fault, told)]
    held += check_acts(plain, shown[: len(context)], context)
    speaker = check_speakers(plain, shown[: len(context)], context, claims, sourcing)
    held += [speaker] if speaker else []
    return shown, [replace(fault, sentence=drafted.text) for fault in _one_a_kind(held)]


def _is_told_who(fault: Fault, told: Sequence[Told]) -> bool:
    return fault.kind is FaultKind.ATTRIBUTION and any(t.tells_who and t.borne_out for t in told)


def _turned(
    plain: reservation.Drafted, drafted: reservation.Drafted, context: Sequence[Sequence[reservation.Quoted]]
) -> Iterator[Fault]:
    """Negations and reservations; `plain` is the sentence without what it says of its own sourcing.

    What it says of that may be what negates: "that is not independently confirmed".
    """
    negation = reservation.check_negation(plain, context) and reservation.check_negation(drafted, context)
    yield from (fault for fault in (negation, reservation.check_reservation(drafted, context)) if fault)


def _one_a_kind(faults: Sequence[Fault]) -> list[Fault]:
    return list({fault.kind: fault for fault in reversed(faults)}.values())[::-1]


def _quoted(citation: Citation) -> list[reservation.Quoted]:
    return reservation.quoted_sentences(citation.article.text, citation.span, citation.article.language)


def _addresses_machine(citation: Citation) -> bool:
    return any(citation.span.overlaps(span) for span in orders_in(citation.article))


def _is_whole(text: str, context: Sequence[Sequence[reservation.Quoted]]) -> bool:
    """Whether the sentence is whole sentences of one article, word for word: then nothing can have got lost."""
    pieces = pieces_of(text)
    return any(
        pieces == [piece for quote in citation for piece in pieces_of(quote.text)]
        or normalised(text) in {normalised(quote.text) for quote in citation}
        for citation in context
    )


def _unsupported(drafted: reservation.Drafted, citations: Sequence[Citation]) -> Iterator[Fault]:
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
