"""Sentences of a text, as spans. The only door to sentencex.

sentencex is fast and lossless, but it takes German ordinals and rarer abbreviations for sentence ends, and it never
breaks inside a quotation. So for the languages we have words for, its breaks are proposals: rules that are sure
overrule them, and inside quotations full stops before a capital are breaks too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import sentencex

from index.documents import Article, Span
from index.learnt import Learnt
from index.wordlists import LANGUAGES, word_list

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closers>[\"“”»«’‘'›‹)\]]*+)(?P<space>\s++)(?P<openers>[\"„“«»‚‘'›‹(\[–—-]*\s?)"
)
_LAST_WORD = re.compile(r"[^\s\"„“”«»‚‘’()\[\]/]+\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"[IVXL]{1,6}\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.\Z")
_INITIAL = re.compile(r"[^\W\d_a-zäöüа-яё]\.\Z")
_TIGHT = re.compile(r"[a-zäöüßа-яё]{2}[.!?…]+[\"“”»«]*\Z")
_STATE = re.compile(r"[^\W\d_][\w .’'-]{1,40},\s[A-Z][A-Za-z.]{1,8}\.\s[–—-]\s")  # "TAMPA, Fla. – " before a report
_WORDLIKE = re.compile(r"\w")
_QUOTES = re.compile(r"[\"„“”«»]")
_WINDOW = 4000  # characters
_REMEMBERED = 1024  # articles
_SHORTEST_WHOLE = 5  # letters from which a word before a number is hardly an abbreviation
_LOOK_BACK = 60  # characters: longer than any word that could be an abbreviation or an ordinal


@dataclass(frozen=True, slots=True)
class _Words:
    always: frozenset[str]
    numbered: frozenset[str]
    ambiguous: frozenset[str]
    closing: frozenset[str]
    before_ordinals: frozenset[str]
    after_ordinals: frozenset[str]
    starters: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence may end: what stands before the mark, and the word after it."""

    mark: str
    closed: bool  # a closing quote mark follows the mark
    last: str  # the last word, with its marks
    pair: str  # the last two words run together, for "z. B."
    before: str  # the word before the last
    next: str
    next_initial: bool  # which is one capital with a full stop
    opened: bool  # a quote mark opens before the next word


def sentences(text: str, language: str) -> list[Span]:
    """Spans of the sentences, without white space around them, in order; a new line always ends one.

    Together they cover every character that is not white space. `language` is an ISO 639-1 code.
    """
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        spans += _spans(line.group(), line.start(), language)
    return spans


learnt: Learnt[tuple[Span, ...]] = Learnt(_REMEMBERED)


@lru_cache(maxsize=_REMEMBERED)
def sentences_of(article: Article) -> tuple[Span, ...]:
    kept = learnt.of(article)
    return tuple(sentences(article.text, article.language)) if kept is None else kept


def _spans(line: str, offset: int, language: str) -> Iterator[Span]:
    """The sentences of one line; a piece with no letter or digit joins the sentence before it."""
    start, open_span = 0, None
    for end in (*_breaks(line, language), len(line)):
        piece = line[start:end]
        span = Span(offset + end - len(piece.lstrip()), offset + start + len(piece.rstrip()))
        start = end
        if span.start >= span.end:
            continue
        if open_span and not _WORDLIKE.search(piece):
            open_span = Span(open_span.start, span.end)
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span


def _breaks(line: str, language: str) -> list[int]:
    """Where sentences end in a line, as offsets after the white space, in order."""
    proposed = _proposals(line, language)
    if language not in LANGUAGES:
        return proposed
    quoted = _Quoted(line)
    state = _STATE.match(line)
    begun = state.end() if state else 0
    breaks: list[int] = []
    waiting = 0
    for match in _END.finditer(line):
        while waiting < len(proposed) and proposed[waiting] <= match.start():
            breaks += _tight(line, proposed[waiting])
            waiting += 1
        first = waiting
        while waiting < len(proposed) and proposed[waiting] <= match.end():
            waiting += 1
        verdict = _verdict(_place(line, match), _words(language)) if match.start() >= begun else False
        if verdict is None:
            verdict = waiting > first or ("…" not in match["mark"] and quoted.at(match.start()))
        if verdict:
            breaks.append(match.end("space"))
    return breaks + [end for proposal in proposed[waiting:] for end in _tight(line, proposal)]


def _proposals(line: str, language: str) -> list[int]:
    """Where sentencex breaks. It is quadratic in a line's quote marks, so a long line is handed over in windows."""
    start, ends = 0, []
    while start < len(line):
        end, cut = start, len(line) <= start + _WINDOW
        segments = sentencex.segment(language, line[start : start + _WINDOW])
        for segment in segments if cut else segments[:-1]:
            end += len(segment)
            ends.append(end)
        start = end if end > start else start + _WINDOW
    return [end for end in ends if end < len(line)]


def _tight(line: str, end: int) -> list[int]:
    """A proposal without white space: kept between a word and a capital ("gut.Dann"), not in "St.Petersburg"."""
    fits = _TIGHT.search(line, max(0, end - 8), end) and line[end].isupper()
    return [end] if fits else []


