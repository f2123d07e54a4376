"""What a body found, counted or estimated, with no act of speech told: "Das Landesamt hat Blei gefunden"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from assistant.read.attribution.drafts import Draft, trim
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.forms import Form, Shape, index_of, words
from assistant.read.attribution.german.predicates import Predicate
from assistant.read.attribution.german.subjects import subject
from assistant.sourcing import QuoteType

_HELPING = frozenset(["hat", "haben", "hatte", "hatten", "ist", "sind", "war", "waren"])


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    return index_of(words("counts"))


def counts(sentence: Sentence) -> Iterator[Draft]:
    """One for each main clause whose verb tells a finding; whether its subject is a body that can know, others see."""
    if sentence.lows.isdisjoint(_forms()):
        return
    for k, segment in enumerate(sentence.segments):
        if segment.kind not in (Kind.MAIN, Kind.FIRST) or segment.verb < 0 or not _tells(sentence, k):
            continue
        who = subject(sentence, Predicate("", k, segment.verb, (segment.verb,)))
        content = trim(sentence.tokens, [(min(who.start, segment.first), segment.last)])
        if who.source and content:
            yield Draft([(segment.verb, segment.verb)], list(who.source), content, QuoteType.REPORTED, counted=True)


def _tells(sentence: Sentence, k: int) -> bool:
    """Whether the clause's verb, or the participle that goes with it, is one of the list, with its prefix."""
    segment = sentence.segments[k]
    lows = [t.low for t in sentence.tokens[segment.first : segment.last + 1] if not t.quote]
    verb = sentence.tokens[segment.verb].low
    if verb in _HELPING:
        return any(form.shape is Shape.PARTICIPLE for low in lows for form in _forms().get(low, ()) if not form.apart)
    return any(form.shape is Shape.FINITE and (not form.apart or form.apart in lows) for form in _forms().get(verb, ()))
