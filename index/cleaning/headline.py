"""Which line is the story's headline."""

from __future__ import annotations

from collections.abc import Sequence

from index.cleaning.cues import Cue
from index.cleaning.line_rules import dated
from index.cleaning.lines import Line
from index.cleaning.page import Page, content_stems
from index.language import foreign_to

LONG_HEAD = 12  # lines before the story's first sentences that a masthead, kicker, headline and byline may need


def headline_of(page: Page) -> int | None:
    """The line that is the story's headline: before its first sentences, and nearest to what they speak of."""
    before = [i for i in page.kept(range(page.core.start)) if _title_shaped(page.lines[i], page.language)]
    candidates = before[-LONG_HEAD:]
    best = max(candidates, key=lambda i: (_topical(page, i), i), default=None)
    return best if best is None else _above(page, best, candidates)


def _above(page: Page, i: int, candidates: Sequence[int]) -> int:
    """The line right above, where this one is rather the second headline: longer, and no more on the matter."""
    if i - 1 not in candidates or page.lines[i - 1].size >= page.lines[i].size:
        return i
    return i - 1 if _topical(page, i - 1) == _topical(page, i) else i


def _topical(page: Page, i: int) -> int:
    """A long line on the story's matter is rather its headline than a section's name."""
    line = page.lines[i]
    shared = sum(s in page.stems for s in content_stems(line, page.language))
    return min(3, shared) + (line.size >= 4)


def _title_shaped(line: Line, language: str) -> bool:
    if line.bullet or line.has(Cue.CONTACT) or line.has(Cue.LIST_HEAD) or foreign_to(language, line.words, line.sample):
        return False
    dateline = dated(line) and (line.size <= 6 or line.text[0].isdigit())
    return line.headline_like and line.size >= 2 and not dateline and not byline(line)


def byline(line: Line) -> bool:
    return line.has(Cue.BYLINE) and (line.size <= 7 or (line.size <= 14 and dated(line)))
