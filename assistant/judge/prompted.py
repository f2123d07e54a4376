"""What a model is asked about statements and claims, and what its reply is read with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from assistant.judge.excerpt import excerpts
from assistant.model.asking import Prompt
from assistant.model.data import clean, fence_for
from assistant.sourcing import Claim, Stance, Statement
from index.tokens import count_tokens
from prompts.load import load

_SHARE = 0.35  # of the window, for articles: the wording takes some 800 tokens, the reply much less than the claims
# From so many tokens of window on, a model can be trusted to keep count of so many claims and statements in one prompt.
_COUNTS = ((60_000, 120, 16), (16_000, 60, 8), (0, 12, 2))
_REPEATED = 2  # statements that stand before the articles too: a weak model reads with them in mind

STANCES = (Stance.SUPPORTS.value, Stance.OPPOSES.value, Stance.UPDATES.value, Stance.UNRELATED.value)
# What the embedded judge calls the ways in which a claim goes against a statement.
REASONS = {
    **{"number": "number", "day": "date", "who": "actor"},
    **{"denied": "denied", "opposite": "negated", "changed": "changed"},
}


def _plain(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _one_of(*words: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(words)})


class Verdict(BaseModel):
    """Labels are checked afterwards, so that one odd label does not cost the others."""

    n: int
    stance: Annotated[str, BeforeValidator(_plain), _one_of(*STANCES)]
    why: Annotated[str, BeforeValidator(_plain), _one_of(*REASONS, "other", "")] = ""
    further: bool = False
    words: str = ""


class OfStatement(BaseModel):
    """Claims that are not listed are unrelated; a statement without an entry was passed over."""

    s: int
    related: list[Verdict] = Field(default_factory=list)


class Verdicts(BaseModel):
    statements: list[OfStatement] = Field(default_factory=list)


def judge_prompt(statements: Sequence[Statement], claims: Sequence[Claim]) -> Prompt:
    """Both are numbered from 1 on, in their order."""
    wording = load("judge")
    shown = excerpts(dict(enumerate(claims, 1)))
    numbers = {claim: number for number, claim in enumerate(claims, 1)}
    told = "\n".join(_told(n, statement, numbers) for n, statement in enumerate(statements, 1))
    every = "statement 1" if len(statements) == 1 else f"each of the statements 1 to {len(statements)}"
    before = told if len(statements) <= _REPEATED else "The statements come after the articles."
    user = wording.user.substitute(
        before=before, statements=told, excerpts=shown, all=every, fence=fence_for(told + shown)
    )
    return Prompt("judge", wording.system.substitute(), user, wording.digest)


def _told(number: int, statement: Statement, numbers: Mapping[Claim, int]) -> str:
    claim = statement.claim
    own = numbers.get(claim) if claim else None
    day = claim.article.day if claim else None
    whence = ", ".join(filter(None, (f"taken from [{own}]" if own else "", f"of {day}" if day else "")))
    return f"STATEMENT {number}{f' ({whence})' if whence else ''}: {clean(statement.text)}"


def has_room(window: int) -> bool:
    return claims_at_once(window) > _COUNTS[-1][1]


def claims_at_once(window: int) -> int:
    return next(claims for least, claims, _ in _COUNTS if window > least)


def statements_at_once(window: int) -> int:
    return next(statements for least, _, statements in _COUNTS if window > least)


def fitting(claims: Sequence[Claim], window: int) -> Iterator[list[Claim]]:
    """Claims in parts that a prompt has room for: so many, and so many tokens; an article is cut only if it must be."""
    most, room = claims_at_once(window), int(window * _SHARE)
    part: list[Claim] = []
    for group in _by_article(claims):
        if part and not _fits([*part, *group], most, room):
            yield part
            part = []
        for claim in group:
            if part and not _fits([*part, claim], most, room):
                yield part
                part = []
            part.append(claim)
    if part:
        yield part


def _fits(claims: Sequence[Claim], most: int, room: int) -> bool:
    return len(claims) <= most and count_tokens(excerpts(dict(enumerate(claims, 1)))) <= room


def _by_article(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The oldest article first, so that what came later reads as later."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.article.published or "", claim.article.id), []).append(claim)
    return [sorted(group, key=lambda claim: claim.span) for _, group in sorted(found.items())]
