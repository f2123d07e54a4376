"""How well the sentences of a reply are sourced: the claims that they quote, checked against the pile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.domain import Reply, Sentence
from assistant.findings.cite import claiming, claims_in
from assistant.findings.find import Pile, finding
from assistant.findings.narrow import likest
from assistant.findings.weakness import weakest_first
from assistant.sourcing import Claim, Finding, Judge, Reader, Statement

_COMPARED = 20  # claims for each statement: a reader waits for an answer
_CLAIMS = 2  # of one sentence that are checked: what more it says is told by the same people, nearly always


def with_findings(reply: Reply, reader: Reader, judge: Judge, pile: Callable[[Statement], Pile]) -> Reply:
    """The reply with what its citations claim, and with the findings of its sentences, the weakest first.

    `pile` gives what a statement is compared with.
    """
    told = [_claims_of(sentence, reader) for sentence in reply.sentences]
    statements = [_statement(claim) for claim in dict.fromkeys(claim for claims in told for claim in claims)]
    checked = [_finding(statement, pile(statement), judge) for statement in statements]
    # What we quote is supported by that quote at least; where the judge does not see even that, it tells nothing.
    findings = weakest_first(f for f in checked if f.supporting)
    sentences = (_sourced(s, claims, findings, reader) for s, claims in zip(reply.sentences, told, strict=True))
    return replace(reply, sentences=tuple(sentences), findings=tuple(findings))


def _finding(statement: Statement, pile: Pile, judge: Judge) -> Finding:
    return finding(statement, pile, judge, likest(statement, pile.claims, _COMPARED))


def _statement(claim: Claim) -> Statement:
    return Statement(claim.text, claim.article.language, claim)


def _claims_of(sentence: Sentence, reader: Reader) -> list[Claim]:
    """The claims within the words of a sentence's first citation; further citations say the same."""
    first = sentence.citations[0]
    return claims_in(first, reader.read(first.article).claims)[:_CLAIMS]


def _sourced(sentence: Sentence, claims: Sequence[Claim], findings: Sequence[Finding], reader: Reader) -> Sentence:
    return replace(
        sentence,
        citations=tuple(claiming(c, reader.read(c.article).claims) for c in sentence.citations),
        findings=tuple(n for n, f in enumerate(findings) if f.statement.claim in claims),
    )
