"""What the rules look at: the lines of one text, what has been cut so far, and where the story is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.cleaning.line_rules import dated
from index.cleaning.lines import Line
from index.documents import CutReason
from index.language import function_share
from index.terms import stem, stop_words, words
from index.wordlists import LANGUAGES

_PROSE_CAP = 60  # words of one line that count towards its weight
_HEAP = 45  # weight of furniture that parts two texts
_CUT_WEIGHT = -2  # what furniture that a rule has found weighs
_SHORT_WEIGHT = 2  # a short sentence
_LISTED_WEIGHT = -1  # a line of the story's own list
_NEAR = 2  # lines on either side that sentences have company in
_ALONE = 3  # how much less a sentence counts without company
_PLAIN = 0.15  # share of function words that sentences have at least
_CONTINUED = 0.4  # share of content stems in common that makes a stretch part of the same story
_CONTINUED_WORDS = 40
_RESUMED = 6  # lines of furniture that a story goes on after
_CLOSE = 0.15  # share of word beginnings in common that a paragraph parted from the story has
_PREFIX = 5  # letters of a stem
_ON_TOPIC = 0.3  # share of a line's content stems that the story has too


@dataclass(frozen=True, slots=True)
class Page:
    """`cut` maps a line's number to why it goes. `headline` is the number of the title's line, if there is one.

    `core` is the range of lines from the story's first sentences to its last; `stems` are the content stems in it.
    """

    lines: Sequence[Line]
    language: str
    headline: int | None = None
    cut: Mapping[int, CutReason] = field(default_factory=dict)
    core: range = range(0)
    stems: Collection[str] = frozenset()

    def kept(self, numbers: range | None = None) -> Iterator[int]:
        numbers = range(len(self.lines)) if numbers is None else numbers
        return (i for i in numbers if i not in self.cut)

    def on_topic(self, line: Line) -> bool:
        """Speaks of what the story speaks of: enough of its content stems are in the story."""
        own = content_stems(line, self.language)
        shared = sum(s in self.stems for s in own)
        return bool(own) and shared >= max(1, _ON_TOPIC * len(own))

    def continues(self, numbers: range) -> bool:
        """Whether lines apart from the core go on with its story: they have enough words in common."""
        prose = [self.lines[i] for i in self.kept(numbers) if self.lines[i].prose]
        own = [s for line in prose for s in content_stems(line, self.language)]
        shared = sum(s in self.stems for s in own)
        return sum(line.size for line in prose) >= _CONTINUED_WORDS and shared >= _CONTINUED * len(own)


Rule = Callable[[Page], Iterator[tuple[int, CutReason]]]


def content_stems(line: Line, language: str) -> set[str]:
    """Stems of the words that say what a line is about; numbers and very short words left out."""
    stops = stop_words(language)
    return {stem(w, language) for w in line.words if len(w) > 3 and not w[0].isdigit() and w not in stops}


def matches(line: Line, title_words: Sequence[str]) -> bool:
    return (
        bool(title_words) and line.size <= len(title_words) + 2 and list(line.words[: len(title_words)]) == title_words
    )


def title_line(lines: Sequence[Line], title: str | None) -> int | None:
    """The number of the first line that is the given title."""
    wanted = words(title or "")
    return next((i for i, line in enumerate(lines) if matches(line, wanted)), None)


def weight(line: Line, language: str) -> int:
    """How much a line speaks for the story being here (above 0) or for page furniture (below)."""
    if line.prose:
        counted = min(line.size, _PROSE_CAP)
        plain = language not in LANGUAGES or function_share(language, line.words) >= _PLAIN
        return counted if plain else counted // 3
    if line.stopped and line.size >= 2:
        return _SHORT_WEIGHT
    slight = line.ruler or (line.ended and line.size >= 3) or (line.size <= 4 and dated(line))
    return -1 if slight else -5


def weights(page: Page) -> list[int]:
    """A weight for each line; sentences that stand alone among furniture, as teasers do, count less."""
    found = [_CUT_WEIGHT if i in page.cut else weight(line, page.language) for i, line in enumerate(page.lines)]
    shown = list(page.kept())
    listed = set(listed_lines(page, shown))
    for i in listed:
        found[i] = max(found[i], _LISTED_WEIGHT)
    for n, i in enumerate(shown):
        near = (shown[m] for m in range(max(0, n - _NEAR), min(len(shown), n + _NEAR + 1)) if m != n)
        if found[i] > _SHORT_WEIGHT and not any(found[j] > 0 or j in listed for j in near):
            found[i] //= _ALONE
    return found


def listed_lines(page: Page, shown: Sequence[int]) -> Iterator[int]:
    """Lines of lists that belong to the text before: introduced by a colon, or figures and dates."""
    for introduction, run in runs(page, shown):
        items = [page.lines[i] for i in run]
        if len(items) >= 2 and ((introduction and introduction.text.endswith(":")) or data_list(items)):
            yield from run


def extended(page: Page, core: range) -> range:
    """The core with a list of its own that ends the story."""
    listed = set(listed_lines(page, list(page.kept())))
    stop = core.stop
    while stop in listed or (stop in page.cut and stop + 1 in listed):
        stop += 1
    return range(core.start, stop)


def resumed(page: Page, core: range, heads: Collection[int]) -> range:
    """The core with later paragraphs on its matter that a few lines of furniture part from it."""
    near, stop = {s[:_PREFIX] for s in page.stems}, core.stop
    for i in page.kept(range(core.stop, len(page.lines))):
        line = page.lines[i]
        if i - stop > _RESUMED or any(stop <= head <= i for head in heads):
            break
        own = content_stems(line, page.language)
        close = sum(s[:_PREFIX] in near for s in own) >= max(1, _CLOSE * len(own))
        if line.prose and line.stopped and line.sentences >= 2 and close:
            stop = i + 1
    return range(core.start, stop)


def runs(page: Page, shown: Sequence[int]) -> Iterator[tuple[Line | None, list[int]]]:
    """The runs of lines without sentences, each with the line before it."""
    before: Line | None = None
    run: list[int] = []
    for i in shown:
        line = page.lines[i]
        if line.prose or line.text.endswith(":"):
            yield before, run
            before, run = line, []
        else:
            run.append(i)
    yield before, run


def data_list(items: Sequence[Line]) -> bool:
    """Results, dates or figures: nearly every line has a number and words, or all share a word."""
    numbered = sum(line.size >= 3 and any(w[0].isdigit() for w in line.words) for line in items)
    common = Counter(w for line in items if line.size >= 3 for w in set(line.words) if len(w) > 4).most_common(1)
    return len(items) >= 3 and max(numbered, common[0][1] if common else 0) >= 0.7 * len(items)


def stretches(weights: Sequence[int], breaks: Collection[int] = ()) -> list[tuple[int, range]]:
    """The runs of lines that hold together, each with its sum of weights, above 0.

    A run ends where the sum has fallen by more than a heap of furniture weighs, or where `breaks` says so.
    """
    found: list[tuple[int, range]] = []
    start, total, best, stop = 0, 0, 0, 0
    for i, w in enumerate([*weights, -2 * _HEAP]):
        total += w
        if total > best:
            best, stop = total, i + 1
        if total <= 0 or best - total > _HEAP or i in breaks:
            if best > 0:
                found.append((best, range(start, stop)))
            start, total, best = i + 1, 0, 0
    return found
