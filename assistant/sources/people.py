"""Which person of an article is meant, and for whom they speak."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.sources.apart import is_specific
from assistant.sources.bodies import body_in, named_body
from assistant.sources.figures import Figure
from assistant.sources.given_names import given_name
from assistant.sources.kinds import PRINTS, is_mere_noun, kind_of_name
from assistant.sources.leading import body_of_role
from assistant.sources.offices import GOVERNING, OF_ONE, is_of_another, office_holder, office_of, settle_office
from assistant.sources.phrase import Kind, Name, Phrase, Role
from assistant.sources.phrases import read_phrase
from assistant.sources.russian import asks_for_genitive, first_form, from_genitive, from_instrumental
from assistant.sources.words import grammar
from assistant.sourcing import SourceKind
from index.documents import Span

if TYPE_CHECKING:
    from assistant.sources.cast import Cast

SPEAKING = frozenset({"spokes", "heads", "owners", "presidents"})
_ROLE_KINDS = {
    "offices": SourceKind.GOVERNMENT,
    "officials": SourceKind.GOVERNMENT,
    "politicians": SourceKind.POLITICAL,
    "police": SourceKind.POLICE,
    "military": SourceKind.MILITARY,
    "court": SourceKind.COURT,
    "experts": SourceKind.EXPERT,
    "witnesses": SourceKind.WITNESS,
}
_PROFESSOR = re.compile(r"\b(?:Prof\.?|Professorin|Professor|профессор)(?: Dr\.)? \Z")
# Bodies whose people speak for them even without an office: "Rike Santelmann vom Verein …".
_JOINED = frozenset({SourceKind.NGO, SourceKind.COMPANY, SourceKind.POLITICAL, SourceKind.GOVERNMENT})
_OF_EITHER = ("jährige", "jährigen", "nde", "nden")  # "die 49-Jährige", "die Vorsitzende": the article alone tells
_COURT = Kind("court", "", "", False, 0)
_NEAR_ROLE = 300  # characters between a Russian role without an article and who has it
_LONGEST_LINK = 4  # words between a person and the body: "vom neuen Verein"
_SEATS = frozenset({"chancellery", "government", "presidency"})


def person_name(cast: Cast, phrase: Phrase) -> Name | None:
    """The name in a phrase that is a person's; "Environment minister Jan Ohm": the one behind the role."""
    names = [n for n in phrase.names if _is_person(cast, n, phrase)]
    if len(names) > 1 and len(names[0].words) == 1 and not given_name(names[0].text) and not cast.knows(names[0].text):
        behind = (n for n in names[1:] if len(n.words) > 1 and any(r.placed == n.placed - 1 for r in phrase.roles))
        return next(behind, names[0])
    return names[0] if names else None


def _is_person(cast: Cast, name: Name, phrase: Phrase) -> bool:
    if name.quoted or "&" in name.words:
        return False
    if name.titled and not _heads_a_body(name, phrase):
        return False
    has_role = any(abs(r.placed - name.placed) == 1 for r in phrase.roles)
    if _is_possessor(name, phrase):
        return False
    if name.linked and not given_name(name.text):
        return False
    before_kind = any(k.span and k.span.start == name.span.end + 1 for k in phrase.kinds)
    if (
        phrase.language == "de"
        and before_kind
        and len(name.words) == 1
        and name.text.endswith(("er", "s", "sche", "schen"))
    ):
        return False  # "Hamburger Magazin", "Ohms Büro", "der Norddeutschen Werft"
    before_role = any(r.placed == name.placed + 1 for r in phrase.roles)
    if phrase.language == "de" and name.linked and before_role and len(name.words) == 1 and name.text.endswith("er"):
        return False  # "der Lüneburger Richter"
    known = next(cast.called(name.text), None)
    if known:
        return known.person
    if is_mere_noun(name, phrase) and not has_role:
        return False
    if phrase.text[name.span.end - phrase.span.start :].startswith((" um ", " around ")):
        return False  # "das Team um die Forscherin"
    return has_role or bool(given_name(name.text)) or not kind_of_name(name, cast.text, cast.language)[0]


def _is_possessor(name: Name, phrase: Phrase) -> bool:
    """ "Norlands Ministerpräsident Jan Ohm": whose he is stands before the role, and his own name behind it."""
    between = any(r.placed == name.placed + 1 for r in phrase.roles)
    owns = name.text.endswith(("s", "’s", "'s", "’", "'")) or phrase.language == "ru"
    return owns and between and any(n.placed == name.placed + 2 for n in phrase.names)


def _heads_a_body(name: Name, phrase: Phrase) -> bool:
    """A name right after a body's is a person's if a role stands before the body: "председатель ЦИК Иван Иванов"."""
    return len(name.words) > 1 and any(r.placed < name.placed - 1 and r.sort in SPEAKING for r in phrase.roles)


def role_in(phrase: Phrase, person: Name | None) -> Role | None:
    if person is None:
        return next((r for r in phrase.roles if r.sort in SPEAKING), next(iter(phrase.roles), None))
    before = [r for r in phrase.roles if r.placed < person.placed]
    return before[-1] if before else next(iter(phrase.roles), None)


