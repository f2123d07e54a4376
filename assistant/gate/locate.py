"""Finding a quote in its article, and a drafted sentence in its quotes: exact words, nothing fuzzy.

Only white space, quote marks, hyphenation at line ends and soft hyphens are normalised.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from index.documents import Article, Span
from index.sentences import sentences

_FEWEST_WORDS = 3
_FEWEST_CHARACTERS = 12

_DOUBLE = '„“”«»"‟〝〞＂'
_SINGLE = "‚‘’'‛`´‹›"
_VARIABLE = re.compile(
    rf"(?P<soft>[\xad\u200b\u200c\u200d\u2060\ufeff]+)"
    rf"|(?P<hyphenation>(?<=\w)[-‐‑][ \t]*[\r\n]\s*(?=[a-zäöüßа-яё]))"
    rf"|(?P<hyphen>(?<=\w)[-‐‑][ \t]*[\r\n]\s*)"
    rf"|(?P<space>\s+)|(?P<double>[{_DOUBLE}])|(?P<single>[{_SINGLE}])|(?P<dash>[‐‑])"
)
_PLAIN = {"soft": "", "hyphenation": "", "hyphen": "-", "space": " ", "double": '"', "single": "'", "dash": "-"}
_WORD = re.compile(r"\w+")
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|…|\.\.\.)\s*")
_INSIDE_NUMBER = re.compile(r"\d[.,:]\d")


@dataclass(frozen=True, slots=True)
class _Normal:
    """A text with its variable characters made plain, and where each stretch of it stands in the original."""

    text: str
    starts: tuple[int, ...]  # in the normal text, where a stretch begins
    origins: tuple[int, ...]  # in the original, where the stretch begins

    def original(self, position: int) -> int:
        stretch = bisect_right(self.starts, position) - 1
        return self.origins[stretch] + position - self.starts[stretch]


def locate(quote: str, article: Article) -> Span | None:
    """Where the quote's words stand in the article, first place of several; None if they don't, or are too few.

    Fewer than three words or twelve characters prove nothing, unless they are a whole sentence.
    """
    bare = quote.strip()
    if len(_WORD.findall(bare)) < _FEWEST_WORDS or len(bare) < _FEWEST_CHARACTERS:
        return _whole_sentence(bare, article)
    return place(bare, article.text) or place(bare.strip(_DOUBLE).strip(), article.text)


def _whole_sentence(quote: str, article: Article) -> Span | None:
    wanted = normalised(quote)
    spans = sentences(article.text, article.language) if wanted else []
    return next((span for span in spans if normalised(span.of(article.text)) == wanted), None)


def place(quote: str, text: str) -> Span | None:
    """Where the words stand in a text, however few they are; never in the middle of a word or number."""
    if not _WORD.search(quote):
        return None
    at = _find(quote, text)
    if at >= 0:
        return Span(at, at + len(quote))
    wanted, normal = normalised(quote), _normal(text)
    at = _find(wanted, normal.text)
    if at < 0:
        return None
    return Span(normal.original(at), normal.original(at + len(wanted) - 1) + 1)


def is_within(piece: str, quotes: list[str]) -> bool:
    """Whether the words stand in one of the quotes, all normalised; the piece's first letter may be a capital now."""
    forms = {piece, piece[:1].lower() + piece[1:]}
    return any(_find(form, quote) >= 0 for quote in quotes for form in forms)


def pieces_of(sentence: str) -> list[str]:
    """The normalised parts of a sentence between its " … ", without the mark that ends it."""
    parts = (part.strip().rstrip(".!?").strip() for part in _LEFT_OUT.split(normalised(sentence)))
    return [part for part in parts if part]


def is_verbatim(sentence: str, quotes: list[str]) -> bool:
    """Whether a drafted sentence, or each part of one joined by " … ", stands word for word in its quotes."""
    pieces, normal = pieces_of(sentence), [normalised(quote) for quote in quotes]
    long_enough = len(pieces) == 1 or all(len(_WORD.findall(piece)) >= _FEWEST_WORDS for piece in pieces)
    return bool(pieces) and long_enough and all(is_within(piece, normal) for piece in pieces)


def normalised(text: str) -> str:
    return _normal(text).text.strip()


@lru_cache(maxsize=256)
def _normal(text: str) -> _Normal:
    parts: list[str] = []
    starts, origins = [0], [0]
    length = end = 0
    for match in _VARIABLE.finditer(text):
        plain = _PLAIN[match.lastgroup or "soft"]
        parts += (text[end : match.start()], plain)
        length += match.start() - end + len(plain)
        end = match.end()
        if len(plain) != end - match.start():
            starts.append(length)
            origins.append(end)
    parts.append(text[end:])
    return _Normal("".join(parts), tuple(starts), tuple(origins))


def _find(wanted: str, text: str) -> int:
    """Like str.find, but never from or into the middle of a word or number."""
    at = text.find(wanted)
    while at >= 0 and (_splits(text, at) or _splits(text, at + len(wanted))):
        at = text.find(wanted, at + 1)
    return at


def _splits(text: str, at: int) -> bool:
    """Whether a cut before character `at` goes through a word or a number."""
    if not 0 < at < len(text):
        return False
    if text[at - 1].isalnum() and text[at].isalnum():
        return True
    return any(_INSIDE_NUMBER.fullmatch(text, i, i + 3) is not None for i in (at - 2, at - 1) if i >= 0)
