"""Why a standing or a flag holds: the message, what it names, and the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from assistant.findings.stances import Stances
from assistant.sourcing import Claim, Comparison, Flag, Origin, Reason, Silence, SourceKind, Standing
from index.documents import Span
from index.terms import stop_words

Held = Sequence[Claim | Silence]
Values = dict[str, str | int | tuple[str, ...]]

_NEXT_WORD = re.compile(r"[ \xa0]([^\W\d_]+)")


def reasons(
    found: Standing,
    raised: Mapping[Flag, tuple[Claim | Silence, ...]],
    stances: Stances,
    origins: Sequence[Origin],
    facing: Sequence[Origin],
) -> dict[str, Reason]:
    """One reason for each flag, by its value, and one for "standing". `facing`: the origins of the other side."""
    told = {
        flag.value: Reason(flag.value, _of_flag(flag, held, stances, origins), held) for flag, held in raised.items()
    }
    return {"standing": _of_standing(found, stances, origins, facing), **told}


def _of_standing(found: Standing, stances: Stances, origins: Sequence[Origin], facing: Sequence[Origin]) -> Reason:
    against = (*stances.updates, *stances.opposing)
    deciding = against[0] if against else None
    supporting = [c.claim for c in stances.supporting]
    values: Values = {
        "origins": _names(origins),
        "articles": _articles(supporting),
        "publisher": _publisher(supporting[0]) if supporting else "",
        "others": _names(facing),
        "other_articles": _articles([c.claim for c in against]),
    }
    if deciding:
        values |= {"other_publisher": _publisher(deciding.claim), "words": _figure(deciding)}
        values |= {"day": deciding.claim.article.published or "", "before": _newest(supporting)}
    evidence = tuple(c.claim for c in (*stances.supporting, *against))
    return Reason(_key(found, supporting, deciding), values, evidence)


def _key(found: Standing, supporting: Sequence[Claim], deciding: Comparison | None) -> str:
    """The message: more than the standing where there is more to tell."""
    if found is Standing.SINGLE_SOURCE and all(len(c.chain) == 1 for c in supporting):
        return f"{found}_own"
    if found in (Standing.SUPERSEDED, Standing.CONTRADICTED) and deciding and deciding.reason == "number":
        return f"{found}_number"
    return found.value


def _of_flag(flag: Flag, held: Held, stances: Stances, origins: Sequence[Origin]) -> Values:
    claims = [h for h in held if isinstance(h, Claim)]
    match flag:
        case Flag.SECOND_HAND:
            return _columns(("publisher", "source"), (pair for c in claims for pair in _relays(c)))
        case Flag.HEDGED:
            return _columns(("words", "publisher"), ((_hedges(c), _publisher(c)) for c in claims))
        case Flag.UNANSWERED:
            silences = (h for h in held if isinstance(h, Silence))
            return _columns(
                ("party", "publisher"), ((s.party.name if s.party else "", _publisher(s)) for s in silences)
            )
        case Flag.OVERSTATED:
            further = [c for c in stances.supporting if c.further]
            return _columns(("words", "publisher", "than"), (_further(c, stances) for c in further))
        case _:
            return {"origins": _names(origins)}


def _columns(names: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Values:
    """Rows, each told once, as one tuple a name."""
    kept = list(dict.fromkeys(rows))
    return {name: tuple(row[n] for row in kept) for n, name in enumerate(names)}


def _relays(claim: Claim) -> list[tuple[str, str]]:
    """Who has it from which other outlet, along the chain."""
    names = [_publisher(claim), *(link.source.name for link in claim.chain[1:])]
    outlets = [link.source.kind is SourceKind.OUTLET for link in claim.chain]
    return [pair for pair, is_outlet in zip(pairwise(names), outlets[1:], strict=True) if is_outlet]


def _hedges(claim: Claim) -> str:
    return " … ".join(dict.fromkeys(span.of(claim.article.text) for span in claim.hedges))


def _further(comparison: Comparison, stances: Stances) -> tuple[str, str, str]:
    """The words that go further, who prints them, and the words that they go further than (if known)."""
    claim = comparison.claim
    own = [s for s in comparison.spans if s.overlaps(claim.span)]
    beyond = [s for s in comparison.spans if not s.overlaps(claim.span)]
    words = " … ".join(s.of(claim.article.text) for s in own) or claim.text
    milder = " … ".join(s.of(claim.article.text) for s in beyond) or _milder(claim, stances)
    return words, _publisher(claim), milder


def _milder(claim: Claim, stances: Stances) -> str:
    """What the same article's text says, or another article that has it from the same source."""
    calm = [c.claim for c in stances.supporting if not c.further]
    same = [c for c in calm if c.article.id == claim.article.id and not c.headline]
    kin = [c for c in calm if c.chain[-1].source.key == claim.chain[-1].source.key]
    return next((c.text for c in (*same, *kin)), "")


def _figure(comparison: Comparison) -> str:
    """The words that decided; a figure with the word that it counts."""
    if not comparison.spans:
        return ""
    article, span = comparison.claim.article, comparison.spans[0]
    after = _NEXT_WORD.match(article.text, span.end)
    if comparison.reason == "number" and after and after[1].lower() not in stop_words(article.language):
        span = Span(span.start, after.end())
    return span.of(article.text)


def _newest(claims: Sequence[Claim]) -> str:
    return max((c.article.published or "" for c in claims), default="")


def _articles(claims: Sequence[Claim]) -> int:
    return len({c.article.id for c in claims})


def _names(origins: Sequence[Origin]) -> tuple[str, ...]:
    return tuple(o.source.name for o in origins)


def _publisher(item: Claim | Silence) -> str:
    """Where nobody is known to have printed it, the file tells articles apart."""
    return item.article.publisher or item.article.path.rsplit("/", 1)[-1].removeprefix("-")
