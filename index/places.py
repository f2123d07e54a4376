"""Countries, cities and bodies by any of their names: CLDR's, through Babel, and our own list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from index.documents import Span
from index.terms import stem
from index.wordlists import LANGUAGES, word_list

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ"
_TOKEN = re.compile(rf"[{_LETTER}](?:\.[{_LETTER}])+\.|[0-9{_LETTER}]+(?:['’-][0-9{_LETTER}]+)*")
_SPLIT = re.compile(f"({_TOKEN.pattern})")
_PART = re.compile(r"\s*[()]\s*|\s+-\s+")
_LISTS = ("countries", "places", "bodies")
_SHORTEST_WILD = 3
_REMEMBERED = 200_000  # words


@dataclass(frozen=True, slots=True)
class Place:
    """A name found in a text; `id` is the same for all names of one country, city or body."""

    id: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Names:
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]]  # by first word: words, id, must begin with a capital
    starts: dict[str, list[tuple[str, str, bool]]]  # by first letters


def places(text: str) -> list[Place]:
    """Every known country, nationality, city or body in the text, the longest name first where several fit."""
    parts = _SPLIT.split(text)  # what is between words and words by turns: far quicker than match by match
    words = parts[1::2]
    ends = list(accumulate(map(len, parts)))
    found: list[Place] = []
    free = 0
    for at in [n for n, word in enumerate(words) if _BEGINS[word]]:
        match = _at(words, at) if at >= free else None
        if match:
            identifier, length = match
            span = Span(ends[2 * at], ends[2 * (at + length) - 1])
            found.append(Place(identifier, span.of(text), span))
            free = at + length
    return found


class _Begins(dict[str, bool]):
    """Whether a name may begin with a word, for the words that were met."""

    def __missing__(self, word: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = begins = _key(word) in _names().phrases or _start(_names(), word) is not None
        return begins


_BEGINS = _Begins()


def _at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    names = _names()
    longest = max((len(phrase) for phrase, _, _ in names.phrases.get(_key(words[at]), ())), default=0)
    keys = tuple(map(_key, words[at : at + longest]))
    return _phrase(names, words[at], keys) or _start(names, words[at])


def _phrase(names: _Names, first: str, keys: tuple[str, ...]) -> tuple[str, int] | None:
    fitting = [
        (identifier, len(phrase))
        for phrase, identifier, capital in (names.phrases.get(keys[0], ()) if keys else ())
        if keys[: len(phrase)] == phrase and (not capital or _is_written_so(first, phrase))
    ]
    return max(fitting, key=lambda match: match[1], default=None)


def _is_written_so(word: str, phrase: tuple[str, ...]) -> bool:
    """A name begins with a capital; one of two or three letters is all capitals ("US", not "us")."""
    short = len(phrase) == 1 and len(phrase[0]) <= 2
    return word.isupper() if short else word[0].isupper()


def _start(names: _Names, word: str) -> tuple[str, int] | None:
    lowered = word.lower()
    for start, identifier, capital in names.starts.get(lowered[:_SHORTEST_WILD], ()):
        if lowered.startswith(start) and (not capital or word[0].isupper()):
            return identifier, 1
    return None


@lru_cache(maxsize=100_000)
def _key(word: str) -> str:
    """A word without the endings of its case."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    if "а" <= lowered[0] <= "ё":
        return stem(lowered, "ru")
    return lowered.removesuffix("s") if len(lowered) > 4 else lowered


@cache
def _names() -> _Names:
    names = _Names(defaultdict(list), defaultdict(list))
    _add_cldr(names)
    for title in _LISTS:
        for entry in word_list("index.words", "names").get(title, ()):
            identifier, *forms = entry.split()
            for form in forms:
                _add_form(names, form, identifier)
    return names


def _add_form(names: _Names, form: str, identifier: str) -> None:
    capital = form[0].isupper()
    if form.endswith("*"):
        start = form[:-1].lower()
        names.starts[start[:_SHORTEST_WILD]].append((start, identifier, capital))
    else:
        _add(names, form.replace("_", " "), identifier, capital)


def _add(names: _Names, name: str, identifier: str, capital: bool = True) -> None:
    phrase = tuple(_key(word) for word in _TOKEN.findall(name))
    if phrase:
        names.phrases[phrase[0]].append((phrase, identifier, capital))


def _add_cldr(names: _Names) -> None:
    from babel import Locale

    locales = [Locale.parse(code) for code in LANGUAGES]
    for locale in locales:
        for code, name in locale.territories.items():
            for part in _PART.split(name) if "(" in name else [name]:
                _add(names, part, code)
    zones = sorted({str(zone) for locale in locales for zone in locale.time_zones})
    for zone in filter(_is_city, zones):
        _add(names, zone.rpartition("/")[2].replace("_", " "), _city(zone))
        for locale in locales:
            _add(names, locale.time_zones.get(zone, {}).get("city") or "", _city(zone))


def _is_city(zone: str) -> bool:
    return "/" in zone and not zone.startswith("Etc/")


def _city(zone: str) -> str:
    """One identifier for a city, whether CLDR or our own list names it."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return {"Kiev": "Kyiv"}.get(city, city)
