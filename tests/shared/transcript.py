"""What a careful reader once replied to our prompts, kept by what it is about and not by its prompt.

A reply to a prompt is of numbers: sentence 7, statement 2, passage 4. Here it is kept by the words that stand under
them, so that it still fits where a prompt is worded, cut or numbered in another way. Only words that were never shown
to the reader are missing then; `missing` tells which, and `record` takes a reply to them.
"""

from __future__ import annotations

import json
import os
import re
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from openai_server import Answer, Request

Entry = dict[str, Any]
_NUMBERED = re.compile(r"\[(\d+)\] (?:\(headline\) )?(.*?)(?= \[\d+\] |$)")
_SAYS = re.compile(r" \(says [^()]*\)$")
_STATEMENT = re.compile(r"^STATEMENT (\d+)(?: \([^)]*\))?: (.*)$", re.MULTILINE)
_PASSAGE = re.compile(r"^PASSAGE (\d+) .*\n(.*)$", re.MULTILINE)
_FAILED = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)
_ASKED = re.compile(r"^(?:FOLLOW-UP )?QUESTION: (.*)$", re.MULTILINE)


class Transcript:
    """`replies`: by task, then by the words that a reply is about."""

    def __init__(self, path: Path) -> None:
        self._path = path
        found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.replies: dict[str, dict[str, Any]] = {task: found.get(task, {}) for task in _READ}
        self.missing: list[str] = []

    def behave(self, request: Request, number: int) -> Answer:
        """For `OpenAIServer`."""
        task, user = task_of(request), prompt_of(request)
        if (elsewhere := os.environ.get("SECONDSOURCE_RECORD")) and not self.has_all(task, user):
            self.record(task, user, _asked_at(elsewhere, request))
            self.save()
        return Answer(json.dumps(self.reply(task, user), ensure_ascii=False))

    def complaint(self) -> str:
        """Empty where nothing was asked that the reader had not seen."""
        if not self.missing:
            return ""
        return (
            f"{self._path.name} has no reply about {len(self.missing)} things that the prompts now ask about, such as "
            f"{self.missing[:3]}. How to record them is told at the top of {Path(__file__).name}."
        )

    def reply(self, task: str, user: str) -> object:
        return _REPLY[task](self, user)

    def known(self, task: str, words: str) -> Any:
        if words not in self.replies[task]:
            self.missing.append(f"{task}: {words}")
        return self.replies[task].get(words)

    def has_all(self, task: str, user: str) -> bool:
        before, self.missing = self.missing, []
        self.reply(task, user)
        whole, self.missing = not self.missing, before
        return whole

    def record(self, task: str, user: str, reply: Any) -> None:
        self.replies[task].update(_READ[task](user, reply))

    def save(self) -> None:
        text = json.dumps(self.replies, ensure_ascii=False, indent=1, sort_keys=True)
        self._path.write_text(text + "\n", encoding="utf-8")


def _asked_at(url: str, request: Request) -> Any:
    body = json.dumps({**request, "stream": False}).encode()
    asked = urllib.request.Request(f"{url}/chat/completions", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=3_600) as answer:
        return json.loads(json.load(answer)["choices"][0]["message"]["content"])


def task_of(request: Request) -> str:
    name: str = request["response_format"]["json_schema"]["name"]
    return name


def prompt_of(request: Request) -> str:
    text: str = request["messages"][1]["content"]
    return text


def numbered(user: str) -> dict[int, str]:
    """The sentences of a prompt under their numbers."""
    return {int(n): _SAYS.sub("", text) for line in user.splitlines() for n, text in _NUMBERED.findall(line)}


def _places(user: str) -> dict[str, int]:
    return {text: number for number, text in numbered(user).items()}


def statements(user: str) -> dict[int, str]:
    return {int(n): text for n, text in _STATEMENT.findall(user)}


def _passage(user: str, words: str) -> int:
    return next((int(n) for n, text in _PASSAGE.findall(user) if words in text), 0)


# Read: {sentence: {"claims": [entry without n], "hush": entry or None}}


