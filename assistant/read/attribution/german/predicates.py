"""German verbs of saying in a sentence: the words of the predicate, and how it is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import is_capital, is_word
from assistant.read.attribution.german.forms import Form, Shape, index_of, word_set, words

_LISTS = ("says", "wants", "thinks", "addresses", "addresses_dative", "reports", "reports_dative", "names")
_LONGEST_TAIL = 10  # words behind a participle
_WITH_PREPOSITION = ("with_preposition", "with_clause_only", "reports_with")


@dataclass(frozen=True, slots=True)
class Predicate:
    """`finite` is the word that is conjugated, `parts` all words of the predicate in order."""

    verb: str  # as in the lists: "mit|teilen"
    segment: int
    finite: int
    parts: tuple[int, ...]
    last: bool = False  # the verb stands last, in a subordinate clause
    passive: bool = False
    modal: bool = False
    idiom: bool = False  # "ist der Meinung": the phrase is among the parts


def cue_of(predicate: Predicate) -> list[Range]:
    return [(i, i) for i in predicate.parts]


@cache
def prepositions_of(verb: str) -> tuple[str, ...]:
    """With which the verb attributes: "auf" of "hin|weisen"."""
    lines = (line.split() for name in _WITH_PREPOSITION for line in words(name))
    return tuple(dict.fromkeys(preposition for listed, preposition in lines if listed == verb))


@cache
def reporting_prepositions(verb: str) -> frozenset[str]:
    """With which the verb attributes without a clause: "warnte vor Hochwasser"."""
    lines = (line.split() for name in ("with_preposition", "reports_with") for line in words(name))
    found = {preposition for listed, preposition in lines if listed == verb}
    joined = {"von": ("vom",), "zu": ("zum", "zur"), "in": ("im", "ins"), "an": ("am",)}
    return frozenset(found.union(*(joined.get(preposition, ()) for preposition in found)))


@cache
def cue_forms() -> dict[str, tuple[Form, ...]]:
    named = [line.split()[0] for name in _WITH_PREPOSITION for line in words(name)]
    verbs = [v for name in _LISTS for v in words(name)]
    return index_of(verb for verb in (*verbs, *named, *idioms()) if " " not in verb)


@cache
def idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of the idioms by their verb, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in words("idioms"):
        verb, *phrase = line.split()
        found.setdefault(verb, []).append(tuple(phrase))
    return {verb: tuple(sorted(phrases, key=len, reverse=True)) for verb, phrases in found.items()}


@cache
def _listed() -> frozenset[str]:
    """Verbs that attribute by themselves."""
    named = (line.split()[0] for name in _WITH_PREPOSITION for line in words(name))
    return word_set(*_LISTS) | frozenset(named)


def predicates(sentence: Sentence) -> Iterator[Predicate]:
    known = cue_forms()
    for at, token in enumerate(sentence.tokens):
        if token.quote or token.low not in known or (is_capital(token) and at > 0):
            continue
        best = None
        for form in known[token.low]:
            found = _predicate(sentence, at, form)
            if found and form.verb in idioms():
                found = _with_phrase(sentence, found) or (found if form.verb in _listed() else None)
            if found and (best is None or len(found.parts) > len(best.parts)):
                best = found
        if best:
            yield best


def _predicate(sentence: Sentence, at: int, form: Form) -> Predicate | None:
    k = sentence.segment_at(at)
    if form.shape is Shape.PARTICIPLE and not form.apart:
        return _perfect(sentence, at, k, form)
    if form.shape is Shape.INFINITIVE:
        return None
    segment = sentence.segments[k]
    if segment.verb == at or (form.shape is Shape.PLURAL and _finite_plural(sentence, at, k)):
        return _finite(sentence, at, k, form)
    if form.shape in (Shape.FINITE, Shape.REPORTED) and _second_predicate(sentence, at, k):
        return _finite(sentence, at, k, form)
    if form.shape is Shape.PLURAL:
        return _with_modal(sentence, at, k, form)
    return None


def _with_phrase(sentence: Sentence, predicate: Predicate) -> Predicate | None:
    """The predicate with the words that make it an idiom: "ist … der Meinung"."""
    segment = sentence.segments[max(sentence.segment_at(i) for i in predicate.parts)]
    for phrase in idioms()[predicate.verb]:
        at = _find(sentence, phrase, segment.first, segment.last)
        if at and not set(at) & set(predicate.parts):
            return replace(predicate, parts=tuple(sorted({*predicate.parts, *at})), idiom=True)
    return None


def _find(sentence: Sentence, phrase: tuple[str, ...], first: int, last: int) -> list[int]:
    """Where the words of a phrase stand, with at most two adjectives or a subject between the first two of them."""
    tokens = sentence.tokens
    for start in range(first, last + 1):
        if tokens[start].low != phrase[0].lower() or tokens[start].quote:
            continue
        found = [start]
        for word in phrase[1:]:
            reach = last if phrase[0] == "sich" else min(last, found[-1] + 3)
            at = next((i for i in range(found[-1] + 1, reach + 1) if tokens[i].low == word.lower()), -1)
            if at < 0:
                break
            found.append(at)
        if len(found) == len(phrase):
            return found
    return []


def _finite_plural(sentence: Sentence, at: int, k: int) -> bool:
    """ "sprechen", "teilen": finite if the segment has no other finite verb."""
    segment = sentence.segments[k]
    tokens = sentence.tokens
    if (
        segment.verb >= 0
        or (at > 0 and tokens[at - 1].low == "zu")
        or (at + 1 < len(tokens) and _attributive(sentence, at))
    ):
        return False
    if segment.kind in (Kind.SUB, Kind.RELATIVE):
        return at == segment.last
    return segment.kind in (Kind.FRAGMENT, Kind.INFINITIVE)


def _second_predicate(sentence: Sentence, at: int, k: int) -> bool:
    """ "… und fordert": the clause has one subject and two verbs."""
    segment = sentence.segments[k]
    if segment.verb < 0 or at <= segment.verb or at == segment.first:
        return False
    before = sentence.tokens[at - 1].low
    return before in ("und", "sowie", "aber", "doch", "oder") and not (at < segment.last and _attributive(sentence, at))


def _attributive(sentence: Sentence, at: int) -> bool:
    return (
        at > 0
        and sentence.tokens[at - 1].low in word_set("determiners", "prepositions")
        and is_capital(sentence.tokens[at + 1])
    )


def _finite(sentence: Sentence, at: int, k: int, form: Form) -> Predicate | None:
    segment = sentence.segments[k]
    last = segment.kind in (Kind.SUB, Kind.RELATIVE)
    if last and form.apart and at and sentence.tokens[at - 1].low == form.apart:
        return Predicate(form.verb, k, at, (at - 1, at), last=True)
    particle = -1 if last else _particle(sentence, at, k)
    if form.apart:
        if particle < 0 or sentence.tokens[particle].low != form.apart:
            return None
        return Predicate(form.verb, k, at, (at, particle))
    fixed = {word for phrase in idioms().get(form.verb, ()) for word in phrase}  # "machte klar"
    if particle >= 0 and sentence.tokens[particle].low not in fixed:
        return None
    if "|" in form.verb and not last:
        return None
    return Predicate(form.verb, k, at, (at,), last=last)


def _particle(sentence: Sentence, at: int, k: int) -> int:
    """The separated prefix at the end of the clause whose verb stands at `at`, -1 if there is none."""
    segments = sentence.segments
    found = _particle_in(sentence, at, segments[k].last)
    hanging = True  # what stands between belongs to the clause: appositions, relative clauses
    for segment in segments[k + 1 : k + 5]:
        if found >= 0:
            break
        alone = segment.first == segment.last  # "warf ihr, als sie ging, vor"
        if alone or (hanging and segment.kind is Kind.FRAGMENT):
            found = _particle_in(sentence, segment.first - 1, segment.last)
        hanging = hanging and segment.kind in (Kind.RELATIVE, Kind.FRAGMENT)
    return found


def _particle_in(sentence: Sentence, after: int, last: int) -> int:
    tokens = sentence.tokens
    for i in range(last, after, -1):
        token = tokens[i]
        if token.quote or not is_word(token):
            continue
        if token.low in word_set("particles"):
            final = i == last or not is_word(tokens[i + 1]) or tokens[i + 1].low in ("und", "sowie", "dass", "daß")
            if final or (i + 1 < len(tokens) and tokens[i + 1].quote):
                return i
    return -1


def _perfect(sentence: Sentence, at: int, k: int, form: Form) -> Predicate | None:
    """ "hat … gesagt", "wurde … mitgeteilt", "mitgeteilt hatte"."""
    segment = sentence.segments[k]
    tokens = sentence.tokens
    if segment.last - at > _LONGEST_TAIL:
        return None  # "hat wiederholt erklärt"
    following = [
        i for i in range(at + 1, min(at + 3, segment.last + 1)) if tokens[i].low in word_set("auxiliaries") | {"worden"}
    ]
    finite = segment.verb
    j = k
    while finite < 0 and j > 0 and segment.kind in (Kind.FRAGMENT, Kind.INFINITIVE) and k - j < 3:
        j -= 1
        if sentence.segments[j].kind in (Kind.MAIN, Kind.FIRST):
            finite = sentence.segments[j].verb
    if finite < 0:
        finite = next((i for i in following if tokens[i].low in word_set("auxiliaries")), -1)
    if finite < 0 or tokens[finite].low not in word_set("auxiliaries"):
        return None
    state = tokens[finite].low in word_set("states") and not any(tokens[i].low == "worden" for i in following)
    if state and form.verb not in word_set("moves") and form.verb not in idioms():
        return None
    passive = tokens[finite].low in word_set("passives") or any(tokens[i].low == "worden" for i in following)
    parts = tuple(sorted({finite, at, *(i for i in following if tokens[i].low == "worden")}))
    last = segment.kind in (Kind.SUB, Kind.RELATIVE)
    return Predicate(form.verb, j, finite, parts, last=last, passive=passive)


def _with_modal(sentence: Sentence, at: int, k: int, form: Form) -> Predicate | None:
    """ "musste … einräumen", "will … bekannt geben"."""
    segment = sentence.segments[k]
    if form.apart or segment.verb < 0 or sentence.tokens[segment.verb].low not in word_set("modals"):
        return None
    if at != segment.last and is_word(sentence.tokens[at + 1]):
        return None
    return Predicate(form.verb, k, segment.verb, (segment.verb, at), modal=True, last=segment.verb > at)
