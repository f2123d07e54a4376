"""Who printed a plain text, when, and who wrote it, told from the text itself.

Only what is reliable counts: a masthead, a date line, a labelled line, an imprint, an editorial address. Better nothing
than a wrong name; a date inside running prose is never the date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.dates import Dated, first_date
from index.names import alternatives, lower_words
from index.publishers import Frame, find_publisher, heads_a_release

_EDGE = 4000  # characters at either end of a text in which a masthead or an imprint is looked for
_HEAD_LINES, _TAIL_LINES = 14, 12
_DATE_LINES = 6  # the first lines, in which a date needs no label
_LONGEST_DATE_LINE = 120
_PARAGRAPH = 140  # characters; a longer line is one
_SEPARATOR = "|–—•·:,;(/»>-"
_PLACE = re.compile(r"[^\W\d_][\w.' -]{1,30}(?:/[\w.' -]{2,30})?,\s*$")
_PERSON = r"[A-ZÄÖÜА-ЯЁ][\w'’.-]*[\w.]"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a text says of itself; `published` is ISO 8601. None: nothing reliable."""

    publisher: str | None = None
    published: str | None = None
    author: str | None = None


def find_masthead(text: str) -> Masthead:
    """Publisher, date and author of a plain text that has no front matter."""
    head = _lines(text[:_EDGE])[:_HEAD_LINES]
    tail = _lines(text[-_EDGE:])[-_TAIL_LINES:]
    dated = tuple(stands_alone(line) is not None for line in head)
    return Masthead(find_publisher(Frame(text, head, tail, dated)), find_published(text, head), _author(head))


def find_published(text: str, head: tuple[str, ...]) -> str | None:
    """The date of publication: a labelled one, one of the first lines, else the text's only line that is a date."""
    early = tuple(_to_first_paragraph(head[:_DATE_LINES]))
    return (
        _labelled(text, "published_labels")
        or next((iso for line in early if (iso := stands_alone(line) or _dateline(line))), None)
        or _labelled(text, "updated_labels")
        or _only_date_line(text)
    )


def _to_first_paragraph(lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        yield line
        if len(line) > _PARAGRAPH:
            return


def stands_alone(line: str) -> str | None:
    """The date of a short line that is a date line, perhaps with a place or a section beside it: no prose."""
    dated = first_date(line) if len(line) <= _LONGEST_DATE_LINE else None
    if dated is None:
        return None
    before, after = line[: dated.start].rstrip(), line[dated.end :].strip()
    apart = not before or before[-1] in _SEPARATOR or before.casefold() in _label_words() or heads_a_release(before)
    return dated.iso if apart and (not after or after[0] in "|–—•·)/,;-") and line[-1] not in "?!" else None


def _dateline(line: str) -> str | None:
    """The date of a dateline with its year: "Musterstadt, 3. März 2026. Die …", "MUSTERSTADT, 3 March 2026 – …"."""
    dated = first_date(line[:100])
    if dated is None or not line[dated.end :].lstrip().startswith((".", ":", ")", "–", "—", "-", "(")):
        return None
    return dated.iso if _PLACE.fullmatch(line[: dated.start]) else None


@cache
def _label_words() -> frozenset[str]:
    labels = lower_words("published_labels") | lower_words("updated_labels")
    return frozenset(label + colon for label in labels for colon in ("", ":", " am", " on", " at"))


@cache
def _label_pattern(labels: str) -> re.Pattern[str]:
    words = alternatives(labels)
    return re.compile(
        rf"(?:^|[|·•(/–—]\s)[^\w\n]{{0,3}}(?:{words})(?::| am| on| at| vom|\b)\s*(.{{6,80}})", re.MULTILINE
    )


def _labelled(text: str, labels: str) -> str | None:
    """The first full date that follows one of the labels at once, anywhere in the text."""
    for found in _label_pattern(labels).finditer(text):
        dated = first_date(found[1])
        if dated and dated.start == 0 and _ends_line(found[1], dated):
            return dated.iso
    return None


def _ends_line(line: str, dated: Dated) -> bool:
    rest = line[dated.end :].strip()
    return not rest or rest[0] in "|–—•·).,;/(-"


def _only_date_line(text: str) -> str | None:
    dates = {iso for line in _date_shaped(text) if (iso := stands_alone(line))}
    return dates.pop() if len(dates) == 1 else None


def _date_shaped(text: str) -> Iterator[str]:
    """Lines that hold little more than a date."""
    for found in re.finditer(r"^[^\n]{8,60}$", text, re.MULTILINE):
        line = found[0].strip()
        if re.search(r"(?:19|20)\d\d", line) and not re.search(r"[^\W\d_]{13}|[\"„“»]", line):
            dated = first_date(line)
            if dated and len(line) - (dated.end - dated.start) <= 8:
                yield line


def _lines(text: str) -> tuple[str, ...]:
    return tuple(stripped for line in text.split("\n") if (stripped := line.strip()))


@cache
def _byline() -> re.Pattern[str]:
    words = alternatives("byline_words")
    return re.compile(
        rf"(?:{words}|{words.upper()})\b:?\s+({_PERSON}(?:\s+(?:von|van|de|der|{_PERSON})){{1,3}})(?=$|\s*[,|–—•·/(]|\s+(?:und|and|и)\s)"
    )


def _author(head: tuple[str, ...]) -> str | None:
    """The first name of a byline: "Von Vorname Nachname", "By …", "Автор: …"."""
    found = (_byline().match(line) for line in head if len(line) <= 90)
    return next((match[1] for match in found if match), None)
