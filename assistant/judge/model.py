"""The judge that asks a language model, kept to what the articles say: its numbers and words are checked by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.gate.locate import place
from assistant.judge.prompted import (
    REASONS,
    STANCES,
    OfStatement,
    Verdict,
    Verdicts,
    claims_at_once,
    fitting,
    has_room,
    judge_prompt,
    statements_at_once,
)
from assistant.judge.veto import vetoed
from assistant.model.asking import Ledger, Model, NoReply
from assistant.sourcing import Claim, Comparison, Judge, Stance, Statement
from index.documents import Span
from prompts.load import load

_ALL = 120  # claims of which a model with room enough is shown all: what rules find far may yet decide
_LOOKED_AT = 40  # claims that are shown at all else: those that the embedded judge finds nearest
_LOOKED_AT_BY_CLAIM = 16  # where each claim of a pile is the statement in turn
_FEW = 3  # statements, for which the whole pile is not worth showing
_SURE = 0.9  # of a model's word; the embedded judge's strength only orders claims above it
_CLEAR = 0.85  # strength of an embedded verdict from which a statement without any related claim is not believed
_CERTAIN = 0.95  # of one that supports, from which a single claim that is left out is not believed to be unrelated
_SILENT = "silent"
_OVERLOOKED, _STRANGE, _VETOED = "no_verdict", "unknown_stance", "veto"

_Pair = tuple[str, str, Span]  # a statement's words, a claim's article and place


@dataclass(frozen=True, slots=True)
class _Case:
    """A statement with its claims as the embedded judge compared them; `near`: those that the model is asked about."""

    statement: Statement
    found: tuple[Comparison, ...]
    near: tuple[Claim, ...]


class ModelJudge:
    """In a large pile, what is far from the statement by the embedded judge's measure is not asked about.

    Statements that are going to be compared with the same articles are asked about together: `prepare` them.
    """

    def __init__(self, model: Model, ledger: Ledger, fallback: Judge) -> None:
        self.name = f"{model.name} {load('judge').digest}"
        self._model, self._ledger, self._fallback = model, ledger, fallback
        self._known: dict[_Pair, Comparison] = {}
        self._embedded: dict[tuple[Statement, tuple[Claim, ...]], list[Comparison]] = {}

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        case = self._case(statement, claims)
        self._ask([case])
        self._embedded.pop((statement, tuple(claims)), None)
        return [self._known.get(_pair(statement, c.claim), c) for c in case.found]

    def prepare(self, asked: Sequence[tuple[Statement, Sequence[Claim]]]) -> None:
        """Asks about all of them in as few prompts as the model can keep count of; `compare` then has the replies."""
        many = len(asked) > _FEW
        self._ask([self._case(statement, claims, many=many) for statement, claims in asked])

    def _case(self, statement: Statement, claims: Sequence[Claim], *, many: bool = False) -> _Case:
        """One of many statements is shown the whole pile, as all of them are; where there are few, that costs more."""
        found = self._by_rules(statement, tuple(claims))
        most = _ALL if statement.claim is None else claims_at_once(self._model.window) if many else 0
        whole = has_room(self._model.window) and len(found) <= most
        near = claims if whole else [found[n].claim for n in _worth_asking(statement, found)]
        return _Case(statement, tuple(found), tuple(c for c in near if _pair(statement, c) not in self._known))

    def _by_rules(self, statement: Statement, claims: tuple[Claim, ...]) -> list[Comparison]:
        """Compared once: what is prepared is asked for soon."""
        if (statement, claims) not in self._embedded:
            self._embedded[statement, claims] = self._fallback.compare(statement, claims)
        return self._embedded[statement, claims]

    def _ask(self, cases: Sequence[_Case]) -> None:
        jobs = list(_jobs([case for case in cases if case.near], self._model.window))
        prompts = [judge_prompt([case.statement for case in group], part) for group, part in jobs]
        for (group, part), reply in zip(jobs, self._model.ask_all(prompts, Verdicts) if prompts else (), strict=True):
            if isinstance(reply, NoReply):
                self._ledger.fell_back("judge", reply)
                self._leave(group, part)
                continue
            told = {one.s: one for one in reply.statements}
            passed_over = _passed_over([(case, told.get(n)) for n, case in enumerate(group, 1)], part)
            if passed_over:
                self._ledger.fell_back("judge", NoReply(_SILENT))
                self._leave(passed_over, part)
            for n, case in enumerate(group, 1):
                if case not in passed_over:
                    self._learn(case, part, told[n])

    def _leave(self, group: Sequence[_Case], part: Sequence[Claim]) -> None:
        """To the embedded judge: what failed once is not asked again."""
        for case in group:
            self._known |= {_pair(case.statement, c.claim): c for c in case.found if c.claim in part}

    def _learn(self, case: _Case, part: Sequence[Claim], told: OfStatement) -> None:
        """What was shown for another statement of the group is judged as well, if the two were to be compared."""
        verdicts = {verdict.n: verdict for verdict in told.related}
        embedded = {c.claim: c for c in case.found}
        for number, claim in enumerate(part, 1):
            verdict = verdicts.get(number)
            if claim not in embedded:
                continue
            if claim is case.statement.claim:
                further = verdict is not None and verdict.further
                self._known[_pair(case.statement, claim)] = replace(embedded[claim], further=further)
                continue
            self._known[_pair(case.statement, claim)] = self._compared(case.statement, embedded[claim], verdict)

    def _compared(self, statement: Statement, embedded: Comparison, verdict: Verdict | None) -> Comparison:
        if verdict is None:
            return _unjudged(embedded, _OVERLOOKED) if _is_certain(embedded) else _unrelated(embedded)
        if verdict.stance not in STANCES:
            return _unjudged(embedded, _STRANGE)
        if verdict.stance == Stance.SUPPORTS and vetoed(statement, embedded):
            self._ledger.drop("stance")
            return embedded if embedded.stance is Stance.OPPOSES else _unjudged(embedded, _VETOED)
        return _believed(embedded, verdict)


def _passed_over(told: Sequence[tuple[_Case, OfStatement | None]], part: Sequence[Claim]) -> list[_Case]:
    """The statements that the model left out, or for which it names nothing where there plainly is something.

    All of them, where it names nothing for any: then it does not do this job.
    """
    empty = [case for case, one in told if not one or all(v.stance == Stance.UNRELATED for v in one.related)]
    missing = [case for case, one in told if not one]
    plain = [case for case in empty if _is_plain(case, part)]
    if plain and len(empty) == len(told):
        return empty
    return [case for case in empty if case in missing or case in plain]


def _is_plain(case: _Case, part: Sequence[Claim]) -> bool:
    shown = set(part)
    return any(
        c.stance is not Stance.UNRELATED and c.strength >= _CLEAR
        for c in case.found
        if c.claim in shown and c.claim is not case.statement.claim
    )


def _is_certain(embedded: Comparison) -> bool:
    return embedded.stance is Stance.SUPPORTS and embedded.strength >= _CERTAIN


def _jobs(cases: Sequence[_Case], window: int) -> Iterator[tuple[Sequence[_Case], list[Claim]]]:
    """Statements with the claims of one prompt: the same for all of them where they fit.

    A beginning that an endpoint has seen already is answered faster, and most charge less for it.
    """
    every = list(fitting(_near(cases), window))
    for group in _batches(cases, statements_at_once(window)):
        yield from ((group, part) for part in (every if len(every) == 1 else fitting(_near(group), window)))


def _batches(cases: Sequence[_Case], size: int) -> Iterator[Sequence[_Case]]:
    return (cases[at : at + size] for at in range(0, len(cases), size))


def _near(cases: Sequence[_Case]) -> list[Claim]:
    """What is shown: also where a statement was taken from, which may go further than its source."""
    own = (case.statement.claim for case in cases)
    return list(dict.fromkeys((*(c for case in cases for c in case.near), *(c for c in own if c))))


def _pair(statement: Statement, claim: Claim) -> _Pair:
    origin = statement.claim.article.id if statement.claim else ""
    return (f"{origin} {statement.text}", claim.article.id, claim.span)


def _worth_asking(statement: Statement, compared: Sequence[Comparison]) -> list[int]:
    """Positions of the claims that come nearest; the claim that the statement is needs no judge."""
    others = [n for n, c in enumerate(compared) if c.claim is not statement.claim and c.strength > 0]
    most = _LOOKED_AT if statement.claim is None else _LOOKED_AT_BY_CLAIM
    return sorted(others, key=lambda n: (compared[n].stance is Stance.UNRELATED, -compared[n].strength))[:most]


def _believed(embedded: Comparison, verdict: Verdict) -> Comparison:
    stance = Stance(verdict.stance)
    if stance is Stance.UNRELATED:
        return _unrelated(embedded)
    against = stance is not Stance.SUPPORTS
    reason = REASONS.get(verdict.why, "other") if against else "says"
    spans = _located(embedded.claim, verdict.words) or embedded.spans or (embedded.claim.span,)
    strength = _SURE + (1 - _SURE) * min(1.0, embedded.strength)
    return Comparison(embedded.claim, stance, reason, spans, verdict.further and not against, strength)


def _located(claim: Claim, words: str) -> tuple[Span, ...]:
    """The model's deciding words in the claim; none where it made them up."""
    span = place(words, claim.text)
    return (Span(claim.span.start + span.start, claim.span.start + span.end),) if span else ()


def _unrelated(comparison: Comparison) -> Comparison:
    return Comparison(comparison.claim, Stance.UNRELATED, "other", strength=min(comparison.strength, _SURE))


def _unjudged(comparison: Comparison, why: str) -> Comparison:
    return replace(comparison, stance=Stance.UNRELATED, reason="other", unjudged=why)
