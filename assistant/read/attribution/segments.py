"""A sentence parted at its commas, colons and dashes outside quotations and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.read.attribution.tokens import Token

_DELIMITERS = frozenset(",;:–—")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `first` to `last` (inclusive); `opener` is the mark before them, "" at the beginning."""

    first: int
    last: int
    opener: str


def pieces(tokens: Sequence[Token]) -> list[Piece]:
    found, first, opener, depth = [], 0, "", 0
    for at, token in enumerate(tokens):
        mark = token.text
        if token.quote:
            if _closes_with_mark(tokens, at):
                found.append(Piece(first, at, opener))
                opener, first = ",", at + 1
            continue
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif not depth and (mark in _DELIMITERS or (mark == "-" and _spaced(tokens, at)) or _ends_sentence(tokens, at)):
            if at > first:
                found.append(Piece(first, at - 1, opener))
            opener, first = ";" if mark == "." else mark, at + 1
    if first < len(tokens):
        found.append(Piece(first, _before_stop(tokens, first), opener))
    return found


def piece_at(row: Sequence[Piece], at: int) -> int:
    return next((k for k, piece in enumerate(row) if at <= piece.last), len(row) - 1)


def _before_stop(tokens: Sequence[Token], first: int) -> int:
    last = len(tokens) - 1
    while last > first and tokens[last].text in ".!?…" and not tokens[last].quote:
        last -= 1
    return last


def _closes_with_mark(tokens: Sequence[Token], at: int) -> bool:
    """ "It is over," she said: the comma stands inside the quotation, and the sentence goes on after it."""
    if at + 1 >= len(tokens) or tokens[at + 1].quote or at < 2 or not _is_word(tokens[at + 1]):
        return False
    return tokens[at].text in "\"“”»«’'" and tokens[at - 1].text in ",.?!…" and tokens[at - 1].quote > 0


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """ "… im Einsatz. 43 Helfer …": a full stop before a number, which the splitter takes for an abbreviation's."""
    if tokens[at].text != "." or not 0 < at < len(tokens) - 1 or tokens[at].end == tokens[at + 1].start:
        return False
    return tokens[at + 1].text[0].isdigit() and len(tokens[at - 1].text) > 4 and tokens[at - 1].text.isalpha()


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _spaced(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
