"""A reading as bytes, to be kept with its article: compact JSON, every source once, spans as pairs of numbers.

With it goes what else is asked of each article that a question finds, and takes its time: where its sentences are,
where it addresses a machine, and what it speaks of, as this lexicon finds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import starmap
from typing import Any, NamedTuple

from assistant.judge.glance import Spoken
from assistant.sourcing import Attribution, Claim, Link, QuoteType, Reading, Silence, Source, SourceKind
from index.documents import Article, Span
from index.lexicon.compiled import digest

VERSION = 8  # of what is read, and of what is seen besides


class Seen(NamedTuple):
    """`spoken` is None where it was found with another lexicon."""

    sentences: tuple[Span, ...]
    orders: tuple[Span, ...]
    spoken: Spoken | None


def to_bytes(reading: Reading, seen: Seen | None = None) -> bytes:
    sources: dict[Source, int] = {}
    claims = [_claim(c, sources) for c in reading.claims]
    silences = [_silence(s, sources) for s in reading.silences]
    listed = [[s.name, s.kind.value, s.key, s.named, s.side, list(s.aliases)] for s in sources]
    content = {"version": VERSION, "sources": listed, "claims": claims, "silences": silences}
    if seen:
        content |= {"sentences": _flat(seen.sentences), "orders": _flat(seen.orders)}
        content["spoken"] = {"lexicon": digest(), "names": seen.spoken}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes, article: Article) -> tuple[Reading, Seen | None]:
    """What is seen is None where it was not kept.

    Raises ValueError for bytes that are no reading of this version.
    """
    try:
        content = json.loads(data)
    except ValueError as error:
        raise ValueError(f"no reading: {error}") from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise ValueError("no reading, or one of another version")
    try:
        sources = [
            Source(n, SourceKind(k), key, named, side, tuple(a)) for n, k, key, named, side, a in content["sources"]
        ]
        claims = tuple(_claim_of(c, sources, article) for c in content["claims"])
        reading = Reading(claims, tuple(_silence_of(s, sources, article) for s in content["silences"]))
        return reading, _seen_of(content) if "spoken" in content else None
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ValueError(f"no reading: {error}") from error


def _claim(claim: Claim, sources: dict[Source, int]) -> list[Any]:
    chain = [[_number(link.source, sources), *_flat(link.spans)] for link in claim.chain]
    return [*_flat([claim.span]), chain, _attribution(claim.attribution), _flat(claim.hedges), int(claim.headline)]


def _silence(silence: Silence, sources: dict[Source, int]) -> list[Any]:
    party = -1 if silence.party is None else _number(silence.party, sources)
    return [*_flat([silence.span]), party, _flat([silence.matter] if silence.matter else [])]


def _attribution(attribution: Attribution | None) -> list[Any]:
    if attribution is None:
        return []
    parts = (attribution.cue, attribution.source, attribution.content, attribution.frame, attribution.addressee)
    return [attribution.type.value, *map(_flat, parts)]


def _number(source: Source, sources: dict[Source, int]) -> int:
    return sources.setdefault(source, len(sources))


def _flat(spans: Iterable[Span]) -> list[int]:
    return [offset for span in spans for offset in (span.start, span.end)]


def _claim_of(row: Sequence[Any], sources: Sequence[Source], article: Article) -> Claim:
    start, end, chain, attribution, hedges, headline = row
    links = tuple(Link(sources[number], _spans(flat)) for number, *flat in chain)
    return Claim(article, Span(start, end), links, _attribution_of(attribution), _spans(hedges), bool(headline))


def _silence_of(row: Sequence[Any], sources: Sequence[Source], article: Article) -> Silence:
    start, end, party, matter = row
    about = _spans(matter)
    return Silence(article, Span(start, end), sources[party] if party >= 0 else None, about[0] if about else None)


def _attribution_of(row: Sequence[Any]) -> Attribution | None:
    if not row:
        return None
    kind, cue, source, content, frame, addressee = row
    return Attribution(_spans(cue), _spans(source), _spans(content), QuoteType(kind), _spans(frame), _spans(addressee))


def _seen_of(content: Mapping[str, Any]) -> Seen:
    kept = content["spoken"]
    known = kept["names"] and kept["lexicon"] == digest()
    spoken = Spoken(*map(tuple, kept["names"])) if known else None
    return Seen(_spans(content["sentences"]), _spans(content["orders"]), spoken)


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(starmap(Span, zip(flat[::2], flat[1::2], strict=True))) if flat else ()