def person(cast: Cast, name: Name, phrase: Phrase) -> Figure:
    """The person of that name, with what the phrase tells of role and body."""
    found = next((f for f in cast.called(name.text) if f.person), None)
    if found is None:
        found = cast.enter(Figure(SourceKind.PERSON, "", person=True))
    written = first_form(name.text) if cast.language == "ru" else name.text
    if cast.language == "ru" and any(r.word.endswith(("ом", "ем", "ём")) for r in phrase.roles):
        written = from_instrumental(written)
    elif cast.language == "ru" and written == name.text and asks_for_genitive(cast.text, name.span.start):
        written = from_genitive(written)
    if written not in found.names:
        found.add(written)
        cast.memory.expect(found, name.text)
    found.key = f"person:{max(found.names, key=len, default=name.text).lower()}"
    found.gender = found.gender or given_name(name.text) or ""
    if found.kind is SourceKind.PERSON and _PROFESSOR.search(cast.text, max(0, name.span.start - 12), name.span.start):
        found.kind = SourceKind.EXPERT
    role = role_in(phrase, name)
    body = _led(cast, phrase) or body_in(cast, phrase, name)
    if role is None and phrase.clause and body and not found.speaks_for and _led(cast, phrase):
        found.speaks_for, found.kind = body, body.kind
    if role:
        settle_office(cast, role, found)
        cast.memory.remember(role.word, found)
        cast.memory.remember(role.sort, found)
        found.gender = found.gender or gender(role.word, cast.language)
        _take_role(cast, found, role, body, phrase)
    elif body and body is not found and found.speaks_for is None and _belongs(found, body, name, phrase):
        found.speaks_for = body
    return found


def _led(cast: Cast, phrase: Phrase) -> Figure | None:
    """The body that a relative clause makes somebody lead: "who heads the mission"."""
    words = phrase.clause.lower().split()
    at = next((n for n, w in enumerate(words) if w.strip(",") in grammar("leads", cast.language)), None)
    if at is None:
        return None
    start = phrase.span.of(cast.text).find(phrase.clause) + phrase.span.start
    led = read_phrase(cast.page, Span(start, start + len(phrase.clause)))
    if led.kinds and not (led.bodies or led.names or is_specific(led.kinds[0])):  # "the opposition on the council"
        return cast.memory.latest(lambda f: led.kinds[0].concept in f.concepts)
    return body_in(cast, led)


def _belongs(found: Figure, body: Figure, name: Name, phrase: Phrase) -> bool:
    """ "Rike Santelmann vom Verein …": who is of a body without an office, and speaks for it; no expert does."""
    if found.kind is not SourceKind.PERSON or not body.sure or body.kind not in _JOINED:
        return False
    named = [k.span for k in phrase.kinds if k.span] + [n.span for n in phrase.names] + [b.span for b in phrase.bodies]
    after = min((span.start for span in named if span.start >= name.span.end), default=name.span.end)
    between = phrase.text[name.span.end - phrase.span.start : after - phrase.span.start].lower().strip(" ,").split()
    return 0 < len(between) <= _LONGEST_LINK and between[0] in grammar("links", phrase.language) - {"the", "a", "an"}


def _take_role(cast: Cast, found: Figure, role: Role, body: Figure | None, phrase: Phrase) -> None:
    if role.sort in GOVERNING and (office := office_of(cast, role, phrase)):
        found.kind, found.office, found.side = SourceKind.GOVERNMENT, office, office.side
    elif role.sort in SPEAKING:
        if body is cast.publisher and body.kind in PRINTS:
            body = None  # "Sprecher Jan Berg zum Boten": to whom he speaks
        told = body if cast.quoting or not found.speaks_for else None  # who introduces may say it of somebody else
        of_person = any(f.person for n in phrase.names if n.linked for f in cast.called(n.text))
        elsewhere = any(n.linked and n.placed > role.placed for n in phrase.names if n.text not in found.names)
        unsaid = None if of_person or elsewhere else body_of_role(cast, role, phrase)
        org = told or found.speaks_for or unsaid
        if org and org is not found and not org.person:
            found.speaks_for = org
            found.kind = org.kind
    elif role.sort in GOVERNING:
        found.kind = SourceKind.GOVERNMENT
        if role.sort == "statesmen" and cast.publisher.concept in _SEATS:
            found.speaks_for = cast.publisher
    elif found.kind is SourceKind.PERSON:
        found.kind = _ROLE_KINDS.get(role.sort, SourceKind.PERSON)


def speaker(cast: Cast, role: Role, phrase: Phrase) -> Figure:
    """Who speaks for a body and is not named: "ein Sprecher der Polizei", "the company's spokeswoman"."""
    if office := next((r for r in phrase.roles if r is not role and r.sort in OF_ONE), None):
        return by_role(cast, office, phrase, definite=True)  # "a spokesman for the prime minister"
    if of_whom := next((f for n in phrase.names if n.linked for f in cast.called(n.text) if f.person), None):
        return of_whom
    body = body_in(cast, phrase)
    if body and body.named:
        _introduce_head(cast, role, body, phrase)
        return _speaking(cast, role, body)
    if body:  # "the head of one of the schools"
        return body
    sex = gender(role.word, cast.language)
    same = cast.memory.remembered(f"spokes {sex}") if role.sort == "spokes" else None
    known = cast.memory.remembered(role.word) or same or cast.memory.remembered(role.sort)
    if known and not role.body and phrase.first in grammar("definite", cast.language):
        return known
    if found := body_of_role(cast, role, phrase):
        return found if found.person else _speaking(cast, role, found)
    return by_role(cast, role, phrase)


