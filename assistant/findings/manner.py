"""How somebody is told of who says something: as answering a charge, as raising one, as clearing themselves."""

from __future__ import annotations

from assistant.cues import find
from assistant.sourcing import Claim

_FOLDER = "assistant.words.stakes"


def answers(claim: Claim) -> bool:
    """Whether the words that attribute it deny, insist or own up: whoever does so is held to account for something."""
    words, language = _framing(claim), claim.article.language
    return denies(words, language) or _met("insists", words, language)


def denies(text: str, language: str) -> bool:
    """Whether a text tells of a denial of what is said of somebody; that a court dismisses an appeal is none."""
    return _met("denies", text, language)


def owns_up(claim: Claim) -> bool:
    return bool(find("admits", _framing(claim), claim.article.language))


def accuses(claim: Claim) -> bool:
    return _met("accuses", _framing(claim), claim.article.language)


def clears(text: str, language: str) -> bool:
    """Whether a text says of somebody that they are not to blame, or did not know."""
    return _met("clears", text, language)


def _framing(claim: Claim) -> str:
    """The clause that attributes; the whole claim where it tells in its own words what somebody has said."""
    text, said = claim.article.text, claim.attribution
    return " ".join(span.of(text) for span in said.frame) if said and said.frame else claim.text


def _met(name: str, text: str, language: str) -> bool:
    return bool(find(name, text, language, _FOLDER))
