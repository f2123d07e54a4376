"""Everybody who is named in one article, and who is meant by the words of a source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.sources.anonymous import unnamed_name
from assistant.sources.apart import is_specific
from assistant.sources.bodies import body_in, named_body, titled_body
from assistant.sources.figures import Figure
from assistant.sources.given_names import given_name
from assistant.sources.introductions import expansions, introductions
from assistant.sources.kinds import PRINTS, is_company, is_mere_noun, is_somebody, kind_of_name
from assistant.sources.memory import Memory
from assistant.sources.naming import whole_name
from assistant.sources.page import Page
from assistant.sources.people import SPEAKING, by_role, person, person_name, role_in, speaker
from assistant.sources.phrase import Name, Phrase
from assistant.sources.phrases import read_phrase
from assistant.sources.places import state_of
from assistant.sources.pronouns import pronoun
from assistant.sources.roll import Roll
from assistant.sources.standins import document, government, is_adjective_of_more
from assistant.sources.words import concepts, grammar, own_phrases
from assistant.sourcing import SourceKind
from assistant.write.sentence import dateline_length
from index.documents import Article, Span
from index.terms import stem

# Bodies whose releases quote their own people, and what is known of these where no office is told.
_RELEASING = frozenset({SourceKind.COMPANY, SourceKind.NGO, SourceKind.POLITICAL, SourceKind.EXPERT})
_LOOSE = frozenset({SourceKind.PERSON, SourceKind.EXPERT})
_WIDEST = 200  # characters that pieces of one source may lie apart
_MOST_OF_A_PLACE = 2  # words of a town's name
_REPORT_BEFORE = 400  # characters between a report without a name and its name


def _is_of_the_house(figure: Figure) -> bool:
    """Whether it is somebody quoted in a body's own release, of whom nothing tells that they are of another."""
    quoted = any(figure.names.values())
    loose = figure.speaks_for is None and figure.office is None and figure.side is None
    return figure.person and figure.named and quoted and loose and figure.kind in _LOOSE


def _after_dateline(text: str, span: Span) -> Span:
    length = dateline_length(span.of(text))
    return Span(span.start + length, span.end) if length < span.end - span.start else span


