"""Whether a word of the lists is what it seems where it stands, or a part of a name."""

from __future__ import annotations

from assistant.sources.given_names import given_names
from assistant.sources.page import BREAKS, MARKS, Page
from assistant.sources.phrase import Name
from assistant.sources.words import Match, Sort, concepts, grammar
from assistant.sourcing import SourceKind


def true_match(page: Page, at: int, first: int, end: int, last: Name | None, titled: bool) -> Match | None:
    """What the lists say of a word of a phrase from `first` to `end`; `last` is the name found before it."""
    match = page.match(at)
    if match is None or match.sort in (Sort.BODY, Sort.UNNAMED):
        return match
    if match.value == "party" and _is_side(page, at, match):
        return None
    follows_name = last and not last.quoted and last.span.end + 1 == page.words[at].start
    if match.sort is Sort.ROLE:
        ends_surname = match.border and follows_name  # "Hans Bachmann"
        return None if ends_surname or _is_possessive(page, at, end) else match
    if _begins_name(page, at, match.length, end) or _is_made_up(page, match, at, first, end, titled):
        return None
    if page.language == "en" and (_is_surname(page, at) or ends_name(page, at, match)):
        return None
    return match


def _is_side(page: Page, at: int, match: Match) -> bool:
    """ "either party", "die Streitparteien": a side of a suit or a war."""
    before = page.words[at - 1].low if at else ""
    beginning = page.words[at].low[: match.border]
    sides = grammar("sides", page.language)
    return before in sides or (bool(beginning) and beginning.rstrip("s") in {side.rstrip("s") for side in sides})


def ends_name(page: Page, at: int, match: Match) -> bool:
    """ "Kurland Launch Services": a plural with a capital behind another one is part of a name."""
    word = page.texts[at]
    generic = match.sort is Sort.CONCEPT and match.length == 1 and concepts()[match.value].generic
    follows = at > 0 and page.texts[at - 1][0].isupper() and page.words[at - 1].end + 1 == page.words[at].start
    named = word[0].isupper() and (word.endswith("s") or "-" in word)
    return generic and named and (follows or "-" in word)


def _is_possessive(page: Page, at: int, end: int) -> bool:
    """ "King's College"."""
    word = page.texts[at]
    return word.endswith(("'s", "’s")) and word[0].isupper() and at + 1 < end and page.texts[at + 1][0].isupper()


def _is_surname(page: Page, at: int) -> bool:
    """ "Roy Banks": a plural after a given name is no kind of body."""
    return (
        at > 0 and page.texts[at].endswith("s") and page.texts[at][0].isupper() and page.texts[at - 1] in given_names()
    )


def _is_made_up(page: Page, match: Match, at: int, first: int, end: int, titled: bool) -> bool:
    """ "die Firma Kaltwerk", "Kaltwerk teilte mit": a German compound that is a company's name, with no article."""
    if match.border and titled and concepts()[match.value].kind is SourceKind.OUTLET:
        return True  # "der Sender Nordkanal"
    if not match.border or concepts()[match.value].kind is not SourceKind.COMPANY:
        return False
    before = page.words[at - 1] if at > first else None
    after = page.texts[at + match.length] if at + match.length < end else ""
    if after in grammar("legal_forms"):  # "die Kaltwerk AG"
        return True
    return titled or before is None or not (before.low in grammar("determiners") or before.text[0].islower())


def _begins_name(page: Page, at: int, length: int, end: int) -> bool:
    """ "Daily Record": in English a kind of body with a capital before another one is part of a name."""
    begins = at == 0 or page.texts[at - 1] in BREAKS or page.texts[at - 1] in MARKS
    if page.language != "en" or begins or at + length >= end:
        return False
    word, after = page.words[at + length - 1], page.words[at + length]
    return word.text[0].isupper() and after.text[0].isupper() and after.start == word.end + 1
