"""German attributions with a preposition: "laut …", "nach Angaben …", "… zufolge", "seiner Meinung nach"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim, without
from assistant.read.attribution.german.afterfield import with_appositions
from assistant.read.attribution.german.clauses import Kind, Segment, Sentence
from assistant.read.attribution.german.finite import is_capital, is_word, looks_finite
from assistant.read.attribution.german.forms import word_set, words
from assistant.read.attribution.german.phrases import noun_phrase
from assistant.read.attribution.german.scope import clause_around
from assistant.read.attribution.tokens import Token

_RELATIVES = frozenset(["denen", "dem", "der", "welchem", "welcher"])
_POSSESSIVES = frozenset(["ihren", "ihrer", "seinen", "seiner", "deren", "dessen", "eigenen", "eigener"])
_SPANS_OF_TIME = frozenset(
    ["tag", "stund", "woch", "monat", "jahr", "minut", "kurz", "unmittelbar", "bald", "lang", "erst"]
)


def prepositions(sentence: Sentence) -> Iterator[Draft]:
    if sentence.lows.isdisjoint(word_set("according")):
        return
    for at, token in enumerate(sentence.tokens):
        if token.quote:
            continue
        found = None
        if token.low in ("laut", "gemäß"):
            found = _before_phrase(sentence, at)
        elif token.low == "zufolge":
            found = _after_phrase(sentence, at)
        elif token.low == "nach":
            found = _nach(sentence, at)
        elif token.low in ("aus", "in"):
            found = _in_view(sentence, at)
        if found:
            yield found


def _before_phrase(sentence: Sentence, at: int) -> Draft | None:
    """ "laut Polizei", and in a relative clause "laut dem"."""
    segment = sentence.segment_of(at)
    if segment.kind is Kind.RELATIVE and at == segment.head:
        return _relative(sentence, at, at)
    stop = noun_phrase(sentence.tokens, at + 1, segment.last + 1, joined=True)
    return _draft(sentence, (at, at), (at + 1, stop - 1)) if stop > at + 1 else None


def _after_phrase(sentence: Sentence, at: int) -> Draft | None:
    """ "dem Bericht der Behörde zufolge": the longest noun phrase that ends right before."""
    tokens = sentence.tokens
    k = sentence.segment_at(at)
    segment = sentence.segments[k]
    if segment.kind is Kind.RELATIVE and at == segment.head + 1 and tokens[segment.head].low in _RELATIVES and k:
        return _zufolge_of(sentence, k)
    low = segment.first
    first = at
    for start in range(at - 1, low - 1, -1):
        if looks_finite(tokens, start, low) and start > low:
            break
        if noun_phrase(tokens, start, at) == at and not _is_verb_place(sentence, start):
            first = start
    return _draft(sentence, (at, at), (first, at - 1)) if first < at else None


def _in_view(sentence: Sentence, at: int) -> Draft | None:
    """ "aus Sicht der Opposition", "in den Augen der Kritiker", "aus ihrer Perspektive": whose it is must be told."""
    tokens, end = sentence.tokens, sentence.segment_of(at).last + 1
    noun = next((i for i in range(at + 1, min(at + 3, end)) if tokens[i].text in word_set("views")), 0)
    if not noun:
        return None
    stop = noun_phrase(tokens, at + 1, end, joined=True)
    if stop == noun + 1 and tokens[noun].low != tokens[at + 1].low and tokens[at + 1].low not in _POSSESSIVES:
        return None  # "aus guter Sicht", "in den Augen"
    return _draft(sentence, (at, at), (at + 1, stop - 1)) if stop > at + 2 else None


def _is_verb_place(sentence: Sentence, at: int) -> bool:
    """ "Sie entstammen Berichten zufolge": a lower-case word behind a noun or pronoun is the verb."""
    token = sentence.tokens[at]
    if is_capital(token) or token.quote or token.low in word_set("determiners") or not at:
        return False
    before = sentence.tokens[at - 1]
    return is_capital(before) or before.low in word_set("personal", "pronouns")


def _nach(sentence: Sentence, at: int) -> Draft | None:
    tokens = sentence.tokens
    k = sentence.segment_at(at)
    segment = sentence.segments[k]
    stop = _owned(tokens, at + 1, segment.last + 1) or noun_phrase(tokens, at + 1, segment.last + 1, joined=True)
    speaks = _speaks(sentence, at + 1, stop)
    if at and tokens[at - 1].text in words("nach_after") and not speaks:
        return _with_nach_behind(sentence, at, segment)
    relative = segment.kind is Kind.RELATIVE and at == segment.head and tokens[at + 1].low in _RELATIVES
    if relative and k and _mentions_saying(sentence, sentence.segments[k - 1]):
        return _relative(sentence, at, segment.first)
    if not speaks or (at and tokens[at - 1].low.rstrip("en") in _SPANS_OF_TIME):
        return None
    return _draft(sentence, (at, at), (at + 1, stop - 1))


def _owned(tokens: Sequence[Token], at: int, end: int) -> int:
    """The index behind "ihren Worten": whose they are has been said, no genitive follows; 0 for other words."""
    if at >= end or tokens[at].low not in _POSSESSIVES:
        return 0
    return next((i + 1 for i in range(at + 1, min(at + 4, end)) if _is_saying(tokens[i].text)), 0)


def _with_nach_behind(sentence: Sentence, at: int, segment: Segment) -> Draft | None:
    """ "ihrer Meinung nach"."""
    tokens = sentence.tokens
    first = at - 1
    while first > segment.first and not looks_finite(tokens, first - 1, segment.first):
        low = tokens[first - 1].low
        if low not in word_set("determiners") and not low.endswith(("er", "en", "s")):
            break
        first -= 1
    return _draft(sentence, (at, at), (first, at - 1)) if first < at - 1 else None


def _relative(sentence: Sentence, at: int, first: int) -> Draft:
    """ "Studien, nach denen …", "ein Gutachten, laut dem …"."""
    content = [(at + 2, clause_around(sentence, at)[1])]
    return Draft([(at, at)], [(at + 1, at + 1)], content, frame=[(first, at + 1)])


def _zufolge_of(sentence: Sentence, k: int) -> Draft | None:
    """ "Zahlen des Amts, denen zufolge …": whose they are stands before the comma."""
    before = sentence.segments[k - 1]
    starts = (i for i in range(before.first, before.last + 1) if is_capital(sentence.tokens[i]))
    first = next((i for i in starts if noun_phrase(sentence.tokens, i, before.last + 1) > before.last), -1)
    at = sentence.segments[k].head
    content = [(at + 2, clause_around(sentence, at + 1)[1])]
    return Draft([(at + 1, at + 1)], [(first, before.last)], content, frame=[(at, at + 1)]) if first >= 0 else None


def _mentions_saying(sentence: Sentence, segment: Segment) -> bool:
    return any(_is_saying(token.text) for token in sentence.tokens[segment.first : segment.last + 1])


def _speaks(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether the first noun after "nach" is one of saying: "Angaben", "Polizeiangaben", "Meiers Angaben"."""
    nouns = [t for t in sentence.tokens[at:stop] if is_capital(t) and t.low not in word_set("determiners")]
    if not nouns or not is_word(nouns[0]):
        return False
    whose = nouns[0].text.endswith("s") or nouns[0].quote > 0  # "Meiers Angaben", "„Bote“-Informationen"
    owned = len(nouns) > 1 and whose and _is_saying(nouns[-1 if nouns[0].quote else 1].text)
    return owned or _is_saying(nouns[0].text)


