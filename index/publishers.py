"""Who printed a plain text: its masthead, its imprint, its copyright line, its editorial address.

Each rule gives a name or None, and the most telling one is asked first. An agency is nobody's publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.dates import first_date
from index.names import (
    DOMAIN,
    alternatives,
    is_name,
    is_short_name,
    lower_words,
    readable,
    sounds_like_a_paper,
    without_legal_form,
)
from index.places import places
from index.wordlists import words_of

_SPLIT = re.compile(r"\s+(?:[–—•·-]|//+|/)\s+|\s*\|+\s*")
_MAIL = re.compile(r"\b([\w.+-]{1,40})@((?:[\w-]{1,40}\.){1,4}[a-z]{2,12})\b", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mail|news|newsletter|redaktion|amp|online)\.(?=[^.]+\.)")
_URL_LINE = re.compile(r"(?:\w+:\s*)?https?://([\w.-]+)(?:[/?#]\S*)?", re.IGNORECASE)
_SHARED_HOST = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|youtube|instagram|t|telegram|linkedin|whatsapp|bit|google)\.\w+$"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b(?:\s*(?:©|\(c\)))?)\s*:?\s*((?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?)?,?\s*(?:by\s+)?"
    r"(.+?)\s*((?:19|20)\d\d)?\s*(?=$|[·•|,;:(]|\s[–—/-]\s|\.(?:\s|$)|\b(?:alle|all rights|все права)\b)",
    re.IGNORECASE,
)
_SITE_WORD = re.compile(r"\s(?:online|digital|aktuell)$")  # lower case: a word beside the name, no part of it
_ACRONYM = re.compile(r"\s*\([\w-]{2,10}\)")
_REGISTERED = re.compile(r",?\s+(?:e\.\s?V\.|gGmbH|e\.\s?G\.)(?=[\s,]|\Z)|\s+НКО\b")
_CYRILLIC = re.compile(r"[А-ЯЁа-яё-]+")
_LONGEST_LOWER_CASED, _LONGEST_BODY = 4, 8  # words
_LONG = 140  # characters; a longer line is a paragraph


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a text's body: its first and last non-empty lines; which of the first are date lines."""

    text: str
    head: tuple[str, ...]
    tail: tuple[str, ...]
    dated: tuple[bool, ...]


def find_publisher(frame: Frame) -> str | None:
    """The publisher's name as the text prints it, or its domain, or None."""
    for rule in (_labelled, _masthead, _press_release, _letterhead, _copyright, _editorial_mail, _address_line):
        if name := rule(frame):
            return readable(name, frame.text)
    return None


def _labelled(frame: Frame) -> str | None:
    """ "Herausgeber: …", "Original-Content von: …" in the first or last lines."""
    for line in (*frame.head[:3], *frame.tail):
        found = _label().match(line)
        given = re.split(r"\s*[,|·•;]|\s[–—-]\s|\.\s", found[1])[0] if found else ""
        name = without_legal_form(given)
        telling = name != given or " " in name or sounds_like_a_paper(name) or DOMAIN.fullmatch(name)
        if name and telling and is_name(name) and not name.casefold().startswith(_departments()):
            return name
    return None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{alternatives('publisher_labels')})\s*:\s*(.{{3,80}})", re.IGNORECASE)


def _departments() -> tuple[str, ...]:
    """A body's own department ("Pressestelle des …") says whose it is in words that we cannot turn into a name."""
    return ("pressestelle", "referat", "abteilung", "press office", "пресс-служба")


def _masthead(frame: Frame) -> str | None:
    """The first line as the name of a paper: alone, with a slogan, a section or a date beside it, or a page title."""
    if not frame.head or len(frame.head[0]) > _LONG:
        return None
    at = 1 if frame.dated[0] and len(frame.head) > 1 and not _named_part(frame.head[0]) else 0
    parts = [part for part in _SPLIT.split(_before_date(frame.head[at])) if part]
    if not parts:
        return None
    if len(parts) > 1 and (suffix := _title_suffix(parts, frame.head[at + 1 :])):
        return suffix
    return _SITE_WORD.sub("", parts[0]) if _vouched(parts, frame, at) else None


