"""Which silences are about the very matter of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.findings.manner import accuses, framing
from assistant.findings.stances import Stances
from assistant.judge.coverage import coverage
from assistant.judge.sides import Side, side
from assistant.judge.told import told
from assistant.judge.unit import UnitKind
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Silence, Statement
from index.documents import Article, Span
from index.sentences import sentences_of
from index.terms import words
from index.wordlists import word_list

if TYPE_CHECKING:
    from assistant.findings.find import Pile

_NEAR = 3  # sentences before the word that nobody comments, in which what it is about may be told
_SAYS = 0.25  # of the statement, that a silence must say itself where it stands further off
_KNOWS = 0.5  # and with the sentences before it
_FOLDER = "assistant.words/sources"
_SHORTEST = 3  # letters of a word that says what somebody is silent on
_OF_MATTER = 0.4  # of what a silence says that it is on, that the statement or its claim must say
_TOUCHED = 0.3  # and where the silence comes right after it


def on_matter(pile: Pile, statement: Statement, stances: Stances) -> list[Silence]:
    """The silences that go with what supports the statement, or name its matter themselves.

    Somebody whom the same article quotes for the statement, or against it, has not been silent on it.
    """
    asked = side(statement.text, statement.language)
    supporting = [c.claim for c in stances.supporting]
    quoted = [c.claim for c in (*stances.supporting, *stances.opposing) if len(c.claim.chain) > 1]
    silences = [silence for reading in pile.readings for silence in reading.silences]
    return [
        silence
        for silence in silences
        if not _has_spoken(silence, quoted, pile.resolver) and _is_on(silence, asked, supporting, silences)
    ]


def _has_spoken(silence: Silence, quoted: Sequence[Claim], resolver: Resolver) -> bool:
    party, article = silence.party, silence.article.id
    if party is None:
        return False
    return any(c.article.id == article and resolver.same(party, c.chain[-1].source) for c in quoted)


def _is_on(silence: Silence, asked: Side, supporting: Sequence[Claim], silences: Sequence[Silence]) -> bool:
    mine = [c for c in supporting if c.article.id == silence.article.id]
    if not mine:
        return False
    matter = _matter(silence)
    if _is_on_a_charge(silence) and any(accuses(framing(claim), claim.article.language) for claim in mine):
        return True
    if matter is None:
        return _goes_with(silence, mine, silences) or _names(silence, asked, mine)
    if any(_says(claim, matter, _OF_MATTER) for claim in mine) or _names(silence, asked, mine):
        return True
    told_before = _is_in_one_paragraph(silence, mine) or any(_says(claim, matter, _TOUCHED) for claim in mine)
    return told_before and _goes_with(silence, mine, silences)


def _is_on_a_charge(silence: Silence) -> bool:
    return silence.matter is not None and _met_in(
        silence.matter.of(silence.article.text), "charges", silence.article.language
    )


def _matter(silence: Silence) -> Side | None:
    """What the silence itself says that it is on; None where it only points back: "dazu", "on the report"."""
    if silence.matter is None:
        return None
    text, language = silence.matter.of(silence.article.text), silence.article.language
    if _met_in(text, "back", language):
        return None
    told_of = side(text, language)
    units = [u for u in told_of.units if not _points(u.text, language)]
    return replace(told_of, units=tuple(units)) if units else None


def _met_in(text: str, name: str, language: str) -> bool:
    return any(re.search(p, text) for p in word_list(_FOLDER, "silences").get(f"{name}_{language}", ()))


def _is_in_one_paragraph(silence: Silence, claims: Sequence[Claim]) -> bool:
    text = silence.article.text
    return any(
        not c.headline and c.span.start < silence.span.end and "\n" not in text[c.span.end : silence.span.start]
        for c in claims
    )


def _points(text: str, language: str) -> bool:
    beginnings = word_list(_FOLDER, "silences").get(f"pointing_{language}", ())
    return all(word.lower().startswith(beginnings) or len(word) < _SHORTEST for word in words(text))


def _says(claim: Claim, matter: Side, least: float) -> bool:
    return coverage(matter, [u.weight for u in matter.units], told(claim)).own >= least


def _goes_with(silence: Silence, supporting: Sequence[Claim], silences: Sequence[Silence]) -> bool:
    others = [s.span for s in silences if s.article.id == silence.article.id]
    before = _before(silence.article, silence.span, others)
    return any(span.overlaps(c.span) for c in supporting if not c.headline for span in before)


def _before(article: Article, silence: Span, silences: Sequence[Span]) -> list[Span]:
    """The silence's own sentence, and what is told right before it: in its paragraph, or in the one that it follows."""
    spans = sentences_of(article)
    place = next((n for n, s in enumerate(spans) if s.overlaps(silence)), 0)
    found: list[Span] = []
    breaks = 0
    for n in range(place - 1, -1, -1):
        if "\n" in article.text[spans[n].end : spans[n + 1].start]:
            breaks += 1
        if len(found) == _NEAR or breaks > 1 or (breaks and found and _breaks(article, found[-1], spans[n])):
            break
        if not any(spans[n].overlaps(s) for s in silences):
            found.append(spans[n])
    return [silence, *found]


def _breaks(article: Article, one: Span, before: Span) -> bool:
    return "\n" in article.text[before.end : one.start]


def _names(silence: Silence, asked: Side, supporting: Sequence[Claim]) -> bool:
    claim = Claim(silence.article, silence.span, supporting[0].chain[:1])
    covered = coverage(asked, [u.weight for u in asked.units], told(claim))
    party = silence.party.name.split() if silence.party else ()
    # "Die Regierung von Laos schweigt": "Regierung" tells who is silent, and nothing of another government.
    called = {m.by for m in covered.meetings if m.by and m.by.kind is not UnitKind.NAME and m.by.text in party}
    own = covered.share(lambda m: 0.0 if m.by in called else m.own)
    return own >= _SAYS and covered.all >= _KNOWS
