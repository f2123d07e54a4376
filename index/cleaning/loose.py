"""Lines inside a story that are no sentences: subheads stay, what the page put between the paragraphs goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.cleaning.agencies import credits_agency
from index.cleaning.cues import Cue
from index.cleaning.edges import credits_reporter
from index.cleaning.headline import byline
from index.cleaning.line_rules import dated
from index.cleaning.lines import Line
from index.cleaning.page import Page, content_stems, listed_lines
from index.cleaning.signals import shape, talk
from index.documents import CutReason

LOOSE = 1.0  # sum of what speaks against a line from which on it goes
_INTERVIEW = 3  # questions that make an interview
_LONG = 6  # words; subheads are hardly longer
_INNER = re.compile(r"[:!?]\s|\s[–—-]\s|[!?]$|[+»«„“\"]|\d")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_SENTENCES = re.compile(r"[^\W\d_]{3,}\. [^\W\d_a-zäöüа-я]")
_PREFIX = 5
_TOP = 5  # lines from the story's first sentences that a byline may stand in


def loose_lines(page: Page) -> Iterator[tuple[int, CutReason]]:
    """Weighs every line between the story's first and last sentences that is neither a sentence nor in its own list."""
    own = set(listed_lines(page, list(page.kept())))
    asked = sum(page.lines[i].text.endswith("?") for i in page.kept(page.core)) >= _INTERVIEW
    near = frozenset(s[:_PREFIX] for s in page.stems)
    for i in page.kept(page.core):
        line = page.lines[i]
        if i == page.headline or i in own or not _loose(line) or _opens(page, i) or (asked and line.text.endswith("?")):
            continue
        if _against(page, i, near) >= LOOSE:
            yield i, CutReason.HEADLINE_RUN if line.size >= 4 else CutReason.FURNITURE


def _loose(line: Line) -> bool:
    if line.ruler or line.prose or line.stopped or line.text.endswith((":", ",", ";")):
        return False
    if line.size == 1 or (line.ended and _SENTENCES.search(line.text)):
        return False
    return not (line.has(Cue.CONTACT) or dated(line) or credits_agency(line.text) or line.text[0].islower())


def _opens(page: Page, i: int) -> bool:
    """A byline or kicker between a standfirst and the first paragraph."""
    return i - page.core.start <= _TOP and (byline(page.lines[i]) or credits_reporter(page.lines[i].text))


def _against(page: Page, i: int, near: frozenset[str]) -> float:
    line = page.lines[i]
    return (
        _company(page, i)
        + _distance(page, line, near)
        + 0.5 * (line.size >= _LONG)
        + 0.5 * bool(_INNER.search(line.text) and not _NUMBERED.match(line.text))
        + 0.6 * (shape(line) + 0.5 * talk(line))
        - (1.0 + 0.8 * line.asked) * _heads_section(page, i)
    )


def _company(page: Page, i: int) -> float:
    """Furniture right beside the line, without an empty line between, and other lines that are no sentences."""
    above = i - 1 in page.cut and not page.lines[i].gap
    below = i + 1 in page.cut and not page.lines[i + 1].gap
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.lines) and not page.lines[j].prose]
    company = any(j not in page.cut and _loose(page.lines[j]) for j in beside)
    return 1.0 * (above or below) + 0.5 * (above and below) + 0.7 * company


def _distance(page: Page, line: Line, near: frozenset[str]) -> float:
    """From 1 for a line that has nothing in common with the story to -1.5 for one on its matter."""
    stems = content_stems(line, page.language)
    shared = sum(s[:_PREFIX] in near for s in stems)
    if not shared:
        return 0.5 + 0.5 * (line.size >= 4) + 0.5 * (line.size >= _LONG and len(stems) > 2)
    return -1.5 if shared * 2 >= len(stems) else -0.8


def _heads_section(page: Page, i: int) -> bool:
    """A single line between paragraphs, with a paragraph right below."""
    below = next((page.lines[j] for j in page.kept(range(i + 1, len(page.lines)))), None)
    return below is not None and (below.prose or below.stopped) and i + 1 not in page.cut