class _Quoted:
    """Whether an offset stands between quote marks; asked with rising offsets. An unclosed mark opens nothing."""

    def __init__(self, line: str) -> None:
        self._ranges = _quotations(line)
        self._next = 0

    def at(self, offset: int) -> bool:
        while self._next < len(self._ranges) and self._ranges[self._next].end <= offset:
            self._next += 1
        return self._next < len(self._ranges) and self._ranges[self._next].start <= offset


def _quotations(line: str) -> list[Span]:
    ranges: list[Span] = []
    opened: int | None = None
    for mark in _QUOTES.finditer(line):
        if _opens(line, mark.start(), opened is not None):
            opened = mark.start()
        elif opened is not None:
            ranges.append(Span(opened, mark.end()))
            opened = None
    return ranges


def _opens(line: str, at: int, inside: bool) -> bool:
    """„ always opens, ” closes; “ « » and the straight mark do either, by what stands around and before them."""
    if line[at] in "„”":
        return line[at] == "„"
    after_space = at == 0 or line[at - 1].isspace() or line[at - 1] in "([–—-"
    before_space = at + 1 >= len(line) or line[at + 1].isspace()
    return not inside if after_space == before_space else after_space


def _place(line: str, match: re.Match[str]) -> _Place:
    head = line[max(0, match.start() - _LOOK_BACK) : match.start()].split()[-2:]
    last = _LAST_WORD.search(head[-1]) if head and not line[match.start() - 1].isspace() else None
    before = _LAST_WORD.search(head[-2]) if len(head) > 1 else None
    following = _NEXT_WORD.match(line, match.end())
    word = last.group() + match["mark"] if last else ""
    previous = before.group() if before and last else ""
    return _Place(
        match["mark"],
        bool(match["closers"].strip(")]")),
        word,
        previous + word,
        previous,
        following.group() if following else "",
        bool(following and _INITIAL.match(line[following.start() : following.end() + 1])),
        bool(match["openers"].strip("([–—- ")),
    )


def _verdict(place: _Place, words: _Words) -> bool | None:
    """True: a sentence ends here. False: it goes on. None: the rules don't know."""
    starts = place.next[:1].isupper() and not place.next_initial and place.next.lower() in words.starters
    if place.next[:1].islower() and not place.opened:
        return False
    if place.closed:
        return _after_quotation(place, starts, words)
    if place.mark != ".":
        return None
    for shape in (place.pair, place.last):
        known = _abbreviated(shape, place, words, starts)
        if known is not None:
            return known
    if _is_whole_word(place.last[:-1]) and place.next[:1].isdigit():
        return True  # "… sagte sie am Montag. 63 Münzen fehlten."
    return _ordinal(place, words, starts)


def _is_whole_word(word: str) -> bool:
    return len(word) >= _SHORTEST_WHOLE and word.isalpha() and not word.isupper()


def _after_quotation(place: _Place, starts: bool, words: _Words) -> bool | None:
    if starts or place.mark == ".":
        return True
    return None


def _abbreviated(shape: str, place: _Place, words: _Words, starts: bool) -> bool | None:
    if shape in words.always:
        return False
    if shape in words.numbered and (place.next[:1].isdigit() or _ROMAN.match(place.next)):
        return False
    if shape in words.closing:
        return place.next[:1].isupper()
    if shape in words.ambiguous or _DOTTED.match(shape) or _INITIAL.match(shape):
        return starts
    return None


def _ordinal(place: _Place, words: _Words, starts: bool) -> bool | None:
    """German writes ordinals with a full stop: "der 1. FC", "Ludwig XIV. von". A list number goes with its line."""
    number = place.last[:-1]
    if not (number.isdigit() and len(number) <= 3) and not _ROMAN.match(number):
        return None
    if not place.before and number.isdigit():
        return False
    if not words.after_ordinals:
        return None
    if place.next in words.after_ordinals or (place.next.isdigit() and len(number) <= 2):
        return False
    if starts:
        return True
    return False if place.before.lower() in words.before_ordinals else None


@cache
def _words(language: str) -> _Words:
    lists = word_list("index.words", language)
    return _Words(
        always=_with_capitals(lists.get("abbreviations", ())),
        numbered=_with_capitals(lists.get("numbered_abbreviations", ())),
        ambiguous=_with_capitals(lists.get("ambiguous_abbreviations", ())),
        closing=_with_capitals(lists.get("closing_abbreviations", ())),
        before_ordinals=frozenset(w.lower() for w in lists.get("before_ordinals", ())),
        after_ordinals=frozenset(lists.get("after_ordinals", ())),
        starters=frozenset(lists.get("function_words", ())) | frozenset(lists.get("sentence_starters", ())),
    )


def _with_capitals(abbreviations: Iterable[str]) -> frozenset[str]:
    """Also as they are written at the start of a sentence: "Z. B."."""
    return frozenset(form for a in abbreviations for form in (a, a[:1].upper() + a[1:]))