def _told(user: str, reply: Any) -> Iterator[tuple[str, Entry]]:
    for number, text in numbered(user).items():
        claims = [{k: v for k, v in c.items() if k != "n"} for c in reply["claims"] if c["n"] == number]
        hushes = [{k: v for k, v in h.items() if k != "n"} for h in reply["silences"] if h["n"] == number]
        yield text, {"claims": claims, "silences": hushes}


def _reading(kept: Transcript, user: str) -> object:
    found = {n: kept.known("Read", text) for n, text in numbered(user).items()}
    told = {n: entry for n, entry in found.items() if entry}
    return {
        "own": [n for n, entry in told.items() if not entry["claims"]],
        "claims": [{"n": n, **claim} for n, entry in told.items() for claim in entry["claims"]],
        "silences": [{"n": n, **hush} for n, entry in told.items() for hush in entry["silences"]],
    }


# Verdicts: {statement: {sentence: verdict without n}}


def _related(user: str, reply: Any) -> Iterator[tuple[str, Entry]]:
    shown, asked = numbered(user), statements(user)
    for one in reply["statements"]:
        yield asked[one["s"]], {shown[v["n"]]: {k: w for k, w in v.items() if k != "n"} for v in one["related"]}


def _verdicts(kept: Transcript, user: str) -> object:
    places = _places(user)
    told = []
    for number, statement in statements(user).items():
        related = kept.known("Verdicts", statement) or {}
        told.append({"s": number, "related": [{"n": places[t], **v} for t, v in related.items() if t in places]})
    return {"statements": told}


# Written: {question or "summary": [sentence with quotes without passage]}; Mending: {failed sentence: the same}


def _without_passages(sentence: Entry) -> Entry:
    return {"text": sentence["text"], "quotes": [quote["words"] for quote in sentence["quotes"]]}


def _with_passages(user: str, sentence: Entry) -> Entry:
    quotes = [{"passage": _passage(user, words), "words": words} for words in sentence["quotes"]]
    return {"quotes": quotes, "text": sentence["text"]}


def _asked(user: str) -> str:
    found = _ASKED.search(user)
    return found[1] if found else "summary"


def _wrote(user: str, reply: Any) -> Iterator[tuple[str, Any]]:
    yield _asked(user), [_without_passages(sentence) for sentence in reply["sentences"]]


def _written(kept: Transcript, user: str) -> object:
    return {"sentences": [_with_passages(user, sentence) for sentence in kept.known("Written", _asked(user)) or ()]}


def _mended(user: str, reply: Any) -> Iterator[tuple[str, Any]]:
    better = {sentence["number"]: _without_passages(sentence) for sentence in reply["sentences"]}
    for number, text in _failed(user).items():
        yield text, better.get(number)


def _mending(kept: Transcript, user: str) -> object:
    found = {number: kept.known("Mending", text) for number, text in _failed(user).items()}
    return {"sentences": [{"number": n, **_with_passages(user, one)} for n, one in found.items() if one]}


def _failed(user: str) -> dict[int, str]:
    return {int(n): text for n, text in _FAILED.findall(user.partition("FAILED SENTENCES:")[2])}


def _question(user: str, reply: Any) -> Iterator[tuple[str, Any]]:
    yield _asked(user), reply


def _same(task: str) -> Callable[[Transcript, str], object]:
    empty: dict[str, object] = {"Condensed": {"question": ""}, "Searches": {"searches": []}}
    return lambda kept, user: kept.known(task, _asked(user)) or empty[task]


_READ: dict[str, Callable[[str, Any], Any]] = {
    "Read": lambda user, reply: dict(_told(user, reply)),
    "Verdicts": lambda user, reply: dict(_related(user, reply)),
    "Written": lambda user, reply: dict(_wrote(user, reply)),
    "Mending": lambda user, reply: dict(_mended(user, reply)),
    "Condensed": lambda user, reply: dict(_question(user, reply)),
    "Searches": lambda user, reply: dict(_question(user, reply)),
}
_REPLY: dict[str, Callable[[Transcript, str], object]] = {
    "Read": _reading,
    "Verdicts": _verdicts,
    "Written": _written,
    "Mending": _mending,
    "Condensed": _same("Condensed"),
    "Searches": _same("Searches"),
}
