"""Words that say how a sentence is meant: with a reservation, on somebody's authority, in the negative."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from index.documents import Span
from index.wordlists import LANGUAGES, word_list

_FOLDER = "assistant.words"
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPLIT = re.compile(f"({_TOKEN.pattern})")
_GAP = ".."
_LONGEST_GAP = 10  # words
_START = 3  # letters
_REMEMBERED = 20_000  # words of each list
_TEXTS = 4096  # that are remembered
_SO = re.compile(r"[,“”\"«»]\s*so\s+(?:der|die|das|ein|eine|[A-ZÄÖÜ])")
_SPEAKER_COLON = re.compile(r":\s*[„“\"«»]")
_QUOTE_MARKS = re.compile(r"[„“”\"«»]")
_CLAUSE_MARK = re.compile(r"[,;:()–—.!?]")
_I_BEFORE = re.compile(r"\b[Ii]ch\s+\Z")
_I_AFTER = re.compile(r"\s+ich\b")
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?)]|$|(?:und|oder|aber)\b)")
_FORBIDS = re.compile(r"\s*(?:dass|wonach)\b.*\b(?:nicht (?:mehr|länger)|nur|kein\w*|weder)\b", re.DOTALL)
_SHALL = ("soll", "sollen")
_PERFECT = ("haben", "sein")


class Word(NamedTuple):
    """A word in lower case, and where it stands in its text. A tuple, because there are very many of them."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that match an entry of a list; `apart`: their places where others stand between ("wies … zurück")."""

    text: str
    span: Span
    apart: tuple[Span, ...] = ()

    @property
    def pieces(self) -> tuple[Span, ...]:
        return self.apart or (self.span,)


Entry = tuple[str, ...]
ByList = Mapping[str, list[Entry]]  # entries by the list that they are of


@dataclass(frozen=True, slots=True)
class _Index:
    """Lists made quick to search: entries, each with the name of its list, by their first word, or by how it begins
    where a `*` follows."""

    by_word: dict[str, list[tuple[str, Entry]]]
    by_start: dict[str, list[tuple[str, Entry]]]
    wild: list[tuple[str, Entry]]


def is_hedged(text: str, language: str) -> bool:
    """Whether the text carries an explicit reservation ("soll", "angeblich", "reportedly", "якобы")."""
    return bool(hedges(text, language))


def is_attributed(text: str, language: str) -> bool:
    """Whether the text says who says so: a cue, a German subjunctive of reported speech, a quotation with its marks."""
    return bool(attributions(text, language))


def hedges(text: str, language: str) -> list[Cue]:
    harmless = [cue.span for cue in find("no_hedges", text, language)]
    found = [
        cue
        for cue in find("hedges", text, language)
        if cue.text != "May"  # the month, or a wish
        and not any(cue.span.overlaps(span) for span in harmless)
        and not _is_permission(text, cue)
    ]
    return found + _hearsay(text) if language not in ("en", "ru") else found


def attributions(text: str, language: str) -> list[Cue]:
    harmless = _no_attributions(text, language)
    found = [
        cue for cue in find("attributions", text, language) if not any(cue.span.overlaps(span) for span in harmless)
    ]
    found += marked_speech(text)
    marks = list(_QUOTE_MARKS.finditer(text))
    if len(marks) % 2:  # the text begins or ends within a quotation
        found.append(Cue(marks[-1].group(), Span(marks[-1].start(), marks[-1].end())))
    return found + subjunctives(text, language)


def marked_speech(text: str) -> list[Cue]:
    """Where the form alone says who speaks: „…“, so Meier; Meier: „…“."""
    return [
        Cue(m.group(), Span(m.start(), m.end())) for pattern in (_SO, _SPEAKER_COLON) for m in pattern.finditer(text)
    ]


