"""Findings, citations and chains as JSON: FINDING and CITATION of docs/json.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.domain import Citation
from assistant.findings.cite import cite_all
from assistant.findings.credibility import misp_tag
from assistant.show.reasons import reason_text
from assistant.show.say import Say
from assistant.sourcing import Attribution, Claim, Finding, Link, Origin, Silence
from index.documents import Article, Span

Json = Mapping[str, object]


def finding_json(finding: Finding, say: Say) -> Json:
    """The texts of `reasons` are in the interface's language; all else is the same in every language."""

    def cited(items: Iterable[Claim | Silence]) -> list[Json]:
        return [citation_json(citation) for citation in cite_all(finding, items)]

    return {
        "claim": finding.statement.text,
        "standing": str(finding.standing),
        "flags": [str(flag) for flag in finding.flags],
        "independent_origins": finding.independent_origins,
        "credibility": misp_tag(finding),
        "origins": [_origin(origin) for origin in finding.origins],
        "supporting": cited(finding.supporting),
        "opposing": cited(finding.opposing),
        "updates": cited(finding.updates),
        "nearest": cited(finding.nearest),
        "reasons": {
            name: {"text": reason_text(finding, name, say), "evidence": cited(reason.evidence)}
            for name, reason in finding.reasons.items()
        },
        "unjudged": [{"article": c.claim.article.id, "why": c.unjudged} for c in finding.unjudged],
    }


def citation_json(citation: Citation) -> Json:
    """`chain` and `attribution` are null where it was not read who says it to whom."""
    claim, article = citation.claim, citation.article
    return {
        "article": article.id,
        "path": article.path,
        "publisher": article.publisher,
        "published": article.published,
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
        "chain": _chain(claim, citation.onward) if claim else None,
        "attribution": _attribution(claim.attribution, article) if claim and claim.attribution else None,
        "hedged": citation.hedged,
    }


def claim_json(citation: Citation) -> Json:
    """A claim of `secondsource claims`: its text is the quote on one line."""
    headline = bool(citation.claim and citation.claim.headline)
    return {"text": " ".join(citation.quote.split()), "headline": headline, **citation_json(citation)}


def silence_json(silence: Silence) -> Json:
    party = _source(silence.party.name, str(silence.party.kind)) if silence.party else None
    return {"party": party, **citation_json(Citation(silence.article, silence.span))}


def _source(name: str, kind: str) -> Json:
    return {"name": name, "kind": kind}


def _origin(origin: Origin) -> Json:
    source = origin.source
    return {
        **_source(source.name, str(source.kind)),
        "aliases": list(source.aliases),
        "named": source.named,
        "party": origin.party,
    }


def _chain(claim: Claim, onward: Sequence[Link]) -> list[Json]:
    """Stations that only other articles know have no spans: none of this article's words name them."""
    own = [{**_link(link), "spans": _spans(link.spans, claim.article)} for link in claim.chain]
    return [*own, *({**_link(link), "spans": []} for link in onward)]


def _link(link: Link) -> Json:
    return _source(link.source.name, str(link.source.kind))


def _attribution(attribution: Attribution, article: Article) -> Json:
    return {
        "cue": _spans(attribution.cue, article),
        "source": _spans(attribution.source, article),
        "content": _spans(attribution.content, article),
        "type": str(attribution.type),
    }


def _spans(spans: Iterable[Span], article: Article) -> list[Json]:
    return [{"text": span.of(article.text), "start": span.start, "end": span.end} for span in spans]
