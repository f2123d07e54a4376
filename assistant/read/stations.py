"""Through whose hands a statement went, as an article tells it sentence by sentence: outer hands first, origin last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.read.attribution.find import is_counted
from assistant.read.basis import Basis, agents, bases, relays
from assistant.read.told import Station, Stations
from assistant.read.unframed import author, issuer, possessor, role_before, speaker_before
from assistant.read.voices import Voices, is_pronoun
from assistant.sources.cast import Cast
from assistant.sources.figures import Figure
from assistant.sources.kinds import PRINTS
from assistant.sources.words import grammar
from assistant.sourcing import Attribution, QuoteType, SourceKind
from index.documents import Span

_LOOK_BACK = 400  # characters before "demnach" within which the report is named
_LOOK_AHEAD = 400  # characters after a report within which it may say where it has it from


class Report:
    """Who is reporting at the moment, and where each outlet that is quoted has it from.

    Give it the sentences in their order: `begin`, then the attributions in it by `of`, then `end`.
    """

    def __init__(self, cast: Cast, agency: str | None = None) -> None:
        self.last: Stations = ()
        self._cast = cast
        self._agency = agency  # whose copy the article is: nobody's words go through it a second time
        self._voices = Voices(cast, self._relays)
        self._rests: dict[Figure, list[tuple[int, Station]]] = {}  # where an outlet says that it has it from
        self._quotes: dict[Figure, list[tuple[int, Station]]] = {}  # whom it quotes
        self._cited: dict[tuple[Figure, int], Station] = {}  # whom it quotes in the sentence that begins there
        self._via: dict[Figure, Station] = {}  # the outlet through which alone the article knows somebody
        self._direct: set[Figure] = set()
        self._sentence = Span(0, 0)
        self._previous: Span | None = None
        self._attributed = False  # the previous sentence
        self._hearers: list[Station] = []  # outlets that this sentence is told after

    def begin(self, sentence: Span) -> None:
        self._sentence = sentence
        self._hearers = list(self._told_after(sentence))

    def end(self, *, attributed: bool) -> Stations:
        """Notes whom the outlets of the sentence rely on; gives the last such outlet with its source."""
        relying: Stations = ()
        for basis in bases(self._cast.text, self._sentence, self._cast.language):
            relying = self._rely(basis) or relying
        self._previous, self._attributed = self._sentence, attributed
        return relying

    def alone(self, sentence: Span) -> Stations:
        """Whose words a sentence is that is nothing but a quotation, where nothing attributes it."""
        found = speaker_before(self._cast, sentence, self._previous)
        return self._joined((), *found)

    @property
    def hearer(self) -> Stations:
        """The outlet that the sentence at hand is told after, where nothing else attributes it."""
        return tuple(self._hearers[:1])

    def of(self, attribution: Attribution, outer: Stations = ()) -> Stations | None:
        """The stations of what is attributed, None if it is to nobody; `outer`: those of attributions around it."""
        if self._voices.is_yet_to_come(attribution):
            return None
        if attribution.type is QuoteType.FREE_INDIRECT and not outer and self.hearer:
            return self.hearer  # "Wie Radio Nord erfahren haben will, soll …": no longer whoever spoke before
        if not attribution.source or attribution.source == attribution.cue:
            said_at = self._voices.said_at(attribution)
            return self._joined(outer, *said_at) if said_at else outer or self.hearer or self._pointed(attribution)
        if self._voices.is_nobody(attribution):
            return None
        if parted := self._voices.parted(attribution.source[0]):
            return self._joined(outer, *parted)
        words = " ".join(s.of(self._cast.text) for s in attribution.source)
        if outer and (is_pronoun(words, self._cast) or self._voices.is_urging(attribution)):
            return outer  # "B said that she …", "B said that the court told her to go": still B
        own = self._voices.own_account(attribution) if attribution.cue else None
        figure = own or role_before(self._cast, words, self._previous) or self._voices.speaker(attribution, words)
        if is_counted(attribution) and not (figure and self._voices.may_know(figure)):
            figure = self._body_before(attribution) if is_pronoun(words, self._cast) else None
            if figure is None:
                return None
        if figure is None and not self._cast.points_back(attribution.source):
            return outer or self._without_source(attribution)
        if figure is None:
            return outer or self._issued(attribution) or self._owned(attribution) or self._told_last(attribution)
        if outer and not self._relays(outer[-1].figure.body) and not self._voices.passes_on(attribution):
            return outer  # "inspectors have found …, she said": whoever is told of within what she says is no source
        if outer and self._voices.is_thing(figure, words):
            return outer  # "an inventory showed that …, she said": still she
        figure = self._voices.in_private(attribution, figure)
        between = [s for s in (self._hearer(attribution),) if s]
        return self._joined(outer, *between, Station(figure, attribution.source))

    def found_by(self, sentence: Span) -> Stations:
        """Whose finding a sentence tells in passing: "the fire, put by the agency at 40 hectares, …"."""
        for span in agents(self._cast.text, sentence, self._cast.language):
            figure = self._cast.figure((span,))
            if figure and ((figure.person and figure.named) or self._voices.may_know(figure)):
                return self._joined((), Station(figure, (span,)))
        return ()

    def pointed_at(self, sentence: Span) -> Stations:
        """ "Danach …", where the sentence before tells of another outlet's report."""
        words = sentence.of(self._cast.text).split(maxsplit=1)
        if not words or words[0].lower() not in grammar("sayings", self._cast.language):
            return ()
        before = Span(max(0, self._cast.text.rfind("\n", 0, sentence.start)), sentence.start)
        told = grammar("reports", self._cast.language) & set(before.of(self._cast.text).lower().split())
        named = self._cast.mentioned(before, self._relays) if told else []
        return (Station(named[-1], ()),) if named else self._presented(sentence.start)

    def whole(self, stations: Stations, at: int) -> Stations:
        """The stations with where the last of them has it from, if it is an outlet that says so near this place."""
        outlet = stations[-1].figure.body if stations else None
        if outlet is None or not self._relays(outlet):
            return stations
        basis = self._cited.get((outlet, at)) or self._basis(outlet, at)
        return (*stations, basis) if basis and all(s.figure is not basis.figure for s in stations) else stations

    def _basis(self, outlet: Figure, at: int) -> Station | None:
        known = self._rests.get(outlet, [])
        before = [entry for entry in (*known, *self._quotes.get(outlet, [])) if entry[0] <= at]
        if before:
            return max(before, key=_place)[1]
        return next((station for where, station in known if at < where <= at + _LOOK_AHEAD), None)

    def _told_after(self, sentence: Span) -> Iterator[Station]:
        for span in relays(self._cast.text, sentence, self._cast.language):
            named = self._cast.mentioned(span, self._relays)
            figure = named[-1] if named else self._cast.outlet_in(span)
            if figure and self._relays(figure):
                yield Station(figure, (span,))

    def _rely(self, basis: Basis) -> Stations:
        named = self._cast.mentioned(Span(self._sentence.start, basis.source.start), self._relays)
        if not named and not basis.local:  # "Citing …, the Ledger said"
            named = self._cast.mentioned(Span(basis.source.end, self._sentence.end), self._relays)[:1]
        holder = named[-1] if named else self._reporting()
        self._cast.side = (holder.side or holder.place) if holder else None
        source = self._cast.figure((basis.source,))
        self._cast.side = None
        if holder is None or source is None or source.body is holder:
            return ()
        if basis.local and source.body in self._direct and is_pronoun(basis.source.of(self._cast.text), self._cast):
            return ()  # "the paper quotes him": somebody from its own report
        station = Station(source, (basis.source,))
        if basis.local:
            self._cited[holder, self._sentence.start] = station
        else:
            self._rests.setdefault(holder, []).append((self._sentence.start, station))
        if source.body not in self._direct:
            self._via.setdefault(source.body, Station(holder, ()))
        return (Station(holder, ()), station)

    def _issued(self, attribution: Attribution) -> Stations:
        """ "wie aus einer Mitteilung aus Bern hervorgeht": whose release it is."""
        content = Span(min(p.start for p in attribution.content), max(p.end for p in attribution.content))
        figure = issuer(self._cast, attribution.source[0], content)
        return self._joined((), Station(figure, attribution.source)) if figure else ()

    def _body_before(self, attribution: Attribution) -> Figure | None:
        """ "Der Rechnungshof sah nach: Für Mai wies er … aus": the body just named that may know it."""
        start = self._previous.start if self._previous else self._sentence.start
        named = self._cast.mentioned(Span(start, attribution.source[0].start), self._voices.may_know)
        return named[-1] if named else None

    def _owned(self, attribution: Attribution) -> Stations:
        """ "по его словам", "nach seinen Worten", where whoever spoke last is no he: whom the words before name."""
        said = self.last[-1].figure if self.last else None
        start = self._previous.start if self._previous else self._sentence.start
        owner = possessor(self._cast, attribution.source[0], start, said)
        return self._joined((), Station(owner, attribution.source)) if owner else ()

    def _without_source(self, attribution: Attribution) -> Stations | None:
        """What is attributed to words that name nobody: it goes on, or is its sentence's subject's; else nobody's."""
        if not attribution.cue and attribution.type is not QuoteType.REPORTED:
            return self.last or None
        if attribution.type is not QuoteType.REPORTED:
            return None
        named = self._cast.mentioned(Span(self._sentence.start, attribution.content[-1].end), lambda f: f.named)
        return self._joined((), Station(named[0], ())) if named else None

    def _pointed(self, attribution: Attribution) -> Stations | None:
        return self._told_last(attribution) if self._voices.points(attribution) else None

    def _told_last(self, attribution: Attribution) -> Stations:
        """What "demnach", "dem Bericht zufolge" points to: the report that was named last.

        Reported speech with nobody named is that of whoever the words before are about, if they attribute nothing.
        """
        at = attribution.cue[0].start if attribution.cue else attribution.content[0].start
        if not attribution.cue and not self._attributed and self._previous:
            about = self._cast.mentioned(Span(self._previous.start, at), lambda f: f.named and not self._relays(f))
            if about:
                return self._joined((), Station(about[-1], ()))
        if self.last:
            return self.last
        named = self._cast.mentioned(Span(max(0, at - _LOOK_BACK), at), self._relays)
        return (Station(named[-1], ()),) if named else self._presented(at)

    def _presented(self, before: int) -> Stations:
        figure = author(self._cast, self._previous, before)
        return self._joined((), Station(figure, ())) if figure else ()

    def _hearer(self, attribution: Attribution) -> Station | None:
        """The outlet to which somebody has said it: "sagte der Zeitung", "told Radio Nord"."""
        figure = self._cast.figure(attribution.addressee, speaks=False) if attribution.addressee else None
        if figure and self._relays(figure):
            return Station(figure, attribution.addressee)
        told = attribution.type is QuoteType.REPORTED  # an act's whole clause is its content
        own = attribution.source if told else (*attribution.content, *attribution.source)
        hearers = self._hearers
        if attribution.cue and attribution.cue[0].start >= self._sentence.end:  # "Das sagte er dem Boten."
            end = self._cast.text.find("\n", attribution.cue[-1].end)
            hearers = list(self._told_after(Span(self._sentence.end, end if end >= 0 else len(self._cast.text))))
        return next((s for s in hearers if not any(s.spans[0].overlaps(p) for p in own)), None)

    def _joined(self, outer: Stations, *inner: Station) -> Stations:
        stations = list(outer)
        for station in inner:
            body = station.figure.body
            if body is self._cast.publisher.body or body.key == self._agency:
                continue
            if stations and (known := _office_of(stations[-1], station)):
                stations[-1] = known  # "…, according to the commissioner. Ada Berg said so": one person
                continue
            if not stations and (via := self._via.get(body)):
                stations.append(via)
            elif not stations and not self._relays(body):
                self._direct.add(body)
            if all(s.figure.body is not body for s in stations):
                self._note(stations, station)
                stations.append(station)
        return tuple(stations)

    def _note(self, stations: Sequence[Station], inner: Station) -> None:
        """An outlet that quotes somebody relies on him for the rest of its report, and we know him through it."""
        outlet = stations[-1].figure if stations else None
        if outlet is None or not self._relays(outlet) or self._relays(inner.figure):
            return
        self._quotes.setdefault(outlet, []).append((inner.spans[0].start if inner.spans else 0, inner))
        if inner.figure.body not in self._direct:
            self._via.setdefault(inner.figure.body, Station(outlet, ()))

    def _relays(self, figure: Figure) -> bool:
        """Whether it is another house that prints or sends what others say."""
        own = figure.body is self._cast.publisher.body or figure.key == self._agency
        return figure.kind in PRINTS and figure.named and not figure.person and not own

    def _reporting(self) -> Figure | None:
        last = next((s.figure for s in self.last if self._relays(s.figure)), None)
        return last or self._cast.memory.latest(self._relays)


def _office_of(outer: Station, inner: Station) -> Station | None:
    """Somebody of whom only the name is told, as the holder of an office of whom only the office is."""
    person, office = outer.figure, inner.figure
    if not (person.person and person.named and person.kind is SourceKind.PERSON and person.speaks_for is None):
        return None
    if not office.key.startswith("role:") or office.speaks_for is not None:
        return None
    office.speaks_for, person.kind = person, office.kind
    return Station(person, (*inner.spans, *outer.spans))


def _place(entry: tuple[int, Station]) -> int:
    return entry[0]
