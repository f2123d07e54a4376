"""Where an article names people and bodies besides those whom it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.sources.given_names import given_names
from assistant.sources.page import Page
from assistant.sources.words import Sort
from index.names import sounds_like_a_paper
from index.wordlists import word_list

_CAPITAL = r"[A-ZÄÖÜА-ЯЁ]"
_PART = rf"(?:{_CAPITAL}\.(?!\w)|{_CAPITAL}[\w'’-]+)"  # of a name, or its initial
_SURNAME = re.compile(rf"(?: (?:(?:von|van|de|zu|al|bin)(?: de[rmn])? )?{_PART})+")
_NAME_NEXT = re.compile(rf" (?:(?:Dr|Prof)\. )*{_PART}(?: (?:(?:von|van|de|zu)(?: de[rmn])? )?{_PART})*")
_NAME_NEAR = re.compile(  # "head of research, Dr Ada Berg"
    rf"(?:(?: of| for) [\w-]+(?: [\w-]+){{0,2}}(?=,))?(?:,? (?:[\w«»-]+ ){{0,3}}?)?(?: ?{_PART})(?: {_PART})+"
)
_TAIL = re.compile(  # ", Leiterin des Kindergartens „…“", " vom Verein …"
    r", (?:a |an |the |der |die |das |ein |eine )?(?:[\w'’&„“”»«\"-]+ ?){1,8}"
    rf"|(?: vom| von der| of(?: the)?| from(?: the)?) {_CAPITAL}[\w-]*(?: (?:& )?[„“»«\"]?{_CAPITAL}[\w'’-]*[“”«»\"]?)*"
)
_NAMED_AFTER = re.compile(  # „Bote“, Brauer & Thies, of the OSCE, от СНГ
    r" (?:(?:of|for|in|der|des|von|vom|für|от|в) (?:the )?)?"
    r"(?:[„“«»\"][^„“”«»\"\n]{2,50}[“”«»\"]|[A-ZÄÖÜА-ЯЁ][\w'’-]*(?: (?:& )?[A-ZÄÖÜА-ЯЁ][\w'’-]*)*)"
)
_QUOTED_TITLE = re.compile(r"[„“»«\"]([A-ZÄÖÜА-ЯЁ][\w-]*(?: [A-ZÄÖÜА-ЯЁ][\w-]*){0,3})[“”«»\"]")
_ACRONYM = re.compile(r" \(([A-ZÄÖÜА-ЯЁ]{2,7})\)")
_FULL_NAME = re.compile(r"[A-ZÄÖÜА-ЯЁ][\w-]+(?: [\w-]+){0,6}\Z")
_BYLINE = re.compile(
    r"^(?:Von|By|Автор:?|Text:|Fotos?:|Photo:|Фото:|Mitarbeit:|Reporting by)\s+[A-ZÄÖÜА-ЯЁ][^.!?\n]{2,60}$",
    re.MULTILINE,
)
_MOST_BEFORE = 4  # words of a name before the kind of body: "Nordic Coffee Association"
_LONGEST_FULL = 90  # characters


def introductions(page: Page) -> Iterator[tuple[int, int]]:
    """Where somebody is named: known bodies, kinds of bodies and roles with a name, people's full names."""
    for quoted in _QUOTED_TITLE.finditer(page.text):
        if sounds_like_a_paper(quoted[1]):
            yield quoted.span()
    for company in _company().finditer(page.text):
        yield company.span()
    bylines = [line.span() for line in _BYLINE.finditer(page.text)]
    at = 0
    while at < len(page.words):
        if bylines and any(
            start <= page.words[at].start < end for start, end in bylines
        ):  # who wrote it says nothing in it
            at += 1
            continue
        match = page.match(at)
        last = at + match.length - 1 if match else at
        if match and match.sort is Sort.BODY:
            yield page.words[at].start, page.words[last].end
        elif match and match.sort is Sort.CONCEPT:
            yield from _kind_named(page, at, last)
        elif match and match.sort is Sort.ROLE:
            yield from _role_named(page, at, last)
        elif page.texts[at].partition("-")[0] in given_names():
            yield from _named_in_full(page, at)
        at = last + 1


@cache
def _company() -> re.Pattern[str]:
    lists = word_list("assistant.words/sources", "grammar")
    words = [*lists["legal_forms"], *(word.capitalize() for word in lists["company_words"])]
    return re.compile(rf"{_PART}(?: (?:& )?{_PART})* (?:{'|'.join(map(re.escape, words))})(?!\w)")


def _kind_named(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """From the word before a kind of body to the name right after it, or after a preposition."""
    end = page.words[last].end
    named = _NAMED_AFTER.match(page.text, end)
    yield _joined(page, first), named.end() if named else end


def _role_named(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "its chairman, Nurbek Berg", "председатель партии Иван Берг"."""
    pattern = _NAME_NEXT if page.language == "de" else _NAME_NEAR
    if named := pattern.match(page.text, page.words[last].end):
        yield _joined(page, first), named.end()


def _named_in_full(page: Page, given: int) -> Iterator[tuple[int, int]]:
    """ "Rike Berg", with what comes after a comma or "vom"."""
    run = _SURNAME.match(page.text, page.words[given].end)
    if run:
        tail = _TAIL.match(page.text, run.end())
        yield page.words[given].start, tail.end() if tail else run.end()


def _joined(page: Page, first: int) -> int:
    """Where the word before begins, or several with capitals, if only spaces part them from this one."""
    words = page.words
    at = first
    while at and first - at < _MOST_BEFORE and page.text[words[at - 1].end : words[at].start] == " ":
        at -= 1
        if page.language != "en" or not words[at].text[0].isupper():
            break
    return words[at].start


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms with what they stand for: "Luftfahrt-Bundesamt (LBA)"."""
    for acronym in _ACRONYM.finditer(text):
        full = _FULL_NAME.search(text, max(0, acronym.start() - _LONGEST_FULL), acronym.start())
        words = full.group().split() if full else []
        for first in range(len(words)):
            if not words[first][0].isupper():
                continue
            letters = "".join(p[0] for w in words[first:] for p in w.split("-") if p[:1].isupper())
            if letters.upper() == acronym[1]:
                yield acronym[1], " ".join(words[first:])
                break