def _speaking(cast: Cast, role: Role, body: Figure) -> Figure:
    """Who speaks for a body without a name: "she" may mean her, whatever the body's gender."""
    sex = gender(role.word, cast.language)
    if role.sort == "spokes":
        cast.memory.remember(f"spokes {sex}", body)  # "ein Unternehmenssprecher", and then "der Sprecher"
    if not sex or sex == body.gender or role.sort != "spokes":
        return body
    found = Figure(body.kind, body.key, person=True, gender=sex, speaks_for=body)
    cast.memory.remember(role.word, found)
    return found


def _introduce_head(cast: Cast, role: Role, body: Figure, phrase: Phrase) -> None:
    """ "Jan Berg sah müde aus. „…“, sagt der Chef der Reederei": the person just told of is the head."""
    if role.sort == "spokes" or phrase.first not in grammar("definite", cast.language):
        return
    last = cast.memory.subject()
    if last and last.person and last.named and last.kind is SourceKind.PERSON:
        last.speaks_for, last.kind = body, body.kind
        cast.memory.remember(role.word, last)


def by_role(cast: Cast, role: Role, phrase: Phrase, *, definite: bool = False) -> Figure:
    """ "der Reeder", "the official": whoever had the role before; else somebody without a name."""
    definite = definite or phrase.first in grammar("definite", cast.language)
    known = cast.memory.remembered(role.word)
    alone = role.sort in OF_ONE or cast.language == "ru"
    told_before = definite or (alone and phrase.first not in grammar("indefinite", cast.language))
    if known and told_before and not is_of_another(known, phrase):
        return known
    if (
        definite
        and not _is_described(phrase)
        and (last := cast.memory.latest(lambda f: f.person and _may_be(f, role, cast)))
    ):
        return last
    if cast.language == "ru" and len(phrase.words) == 1 and not _is_plural(phrase.words[0]):  # "Чиновник отметил"
        near = cast.memory.referent(lambda f: f.person and f.named and _may_be(f, role, cast), near=_NEAR_ROLE)
        if near and near.kind is _ROLE_KINDS.get(role.sort):
            return near
    if role.sort == "court" and not _is_described(phrase):  # "the judges", "die Lüneburger Richter"
        if court := cast.memory.latest(lambda f: not f.person and f.kind is SourceKind.COURT):
            return court
        if definite and phrase.names:
            return named_body(cast, replace(phrase.names[-1], text=f"{phrase.names[-1].text} {role.word}"), _COURT)
    if role.sort == "experts" and _are_many(role, phrase) and (body := body_in(cast, phrase)):
        return body  # "Forscher der Universität Kiel"
    if role.sort in OF_ONE and (definite or not phrase.first.islower()):
        found = cast.enter(office_holder(cast, role, phrase))
    else:
        found = cast.unnamed(phrase)
    found.gender = found.gender or gender(role.word, cast.language)
    cast.memory.remember(role.word, found)
    return found


def _is_plural(word: str) -> bool:
    return word.lower().endswith(("ы", "и", "ов", "ей", "ам", "ям", "ами", "ями", "ах", "ях"))


def _are_many(role: Role, phrase: Phrase) -> bool:
    """Whether they speak as people of a body that the phrase names: no article, and in the plural."""
    told = phrase.bodies or any(n.titled for n in phrase.names) or any(is_specific(k) for k in phrase.kinds)
    if phrase.first != role.word.lower() or not told:
        return False
    return phrase.language == "de" or phrase.first.endswith(("s", "и", "ы"))


def _is_described(phrase: Phrase) -> bool:
    """ "the woman at the till": more is said of somebody new than of somebody known."""
    after = phrase.text.lower().split(phrase.roles[0].word.lower(), 1)[-1].split()
    return bool(after) and after[0] in grammar("links", phrase.language)


def _may_be(figure: Figure, role: Role, cast: Cast) -> bool:
    wanted = _ROLE_KINDS.get(role.sort)
    if {figure.gender, gender(role.word, cast.language)} == {"m", "f"}:
        return False
    return wanted is None or figure.kind in (wanted, SourceKind.PERSON, SourceKind.UNNAMED)


def gender(word: str, language: str) -> str:
    low = word.lower()
    if language == "de":
        if low.endswith(_OF_EITHER):
            return ""
        return "f" if low.endswith(("in", "frau", "mutter", "tochter")) else "m"
    if language == "ru":
        return "f" if low.endswith(("ница", "ка", "ца", "женщина")) else ""
    if low.endswith(("woman", "queen", "mother")):
        return "f"
    return "m" if low.endswith(("man", "king", "father")) else ""
