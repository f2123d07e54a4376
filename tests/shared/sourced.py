"""Articles, claims and findings made by hand: who prints what, from whom, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.findings.reasons import reasons
from assistant.findings.stances import Stances
from assistant.sourcing import (
    Claim,
    Comparison,
    Finding,
    Flag,
    Link,
    Origin,
    Silence,
    Source,
    SourceKind,
    Stance,
    Standing,
    Statement,
)
from index.documents import Article, Span

HUR = Source("HUR", SourceKind.INTELLIGENCE, "hur", side="UA", aliases=("Ukraine's military intelligence", "ГУР"))
MINISTRY = Source("Ministry of Foreign Affairs", SourceKind.GOVERNMENT, "lao-mofa", side="LA")
INSIDER = Source("Insider", SourceKind.UNNAMED, "insider", named=False)


def outlet(name: str) -> Source:
    return Source(name, SourceKind.OUTLET, name.lower())


def printed(publisher: str | None, text: str, published: str | None = "2025-07-06", title: str = "") -> Article:
    whole = f"{title}\n\n{text}" if title else text
    name = (publisher or "ohne").lower().replace(" ", "-")
    head = Span(0, len(title)) if title else None
    return Article(id=name, text=whole, path=f"{name}.txt", headline=head, publisher=publisher, published=published)


def part(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def claimed(article: Article, words: str, *via: tuple[Source, str], hedges: Sequence[str] = ()) -> Claim:
    """The claim that these words make; `via`: whom the publisher has it from, each with the words that name them."""
    links = [Link(source, (part(article, named),)) for source, named in via]
    span = part(article, words)
    headline = bool(article.headline and article.headline.overlaps(span))
    publisher = Link(outlet(article.publisher or ""))
    return Claim(article, span, (publisher, *links), None, tuple(part(article, h) for h in hedges), headline)


def supports(claim: Claim, **more: object) -> Comparison:
    return Comparison(claim, Stance.SUPPORTS, "says", **more)  # type: ignore[arg-type]


def opposes(claim: Claim, reason: str = "denied", *words: str) -> Comparison:
    return Comparison(claim, Stance.OPPOSES, reason, tuple(part(claim.article, w) for w in words))


def found(
    standing: Standing,
    text: str = "Laos schickt Truppen nach Kursk.",
    *,
    supporting: Sequence[Comparison] = (),
    opposing: Sequence[Comparison] = (),
    updates: Sequence[Comparison] = (),
    origins: Sequence[Origin] = (),
    flags: Mapping[Flag, tuple[Claim | Silence, ...]] | None = None,
    nearest: Sequence[Claim] = (),
    unjudged: Sequence[Comparison] = (),
    claim: Claim | None = None,
) -> Finding:
    stances = Stances(tuple(supporting), tuple(opposing), tuple(updates))
    facing = {c.claim.chain[-1].source: c.claim for c in (*updates, *opposing)}
    against = tuple(Origin(end, False, (claim,)) for end, claim in facing.items())
    return Finding(
        Statement(text, "de", claim),
        standing,
        tuple(flags or ()),
        len(origins),
        tuple(origins),
        tuple(c.claim for c in supporting),
        tuple(c.claim for c in opposing),
        tuple(c.claim for c in updates),
        tuple(nearest),
        reasons(standing, flags or {}, stances, origins, against),
        tuple(unjudged),
        against,
    )


PODIL = printed(
    "The Podil Courier",
    "Laos has offered Russia as many as 50 army engineers, HUR said on Sunday.\n\n"
    "The Lao embassy in Moscow did not reply to a request for comment.",
)
WEITBLICK = printed(
    "Weitblick Online",
    "Laut Podil Courier, der sich auf HUR beruft, soll Laos rund 50 Pioniere angeboten haben.",
    "2025-07-08T11:20",
    title="Truppen aus Laos für Putins Krieg",
)
MEKONG = printed(
    "The Mekong Observer", "Laos denied the plan, the Ministry of Foreign Affairs said on Monday.", "2025-07-14"
)
OFFER = claimed(PODIL, "Laos has offered Russia as many as 50 army engineers, HUR said on Sunday.", (HUR, "HUR"))
RELAYED = claimed(
    WEITBLICK,
    "Laut Podil Courier, der sich auf HUR beruft, soll Laos rund 50 Pioniere angeboten haben.",
    (outlet("The Podil Courier"), "Podil Courier"),
    (HUR, "HUR"),
    hedges=["soll"],
)
TROOPS = claimed(WEITBLICK, "Truppen aus Laos für Putins Krieg")
DENIAL = claimed(
    MEKONG,
    "Laos denied the plan, the Ministry of Foreign Affairs said on Monday.",
    (MINISTRY, "Ministry of Foreign Affairs"),
)
SILENCE = Silence(
    PODIL,
    part(PODIL, "The Lao embassy in Moscow did not reply to a request for comment."),
    Source("Lao embassy in Moscow", SourceKind.GOVERNMENT, "lao-embassy"),
)


def disputed() -> Finding:
    """The case that the project started from: one origin, a party, relayed, hedged, overstated, denied."""
    return found(
        Standing.DISPUTED,
        supporting=[
            supports(RELAYED),
            supports(OFFER),
            supports(TROOPS, further=True, spans=(part(WEITBLICK, "Truppen"),)),
        ],
        opposing=[opposes(DENIAL)],
        origins=[Origin(HUR, True, (RELAYED, OFFER, TROOPS))],
        flags={
            Flag.INTERESTED_PARTY: (OFFER, RELAYED),
            Flag.HEDGED: (RELAYED,),
            Flag.UNANSWERED: (SILENCE,),
            Flag.OVERSTATED: (TROOPS,),
        },
    )