class Cast:
    """The figures of one article. Ask in the article's order: a pronoun means whoever was named last.

    `side`: the state whose ministry is meant where none is told; `quoting`: whether the words at hand name who speaks.
    """

    def __init__(self, article: Article, publisher: Figure, starts: Sequence[int]) -> None:
        self.text = article.text
        self.language = article.language
        self.article = article.id
        self.page = Page(article.text, article.language)
        self.publisher = publisher
        self.figures: list[Figure] = []
        self._roll = Roll()
        self.enter(publisher)
        self.memory = Memory(article.text, article.language, starts)
        self.side: str | None = None
        self.quoting = False
        self._expansions = dict(expansions(article.text))
        self._introductions: dict[str, Figure | None] = {}
        self._head = article.headline.end if article.headline else 0
        self._headed: list[Figure] = []  # whom the headline tells of by what they are
        self._waiting = sorted(introductions(self.page), reverse=True)
        if publisher.kind not in PRINTS:  # a body's release speaks of itself
            self.memory.note(-1, publisher, leading=True)

    def figure(self, spans: Sequence[Span], *, speaks: bool = True) -> Figure | None:
        """Who is meant by the words at these places; None where they name nobody."""
        if not spans:
            return None
        span = Span(spans[0].start, spans[-1].end) if spans[-1].end - spans[0].start < _WIDEST else spans[0]
        span = whole_name(self.text, _after_dateline(self.text, span), self.language)
        self._catch_up(span.start)
        self.quoting, self.memory.at = True, span.start
        if self._is_own(span.of(self.text)):
            return self.publisher
        span = self._without_hearer(span)
        found = self._identified(read_phrase(self.page, span))
        if found:
            self._settle_report(found, span.start)
            self.memory.note(span.start, found, leading=speaks)
            if span.start < self._head and not found.named:
                self._headed.append(found)
        return found

    def _settle_report(self, outlet: Figure, at: int) -> None:
        """ "einem Medienbericht zufolge", and then "wie der Bote meldete": it is the Bote's report."""
        if outlet.kind not in PRINTS or not outlet.named or outlet is self.publisher:
            return
        reports = grammar("one_report", self.language)
        before = Span(max(0, at - _REPORT_BEFORE), at)
        for figure in self.memory.within(before, lambda f: not f.named and f.speaks_for is None):
            if any(name.lower() in reports for name in figure.names):
                figure.speaks_for = outlet

    def finish(self) -> None:
        """Takes in whoever is named after the last quotation: it may be the name of somebody quoted before.

        "Minister admits mistake": it is the minister whom the text beneath names.
        """
        self._catch_up(len(self.text))
        for figure in self._headed:
            known = next((k for name in figure.names if (k := self._bearer(name))), None)
            if known and known.named and figure.speaks_for is None:
                figure.speaks_for = known
        if self.publisher.kind in _RELEASING:
            for figure in self.figures:
                if _is_of_the_house(figure):
                    figure.speaks_for = self.publisher
                    for name in figure.names:
                        self.publisher.add(name, quoted=False)

    def _bearer(self, role: str) -> Figure | None:
        """Who is named right behind what he is: "Minister Jan Berg"; no plural is."""
        known = self.memory.remembered(role)
        beside = known and any(f"{role} {name}" in self.text for name in known.names)
        return known if beside else None

    def may_speak(self, span: Span) -> bool:
        """Whether words before a colon may be who says what follows: no topic, no country, no mere noun."""
        phrase = read_phrase(self.page, span)
        if phrase.bodies or phrase.kinds or phrase.roles:
            return True
        if phrase.names:
            told = [n for n in phrase.names if len(re.findall(rf"\b{re.escape(n.text)}\b", self.text)) > 1]
            return any(not is_mere_noun(name, phrase) and self._is_somebody(name) for name in told)
        return any(len(place.id) > 2 and state_of(place.id) for place in phrase.places)  # a capital

    def _is_somebody(self, name: Name) -> bool:
        """Whether a name is a person's in full or a body's, or a surname told of in full somewhere; no mere topic."""
        if len(name.words) > _MOST_OF_A_PLACE or given_name(name.text):
            return True
        if kind_of_name(name, self.text, self.language)[0]:
            return True
        full = re.finditer(rf"([A-ZÄÖÜА-ЯЁ][\w-]+) {re.escape(name.text)}\b", self.text)
        return any(given_name(m.group()) for m in full)

    def points_back(self, spans: Sequence[Span]) -> bool:
        """Whether the words name what somebody has said, not who: "eigenen Angaben", "dem Bericht", "the post"."""
        words = " ".join(span.of(self.text) for span in spans).lower().split()
        if words and words[-1].strip('„“"»«,.') in grammar("sayings", self.language):
            return True
        phrase = read_phrase(self.page, spans[0]) if spans else None
        return bool(phrase and phrase.kinds and all(concepts()[k.concept].owned for k in phrase.kinds))

    def mentioned(self, span: Span, test: Callable[[Figure], bool]) -> list[Figure]:
        """Whom the words within a span name, of those who pass the test."""
        self._catch_up(span.end)
        return self.memory.within(span, test)

    def named_in(self, span: Span) -> Figure | None:
        """The first body or person with a name in a stretch of text."""
        phrase = read_phrase(self.page, span)
        for name in phrase.names:
            if known := next(self.called(name.text), None):
                return known
            if not is_mere_noun(name, phrase):
                return named_body(self, name, None)
        return body_in(self, phrase) if phrase.bodies else self.memory.latest(lambda f: f.named)

    def outlet_in(self, span: Span) -> Figure | None:
        """The outlet that is named in a stretch of text, if one is."""
        found = body_in(self, read_phrase(self.page, span))
        return found if found and found.kind in PRINTS else None

    def enter(self, figure: Figure) -> Figure:
        self.figures.append(figure)
        self._roll.enter(figure)
        return figure

    def called(self, name: str) -> Iterator[Figure]:
        """Whom a name may mean, those first who are known longest."""
        return self._roll.called(name)

    def knows(self, name: str) -> bool:
        return any(self.called(name))

    def expanded(self, name: str) -> str:
        """What an acronym stands for in this article."""
        return self._expansions.get(name, name)

    def unnamed(self, phrase: Phrase) -> Figure:
        """Somebody without a name: the same as before, if told of in like words."""
        name = unnamed_name(phrase)
        wanted = self._stems(name)
        new = phrase.first in grammar("indefinite", self.language)
        for figure in self.figures:
            known = [self._stems(n) for n in figure.names] if not figure.named else []
            if any(k and k <= wanted if new else wanted & k for k in known):
                figure.add(name)
                return figure
        if phrase.first in grammar("same_unnamed", self.language) and (
            last := self.memory.latest(lambda f: not f.named)
        ):
            last.add(name, quoted=False)
            return last  # "собеседник агентства"
        number = sum(not f.named for f in self.figures)
        found = Figure(SourceKind.UNNAMED, f"unnamed:{self.article}:{number}", named=False, person=True)
        found.add(name)
        if phrase.first not in grammar("singular", self.language) or not phrase.roles:
            found.gender = "p"
        return self.enter(found)

    def _stems(self, name: str) -> frozenset[str]:
        words = (w.lower() for w in name.split() if len(w) > 3)
        return frozenset(stem(w, self.language) for w in words if w not in grammar("indefinite", self.language))

    def _identified(self, phrase: Phrase) -> Figure | None:
        if found := pronoun(self, phrase) or self._called(phrase):
            return found
        if name := person_name(self, phrase):
            return person(self, name, phrase)
        role = role_in(phrase, None)
        if role and role.sort not in SPEAKING and phrase.kinds and phrase.kinds[0].placed < role.placed:
            return self._body(phrase)  # "the association of farmers", "the Court of Justice"
        if role and role.sort in SPEAKING and not phrase.hides:
            return speaker(self, role, phrase)
        if phrase.unnamed or phrase.hides:
            return self.unnamed(phrase)
        if role and role.sort:
            return by_role(self, role, phrase)
        return self._body(phrase)

    def _body(self, phrase: Phrase) -> Figure | None:
        nobodys = not phrase.bodies and not phrase.names and not any(is_specific(k) for k in phrase.kinds)
        if nobodys and phrase.kinds and phrase.kinds[0].concept == "document":
            return document(self, phrase)
        if body := body_in(self, phrase):
            return body
        if any(k.concept == "document" for k in phrase.kinds):
            return document(self, phrase)
        if phrase.kinds:  # "dem Bericht zufolge": whose it is, the words don't tell
            return None
        if phrase.places and not is_adjective_of_more(phrase.places[0].words, phrase):
            return government(self, phrase.places[0].id, phrase.places[0].words)
        return self.unnamed(phrase) if phrase.roles or is_somebody(phrase.text, self.language) else None

    def _called(self, phrase: Phrase) -> Figure | None:
        """A person named in full before, by surname: also one that is a noun, as "Fischer"."""
        if len(phrase.words) != 1:
            return None
        return next((f for f in self.called(phrase.words[0]) if f.person and f.named), None)

    def _is_own(self, words: str) -> bool:
        """ "unserer Zeitung", "wir": the article's own house."""
        lowered = words.lower()
        if lowered and lowered.split()[0] in grammar("we", self.language):
            return True
        before = next((lowered[: lowered.find(form)] for form in own_phrases(self.language) if form in lowered), None)
        return before is not None and set(before.split()) <= grammar("sayings", self.language)

    def _without_hearer(self, span: Span) -> Span:
        """ "der Rat unserer Redaktion": who speaks, without the house that is told."""
        lowered = span.of(self.text).lower()
        cut = next((lowered.find(form) for form in own_phrases(self.language) if form in lowered), 0)
        return Span(span.start, span.start + cut) if cut else span

    def _catch_up(self, until: int) -> None:
        """Takes in everybody who is named before a place without being quoted."""
        while self._waiting and self._waiting[-1][0] < until:
            start, end = self._waiting.pop()
            self.memory.reach(start)
            self.quoting, self.memory.at = False, start
            if found := self._introduction(Span(start, end)):
                self.memory.note(start, found)
        self.memory.reach(until)

    def _introduction(self, span: Span) -> Figure | None:
        """Who is named at a place; the same words mean the same, but for those that stand for somebody."""
        words = span.of(self.text)
        if words in self._introductions:
            return self._introductions[words]
        phrase = read_phrase(self.page, span)
        if generic := self._stand_in(phrase):
            return generic
        self._introductions[words] = None if phrase.unnamed else self._introduced(phrase)
        return self._introductions[words]

    def _introduced(self, phrase: Phrase) -> Figure | None:
        name = person_name(self, phrase)
        if name and (given_name(name.text) or any(r.sort and r.placed < name.placed for r in phrase.roles)):
            return person(self, name, phrase)
        if phrase.bodies or any(is_specific(k) for k in phrase.kinds):
            return body_in(self, phrase, name)
        names = (n for n in phrase.names if not is_mere_noun(n, phrase))
        titled = next((n for n in names if n.titled or n.quoted or is_company(n.words)), None)
        if titled is None or not kind_of_name(titled, self.text, self.language)[0]:
            return None
        before = (k for k in phrase.kinds if k.placed == titled.placed - 1 and not concepts()[k.concept].owned)
        kind = next(before, None)
        return titled_body(self, kind, titled) if kind else named_body(self, titled, None)

    def _stand_in(self, phrase: Phrase) -> Figure | None:
        """ "the bank" told of again: a pronoun after it means whoever it stands for."""
        if len(phrase.kinds) != 1 or phrase.names or phrase.bodies or is_specific(phrase.kinds[0]):
            return None
        if phrase.first not in grammar("definite", self.language):
            return None
        return self.memory.latest(lambda f: not f.person and phrase.kinds[0].concept in f.concepts)
