"""The words of a text as units: each by itself, in a phrase, or as a compound with its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from assistant.judge.meaning import meaning
from assistant.judge.unit import Unit
from assistant.judge.written import written
from index.documents import Span
from index.lexicon.concepts import Mention
from index.lexicon.lexicon import named_apart
from index.terms import stop_words
from index.wordlists import words_of

Known = Mapping[int, Mapping[Span, list[Mention]]]  # mentions by where they begin, and by their first span


@cache
def unspoken(language: str) -> frozenset[str]:
    return stop_words(language) | words_of("assistant.words", "auxiliaries", language)


def word_units(text: str, language: str, taken: Sequence[Span]) -> Iterator[Unit]:
    """In the order of the text; none for function words that name nothing, nor for what overlaps a span of `taken`."""
    words, starts, ends, _ = written(text)
    alone, others = named_apart(text, language, dict(zip(starts, ends, strict=True)))
    known, inside = _by_beginning(others, text)
    stops, done = unspoken(language), set[Span]()
    for written_so, start, end in zip(words, starts, ends, strict=True):
        if taken and any(start < t.end and t.start < end for t in taken):
            continue
        here = span = Span(start, end)
        rest: tuple[Span, ...] = ()
        if start in alone:
            word = whole_words = written_so
            meant = alone[start]
            if not meant and word.lower() in stops:
                continue
        else:
            phrase = next((s for s in known.get(start, ()) if s.end > end), None)
            here = phrase or span
            if here in done:
                continue
            found = _mentions_at(known, here, span)
            if not found and (written_so.lower() in stops or any(start < i.end and i.start < end for i in inside)):
                continue
            done.add(here)
            inside += [here] if phrase else []
            word, meant = here.of(text), tuple((m.concept.id, m.part) for m in found)
            spans = next((m.spans for m in found if len(m.spans) > 1), ())
            whole_words, rest = " ".join(s.of(text) for s in spans) or word, spans[1:]
        yield meaning(word, whole_words, meant, language).at(here, rest)


def _by_beginning(found: Sequence[Mention], text: str) -> tuple[Known, list[Span]]:
    """Also the spans of those that have several words."""
    known: dict[int, dict[Span, list[Mention]]] = {}
    inside: list[Span] = []
    for mention in found:
        first = mention.spans[0]
        if len(mention.spans) > 1 or " " in first.of(text).strip():
            inside += mention.spans
        known.setdefault(first.start, {}).setdefault(first, []).append(mention)
    return known, inside


def _mentions_at(known: Known, here: Span, word: Span) -> list[Mention]:
    """The mentions of a word: those that begin and end with it, and those of the parts of a compound within it."""
    if here != word:
        return known[here.start][here]
    begun = [known[at] for at in range(word.start, word.end) if at in known]
    return [m for there in begun for s, found in there.items() if s.end <= word.end for m in found]
