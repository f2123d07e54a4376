"""Which words of an English sentence are verbs of saying that somebody does: no nouns, passives or denials."""

from __future__ import annotations

from assistant.read.attribution.english.phrases import is_capital
from assistant.read.attribution.english.words import cue_forms, word_set
from assistant.read.attribution.segments import Piece
from assistant.read.attribution.tokens import Token

_BE = frozenset(["was", "were", "is", "are", "be", "been", "being"])


def is_predicate(tokens: list[Token], at: int, piece: Piece) -> bool:
    token = tokens[at]
    if token.quote or token.low not in cue_forms() or (is_capital(token) and at):
        return False
    if at == piece.first:
        return at > 0
    before = tokens[at - 1].low
    if cue_forms()[token.low] in word_set("says_perfect") and before not in ("has", "have", "had", "also"):
        return cue_forms()[token.low] == "find" and before not in word_set("no_verb_after")
    if (
        at > 1
        and tokens[at - 2].low in ("not", "n't", "didn't", "doesn't", "never")
        and token.low in word_set("noun_like")
    ):
        return False
    if before in word_set("no_verb_after") or before in _BE or (before == "also" and tokens[at - 2].low in _BE):
        return False
    return not (token.low in word_set("noun_like") and _is_noun(tokens, at, piece))


def _is_attribute(low: str) -> bool:
    """Whether a word between an article and a verb form says that the form is a noun."""
    return low in word_set("attributes") or low.endswith(("al", "ic", "ive", "ous", "ary"))


def _is_noun(tokens: list[Token], at: int, piece: Piece) -> bool:
    """ "reports", "claims", "forecast": nouns, unless a subject stands before them and an object or clause after."""
    before = tokens[at - 1]
    if before.low in word_set("determiners") - word_set("speaking") or before.low.endswith("'s"):
        return True
    if at > 1 and tokens[at - 2].low in word_set("articles") and not is_capital(before) and _is_attribute(before.low):
        return True  # "in a first note on Monday"
    if at < piece.last:
        return tokens[at + 1].low in word_set("after_nouns")
    return before.low.endswith(("al", "ic", "ive", "ous", "ed", "ing")) or before.low in ("new", "first", "last")