def negations(text: str, language: str) -> list[Cue]:
    """Words that negate: "nicht", "kein", "n't", "не". Without "nicht nur" and the like."""
    harmless = [cue.span for cue in find("no_negations", text, language)]
    return [
        cue
        for cue in find("negations", text, language)
        if not any(cue.span.overlaps(span) for span in harmless) and not _is_number_sign(text, cue)
    ]


def denials(text: str, language: str) -> list[Cue]:
    """Acts of denying: "dementiert", "wies … zurück", "denied", "опроверг"."""
    return find("denials", text, language)


def near_negations(text: str, language: str) -> list[Cue]:
    """Words that answer for a negation of another sentence without being one: "refused", "unklar"."""
    return find("near_negations", text, language)


def is_planned(text: str, language: str) -> bool:
    """Whether the text speaks of what is meant or able to be, rather than of what is."""
    return bool(find("plans", text, language))


@lru_cache(maxsize=_TEXTS)
def tokens(text: str) -> tuple[Word, ...]:
    parts = _SPLIT.split(_plain(text))  # what is between words and words by turns: quicker than match by match
    ends = list(accumulate(map(len, parts)))
    return tuple(map(Word, map(str.lower, parts[1::2]), ends[:-1:2], ends[1::2]))


def _plain(text: str) -> str:
    """With one apostrophe, and a mark of no width for a soft hyphen: each as long as what it stands for."""
    return text.replace("’", "'").replace("\xad", "\u200b")


def find(name: str, text: str, language: str, folder: str = _FOLDER) -> list[Cue]:
    """Where entries of a word list stand in the text. A language we have no lists for is searched with all of them."""
    begun = _begun(text, language if language in LANGUAGES else "", folder).get(name)
    if not begun:  # in most texts
        return []
    words, cues = tokens(text), []
    for at, entries in begun:
        matches = [_match(entry, words, at) for entry in entries]
        if matches and (pieces := max(matches, key=lambda runs: runs[-1][1] if runs else -1)):
            runs = tuple(Span(words[first].start, words[last].end) for first, last in pieces)
            span = Span(runs[0].start, runs[-1].end)
            cues.append(Cue(span.of(text), span, runs if len(runs) > 1 else ()))
    return cues


@lru_cache(maxsize=_TEXTS)
def _begun(text: str, language: str, folder: str) -> Mapping[str, list[tuple[int, list[Entry]]]]:
    """By list, where its entries may begin in a text, and which: a text is searched for many lists in turn."""
    known = _entries(language, folder)
    begun: dict[str, list[tuple[int, list[Entry]]]] = {}
    for at, word in enumerate(_TOKEN.findall(_plain(text))):
        for name, entries in known[word].items():
            begun.setdefault(name, []).append((at, entries))
    return begun


class _Entries(dict[str, ByList]):
    """The entries that may begin with a word, for the words that were met."""

    def __init__(self, index: _Index) -> None:
        self._index = index

    def __missing__(self, written: str) -> ByList:
        if len(self) > _REMEMBERED:
            self.clear()
        word = written.lower()
        started = (*self._index.by_start.get(word[:_START], ()), *self._index.wild)
        fitting = (*self._index.by_word.get(word, ()), *(e for e in started if _fits(e[1][0], word)))
        by_list: dict[str, list[Entry]] = {}
        for name, entry in fitting:
            by_list.setdefault(name, []).append(entry)
        self[written] = by_list
        return by_list


@cache
def _entries(language: str, folder: str) -> _Entries:
    return _Entries(_index(language, folder))


def _match(entry: tuple[str, ...], words: tuple[Word, ...], at: int) -> list[tuple[int, int]]:
    """The first and last words of each run of a match that begins at `at`; none if there is no match."""
    if len(entry) == 1:
        return [(at, at)]
    runs: list[tuple[int, int]] = []
    position, gap = at, 0
    for pattern in entry:
        if pattern == _GAP:
            gap = _LONGEST_GAP
            continue
        stop = min(len(words), position + gap + 1)
        found = next((i for i in range(position, stop) if _fits(pattern, words[i].text)), -1)
        if found < 0:
            return []
        first = runs.pop()[0] if runs and runs[-1][1] == found - 1 else found
        runs.append((first, found))
        position, gap = found + 1, 0
    return runs


