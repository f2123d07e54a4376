"""The unit that says what a statement says of its subject: its main verb, or what stands for one after a copula.

No tagger is used: what a language marks itself tells it, capitals and word order in German, word order in English,
endings in Russian.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.cues import find
from assistant.judge.sides import Side
from assistant.judge.unit import Unit, UnitKind
from index.documents import Span

_RUSSIAN_VERB = re.compile(
    r".*(?:[аяиыеуо]л[аои]?|[аяиыеуо]л[аои]?сь|лся|[ауюияе]т(?:ся)?|ть(?:ся)?|ти(?:сь)?|[аяе]н[аоы]?|т[аоы]?|ш[ёе]?л[аои]?)"
)


@lru_cache(maxsize=4096)
def predicate(asked: Side) -> Unit | None:
    """None where there is nothing but names, numbers and dates."""
    first = asked.clauses[0]
    words = [u for u in asked.units if u.kind is UnitKind.WORD and u.span.overlaps(first)]
    helper = next((c.span for c in find("helping_verbs", asked.text, asked.language) if c.span.overlaps(first)), None)
    read = {"de": _german, "ru": _russian}.get(asked.language, _english)
    return read(words, helper) or next((u for u in words if u.is_act), words[-1] if words else None)


def subject(asked: Side) -> Unit | None:
    """The first thing that a statement speaks of before it says something of it."""
    said = predicate(asked)
    return next((u for u in asked.units if not u.number and said and u.span < said.span), None)


def _german(words: Sequence[Unit], helper: Span | None) -> Unit | None:
    """Verbs have small letters; with a helping verb they close the clause, else they come second."""
    small = [u for u in words if u.text[0].islower()]
    if helper is None:
        return _act(small) or _first(small)
    after = _after(helper, small)
    return _act(after[::-1]) or _first(after[::-1])


def _english(words: Sequence[Unit], helper: Span | None) -> Unit | None:
    """Right after the helping verb; else the first word that can be one after what may be the subject."""
    if helper is None:
        return _act(words[1:]) or _first(words[1:])
    after = _after(helper, words)
    return _act(after) or _first(after)


def _russian(words: Sequence[Unit], helper: Span | None) -> Unit | None:
    verbs = [u for u in words if u.text[0].islower() and _RUSSIAN_VERB.fullmatch(u.text.split()[0])]
    return _act(verbs) or _first(verbs)


def _after(helper: Span, words: Sequence[Unit]) -> list[Unit]:
    """What stands behind a helping verb, and a phrase that it is in: "was killed", "is under suspicion"."""
    return [u for u in words if u.span.start >= helper.end or (u.span.overlaps(helper) and u.is_act and u.parts)]


def _act(units: Sequence[Unit]) -> Unit | None:
    return next((u for u in units if u.is_act), None)


def _first(units: Sequence[Unit]) -> Unit | None:
    return units[0] if units else None
