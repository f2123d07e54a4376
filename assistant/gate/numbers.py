"""Numbers in a text by their value, whatever their format and language: 30.000, 30,000, 30 тысяч, dreißigtausend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isclose

from assistant.gate.figures import readings
from assistant.gate.valued import at_digits
from assistant.gate.worth import counts, vague_worth, worth
from index.documents import Span
from index.wordlists import words_of

_TOKEN = re.compile(
    r"(?P<grouped>(?<![\w.,])\d{1,3}(?:(?P<sep>[.,'’ \xa0\u202f])\d{3})(?:(?P=sep)\d{3})*(?:[.,]\d+)?(?![\d]))"
    r"|(?P<plain>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+)|(?P<mark>[%€$£₽])"
)
_TIME = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3])(?:(?P<sep>[:.])(?P<minute>[0-5]\d))?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?|\s*(?P<clock>Uhr|o['’]clock))?",
    re.IGNORECASE,
)
_AND = frozenset({"and", "und", "и"})
_DASHES = frozenset("-–—‑")
# "Two and a half thousand", "три с половиной тысячи", and what stands between a half and what it is a half of.
_HALF_MORE = re.compile(r"and a half\b|с половиной\b", re.IGNORECASE)
_OF_A = frozenset({"a", "an"})
_OF = re.compile(r"\s+(?:of\s+)?")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text. `values`: what it can mean; `vague`: "hundreds"; `sure`: no mere "ein"."""

    words: str
    span: Span
    values: tuple[float, ...]
    percent: bool = False
    vague: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token that belongs to a number: how it enters the sum."""

    span: Span
    values: tuple[float, ...]
    scale: bool = False
    digits: bool = False
    sure: bool = True


def numbers(text: str, language: str, taken: Iterable[Span] = ()) -> list[Number]:
    """The numbers of a text; those within the spans `taken` (dates) are left out."""
    if not (_DIGIT.search(text) or any(counts(language)[word] for word in _LETTERS.findall(text))):
        return []  # most sentences, and this is quick to tell
    blanked = _blanked(text, taken)
    clock = list(_times(blanked))
    rest = _blanked(blanked, [time.span for time in clock])
    tokens = list(_TOKEN.finditer(rest))
    known = counts(language)
    telling = [(at, count) for at, token in enumerate(tokens) if (count := known[token.group()])]  # most tell nothing
    counted = list(_counted(tokens, [at for at, count in telling if count.begins], rest, language))
    vague = _vague(tokens, [(at, count.vague) for at, count in telling if count.vague], rest, language)
    return clock + counted + [v for v in vague if not any(v.span.overlaps(n.span) for n in counted)]


def unsupported(wanted: Iterable[Number], quoted: Iterable[Number]) -> list[Number]:
    known = list(quoted)
    return [number for number in wanted if number.sure and not any(_agree(number, other) for other in known)]


def _agree(wanted: Number, known: Number) -> bool:
    if wanted.vague:
        least = wanted.values[0]
        return any(least <= value < least * 1000 for value in known.values)
    if known.vague:
        return False
    if wanted.words == known.words and wanted.percent == known.percent:
        return True
    if wanted.percent != known.percent:
        return _is_half(wanted) and _is_half(known)
    return any(isclose(a, b, rel_tol=1e-9) for a in wanted.values for b in known.values)


def _is_half(number: Number) -> bool:
    return number.values[0] == (50 if number.percent else 0.5)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + "|" * (span.end - span.start) + text[span.end :]
    return text


def _times(text: str) -> Iterator[Number]:
    """Times of day, in hours and minutes of the day as one number; without "p.m." also twelve hours later."""
    for match in at_digits(_TIME, text):
        if not (match["half"] or match["clock"] or match["sep"] == ":"):
            continue
        minutes = int(match["hour"]) % (12 if match["half"] else 24) * 60 + int(match["minute"] or 0)
        late = 720 if (match["half"] or "").lower() == "p" else 0
        values = (minutes + late,) if match["half"] or minutes >= 720 else (minutes, minutes + 720)
        yield Number(match.group().strip(), Span(match.start(), match.end()), tuple(-1.0 - v for v in values))


def _counted(tokens: list[re.Match[str]], beginning: Iterable[int], text: str, language: str) -> Iterator[Number]:
    """`beginning`: the tokens that a number may begin with."""
    free = 0
    for first in beginning:
        run = _run(tokens, first, text, language) if first >= free else None
        if not run:
            continue
        free = at = first + run.length
        percent = _is_percent(tokens, at, text, language) or _shares_percent(tokens, at, text, language)
        yield _number(run.pieces, text, percent)


@dataclass(frozen=True, slots=True)
class _Run:
    pieces: list[_Piece]
    length: int  # tokens, "and" included


def _run(tokens: list[re.Match[str]], at: int, text: str, language: str) -> _Run | None:
    """The tokens from `at` on that make one number: "two hundred and fifty thousand"."""
    pieces: list[_Piece] = []
    position = at
    while position < len(tokens):
        token = tokens[position]
        begun = tokens[position - 1].end() if pieces else 0
        if pieces and text[begun : token.start()].strip("-‑. \xa0\u202f"):
            break
        more = _HALF_MORE.match(text, token.start()) if pieces and not pieces[-1].scale else None
        if more:
            pieces.append(_Piece(Span(*more.span()), (0.5,)))
            position += len(more.group().split())
            continue
        if _is_half_of(pieces, tokens, position, language):
            position += 1
            continue
        piece = _piece(token, language)
        if piece and _joins(pieces, piece):
            pieces.append(piece)
        elif not (
            pieces and token.group().lower() in _AND and pieces[-1].scale and _adds(tokens, position + 1, language)
        ):
            break
        else:
            pieces[-1] = _Piece(Span(pieces[-1].span.start, token.end()), pieces[-1].values, scale=True)
        position += 1
    if not pieces or (len(pieces) == 1 and _only_vague(pieces[0], text, language)):
        return None
    return _Run(pieces, position - at)


def _is_half_of(pieces: list[_Piece], tokens: list[re.Match[str]], at: int, language: str) -> bool:
    """Whether a token is the "a" of "half a million"."""
    if [p.values for p in pieces] != [(0.5,)] or tokens[at].group().lower() not in _OF_A or at + 1 >= len(tokens):
        return False
    following = _piece(tokens[at + 1], language)
    return following is not None and following.scale


def _adds(tokens: list[re.Match[str]], at: int, language: str) -> bool:
    piece = _piece(tokens[at], language) if at < len(tokens) else None
    return bool(piece and not piece.scale and not piece.digits and piece.values[0] < 100 and language == "en")


def _joins(pieces: list[_Piece], piece: _Piece) -> bool:
    if not pieces or piece.scale:
        return True
    last = pieces[-1]
    if piece.digits or last.digits:
        return False
    if last.scale:
        return piece.values[0] < last.values[0]
    return (
        last.values[0] >= 20
        and last.values[0] > piece.values[0] >= 1
        and (last.values[0] >= 100 or piece.values[0] < 10)
    )


def _only_vague(piece: _Piece, text: str, language: str) -> bool:
    return piece.scale and vague_worth(piece.span.of(text).lower(), language) is not None


def _piece(token: re.Match[str], language: str) -> _Piece | None:
    span = Span(token.start(), token.end())
    if token["grouped"] or token["plain"]:
        return _Piece(span, readings(token.group(), language), digits=True)
    found = worth(token.group().lower(), language)
    return _Piece(span, (found[0],), scale=found[1], sure=found[2]) if found else None


def _number(pieces: list[_Piece], text: str, percent: bool) -> Number:
    span = Span(pieces[0].span.start, pieces[-1].span.end)
    values = tuple(_sum(pieces, first) for first in pieces[0].values)
    return Number(span.of(text), span, values, percent, sure=len(pieces) > 1 or pieces[0].sure)


def _sum(pieces: list[_Piece], first: float) -> float:
    total, current = 0.0, first
    for piece in pieces[1:]:
        value = piece.values[0]
        if not piece.scale:
            current += value
        elif value > 100:
            total, current = total + (current or 1) * value, 0.0
        else:
            current = (current or 1) * value
    return total + current


def _is_percent(tokens: list[re.Match[str]], at: int, text: str, language: str) -> bool:
    if at >= len(tokens):
        return False
    word = tokens[at].group().lower()
    if word == "cent":
        return False  # a coin, by itself
    if word == "per" and at + 1 < len(tokens):
        word = tokens[at + 1].group().lower()
    cues = words_of("assistant.words", "percent_words")
    near = not text[tokens[at - 1].end() : tokens[at].start()].strip("- \xa0\u202f")
    return near and any(word == cue or (cue.endswith("*") and word.startswith(cue[:-1])) for cue in cues)


def _shares_percent(tokens: list[re.Match[str]], at: int, text: str, language: str) -> bool:
    """The first of two figures with one word for both: "von 3,8 auf 5,1 Prozent", "3 to 4 percent", "3–4 %"."""
    if not 0 < at < len(tokens):
        return False
    joins = tokens[at].group().lower() in words_of("assistant.words", "range_words", language)
    dash = text[tokens[at - 1].end() : tokens[at].start()].strip() in _DASHES
    second = at + joins
    if not (joins or dash) or second >= len(tokens):
        return False
    run = _run(tokens, second, text, language)
    return run is not None and _is_percent(tokens, second + run.length, text, language)


def _vague(tokens: list[re.Match[str]], told: Iterable[tuple[int, str]], text: str, language: str) -> Iterator[Number]:
    """ "Hundreds", "Tausende": where no number stands before them; "tens of thousands" is one.

    `told`: the tokens that are such words, with their values.
    """
    last: Number | None = None
    for at, value in told:
        token = tokens[at]
        if at and _is_counted(tokens[at - 1], token, text, language):
            continue
        size, span = float(value), Span(token.start(), token.end())
        if last and _OF.fullmatch(text, last.span.end, span.start):
            size, span = last.values[0] * size, Span(last.span.start, span.end)
        elif last:
            yield last
        last = Number(span.of(text), span, (size,), vague=True)
    if last:
        yield last


def _is_counted(before: re.Match[str], token: re.Match[str], text: str, language: str) -> bool:
    """Whether a number stands right before a token: "drei Dutzend"."""
    return not text[before.end() : token.start()].strip() and _piece(before, language) is not None
