"""Text in an article that is addressed to a machine reading along: data like the rest, and nothing to be told on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from index.documents import Article, Span
from index.learnt import Learnt
from index.sentences import sentences
from index.wordlists import word_list

_REMEMBERED = 1024  # articles
_SHORT = 800  # characters of a paragraph that is an order from its first such sentence on

_WORD = r"(?:\b"
_DOT = "\u0307"  # of "İ" in small letters
_QUOTED = re.compile(r"[„“\"«][^„“”\"«»]{0,400}[“”\"»]")


learnt: Learnt[tuple[Span, ...]] = Learnt(_REMEMBERED)


def orders_in(article: Article) -> tuple[Span, ...]:
    """`instructions` of an article, from what was kept of it where that was learnt."""
    kept = learnt.of(article)
    return instructions(article.text, article.language) if kept is None else kept


@lru_cache(maxsize=_REMEMBERED)
def instructions(text: str, language: str) -> tuple[Span, ...]:
    """Where an article addresses a machine: the sentence that does, and in a short paragraph what comes after it."""
    if not _orders().search(_visible(text)):
        return ()
    return tuple(span for paragraph in _paragraphs(text) for span in _within(paragraph, text, language))


def _paragraphs(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        yield Span(*match.span())


def _within(paragraph: Span, text: str, language: str) -> Iterator[Span]:
    line = paragraph.of(text)
    if not _orders().search(_visible(line)):
        return
    found = [s for s in sentences(line, language) if orders_machine(s.of(line))]
    if not found and orders_machine(line):  # an order that was taken for several sentences
        found = [Span(0, len(line))]
    whole = len(line) <= _SHORT
    for span in found[:1] if whole else found:
        yield Span(paragraph.start + span.start, paragraph.end if whole else paragraph.start + span.end)


@lru_cache(maxsize=20_000)
def orders_machine(text: str) -> bool:
    """Whether a sentence or text reads as an order to a machine. What it only quotes is news about such orders."""
    seen = _visible(text)
    if not _orders().search(seen):
        return False
    return bool(_orders().search(_QUOTED.sub(" ", seen))) or not _QUOTED.sub("", seen).strip(" .")


def _visible(text: str) -> str:
    """As a machine may read it: without characters of no width, letters of other widths as plain ones, all small."""
    unseen = {ord(c): None for c in set(text) if unicodedata.category(c) == "Cf"}
    seen = unicodedata.normalize("NFKC", text.translate(unseen) if unseen else text)
    return seen.lower().replace(_DOT, "").replace("ı", "i")


@cache
def _orders() -> re.Pattern[str]:
    patterns = [f"(?:{p})" for group in word_list("index.words", "instructions").values() for p in group]
    words = [p for p in patterns if p.startswith(_WORD)]  # asked for where a word begins, rather than at every letter
    others = [p for p in patterns if not p.startswith(_WORD)]
    return re.compile(rf"(?!\B\w)(?:\b(?=\w)(?:{'|'.join(words)})|{'|'.join(others)})")  # none begins inside a word
