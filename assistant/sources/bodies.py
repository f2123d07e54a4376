"""Which body of an article is meant: by its own name, by its kind and place, by a word that stands for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.sources.apart import PLACED, are_authorities, is_specific, place_of, same_kind
from assistant.sources.figures import Figure
from assistant.sources.german import gender_of, nominative
from assistant.sources.kinds import PRINTS, is_mere_noun, is_where, kind_of_name
from assistant.sources.known import bodies
from assistant.sources.phrase import Kind, Name, Phrase
from assistant.sources.places import state_of
from assistant.sources.russian import title_in_first_form
from assistant.sources.standins import government, standing_for
from assistant.sources.titles import title_of
from assistant.sources.words import Match, Sort, concept_name, concepts, grammar
from assistant.sourcing import SourceKind

if TYPE_CHECKING:
    from assistant.sources.cast import Cast

_DESCRIBED = re.compile(
    r"[“”\"»«]?,\s+(?:(?:eine?[mrn]?|der|die|das|dem|an?|the)\s+)?(?:[^\W\d_A-ZÄÖÜА-ЯЁ]\S*\s+|[A-Z][a-z]+(?:an|ese|ish|ic|kh|ian|i)\s+){0,3}"
)
_WHOSE = re.compile(
    r", (?:the )?[A-Z][\w ]+['’]s? (?:[a-z-]+ )+[a-z-]+\Z|, the [a-z]+['’]s? (?:[a-z-]+ )+[a-z-]+\Z"
    r"|, (?:an?|the) [A-Z][\w-]+(?:-based)? (?:[a-z-]+ )*[a-z-]+\Z"
)
_SHORTEST_WORD = 2  # letters
_MOST_SHARED = 0.6  # of the letters of a listed name that a form of it begins with
_GENITIVE = re.compile(r"e?s\Z")
_ARTICLE = re.compile(r"\b(de[rsmn]) [„“\"»«‚]?\Z")
_ADJECTIVE = re.compile(r"(?:sch|ig|lich)e[rnms]?\Z")
_DETERMINED = re.compile(r"\b(?:de[rsmn]|die|das) \Z")
_ARTICLE_BEFORE = 8  # characters
_NAMED_BEFORE = PRINTS | {SourceKind.COMPANY, SourceKind.NGO}


def body_in(cast: Cast, phrase: Phrase, person: Name | None = None) -> Figure | None:
    """The body that the words of a source name, if they name one."""
    if phrase.kinds and (described := _described(phrase)):
        return named_body(cast, described, phrase.kinds[-1])
    if phrase.bodies:
        return _at_home(known_body(cast, phrase.bodies[-1].id, phrase), phrase)
    names = [n for n in phrase.names if n is not person and (cast.knows(n.text) or _may_name(n, phrase))]
    if person:  # "адвокат Малахова Сергей Ким"
        names = [n for n in names if not any(f.person for f in cast.called(n.text))]
    kinds = [k for k in phrase.kinds if not concepts()[k.concept].owned and not _owns(k, phrase)]
    for kind in kinds:
        if name := next((n for n in phrase.names if _is_adjective_of(n, kind, cast)), None):
            return named_body(cast, replace(name, text=f"{name.text} {kind.word}"), kind)
        if name := next((n for n in names if n.placed == kind.placed + 1 and _is_of(n, kind, cast.text)), None):
            within = kind.linked and not concepts()[kinds[0].concept].generic  # "die Polizei der Stadt Ulm"
            return of_kind(cast, kinds[0], phrase, name.text) if within else _titled(cast, kind, name, phrase)
    if named := _named_before(kinds, names, phrase):
        return _titled(cast, *named, phrase)
    if kinds:
        return of_kind(cast, min(kinds, key=lambda k: (not is_specific(k), k.placed)), phrase)
    if person:  # "Rike Berg aus Fulda": only what is known for a body
        names = [n for n in names if cast.knows(n.text) or kind_of_name(n, cast.text, cast.language)[0]]
    return named_body(cast, names[-1], None) if names else None


def _is_adjective_of(name: Name, kind: Kind, cast: Cast) -> bool:
    """ "der Norddeutschen Werft": a German adjective with a capital within a sentence is part of a house's name."""
    if cast.language != "de" or kind.span is None or name.span.end + 1 != kind.span.start:
        return False
    before = cast.text[max(0, name.span.start - _ARTICLE_BEFORE) : name.span.start]
    return bool(_ADJECTIVE.search(name.text) and _DETERMINED.search(before))


def _owns(kind: Kind, phrase: Phrase) -> bool:
    """ "the city's election office": not the city."""
    owner = phrase.language == "en" and kind.word.endswith(("'s", "’s"))
    return owner and any(k.placed > kind.placed and is_specific(k) for k in phrase.kinds)


def _may_name(name: Name, phrase: Phrase) -> bool:
    return not is_mere_noun(name, phrase) and not is_where(name, phrase)


