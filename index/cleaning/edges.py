"""Rules for the edges of a story: what may stand above its first sentences and below its last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.cleaning.agencies import credits_agency
from index.cleaning.cues import Cue
from index.cleaning.headline import LONG_HEAD, byline
from index.cleaning.line_rules import dated
from index.cleaning.lines import Line
from index.cleaning.page import Page
from index.documents import CutReason
from index.language import foreign_to
from index.terms import stop_words, words

Cuts = Iterator[tuple[int, CutReason]]

_SIGNED_OFF = re.compile(r"[/(\[].*|(?:[-–—*#]\s?){1,3}\w+(?:\s?[-–—*#]){1,3}$|[#*]{3}$")  # "/abc/", "(END)", "– END –"
_CAPITAL = r"[A-ZÄÖÜÉŠŽ\u0410-\u042fЁ][\w.'’-]+"
_NAME = re.compile(rf"(?:(?:Von|By|Text:|Автор:?)\s)?{_CAPITAL}(?:\s(?:von|van|de|zu)|\s{_CAPITAL}){{1,3}}(?:, \w+)?")
_OPENING_NAME = re.compile(rf"({_CAPITAL})((?:\s(?:von|van|de|zu)|\s{_CAPITAL}){{0,3}})[\s,]")
_BIO = 2.2  # sum of signals from which on a last paragraph tells of its writer
_SINCE = re.compile(r"\b(?:seit|since|с)\s(?:19|20)\d\d\b")
_BIO_WORDS = 70
_BIO_AFTER = 0.6  # share of the text's sentences that must stand before
_BOX = 3  # lines of an author's box
_NEXT = 2  # how near a line must be to be still the story's
_KICKER = 4  # words of a kicker, which stands right above the headline
_KICKERS = 4  # lines above the headline that are neither date nor byline; with more it's a list
_HEAD_LINES = 25  # lines that the byline is looked for in
_SIGNED = 5  # words
_TOLD = 5  # words
_REPORTED = re.compile(
    r"[(\[]?(?:(?:additional |with )?(?:reporting|writing|editing|compiled|written|edited) (?:and \w+ )?by"
    r"|bericht(?:et)? von|geschrieben von|redigiert von|mitarbeit:|redaktion:|mit material von)\b",
    re.IGNORECASE,
)
_SIGN_OFF = 6  # lines after the story's last sentences that may belong to it


def before_story(page: Page) -> Cuts:
    """What stands before the story's first sentences and is not its masthead, kicker, headline, byline or date."""
    head = list(page.kept(range(page.core.start)))
    if page.headline is not None and page.headline < page.core.start:
        above = [i for i in head if i < page.headline]
        yield from ((i, reason_of(page, i)) for i in above if not _masthead(page, i, head, above))
        head = [i for i in head if i > page.headline]
    if len(head) > LONG_HEAD:
        yield from ((i, reason_of(page, i)) for i in head if i != page.headline and not _credit_line(page, i))


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
        signed = n == 0 and _signature(page, i)
        if not contact and (n >= _SIGN_OFF or not (unbroken or topical or signed or stays(line))):
            yield i, reason_of(page, i)


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


def biography(page: Page) -> Cuts:
    """What is told of the writer after the story: by the name of the byline, or by what writers do."""
    told = [i for i in page.kept() if page.lines[i].prose or page.lines[i].size >= _TOLD]
    total, before = sum(page.lines[i].size for i in told), 0
    for i in told:
        if before >= _BIO_AFTER * total and _tells_of_writer(page, i, told):
            yield i, CutReason.FURNITURE
        before += page.lines[i].size


def _tells_of_writer(page: Page, i: int, told: Sequence[int]) -> bool:
    line = page.lines[i]
    opening = _OPENING_NAME.match(line.text)
    writing = {line.words[f.at] for f in line.found if f.cue is Cue.WRITER}
    if not (opening and writing) or line.size > _BIO_WORDS or words(opening[1])[0] in stop_words(page.language):
        return False
    names = set(words(opening[0]))
    signed = any(names & set(page.lines[j].words) and _signs(page.lines[j]) for j in range(min(i, _HEAD_LINES)))
    others = sum(bool(names & set(page.lines[j].words)) for j in told if j != i and not _signs(page.lines[j]))
    last = i == told[-1]
    named = 0.6 * bool(_SINCE.search(line.text)) + 0.5 * bool(opening[2]) + 1.5 * signed
    return named + 0.8 * min(2, len(writing)) + 0.5 * last - others >= _BIO


def _signs(line: Line) -> bool:
    """A byline, or a name alone with a place."""
    return byline(line) or (line.size <= _SIGNED and bool(_NAME.match(line.text)) and not line.stopped)


def credits_reporter(text: str) -> bool:
    """A line that an agency signs its copy with: "(Reporting by …; Editing by …)"."""
    return bool(_REPORTED.match(text))


def stays(line: Line) -> bool:
    """A sign-off, contact, date or agency credit in the last lines."""
    if line.has(Cue.CONTACT) or dated(line) or line.ruler or credits_agency(line.text) or credits_reporter(line.text):
        return True
    return line.size <= 4 and bool(_SIGNED_OFF.match(line.text))


def _signature(page: Page, i: int) -> bool:
    """The writer's name alone below the last paragraph."""
    line = page.lines[i]
    plain = not (line.has(Cue.MENU) or line.has(Cue.SOCIAL) or line.has(Cue.LIST_HEAD) or line.has(Cue.PRODUCT))
    return line.gap and plain and not line.bullet and bool(_NAME.fullmatch(line.text))


def _masthead(page: Page, i: int, head: Sequence[int], above: Sequence[int]) -> bool:
    """The outlet's name and slogan come first, kickers stand right above the headline, dates and bylines anywhere."""
    line, at = page.lines[i], head.index(i)
    if line.bullet or line.prose:
        return False
    if i == above[-1] and line.headline_like and line.size <= _KICKER:
        return True
    if len(head) > LONG_HEAD:
        return False
    loose = [j for j in above if not (dated(page.lines[j]) or byline(page.lines[j]))]
    near = at <= 1 or (at <= 3 and (line.size <= 4 or i not in loose))
    return (near and line.headline_like) or (len(loose) <= _KICKERS and i in above[-2:])


def _credit_line(page: Page, i: int) -> bool:
    """A byline or date directly before the story."""
    line = page.lines[i]
    return page.core.start - i <= 4 and line.size <= 14 and (dated(line) or line.has(Cue.BYLINE))


def reason_of(page: Page, i: int, found: CutReason | None = None) -> CutReason:
    """`found`: what the rule has found, unless the line's language says more."""
    line = page.lines[i]
    if foreign_to(page.language, line.words, line.sample):
        return CutReason.OTHER_LANGUAGE
    if found:
        return found
    if line.prose:
        return CutReason.OTHER_TOPIC
    return CutReason.HEADLINE_RUN if line.size >= 4 else CutReason.FURNITURE
