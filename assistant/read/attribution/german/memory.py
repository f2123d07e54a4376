"""What carries over from one German sentence to the next: reported speech and quotations with nobody named anew."""

from __future__ import annotations

from assistant.read.attribution.drafts import Range, to_spans
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import is_capital, looks_reported, wishes
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.predicates import Predicate
from assistant.read.attribution.german.subjects import may_speak, subject
from assistant.read.attribution.quoting import carried_quote
from assistant.sourcing import Attribution, QuoteType
from index.documents import Span

_REACH = 3  # sentences over which a speaker is remembered


class Memory:
    """Who spoke last, and how many sentences ago."""

    def __init__(self) -> None:
        self._last: Attribution | None = None
        self._age = 0
        self._silent: Sentence | None = None  # the sentence before, if nobody spoke in it

    @property
    def fresh(self) -> bool:
        """Whether the sentence before was somebody's words."""
        return self._last is not None and not self._age

    def note(self, here: list[Attribution], carried: Attribution | None, sentence: Sentence) -> None:
        if here:
            self._last, self._age = max(here, key=lambda one: one.content[-1].end), 0
        elif carried:
            self._age = 0
        else:
            self._age += 1
            self._silent = sentence

    def around(self, sentence: Sentence, unit: Span, here: list[Attribution]) -> Attribution | None:
        """The attribution of a sentence in reported speech that tells of somebody's words: "Der Rat glaube, dass …"."""
        verb, reported = _main_verb(sentence)
        if not reported or self._last is None or self._age >= _REACH or verb in wishes():
            return None
        at = next(s.verb for s in sentence.segments if s.kind in (Kind.MAIN, Kind.FIRST) and s.verb >= 0)
        place = sentence.tokens[at].start
        if any(c.start <= place < c.end for one in here if one.type is not QuoteType.REPORTED for c in one.content):
            return None
        if not any(f.start <= place < f.end for one in here for f in (one.frame or one.content)):
            return None
        return Attribution((), self._last.source, (unit,), QuoteType.INDIRECT_FREE_INDIRECT)

    def carried(self, sentence: Sentence, unit: Span) -> Attribution | None:
        """The attribution of a sentence that names nobody, None if it is the article's own."""
        last = self._last if self._age < _REACH else None
        acting = _acting(self._silent) if self._silent and not self.fresh else ()
        if last or acting:
            quoted = carried_quote(sentence.tokens, unit, Attribution((), acting, (), QuoteType.DIRECT))
            quoted = quoted if acting else carried_quote(sentence.tokens, unit, last) if last else []
            if quoted:
                return quoted[0]
        source = acting or (last.source if last else ())
        low, reported = _main_verb(sentence)
        if reported and not _first_person(sentence) and (low not in wishes() or self.fresh):
            if not source and self._silent:
                source = _actor(self._silent, anybody=True)
            return Attribution((), source, (unit,), QuoteType.INDIRECT_FREE_INDIRECT)
        if low in ("soll", "sollen") and (self.fresh or _past_infinitive(sentence)):
            return Attribution((), source, (unit,), QuoteType.FREE_INDIRECT)
        claimed = _own_claim(sentence)
        return Attribution((), claimed, (unit,), QuoteType.FREE_INDIRECT) if claimed else None


def _own_claim(sentence: Sentence) -> tuple[Span, ...]:
    """ "Der Zeuge will einen Wolf gesehen haben": who claims to have done so."""
    low, _ = _main_verb(sentence)
    return _actor(sentence, anybody=True) if low in ("will", "wollen") and _past_infinitive(sentence) else ()


def _actor(sentence: Sentence, anybody: bool = False) -> tuple[Span, ...]:
    """The subject of the main clause, if it is a body or bears an office, or anybody at all."""
    for k, segment in enumerate(sentence.segments):
        if segment.kind in (Kind.MAIN, Kind.FIRST) and segment.verb >= 0:
            who = subject(sentence, Predicate("", k, segment.verb, (segment.verb,))).source
            return to_spans(sentence.tokens, [phrase for phrase in who if anybody or may_speak(sentence, phrase)])
    return ()


def _acting(sentence: Sentence) -> tuple[Span, ...]:
    """ "Jan Ohm schüttelt den Kopf.": somebody by name or office of whom a sentence tells that attributes nothing."""
    for k, segment in enumerate(sentence.segments):
        if segment.kind in (Kind.MAIN, Kind.FIRST) and segment.verb >= 0:
            who = subject(sentence, Predicate("", k, segment.verb, (segment.verb,))).source
            return to_spans(sentence.tokens, [p for p in who if may_speak(sentence, p) or _is_name(sentence, p)])
    return ()


def _is_name(sentence: Sentence, phrase: Range) -> bool:
    """Two words with a capital that open a phrase without an article."""
    first, last = phrase
    opening = sentence.tokens[first : min(first + 2, last + 1)]
    named = all(is_capital(t) and t.text.isalpha() and not t.quote for t in opening)
    return len(opening) > 1 and named and opening[0].low not in word_set("determiners", "prepositions", "pronouns")


def _main_verb(sentence: Sentence) -> tuple[str, bool]:
    """The finite verb of the first main clause, and whether it is in the subjunctive of reported speech."""
    for segment in sentence.segments:
        if segment.kind in (Kind.MAIN, Kind.FIRST) and segment.verb >= 0:
            return sentence.tokens[segment.verb].low, looks_reported(sentence.tokens, segment.verb, segment.head)
    return "", False


def _first_person(sentence: Sentence) -> bool:
    return any(token.low in ("ich", "wir") and not token.quote for token in sentence.tokens)


def _past_infinitive(sentence: Sentence) -> bool:
    """ "soll gestohlen haben": hearsay, not a plan."""
    return any(sentence.tokens[segment.last].low in ("haben", "sein") for segment in sentence.segments)


def append(found: list[Attribution], carried: Attribution) -> None:
    """Adds a carried attribution; one sentence of reported speech after another makes one."""
    before = found[-1] if found else None
    free = (QuoteType.INDIRECT_FREE_INDIRECT, QuoteType.FREE_INDIRECT)
    if before and before.type is carried.type and carried.type in free and before.source == carried.source:
        whole = Span(before.content[0].start, carried.content[0].end)
        found[-1] = Attribution((), carried.source, (whole,), carried.type)
    else:
        found.append(carried)