def _described(phrase: Phrase) -> Name | None:
    """ "Halo, the European Union's satellite service", "the Bote, a Ulm weekly": the name that is told with whose it
    is, or where, and what."""
    first = phrase.names[0] if phrase.language == "en" and phrase.names else None
    if first is None or first.placed:
        return None
    return first if _WHOSE.match(phrase.text, first.span.end - phrase.span.start) else None


def _named_before(kinds: Sequence[Kind], names: Sequence[Name], phrase: Phrase) -> tuple[Kind, Name] | None:
    """ "the Fulda Courier daily": in English the name of an outlet or a company may stand before what it is.

    In every language so with a comma: "der Fuldaer Kurier, eine Regionalzeitung".
    """
    heads = _heads(kinds) if phrase.language == "en" else {k: k.placed for k in kinds}
    pairs = ((k, n) for k, placed in heads.items() for n in names if k.span and n.placed == placed - 1)
    return next((p for p in pairs if concepts()[p[0].concept].kind in _NAMED_BEFORE and _stands_by(*p, phrase)), None)


def _heads(kinds: Sequence[Kind]) -> dict[Kind, int]:
    """The words for kinds of bodies that are told of others ("business weekly"), and where their phrase begins."""
    heads: dict[Kind, int] = {}
    for kind in kinds:
        before = next((k for k in heads if k.span and kind.span and k.span.end + 1 == kind.span.start), None)
        heads[kind] = heads.pop(before) if before else kind.placed
    return heads


def _stands_by(kind: Kind, name: Name, phrase: Phrase) -> bool:
    """Whether nothing lies between a name and what it is, or only what a description begins with."""
    start = kind.span.start if kind.span else 0
    if phrase.language == "en" and name.span.end + 1 == start:
        return True
    return bool(_DESCRIBED.fullmatch(phrase.text[name.span.end - phrase.span.start : start - phrase.span.start]))


def _is_of(name: Name, kind: Kind, text: str) -> bool:
    """Whether a name beside a kind of body is that body's: "the daily Ledger", "a second paper, the Ledger"."""
    if name.titled or name.quoted or kind.span is None:
        return name.titled or name.quoted
    between = text[kind.span.end : name.span.start].lower()
    return concepts()[kind.concept].kind not in PLACED and between in (", the ", ", der ", ", die ", ", das ", ", ")


def _at_home(figure: Figure, phrase: Phrase) -> Figure:
    """Notes the state of an outlet: "die russische Agentur Interfax" has it from Russian ministries."""
    if figure.kind in PRINTS and figure.place is None and phrase.places:
        figure.place = state_of(phrase.places[0].id)
    return figure


def _titled(cast: Cast, kind: Kind, name: Name, phrase: Phrase) -> Figure:
    beside = kind.span is not None and kind.span.end + 1 == name.span.start  # "das Büro Ohm": a firm of that name
    if concepts()[kind.concept].part and not beside and (whole := standing_for(cast, kind, phrase)):
        whole.add(name.text)  # "its media wing, the Public Relations Office"
        return whole
    if concepts()[kind.concept].part and beside:
        return named_body(cast, name, None)
    if (concepts()[kind.concept].kind in PLACED or is_specific(kind)) and not name.quoted:
        return of_kind(cast, kind, phrase, _whole(kind, name).text) or titled_body(cast, kind, name)
    return _at_home(titled_body(cast, kind, name), phrase)


def titled_body(cast: Cast, kind: Kind, name: Name) -> Figure:
    """The body whose name stands behind its kind: "Klinikum Nord" is the whole name."""
    return named_body(cast, _whole(kind, name), kind)


def _whole(kind: Kind, name: Name) -> Name:
    word = _GENITIVE.sub("", kind.word) if kind.word.lower() not in grammar("name_parts") else kind.word
    part = word.lower() in grammar("name_parts") and not name.quoted
    return replace(name, text=f"{word} {name.text}") if part else name


def matched_body(cast: Cast, match: Match, phrase: Phrase) -> Figure | None:
    """The body that the beginning of a compound names: "Polizei" of "Polizeisprecherin"."""
    if match.sort is Sort.BODY:
        return known_body(cast, match.value, None)
    if match.sort is not Sort.CONCEPT:
        return None
    word = concept_name(match.value, cast.language)
    return of_kind(cast, Kind(match.value, word, "", False, 0), phrase, bare=True)


def known_body(cast: Cast, identifier: str, phrase: Phrase | None) -> Figure:
    body = bodies()[identifier]
    identity = f"{body.place}:{body.concept}" if body.place and body.concept else body.id
    found = next((f for f in cast.figures if f.key == identity), None)
    if found is None:
        found = cast.enter(Figure(body.kind, identity, side=body.side, concept=body.concept, place=body.place))
    if phrase and not phrase.roles:
        _join_unplaced(cast, phrase, found)
    written = next((b.span.of(cast.text) for b in phrase.bodies if b.id == identifier), "") if phrase else ""
    found.add(_as_listed(written, body.names))
    if phrase and body.concept and not phrase.roles:
        for kind in phrase.kinds:
            if kind.concept == body.concept:
                found.add(title_of(kind, phrase, cast.text), cast.language)
    return found


