"""The embedded reader: an article's claims with their chains, and its silences, found by rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from assistant.cues import find
from assistant.read.attribution.find import attributions
from assistant.read.checkable import is_checkable
from assistant.read.credits import agency_of
from assistant.read.headlines import hang
from assistant.read.interview import answer
from assistant.read.parts import parts
from assistant.read.reservation import reserve
from assistant.read.silences import Quiet, silence_in
from assistant.read.stations import Report
from assistant.read.told import Station, Stations, Told
from assistant.sources.cast import Cast
from assistant.sources.figures import Figure, as_source
from assistant.sources.kinds import PRINTS
from assistant.sources.publisher import publisher_of
from assistant.sourcing import Attribution, Claim, Link, Reading, Silence, Source
from index.documents import Article, Span
from index.sentences import sentences_of
from index.wordlists import word_list

_LONGEST_LABEL = 4  # words before the colon of a headline


class EmbeddedReader:
    """Reads by rules: no model, no network."""

    name = "embedded"

    def read(self, article: Article) -> Reading:
        return _Pass(article).reading()


class _Pass:
    """One article, read from top to bottom; names are settled at its end."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._publisher = publisher_of(article)
        self._agency = agency_of(article, self._publisher)
        self._sentences = sentences_of(article)
        starts = [s.start for s in self._sentences]
        self._cast = Cast(article, self._publisher, starts)
        self._report = Report(self._cast, self._agency.key if self._agency else None)
        self._quiet: list[Quiet] = []
        self._sources: dict[Figure, Source] = {}
        self._attributed = False  # the sentence before

    def reading(self) -> Reading:
        told = self._told()
        answer(told, self._cast)
        self._cast.finish()
        for one in told:
            one.stations = self._without_own(self._report.whole(one.stations, one.span.start))
        silent = frozenset(q.span for q in self._quiet)
        hang(told, self._article, release=self._publisher.kind not in PRINTS, silent=silent)
        reserve(told, self._article)
        return Reading(tuple(map(self._claim, told)), tuple(map(self._silence, self._quiet)))

    def _without_own(self, stations: Stations) -> Stations:
        """Without those who turned out to speak for the publisher."""
        return tuple(s for s in stations if s.figure.body is not self._publisher.body)

    def _told(self) -> list[Told]:
        found = self._attributions()
        head = self._article.headline.end if self._article.headline else 0
        told: list[Told] = []
        for number, sentence in enumerate(self._sentences):
            headline = sentence.start < head
            self._report.begin(sentence)
            found_here = self._of_sentence(sentence, found.get(number, ()), headline)
            if headline and found_here and not found_here[0].stations and (label := self._label(sentence)):
                found_here[0].stations = label
            relying = self._report.end(attributed=any(t.stations for t in found_here))
            if relying and found_here and not found_here[-1].stations:
                found_here[-1].stations = relying
            if told and found_here and self._tells_of_last(told[-1], found_here[0]):
                told[-1].stations = found_here[0].stations
            for one in found_here:
                one.headline = headline
                told.append(one)
        return told

    def _attributions(self) -> Mapping[int, Sequence[Attribution]]:
        """By the number of each sentence that has a part of what is said, or its cue."""
        text, language = self._article.text, self._article.language
        starts = [s.start for s in self._sentences]
        found: dict[int, list[Attribution]] = {}
        for one in attributions(text, language, self._sentences, counted=True):
            pieces = [*one.content, *one.cue]
            for number in sorted({n for piece in pieces for n in range(*self._met(piece, starts))}):
                found.setdefault(number, []).append(one)
        return found

    def _met(self, piece: Span, starts: Sequence[int]) -> tuple[int, int]:
        """The first sentence that a piece overlaps, and the one after the last; sentences do not overlap."""
        first = max(0, bisect_right(starts, piece.start) - 1)
        first += bool(self._sentences) and not piece.overlaps(self._sentences[first])
        return first, bisect_left(starts, piece.end)

    def _tells_of_last(self, last: Told, this: Told) -> bool:
        """ "Das sagte …", "This was confirmed by …": whose word the sentence before is."""
        between = self._article.text[last.sentence.end : this.sentence.start]
        if last.stations or last.headline or not this.stations or "\n" in between:
            return False
        pattern = _pattern(self._article.language, "back")
        return pattern is not None and pattern.match(self._article.text, this.span.start) is not None

    def _of_sentence(self, sentence: Span, here: Sequence[Attribution], headline: bool) -> list[Told]:
        if not headline and (quiet := silence_in(self._cast, sentence)):
            self._quiet.append(quiet)
            return [Told(sentence, sentence)]
        if headline:  # "Devisen: …": what stands before a colon need not be who says it
            here = [a for a in here if a.cue or not a.source or self._cast.may_speak(a.source[0])]
        found = parts(self._article.text, sentence, here, self._report.of)
        if not found and self._report.hearer:
            found = [Told(sentence, sentence, self._report.hearer)]
        if not found and (named := self._report.pointed_at(sentence)):
            found = [Told(sentence, sentence, named)]
        if not found and (named := self._report.alone(sentence)):
            found = [Told(sentence, sentence, named)]
        if not found and (named := self._report.found_by(sentence)):
            found = [Told(sentence, sentence, named)]
        if not found and self._goes_on(sentence):
            found = [Told(sentence, sentence, self._report.last)]
        self._attributed = bool(found)
        if found:
            self._report.last = found[-1].stations
        if not is_checkable(self._article, sentence, headline):
            return []
        return found or [Told(sentence, sentence)]

    def _label(self, sentence: Span) -> Stations:
        """Who stands before a headline's colon: "OSZE: Wahl gefälscht"."""
        before, colon, _ = sentence.of(self._article.text).partition(": ")
        if not colon or len(before.split()) > _LONGEST_LABEL:
            return ()
        span = Span(sentence.start, sentence.start + len(before))
        if not self._cast.may_speak(span):
            return ()
        figure = self._cast.figure((span,))
        return (Station(figure, (span,)),) if figure and figure.body is not self._publisher else ()

    def _goes_on(self, sentence: Span) -> bool:
        """Whether a sentence goes on with the report before it: its verb says so, or "in the letter" does."""
        if not self._report.last or not self._attributed:
            return False
        within = _pattern(self._article.language, "within")
        if within and within.search(self._article.text, sentence.start, sentence.end):
            return True
        if self._article.language != "de":
            return False
        words = sentence.of(self._article.text)
        verbs = [cue for cue in find("subjunctives", words, "de") if cue.text[0].islower()]
        return len(verbs) > len(find("no_subjunctives", words, "de"))

    def _source(self, figure: Figure) -> Source:
        if figure not in self._sources:
            self._sources[figure] = as_source(figure)
        return self._sources[figure]

    def _claim(self, told: Told) -> Claim:
        links = [Link(self._source(self._publisher))]
        if self._agency and all(s.figure.key != self._agency.key for s in told.stations):
            links.append(Link(self._source(self._agency)))
        links += [Link(self._source(s.figure), s.spans) for s in told.stations]
        return Claim(self._article, told.span, tuple(links), told.attribution, tuple(told.hedges), told.headline)

    def _silence(self, quiet: Quiet) -> Silence:
        return Silence(self._article, quiet.span, self._source(quiet.party) if quiet.party else None, quiet.matter)


@cache
def _pattern(language: str, name: str) -> re.Pattern[str] | None:
    """ "back": how a sentence begins that tells whose word the one before is; "within": what points to a text."""
    forms = word_list("assistant.words/sources", "basis").get(f"{language}_{name}")
    return re.compile("|".join(forms)) if forms else None
