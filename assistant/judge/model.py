"""The judge that asks a language model, kept to what the articles say: its numbers and words are checked by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from assistant.gate.locate import place
from assistant.judge.excerpt import excerpts
from assistant.judge.veto import vetoed
from assistant.model.asking import Ledger, Model, NoReply, Prompt
from assistant.model.data import clean, fence_for
from assistant.sourcing import Claim, Comparison, Judge, Stance, Statement
from index.documents import Span
from index.tokens import count_tokens
from prompts.load import load

_AT_ONCE = 12  # claims in one prompt: more, and weak models lose count
_LOOKED_AT = 40  # claims that are shown at all: those that the embedded judge finds nearest
_LOOKED_AT_BY_CLAIM = 16  # where each claim of a pile is the statement in turn
_SHARE = 0.35  # of the window, for articles: the wording takes some 700 tokens, the reply about as much as the claims
_SURE = 0.9  # of a model's word; the embedded judge's strength only orders claims above it
_SILENT, _STRANGE, _VETOED = "no_verdict", "unknown_stance", "veto"
_STANCES = tuple(stance.value for stance in Stance)
# What the embedded judge calls the ways in which a claim goes against a statement.
_REASONS = {
    **{"number": "number", "day": "date", "who": "actor"},
    **{"denied": "denied", "opposite": "negated", "changed": "changed"},
}


def _plain(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _one_of(*words: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(words)})


class _Verdict(BaseModel):
    """Labels are checked afterwards, so that one odd label does not cost the others."""

    n: int
    stance: Annotated[str, BeforeValidator(_plain), _one_of(*_STANCES)]
    why: Annotated[str, BeforeValidator(_plain), _one_of(*_REASONS, "other", "")] = ""
    further: bool = False
    words: str = ""


class Verdicts(BaseModel):
    verdicts: list[_Verdict] = Field(default_factory=list)


class ModelJudge:
    """What is far from the statement by the embedded judge's measure is not asked about: it is unrelated.

    Of a user's statement each article is asked about alone, so that nothing in one can sway what is said of another.
    """

    def __init__(self, model: Model, ledger: Ledger, fallback: Judge) -> None:
        self.name = f"{model.name} {load('judge').digest}"
        self._model, self._ledger, self._fallback = model, ledger, fallback

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        found = self._fallback.compare(statement, claims)
        parts = self._parts(statement, found)
        prompts = [judge_prompt(statement, [claims[n] for n in part]) for part in parts]
        for part, reply in zip(parts, self._model.ask_all(prompts, Verdicts) if prompts else (), strict=True):
            if isinstance(reply, NoReply):
                self._ledger.fell_back("judge", reply)
                continue
            for n, comparison in zip(part, self._read(statement, [found[n] for n in part], reply), strict=True):
                found[n] = comparison
        return found

    def _parts(self, statement: Statement, found: Sequence[Comparison]) -> list[list[int]]:
        """Positions of the claims for each prompt, claims of one article together."""
        near = sorted(_worth_asking(statement, found), key=lambda n: (found[n].claim.article.id, n))
        apart = statement.claim is None
        groups = [list(group) for _, group in groupby(near, key=lambda n: found[n].claim.article.id if apart else "")]
        room = int(self._model.window * _SHARE)
        return [part for group in groups for part in _fitting(group, found, room)]

    def _read(self, statement: Statement, embedded: Sequence[Comparison], reply: Verdicts) -> Iterator[Comparison]:
        verdicts = {verdict.n: verdict for verdict in reply.verdicts}
        for number, comparison in enumerate(embedded, 1):
            yield self._compared(statement, comparison, verdicts.get(number))

    def _compared(self, statement: Statement, embedded: Comparison, verdict: _Verdict | None) -> Comparison:
        if verdict is None or verdict.stance not in _STANCES:
            return _unjudged(embedded, _STRANGE if verdict else _SILENT)
        if verdict.stance == Stance.SUPPORTS and vetoed(statement, embedded):
            self._ledger.drop("stance")
            return embedded if embedded.stance is Stance.OPPOSES else _unjudged(embedded, _VETOED)
        return _believed(embedded, verdict)


def judge_prompt(statement: Statement, claims: Sequence[Claim]) -> Prompt:
    wording = load("judge")
    shown = excerpts(dict(enumerate(claims, 1)))
    day = statement.claim.article.day if statement.claim else None
    user = wording.user.substitute(
        statement=clean(statement.text) + (f" (of {day})" if day else ""),
        excerpts=shown,
        first=1,
        last=len(claims),
        fence=fence_for(shown),
    )
    return Prompt("judge", wording.system.substitute(), user, wording.digest)


def _worth_asking(statement: Statement, compared: Sequence[Comparison]) -> list[int]:
    """Positions of the claims that come nearest; the claim that the statement is needs no judge."""
    others = [n for n, c in enumerate(compared) if c.claim is not statement.claim and c.strength > 0]
    most = _LOOKED_AT if statement.claim is None else _LOOKED_AT_BY_CLAIM
    return sorted(others, key=lambda n: (compared[n].stance is Stance.UNRELATED, -compared[n].strength))[:most]


def _fitting(group: Sequence[int], found: Sequence[Comparison], room: int) -> Iterator[list[int]]:
    """The group in parts that a prompt has room for: so many claims, and so many tokens."""
    part: list[int] = []
    for n in group:
        longer = [*part, n]
        if part and (len(part) >= _AT_ONCE or _tokens([found[m].claim for m in longer]) > room):
            yield part
            longer = [n]
        part = longer
    if part:
        yield part


def _tokens(claims: Sequence[Claim]) -> int:
    return count_tokens(excerpts(dict(enumerate(claims, 1))))


def _believed(embedded: Comparison, verdict: _Verdict) -> Comparison:
    stance = Stance(verdict.stance)
    if stance is Stance.UNRELATED:
        return Comparison(embedded.claim, stance, "other", strength=min(embedded.strength, _SURE))
    against = stance is not Stance.SUPPORTS
    reason = _REASONS.get(verdict.why, "other") if against else "says"
    spans = _located(embedded.claim, verdict.words) or embedded.spans or (embedded.claim.span,)
    strength = _SURE + (1 - _SURE) * min(1.0, embedded.strength)
    return Comparison(embedded.claim, stance, reason, spans, verdict.further and not against, strength)


def _located(claim: Claim, words: str) -> tuple[Span, ...]:
    """The model's deciding words in the claim; none where it made them up."""
    span = place(words, claim.text)
    return (Span(claim.span.start + span.start, claim.span.start + span.end),) if span else ()


def _unjudged(comparison: Comparison, why: str) -> Comparison:
    return replace(comparison, stance=Stance.UNRELATED, reason="other", unjudged=why)
