"""Where a German verb of saying stands to what is said: before it, behind it, in it, or in a clause with "wie"."""

from __future__ import annotations

from dataclasses import replace

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim
from assistant.read.attribution.german.addressee import addressee
from assistant.read.attribution.german.afterfield import after_verb, document
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.complements import pointing_word
from assistant.read.attribution.german.finite import has_plural_verb, subjunctives
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.nouns import noun_at_end
from assistant.read.attribution.german.predicates import Predicate, cue_of
from assistant.read.attribution.german.scope import content_last
from assistant.read.attribution.german.subjects import Subject
from assistant.sourcing import QuoteType


def before(sentence: Sentence, predicate: Predicate, who: Subject, following: int) -> Draft:
    """ "Der Rat sagte, dass …": the verb stands before what is said, which begins with segment `following`."""
    tokens, segments = sentence.tokens, sentence.segments
    last = content_last(sentence, following)
    content = [(segments[following].first, last)]
    cue = cue_of(predicate)
    pointing = pointing_word(sentence, predicate)
    if pointing and pointing not in predicate.parts:
        cue.append((pointing, pointing))
    cue += _object_noun(sentence, predicate, who, following)
    source, to = list(who.source), addressee(sentence, predicate, who)
    if predicate.passive:
        source, to = _of_passive(sentence, predicate, who)
    frame = [(who.start, segments[following].first - 1)]
    if last < segments[-1].last and not _quotation_follows(sentence, last):
        frame.append((last + 1, segments[-1].last))
    return Draft(cue, source, trim(tokens, content), kind_of(tokens, content), frame, to)


def _object_noun(sentence: Sentence, predicate: Predicate, who: Subject, following: int) -> list[Range]:
    """ "äußerte die Hoffnung, …": the noun on which the clause hangs belongs to the cue."""
    noun = noun_at_end(sentence, following - 1)
    inside = any(first <= noun <= last for first, last in who.source)
    if noun <= predicate.finite or inside or noun in predicate.parts:
        return []
    first = noun - 1 if sentence.tokens[noun - 1].low in word_set("determiners") else noun
    before_it = sentence.tokens[first - 1].low
    return [] if before_it in word_set("prepositions") else [(first, noun)]


def _of_passive(sentence: Sentence, predicate: Predicate, who: Subject) -> tuple[list[Range], list[Range]]:
    """ "In dem Brief werden die Mitglieder gebeten, …": the source is a document, the subject is spoken to."""
    written = None if who.source else document(sentence, predicate.segment)
    spoken_to = who.patient if predicate.verb in word_set("addresses", "addresses_dative") else None
    return [written] if written else list(who.source), [spoken_to] if spoken_to else []


def _quotation_follows(sentence: Sentence, last: int) -> bool:
    after = sentence.tokens[last + 1 : last + 3]
    return len(after) == 2 and after[0].text == ":" and after[1].quote > 0


