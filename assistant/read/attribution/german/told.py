"""Acts of speech that German news tells of without a clause: "fordert ein Verbot", "nannte es „einen Fehler“"."""

from __future__ import annotations

from assistant.read.attribution.drafts import Draft, Range, trim
from assistant.read.attribution.german.addressee import addressee
from assistant.read.attribution.german.afterfield import document
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.predicates import Predicate, cue_of, reporting_prepositions
from assistant.read.attribution.german.subjects import Subject
from assistant.sourcing import QuoteType


def told_of(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft | None:
    told = predicate.verb in word_set("reports", "reports_dative") or _has_preposition(sentence, predicate)
    if told or predicate.verb in word_set("says", "thinks", "names"):
        quoted = _quoted_object(sentence, predicate, who)
        if quoted:
            return quoted
    return _reported(sentence, predicate, who) if told else None


def _has_preposition(sentence: Sentence, predicate: Predicate) -> bool:
    wanted = reporting_prepositions(predicate.verb)
    if not wanted:
        return False
    segment = sentence.segment_of(predicate.finite)
    stretch = sentence.tokens[segment.first : segment.last + 1]
    return any(token.low in wanted and not token.quote for token in stretch)


def _reported(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft | None:
    """The act alone is told. Its clause is the content."""
    if not who.source or predicate.last or predicate.modal:
        return None
    segments = sentence.segments
    k = max(sentence.segment_at(i) for i in predicate.parts)
    while k + 1 < len(segments) and segments[k + 1].opener != ";":
        if segments[k + 1].kind in (Kind.MAIN, Kind.FIRST):
            break
        k += 1
    content = trim(sentence.tokens, [(who.start, segments[k].last)])
    to = addressee(sentence, predicate, who)
    return Draft(cue_of(predicate), list(who.source), content, QuoteType.REPORTED, [], to)


def _quoted_object(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft | None:
    """ "nannte das Urteil „einen Skandal“": the quotation with which the clause ends is what was said."""
    written = document(sentence, predicate.segment) if predicate.passive and not who.source else None
    source = [written] if written else list(who.source)
    quoted = _last_quotation(sentence, predicate)
    if not source or quoted is None or any(first <= quoted[0] <= last for first, last in source):
        return None
    if not _is_own(sentence, quoted):
        return None
    segment = sentence.segment_of(max(predicate.parts))
    frame = trim(sentence.tokens, [(who.start, quoted[0] - 1), (quoted[1] + 1, segment.last)])
    to = addressee(sentence, predicate, who)
    return Draft(cue_of(predicate), source, [quoted], QuoteType.DIRECT, frame, to)


def _last_quotation(sentence: Sentence, predicate: Predicate) -> Range | None:
    """The quotation with which the clause ends, but for the verb; none if a relative clause hangs on it."""
    tokens = sentence.tokens
    k = sentence.segment_at(max(predicate.parts))
    segment = sentence.segments[k]
    if k + 1 < len(sentence.segments) and sentence.segments[k + 1].kind is Kind.RELATIVE:
        return None
    last = segment.last
    while last in predicate.parts or tokens[last].low in word_set("auxiliaries"):
        last -= 1
    number, first = tokens[last].quote, last
    while number and first > segment.first and tokens[first - 1].quote == number:
        first -= 1
    behind_verb = first > predicate.finite or predicate.last
    return (first, last) if number and behind_verb else None


def _is_own(sentence: Sentence, quoted: Range) -> bool:
    """Whether the quoted words are somebody's own, and no name behind its noun: "das Buch „Sommer“"."""
    tokens = sentence.tokens
    first, last = quoted
    if first < last and tokens[first + 1].text[0].islower():
        return True
    lower = any(token.text[0].islower() for token in tokens[first : last + 1])
    return not tokens[first - 1].text[0].isupper() and (lower or tokens[first - 1].text[0].islower())
