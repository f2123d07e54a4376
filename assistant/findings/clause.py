"""Where the first clause of a sentence ends and the sentence goes on to tell more: colour, or something else."""

from __future__ import annotations

import re
from functools import cache

from assistant.cues import find
from index.documents import Span
from index.wordlists import LANGUAGES, words_of

_FOLDER = "assistant.words"
_LEAST = 5  # words that a clause has which can be understood alone
_NEAR = 4  # words before a relative clause, among which stands what it picks out
_DASH = r"|\s[–—]\s"
_SET_IN = re.compile(r"\s[–—]\s[^–—]*\s[–—]\s")  # between two dashes
# What looks like a further clause and is set into the one that goes on after it: "Nadia R., die in Freiburg lebt, kam".
_GOES_ON = re.compile(
    r",\s[^,;–—]+,\s(?!und\b|and\b|и\b|aber\b|but\b|sowie\b|wie\b|so\b|de(?:r|n|m|ssen|ren)\b|die\b|das\b|who\b|which\b)"
)
# … or belongs to it: "versucht, das Land hineinzuziehen".
_INFINITIVE = re.compile(
    r",\s(?:das|den|die|dem|der)\s(?:[^,;–—.]|(?<=\d)[,.](?=\d))*?\b(?:zu\s\w+e?n|\w{2,}zu\w{3,}e?n)(?![\w])\s*(?=[,;–—.]|\Z)"
)
# German, of which there is one: the greatest, the twentieth; no verb ("wusste").
_SUPERLATIVE = re.compile(r"\b(?!\w*usste)[a-zäöüß]{2,}st(?:e|e[mnrs])\s+[\w-]+\Z")


def first_clause(text: str, language: str) -> str:
    """The text up to where a relative clause, a clause of its own or a dash adds to it."""
    set_in = [m.span() for m in _SET_IN.finditer(text)]
    found = (m for m in _further(language).finditer(text) if not any(a <= m.start() < b for a, b in set_in))
    ends = (m.start() for m in found if not _belongs(text, m.start(), language))
    end = next((at for at in ends if len(text[:at].split()) >= _LEAST), None)
    return text[:end].rstrip(" ,") if end else text


@cache
def _further(language: str) -> re.Pattern[str]:
    """In Russian a dash mostly stands for a verb, which the clause cannot be without."""
    opening = "|".join(sorted(words_of(_FOLDER, "further", *_known(language)), key=len, reverse=True))
    return re.compile(rf",\s(?:{opening})\s|;\s" + (_DASH if language != "ru" else ""))


def _known(language: str) -> tuple[str, ...]:
    return (language,) if language in LANGUAGES else ()


def _belongs(text: str, at: int, language: str) -> bool:
    """Whether what begins there cannot be cut off without leaving half a clause, or another statement."""
    if text[at] != ",":
        return False
    return bool(_GOES_ON.match(text, at) or _INFINITIVE.match(text, at)) or _picks_out(text[:at], language)


def _picks_out(before: str, language: str) -> bool:
    """Whether what follows tells which one is meant: "der größte Brand, den …"."""
    if language == "de" and _SUPERLATIVE.search(before):
        return True
    starts = [m.start() for m in re.finditer(r"\S+", before)][-_NEAR:]
    near = Span(starts[0] if starts else 0, len(before))
    return any(near.start <= cue.span.start for cue in find("picks_out", before, language))
