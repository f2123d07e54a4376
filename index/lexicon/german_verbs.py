"""The forms of a German verb: weak, strong and mixed, with and without a prefix that is parted from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from index.embedding.frequency import known_words
from index.lexicon.tables import first_words, irregular, word_set

ADJECTIVE_ENDINGS = ("e", "en", "em", "er", "es")
# A stem in t or d, or in m or n after a consonant that cannot stand before it, takes an e: "arbeitet", "öffnet".
_NEEDS_E = re.compile(r"(?:[td]|(?:[^aeiouyäöülrhmn]|ch)[mn])$")
_SHORTEST_VERB = 5  # letters, of those of which only their frequency is known
_ONSET = re.compile(r"[bcdfghjklmnpqrstvwxzß]{0,4}[aeiouyäöü]\w*[aeiouyäöü]")


@dataclass(frozen=True, slots=True)
class Verb:
    """`whole`: the forms in one word. `finite`: those of them that are nothing else, no infinitive and no participle.

    `parted`: the finite forms that leave their `particle` at the clause's end.
    """

    whole: frozenset[str]
    finite: frozenset[str] = frozenset()
    particle: str = ""
    parted: frozenset[str] = frozenset()


def verb(entry: str) -> Verb:
    """The forms of an infinitive; a separable prefix is marked: "ab|lehnen"."""
    particle, _, base = entry.rpartition("|")
    finite, others, participles = _forms(base)
    if not particle:
        names = others | _declined((*participles, base + "d"))
        return Verb(finite | names, finite - names)
    joined = frozenset(particle + f for f in finite)
    names = _declined(particle + f for f in (*participles, base + "d")) | {particle + base, f"{particle}zu{base}"}
    return Verb(joined | names, joined - names, particle, finite)


@cache
def marked(infinitive: str) -> str:
    """An infinitive with its separable prefix marked, where an entry leaves that to us: "Klage abweisen"."""
    if "|" in infinitive or infinitive in word_set("de", "unparted"):
        return infinitive
    for particle in sorted(word_set("de", "particles") - word_set("de", "prefixes"), key=len, reverse=True):
        rest = infinitive.removeprefix(particle)
        if rest != infinitive and _is_verb(rest):
            return f"{particle}|{rest}"
    return infinitive


def _is_verb(word: str) -> bool:
    """Whether it is one by its irregular forms or by how frequent it is; no participle."""
    strong = first_words("de", "verbs")
    if word in strong or word.startswith("ge"):
        return word in strong
    return _parted(word)[1] in strong or (len(word) >= _SHORTEST_VERB and word in known_words("de"))


def _declined(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w + ending for w in words for ending in ("", *ADJECTIVE_ENDINGS))


@cache
def _forms(base: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Finite forms, the infinitive, participles."""
    prefix, root = _parted(base)
    strong = first_words("de", "verbs").get(root) if base not in word_set("de", "weak") else None
    finite: set[str] = set()
    participles: set[str] = set()
    if strong:
        finite |= {prefix + f for f in _strong(root, *strong[:3])}
        participles.add(prefix + (strong[3].removeprefix("ge") if prefix and _has_ge(root, strong[3]) else strong[3]))
    if not strong or {base, root} & word_set("de", "weak_too"):
        finite |= set(_weak(base))
        participles.add(_weak_participle(base, prefix))
    finite |= {prefix + f for f in irregular("de")["forms"].get(root, ())}
    unmade = word_set("de", "unmade")
    return frozenset(finite - unmade), frozenset({base}), frozenset(participles - unmade)


def _has_ge(root: str, participle: str) -> bool:
    """Whether the participle's "ge" is a prefix of its own: in "gegangen" it is, in "gewonnen" it is the verb's."""
    return participle.startswith("geg") or (participle.startswith("ge") and not root.startswith("ge"))


def _parted(base: str) -> tuple[str, str]:
    """ "vertreten" -> ("ver", "treten"); ("", base) where no inseparable prefix stands before a verb."""
    if base in first_words("de", "verbs") or base in word_set("de", "bare"):
        return "", base
    for prefix in sorted(word_set("de", "prefixes"), key=len, reverse=True):
        rest = base.removeprefix(prefix)
        if rest != base and len(rest) > 3 and _ONSET.match(rest):
            return prefix, rest
    return "", base


def _stem(base: str) -> str:
    return base[:-2] if base.endswith("en") else base[:-1]


def _weak(base: str) -> Iterator[str]:
    stem = _stem(base)
    link = "e" if _NEEDS_E.search(stem) else ""
    yield from (base, stem + "e", stem + "est", stem + "et", stem + link + "t")
    yield stem + ("t" if re.search(r"[sßxz]$", stem) else link + "st")
    if re.search(r"e[lr]$", stem) and not base.endswith("en"):
        yield stem[:-2] + stem[-1] + "e"  # "handle", "fordre"
    else:
        yield from (stem,) if not link else ()  # the imperative
    yield from (stem + link + "te" + ending for ending in ("", "st", "n", "t"))


def _weak_participle(base: str, prefix: str) -> str:
    stem = _stem(base)
    bare = prefix or (base.endswith("ieren") and base not in word_set("de", "ge_ieren"))
    return ("" if bare else "ge") + stem + ("e" if _NEEDS_E.search(stem) else "") + "t"


def _strong(root: str, present: str, preterite: str, subjunctive: str) -> Iterator[str]:
    stem = _stem(root)
    second = re.sub(r"e?t$", "", present) if present.endswith("t") else present
    yield from (root, stem + "e", stem + "est", stem + "et", stem + "t", stem, present, second, second + "st")
    if preterite.endswith("te"):
        yield from (preterite + ending for ending in ("", "st", "n", "t"))
    else:
        yield from (preterite + ending for ending in ("", "st", "est", "en", "t", "et"))
    yield from (subjunctive + ending for ending in ("", "st", "n", "t"))
