"""A headline whose first words name who says the rest: "Kiew: Eritrea schickt Pioniere", "Müller: Wir bleiben"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.read.attribution.drafts import kind_of, to_spans
from assistant.read.attribution.tokens import Token
from assistant.sourcing import Attribution
from index.documents import Span

_LONGEST = 4  # words before the colon
_WORD = re.compile(r"[^\W\d_]{3,}")


def headline(
    text: str, row: Sequence[Token], found: Sequence[Attribution], places: frozenset[str]
) -> list[Attribution]:
    """The attribution that the sentence `row` makes as a headline, if it is one.

    The words before the colon must be a capital that stands for its government, or somebody whom the article quotes:
    "Wetter: …" names a topic.
    """
    colon = next((i for i, token in enumerate(row[: _LONGEST + 1]) if token.text == ":"), -1)
    if colon < 1 or len(row) < colon + 3 or row[-1].text == "." or row[colon + 1].text[0].isdigit():
        return []
    if not all(token.text[0].isupper() and not token.quote for token in row[:colon]):
        return []
    name = row[colon - 1].text
    if name not in places and name not in _quoted_names(text, found):
        return []
    said = [(colon + 1, len(row) - 1)]
    frame = (Span(row[0].start, row[colon].end),)
    source = (Span(row[0].start, row[colon - 1].end),)
    return [Attribution((), source, to_spans(row, said), kind_of(row, said), frame)]


def _quoted_names(text: str, found: Sequence[Attribution]) -> set[str]:
    return {word for one in found for span in one.source for word in _WORD.findall(span.of(text))}
