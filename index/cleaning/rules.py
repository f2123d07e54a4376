"""Rules that look at a line among its neighbours. Each names the lines it cuts and why; they run in the order below."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from index.cleaning.agencies import credits_agency
from index.cleaning.cues import Cue
from index.cleaning.edges import (
    after_story,
    author_box,
    before_story,
    biography,
    credits_reporter,
    reason_of,
    stays,
)
from index.cleaning.line_rules import reason_for
from index.cleaning.lines import Line
from index.cleaning.loose import loose_lines
from index.cleaning.page import Page, Rule, data_list
from index.cleaning.signals import MADE, SHAPED, TALK, made, shape, talk
from index.documents import CutReason
from index.language import foreign_to

Cuts = Iterator[tuple[int, CutReason]]

_REPEATABLE = 8  # words; a shorter line may come back in a list or an interview
_RUN = 3  # headlines without bullets that make a run
_DOUBT = 0.8  # how far below the thresholds a sentence must be to count as the story's
_SENTENCE = 12  # words of a sentence that is surely told by the story
_COMMENTS_AFTER = 40  # words of the story that must stand before readers' comments begin


def furniture(page: Page) -> Mapping[int, CutReason]:
    """What is furniture by itself, or by how it looks and speaks."""
    judged = [i for i in page.kept() if i != page.headline and page.lines[i].judged]
    found = {i: reason for i in judged if (reason := _alone(page.lines[i]))}
    story = _story_words(page, found)
    weighed = ((i, _weighed(page.lines[i], story)) for i in judged if i not in found)
    found.update({i: reason for i, reason in weighed if reason})
    found.update(biography(replace(page, cut=found)))
    told = (i for i in page.kept() if i not in found and page.lines[i].prose and page.lines[i].size >= _SENTENCE)
    return found | {i: r for i, r in _lists(replace(page, cut=found), next(told, len(page.lines))) if i not in found}


def _alone(line: Line) -> CutReason | None:
    return None if credits_reporter(line.text) else reason_for(line)


def _story_words(page: Page, found: Collection[int]) -> frozenset[str]:
    """The words of the sentences that nothing speaks against: what a story tells of says nothing against it."""
    lines = (page.lines[i] for i in page.kept() if i not in found and page.lines[i].size >= _SENTENCE)
    plain = (line for line in lines if line.prose and talk(line) < TALK - _DOUBT and made(line) < MADE - _DOUBT)
    return frozenset(w for line in plain for w in line.words if len(w) > 2)


def _weighed(line: Line, story: Collection[str]) -> CutReason | None:
    if line.has(Cue.CONTACT) or credits_agency(line.text) or credits_reporter(line.text) or not line.words:
        return None
    if shape(line) >= SHAPED - 0.01:
        return CutReason.FURNITURE
    if line.prose and line.stopped and not story:
        return None
    if made(line, story) >= MADE - 0.01:
        return CutReason.NOTICE
    return CutReason.NEWSLETTER if talk(line, story) >= TALK - 0.01 else None


def label_of_notice(page: Page) -> Cuts:
    """The lone label above a notice that was cut ("Transparency note")."""
    for i in page.kept():
        line = page.lines[i]
        if line.size <= 4 and line.has(Cue.LABEL) and page.cut.get(i + 1) is CutReason.NOTICE:
            yield i, CutReason.NOTICE


def repeated(page: Page) -> Cuts:
    """The same line again. Short ones and questions may come back in an interview."""
    seen = {page.lines[page.headline].text} if page.headline is not None else set()
    for i in page.kept():
        line = page.lines[i]
        long = line.size >= (_REPEATABLE if i in page.core else 4)
        if long and line.text in seen and not line.text.endswith("?"):
            yield i, CutReason.REPEATED
        seen.add(line.text)


def comment_heads(page: Page) -> Iterator[int]:
    """Where readers' comments begin, after something that can be a story."""
    words = 0
    for i, line in enumerate(page.lines):
        if _heads_comments(line) and words >= _COMMENTS_AFTER:
            yield i
        words += line.size if line.prose and i not in page.cut else 0


def _heads_comments(line: Line) -> bool:
    return line.has(Cue.COMMENTS) and not line.stopped


def comments(page: Page) -> Cuts:
    """Everything from the heading of the readers' comments on."""
    after = range(page.core.stop, len(page.lines))
    head = next((i for i in after if _heads_comments(page.lines[i])), len(page.lines))
    yield from ((i, CutReason.NEWSLETTER) for i in page.kept(range(head, len(page.lines))))


