"""How well the sentences of a reply are sourced: the claims that they quote, checked against the pile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain import Reply, Sentence
from assistant.findings.cite import claiming, claims_in
from assistant.findings.weakness import is_contested, weakest_first
from assistant.sourcing import Claim, Finding, Reader, Sourcing

_CLAIMS = 2  # of one sentence that are checked: what more it says is told by the same people, nearly always


def with_findings(reply: Reply, reader: Reader, sourcing: Sourcing) -> Reply:
    """The reply with what its citations claim, and with the findings of its sentences, the weakest first."""
    told = [_claims_of(sentence, reader) for sentence in reply.sentences]
    findings = weakest_first(sourcing(list(dict.fromkeys(claim for claims in told for claim in claims))))
    sentences = (_sourced(s, claims, findings, reader) for s, claims in zip(reply.sentences, told, strict=True))
    return replace(reply, sentences=tuple(sentences), findings=tuple(findings))


def _claims_of(sentence: Sentence, reader: Reader) -> list[Claim]:
    """The claims within the words of a sentence's first citation; further citations say the same."""
    first = sentence.citations[0]
    return claims_in(first, reader.read(first.article).claims)[:_CLAIMS]


def _sourced(sentence: Sentence, claims: Sequence[Claim], findings: Sequence[Finding], reader: Reader) -> Sentence:
    return replace(
        sentence,
        citations=tuple(claiming(c, reader.read(c.article).claims) for c in sentence.citations),
        findings=tuple(n for n, f in enumerate(findings) if _is_about(f, claims)),
    )


def _is_about(finding: Finding, claims: Sequence[Claim]) -> bool:
    """Whether it is of one of the claims, or contests what one of them supports: that is contested in other words."""
    if finding.statement.claim in claims:
        return True
    return is_contested(finding) and any(claim in finding.supporting for claim in claims)
