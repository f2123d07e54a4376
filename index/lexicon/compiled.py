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

from index.embedding.frequency import known_words
from index.folders import cache_folder
from index.lexicon import russian
from index.lexicon.concepts import Entry, all_words, entries
from index.lexicon.inflection import CAPITALS, NOUN, REFLEXIVE, VERB, Word, inflected, key_of, lemma_key
from index.lexicon.tables import files_in, word_set
from index.terms import stop_words
from index.wordlists import LANGUAGES

_KEPT = 3  # versions; more than one, so that two installations do not take turns in throwing away each other's
BUCKET = 4  # letters at a form's beginning that are looked up first


def compiled() -> dict[str, str]:
    """The tables as JSON by name: from the cache if it has them as the sources are, else made and, if possible, kept.

    "concepts": "id;kind;opposites;broader;near" by number. "de", "en" and "ru", each by itself so that it is read only
    where it is asked for: `forms` by bucket, ";form=senses;form=senses;" (see `_Forms`); `parted`, the particles and
    concepts of separable verbs; `phrases` (see `_Phrases`); `lemmas`, of a Russian stem the words as they are listed.
    """
    path = cache_folder() / f"lexicon-{digest()}.json"
    with suppress(OSError, ValueError):
        return _parts(path.read_text(encoding="utf-8"))
    made = {name: json.dumps(part, ensure_ascii=False, separators=(",", ":")) for name, part in compile_all().items()}
    with suppress(OSError):
        _write(path, "\n".join((json.dumps({name: len(part) for name, part in made.items()}), *made.values())))
    return made


def _parts(text: str) -> dict[str, str]:
    """The first line says which tables follow, one a line, and their lengths. Raises ValueError where it is wrong."""
    head, *lines = text.split("\n")
    lengths: dict[str, int] = json.loads(head)
    if [len(line) for line in lines] != list(lengths.values()):
        raise ValueError("damaged")
    return dict(zip(lengths, lines, strict=True))


@cache
def digest() -> str:
    """Of the data and of the code that compiles it: a change of either makes another file."""
    code = (f for f in (resources.files("index") / "lexicon").iterdir() if f.name.endswith(".py"))
    folders = ("data", "near", "families", "poles", "irregular")
    sources = [*(f for folder in folders for f in files_in(folder)), *sorted(code, key=lambda f: f.name)]
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
    for old in sorted(path.parent.glob("lexicon-*.json"), key=lambda f: f.stat().st_mtime)[:-_KEPT]:
        old.unlink(missing_ok=True)


class _Forms:
    """The forms of a language with their senses: a letter and a number.

    n, a, v, r and c are a noun, another word, a verb, a Russian one in -ся and a name in capitals, with the number of a
    concept; w a German verb by a form that is finite and nothing else; s the finite form of a separable verb, with the
    verb's number; p a word of phrases, with its own; f a frequent word of German.
    """

    def __init__(self) -> None:
        self._senses: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._guessed: defaultdict[str, set[str]] = defaultdict(set)
        self._listed: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, forms: Iterable[str], sense: str) -> None:
        for form in forms:
            self._senses[form][sense] = None

    def guess(self, forms: Iterable[str], sense: str) -> None:
        """Forms that hold only where no other noun is listed as written so."""
        for form in forms:
            self._guessed[form].add(sense)

    def listed(self, form: str, sense: str) -> None:
        self._listed[form].add(sense)

    def _drop_bad_guesses(self) -> None:
        for form, guesses in self._guessed.items():
            if self._listed[form]:
                for sense in guesses - self._listed[form]:
                    self._senses[form].pop(sense, None)

    def buckets(self) -> dict[str, str]:
        self._drop_bad_guesses()
        lines: defaultdict[str, list[str]] = defaultdict(list)
        for form, senses in ((f, s) for f, s in self._senses.items() if s):
            lines[form[:BUCKET]].append(f"{form}={' '.join(senses)};")
        return {start: ";" + "".join(of_it) for start, of_it in lines.items()}


def compile_all() -> dict[str, Any]:
    """What `compiled` describes, before it is JSON. Takes seconds."""
    merged = entries()
    made: dict[str, Any] = {
        "concepts": [
            ";".join((e.id, e.kind, *(" ".join(sorted(ids)) for ids in (e.opposites, e.broader, e.near))))
            for e in merged.values()
        ],
    }
    return made | {language: _compiled_language(language, merged) for language in LANGUAGES}


def _compiled_language(language: str, merged: Mapping[str, Entry]) -> dict[str, Any]:
    forms = _Forms()
    phrases = _Phrases(language, forms)
    parted: list[tuple[str, int]] = []
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for number, entry, listed in all_words(merged, language):
        words = inflected(listed, language, entry.kind)
        if len(words) > 1:
            phrases.add(number, words)
            continue
        (word,) = words
        _add_word(forms, word, listed, number, language)
        if language == "ru" and word.part != CAPITALS and listed.isalpha():
            for stem in word.forms:
                lemmas[stem].add(f"{word.part}{number}:{russian.folded(listed)}")
        if word.particle:
            forms.add(word.parted, f"s{len(parted)}")
            parted.append((word.particle, number))
    if language == "de":
        forms.add((word.replace("ß", "ss") for word in known_words(language) if word.isalpha()), "f1")
    return {"forms": forms.buckets(), "parted": parted, "phrases": phrases.made, "lemmas": _lined(lemmas)}


def _lined(lemmas: Mapping[str, set[str]]) -> dict[str, str]:
    return {stem: " ".join(sorted(of_it)) for stem, of_it in lemmas.items()}


def _add_word(forms: _Forms, word: Word, listed: str, concept: int, language: str) -> None:
    sense = f"{word.part}{concept}"
    forms.add(_telling(word.forms - word.finite, listed, language), sense)
    forms.add(_telling(word.finite, listed, language), f"w{concept}")
    if word.part == NOUN and language == "de":
        forms.guess(word.guessed, sense)
        forms.listed(key_of(listed.lower(), language), sense)
    if language == "ru" and word.part != CAPITALS:
        forms.add([lemma_key(listed), *map(lemma_key, _of_short_stem(listed))], sense)


def _of_short_stem(listed: str) -> Iterator[str]:
    """The Russian forms of which too little is left without their endings: "убили"."""
    if "-" not in listed:
        bare = word_set("ru", "bare") | stop_words("ru")
        endings = ("ся", "сь") if russian.is_reflexive(listed) else ("",)
        made = (form + end for form in russian.forms(listed) for end in endings if form not in bare)
        yield from (form for form in made if len(form) > 2 and len(russian.stem_of(form)) <= 2)


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
        verb = next((n for n, w in enumerate(words) if w.part in (VERB, REFLEXIVE)), -1)
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