def _as_listed(written: str, names: Sequence[str]) -> str:
    """The listed name that is written there, else the one that begins most alike: an inflected one, in its script."""
    listed = next((name for name in names if name in written), None)
    if listed and _is_inflected(listed, names[0]):  # "der Deutschen Bahn"
        return names[0]
    near = (
        n for n in names if _shared_start(n.lower(), written.lower()) > _MOST_SHARED * len(n)
    )  # the usual one first
    return listed or next(near, None) or max(names, key=lambda name: _shared_start(name.lower(), written.lower()))


def _is_inflected(one: str, other: str) -> bool:
    """Whether two names differ by the ends of their words alone."""
    mine, theirs = one.split(), other.split()
    return len(mine) == len(theirs) and all(
        _shared_start(a, b) >= min(len(a), len(b)) > _SHORTEST_WORD for a, b in zip(mine, theirs, strict=True)
    )


def _shared_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _join_unplaced(cast: Cast, phrase: Phrase, body: Figure) -> None:
    """ "international observers" before "the OSCE mission": told of by kind alone, then by name."""
    for kind in phrase.kinds:
        body.concept = body.concept or kind.concept
        for figure in cast.figures:
            unplaced = figure.place is None and figure.key.startswith(":") and figure.speaks_for is None
            alike = (figure.kind in PRINTS) == (body.kind in PRINTS)
            if unplaced and alike and figure is not body and kind.concept in figure.concepts:
                figure.speaks_for = body


def named_body(cast: Cast, name: Name, kind: Kind | None) -> Figure:
    """The body of that name; `kind` is the word beside it that says what it is."""
    text = cast.expanded(name.text)
    known = (f for f in (cast.figures if text.isupper() else cast.called(text)) if not f.person and f.named)
    found = next((f for f in known if f.called(text) or f.abbreviated(text)), None)
    guess, concept = kind_of_name(name, cast.text, cast.language)
    if kind:
        guess, concept = concepts()[kind.concept].kind, kind.concept
    if found is None:
        found = Figure(guess or SourceKind.COMPANY, f"name:{text.lower()}", concept=concept, sure=bool(guess))
        cast.enter(found)
    elif guess and found is not cast.publisher and found.concept is None:
        found.kind, found.concept, found.sure = guess, concept, True
    cast.memory.expect(found, text)
    found.gender = found.gender or (gender_of(kind.word) if kind and cast.language == "de" else "")
    found.add(text)
    found.add(name.text)
    if first := _first_form(name, cast, kind):
        found.names = {first: True} | {n: q for n, q in found.names.items() if n not in (text, name.text)}
        found.add(name.text, quoted=False)
    return found


def _first_form(name: Name, cast: Cast, kind: Kind | None) -> str:
    """ "der «Bergischen Zeitung»", "des „Kuriers“", "der Schweizerischen Post": a German name, by its article; a
    Russian one that is quoted, by its ending, where no word for what it is takes the case."""
    if cast.language == "ru" and name.quoted and kind is None:
        title = title_in_first_form(name.text, cast.text, name.span.start)
        return title if title != name.text else ""
    if cast.language != "de" or not (name.quoted or len(name.words) > 1):
        return ""
    before = _ARTICLE.search(cast.text, max(0, name.span.start - _ARTICLE_BEFORE), name.span.start)
    first = " ".join(nominative([before[1], *name.words])) if before else name.text
    return first if first != name.text else ""


def of_kind(cast: Cast, kind: Kind, phrase: Phrase, qualifier: str = "", *, bare: bool = False) -> Figure | None:
    """The body of a kind: of the place that the phrase names, or the one of this kind that the article has.

    `bare`: the kind is the beginning of a compound, and the rest of the phrase tells of somebody else.
    """
    concept = concepts()[kind.concept]
    place = place_of(kind, None if bare else phrase, qualifier) or (cast.side if concept.seat else None)
    if place and state_of(place) and are_authorities(kind, cast.language):
        return government(cast, place, title_of(kind, phrase, cast.text))
    if concept.part or not is_specific(kind, qualifier):
        return standing_for(cast, kind, phrase)
    same = same_kind(kind, place)
    found = cast.memory.latest(same) or next((f for f in cast.figures if same(f)), None)
    if found is None:
        identity = f"{kind.word}{kind.long}".lower() if concept.generic else kind.concept
        found = cast.enter(Figure(concept.kind, f"{place or ''}:{identity}", concept=kind.concept, place=place))
        found.gender = gender_of(kind.word) if cast.language == "de" else ""
    if place and found.place is None and found is not cast.publisher:
        found.place, found.key = place, f"{place}:{found.key.partition(':')[2]}"
    found.side = found.side or (place if place and state_of(place) == place else None)
    title = f"{title_of(kind, phrase, cast.text, place or '')} {qualifier}".strip()
    found.add(title, cast.language, quoted=cast.quoting)
    return found