def how_clause(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft | None:
    """ "Wie die Polizei mitteilte, …": the rest of the sentence is what was said."""
    tokens = sentence.tokens
    segment = sentence.segments[predicate.segment]
    following = tokens[segment.head + 1].low
    if predicate.verb not in word_set("says") - word_set("names") or following == "sie":
        return None
    if not (who.source or predicate.passive or following == "es"):
        return None
    start = next((s.first for s in reversed(sentence.segments[: predicate.segment + 1]) if s.opener in (";", ":")), 0)
    content = trim(tokens, [(start, segment.first - 1), (segment.last + 1, sentence.segments[-1].last)])
    if not content:
        return None
    how = segment.head if tokens[segment.head].low == "wie" else segment.first + 1
    frame = [(segment.first, segment.last)]
    return Draft([(how, how), *cue_of(predicate)], list(who.source), content, frame=frame)


def behind(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft | None:
    """ "…, sagte die Ministerin": the verb stands first in its segment, behind what is said or within it."""
    tokens, segments = sentence.tokens, sentence.segments
    k = sentence.segment_at(predicate.finite)
    segment = segments[k]
    if points_back(sentence, predicate) and who.source:
        return _pointing_back(sentence, predicate, who)
    if k and _points_within(sentence, k) and who.source:
        return _pointing_within(sentence, predicate, who)
    if _quote_opens(sentence, predicate):
        return _behind_quote(sentence, predicate)
    if not _stands_behind(sentence, predicate, who):
        return None
    start = next((j for j in range(k - 1, -1, -1) if _begins_said(sentence, j)), 0)
    so = tokens[segment.first].low == "so"
    if not so and not _may_be_said(sentence, start, k):
        return None
    frame_last = _frame_last(sentence, max([segment.last, *(last for _, last in who.source), *predicate.parts]))
    content = trim(tokens, [(segments[start].first, segment.first - 1)])
    if _goes_on(sentence, frame_last + 1, content):
        content += trim(tokens, [(frame_last + 1, segments[-1].last)])
    elif frame_last < segments[-1].last:
        frame_last = segments[-1].last
    if not content:
        return None
    opening = segment.first - 1 if segment.opener else segment.first
    to = addressee(sentence, predicate, who)
    return Draft(cue_of(predicate), list(who.source), content, kind_of(tokens, content), [(opening, frame_last)], to)


def _begins_said(sentence: Sentence, k: int) -> bool:
    """ "Er war froh: „Gut so“, sagte er": it begins behind a semicolon, or with a quotation behind a colon."""
    segment = sentence.segments[k]
    return segment.opener == ";" or (segment.opener == ":" and sentence.tokens[segment.first].quote > 0)


def _stands_behind(sentence: Sentence, predicate: Predicate, who: Subject) -> bool:
    """ "…, sagte er", "…, so sagte er"."""
    segment = sentence.segment_of(predicate.finite)
    first = segment.kind is Kind.FIRST and segment.verb == predicate.finite
    so = sentence.tokens[segment.first].low == "so" and predicate.finite == segment.first + 1
    return (first or so) and segment.first > 0 and not who.fronted and bool(who.source)


def _may_be_said(sentence: Sentence, start: int, k: int) -> bool:
    """Whether what stands before segment `k` can be what is said, and not just something fronted."""
    segments = sentence.segments
    whole = any(s.kind in (Kind.MAIN, Kind.FIRST, Kind.QUOTED) for s in segments[start:k])
    if whole or sentence.tokens[segments[k].first - 1].quote or opens_with_that(sentence, start):
        return True
    if segments[start].kind is Kind.FRAGMENT and has_plural_verb(
        sentence.tokens, segments[start].first, segments[start].last
    ):
        return True
    return any(s.kind is Kind.FIRST and s.head == s.first for s in segments[k + 1 :])


def opens_with_that(sentence: Sentence, k: int) -> bool:
    """ "Dass der Deich hält, sagte …": what is said stands in front."""
    return sentence.tokens[sentence.segments[k].first].low in ("dass", "daß")


def _frame_last(sentence: Sentence, last: int) -> int:
    """The last word of a frame that reaches at least to `last`, with the relative clauses that hang on it."""
    segments = sentence.segments
    k = sentence.segment_at(last)
    while k + 1 < len(segments) and segments[k + 1].kind is Kind.RELATIVE and segments[k + 1].opener == ",":
        k += 1
    return segments[k].last


def _goes_on(sentence: Sentence, at: int, content: list[Range]) -> bool:
    """Whether what is said goes on after the frame."""
    if at > sentence.segments[-1].last:
        return False
    segment = sentence.segment_of(min(at + 1, len(sentence.tokens) - 1))
    if sentence.tokens[segment.first].quote or segment.kind in (Kind.SUB, Kind.INFINITIVE):
        return True
    opening = sentence.segment_of(content[0][0]) if content else None
    if opening and opening.kind in (Kind.FRAGMENT, Kind.QUOTED) and segment.kind is Kind.FIRST:
        return True
    return segment.verb >= 0 and sentence.tokens[segment.verb].low in subjunctives()


def _quote_opens(sentence: Sentence, predicate: Predicate) -> bool:
    """ "„Ich komme“ sagte er": the comma is missing."""
    segment = sentence.segment_of(predicate.finite)
    opening = sentence.tokens[segment.first : predicate.finite]
    return bool(opening) and segment.kind is Kind.MAIN and all(token.quote for token in opening)


def _behind_quote(sentence: Sentence, predicate: Predicate) -> Draft | None:
    segment = sentence.segment_of(predicate.finite)
    quoted = predicate.verb == "zitieren"  # "wird der Minister zitiert"
    who = None if predicate.passive and not quoted else after_verb(sentence, replace(predicate, passive=False))
    if who is None:
        return None
    content = [(segment.first, predicate.finite - 1)]
    return Draft(cue_of(predicate), [who], content, QuoteType.DIRECT, [(predicate.finite, segment.last)])


def points_back(sentence: Sentence, predicate: Predicate) -> bool:
    """ "Das bestätigte die Polizei", "So schildern es zwei Monteure": what was said is the sentence before."""
    if predicate.finite != 1:
        return False
    if sentence.tokens[0].low in ("das", "dies", "dieses"):
        return True
    following = sentence.tokens[predicate.finite + 1 : predicate.finite + 2]
    return sentence.tokens[0].low == "so" and bool(following) and following[0].low == "es"


def _points_within(sentence: Sentence, k: int) -> bool:
    """ "…; das sagte ein Sprecher": "das" behind a semicolon or dash is all that stands before it."""
    segment = sentence.segments[k]
    pointing = sentence.tokens[segment.first].low in ("das", "dies") and segment.verb == segment.first + 1
    return pointing and segment.opener in (";", "–", "—")


def _pointing_within(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft:
    segment = sentence.segment_of(predicate.finite)
    content = trim(sentence.tokens, [(0, segment.first - 1)])
    frame = [(segment.first, segment.last)]
    return Draft(cue_of(predicate), list(who.source), content, kind_of(sentence.tokens, content), frame)


def _pointing_back(sentence: Sentence, predicate: Predicate, who: Subject) -> Draft:
    """ "Das bestätigte die Polizei": what was said is the sentence before."""
    frame = [(1, sentence.segments[-1].last)]
    return Draft(cue_of(predicate), list(who.source), [(0, 0)], frame=frame, back=True)
