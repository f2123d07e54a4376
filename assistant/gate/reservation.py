"""Whether a drafted sentence keeps the negations, reservations and attributions of what it quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.cues import (
    Cue,
    attributions,
    denials,
    hedges,
    is_attributed,
    is_hedged,
    is_planned,
    near_negations,
    negations,
)
from assistant.domain import Fault, FaultKind
from assistant.gate.clauses import binding, clauses
from index.documents import Span
from index.sentences import sentences
from index.terms import terms

_HEARSAY = frozenset({"soll", "sollen"})
_MUCH = 0.5  # of the best overlap: a quoted sentence with less is not what the drafted one repeats
_NEARLY = 0.8
_INSTEAD = frozenset({"sondern", "but", "а"})
_REPEATED = 3  # words that a negated clause and the drafted sentence share, to be about the same


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted sentence as the checks see it."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with the whole sentences of the article that it stands in."""

    text: str
    language: str


def quoted_sentences(text: str, span: Span, language: str) -> list[Quoted]:
    """The sentences of an article that a quote touches, whole: a cue must not get lost by quoting less."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    stretch = text[start : end if end >= 0 else len(text)]
    wanted = Span(span.start - start, span.end - start)
    return [Quoted(s.of(stretch), language) for s in sentences(stretch, language) if s.overlaps(wanted)]


def check_negation(drafted: Drafted, citations: Sequence[Sequence[Quoted]]) -> Fault | None:
    own = _denying(drafted)
    quoted = [quote for citation in citations for quote in citation]
    instead = _instead(drafted, quoted)
    for quote in quoted:
        denying = _denied_of(drafted, quote) if _is_nearly(drafted, quote) else []
        if len(own) + len(instead) < len(denying):
            return Fault(FaultKind.NEGATION, drafted.text, f"“{denying[0].text}”")
    if own and not any(_negates(drafted, quote) for quote in quoted):
        return Fault(FaultKind.NEGATION, drafted.text, f"“{own[0].text}”")
    return None if own or instead else _lost_negation(drafted, citations)


def _instead(drafted: Drafted, quoted: Sequence[Quoted]) -> list[Cue]:
    """Words of the sentence's own that may stand for a negation of the quotes: "failed" for "did not"."""
    words = " ".join(quote.text.lower() for quote in quoted)
    return [cue for cue in near_negations(drafted.text, drafted.language) if cue.text.lower() not in words]


def _lost_negation(drafted: Drafted, citations: Sequence[Sequence[Quoted]]) -> Fault | None:
    quoted = [quote for citation in citations for quote in _told_of(drafted, citation)]
    lost = [cue for quote in quoted for cue in _repeated_negations(drafted, quote)]
    # One quote may deny what another one asserts: the sentence then repeats the latter.
    affirmed = any(not _repeated_negations(drafted, quote) and _covers(drafted, quote) for quote in quoted)
    if not lost or affirmed:
        return None
    return Fault(FaultKind.NEGATION, drafted.text, f"“{lost[0].text}”")


def _told_of(drafted: Drafted, citation: Sequence[Quoted]) -> list[Quoted]:
    """The sentences of a quote that the drafted one repeats; of a long one in another language perhaps none."""
    overlaps = [len(_content(drafted, q.language) & _terms(q, q.language)) for q in citation]
    best = max(overlaps, default=0)
    if not best and len(citation) > 1:
        return []
    return [quote for quote, overlap in zip(citation, overlaps, strict=True) if overlap >= _MUCH * best]


def _denying(text: Drafted | Quoted) -> list[Cue]:
    return negations(text.text, text.language) + denials(text.text, text.language)


def _denied_of(drafted: Drafted, quote: Quoted) -> list[Cue]:
    """Negations of what the sentence repeats; a clause of which it tells nothing ("which had no alarm") is left out."""
    repeated = _terms(drafted, quote.language)
    untold = [c.span for c in clauses(quote.text, quote.language) if c.terms and not c.terms & repeated]
    return [cue for cue in _denying(quote) if not any(cue.span.overlaps(span) for span in untold)]


def _is_nearly(drafted: Drafted, quote: Quoted) -> bool:
    """Whether the two have nearly the same words: then each negation counts by itself."""
    if drafted.language != quote.language:
        return False
    ours, theirs = _terms(drafted, quote.language), _terms(quote, quote.language)
    return len(ours & theirs) >= _NEARLY * max(len(ours), len(theirs))


def _negates(drafted: Drafted, quote: Quoted) -> bool:
    """Whether the quote answers for a negation; not by a word that the sentence has and negates ("nicht geschlossen")."""
    args, own = (quote.text, quote.language), drafted.text.lower()
    near = [cue for cue in near_negations(*args) if cue.text.lower() not in own]
    return bool(negations(*args) or denials(*args) or near)


def _covers(drafted: Drafted, quote: Quoted) -> bool:
    """Whether the quoted sentence has at least half of the drafted one's words, besides who says them."""
    wanted = _content(drafted, quote.language)
    return drafted.language == quote.language and 2 * len(wanted & _terms(quote, quote.language)) >= len(wanted)


