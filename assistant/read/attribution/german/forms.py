"""German verb forms: which words are finite verbs, and which verb of a list a word is a form of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from index.wordlists import word_list

FOLDER = "assistant.words/attribution"


class Shape(StrEnum):
    FINITE = "finite"  # sagt, sagte
    REPORTED = "reported"  # sage, werde: the subjunctive of reported speech
    PLURAL = "plural"  # sagen: finite or infinitive
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"  # with "zu" inside: mitzuteilen


@dataclass(frozen=True, slots=True)
class Form:
    """A word as a form of a verb. `apart`: the verb's prefix must stand elsewhere in the clause."""

    verb: str  # "teilen" of "mitteilen" with the prefix "mit" is written "mit|teilen"
    shape: Shape
    apart: str = ""


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of the ways to attribute, or of grammar."""
    return word_list(FOLDER, "de").get(name) or word_list(FOLDER, "de_grammar").get(name, ())


@cache
def word_set(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


@cache
def _strong() -> dict[str, tuple[str, ...]]:
    return {parts[0]: tuple(parts[1:]) for parts in (line.split() for line in words("strong"))}


def _inseparable(verb: str) -> tuple[str, str]:
    """The inseparable prefix of a verb whose rest is strong, and that rest: ver + sprechen."""
    if verb in _strong():
        return "", verb
    for prefix in words("inseparable"):
        if verb.startswith(prefix) and verb[len(prefix) :] in _strong():
            return prefix, verb[len(prefix) :]
    return "", verb


def _simple(verb: str) -> Iterator[tuple[str, Shape]]:
    """Forms of a verb without a separable prefix."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    prefix, base = _inseparable(verb)
    yield verb, Shape.PLURAL
    yield (stem[:-2] + "l" if stem.endswith("el") else stem) + "e", Shape.REPORTED
    if base in _strong():
        present, past, participle, wish = _strong()[base]
        if prefix and participle.startswith("ge"):
            participle = participle[2:]
        yield prefix + present, Shape.FINITE
        for form in (past, past + "n" if past.endswith("e") else past + "en"):
            yield prefix + form, Shape.FINITE
        yield prefix + wish, Shape.REPORTED
        yield prefix + wish + "n", Shape.REPORTED
        yield prefix + participle, Shape.PARTICIPLE
        return
    link = "e" if stem.endswith(("t", "d", "fn", "gn", "chn", "dn", "tm")) else ""
    yield stem + link + "t", Shape.FINITE
    yield stem + link + "te", Shape.FINITE
    yield stem + link + "ten", Shape.FINITE
    bare = verb.startswith(words("inseparable")) or verb.endswith("ieren")
    yield ("" if bare else "ge") + stem + link + "t", Shape.PARTICIPLE


def forms(verb: str) -> Iterator[tuple[str, Form]]:
    """All forms of a verb as in the lists ("sagen", "mit|teilen"), each with what it is."""
    prefix, bar, base = verb.partition("|")
    if not bar:
        for word, shape in _simple(verb):
            yield word, Form(verb, shape)
        return
    for word, shape in _simple(base):
        yield word, Form(verb, shape, apart=prefix)
        yield prefix + word, Form(verb, shape)
    yield prefix + "zu" + base, Form(verb, Shape.INFINITIVE)


def index_of(verbs: Iterable[str]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for verb in dict.fromkeys(verbs):
        for word, form in forms(verb):
            found.setdefault(word, []).append(form)
    return {word: tuple(dict.fromkeys(entries)) for word, entries in found.items()}
