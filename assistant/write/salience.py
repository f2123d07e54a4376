"""Which units of a pile say the most: chosen one by one, each for what it adds to those before it.

A unit is worth more the more articles speak of what it speaks of (the similarity to the rest of the pile, after
Radev et al. 2004, "Centroid-based summarization"), the more it brings of what news readers look for (figures, who
says so, denials, silences, what has changed), and the earlier it stands. It is worth less the more of it has been
told (after Carbonell & Goldstein 1998, "The use of MMR"), and the more the summary has taken from its article.
Concept coverage after Gillick & Favre 2009 did worse: no better than the articles' lead sentences on the story sets.
The constants are round numbers, set on the story sets and our own piles; on both, halving or doubling one changes a
few facts among 85.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from assistant.cues import find
from assistant.write.concepts import Concepts, concepts, likeness
from assistant.write.question import Question
from assistant.write.reference import addresses_reader
from assistant.write.sentence import names_speaker
from assistant.write.units import Unit
from assistant.write.updates import update_of
from index.terms import words
from index.wordlists import words_of

_ALONE = 0.4  # what a unit is worth that no other article speaks of, beside 1 for the best shared one
_NEWS = 0.5
_FIGURE, _SPEAKER, _DENIAL, _SILENCE, _CHANGE = 0.4, 0.15, 1.0, 0.5, 0.15
_MOST_FIGURES = 2
_TURN = 0.3  # for a decision, an admission, a correction
_ADVICE, _COLOUR, _HISTORY = 0.2, 0.4, 0.7
_LONG_AGO = 3  # years
_LEAD = 0.6  # how much more the first sentence of an article is worth
_SUBSTANCE = 0.5  # power of how much there is in the unit
_LATE = 0.15  # of its worth as the summary's first, that a sentence loses with each before it in its article
_HEADLINE = 1.0  # how much more a sentence is worth as the first that says what its headline says
_TOLD = 2.0  # power of what is new
_FIRST_PERSON = 0.6  # a unit that says "I" or "we" gives a voice rather than a fact
_SAME_ARTICLE = 0.7  # for each unit that was chosen from the article before
_TOPIC = 3.0  # how much more a unit is worth that is all about the topic asked for
_ENOUGH_TOPIC = 0.3
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit, its concepts weighted within the pile, and what it is worth while nothing has been told."""

    unit: Unit
    vector: Concepts
    norm: float
    worth: float
    denies: bool


def select(units: Sequence[Unit], topic: Question | None, sentences: int) -> list[Unit]:
    """The units worth most together, at most so many sentences, in the order in which they were chosen.

    The first is from the newest article, so that the newest state is always told.
    """
    candidates = [c for c in _candidates(units, topic) if c.worth > 0]
    newest = max((c.unit.article.published or "" for c in candidates), default="")
    told = [0.0] * len(candidates)
    taken: Counter[str] = Counter()
    chosen: list[Unit] = []
    left = sentences
    while best := _best(candidates, told, taken, left, newest if not chosen else None):
        for added in _with_update(best, candidates, chosen, left):
            chosen.append(added.unit)
            left -= len(added.unit.lines)
            taken[added.unit.article.id] += 1
            told = [max(t, _overlap(added, c)) for c, t in zip(candidates, told, strict=True)]
        told[candidates.index(best)] = 1.0  # told, or given up for what has come since
    return chosen


def _with_update(
    best: Candidate, candidates: Sequence[Candidate], chosen: Sequence[Unit], most: int
) -> list[Candidate]:
    """The candidate, with the newer one that makes it stale; that one alone, or none, where not both fit."""
    newer = update_of(best.unit, [c.unit for c in candidates])
    if newer is None or any(_share_lines(newer, unit) for unit in chosen):
        return [best]
    update = next(c for c in candidates if c.unit is newer)
    fitting = (group for group in ([best, update], [update]) if sum(len(c.unit.lines) for c in group) <= most)
    return next(fitting, [])


def _share_lines(one: Unit, other: Unit) -> bool:
    return one.article.id == other.article.id and bool(set(one.lines) & set(other.lines))


def _best(
    candidates: Sequence[Candidate], told: Sequence[float], taken: Counter[str], most: int, published: str | None
) -> Candidate | None:
    """The candidate that adds most, of those that fit (and are of that date, if one is given)."""
    gains = [
        (c.worth * (1 - t) ** _TOLD * _SAME_ARTICLE ** taken[c.unit.article.id] * _opens(c, published), n)
        for n, (c, t) in enumerate(zip(candidates, told, strict=True))
        if len(c.unit.lines) <= most and published in (None, c.unit.article.published or "")
    ]
    gain, best = max(gains, default=(0.0, 0))
    return candidates[best] if gain > 0 else None


