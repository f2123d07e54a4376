"""Whom somebody quotes in English: "The paper quoted Ann Lowe as saying that …", "was quoted by the paper as …"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Draft, kind_of, trim
from assistant.read.attribution.english.complements import Complements
from assistant.read.attribution.english.phrases import phrase_after, subject_before
from assistant.read.attribution.segments import Piece, piece_at
from assistant.read.attribution.tokens import Token

_OUTLET = 9  # words from "quoted by" to "as saying"


def quoting(tokens: Sequence[Token], pieces: Sequence[Piece], complements: Complements, at: int) -> Draft | None:
    """ "The paper quoted Ann Lowe, who …, as saying that …": she says it, and the paper is who was told."""
    k = piece_at(pieces, at)
    outlet = subject_before(tokens, pieces, k, at)
    who = phrase_after(tokens, at + 1, pieces[k].last)
    if outlet is None or who is None:
        return None
    row = tokens
    last = pieces[-1].last
    said = next((i for i in range(at + 2, last) if row[i].low == "as" and row[i + 1].low.endswith("ing")), -1)
    if said < 0 or row[said].quote:
        return None
    source = (who[0], said - 1 if row[said - 1].text != "," else said - 2)
    content = trim(row, [(said + 2, complements.last(said + 2))])
    if not content:
        return None
    frame = [(outlet[0], said + 1)]
    return Draft([(at, at), (said, said + 1)], [source], content, kind_of(row, content), frame, [outlet])


def quoted_before(tokens: Sequence[Token], at: int) -> int:
    """The word "quoted" of "quoted as saying", "quoted by the Ledger as saying"; 0 if there is none."""
    quoted = next((i for i in range(at - 2, max(0, at - _OUTLET), -1) if tokens[i].low == "quoted"), 0)
    return quoted if quoted == at - 2 or tokens[quoted + 1].low == "by" else 0
