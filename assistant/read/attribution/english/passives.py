"""English passives with whoever says it: "was confirmed by the club", "as first reported by the Gazette"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim, without
from assistant.read.attribution.english.phrases import is_finite, phrase_after
from assistant.read.attribution.english.words import past, word_set, words
from assistant.read.attribution.segments import Piece, piece_at
from assistant.read.attribution.tokens import Token
from assistant.sourcing import QuoteType

_BE = frozenset(["is", "are", "was", "were", "been", "being", "be"])
_NEAR = 6  # words between the participle and "by"


@cache
def participles() -> frozenset[str]:
    verbs = {*word_set("says", "reports"), *(line.split()[0] for line in words("reports_with"))}
    return frozenset(past(verb)[-1] for verb in verbs - word_set("no_passives"))


def passive(tokens: Sequence[Token], row: Sequence[Piece], at: int) -> Draft | None:
    """The draft of a participle at `at` with "by" behind it."""
    k = piece_at(row, at)
    piece = row[k]
    by = next((i for i in range(at + 1, min(at + _NEAR, piece.last) + 1) if tokens[i].low == "by"), 0)
    who = phrase_after(tokens, by + 1, piece.last) if by else None
    if who is None or any(tokens[i].quote for i in range(at, by)) or tokens[who[0]].low.endswith("ing"):
        return None
    before = [token.low for token in tokens[max(piece.first, at - 3) : at]]
    if tokens[piece.first].low == "as" and at - piece.first < 3:
        return _aside(tokens, row, k, (at, by), who)
    if not any(word in _BE for word in before):
        return None
    first = next((i for i in range(piece.first, at) if is_finite(tokens, i, piece)), at)
    start = row[k - 1].first if first == piece.first and k else piece.first  # "That he stays, was confirmed by …"
    source = (who[0], min(who[1], piece.last))
    return Draft([(at, at), (by, by)], [source], trim(tokens, [(start, piece.last)]), QuoteType.REPORTED)


def _aside(tokens: Sequence[Token], row: Sequence[Piece], k: int, cue: Range, who: Range) -> Draft | None:
    """ "As first reported by the Gazette, the deal is off": the rest of the sentence is what was said."""
    frame = (row[k].first, row[k].last)
    content = trim(tokens, without([(row[0].first, row[-1].last)], [frame]))
    return Draft([(i, i) for i in cue], [who], content, kind_of(tokens, content), [frame]) if content else None
