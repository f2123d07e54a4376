"""What a model is told beside a passage: who says a claim, with what reservation, and how well it is sourced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.findings.weakness import is_notable
from assistant.model.data import clean
from assistant.sourcing import Claim, Finding, Flag, Silence, Standing
from index.terms import words

_BEGINNING = 6  # words of a claim that tell which one is meant
_NAMES = 3  # sources of one claim that are named
_AGAINST = 2  # claims against one that are shown
_LONGEST = 160  # characters of what is shown of another article

PASSAGE = "PASSAGE"
Placed = Callable[[Claim | Silence], str]  # where it stands, for the model: "PASSAGE 3", or its publisher


def note(claim: Claim, finding: Finding | None, placed: Placed) -> str:
    """One line; empty where the article says it plainly itself and nothing is to be told of its sourcing."""
    told = [*_said_by(claim), *(_sourcing(finding, placed) if finding and _is_told(finding) else ())]
    return f'- "{_beginning(clean(claim.text))}": {"; ".join(told)}' if told else ""


def _is_told(finding: Finding) -> bool:
    """What one article says by itself is the usual case, and need not be told of each sentence."""
    return is_notable(finding) or finding.standing is Standing.CORROBORATED


def _said_by(claim: Claim) -> Iterator[str]:
    if len(claim.chain) > 1:
        origin, *through = [clean(link.source.name) for link in reversed(claim.chain[1:])]
        yield f"said by {origin}" + (f", as reported by {', '.join(through)}" if through else "")
    if claim.hedges:
        yield "with reservation: " + ", ".join(f'"{clean(h.of(claim.article.text))}"' for h in claim.hedges)


def _sourcing(finding: Finding, placed: Placed) -> Iterator[str]:
    origins = ", ".join(clean(o.source.name) for o in finding.origins[:_NAMES])
    articles = len({c.article.id for c in finding.supporting})
    match finding.standing:
        case Standing.CORROBORATED:
            yield f"{finding.independent_origins} independent sources: {origins}"
        case Standing.SINGLE_ORIGIN:
            yield f"{articles} articles have it, all from one source: {origins}"
        case Standing.SINGLE_SOURCE:
            yield "only one source"
        case Standing.SUPERSEDED:
            yield from (f"NEWER: {_shown(c, placed)}" for c in finding.updates[:_AGAINST])
        case _:
            yield from (f"DISPUTED BY: {_shown(c, placed)}" for c in finding.opposing[:_AGAINST])
    yield from filter(None, (_flag(flag, finding, placed) for flag in finding.flags))


def _shown(claim: Claim, placed: Placed) -> str:
    where, text = placed(claim), clean(claim.text)
    told = _beginning(text) if where.startswith(PASSAGE) else _short(text)
    return f'{where}, {claim.article.day or "no date"}, "{told}"'


def _beginning(text: str) -> str:
    """Of what the model can read in full."""
    return f"{' '.join(text.split()[:_BEGINNING])} ..."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."


def _flag(flag: Flag, finding: Finding, placed: Placed) -> str:
    reason = finding.reasons[flag.value]
    values = reason.values
    match flag:
        case Flag.SECOND_HAND:
            return "second hand"
        case Flag.INTERESTED_PARTY:
            return f"{_named(values.get('origins'))} is a party to the matter"
        case Flag.UNNAMED_SOURCE:
            return "the source is unnamed"
        case Flag.UNANSWERED:
            return f"{_named(values.get('party'))} has not commented ({placed(reason.evidence[-1])})"
        case Flag.OVERSTATED:
            whose = placed(reason.evidence[0])
            return f"the wording {_quoted(values.get('words'))} ({whose}) goes further than its source"
        case _:
            return ""  # the reservation itself is told with the claim


def _named(value: str | int | Sequence[str] | None) -> str:
    names = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
    return ", ".join(dict.fromkeys(clean(n) for n in names if words(n))) or "the party concerned"


def _quoted(value: str | int | Sequence[str] | None) -> str:
    return f'"{_named(value)}"'
