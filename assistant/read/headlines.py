"""Who stands behind a headline, and behind a lead that names nobody: the source of the sentence that it sums up."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.cues import is_planned
from assistant.read.told import Stations, Told
from assistant.sources.figures import Figure
from assistant.sources.phrases import phrase_of
from assistant.sources.words import concepts, grammar
from assistant.sourcing import SourceKind
from index.documents import Article, Span
from index.terms import terms

_EARLY = 10  # claims of the body that a headline may sum up
_LEAD_BONUS = 0.25  # in overlap: a headline sums up the beginning
_LEADS = 2  # sentences before the first attribution that may hang on it
_TOLD_BENEATH = 0.4  # of a headline's words: with so many in sentences without a source, they tell what it does
_HUNG_ON = 4  # claims of the body: what nothing beneath tells so, a headline has from the first who is quoted
_ROLE_BONUS = 0.4  # where headline and claim have it from the same kind of person: "Anwohner: …"
_OF_ROLES = {"witnesses": SourceKind.WITNESS, "experts": SourceKind.EXPERT, "police": SourceKind.POLICE}


def hang(told: Sequence[Told], article: Article, *, release: bool, silent: frozenset[Span] = frozenset()) -> None:
    """Gives headlines and leads the stations of what they sum up; a body's release says itself what it begins with.

    `silent`: what tells that somebody says nothing, which no headline sums up.
    """
    if release:
        return
    body = [t for t in told if not t.headline]
    first = next((n for n, t in enumerate(body[: _LEADS + 1]) if t.stations), -1)
    for lead in body[: max(0, first)]:
        if lead.sentence != body[first].sentence and _is_told_on(lead, body[first], article):
            lead.stations = body[first].stations
    early = [t for t in body if t.span not in silent][:_EARLY]
    signs = [_signs(t.span.of(article.text), article.language) for t in early]
    for head in (t for t in told if t.headline):
        head.stations = _stations(head, early, signs, article)


def _is_told_on(lead: Told, claim: Told, article: Article) -> bool:
    """Whether a lead that names nobody has it from the source of the sentence after it.

    So it is with what another outlet or somebody unnamed has told, and with what the source itself means to do.
    """
    first, end = claim.stations[0].figure, claim.stations[-1].figure.body
    paper = end.kind is SourceKind.DOCUMENT and first is not end  # "that is so by the report, the prosecutors said"
    if first.kind is SourceKind.OUTLET or not end.named or paper:
        return True
    words = lead.span.of(article.text)
    return is_planned(words, article.language) and any(name in words for name in (*end.names, *_short(end)))


def _short(figure: Figure) -> list[str]:
    return [name.split()[-1] for name in figure.names]


def _stations(head: Told, early: Sequence[Told], signs: Sequence[frozenset[str]], article: Article) -> Stations:
    own = _signs(head.span.of(article.text), article.language)
    roles = phrase_of(head.span.of(article.text), article.language).roles[:1]
    speaks = next((_OF_ROLES[r.sort] for r in roles if r.sort in _OF_ROLES), None)

    def score(fitting: tuple[Told, frozenset[str], int]) -> float:
        claim, words, number = fitting
        alike = _ROLE_BONUS if speaks and claim.end and claim.end.kind is speaks else 0.0
        return _overlap(own, words) + _LEAD_BONUS * (1 - number / _EARLY) + alike

    if not head.attribution and not any(_fits(head, t) for t in early):
        head.stations = ()  # a word before the colon may be anything: it counts if the text quotes that body
    fitting = [(t, s, n) for n, (t, s) in enumerate(zip(early, signs, strict=True)) if _fits(head, t)]
    if not fitting:
        return head.stations
    best = max(fitting, key=score)
    if head.end:
        return _until(best[0].stations, head.end)
    if not own & best[1] and score(best) < _ROLE_BONUS:
        return next((t.stations for t in early[:_HUNG_ON] if t.stations), ())
    beneath = frozenset[str]().union(*(s for t, s, _ in fitting if not t.stations)) & own
    counted = any(w.isdigit() or w in grammar("indefinite", article.language) for w in beneath)
    if not best[0].stations and not counted and len(beneath) < _TOLD_BENEATH * len(own):
        return next((t.stations for t in early[:_HUNG_ON] if t.stations), ())
    return best[0].stations


def _fits(head: Told, claim: Told) -> bool:
    """Whether a claim may be what a headline with a source of its own sums up."""
    return head.end is None or any(_stands_for(head.end, s.figure.body) for s in claim.stations)


def _stands_for(named: Figure, full: Figure) -> bool:
    """ "Kiew" in a headline is whoever speaks for Kiev beneath, "sources" the unnamed."""
    if named is full or (not named.named and not full.named):
        return True
    if named.key.startswith(":") and not full.person and named.concept and concepts()[named.concept].generic:
        return True  # "investigators say": told in full beneath
    of_state = named.concept == "government" and named.side is not None and named.side == full.side
    return of_state or (named.concept is not None and named.concept in full.concepts and named.place == full.place)


def _until(stations: Stations, end: Figure) -> Stations:
    at = next((n for n, s in enumerate(stations) if _stands_for(end, s.figure.body)), len(stations) - 1)
    return stations[: at + 1]


def _signs(text: str, language: str) -> frozenset[str]:
    return frozenset(terms(text, language))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one) if one else 0.0
