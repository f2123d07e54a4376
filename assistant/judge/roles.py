"""Who does what to whom, read from what each language marks: word order, the case of articles, endings, "by".

No tagger is used, so a role that nothing marks stays unknown, and two texts are only compared where both show it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from assistant.judge.sides import Side
from assistant.judge.unit import ACTS, PEOPLE, Unit, UnitKind
from index.lexicon.russian import folded, stem_of
from index.lexicon.words import listed
from index.terms import stop_words
from index.wordlists import words_of

_FOLDER = "assistant.words"
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# Kinds that tell how, when and how much.
_SIDELINES = frozenset(("quality", "degree", "time", "manner", "relation", "number", "measure", "unit"))
_REACH = 40  # letters before a noun, in which its article and preposition may stand
_FEW = 3  # words that they stand before it at most
_NEAR = 4  # words between a form of "be" and its participle
_PARTICIPLE = re.compile(r"(?:\w*ge\w+(?:t|en)|(?:be|ver|er|ent|zer|miss)\w+(?:t|en)|\w+iert)", re.IGNORECASE)
_SHORT_PASSIVE = re.compile(r"\w+(?:[аяе]н[аоы]?|ён|[иыо]т[аоы]?)", re.IGNORECASE)
_OBLIQUE = re.compile(r"\w+(?:у|ю|ом|ем|ём|ой|ей|ам|ям|ами|ями|ах|ях|ого|его|ому|ему|ых|их|ов|ев)", re.IGNORECASE)
_INSTRUMENTAL = re.compile(r"\w+(?:ом|ем|ём|ой|ей|ами|ями|ым|им)", re.IGNORECASE)
_VOWEL = re.compile(r"[аеёиоуыэюяйь]\Z")
_WHO = re.compile(
    r"[\s,]*(?:\w+self\s+|themselves\s+|selbst,?\s+)?(?:who|that|der|die|das|кто|который|которая)\b", re.IGNORECASE
)


class Roles(NamedTuple):
    """Whom or what a text has doing an act and having it done; None where nothing tells."""

    agent: Unit | None
    patient: Unit | None


class _Noun(NamedTuple):
    """A noun of a clause: `before` is the preposition that governs it, `case` "nom", "obl", "ins" or ""."""

    unit: Unit
    before: str
    case: str


@lru_cache(maxsize=20_000)
def roles(side: Side, act: Unit) -> Roles:
    nouns = _nouns(side, act)
    if side.language == "de":
        return _german(side, act, nouns)
    return _russian(side, act, nouns) if side.language == "ru" else _english(side, act, nouns)


@lru_cache(maxsize=20_000)
def attribute(side: Side, head: Unit) -> Unit | None:
    """Of whom a person is the lawyer, the mother or the head: what stands in the genitive right behind them."""
    after = next((u for u in side.units if u.span.start >= head.span.end), None)
    if after is None or not _is_noun(after, side):
        return None
    between = [w.lower() for w in _WORD.findall(side.text[head.span.end : after.span.start])]
    if side.language == "ru":
        return after if not between and _case(after.text) in ("obl", "") and after.text[0].islower() else None
    marked = bool(between) and between[0] in words_of(_FOLDER, "genitives", side.language)
    return after if marked and len(between) <= _FEW else None


@lru_cache(maxsize=20_000)
def phrase(side: Side, head: Unit) -> tuple[Unit, ...]:
    """The head with what only stands before it: "Bayern München"."""
    found = [head]
    for unit in reversed([u for u in side.units if u.span.end <= head.span.start]):
        if not _leads(unit, found[-1], side) or not _is_noun(unit, side):
            break
        found.append(unit)
    return tuple(found)


def is_emphatic(side: Side, agent: Unit) -> bool:
    """Whether a text insists that it was this one: "she herself", "it was the driver who", "allein die Fahrerin"."""
    marks = words_of(_FOLDER, "himself", side.language)
    first = phrase(side, agent)[-1].span.start
    before = side.text[max(0, first - _REACH) : first].lower()
    after = side.text[agent.span.end : agent.span.end + _REACH].lower()
    beside = [*_WORD.findall(before)[-2:], *_WORD.findall(after)[:1]]
    clefts = [m for m in marks if " " in m]
    return any(w in marks for w in beside) or (any(m in before for m in clefts) and bool(_WHO.match(after)))


def _nouns(side: Side, act: Unit) -> Sequence[_Noun]:
    clause = side.clause_of(act)
    found = [u for u in side.units if u.span.overlaps(clause) and u is not act and _is_noun(u, side)]
    found = [u for u, after in zip_longest(found, found[1:]) if not _leads(u, after, side)]
    heads = [u for u in found if not any(attribute(side, other) is u for other in found)]
    return [_noun(side, u) for u in heads]


def _leads(unit: Unit, after: Unit | None, side: Side) -> bool:
    """Whether it only stands before the head of its phrase: "singer" or "Rune" before "Arndal"."""
    if after is None or side.text[unit.span.end : after.span.start] != " ":
        return False
    return side.language != "ru" or (unit.text[0].isupper() and after.text[0].isupper())


def _is_noun(unit: Unit, side: Side) -> bool:
    if unit.number or unit.day:
        return False
    if unit.text.lower() in stop_words(side.language) or unit.text.split()[0].lower() in _all_before(side.language):
        return False
    if side.language == "de":
        return unit.text[0].isupper() and not (unit.kinds and unit.kinds <= _SIDELINES)
    if unit.kind is UnitKind.NAME:
        return unit.text[0].isupper() or any(k.startswith("b:") for k in unit.keys)
    return bool(unit.kinds) and not unit.kinds & (ACTS | _SIDELINES)


def _noun(side: Side, unit: Unit) -> _Noun:
    before = _before(side, unit)
    prepositions = words_of(_FOLDER, "before_nouns", side.language)
    governing = next((w for w in reversed(before) if w in prepositions), "")
    if side.language == "ru":
        return _Noun(unit, governing, _case(unit.text))
    oblique = words_of(_FOLDER, "not_subject", side.language)
    return _Noun(unit, governing, "obl" if any(w in oblique for w in before[-2:]) else "")


def _before(side: Side, unit: Unit) -> list[str]:
    """The words of a noun's own phrase before it, back to the last comma, noun or verb."""
    start = max(0, unit.span.start - _REACH)
    others = [u for u in side.units if u.span.end <= unit.span.start and (_is_noun(u, side) or u.is_act)]
    start = max([start, *(u.span.end for u in others[-1:])])
    text = side.text[start : unit.span.start]
    return [w.lower() for w in _WORD.findall(re.split(r"[,;:–—()]", text)[-1])][-_FEW:]


