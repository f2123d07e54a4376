"""What kind of clause a segment of a German sentence is, and which word is its verb."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.german.finite import finite_forms, is_capital, is_word, looks_finite, opens_with_plural
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.phrases import noun_phrase
from assistant.read.attribution.german.segment import Kind, Segment
from assistant.read.attribution.tokens import Token


def classify(tokens: Sequence[Token], segment: Segment) -> None:
    """Fills in the kind, the verb and the head of a segment."""
    first, last = segment.first, segment.last
    head = first
    while head < last and tokens[head].low in word_set("coordinators") and not tokens[head].quote:
        head += 1
    segment.head = head
    if all(tokens[i].quote for i in range(first, last + 1)):
        segment.kind = Kind.QUOTED
        return
    low = "" if tokens[head].quote else tokens[head].low
    segment.kind = _hanging_kind(tokens, segment, low)
    if segment.kind in (Kind.SUB, Kind.RELATIVE):
        segment.verb = _last_verb(tokens, segment)
        if segment.kind is Kind.SUB and segment.verb < 0 and _zu_infinitive(tokens, last):
            segment.kind = Kind.INFINITIVE
    elif segment.kind is Kind.FRAGMENT:
        _classify_main(tokens, segment)


def _hanging_kind(tokens: Sequence[Token], segment: Segment, low: str) -> Kind:
    """The kind of a clause that hangs on another; FRAGMENT if it hangs on none."""
    following = tokens[segment.head + 1].low if segment.head < segment.last else ""
    if low == "so" and following in ("dass", "daß"):
        return Kind.SUB
    if _opens_relative(tokens, segment, low):
        if _surely_relative(tokens, segment, low) or _ends_in_auxiliary(tokens, segment, low):
            return Kind.RELATIVE
        if _zu_infinitive(tokens, segment.last) and not _has_finite(tokens, segment):
            return Kind.INFINITIVE
        if _ends_in_verb(tokens, segment) and not _verb_second(tokens, segment, low):
            return Kind.RELATIVE
    if low in word_set("subordinators", "questions") and not _is_preposition_like(tokens, segment, low):
        return Kind.SUB
    return Kind.FRAGMENT


def _classify_main(tokens: Sequence[Token], segment: Segment) -> None:
    head = segment.head
    segment.verb = next((i for i in range(head, segment.last + 1) if looks_finite(tokens, i, head)), -1)
    if segment.verb < 0 and segment.opener == "," and head == segment.first and opens_with_plural(tokens, head):
        segment.verb = head
    if segment.verb == head:
        segment.kind = Kind.FIRST
    elif segment.verb > head:
        segment.kind = Kind.MAIN
    elif _has_zu(tokens, segment):
        segment.kind = Kind.INFINITIVE


def _is_preposition_like(tokens: Sequence[Token], segment: Segment, low: str) -> bool:
    """ "seit Montag", "während der Sitzung", "Als Grund nannte er …": no conjunction."""
    head = segment.head
    following = tokens[head + 1] if head < segment.last else None
    if following is None:
        return False
    if low in ("als", "wie"):
        verb = next((i for i in range(head + 1, segment.last) if looks_finite(tokens, i, head)), -1)
        return low == "als" and 0 < verb < segment.last - 1 and not looks_finite(tokens, segment.last, head)
    if low not in ("seit", "während", "bis", "statt", "anstatt", "ohne", "um"):
        return False
    return (
        is_capital(following)
        or following.text[0].isdigit()
        or following.low in ("der", "des", "dem", "den", "zu", "zum", "zur", "in", "an", "auf")
    )


def _opens_relative(tokens: Sequence[Token], segment: Segment, low: str) -> bool:
    if segment.opener not in (",", "–", "—", "-") or not low:
        return False
    if low in word_set("relatives") or low in (
        "was",
        "wo",
        "wobei",
        "worauf",
        "woraufhin",
        "wodurch",
        "womit",
        "wonach",
    ):
        return True
    head = segment.head
    if low in word_set("prepositions") and head < segment.last:
        return tokens[head + 1].low in word_set("relatives") - {"das"}
    return False


def _surely_relative(tokens: Sequence[Token], segment: Segment, low: str) -> bool:
    """ "…, das nach Angaben …", "…, die sich …": no noun phrase begins so, even if the verb stands behind a comma."""
    if segment.head != segment.first or segment.head + 1 > segment.last or low not in word_set("relatives"):
        return False
    following = tokens[segment.head + 1]
    if following.quote or is_capital(following) or _verb_second(tokens, segment, low):
        return False
    return following.low in word_set("prepositions", "personal") or following.low == "sich"


def _ends_in_auxiliary(tokens: Sequence[Token], segment: Segment, low: str) -> bool:
    """ "…, der seinen Namen nicht veröffentlicht sehen will": no other auxiliary before, but for one before "und"."""
    helping = word_set("auxiliaries", "modals")
    if low not in word_set("relatives") or tokens[segment.last].low not in helping:
        return False
    if tokens[segment.last - 1].low == "zu":  # "…, die Werte verschwiegen zu haben"
        return False
    inside = range(segment.head + 1, segment.last)
    return all(tokens[i].low not in helping or tokens[i + 1].low in ("und", "oder") for i in inside)


def _ends_in_verb(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether a segment that may be a relative clause ends in a verb, and has none in second place."""
    at = segment.last
    while at > segment.head and (not is_word(tokens[at]) or tokens[at].quote):
        at -= 1
    token = tokens[at]
    if is_capital(token) or token.low in word_set("adverbs", "prepositions"):
        return _last_verb(tokens, segment) > segment.head + 1
    return token.low.endswith(("t", "te", "en", "ten", "n", "e")) or token.low in finite_forms()


def _verb_second(tokens: Sequence[Token], segment: Segment, low: str) -> bool:
    """ "…, die Stadt brauche Geld, um zu bauen": a noun and its verb follow what looks like a relative pronoun."""
    if low in ("was", "wo", "dessen", "deren", "denen"):
        return False
    if low in word_set("prepositions"):
        stop = noun_phrase(tokens, segment.head + 1, segment.last)
        return stop > segment.head + 2 and looks_finite(tokens, stop, segment.head)
    for at in range(segment.head + 1, segment.last):
        if looks_finite(tokens, at, segment.head):
            left = [i for i in range(at + 1, segment.last + 1) if is_word(tokens[i])]
            return len(left) > 1 or (len(left) == 1 and not looks_finite(tokens, left[0], segment.head))
    return False


def _last_verb(tokens: Sequence[Token], segment: Segment) -> int:
    for at in range(segment.last, segment.head, -1):
        if looks_finite(tokens, at, segment.head):
            return at
        if tokens[at].low.endswith("en") and not is_capital(tokens[at]) and at == segment.last:
            return at
    return -1


def _has_finite(tokens: Sequence[Token], segment: Segment) -> bool:
    return any(looks_finite(tokens, i, segment.head) for i in range(segment.head + 1, segment.last))


def _zu_infinitive(tokens: Sequence[Token], last: int) -> bool:
    low = tokens[last].low
    if last and tokens[last - 1].low == "zu" and low.endswith("n"):
        return True
    return "zu" in low[2:-3] and low.endswith("en") and not is_capital(tokens[last])


def _has_zu(tokens: Sequence[Token], segment: Segment) -> bool:
    return any(
        _zu_infinitive(tokens, i) and not is_capital(tokens[i])
        for i in range(segment.head + 1, segment.last + 1)
        if not tokens[i].quote
    )
