"""What an English verb of saying takes: a clause with "that" or without, a quotation, an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.english.phrases import addressed, hangs
from assistant.read.attribution.english.words import finite_words, gerunds, word_set
from assistant.read.attribution.segments import Piece, piece_at
from assistant.read.attribution.tokens import Token

_LONGEST_ADJUNCT = 4  # words between a verb of saying and its clause
_WITHIN_OBJECT = 7  # words: "expects the old bridge to …"
_BEHIND_VERB = frozenset(["out", "only", "merely", "simply", "just", "again"])
_PREPOSITIONS = frozenset(["on", "in", "at", "by", "via", "over", "from", "through"])
_SUBJECTS = frozenset(["they", "he", "she", "it", "there", "we", "the", "a", "an", "no", "its", "his", "her", "their"])


class Complements:
    """Of the verbs of one sentence."""

    def __init__(self, tokens: Sequence[Token], row: Sequence[Piece]) -> None:
        self._tokens = tokens
        self._pieces = row

    def after(self, at: int, verb: str, piece: Piece) -> tuple[int, Range | None]:
        """Where what the verb takes begins (-1: nowhere), and who is told."""
        row = self._tokens
        i = at + 1
        to = addressed(row, i, piece.last) if verb in word_set("tells") else None
        i = to[1] + 1 if to else i
        while i <= piece.last and row[i].low in _BEHIND_VERB:
            i += 1
        that = self._clause_word(i, piece.last)
        if that >= 0:
            return that, to
        if i <= piece.last:
            start = self._in_piece(i, verb, piece, to is not None)
            if start >= 0:
                return start, to
        return self._in_next_piece(at, i, verb, piece), to

    def _in_piece(self, i: int, verb: str, piece: Piece, told: bool) -> int:
        token = self._tokens[i]
        clausal = verb in word_set("says", "tells") and token.low not in word_set("no_clause")
        if clausal and not self.is_adjunct(i) and self._has_clause(i):
            return i
        if clausal and (start := self._past_adjunct(i, piece.last)) >= 0:
            return start
        if (verb in word_set("wants") or told) and token.low == "to":
            return i
        if verb in word_set("expects") and any(t.low == "to" for t in self._tokens[i + 1 : i + _WITHIN_OBJECT]):
            return i
        if verb in word_set("denies") and token.low.endswith("ing") and i < piece.last:
            return i
        return -1

    def _in_next_piece(self, at: int, i: int, verb: str, piece: Piece) -> int:
        k = piece_at(self._pieces, at)
        if k + 1 >= len(self._pieces) or not (i > piece.last or self.is_adjunct(i)):
            return -1
        following = self._pieces[k + 1]
        first = self._tokens[following.first]
        if first.low in ("citing", "quoting") and k + 2 < len(self._pieces):  # "reported, citing police, that …"
            following = self._pieces[k + 2]
            first = self._tokens[following.first]
            return following.first if first.low == "that" else -1
        if first.low == "that":
            return following.first
        if verb not in word_set("says", "tells"):
            return -1
        quoted_before = any(token.quote for token in self._tokens[:at])
        if following.opener == ":" or (first.quote and not quoted_before):
            return following.first
        return -1

    def _clause_word(self, first: int, last: int) -> int:
        for i in range(first, min(last, first + 14) + 1):
            if self._tokens[i].low in word_set("clause_words") and not self._tokens[i].quote:
                return i if i == first or self.is_adjunct(first) else -1
        return -1

    def is_adjunct(self, at: int) -> bool:
        alone = self._tokens[at].low == "this" and not (
            at + 1 < len(self._tokens) and self._tokens[at + 1].text.isalpha()
        )
        return self._tokens[at].low in word_set("adjuncts") and not self._tokens[at].quote and not alone

    def _past_adjunct(self, first: int, last: int) -> int:
        """Where a clause begins behind a time or a place: "said on Monday they had", -1 if none does so clearly."""
        at = first
        while at <= min(last, first + _LONGEST_ADJUNCT) and self.is_adjunct(at):
            bare = self._tokens[at].low in _PREPOSITIONS and at < last and not self.is_adjunct(at + 1)
            at += 2 if bare else 1  # "by phone"
        opens = first < at < last and self._tokens[at].low in _SUBJECTS
        return at if opens and self._has_clause(at) else -1

    def _has_clause(self, first: int) -> bool:
        if self._tokens[first].quote:
            return True
        rest = self._tokens[first + 1 : self._pieces[-1].last + 1]
        return any(token.low in finite_words() or token.low.endswith("ed") for token in rest)

    def last(self, start: int) -> int:
        """The last word of a clause: before another's frame, ", according to …", ", adding that …"."""
        for piece in self._pieces:
            first = self._tokens[piece.first].low
            if piece.first > start and (
                piece.opener == ";" or first in ("according", "citing", "quoting") or first in gerunds()
            ):
                return piece.first - 1
        return self._pieces[-1].last

    def clause_last(self, piece: Piece) -> int:
        """The last word of a clause that takes in what hangs on its end."""
        k = piece_at(self._pieces, piece.first)
        while k + 1 < len(self._pieces) and hangs(self._tokens, self._pieces[k + 1]):
            k += 1
        return self._pieces[k].last