def _content(drafted: Drafted, language: str) -> frozenset[str]:
    """The terms of what is told, without who tells it."""
    from assistant.read.attribution.find import attributions

    content = [s.of(drafted.text) for a in attributions(drafted.text, drafted.language) for s in a.content]
    return _terms(Drafted(" ".join(content) or drafted.text, drafted.language), language)


def _repeated_negations(drafted: Drafted, quote: Quoted) -> list[Cue]:
    if drafted.language != quote.language:
        return _foreign_negations(drafted, quote)
    repeated = _terms(drafted, quote.language)
    denied = binding(denials(quote.text, quote.language), quote.text, quote.language, repeated, everywhere=True)
    return denied + [cue for cue in negations(quote.text, quote.language) if _is_repeated(cue, quote, repeated)]


def _foreign_negations(drafted: Drafted, quote: Quoted) -> list[Cue]:
    """Words can't be compared, so only a quoted sentence of one clause binds, or one in which somebody denies."""
    if len(tuple(clauses(quote.text, quote.language))) == 1:
        return negations(quote.text, quote.language) + denials(quote.text, quote.language)
    return denials(quote.text, quote.language)


def _is_repeated(cue: Cue, quote: Quoted, repeated: frozenset[str]) -> bool:
    """Whether the drafted sentence says the very thing that is negated here."""
    parts = clauses(quote.text, quote.language)
    own = next((part for part in parts if cue.span.start < part.span.end), parts[-1])
    after = terms(quote.text[cue.span.end : own.span.end], quote.language)
    before = terms(quote.text[own.span.start : cue.span.start], quote.language)
    if after and (after[0] in repeated or (quote.language == "de" and after[-1] in repeated)):
        return True
    if not after and before and before[-1] in repeated:
        return True
    shared = len(own.terms & repeated)
    following = next((part for part in parts if part.span.start >= own.span.end), None)
    if following and following.first_word in _INSTEAD and not shared:
        return False  # "nicht ein Einschlag, sondern …": only what stands instead is repeated
    if not shared:
        return bool(binding([cue], quote.text, quote.language, repeated))  # "it is not so that …"
    return shared >= _REPEATED or 2 * shared > len(own.terms)


def check_reservation(drafted: Drafted, citations: Sequence[Sequence[Quoted]]) -> Fault | None:
    """All quotes hedged: so must the sentence be. All attributed: hedged or attributed."""
    hedged = [_binding_hedges(drafted, citation) for citation in citations]
    if all(hedged) and not _is_reserved(drafted, [cue for cues in hedged for cue in cues]):
        return Fault(FaultKind.RESERVATION, drafted.text, f"“{hedged[0][0].text}”")
    attributed = [_binding_attributions(drafted, citation) for citation in citations]
    reserved = is_attributed(drafted.text, drafted.language) or is_hedged(drafted.text, drafted.language)
    if all(a or h for a, h in zip(attributed, hedged, strict=True)) and not reserved:
        if is_planned(drafted.text, drafted.language):
            return None
        cue = (attributed[0] or hedged[0])[0]
        return Fault(FaultKind.ATTRIBUTION, drafted.text, f"“{cue.text}”")
    return None


def _is_reserved(drafted: Drafted, lost: Sequence[Cue]) -> bool:
    """Hearsay told as "soll" may also be told as somebody's word; a doubt in a word of its own stays a doubt."""
    if is_hedged(drafted.text, drafted.language):
        return True
    hearsay = all(cue.text.lower() in _HEARSAY for cue in lost)
    told = is_attributed(drafted.text, drafted.language) or is_planned(drafted.text, drafted.language)
    return hearsay and told


def _binding_hedges(drafted: Drafted, citation: Sequence[Quoted]) -> list[Cue]:
    return _in_all(drafted, citation, [hedges(q.text, q.language) for q in citation], everywhere=False)


def _binding_attributions(drafted: Drafted, citation: Sequence[Quoted]) -> list[Cue]:
    return _in_all(drafted, citation, [attributions(q.text, q.language) for q in citation], everywhere=True)


def _in_all(drafted: Drafted, citation: Sequence[Quoted], cues: Sequence[list[Cue]], *, everywhere: bool) -> list[Cue]:
    """The cues that bear on the drafted sentence, if every quoted sentence that it repeats has one."""
    overlaps = [len(_terms(drafted, q.language) & _terms(q, q.language)) for q in citation]
    best = max(overlaps, default=0)
    bound: list[Cue] = []
    for quote, own, overlap in zip(citation, cues, overlaps, strict=True):
        if overlap < _MUCH * best:
            continue
        bearing = binding(own, quote.text, quote.language, _terms(drafted, quote.language), everywhere=everywhere)
        if not bearing:
            return []
        bound += bearing
    return bound


def _terms(text: Drafted | Quoted, language: str) -> frozenset[str]:
    """Stems as the given language makes them; of another language's text only names and figures meet."""
    return frozenset(terms(text.text, language))