def _all_before(language: str) -> frozenset[str]:
    return words_of(_FOLDER, "before_nouns", language)


def _case(word: str) -> str:
    """Of a Russian noun: by its form beside the dictionary's, else by its ending."""
    plain = folded(word)
    lemmas = [w.lemma for w in listed(stem_of(word))]
    if plain in lemmas:
        return "nom"
    for lemma in lemmas:
        if not _VOWEL.search(lemma) and plain in (f"{lemma}ы", f"{lemma}и"):
            return "nom"
        if not _VOWEL.search(lemma) and plain in (f"{lemma}а", f"{lemma}я"):
            return "obl"
        bare = lemma[:-1]
        if lemma[-1] in "йь" and plain in (f"{bare}и",):
            return "nom"
        if lemma[-1] in "йь" and plain in (f"{bare}я", f"{bare}ю"):
            return "obl"
    if _INSTRUMENTAL.fullmatch(plain):
        return "ins"
    if _OBLIQUE.fullmatch(plain):
        return "obl"
    return "" if _VOWEL.search(plain) else "nom"


def _german(side: Side, act: Unit, nouns: Sequence[_Noun]) -> Roles:
    free = [n for n in nouns if not n.before]
    subjects = [n for n in free if n.case != "obl"]
    if _becomes(side, act) and _PARTICIPLE.fullmatch(act.text.split()[-1]):
        by = next((n.unit for n in nouns if n.before in words_of(_FOLDER, "done_by", "de")), None)
        return Roles(by, subjects[0].unit if subjects else None)
    objects = [n for n in free if n.case == "obl"] or subjects[1:]
    return Roles(subjects[0].unit if subjects else None, objects[0].unit if objects else _whom(nouns, act))


def _english(side: Side, act: Unit, nouns: Sequence[_Noun]) -> Roles:
    ahead = [n for n in nouns if n.unit.span.end <= act.span.start and not n.before and not _owns(n.unit)]
    behind = [n for n in nouns if n.unit.span.start >= act.span.end]
    by = next((n.unit for n in behind if n.before == "by"), None)
    reduced = by is not None and act.text.endswith("ed") and not any(not n.before for n in behind)
    if reduced or (_becomes(side, act) and not act.text.endswith("ing")):
        return Roles(by, ahead[-1].unit if ahead else None)
    free = [n for n in behind if not n.before and not _owns(n.unit)]
    return Roles(ahead[0].unit if ahead else None, free[0].unit if free else _whom(behind, act))


def _whom(nouns: Sequence[_Noun], act: Unit) -> Unit | None:
    """Whom an act is aimed at by a preposition: "shoots at the guard", "klagt gegen den Arzt"."""
    return next((n.unit for n in nouns if n.before and n.unit.kinds & PEOPLE and n.unit.span > act.span), None)


def _owns(unit: Unit) -> bool:
    return unit.text.endswith(("'s", "’s"))


def _russian(side: Side, act: Unit, nouns: Sequence[_Noun]) -> Roles:
    free = [n for n in nouns if not n.before]
    named = next((n.unit for n in free if n.case == "nom"), None)
    if named is None:  # a name whose case nothing shows is more often the subject where it comes first
        named = next((n.unit for n in free if n.case == "" and n.unit.span < act.span), None)
    if _SHORT_PASSIVE.fullmatch(act.text) or act.text.endswith(("ся", "сь")):
        by = next((n.unit for n in free if n.case == "ins"), None)
        return Roles(by, named) if by or _SHORT_PASSIVE.fullmatch(act.text) else Roles(named, None)
    objects = [n.unit for n in free if n.case == "obl"]
    others = [n.unit for n in free if n.case == "" and n.unit is not named]
    if named is None and objects and len(others) == 1:
        named, others = others[0], []
    return Roles(named, next(iter(objects or others), None) or _whom(nouns, act))


def _becomes(side: Side, act: Unit) -> bool:
    """Whether a form of "be" stands near an act that may be its participle."""
    clause = side.clause_of(act)
    words = words_of(_FOLDER, "becomes", side.language)
    if side.language == "de":
        return any(w.lower() in words for w in _WORD.findall(clause.of(side.text)))
    before = side.text[clause.start : act.span.start]
    return any(w.lower() in words for w in _WORD.findall(before)[-_NEAR:])
