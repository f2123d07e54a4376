"""A comparison as numbers: how much of the statement a claim says, and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.gate.numbers import numbers
from assistant.judge import fates, particulars
from assistant.judge.against.attitudes import Conflict
from assistant.judge.against.conflicts import conflicts
from assistant.judge.against.turns import core_of
from assistant.judge.coverage import Coverage, Meeting, coverage, weights
from assistant.judge.figures import figures
from assistant.judge.match import ALIKE, WIDER, Bag
from assistant.judge.predicates import predicate, subject
from assistant.judge.sides import Side
from assistant.judge.told import Told, glanced, told
from assistant.judge.unit import PEOPLE, Unit, UnitKind
from assistant.sourcing import Claim
from assistant.when import is_later, recency
from index.documents import Article, Span

CONFLICTS = (
    *("number", "number_far", "changed", "bygone", "date", "denied", "state", "negated", "negated_far"),
    *("instead", "reversed", "weighed", "planned", "unasserted", "lacking", "undone", "actor"),
    *("thwarted", "pending", "sought", "conceded", "denied_before", "denied_by_actor", "part", "stayed"),
    *("settled", "none", "others"),
    *("early", "amount", "contrast", "moved", "cause", "elsewhere", "exchanged"),
)
_ALWAYS = 6  # claims that are looked at, however little they say of a statement
_HARDLY = 0.04  # of a statement's weight: who says less of it tells of something else
# Likewise of an article's own statement, each word as telling as it is at large: what says so little of it, is about
# something else (`assistant.judge.enough`), and half of what a pile says of the matter does.
_HARDLY_OWN = 0.15
_TURNS = frozenset(("denied", "state", "negated"))
_SHARES = (
    *("own", "all", "both", "acts", "acts_missing", "things", "names", "names_missing", "numbers", "numbers_missing"),
    *("back", "rank", "rank_all", "headline", "crosses", "own_crosses", "planning", "source", "acts_kind"),
    *("firm", "clause", "names_own", "gap", "core", "said_before", "acts_all"),
    *("predicate", "predicate_all", "predicate_missing", "predicate_turned", "apart"),
    *("attained", "attained_all", "recency", "after"),
    *("hinge", "negation_kept", "subject_lost"),
    *particulars.NAMES,
)
NAMES = (*_SHARES, *CONFLICTS, "rest_own", "rest_all", *fates.NAMES)


@dataclass(frozen=True, slots=True)
class Compared:
    """The claim of that number beside the statement: `values` in the order of NAMES, shares (0 to 1) and sums."""

    number: int
    asked: Side
    claim: Told
    covered: Coverage
    against: tuple[Conflict, ...]
    values: tuple[float, ...]


def compared(asked: Side, claims: Sequence[Claim], most: int | None = None, own: Claim | None = None) -> list[Compared]:
    """The claims beside the statement, in their order; no more than `most`, if so many are worth a closer look.

    `own`: the claim that is the statement; the others are measured by what it says, too.
    """
    weighed, met = weights(asked, [glanced(claim) for claim in claims])
    kept: Sequence[int] = range(len(claims))
    if most is not None:
        kept = _worth_a_look(asked, claims, _shares(weighed, met, len(claims)), most)
    if own is not None:
        said = _shares([unit.weight for unit in asked.units], met, len(claims))
        kept = [n for n in kept if said[n] >= _HARDLY_OWN or claims[n].article.language != asked.language]
    seen = {n: told(claims[n]) for n in kept}
    covered = {n: coverage(asked, weighed, claim) for n, claim in seen.items()}
    among = _Among(asked, list(covered.values()), list(seen.values()))
    rows = []
    for n, found in covered.items():
        if claims[n] is own:
            continue
        against = conflicts(asked, seen[n], found)
        rows.append(Compared(n, asked, seen[n], found, tuple(against), _values(among, seen[n], found, against)))
    return rows


def _shares(weighed: Sequence[float], met: Sequence[Sequence[float]], claims: int) -> list[float]:
    """How much of a statement's weight each claim says. `met`: for each unit, how well each claim says it."""
    whole = sum(weighed) or 1.0  # a statement may have nothing that can be compared
    return [sum(w * said[n] for w, said in zip(weighed, met, strict=True)) / whole for n in range(claims)]


class _Among:
    """What one claim's values are measured by: the statement, and what all claims that are looked at say of it."""

    def __init__(self, asked: Side, covered: Sequence[Coverage], claims: Sequence[Told]) -> None:
        self.asked, self.mine, self.said = asked, Bag(asked.units), predicate(asked)
        self.most_own = max((c.own for c in covered), default=0.0) or 1.0
        self.most_all = max((c.all for c in covered), default=0.0) or 1.0
        self.sayable = _sayable(covered)
        self.recency = recency([claim.claim.article for claim in claims])
        self.named = _named_subject(asked)
        best = max(zip(covered, claims, strict=True), key=lambda pair: pair[0].own + pair[0].all, default=None)
        self.best = best[1].claim.article if best else None

    def after(self, article: Article) -> float:
        """1 where it came out after the one that says most of the statement, -1 where before, else 0."""
        return float(is_later(article, self.best)) - float(is_later(self.best, article)) if self.best else 0.0


def _worth_a_look(asked: Side, claims: Sequence[Claim], shares: Sequence[float], most: int) -> list[int]:
    """The numbers of the claims that say most of the statement themselves, without those that hardly say any of it.

    A claim that gives a figure is looked at where the statement gives one: it may be the rival.
    """
    ranked = sorted(range(len(claims)), key=lambda n: -shares[n])[:most]
    counts = bool(figures(asked))
    return sorted(
        n
        for at, n in enumerate(ranked)
        if at < _ALWAYS or shares[n] >= _HARDLY or (counts and _gives_figures(claims[n]))
    )


