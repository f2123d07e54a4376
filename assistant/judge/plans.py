"""Words that mean a plan in most sentences, and tell in others what is said to have happened or is owed."""

from __future__ import annotations

import re

from index.documents import Span

_HEARSAY = re.compile(r"soll|sollen|will|wollen", re.IGNORECASE)
# "Hätten sich geeinigt" reports, where no "if" makes it a thing that was not; "должен сумму" owes.
_PERFECT = re.compile(r"hätten?|wären?", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"[^.;:]*?\b(?:\w*ge\w+(?:t|en)|(?:be|er|ver|zer|ent|emp|miss)\w+(?:t|en)|\w+iert|worden|gewesen)\b"
)
_SUPPOSES = re.compile(
    r"\b(?:wenn|falls|sonst|ansonsten|beinahe|fast|lieber|gerne?|sollen|müssen|können|dürfen)\b", re.IGNORECASE
)
_OUGHT = re.compile(r"должн?[аыо]?|должен", re.IGNORECASE)
_RUSSIAN_INFINITIVE = re.compile(r"(?:\s+[\w,«»-]+){0,6}?\s+[а-яё]+(?:ть|ти|ться|тись|чь)\b", re.IGNORECASE)
_HAVING_BEEN = re.compile(r"[^.;:]*?\b(?:\w*ge\w+(?:t|en)|\w+(?:t|en)|worden|gewesen) (?:sein|haben)\b")
_TO_HAVE_BEEN = re.compile(r"\b\w+(?:t|en) (?:haben|sein) \Z")


def is_no_plan(text: str, words: Span) -> bool:
    """Whether words of planning tell what is said to have happened ("hätten sich geeinigt", "soll gestohlen worden
    sein", "erfahren haben will"), or what somebody owes."""
    written = words.of(text)
    if _PERFECT.fullmatch(written):
        return bool(_PARTICIPLE.match(text, words.end)) and not _SUPPOSES.search(text)
    if _OUGHT.fullmatch(written):
        return not _RUSSIAN_INFINITIVE.match(text, words.end)
    if _HEARSAY.fullmatch(written):
        return bool(_HAVING_BEEN.match(text, words.end) or _TO_HAVE_BEEN.search(text, 0, words.start))
    return False
