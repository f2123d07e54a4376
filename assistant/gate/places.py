"""Countries, cities and bodies by any of their names: CLDR's (the only door to babel) and our own list."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from index.documents import Span
from index.terms import stem
from index.wordlists import LANGUAGES, word_list

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*")
_PART = re.compile(r"\s*[()]\s*|\s+-\s+")
_LISTS = ("countries", "places", "bodies")
_SHORTEST_WILD = 3


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
    names = _names()
    words = [(m.group(), Span(m.start(), m.end())) for m in _TOKEN.finditer(text)]
    keys = [_key(word) for word, _ in words]
    found: list[Place] = []
    at = 0
    while at < len(words):
        match = _phrase(names, words, keys, at) or _start(names, words[at][0])
        if match:
            identifier, length = match
            span = Span(words[at][1].start, words[at + length - 1][1].end)
            found.append(Place(identifier, span.of(text), span))
        at += match[1] if match else 1
    return found


def _phrase(names: _Names, words: list[tuple[str, Span]], keys: list[str], at: int) -> tuple[str, int] | None:
    fitting = [
        (identifier, len(phrase))
        for phrase, identifier, capital in names.phrases.get(keys[at], ())
        if tuple(keys[at : at + len(phrase)]) == phrase and (not capital or _is_written_so(words[at][0], phrase))
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
        for entry in word_list("assistant.words", "names").get(title, ()):
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
