"""What of a claim's sentence is its statement: the words that others can support, without the frame and the colour."""

from __future__ import annotations

import re

from assistant.cues import denials
from assistant.findings.clause import first_clause
from assistant.judge.sides import side
from assistant.sourcing import Claim, QuoteType
from assistant.write.reference import announces
from assistant.write.sentence import dateline_length, takes_up
from index.documents import Span

_TELLING, _ENOUGH, _FEWEST = 0.4, 1.2, 3  # weight of a unit that tells, of all such together, and how many units
_ANY, _FEW = 0.8, 2  # likewise, of what is stated at all: "two people died"
_MOSTLY = 0.6  # of a claim's text, that is a reservation
_LEAST = 5  # words that a statement has: less is no sentence that can be understood alone
# Attributed words that are no sentence by themselves: an infinitive; in German what has its verb at the end, or at the
# front because it goes on after who says so; a piece of a sentence in quotation marks.
_INFINITIVE = {
    "de": re.compile(
        r"\A[^,]*(?:\bzu\s\w+e?n|\b\w{2,}zu\w{3,}e?n)(?:\s(?:haben|sein|werden|wollen|können|müssen))?[\s.!\"“”»«]*(?:,|\Z)"
    ),
    "en": re.compile(r"\A(?:not\s)?(?:to\s[a-z]|[a-z]+ing\s)"),
    "ru": re.compile(r"\A(?:не\s)?[а-яё]+(?:т[ьи]|л[аои]?)(?:с[ья])?\s"),
}
_VERB_LAST = re.compile(r"\b(?:dass|daß|ob|wie|wonach|wo|warum|wann|weil)\s+\Z", re.IGNORECASE)
_VERB_FIRST = re.compile(r"[^\W_]\s*\Z|(?:\A|\s)(?:Wie|Nach|Laut|Gemäß)\s[^.]*,\s*\Z")
_PIECE = re.compile(r"[^\W_]\s*[„“\"«»‘]\s*\Z")
_QUOTES = "„“”\"«»‚‘’'›‹ "
_PAIRS = (("„", "“"), ("“", "”"), ("«", "»"), ("»", "«"), ('"', '"'), ("‚", "‘"), ("‘", "’"), ("›", "‹"), ("‹", "›"))
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_JOINS = re.compile(r"\A(?:dass|daß|that|что|будто)\s+", re.IGNORECASE)


def core(claim: Claim) -> str:
    """The claim's text as a statement: what is attributed without who says so, up to where it goes on to tell more."""
    content = _content(claim)
    words = content if len(content.split()) >= _LEAST else claim.text
    told = first_clause(words[dateline_length(words) :], claim.article.language).strip(" ,")
    return told[:1].upper() + told[1:]


def _content(claim: Claim) -> str:
    """The attributed words, where they lie in one piece within the claim; else the claim's. Who denies something says
    the contrary of what is attributed, and what is told of somebody's words has them in its clause."""
    told = claim.attribution
    if told is None or told.type is QuoteType.REPORTED or len(told.content) != 1:
        return claim.text
    if denials(claim.text, claim.article.language):
        return claim.text
    inside = _within(told.content[0], claim.span)
    if inside is None or not _is_sentence(inside, claim):
        return claim.text
    return _JOINS.sub("", _unquoted(inside.of(claim.article.text)), count=1)


def _unquoted(words: str) -> str:
    """Without the marks around all of them, or one that is left of such; those within stay in pairs."""
    bare = words.strip(_QUOTES)
    return next((words.strip() for opens, closes in _PAIRS if _is_torn(words.strip(), bare, opens, closes)), bare)


def _is_torn(words: str, bare: str, opens: str, closes: str) -> bool:
    """Whether a mark at either end of the words pairs with one within them: «Долон» won."""
    bare = _APOSTROPHE.sub("", bare)
    within = bare.count(opens) + (bare.count(closes) if closes != opens else 0)
    return within % 2 == 1 and (words.startswith(opens) or words.endswith(closes))


def _is_sentence(content: Span, claim: Claim) -> bool:
    """Whether attributed words can be read without what stands before them."""
    text, language = claim.article.text, claim.article.language
    words = content.of(text).lstrip(_QUOTES)
    before = text[claim.span.start : content.end - len(words)]
    if language == "de" and (_JOINS.match(words) or _VERB_LAST.search(before) or _VERB_FIRST.search(before)):
        return False
    if _PIECE.search(before) and words[:1].islower():
        return False
    infinitive = _INFINITIVE.get(language)
    return infinitive is None or not infinitive.search(_JOINS.sub("", words, count=1))


def _within(span: Span, other: Span) -> Span | None:
    start, end = max(span.start, other.start), min(span.end, other.end)
    return Span(start, end) if start < end else None


def stands_alone(claim: Claim) -> bool:
    """Whether a claim can be understood without what stood before it."""
    return not takes_up(claim.text, claim.article.language)


def tells(claim: Claim) -> bool:
    """Whether a claim tells enough to be worth telling: that the sun shone is colour, "so sagte er" is frame."""
    return _tells(claim, _ENOUGH, _FEWEST)


def is_statement(claim: Claim) -> bool:
    """Whether a claim says something that others can support or oppose; a headline may only announce it."""
    if core(claim).endswith("?") or (claim.headline and announces(claim.text, claim.article.language)):
        return False
    return _tells(claim, _ANY, _FEW) and not _is_reservation(claim)


def _is_reservation(claim: Claim) -> bool:
    """Whether it only says how sure something else is: "Unabhängig überprüfen ließ sich das nicht." """
    reserved = {n for hedge in claim.hedges for n in range(hedge.start, hedge.end)}
    return len(reserved & set(range(claim.span.start, claim.span.end))) >= _MOSTLY * len(claim.text)


def _tells(claim: Claim, enough: float, fewest: int) -> bool:
    told = side(core(claim), claim.article.language)
    return sum(u.weight for u in told.units if u.weight >= _TELLING) >= enough and len(told.units) >= fewest
