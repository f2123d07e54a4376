"""English phrases that name whose word it is without a verb of saying: "by the ministry's account"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim, without
from assistant.read.attribution.english.phrases import phrase_after, phrase_start
from assistant.read.attribution.english.words import word_set
from assistant.read.attribution.segments import Piece, piece_at
from assistant.read.attribution.tokens import Token

_LONGEST = 9  # words from the preposition to its noun
_WITHIN = frozenset(["eyes"])  # what a phrase has that need not open its clause
_OWNERS = frozenset(["its", "his", "her", "their"])


def account(tokens: Sequence[Token], row: Sequence[Piece], at: int) -> Draft | None:
    """ "By the ministry's own account", "in the eyes of critics", "on its own figures"."""
    piece = row[piece_at(row, at)]
    end = min(at + _LONGEST, piece.last)
    nouns = word_set(f"accounts_{tokens[at].low}")
    noun = next((i for i in range(at + 2, end + 1) if tokens[i].low in nouns), 0)
    if not noun or any(tokens[i].quote for i in range(at, noun)):
        return None
    if at != piece.first and tokens[noun].low not in _WITHIN:
        return None  # "errors were found in the company's words" tells of a thing
    if noun < piece.last and tokens[noun + 1].low == "of":
        owner = phrase_after(tokens, noun + 2, piece.last) if noun == at + 2 else None
        last = owner[1] if owner else noun
    else:
        owner, last = _possessor(tokens, at + 1, noun), noun
    if owner is None or (piece.first < at and last < piece.last and row[0] is not piece):
        return None
    return _around(tokens, row, (at, last), owner)


def _possessor(tokens: Sequence[Token], first: int, noun: int) -> Range | None:
    """Whose it is: "the ministry's", "prosecutors'"; all of "its own account", which points back."""
    if tokens[first].low in _OWNERS:
        return first, noun
    ends = (i for i in range(noun - 1, first - 1, -1) if tokens[i].low.endswith(("'s", "’s")) or tokens[i].text in "'’")
    last = next(ends, -1)
    return (first, last) if last >= first else None


def belief(tokens: Sequence[Token], row: Sequence[Piece], at: int) -> Draft | None:
    """ "if Moscow is to be believed", "as the union sees it"."""
    piece = row[piece_at(row, at)]
    if at != piece.first or piece.last - at < 2:
        return None
    lows = [token.low for token in tokens[at : piece.last + 1]]
    if lows[0] == "if" and lows[-3:] == ["to", "be", "believed"] and lows[-4] in ("is", "are"):
        return _around(tokens, row, (at, piece.last), (at + 1, piece.last - 4))
    if lows[0] == "as" and lows[-1] == "it" and lows[-2] in word_set("sees_it"):
        return _around(tokens, row, (at, piece.last), (at + 1, piece.last - 2))
    return None


def position(tokens: Sequence[Token], row: Sequence[Piece], at: int) -> Draft | None:
    """ "The club's position is that …", "Word from the club is that …"."""
    piece = row[piece_at(row, at)]
    if at <= piece.first or at + 1 > piece.last or tokens[at + 1].low != "that":
        return None
    noun = next((i for i in range(at - 1, piece.first - 1, -1) if tokens[i].low in word_set("positions")), -1)
    if noun < 0:
        return None
    if noun == at - 1:
        owner = _possessor(tokens, phrase_start(tokens, piece.first, noun), noun)
    else:
        linked = tokens[noun + 1].low in ("from", "of", "by", "at")
        owner = (noun + 2, at - 1) if linked and noun + 2 < at else None
    if owner is None or owner[0] > owner[1]:
        return None
    content = trim(tokens, [(at + 1, row[-1].last)])
    return Draft([(noun, noun)], [owner], content, kind_of(tokens, content), [(piece.first, at)])


def _around(tokens: Sequence[Token], row: Sequence[Piece], frame: Range, owner: Range) -> Draft | None:
    content = trim(tokens, without([(row[0].first, row[-1].last)], [frame]))
    return Draft([frame], [owner], content, kind_of(tokens, content), [frame]) if content else None