def bullet_runs(page: Page) -> Cuts:
    """Headlines with bullets, unless they belong to the story."""
    for run in _runs(page, lambda line: line.bullet):
        items = [page.lines[i] for i in run]
        loose = sum(line.headline_like for line in items) >= 0.7 * len(items)
        if loose and not _belongs(page, run, items):
            yield from ((i, reason_of(page, i, CutReason.HEADLINE_RUN)) for i in run)


def listed(page: Page) -> Cuts:
    """A heading such as "Most read" and the headlines below it."""
    return _lists(page, page.core.start)


def _lists(page: Page, after: int) -> Cuts:
    """A list ends at a sentence, and at an empty line unless its own lines are parted so."""
    below = dense = False
    for i in range(after + 1, len(page.lines)):
        line = page.lines[i]
        if _heads_list(page, i):
            below, dense = True, False
            yield i, CutReason.TEASER
        else:
            below = below and not line.prose and not line.stopped and not (dense and line.gap)
            dense = dense or not line.gap
            if below and i not in page.cut and not credits_agency(line.text):
                yield i, reason_of(page, i, CutReason.HEADLINE_RUN)


def _heads_list(page: Page, i: int) -> bool:
    line = page.lines[i]
    label = (
        line.has(Cue.LIST_HEAD)
        or (line.has(Cue.TEASER) and line.size <= 4)
        or (line.has(Cue.ADVERT) and line.size <= 2)
    )
    return label and not line.stopped


def headline_runs(page: Page) -> Cuts:
    """Three and more headlines one after another, without bullets, inside or after the story."""
    for run in _runs(page, lambda line: line.headline_like and not line.prose):
        inside = [i for i in run if i > page.core.start]
        staying = [i for i in inside if stays(page.lines[i])]
        loose = [i for i in inside if i not in staying] if len(staying) < _RUN else inside
        introduced = run[0] > 0 and page.lines[run[0] - 1].text.endswith(":")
        after = bool(loose) and loose[0] >= page.core.stop
        if len(loose) >= _RUN and (after or not introduced):
            topical = sum(page.on_topic(page.lines[i]) for i in loose)
            if after or (topical * 2 < len(loose) and not data_list([page.lines[i] for i in loose])):
                yield from ((i, reason_of(page, i, CutReason.HEADLINE_RUN)) for i in loose)


def product_line(page: Page) -> Cuts:
    """A line for the outlet's newsletter, podcast, app or puzzles, where the story isn't about that."""
    for i in page.kept():
        line = page.lines[i]
        if (
            line.has(Cue.CONTACT)
            or not line.has(Cue.PRODUCT)
            or line.size > 14
            or line.prose
            or line.stopped
            or line.asked
        ):
            continue
        named = {line.words[f.at] for f in line.found if f.cue is Cue.PRODUCT}
        if not any(named & set(page.lines[j].words) for j in page.kept(page.core) if j != i):
            yield i, CutReason.NEWSLETTER


def cookie_notice(page: Page) -> Cuts:
    """A word on cookies, in any language, in a text that isn't about them."""
    told = [i for i in page.kept() if any(w.startswith("cookie") for w in page.lines[i].words)]
    if len(told) <= 2:
        yield from ((i, CutReason.IMPRINT) for i in told if i != page.core.start)


def other_language(page: Page) -> Cuts:
    """Headlines in another language than the story's."""
    for i in page.kept():
        line = page.lines[i]
        inside = i in page.core and line.prose and line.stopped
        if i != page.headline and not inside and line.size >= 3 and foreign_to(page.language, line.words, line.sample):
            yield i, CutReason.OTHER_LANGUAGE


def _runs(page: Page, wanted: Callable[[Line], bool]) -> Iterator[list[int]]:
    """Runs of at least two neighbouring kept lines; what is already cut does not part them."""
    run: list[int] = []
    for i in page.kept():
        line = page.lines[i]
        if i != page.headline and wanted(line):
            run.append(i)
        else:
            if len(run) >= 2:
                yield run
            run = []
    if len(run) >= 2:
        yield run


def _belongs(page: Page, run: Sequence[int], items: Sequence[Line]) -> bool:
    """A list is the story's own if the line before introduces it, or if its items speak of the story's matter."""
    inside = page.core.start < run[0] < page.core.stop
    introduced = run[0] > 0 and page.lines[run[0] - 1].text.endswith((":", "?")) and run[0] - 1 not in page.cut
    topical = sum(page.on_topic(line) for line in items) / len(items)
    return topical >= (0.3 if introduced else 0.6) and (inside or introduced)


RULES: tuple[Rule, ...] = (
    label_of_notice,
    bullet_runs,
    repeated,
    comments,
    listed,
    author_box,
    cookie_notice,
    headline_runs,
    loose_lines,
    product_line,
    before_story,
    after_story,
    other_language,
)