def _fits(pattern: str, word: str) -> bool:
    if "*" not in pattern:
        return pattern == word
    head, _, tail = pattern.partition("*")
    return len(word) >= len(head) + len(tail) and word.startswith(head) and word.endswith(tail)


def _index(language: str, folder: str) -> _Index:
    index = _Index(defaultdict(list), defaultdict(list), [])
    for code in (language,) if language else LANGUAGES:
        for name, phrases in word_list(folder, code).items():
            for entry in (tuple(phrase.lower().split()) for phrase in phrases):
                head, star, _ = entry[0].partition("*")
                if not star:
                    index.by_word[head].append((name, entry))
                elif len(head) >= _START:
                    index.by_start[head[:_START]].append((name, entry))
                else:
                    index.wild.append((name, entry))
    return index


def _hearsay(text: str) -> list[Cue]:
    """German "soll": hearsay, unless somebody demands it and nothing shows that it has happened already."""
    words = tokens(text)
    cues = [Cue(w.span.of(text), w.span) for w in words if w.text in _SHALL]
    demanded = find("obligations", text, "de")
    return [cue for cue in cues if _is_perfect(text, cue) or not (demanded or _demands_act(text, cue))]


def _is_perfect(text: str, cue: Cue) -> bool:
    """Whether the clause of "soll" ends in "haben" or "sein": "soll gesagt haben"."""
    clause = tokens(_rest_of_clause(text, cue))
    return len(clause) > 1 and clause[-1].text in _PERFECT


def _demands_act(text: str, cue: Cue) -> bool:
    """Whether "sollen" asks people to do something: "Zeugen sollen sich melden"."""
    clause = _rest_of_clause(text, cue)
    words = tokens(clause)
    return any(act.span.end == words[-1].span.end for act in find("demanded_acts", clause, "de"))


def _rest_of_clause(text: str, cue: Cue) -> str:
    end = _CLAUSE_MARK.search(text, cue.span.end)
    return text[cue.span.end : end.start() if end else len(text)]


def _is_permission(text: str, cue: Cue) -> bool:
    """ "…, dass Gäste das Ufer nicht mehr betreten dürften": reported "dürfen", at the end of its clause."""
    if cue.text not in ("dürfte", "dürften") or not _CLAUSE_END.match(text, cue.span.end):
        return False
    clause = _CLAUSE_MARK.split(text[: cue.span.start])[-1]
    return bool(_FORBIDS.match(clause))


def subjunctives(text: str, language: str) -> list[Cue]:
    """German forms of reported speech; capitalised words are nouns or begin a wish, so they don't count."""
    if language in ("en", "ru"):
        return []
    harmless = [cue.span for cue in find("no_subjunctives", text, "de")]
    return [
        cue
        for cue in find("subjunctives", text, "de")
        if cue.text[0].islower() and not _said_by_i(text, cue) and not any(cue.span.overlaps(span) for span in harmless)
    ]


def _said_by_i(text: str, cue: Cue) -> bool:
    """ "ich habe", "habe ich": the form is the first person's."""
    return bool(_I_BEFORE.search(text[: cue.span.start]) or _I_AFTER.match(text, cue.span.end))


def _no_attributions(text: str, language: str) -> list[Span]:
    """Where a word of saying attributes nothing: "wollte nicht sagen", "did not say", "sagte das Treffen ab"."""
    denied = [Span(cue.span.start, cue.span.end + 2) for cue in find("negations", text, language)]
    others = find("no_attributions", text, language)
    return denied + [cue.span for cue in others if _CLAUSE_END.match(text, cue.span.end)]


def _is_number_sign(text: str, cue: Cue) -> bool:
    """ "No. 10" negates nothing."""
    return cue.text == "No" and bool(re.match(r"\.?\s*\d", text[cue.span.end :]))
