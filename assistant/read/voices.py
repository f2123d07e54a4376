"""What the words of an attribution's source and cue tell besides a name: two in one, an own account, nobody at all."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.read.own import subject
from assistant.read.told import Station
from assistant.sources.cast import Cast
from assistant.sources.figures import Figure
from assistant.sources.kinds import PRINTS
from assistant.sources.phrases import phrase_of, read_phrase
from assistant.sources.words import concepts, grammar
from assistant.sourcing import Attribution, QuoteType, SourceKind
from index.documents import Span
from index.lexicon.lexicon import mentions

# Whose findings and counts are told as theirs.
_KNOWING = frozenset(
    {
        SourceKind.GOVERNMENT,
        SourceKind.POLICE,
        SourceKind.COURT,
        SourceKind.EXPERT,
        SourceKind.MILITARY,
        SourceKind.INTELLIGENCE,
        SourceKind.NGO,
    }
)
_PEOPLE = frozenset({"person", "role"})
_FROM = re.compile(r" (?:aus|von|from|из|от) ")
_AT = re.compile(r" (?:\w+ )?(?:bei|beim|aus|vonseiten|seitens) ((?:de[rmn] )?[^,.;:„“]{3,60}?)(?=[,.;:]|$)")
_OF = re.compile(  # "Vom Ministerium (heißt es)"
    r"(?:\A|[.!?:“”»«\n] ?)(?:[Vv]o[nm]|[Aa]us|[Bb]ei|[Bb]eim) ((?:de[rmn] )?[^,.;:„“]{3,60}?) \Z"
)
_LONGEST_BEFORE = 80  # characters
_TO = re.compile(r" (?:der|dem|gegenüber der|gegenüber dem) (?=[A-ZÄÖÜ„\"»«])")


class Voices:
    def __init__(self, cast: Cast, relays: Callable[[Figure], bool]) -> None:
        self._cast = cast
        self._relays = relays
        self._own = tuple(grammar("own_account", cast.language))

    def is_yet_to_come(self, attribution: Attribution) -> bool:
        """ "will … anbieten": nobody has said it yet."""
        first = attribution.cue[0].of(self._cast.text).lower().split()[:1] if attribution.cue else []
        return bool(first) and first[0] in grammar("intends", self._cast.language)

    def is_nobody(self, attribution: Attribution) -> bool:
        """ "nach jetzigem Stand", "according to plan"."""
        words = attribution.source[-1].of(self._cast.text).lower().split()
        nobody = bool(words) and words[-1] in grammar("nobody", self._cast.language)
        return nobody or self._is_own_work(attribution)

    def _is_own_work(self, attribution: Attribution) -> bool:
        """ "nach Auswertung der Videos": what whoever tells it has done, and nobody's words."""
        first, _, rest = attribution.source[0].of(self._cast.text).partition(" ")
        if first.lower() not in grammar("own_work", self._cast.language) or not rest:
            return False
        phrase = phrase_of(rest, self._cast.language)
        theirs = any(not concepts()[k.concept].owned for k in phrase.kinds)
        return not (phrase.bodies or theirs or phrase.roles or phrase.names or phrase.places)

    def is_urging(self, attribution: Attribution) -> bool:
        """Whether it only tells what somebody wanted of another: "habe den Kreis gedrängt, zu zahlen"."""
        cue = " ".join(s.of(self._cast.text) for s in attribution.cue).lower()
        return any(word.startswith(tuple(grammar("urges", self._cast.language))) for word in cue.split())

    def passes_on(self, attribution: Attribution) -> bool:
        """Whether it names whose account it is, and does not tell what somebody has said or done: "laut …"."""
        cue = " ".join(s.of(self._cast.text) for s in attribution.cue).lower()
        return any(word in grammar("passes_on", self._cast.language) for word in cue.split())

    def is_thing(self, figure: Figure, words: str) -> bool:
        """Whether somebody without a name is none: neither people nor their circles, nor a body."""
        if figure.named or figure.kind is not SourceKind.UNNAMED:
            return False
        phrase = phrase_of(words, self._cast.language)
        told = any(m.concept.kind in _PEOPLE for m in mentions(words, self._cast.language))
        return not (told or phrase.roles or phrase.unnamed or phrase.hides)

    def speaker(self, attribution: Attribution, words: str) -> Figure | None:
        """Whom the words of a source mean; no thing before a colon: "There hangs a sheet: …"."""
        figure = self._cast.figure(attribution.source)
        told = attribution.cue or attribution.type is QuoteType.REPORTED
        return figure if told or not figure or not self.is_thing(figure, words) else None

    def may_know(self, figure: Figure) -> bool:
        """Whether a body's finding is its word: an authority, an institute; no outlet and nobody unnamed."""
        return figure.named and figure.body.kind in _KNOWING

    def in_private(self, attribution: Attribution, figure: Figure) -> Figure:
        """ "ist aus dem Rat zu hören", "verlautete aus der Zentrale": somebody there, who is not named."""
        cue = " ".join(s.of(self._cast.text) for s in attribution.cue).lower()
        if not figure.named or figure.person or not any(p in cue for p in grammar("private", self._cast.language)):
            return figure
        return self._cast.unnamed(read_phrase(self._cast.page, attribution.source[0]))

    def points(self, attribution: Attribution) -> bool:
        """Whether words that name nobody point back: "demnach", "heißt es", the subjunctive alone."""
        cue = " ".join(s.of(self._cast.text) for s in attribution.cue).lower()
        return not cue or any(pointer in cue for pointer in grammar("pointers", self._cast.language))

    def said_at(self, attribution: Attribution) -> list[Station]:
        """ "heißt es beim Ministerium", "vom Ministerium heißt es": who it is, beside words that name nobody."""
        if not attribution.cue or self._cast.language != "de":
            return []
        start = attribution.cue[0].start
        found = _AT.match(self._cast.text, attribution.cue[-1].end)
        found = found or _OF.search(self._cast.text, max(0, start - _LONGEST_BEFORE), start)
        span = Span(*found.span(1)) if found else None
        figure = self._cast.figure((span,)) if span else None
        return [Station(figure, (span,))] if figure and span else []

    def parted(self, source: Span) -> list[Station]:
        """The stations in words that name two."""
        return self._from_whom(source) or self._to_whom(source) or self._whose(source)

    def _whose(self, source: Span) -> list[Station]:
        """ "источник «Вестника»", "собеседник РБК": somebody without a name who has told the outlet."""
        words = source.of(self._cast.text).split(maxsplit=1)
        if self._cast.language != "ru" or len(words) < 2 or not read_phrase(self._cast.page, source).unnamed:
            return []
        if not words[0].lower().startswith(tuple(grammar("confidants", "ru"))):
            return []
        rest = Span(source.end - len(words[1]), source.end)
        outlet = self._cast.outlet_in(rest) if words[1][0] in "«" or words[1][0].isupper() else None
        unnamed = self._cast.figure((source,)) if outlet and self._relays(outlet) else None
        return [Station(outlet, (rest,)), Station(unnamed, (source,))] if outlet and unnamed else []

    def _from_whom(self, source: Span) -> list[Station]:
        """ "die Zeitung aus Regierungskreisen (erfuhr)": the outlet and where it has it from."""
        for border in _FROM.finditer(source.of(self._cast.text)):
            rest = Span(source.start + border.end(), source.end)
            if not read_phrase(self._cast.page, rest).unnamed:
                continue
            first = self._cast.figure((Span(source.start, source.start + border.start()),))
            origin = self._cast.figure((rest,))
            if first and origin and first.kind in PRINTS:
                return [Station(first, (source,)), Station(origin, (rest,))]
        return []

    def _to_whom(self, source: Span) -> list[Station]:
        """ "Berg der Zeitung": who speaks, and to whom, where both stand on one side of the verb."""
        for border in _TO.finditer(source.of(self._cast.text)):
            rest = Span(source.start + border.end(), source.end)
            speaking = Span(source.start, source.start + border.start())
            phrase = read_phrase(self._cast.page, speaking)
            if not phrase.words or phrase.words[-1] in grammar("links", self._cast.language):
                continue  # "Wasser aus dem Badesee"
            hearer = self._cast.outlet_in(rest) if phrase.names or phrase.roles else None
            speaker = self._cast.figure((speaking,)) if hearer else None
            if hearer and speaker:
                through = [Station(hearer, (rest,))] if self._relays(hearer) else []
                return [*through, Station(speaker, (speaking,))]
        return []

    def own_account(self, attribution: Attribution) -> Figure | None:
        """ "nach eigenen Angaben": whoever the sentence is about."""
        words = " ".join(s.of(self._cast.text) for s in attribution.source).lower()
        if not words.startswith(self._own) and not self._is_own_paper(attribution.source[0]):
            return None
        content = Span(min(p.start for p in attribution.content), max(p.end for p in attribution.content))
        near = Span(max(0, content.start - _LONGEST_BEFORE), content.start)  # "Jan Berg, der nach eigener Aussage …"
        first = content.of(self._cast.text).split(maxsplit=1)[0].lower()
        relative = first in grammar("relatives", self._cast.language) and near.of(self._cast.text).endswith(", ")
        before = Span(content.start, max(content.start, attribution.source[0].start))
        for span in (near, before) if relative else (before,):
            if named := self._cast.mentioned(span, lambda f: f.named):
                return named[-1]
        found = subject(self._cast, content)
        till = found[0] if found else content.end
        named = self._cast.mentioned(Span(content.start, till), lambda f: f.named)
        if named or found:
            return named[0] if named else found and found[1]
        named = self._cast.mentioned(near, lambda f: f.named)
        return named[-1] if named else self._cast.named_in(content)

    def _is_own_paper(self, source: Span) -> bool:
        """ "its annual report", "seinem Geschäftsbericht"."""
        phrase = read_phrase(self._cast.page, source)
        owned = bool(phrase.kinds) and all(concepts()[k.concept].owned for k in phrase.kinds)
        return owned and phrase.first in grammar("possessive", self._cast.language) and not phrase.names


def is_pronoun(words: str, cast: Cast) -> bool:
    return any(words.lower() in grammar(name, cast.language) for name in ("he", "she", "it", "they"))
