"""How names of bodies and people go on: "für Umwelt und Artenschutz", "of Information", ", Ada Berg"."""

from __future__ import annotations

import re

from assistant.sources.german import is_noun
from assistant.sources.given_names import given_name
from assistant.sources.words import concepts
from assistant.sourcing import SourceKind
from index.documents import Span

_LONG = {
    "de": re.compile(
        r"( für | der )(?:[a-zäöüß]+e[nrs]? )?[A-ZÄÖÜ][\w-]+(?:(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+)?"  # fields
    ),
    "en": re.compile(r"( of | for | on )(?:the )?[A-Z][\w-]+(?:(?: and| of| the|,)? [A-Z][\w-]+)*"),
}
_CALLED = re.compile(r" (?:namens|named|called|по имени)(?: [A-ZÄÖÜА-ЯЁ][\w-]+)+")
_AROUND = re.compile(r" (?:um|around) (?:die |den |das )?(?:[A-ZÄÖÜ][\w-]+ ){1,3}[A-ZÄÖÜ][\w-]+")
_AMONG = re.compile(r" из [а-яё]+(?: [а-яё]+)?")  # "одна из работниц"
_TOWN = re.compile(r" ([A-ZÄÖÜ][a-zäöüß]+)\b(?! [A-ZÄÖÜ])")
_AND_MORE = re.compile(r"(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+")
_FIELDS = re.compile(r" [A-ZÄÖÜ][\w-]+(?:, [A-ZÄÖÜ][\w-]+)* und [A-ZÄÖÜ][\w-]+(?= \(| [a-zäöü]|[,.:;])")
_INITIAL_LAST = re.compile(r"(?:\A|\s)[A-ZÄÖÜА-ЯЁ]\Z")
_APPOSED = re.compile(r", ([A-ZÄÖÜА-ЯЁ][\w-]+(?: [A-ZÄÖÜА-ЯЁ][\w-]+)+)")


def long_name(text: str, span: Span, language: str, concept: str) -> str:
    """What belongs to the name of a body after the word for its kind, which is at `span`."""
    pattern = _LONG.get(language)
    found = pattern.match(text, span.end) if pattern else None
    if found is None and concepts()[concept].kind is SourceKind.NGO and language == "de":
        fields = _FIELDS.match(text, span.end)  # "Gewerkschaft Erziehung und Wissenschaft"
        return fields.group() if fields and text[span.start].isupper() else ""
    if found is None and " für " in span.of(text):
        found = _AND_MORE.match(text, span.end)
        return found.group() if found else ""
    if found is None or not text[span.start].isupper():
        return ""
    if found[1].strip() in ("der", "of") and not _has_members(concept, language):
        return ""
    town = _TOWN.match(text, found.end()) if language == "de" else None  # "Institut für Forschung Halle"
    return found.group() + (town.group() if town and not is_noun(town[1]) else "")


def _has_members(concept: str, language: str) -> bool:
    """ "Bund der Steuerzahler" is a name, "Polizei der Stadt" is none. English offices are "of" something."""
    kind = concepts()[concept].kind
    return kind is SourceKind.NGO or (
        language == "en" and kind in (SourceKind.GOVERNMENT, SourceKind.EXPERT, SourceKind.COURT)
    )


def whole_name(text: str, span: Span, language: str) -> Span:
    """A span that ends within a name, longer: "das Landesamt" where "für Umwelt" follows, "Detlef M" before a stop."""
    if called := _CALLED.match(text, span.end):
        return Span(span.start, called.end())
    if span.of(text).lower().endswith(("team", "gruppe")) and (around := _AROUND.match(text, span.end)):
        return Span(span.start, around.end())
    if language == "ru" and (among := _AMONG.match(text, span.end)) and span.of(text).lower() in ("один", "одна"):
        return Span(span.start, among.end())
    if text[span.end : span.end + 1] == "." and _INITIAL_LAST.search(text, span.start, span.end):
        return Span(span.start, span.end + 1)
    if not any(c.isupper() for c in text[span.start + 1 : span.end]) and (named := _APPOSED.match(text, span.end)):
        return Span(span.start, named.end()) if given_name(named[1]) else span  # "its coordinator, Ada Berg"
    found = _LONG["de"].match(text, span.end) if language == "de" else None
    return Span(span.start, found.end()) if found and found[1] == " für " else span