def _vouched(parts: list[str], frame: Frame, at: int) -> bool:
    name = parts[0]
    if not is_name(name):
        return len(parts) == 1 and _is_lower_cased(name) and _stands_over_a_date(frame, at)
    near = frame.dated[at : at + 3]
    headline = _headline_follows(frame, at + 1)
    if sounds_like_a_paper(name) or DOMAIN.fullmatch(name):
        return len(parts) > 1 or headline or (any(near[:2]) and sounds_like_a_paper(name.split()[-1]))
    if len(parts) == 1:
        return _stands_over_a_date(frame, at) and is_short_name(name)
    return headline and any(frame.dated[at : at + 4]) and is_short_name(name)


def _stands_over_a_date(frame: Frame, at: int) -> bool:
    """Whether a line that is no place has its date beneath it, or beside it but not as in "Ulm, 3 May": a dateline."""
    name = _before_date(frame.head[at])
    beneath = frame.dated[at + 1 : at + 2] == (True,) and not frame.dated[at]
    beside = frame.dated[at] and not frame.head[at][len(name) :].startswith(",")
    return (beneath or beside) and _headline_follows(frame, at + 1) and not _is_place(name)


def _is_place(name: str) -> bool:
    return any(place.words == name for place in places(name))


def _is_lower_cased(name: str) -> bool:
    """A name as Russian writes it, with one capital: "Деловой час"."""
    words = name.split()
    cyrillic = all(_CYRILLIC.fullmatch(word) for word in words)
    return cyrillic and 1 < len(words) <= _LONGEST_LOWER_CASED and is_short_name(name) and is_name(name.title())


def _letterhead(frame: Frame) -> str | None:
    """The body over the first line of a release: "Stadt X" above "Presse- und Informationsamt", "Y e. V." alone."""
    if not frame.head or len(frame.head[0]) > _LONG:
        return None
    first, *beside = [part for part in _SPLIT.split(_before_date(frame.head[0])) if part] or [""]
    form = _REGISTERED.search(first)
    name = _ACRONYM.sub("", first[: form.start()] if form else first).strip(" ,")
    release = any(heads_a_release(part) or _press().match(part) for part in (*beside, *frame.head[1:3]))
    if form and _headline_follows(frame, 1):
        return name if name[:1].isupper() and len(name.split()) <= _LONGEST_BODY else None
    return name if release and is_name(name) and not _is_place(name) else None


@cache
def _press() -> re.Pattern[str]:
    """A line in which a body's press office is named, if little else is."""
    return re.compile(rf"(?=.{{0,80}}\Z)(?:.*\W)?(?:{alternatives('press_offices')})", re.IGNORECASE)


def _title_suffix(parts: list[str], after: tuple[str, ...]) -> str | None:
    """The paper in "Headline | Paper": the headline comes again below, or only the last part sounds like a paper."""
    last = parts[-1]
    if not is_name(last):
        return None
    again = parts[0].casefold() in (line.casefold() for line in after) and not sounds_like_a_paper(parts[0])
    heading = not is_name(parts[0]) and len(parts[0].split()) >= 3
    return last if again or (heading and sounds_like_a_paper(last)) else None


def _headline_follows(frame: Frame, start: int) -> bool:
    for line, dated in zip(frame.head[start:], frame.dated[start:], strict=True):
        if len(line) > _LONG:
            return False
        byline = re.match(rf"(?:{alternatives('byline_words')})\b", line)
        if not (dated or byline or line.casefold() in lower_words("sections") or line[-1] in ".,;"):
            return True
    return False


def _press_release(frame: Frame) -> str | None:
    """The body in "Pressemitteilung Nr. 12 der Stadt …" or "Press release by …"."""
    for line in frame.head[:4]:
        if len(line) <= _LONG and (found := _release().match(line)):
            name = _nominative(found[1], _before_date(re.split(r"\s*[|·•,;:(]|\s[–—-]\s|\svom\s", found[2])[0]))
            if name and 1 <= len(name.split()) <= 8 and name[0].isupper() and not name.endswith((".", "!", "?")):
                return name
    return None


def heads_a_release(line: str) -> bool:
    """Whether a line is the head of a press release: its date is the release's, even in "vom 3. März 2026"."""
    return re.match(rf"(?:{alternatives('press_release_words')})\b", line, re.IGNORECASE) is not None


