"""Which claims support a statement, oppose it or tell that things have changed, once dates and chains are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Comparison, SourceKind, Stance
from assistant.when import is_later

# Ways in which a claim that cannot be true together with the statement may merely be newer.
_CHANGES = frozenset(
    (
        *("number", "changed", "bygone", "date", "state", "undone"),
        *("instead", "thwarted", "conceded", "happened", "settled", "moved"),
    )
)
_AGAINST = frozenset((Stance.OPPOSES, Stance.UPDATES))
# Strengths that the surest claim must reach: to support; to hold against a statement that is supported, which takes
# more than to hold against one that nobody supports; to tell of a change.
_SURE = 0.6
_SURE_AGAINST = 0.45
_SURE_ALONE = 0.3
# Likewise, to hold against a statement that is an article's own: anything, what a later one says has come since, a
# denial, a denial in that same article.
_SURE_LISTED = 0.65
_SURE_SINCE = 0.35
_SURE_DENIED = 0.45
_SURE_BESIDE = 0.7
_SURE_OF_BOTH = 0.8  # what an article says beside the contrary
_BESIDE = 0.45  # of the strongest that speaks against a statement, that others must reach to do so too
_SURE_CHANGE = 0.25
# The article itself says the opposite state, which figure was before, or that what had not yet been has come.
_STATES = frozenset(("state", "changed", "conceded", "happened", "settled"))
_SURE_STATE = 0.2
_RIVALS = frozenset(("date", "instead"))  # another day or thing, which may be of another event
_SURE_RIVAL = 0.45
_FIGURES = frozenset(("number", "changed"))
_SINCE = _STATES | {"undone", "bygone"}
# A claim that tells of a change takes for granted what was before: earlier claims need say it less surely.
_TURNS = frozenset(("conceded", "settled", "bygone", "changed", "undone"))
_SURE_BEFORE = 0.35
_DENIALS = frozenset(("denied", "denied_by_actor", "denied_before"))
_OUTWEIGHS = 1.2  # of the surest denial, how sure a change must be not to be taken for what is denied


@dataclass(frozen=True, slots=True)
class Stances:
    """The comparisons that count, strongest first within each."""

    supporting: tuple[Comparison, ...]
    opposing: tuple[Comparison, ...]
    updates: tuple[Comparison, ...]


def settle(comparisons: Sequence[Comparison], resolver: Resolver, *, own: Claim | None = None) -> Stances:
    """Tells updates from oppositions by date, and drops what a newer report has left behind.

    `own`: the claim whose words the statement is. Few of those are contested, while what somebody asks about often is:
    less is then believed to speak against it.
    """
    if own is not None:
        comparisons = [c for c in comparisons if c.stance not in _AGAINST or _holds_against(c, own)]
    ordered = sorted(comparisons, key=lambda c: -c.strength)
    clear = [c for c in ordered if not _is_outweighed(c, ordered, resolver)]
    against = [c for c in clear if c.stance in _AGAINST]
    supporting = _telling(_believed([c for c in clear if c.stance is Stance.SUPPORTS], _SURE))
    strongest = max((c.strength for c in against), default=0.0)
    against = [c for c in against if c.strength >= _BESIDE * strongest]
    supporting = supporting or _told_before(clear, against)
    if not supporting:
        return Stances((), tuple(_believed(against, _SURE_ALONE)), ())
    come = [c for c in supporting if _has_come(c, supporting)]
    supporting = [c for c in supporting if c not in come]
    updates = [c for c in against if _has_changed(c, supporting, resolver)] + come
    rest = [c for c in against if c not in updates and not _is_left_behind(c, supporting, resolver)]
    if _is_denied(rest, updates):
        rest, updates = [c for c in against if c in rest or c in updates], come
    rest = _believed(rest, _SURE_AGAINST)
    return Stances(tuple(supporting), tuple(rest), tuple(updates))


def _holds_against(one: Comparison, own: Claim) -> bool:
    """Whether a claim surely speaks against what an article states. Its own article does only by a denial: what else
    stands there is of something else. Another figure in a later one is mostly the newer one."""
    denies = one.reason in _DENIALS
    if one.claim.article.id == own.article.id:
        return denies and one.strength >= _SURE_BESIDE
    if is_later(one.claim.article, own.article) and one.reason in _FIGURES | _SINCE:
        return one.strength >= (_SURE_CHANGE if one.reason in _FIGURES else _SURE_SINCE)
    return one.strength >= (_SURE_DENIED if denies else _SURE_LISTED)


def _believed(comparisons: Sequence[Comparison], sure: float) -> list[Comparison]:
    """All of them if one is sure, else none: where one article clearly says it, others are readily believed to."""
    return list(comparisons) if any(c.strength >= sure for c in comparisons) else []


def _telling(supporting: Sequence[Comparison]) -> list[Comparison]:
    """Of each article the claim that says it best, and what else surely does: two sources in one article are two
    origins, and the second must not be guessed. `supporting`: strongest first."""
    best: dict[str, Comparison] = {}
    for c in supporting:
        best.setdefault(c.claim.article.id, c)
    return [c for c in supporting if c.strength >= _SURE or c is best[c.claim.article.id]]


def _is_outweighed(one: Comparison, others: Sequence[Comparison], resolver: Resolver) -> bool:
    """Whether the same article says the contrary more clearly.

    An article that gives both sides as news has them from two sources, and each of them must be sure.
    """
    return any(
        o.claim.article.id == one.claim.article.id
        and o.strength > one.strength
        and (o.stance in _AGAINST) != (one.stance in _AGAINST)
        and o.stance is not Stance.UNRELATED
        and (one.strength < _SURE_OF_BOTH or resolver.same(o.claim.chain[-1].source, one.claim.chain[-1].source))
        for o in others
    )


def _told_before(clear: Sequence[Comparison], against: Sequence[Comparison]) -> list[Comparison]:
    """What is surely told to have changed since, in earlier articles that say it less surely than is asked for else."""
    turns = [c for c in against if c.reason in _TURNS and c.strength >= _SURE_ALONE]
    if not turns:
        return []
    said = [c for c in clear if c.stance is Stance.SUPPORTS and c.strength >= _SURE_BEFORE]
    return _telling([c for c in said if all(is_later(t.claim.article, c.claim.article) for t in turns)])


def _is_denied(rest: Sequence[Comparison], updates: Sequence[Comparison]) -> bool:
    """Whether a denial is about as sure as that anything has changed: then it never was so, as somebody says."""
    denied = max((c.strength for c in rest if c.reason in _DENIALS), default=0.0)
    return denied >= _SURE_AGAINST and max((c.strength for c in updates), default=0.0) < _OUTWEIGHS * denied


def _has_come(one: Comparison, supporting: Sequence[Comparison]) -> bool:
    """Whether what others say is to come is told later as having happened."""
    before = [c for c in supporting if c.reason != "done"]
    return one.reason == "done" and bool(before) and all(is_later(one.claim.article, c.claim.article) for c in before)


def _has_changed(against: Comparison, supporting: Sequence[Comparison], resolver: Resolver) -> bool:
    """Whether a later report gives a newer figure or state, or the same people now say otherwise."""
    if (
        against.stance is Stance.OPPOSES
        and against.reason not in _CHANGES
        and not _says_the_same_people(against, supporting, resolver)
    ):
        return False
    sure = _SURE_RIVAL if against.reason in _RIVALS else _SURE_STATE if against.reason in _STATES else _SURE_CHANGE
    return against.strength >= sure and all(is_later(against.claim.article, c.claim.article) for c in supporting)


def _says_the_same_people(against: Comparison, supporting: Sequence[Comparison], resolver: Resolver) -> bool:
    end = against.claim.chain[-1].source
    return len(against.claim.chain) > 1 and any(resolver.same(end, c.claim.chain[-1].source) for c in supporting)


def _is_left_behind(against: Comparison, supporting: Sequence[Comparison], resolver: Resolver) -> bool:
    """An older report does not dispute a newer one, unless the newer has it from just that report."""
    older = all(is_later(c.claim.article, against.claim.article) for c in supporting)
    return older and not any(_relays(c.claim, against.claim, resolver) for c in supporting)


def _relays(claim: Claim, other: Claim, resolver: Resolver) -> bool:
    """Whether one has it from the other's outlet; a body that has published before speaks for itself anew."""
    told_on = other.chain[0].source.kind in (SourceKind.OUTLET, SourceKind.AGENCY)
    return told_on and any(resolver.same(link.source, other.chain[0].source) for link in claim.chain[1:])
