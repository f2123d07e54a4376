"""English noun phrases around a verb: the subject before it, a name after it, who is told."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.english.words import finite_words, word_set
from assistant.read.attribution.segments import Piece
from assistant.read.attribution.tokens import Token


def is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def subject_before(tokens: Sequence[Token], row: Sequence[Piece], k: int, verb: int) -> Range | None:
    """The noun phrase that ends before the verb, in its piece or, with appositions, in those before it."""
    piece = row[k]
    last = verb - 1
    while last >= piece.first and tokens[last].low in word_set("auxiliaries"):
        last -= 1
    if last > piece.first and tokens[last - 1].low == "on" and tokens[last].low in word_set("weekdays"):
        last -= 2
    if last < piece.first:
        return _with_appositions(tokens, row, k)
    who = next((i for i in range(last - 1, piece.first, -1) if tokens[i].low == "who" and not tokens[i].quote), -1)
    if who > 0:  # "officials who asked not to be named said"
        return phrase_start(tokens, piece.first, who - 1), last
    first = phrase_start(tokens, piece.first, last)
    relative = first > piece.first and tokens[first].low in ("who", "which", "that")
    if relative and not tokens[first - 1].quote and last == first:
        return _before_relative(tokens, piece.first, first)
    ends_well = is_word(tokens[last]) or tokens[last].quote > 0 or tokens[last].text == ")"
    return (first, last) if first <= last and ends_well else None


def _before_relative(tokens: Sequence[Token], low: int, relative: int) -> Range | None:
    """ "officials who said": the relative pronoun stands for what is before it."""
    first = phrase_start(tokens, low, relative - 1)
    return (first, relative - 1) if first < relative else None


def phrase_start(tokens: Sequence[Token], low: int, last: int) -> int:
    """Backwards from the last word of a noun phrase to its first."""
    first = at = last
    while at >= low:
        token = tokens[at]
        if not token.quote and token.low in word_set("determiners") and not _in_name(tokens, at, low):
            first = at
            if at > low + 1 and tokens[at - 1].low in word_set("attaching"):
                at -= 2
                continue
            break
        if not token.quote and token.low in word_set("stops") and token.low not in word_set("attaching"):
            break
        if token.low in word_set("pronouns"):
            return at
        if at == low and token.low in word_set("openers") and not token.quote:
            break
        first = at
        at -= 1
    while first < last and (
        tokens[first].low in word_set("attaching") or not (is_word(tokens[first]) or tokens[first].quote)
    ):
        first += 1
    return first


def _in_name(tokens: Sequence[Token], at: int, low: int) -> bool:
    """ "The Guardian" behind a word that it belongs to: a determiner with a capital in the middle of a phrase."""
    return is_capital(tokens[at]) and at > low and tokens[at - 1].low not in word_set("attaching")


def _with_appositions(tokens: Sequence[Token], row: Sequence[Piece], k: int) -> Range | None:
    """ "Meier, a spokesman for the party, said": pieces without a main verb before the verb's own."""
    j = k - 1
    while (
        j > 0
        and k - j < 4
        and row[j].opener in (",", "–", "—")
        and not is_name(tokens, row[j])
        and hangs(tokens, row[j])
    ):
        j -= 1
    if 0 <= j < k - 2 and (_has_finite(tokens, row[j]) or tokens[row[j].last].quote):
        j += 1  # "…, Norway's road board, the NRB, said": what is said comes before
    if j < 0 or _has_finite(tokens, row[j]) or tokens[row[j].last].quote:
        return None
    end = k - 1
    while end > j and tokens[row[end].first].low in ("citing", "quoting"):  # "The Ledger, citing two aides, reported"
        end -= 1
    first = phrase_start(tokens, row[j].first, row[j].last)
    if tokens[first].low in word_set("openers") or tokens[row[j].first].low in word_set("openers") - {"also"}:
        return None
    return first, row[end].last


def hangs(tokens: Sequence[Token], piece: Piece) -> bool:
    """Whether a piece only says more of what stands before it: an apposition or a relative clause."""
    if tokens[piece.first].quote:
        return False
    return tokens[piece.first].low in ("who", "which", "whose", "where") or not _has_finite(tokens, piece)


def is_name(tokens: Sequence[Token], piece: Piece) -> bool:
    """ "Oleh Marynenko", or an age: a few words, all with a capital."""
    if piece.first == piece.last and tokens[piece.first].text.isdigit():
        return True
    few = piece.last - piece.first < 5
    return few and all(is_capital(tokens[i]) or not is_word(tokens[i]) for i in range(piece.first, piece.last + 1))


def _has_finite(tokens: Sequence[Token], piece: Piece) -> bool:
    return any(is_finite(tokens, i, piece) for i in range(piece.first, piece.last + 1))


def is_finite(tokens: Sequence[Token], at: int, piece: Piece) -> bool:
    """Whether a word is a finite verb; one with -ed that begins its piece or stands before a noun is none."""
    token = tokens[at]
    if token.quote or (is_capital(token) and at > piece.first):
        return False  # "in Lower Saxony"
    if token.low in finite_words():
        return True
    if not token.low.endswith("ed") or at == piece.first or is_capital(token) or len(token.low) < 4:
        return False
    following = tokens[at + 1].low if at < piece.last else ""
    return (
        following in word_set("determiners", "attaching", "pronouns", "stops", "adjuncts", "after_verbs")
        or not following
    )


def phrase_after(tokens: Sequence[Token], first: int, last: int) -> Range | None:
    """A noun phrase that begins at `first`, up to an adjunct or a verb."""
    end = first
    while end <= last:
        token = tokens[end]
        if not token.quote and (
            token.low in word_set("finite", "clause_words") - {"who"} or _is_adjunct(tokens, end, first)
        ):
            break
        end += 1
    return (first, end - 1) if end > first else None


def _is_adjunct(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "in", "at", "for" here begins a time or an occasion rather than belongs to the noun."""
    low = tokens[at].low
    if low not in word_set("adjuncts") or at == first:
        return False
    if low not in word_set("attaching"):
        return True
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return following in word_set("weekdays", "occasions") or following in ("a", "an")


def addressed(tokens: Sequence[Token], first: int, last: int) -> Range | None:
    """Who is told: "told Reuters", "told the newspaper", "told reporters on Monday"."""
    if first > last or tokens[first].low in word_set("clause_words") or tokens[first].low in ("to", "not"):
        return None
    that = next((i for i in range(first, min(last, first + 9) + 1) if tokens[i].low == "that"), -1)
    if that > first:
        return phrase_after(tokens, first, that - 1)
    end = first
    if tokens[first].low in word_set("determiners"):
        end = min(first + 1, last)
    kinds = end
    while kinds < last and tokens[kinds].low in word_set("media_nouns"):
        kinds += 1
    if kinds > end and is_capital(tokens[kinds]):  # "told broadcaster Radio Nord"
        end = kinds
    capital = is_capital(tokens[end])
    while capital and end + 1 <= last and _goes_on(tokens[end + 1]):
        end += 1
    return first, end


def _goes_on(token: Token) -> bool:
    return is_capital(token) and token.low not in word_set("determiners", "pronouns")