@cache
def _release() -> re.Pattern[str]:
    number = r"(?:\s+(?:Nr\.?|No\.?)?\s*[\d/.-]+)?"
    return re.compile(
        rf"(?:{alternatives('press_release_words')}){number}\s+(der|des|von|by|from|of)\s+(?:the\s+)?(.{{3,90}})",
        re.IGNORECASE,
    )


def _nominative(article: str, name: str) -> str | None:
    """ "(der) Städtischen Werke" -> "Städtische Werke", "(des) Landkreises X" -> "Landkreis X"."""
    first, _, rest = name.partition(" ")
    if article.lower() == "der" and re.search(r"(?:sch|lich)en$", first):
        first = first[:-1]
    elif article.lower() == "des":
        if first.endswith("en"):
            return None  # an adjective: the ending would be a guess
        first = re.sub(r"(?<=[bdfgklmnprstz])es$|s$", "", first)
    return f"{first} {rest}".strip()


def _copyright(frame: Frame) -> str | None:
    """The holder in a copyright line, if more than the sign alone says that it is no photographer's or agency's."""
    first = _SPLIT.split(frame.head[0])[0].casefold() if frame.head else ""
    for line in (*frame.tail, *frame.head[:3]):
        found = _COPYRIGHT.search(line) if len(line) < 300 else None
        if found is None or _credit().search(line[: found.start()]):
            continue
        holder = found[2].strip()
        name = without_legal_form(holder)
        telling = name != holder or found[1] or found[3] or sounds_like_a_paper(name) or DOMAIN.fullmatch(name)
        if is_name(name) and (telling or name.casefold() == first or _imprint_like(line)):
            return name
    return None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('credit_words')})\b", re.IGNORECASE)


def _editorial_mail(frame: Frame) -> str | None:
    """The domain of an editorial address; of any address only in an imprint. Two different ones say nothing."""
    edges = {*frame.head[:3], *frame.tail[-3:]}
    hosts = {_bare_host(host) for line, box, host in _addresses(frame.text) if _is_editorial(line, box, line in edges)}
    hosts -= words_of("index.words", "free_mail_hosts")
    return hosts.pop() if len(hosts) == 1 else None


def _addresses(text: str) -> Iterator[tuple[str, str, str]]:
    """The first addresses of a text: the line, the mailbox, the host."""
    at = -1
    for _ in range(20):
        at = text.find("@", at + 1)
        if at < 0:
            return
        start, end = text.rfind("\n", max(0, at - 600), at) + 1, text.find("\n", at, at + 600)
        line = text[max(start, at - 600) : end if end >= 0 else at + 600].strip()
        for found in _MAIL.finditer(text, max(0, at - 42), at + 80):
            yield line, found[1].lower(), found[2].lower()


def _is_editorial(line: str, box: str, at_edge: bool) -> bool:
    if _imprint_like(line):
        return len(line) < 300
    editorial = box in words_of("index.words", "editorial_mailboxes")
    return editorial and ((at_edge and len(line) < 80) or _noticing().search(line) is not None)


@cache
def _noticing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('notice_words')})\b(?!@)", re.IGNORECASE)


def _imprint_like(line: str) -> bool:
    return _imprint().search(line) is not None


@cache
def _imprint() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('imprint_words')})\b(?!@)", re.IGNORECASE)


def _address_line(frame: Frame) -> str | None:
    """The host of a line that is nothing but the page's address."""
    for line in (*frame.head[:3], *frame.tail[-2:]):
        found = _URL_LINE.fullmatch(line)
        if found and not _SHARED_HOST.search(found[1].lower()):
            return _bare_host(found[1].lower())
    return None


def _bare_host(host: str) -> str:
    return _HOST_PREFIX.sub("", host)


def _named_part(line: str) -> bool:
    return bool(_before_date(line)) and is_name(_SPLIT.split(_before_date(line))[0])


def _before_date(line: str) -> str:
    """The line up to its date, if it has one."""
    dated = first_date(line)
    return (line[: dated.start] if dated else line).strip(" ,|–—-·•/(:")
