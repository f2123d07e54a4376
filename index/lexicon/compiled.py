"""The lexicon compiled to one file, so that a start takes milliseconds: made once, found by a digest of its sources."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

from index.folders import cache_folder
from index.lexicon.concepts import Entry, all_words, entries
from index.lexicon.inflection import CAPITALS, NOUN, VERB, Word, inflected, key_of, lemma_key
from index.lexicon.tables import files_in, word_set
from index.terms import stop_words
from index.wordlists import LANGUAGES

BUCKET = 4  # letters at a form's beginning that are looked up first


def compiled() -> dict[str, Any]:
    """The tables, from the cache where they are as the sources are now, else made and, if possible, kept.

    `concepts`: "id;kind;opposites;broader;near" by number. `forms`: by language and bucket, ";form=senses;form=senses;"
    (see `_Forms`). `parted`: particle and concept of separable verbs. `phrases`: by language, see `_Phrases`.
    """
    name = f"lexicon-{digest()}.json"
    with suppress(OSError, ValueError):
        content: dict[str, Any] = json.loads((cache_folder() / name).read_text(encoding="utf-8"))
        return content
    made = compile_all()
    with suppress(OSError):
        _write(cache_folder() / name, json.dumps(made, ensure_ascii=False, separators=(",", ":")))
    return made


@cache
def digest() -> str:
    """Of the data and of the code that compiles it: a change of either makes another file."""
    code = (f for f in (resources.files("index") / "lexicon").iterdir() if f.name.endswith(".py"))
    sources = [*files_in("data"), *files_in("near"), *files_in("irregular"), *sorted(code, key=lambda f: f.name)]
    sum_of_all = blake2b(digest_size=8)
    for file in sources:
        sum_of_all.update(file.name.encode() + b"\0" + file.read_bytes())
    return sum_of_all.hexdigest()


def _write(path: Path, text: str) -> None:
    """Whole at once: another process never reads half a file. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


class _Forms:
    """The forms of a language with their senses: a letter (n, a, v: noun, other, verb; c: a name in capitals; s: the
    finite form of a separable verb; p: a word of a phrase) and a number (of a concept, a separable verb or a phrase's
    word)."""

    def __init__(self) -> None:
        self._senses: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._guessed: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, forms: Iterable[str], sense: str) -> None:
        for form in forms:
            self._senses[form][sense] = None

    def guess(self, forms: Iterable[str], sense: str) -> None:
        """Forms that hold only where no other noun is listed as written so."""
        for form in forms:
            self._guessed[form].add(sense)

    def listed(self, form: str, sense: str) -> None:
        self._guessed[form].add("")
        self._guessed[form].discard(sense)

    def _drop_bad_guesses(self) -> None:
        for form, guesses in self._guessed.items():
            if "" in guesses:
                for sense in guesses - {""}:
                    self._senses[form].pop(sense, None)

    def buckets(self) -> dict[str, str]:
        self._drop_bad_guesses()
        lines: defaultdict[str, list[str]] = defaultdict(list)
        for form, senses in ((f, s) for f, s in self._senses.items() if s):
            lines[form[:BUCKET]].append(f"{form}={' '.join(senses)};")
        return {start: ";" + "".join(of_it) for start, of_it in lines.items()}


def compile_all() -> dict[str, Any]:
    merged = entries()
    made: dict[str, Any] = {
        "concepts": [
            ";".join((e.id, e.kind, *(" ".join(sorted(ids)) for ids in (e.opposites, e.broader, e.near))))
            for e in merged.values()
        ],
        "forms": {},
        "parted": [],
        "phrases": {},
    }
    for language in LANGUAGES:
        _compile_language(language, merged, made)
    return made


def _compile_language(language: str, merged: Mapping[str, Entry], made: dict[str, Any]) -> None:
    forms = _Forms()
    phrases = _Phrases(language, forms)
    for number, entry, listed in all_words(merged, language):
        words = inflected(listed, language, entry.kind)
        if len(words) > 1:
            phrases.add(number, words)
            continue
        (word,) = words
        sense = f"{word.part}{number}"
        forms.add(_telling(word.forms, listed, language), sense)
        if word.part == NOUN and language == "de":
            forms.guess(word.guessed, sense)
            forms.listed(key_of(listed.lower(), language), sense)
        if language == "ru" and word.part != CAPITALS:
            forms.add([lemma_key(listed)], sense)
        if word.particle:
            forms.add(word.parted, f"s{len(made['parted'])}")
            made["parted"].append([word.particle, number])
    made["phrases"][language] = phrases.made
    made["forms"][language] = forms.buckets()


def _telling(forms: Iterable[str], listed: str, language: str) -> Iterator[str]:
    """Forms that are not at the same time function words, unless the word is one itself; no single letters, and no
    Russian stem of two, which is everybody's."""
    stops = _function_keys(language)
    own = key_of(listed.lower().removeprefix("to "), language) in stops
    shortest = 3 if language == "ru" and len(listed) > 3 else 2
    return (f for f in forms if len(f) >= shortest and (own or f not in stops))


@cache
def _function_keys(language: str) -> frozenset[str]:
    return frozenset(key_of(word, language) for word in stop_words(language))


class _Phrases:
    """Phrases as [concept, numbers of their words, place of the verb or -1, whether a particle ends it, whether it is
    but a verb and function words]."""

    def __init__(self, language: str, forms: _Forms) -> None:
        negations = (key_of(word, language) for word in word_set(language, "negations"))
        self._stops = _function_keys(language).union(negations)
        self.made: list[list[Any]] = []
        self._forms = forms
        self._numbers: dict[frozenset[str], int] = {}

    def add(self, concept: int, words: Sequence[Word]) -> None:
        verb = next((n for n, w in enumerate(words) if w.part == VERB), -1)
        numbers = [self._number(w.forms) for w in words]
        tight = verb >= 0 and all(w.forms <= self._stops for n, w in enumerate(words) if n != verb)
        self.made.append([concept, numbers, verb, False, tight])
        if verb >= 0 and words[verb].particle:
            finite = self._number(words[verb].parted)
            particle = self._number(frozenset({words[verb].particle}))
            rest = [n for i, n in enumerate(numbers) if i != verb]
            self.made.append([concept, [finite, *rest, particle], 0, True, False])

    def _number(self, forms: frozenset[str]) -> int:
        if forms not in self._numbers:
            self._numbers[forms] = len(self._numbers)
            self._forms.add(forms, f"p{self._numbers[forms]}")
        return self._numbers[forms]