def _opens(candidate: Candidate, published: str | None) -> float:
    """How well it opens the summary, where it is to: news is near an article's beginning, and in its headline."""
    if published is None:
        return 1.0
    article = candidate.unit.article
    title = concepts(article.title or "", article.language)
    own = concepts(candidate.unit.core.text, article.language)
    share = sum(w * likeness(c, own) for c, w in title.items()) / (sum(title.values()) or 1.0)
    return (1 + _HEADLINE * share) / (1 + _LATE * candidate.unit.lines[0].place)


def _candidates(units: Sequence[Unit], topic: Question | None) -> list[Candidate]:
    vectors = _vectors(units)
    shared = _shared(units, vectors)
    best = max(shared, default=0.0) or 1.0
    return [
        Candidate(u, v, _norm(v) or 1.0, (_ALONE + s / best) * _bonus(u, v) * _about(u, topic), _denies(u))
        for u, v, s in zip(units, vectors, shared, strict=True)
    ]


def _vectors(units: Sequence[Unit]) -> list[Concepts]:
    """For each unit its core's concepts, times the logarithm of how few units have them."""
    plain = [concepts(u.core.text, u.article.language) for u in units]
    holders = Counter(c for found in plain for c in found)
    return [{c: w * log(1 + len(units) / holders[c]) for c, w in found.items()} for found in plain]


def _shared(units: Sequence[Unit], vectors: Sequence[Concepts]) -> list[float]:
    """How much of each unit's matter other articles have too."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for unit, vector in zip(units, vectors, strict=True):
        for concept in vector:
            articles[concept].add(unit.article.id)
    return [sum(w * w * (len(articles[c]) - 1) for c, w in v.items()) / (_norm(v) or 1.0) for v in vectors]


def _bonus(unit: Unit, vector: Concepts) -> float:
    lead = 1 + _LEAD / (1 + unit.lines[0].place)
    substance: float = sum(vector.values()) ** _SUBSTANCE / sqrt(len(unit.lines))
    return (1 + _NEWS * _news(unit)) * lead * substance * _aside(unit)


def _aside(unit: Unit) -> float:
    """1, or less for what is no news: voices, moods, advice, thanks, telephone numbers, what happened long ago."""
    text, language = unit.text, unit.article.language
    worth = _FIRST_PERSON if _has("first_person", unit) else 1.0
    if addresses_reader(text, language):
        worth *= _ADVICE
    if _any_cue("colours", text, language):
        worth *= _COLOUR
    return worth * (_HISTORY if _is_history(unit) else 1)


def _is_history(unit: Unit) -> bool:
    """Whether it tells of years long before its article and of nothing later."""
    years = [int(w) for w in words(unit.text) if _YEAR.match(w)]
    published = (unit.article.published or "")[:4]
    return bool(years) and published.isdigit() and max(years) < int(published) - _LONG_AGO


def _news(unit: Unit) -> float:
    text, language = unit.text, unit.article.language
    figures = sum(w[0].isdigit() and not _YEAR.match(w) for w in words(text))
    return (
        _FIGURE * min(figures, _MOST_FIGURES)
        + _SPEAKER * names_speaker(text, language)
        + _DENIAL * _denies(unit)
        + _SILENCE * _any_cue("silences", text, language)
        + _CHANGE * _has("gives_change", unit)
        + _TURN * any(_any_cue(name, text, language) for name in ("undoes", "in_its_place", "decides", "admits"))
    )


def _has(name: str, unit: Unit) -> bool:
    """Whether one of its words is in that list."""
    listed = words_of("assistant.words", name, unit.article.language)
    return any(w in listed for w in words(unit.text))


def _denies(unit: Unit) -> bool:
    return _any_cue("denials", unit.text, unit.article.language)


@lru_cache(maxsize=20_000)
def _any_cue(name: str, text: str, language: str) -> bool:
    return bool(find(name, text, language))


def _about(unit: Unit, topic: Question | None) -> float:
    """1 without a topic; else more the more the unit is about it, and 0 where it hardly is."""
    asked = topic.concepts(unit.article.language) if topic else {}
    if not asked:
        return 1.0
    own = concepts(unit.text, unit.article.language)
    share = sum(w * likeness(c, own) for c, w in asked.items()) / sum(asked.values())
    return 1 + _TOPIC * share if share >= _ENOUGH_TOPIC else 0.0


def _overlap(chosen: Candidate, other: Candidate) -> float:
    """How much of the other unit has been told with the chosen one: their cosine, 1 where they share a sentence.

    Half of it if only one of them denies: a denial repeats the words of what it denies.
    """
    if _share_lines(chosen.unit, other.unit):
        return 1.0
    small, large = chosen.vector, other.vector
    product = sum(small[c] * large[c] for c in small.keys() & large.keys())
    cosine = min(1.0, product / (chosen.norm * other.norm))
    return cosine if chosen.denies == other.denies else cosine / 2


def _norm(vector: Concepts) -> float:
    return sqrt(sum(w * w for w in vector.values()))
