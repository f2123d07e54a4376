"""Whether a drafted sentence tells of the same act as its quotes: who did it to whom, whether it was done, who died."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from assistant.cues import find, is_hedged
from assistant.domain import Citation, Fault, FaultKind
from assistant.gate.clauses import clauses
from assistant.gate.numbers import numbers
from assistant.gate.reservation import Drafted, Quoted
from assistant.judge.match import meets
from assistant.judge.sides import Side, side
from assistant.judge.unit import Unit, UnitKind
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Span

_GRAVE = frozenset({"dying"})  # kinds of acts that nobody may be told of whose quotes have none of the kind
_UNDONE = frozenset({"weighed", "planned"})  # what the judge calls a step that is only considered or meant
_SAID = 0.6  # of the drafted sentence, that a quoted one must say for its being only a plan to count
_INITIALS = ("as:", "al:")  # an acronym's, and of words that one may stand for
_PREPOSITION = re.compile(r"\b([^\W\d_]+)\s+(?:[^\W\d_]+\s+){0,2}\Z")


def check_acts(drafted: Drafted, citations: Sequence[Citation], context: Sequence[Sequence[Quoted]]) -> list[Fault]:
    quoted = [quote for quotes in context for quote in quotes]
    found = (
        _swapped(drafted, quoted),
        _figures_swapped(drafted, citations),
        _grave(drafted, quoted),
        _excepted(drafted, quoted),
        _admitted(drafted, quoted),
        _undone(drafted, citations),
    )
    return [fault for fault in found if fault]


def _grave(drafted: Drafted, quoted: Sequence[Quoted]) -> Fault | None:
    """ "Four were killed", where the quotes know of four that were hurt."""
    told = {kind for quote in quoted for unit in side(quote.text, quote.language).units for kind in unit.kinds}
    for unit in side(drafted.text, drafted.language).units:
        if unit.is_act and unit.kinds & _GRAVE and not unit.kinds & _GRAVE & told:
            return Fault(FaultKind.ROLE, drafted.text, f"“{unit.text}”")
    return None


def _excepted(drafted: Drafted, quoted: Sequence[Quoted]) -> Fault | None:
    """ "No state but Russia", where the quotes make no exception."""
    cues = find("exceptions", drafted.text, drafted.language)
    if not cues or any(find("exceptions", quote.text, quote.language) for quote in quoted):
        return None
    return Fault(FaultKind.NEGATION, drafted.text, f"“{cues[0].text}”")


def _admitted(drafted: Drafted, quoted: Sequence[Quoted]) -> Fault | None:
    """Somebody of whom no quote speaks is told to admit what none tells anybody to admit."""
    cue = next((c.span for c in find("admits", drafted.text, drafted.language)), None)
    if cue is None or any(find("admits", quote.text, quote.language) for quote in quoted):
        return None
    who = [u for u in side(drafted.text, drafted.language).units if u.span < cue and not u.day]
    spoken_of = [u for quote in quoted for u in side(quote.text, quote.language).units]
    return None if meets(who, spoken_of) else Fault(FaultKind.ROLE, drafted.text, f"“{cue.of(drafted.text)}”")


def _undone(drafted: Drafted, citations: Sequence[Citation]) -> Fault | None:
    """A step told as taken that every quote tells as considered or meant."""
    from assistant.judge.features import compared

    asked = side(drafted.text, drafted.language)
    if asked.planned or asked.weighed or is_hedged(drafted.text, drafted.language):
        return None
    rows = compared(asked, [_as_claim(citation) for citation in citations])
    if all(row.covered.own >= _SAID and any(c.reason in _UNDONE for c in row.against) for row in rows):
        return Fault(FaultKind.RESERVATION, drafted.text, f"“{rows[0].claim.claim.text}”")
    return None


def _as_claim(citation: Citation) -> Claim:
    publisher = citation.article.publisher or citation.article.path
    return Claim(citation.article, citation.span, (Link(Source(publisher, SourceKind.OUTLET, publisher)),))


def _swapped(drafted: Drafted, quoted: Sequence[Quoted]) -> Fault | None:
    """Two that have changed places: "Laos to Russia" for "Russia to Laos", who recognised for who was recognised.

    Not where another quote has them as the sentence has: an order of words may change from one to the next.
    """
    asked = side(drafted.text, drafted.language)
    sides = [side(quote.text, quote.language) for quote in quoted]
    for pair in _pairs(asked):
        swapped = [
            _have_swapped(pair, asked, (one, other), told)
            for told in sides
            if (one := _same(pair[0], told)) and (other := _same(pair[1], told)) and _in_one_clause(one, other, told)
        ]
        if swapped and all(swapped):
            return Fault(FaultKind.ROLE, drafted.text, f"“{pair[0].text}”, “{pair[1].text}”")
    return None


def _in_one_clause(one: Unit, other: Unit, text: Side) -> bool:
    return text.clause_of(one) == text.clause_of(other)


def _figures_swapped(drafted: Drafted, citations: Sequence[Citation]) -> Fault | None:
    """ "The union says 1,100, the company 1,900" for the reverse: each clause has the words of the other's quote."""
    quoted = [(_values(c.quote, c.article.language), _keys(c.quote, c.article.language)) for c in citations]
    parts = [part.span.of(drafted.text) for part in clauses(drafted.text, drafted.language)]
    told = [(_values(part, drafted.language), _keys(part, drafted.language), part.strip()) for part in parts]
    for (a, own_a, first), (b, own_b, second) in combinations([part for part in told if part[0]], 2):
        for (x, words_x), (y, words_y) in permutations(quoted, 2):
            apart = a <= x and b <= y and not a & y and not b & x
            if apart and own_a & words_y and own_b & words_x and not (own_a & words_x or own_b & words_y):
                return Fault(FaultKind.ROLE, drafted.text, f"“{first}”, “{second}”")
    return None


