"""How somebody is told of who says something: as answering a charge, as raising one, as clearing themselves.

Each asks for the words that tell of it: a statement, or what `framing` takes of a claim.
"""

from __future__ import annotations

from assistant.cues import find
from assistant.sourcing import Claim

_FOLDER = "assistant.words.stakes"


def framing(claim: Claim) -> str:
    """The clause that attributes; the whole claim where it tells in its own words what somebody has said."""
    text, said = claim.article.text, claim.attribution
    return " ".join(span.of(text) for span in said.frame) if said and said.frame else claim.text


def answers(words: str, language: str) -> bool:
    """Whether they deny or insist: whoever does so is held to account for something. A court that dismisses an appeal
    denies nothing."""
    return _met("denies", words, language) or _met("insists", words, language)


def owns_up(words: str, language: str) -> bool:
    return bool(find("admits", words, language))


def accuses(words: str, language: str) -> bool:
    return _met("accuses", words, language)


def clears(words: str, language: str) -> bool:
    """Whether they say of somebody that they are not to blame, or did not know."""
    return _met("clears", words, language)


def _met(name: str, words: str, language: str) -> bool:
    return bool(find(name, words, language, _FOLDER))
