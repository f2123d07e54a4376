"""A model that replies to every prompt in the form asked for, with nothing that is not in it: good, and simple."""

from __future__ import annotations

import json
import re

from openai_server import Answer, Request
from transcript import numbered, prompt_of, statements, task_of

_WORD = re.compile(r"\w{4,}")
_PASSAGE = re.compile(r"^PASSAGE (\d+) .*\n(.+)$", re.MULTILINE)
_QUESTION = re.compile(r"^(?:FOLLOW-UP )?QUESTION: (.*)$", re.MULTILINE)
_SHARED = 0.6
_MOST = 3  # sentences that it writes


def obliging(request: Request, number: int) -> Answer:
    """For `OpenAIServer`."""
    user = prompt_of(request)
    return Answer(json.dumps(_REPLIES[task_of(request)](user), ensure_ascii=False), tokens=len(user) // 4)


def _read(user: str) -> object:
    return {"own": list(numbered(user)), "claims": [], "silences": []}


def _verdicts(user: str) -> object:
    shown = numbered(user)
    return {
        "statements": [
            {"s": n, "related": [_supports(at, text) for at, text in shown.items() if _alike(statement, text)]}
            for n, statement in statements(user).items()
        ]
    }


def _supports(number: int, text: str) -> object:
    return {"n": number, "stance": "supports", "why": "", "further": False, "words": text}


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(mine & theirs) >= _SHARED * max(1, len(mine))


def _written(user: str) -> object:
    """The first sentences of passages, word for word."""
    firsts = [(int(n), re.split(r"(?<=[.!?]) ", text)[0]) for n, text in _PASSAGE.findall(user)]
    return {"sentences": [{"quotes": [{"passage": n, "words": s}], "text": s} for n, s in firsts[:_MOST]]}


def _question(user: str) -> object:
    found = _QUESTION.search(user)
    return {"question": found[1] if found else ""}


_REPLIES = {
    "Read": _read,
    "Verdicts": _verdicts,
    "Written": _written,
    "Mending": lambda user: {"sentences": []},
    "Condensed": _question,
    "Searches": lambda user: {"searches": []},
}