def _values(text: str, language: str) -> set[float]:
    return {value for number in numbers(text, language) for value in number.values}


def _keys(text: str, language: str) -> set[str]:
    return {key for unit in side(text, language).units for key in unit.keys}


def _pairs(text: Side) -> Iterator[tuple[Unit, Unit]]:
    """Names of one clause; who only says so is no part of what is told."""
    silent = [u for u in text.units if u.kind is UnitKind.NAME and not any(u.span.overlaps(s) for s in _saying(text))]
    return (
        (a, b) for a, b in combinations(silent, 2) if text.clause_of(a) == text.clause_of(b) and not _own(a) & _own(b)
    )


def _saying(text: Side) -> list[Span]:
    from assistant.read.attribution.find import attributions

    found = attributions(text.text, text.language, counted=True)
    return [
        span
        for one in found
        for span in (*one.source, *one.frame)
        if not find("denials", span.of(text.text), text.language)
    ]


def _same(unit: Unit, text: Side) -> Unit | None:
    """The only unit of a text that names the same: by its own words, else by initials."""
    names = [u for u in text.units if u.kind is UnitKind.NAME]
    found = [u for u in names if _own(u) & _own(unit)] or [u for u in names if u.keys & unit.keys]
    return found[0] if len(found) == 1 else None


def _own(unit: Unit) -> frozenset[str]:
    """Without the initials of words around it, which neighbours share."""
    return frozenset(key for key in unit.keys if not key.startswith(_INITIALS))


def _have_swapped(mine: tuple[Unit, Unit], asked: Side, theirs: tuple[Unit, Unit], told: Side) -> bool:
    if _is_passive(asked) or _is_passive(told):
        return False
    own, other = [_place(u, asked) for u in mine], [_place(u, told) for u in theirs]
    if own[0] != own[1] or other[0] != other[1]:
        return own[0] != own[1] and own == other[::-1]
    turned = (mine[0].span < mine[1].span) != (theirs[0].span < theirs[1].span)
    return own[0] == other[0] == "" and turned and not _tells_by_case(mine, asked, theirs, told)


def _tells_by_case(mine: Sequence[Unit], asked: Side, theirs: Sequence[Unit], told: Side) -> bool:
    """Russian words may stand in any order; whoever changes roles changes form."""
    same = [one.text.lower() == other.text.lower() for one, other in zip(mine, theirs, strict=True)]
    return asked.language == told.language == "ru" and any(same)


def _place(unit: Unit, text: Side) -> str:
    """Which way a name stands in its sentence: "to", "from" or another preposition's; "" without one."""
    before = text.text[: unit.span.start]
    match = _PREPOSITION.search(before)
    near = before[match.start() :] if match else ""
    for way in ("to", "from"):
        if find(f"way_{way}", near, text.language):
            return way
    return "aside" if find("prepositions", near, text.language) else ""


def _is_passive(text: Side) -> bool:
    return bool(find("passives", text.text, text.language))