def _is_saying(word: str) -> bool:
    return word in word_set("nach_nouns") or word.lower().endswith(words("nach_endings"))


def _draft(sentence: Sentence, cue: Range, source: Range) -> Draft:
    frame_last = max(cue[1], source[1])
    if source[0] > cue[0]:
        source = _whole_prefield(sentence, cue[0], with_appositions(sentence, source))
        frame_last = _past_relatives(sentence, source[1])
    frame = (min(cue[0], source[0]), frame_last)
    content = trim(sentence.tokens, without([clause_around(sentence, frame[0])], [frame]))
    return Draft([cue], [source], content, kind_of(sentence.tokens, content), [frame])


def _whole_prefield(sentence: Sentence, at: int, source: Range) -> Range:
    """ "Nach Angaben der Behörden in Gaza sind …": all before the verb belongs to a phrase that opens."""
    segment = sentence.segment_of(at)
    opens = at == segment.head and segment.kind is Kind.MAIN and source[1] < segment.verb
    last = segment.verb - 1
    while opens and last > source[1] and sentence.tokens[last].low in word_set("adverbs"):
        last -= 1
    return (source[0], last) if opens else source


def _past_relatives(sentence: Sentence, last: int) -> int:
    """ "Laut dem Bericht, der gestern erschien, …": what hangs on the source belongs to the frame."""
    segments = sentence.segments
    j = sentence.segment_at(last)
    if last != segments[j].last:
        return last
    while j + 1 < len(segments) and segments[j + 1].kind is Kind.RELATIVE:
        j += 1
    goes_on = j + 1 < len(segments) and segments[j + 1].kind is Kind.FIRST
    return segments[j].last if goes_on else last
