"""Follow-up questions made whole, and questions put in other languages, by a language model."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, Field

from assistant.domain import Condenser, Turn
from assistant.model.asking import Ledger, Model, NoReply, Prompt
from assistant.model.data import LANGUAGE_NAMES, clean, fence_for
from prompts.load import load

_REMEMBERED = 4  # exchanges
_ANSWER = 400  # characters of an answer that are shown


class Condensed(BaseModel):
    question: str


class _Search(BaseModel):
    language: str
    text: str


class Searches(BaseModel):
    searches: list[_Search] = Field(default_factory=list)


class ModelCondenser:
    def __init__(self, model: Model, ledger: Ledger, fallback: Condenser) -> None:
        self.name = f"{model.name} {load('condense').digest}"
        self._model, self._ledger, self._fallback = model, ledger, fallback

    def standalone(self, question: str, before: Sequence[Turn]) -> str:
        if not before:
            return question
        try:
            found = clean(self._model.ask(condense_prompt(question, before), Condensed).question)
        except NoReply as fault:
            self._ledger.fell_back("condenser", fault)
            return self._fallback.standalone(question, before)
        return found or question

    def searches(self, question: str, languages: Sequence[str]) -> tuple[str, ...]:
        """The question in other languages, one each; fewer where the model does not give them."""
        wanted = [code for code in languages if code in LANGUAGE_NAMES]
        if not wanted:
            return ()
        try:
            reply = self._model.ask(search_prompt(question, wanted), Searches)
        except NoReply as fault:
            self._ledger.fell_back("condenser", fault)
            return ()
        return tuple(clean(s.text) for s in reply.searches[: len(wanted)] if s.text.strip())


def condense_prompt(question: str, before: Sequence[Turn]) -> Prompt:
    wording = load("condense")
    told = "\n".join(f"Q: {clean(t.standalone)}\nA: {clean(t.answer)[:_ANSWER]}" for t in before[-_REMEMBERED:])
    user = wording.user.substitute(before=told, fence=fence_for(told), question=clean(question))
    return Prompt("condense", wording.system.substitute(), user, wording.digest)


def search_prompt(question: str, languages: Sequence[str]) -> Prompt:
    wording = load("search")
    named = ", ".join(f"{LANGUAGE_NAMES[code]} ({code})" for code in languages)
    user = wording.user.substitute(question=clean(question), languages=named)
    return Prompt("search", wording.system.substitute(), user, wording.digest)