def _gives_figures(claim: Claim) -> bool:
    """Whether a claim has a number, which may be the statement's or its rival: a first look is at words only."""
    return any(number.sure for number in numbers(claim.text, claim.article.language))


def _values(among: _Among, claim: Told, covered: Coverage, against: Sequence[Conflict]) -> tuple[float, ...]:
    asked, article = among.asked, claim.claim.article
    own, everything = covered.own, covered.all
    acts = covered.share(lambda m: m.own, lambda m: m.unit.is_act)
    names = covered.share(lambda m: m.all, lambda m: m.unit.kind is UnitKind.NAME)
    figures = covered.share(lambda m: m.own, lambda m: m.unit.kind is UnitKind.NUMBER)
    told_kinds = frozenset(k for u in claim.own.units if u.is_act for k in u.kinds)
    told_of = next((m for m in covered.meetings if m.unit is among.said), None)
    crosses = float(asked.language != article.language)
    shares = (
        own,
        everything,
        own * everything,
        acts,
        float(any(m.unit.is_act for m in covered.meetings)) - acts,
        covered.share(lambda m: m.own, lambda m: m.unit.kind is UnitKind.WORD and not m.unit.is_act),
        names,
        float(any(m.unit.kind is UnitKind.NAME for m in covered.meetings)) - names,
        figures,
        float(any(m.unit.kind is UnitKind.NUMBER for m in covered.meetings)) - figures,
        _back(among.mine, claim),
        own / among.most_own,
        everything / among.most_all,
        float(claim.claim.headline),
        crosses,
        own * crosses,
        float(bool(claim.own.planned) and not asked.planned),
        covered.share(lambda m: claim.source.share(m.unit)),
        covered.share(lambda m: float(bool(m.unit.kinds & told_kinds)), lambda m: m.unit.is_act),
        covered.share(lambda m: m.own if m.own >= ALIKE else 0.0),
        _in_one_clause(claim, covered),
        covered.share(lambda m: m.own, lambda m: m.unit.kind is UnitKind.NAME),
        max((m.weight for m in covered.meetings if not m.all), default=0.0),
        max(covered.meetings, key=lambda m: m.weight).own if covered.meetings else 0.0,
        everything - own,
        covered.share(lambda m: m.all, lambda m: m.unit.is_act),
        told_of.own if told_of else 0.5,
        told_of.all if told_of else 0.5,
        float(told_of is not None and told_of.all < WIDER),
        float(told_of is not None and told_of.own >= WIDER and any(c.reason in _TURNS for c in against)),
        float(told_of is not None and _is_said_of_another(claim, covered, told_of)),
        *_of_sayable(covered, among.sayable),
        among.recency[article.id],
        among.after(article),
        hinge.own if (hinge := core_of(asked, covered)) else 0.0,
        float(_negates(asked) and _negates(claim.own)),
        float(any(m.own < WIDER for m in covered.meetings if m.unit is among.named)),
        *particulars.unsaid(asked, claim.own),
    )
    reasons = {c.reason for c in against}
    rest = covered.without([u for c in against for u in c.missing])
    held = tuple(float(c in reasons) for c in CONFLICTS)
    return (*shares, *held, rest.own, rest.all, *fates.fates(covered.meetings))


def _sayable(covered: Sequence[Coverage]) -> list[float]:
    """How well each unit of a statement is said by the claim that says it best."""
    return [max(values) for values in zip(*([m.own for m in c.meetings] for c in covered), strict=True)]


def _of_sayable(covered: Coverage, sayable: Sequence[float]) -> tuple[float, float]:
    """Of what any claim says of the statement, the share that this one does, alone and with context: words that none
    has are the statement's own, and tell no claim from another."""
    found = list(zip(covered.meetings, sayable, strict=True))
    most = sum(m.weight * best for m, best in found)
    if not most:
        return 0.0, 0.0
    own = sum(m.weight * m.own for m, _ in found)
    everything = sum(m.weight * min(m.all, best) for m, best in found)
    return own / most, everything / most


def _named_subject(asked: Side) -> Unit | None:
    """The name of whom or what a statement is about."""
    first = subject(asked)
    return first if first and first.kind is UnitKind.NAME else None


def _negates(side: Side) -> bool:
    return bool(side.negations or side.denies)


def _is_said_of_another(claim: Told, covered: Coverage, predicate: Meeting) -> bool:
    """Whether the claim says it in a clause that has its own people, and names the statement's subject in another."""
    whom = next((m for m in covered.meetings if m.unit.span < predicate.unit.span and not m.unit.number), None)
    if whom is None or whom.by is None or predicate.by is None or whom.own < ALIKE:
        return False
    clause = claim.own.clause_of(predicate.by)
    others = (u for u in claim.own.units if u.span.overlaps(clause) and u not in covered.met_by)
    return claim.own.clause_of(whom.by) != clause and any(u.kind is UnitKind.NAME or u.kinds & PEOPLE for u in others)


def _in_one_clause(claim: Told, covered: Coverage) -> float:
    """The share of the statement that a single clause of the claim says."""
    by_clause: dict[Span, float] = {}
    for m in covered.meetings:
        if m.by is not None:
            clause = claim.own.clause_of(m.by)
            by_clause[clause] = by_clause.get(clause, 0.0) + m.weight * m.own
    total = sum(m.weight for m in covered.meetings)
    return max(by_clause.values(), default=0.0) / total if total else 0.0


def _back(mine: Bag, claim: Told) -> float:
    """Of what the claim says, the share that the statement says too."""
    total = sum(u.weight for u in claim.own.units)
    return sum(u.weight * mine.share(u) for u in claim.own.units) / total if total else 0.0
