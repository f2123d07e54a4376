"""Rules that look at a line among its neighbours. Each names the lines it cuts and why; they run in the order below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from index.cleaning.agencies import credits_agency
from index.cleaning.cues import Cue
from index.cleaning.headline import LONG_HEAD, byline
from index.cleaning.line_rules import dated, reason_for
from index.cleaning.lines import Line
from index.cleaning.page import Page, Rule, data_list
from index.documents import CutReason
from index.language import foreign_to

Cuts = Iterator[tuple[int, CutReason]]

_SIGNED_OFF = re.compile(r"[/(\[].*|(?:[-–—*#]\s?){1,3}\w+(?:\s?[-–—*#]){1,3}$|[#*]{3}$")  # "/abc/", "(END)", "– END –"
_REPEATABLE = 8  # words; a shorter line may come back in a list or an interview
_RUN = 3  # headlines without bullets that make a run
_BOX = 3  # lines of an author's box
_NEXT = 2  # how near a line must be to be still the story's
_SIGN_OFF = 6  # lines after the story's last sentences that may belong to it
_COMMENTS_AFTER = 40  # words of the story that must stand before readers' comments begin


def furniture(page: Page) -> Cuts:
    """What is furniture by itself."""
    for i in page.kept():
        if i != page.headline and (reason := reason_for(page.lines[i])):
            yield i, reason


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
            yield from ((i, _reason(page, i, CutReason.HEADLINE_RUN)) for i in run)


def listed(page: Page) -> Cuts:
    """A heading such as "Most read" and the headlines below it."""
    below = False
    for i in page.kept(range(page.core.start + 1, len(page.lines))):
        line = page.lines[i]
        if line.has(Cue.LIST_HEAD) and not line.stopped:
            below = True
            yield i, CutReason.TEASER
        else:
            below = below and not line.prose and not line.stopped
            if below:
                yield i, CutReason.HEADLINE_RUN


def headline_runs(page: Page) -> Cuts:
    """Three and more headlines one after another, without bullets, inside or after the story."""
    for run in _runs(page, lambda line: line.headline_like and not line.prose):
        inside = [i for i in run if i > page.core.start]
        staying = [i for i in inside if _stays(page.lines[i])]
        loose = [i for i in inside if i not in staying] if len(staying) < _RUN else inside
        introduced = run[0] > 0 and page.lines[run[0] - 1].text.endswith(":")
        after = bool(loose) and loose[0] >= page.core.stop
        if len(loose) >= _RUN and (after or not introduced):
            topical = sum(page.on_topic(page.lines[i]) for i in loose)
            if after or (topical * 2 < len(loose) and not data_list([page.lines[i] for i in loose])):
                yield from ((i, _reason(page, i, CutReason.HEADLINE_RUN)) for i in loose)


def before_story(page: Page) -> Cuts:
    """What stands before the story's first sentences and is not its masthead, kicker, headline, byline or date."""
    head = list(page.kept(range(page.core.start)))
    if page.headline is not None and page.headline < page.core.start:
        yield from ((i, _reason(page, i)) for i in head if i < page.headline and not _masthead(page, i, head))
        head = [i for i in head if i > page.headline]
    if len(head) > LONG_HEAD:
        yield from ((i, _reason(page, i)) for i in head if i != page.headline and not _credit_line(page, i))


def after_story(page: Page) -> Cuts:
    """What stands after the story's last sentences and is neither its sign-off nor a contact.

    Short sentences and questions that follow without a break are still the story's; a contact may have several lines.
    """
    contact, unbroken, last = False, True, page.core.stop - 1
    for n, i in enumerate(page.kept(range(page.core.stop, len(page.lines)))):
        line = page.lines[i]
        contact = line.has(Cue.CONTACT) or (contact and not line.gap)
        unbroken = unbroken and line.ended and not line.exclaimed and i - last <= _NEXT
        last = i
        topical = i - page.core.stop < _NEXT and line.ended and not line.exclaimed and page.on_topic(line)
        if n >= _SIGN_OFF or not (contact or unbroken or topical or _stays(line)):
            yield i, _reason(page, i)


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


def author_box(page: Page) -> Cuts:
    """A heading with the writer's name near the end, and what is told of the writer below it."""
    kept = list(page.kept(range(page.core.start, len(page.lines))))
    names = {w for line in page.lines[: page.core.start + 2] if byline(line) for w in line.words[1:]}
    for n, i in enumerate(kept):
        line = page.lines[i]
        titled = line.has(Cue.ABOUT) and line.size <= 5 and not line.stopped
        if titled and n > len(kept) // 2 and (names & set(line.words[1:]) or line.words[-1:] == ("author",)):
            yield from ((j, CutReason.FURNITURE) for j in kept[n : n + _BOX])
            return


def other_language(page: Page) -> Cuts:
    """Headlines in another language than the story's."""
    for i in page.kept():
        line = page.lines[i]
        inside = i in page.core and line.prose
        if i != page.headline and not inside and line.size >= 3 and foreign_to(page.language, line.words, line.text):
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
    introduced = run[0] > 0 and page.lines[run[0] - 1].text.endswith(":") and run[0] - 1 not in page.cut
    topical = sum(page.on_topic(line) for line in items) / len(items)
    return topical >= (0.3 if introduced else 0.6) and (inside or introduced)


def _stays(line: Line) -> bool:
    """A sign-off, contact, date or agency credit in the last lines."""
    if line.has(Cue.CONTACT) or dated(line) or line.ruler or credits_agency(line.text):
        return True
    return line.size <= 4 and bool(_SIGNED_OFF.match(line.text))


def _masthead(page: Page, i: int, head: Sequence[int]) -> bool:
    line, at = page.lines[i], head.index(i)
    near = at <= 1 or (at <= 3 and (line.size <= 4 or dated(line) or byline(line)))
    return near and len(head) <= LONG_HEAD and line.headline_like and not line.bullet


def _credit_line(page: Page, i: int) -> bool:
    """A byline or date directly before the story."""
    line = page.lines[i]
    return page.core.start - i <= 4 and line.size <= 14 and (dated(line) or line.has(Cue.BYLINE))


def _reason(page: Page, i: int, found: CutReason | None = None) -> CutReason:
    """`found`: what the rule has found, unless the line's language says more."""
    line = page.lines[i]
    if foreign_to(page.language, line.words, line.text):
        return CutReason.OTHER_LANGUAGE
    if found:
        return found
    if line.prose:
        return CutReason.OTHER_TOPIC
    return CutReason.HEADLINE_RUN if line.size >= 4 else CutReason.FURNITURE


RULES: tuple[Rule, ...] = (
    label_of_notice,
    bullet_runs,
    repeated,
    comments,
    listed,
    author_box,
    cookie_notice,
    headline_runs,
    product_line,
    before_story,
    after_story,
    other_language,
)
