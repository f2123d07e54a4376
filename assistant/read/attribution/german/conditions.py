"""German conditions that say whose word it is: "Glaubt man dem Betreiber, …", "Geht es nach der Stadt, …"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.read.attribution.drafts import Draft, kind_of, trim
from assistant.read.attribution.german.clauses import Sentence
from assistant.read.attribution.german.forms import words
from assistant.read.attribution.german.phrases import noun_phrase


def conditions(sentence: Sentence) -> Iterator[Draft]:
    tokens, segments = sentence.tokens, sentence.segments
    for k, segment in enumerate(segments[:-1]):
        for phrase in map(str.split, words("conditions")):
            at = segment.first + len(phrase)
            if [t.low for t in tokens[segment.first : at]] != phrase:
                continue
            stop = noun_phrase(tokens, at, segment.last + 1)
            if stop > at and stop > segment.last:  # "Folgt man dem Radweg nach Süden, …" is a way
                content = trim(tokens, [(segments[k + 1].first, segments[-1].last)])
                cue = [(segment.first, at - 1)]
                yield Draft(cue, [(at, stop - 1)], content, kind_of(tokens, content), [(segment.first, segment.last)])
            break
