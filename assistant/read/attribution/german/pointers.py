"""German attributions with one small word: ", so der Minister", "demnach", "wonach"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.read.attribution.drafts import Draft, kind_of, trim, without
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import is_capital, is_word, looks_finite, subjunctives
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.phrases import noun_phrase
from assistant.read.attribution.german.scope import clause_around

_LONGEST_REST = 12  # words after the source that tell when and where


def pointers(sentence: Sentence) -> Iterator[Draft]:
    if sentence.lows.isdisjoint(word_set("pointers", "relative_pointers", "so")):
        return
    for at, token in enumerate(sentence.tokens):
        if token.quote:
            continue
        found = None
        if token.low == "so":
            found = _so(sentence, at)
        elif token.low in word_set("pointers"):
            found = _pointer(sentence, at)
        elif token.low in word_set("relative_pointers"):
            found = _relative_pointer(sentence, at)
        if found:
            yield found


def _so(sentence: Sentence, at: int) -> Draft | None:
    """ ", so der Minister": behind a comma or a quotation, and no verb follows."""
    tokens = sentence.tokens
    k = sentence.segment_at(at)
    segment = sentence.segments[k]
    if at != segment.first or not k or at == segment.last or tokens[at + 1].low in ("dass", "viel", "viele"):
        return None
    stop = noun_phrase(tokens, at + 1, segment.last + 1)
    rest = [token for token in tokens[stop : segment.last + 1] if is_word(token)]
    verbs = any(looks_finite(tokens, i, segment.first) for i in range(at + 1, segment.last + 1))
    if stop == at + 1 or verbs or len(rest) > _LONGEST_REST:
        return None
    first, last = clause_around(sentence, at)
    frame_last, source_last = _appositions(sentence, k, stop - 1)
    content = trim(tokens, [(first, at - 1), (frame_last + 1, last)])
    frame = [(at - 1, frame_last)]
    return Draft([(at, at)], [(at + 1, source_last)], content, kind_of(tokens, content), frame)


def _appositions(sentence: Sentence, k: int, source_last: int) -> tuple[int, int]:
    """Where a frame and its source end, when appositions follow: ", so Meier, Sprecher der Partei"."""
    segments = sentence.segments
    last = segments[k].last
    while source_last == segments[k].last and k + 1 < len(segments) and _is_apposition(sentence, k + 1):
        k += 1
        source_last = last = segments[k].last
    return last, source_last


def _is_apposition(sentence: Sentence, k: int) -> bool:
    segment = sentence.segments[k]
    if segment.kind is not Kind.FRAGMENT or segment.opener != ",":
        return False
    if sentence.tokens[segment.first].low in word_set("coordinators"):
        return False
    return noun_phrase(sentence.tokens, segment.first, segment.last + 1) > segment.last


def _pointer(sentence: Sentence, at: int) -> Draft | None:
    """ "Demnach …": what was told of before says so. "Danach" mostly counts time, so it must begin its sentence."""
    if sentence.tokens[at].low == "danach" and (at or not _reads_reported(sentence)):
        return None
    content = trim(sentence.tokens, without([clause_around(sentence, at)], [(at, at)]))
    return Draft([(at, at)], [(at, at)], content, frame=[(at, at)])


def _reads_reported(sentence: Sentence) -> bool:
    verb = sentence.segments[0].verb
    return verb > 0 and sentence.tokens[verb].low in subjunctives()


def _relative_pointer(sentence: Sentence, at: int) -> Draft | None:
    """ "Berichte, wonach …": the source is the noun phrase before it."""
    k = sentence.segment_at(at)
    if at != sentence.segments[k].head or not k:
        return None
    before = sentence.segments[k - 1]
    last = before.last
    while last > before.first and not is_capital(sentence.tokens[last]) and sentence.tokens[last].text not in ')“"»':
        last -= 1
    source = (_phrase_start(sentence, before.first, last), last)
    content = [(at + 1, clause_around(sentence, at)[1])]
    return Draft([(at, at)], [source], content, frame=[(before.first, at)])


def _phrase_start(sentence: Sentence, first: int, last: int) -> int:
    """Where the longest noun phrase begins that ends at `last`."""
    found = last
    for start in range(last, first - 1, -1):
        if start > first and looks_finite(sentence.tokens, start, first):
            break
        if noun_phrase(sentence.tokens, start, last + 1) == last + 1:
            found = start
    return found
