"""The judge that asks a language model, kept to what the articles say: its numbers and words are checked by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, Field

from assistant.judge.told import sentences_of
from assistant.judge.veto import vetoed
from assistant.model.asking import Ledger, Model, NoReply, Prompt
from assistant.model.data import clean, fence_for
from assistant.sourcing import Claim, Comparison, Judge, Stance, Statement
from index.documents import Span
from prompts.load import load

_AT_ONCE = 10  # claims in one prompt: more, and weak models lose count
_LOOKED_AT = 40  # claims that are shown at all: those that the embedded judge finds nearest
_BEFORE = 2  # sentences before a claim that are shown with it
_SURE = 0.9  # of a model's word; the embedded judge's strength only orders claims beneath it
_SILENT, _VETOED = "no_verdict", "veto"


class _Verdict(BaseModel):
    number: int
    stance: Literal["supports", "opposes", "updates", "unrelated"]
    further: bool = False
    words: str = ""


class Verdicts(BaseModel):
    verdicts: list[_Verdict] = Field(default_factory=list)


class ModelJudge:
    """What is far from the statement by the embedded judge's measure is not asked about: it is unrelated."""

    def __init__(self, model: Model, ledger: Ledger, fallback: Judge) -> None:
        self.name = f"{model.name} {load('judge').digest}"
        self._model, self._ledger, self._fallback = model, ledger, fallback

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        found = self._fallback.compare(statement, claims)
        near = _worth_asking(statement, found)
        parts = [near[n : n + _AT_ONCE] for n in range(0, len(near), _AT_ONCE)]
        prompts = [judge_prompt(statement, [claims[n] for n in part]) for part in parts]
        for part, reply in zip(parts, self._model.ask_all(prompts, Verdicts), strict=True):
            if isinstance(reply, NoReply):
                self._ledger.fell_back("judge", reply)
                continue
            for n, comparison in zip(part, self._read(statement, [found[n] for n in part], reply), strict=True):
                found[n] = comparison
        return found

    def _read(self, statement: Statement, embedded: Sequence[Comparison], reply: Verdicts) -> Iterator[Comparison]:
        verdicts = {verdict.number: verdict for verdict in reply.verdicts}
        for number, comparison in enumerate(embedded, 1):
            verdict = verdicts.get(number)
            if verdict is None:
                yield _unjudged(comparison, _SILENT)
            elif verdict.stance == "supports" and vetoed(statement, comparison):
                self._ledger.drop("stance")
                yield _unjudged(comparison, _VETOED)
            else:
                yield _compared(comparison, verdict)


def judge_prompt(statement: Statement, claims: Sequence[Claim]) -> Prompt:
    wording = load("judge")
    shown = "\n\n".join(_shown(number, claim) for number, claim in enumerate(claims, 1))
    day = statement.claim.article.day if statement.claim else None
    user = wording.user.substitute(
        statement=clean(statement.text),
        date=f" (of {day})" if day else "",
        claims=shown,
        first=1,
        last=len(claims),
        fence=fence_for(shown),
    )
    return Prompt("judge", wording.system.substitute(), user, wording.digest)


def _worth_asking(statement: Statement, compared: Sequence[Comparison]) -> list[int]:
    """Positions of the claims that come nearest, in their order; the claim that the statement is needs no judge."""
    others = [n for n, c in enumerate(compared) if c.claim is not statement.claim]
    nearest = sorted(others, key=lambda n: (compared[n].stance is Stance.UNRELATED, -compared[n].strength))
    return sorted(n for n in nearest[:_LOOKED_AT] if compared[n].strength > 0)


def _shown(number: int, claim: Claim) -> str:
    article = claim.article
    about = [f"CLAIM {number}", clean(article.publisher or "publisher unknown"), article.day or "no date"]
    lines = [", ".join(about)]
    if claim.headline:
        lines.append("(a headline)")
    elif article.headline:
        lines.append(f"headline: {clean(article.headline.of(article.text))}")
    if len(claim.chain) > 1:
        lines.append(f"said by: {clean(claim.chain[-1].source.name)}")
    if before := _before(claim):
        lines.append(f"context: {clean(before)}")
    lines.append(f"claim: {clean(claim.text)}")
    return "\n".join(lines)


def _before(claim: Claim) -> str:
    """The rest of its own sentence and what stands right before it."""
    if claim.headline:
        return ""
    spans = sentences_of(claim.article)
    first = next((n for n, s in enumerate(spans) if s.overlaps(claim.span)), 0)
    headline = claim.article.headline
    around = [s for s in spans[max(0, first - _BEFORE) : first] if not (headline and s.overlaps(headline))]
    whole = [s for s in spans if s.overlaps(claim.span) and s != claim.span]
    return " ".join(s.of(claim.article.text) for s in (*around, *whole))


def _compared(embedded: Comparison, verdict: _Verdict) -> Comparison:
    stance = Stance(verdict.stance)
    if stance is Stance.UNRELATED:
        return Comparison(embedded.claim, stance, "other", strength=min(embedded.strength, _SURE))
    against = stance in (Stance.OPPOSES, Stance.UPDATES)
    kept = embedded.reason if against and embedded.stance in (Stance.OPPOSES, Stance.UPDATES) else None
    reason = kept or ("changed" if stance is Stance.UPDATES else "denied" if against else "says")
    spans = _located(embedded.claim, verdict.words) or embedded.spans or (embedded.claim.span,)
    strength = _SURE + (1 - _SURE) * min(1.0, embedded.strength)
    return Comparison(embedded.claim, stance, reason, spans, verdict.further and not against, strength)


def _located(claim: Claim, words: str) -> tuple[Span, ...]:
    """The model's deciding words in the claim; none where it made them up."""
    at = claim.text.lower().find(words.strip().lower()) if words.strip() else -1
    return (Span(claim.span.start + at, claim.span.start + at + len(words.strip())),) if at >= 0 else ()


def _unjudged(comparison: Comparison, why: str) -> Comparison:
    return replace(comparison, stance=Stance.UNRELATED, reason="other", unjudged=why)
