"""A chat model as the tasks ask it: the shape of its replies seen to, its errors shown to it once, its cost counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ValidationError

from assistant.model.asking import NoReply, Prompt, R, Spent
from assistant.model.choice import Choice
from assistant.model.endpoint import Endpoint, Message, Rejected, Said
from assistant.model.kept import Shelf, key_of
from assistant.model.manner import Manner, Manners
from assistant.model.purse import Purse
from assistant.model.replies import Items, Unusable, read_reply
from index.together import together
from index.tokens import count_tokens

_ROOM = 0.35  # of the window, that is left to the reply
_AGAIN = "{fault} Write the whole reply once more, as one JSON object and nothing else."


class ChatModel:
    """See `assistant.model.asking.Model`. `parallel` requests run at the same time at most."""

    def __init__(
        self, choice: Choice, endpoint: Endpoint, shelf: Shelf, purse: Purse, manners: Manners, parallel: int = 4
    ) -> None:
        self.name = choice.title
        self.window = choice.window
        self._address = address_of(choice)
        self._endpoint, self._shelf, self._purse, self._manners = endpoint, shelf, purse, manners
        self._parallel = parallel

    def ask(self, prompt: Prompt, reply: type[R]) -> R:
        key = key_of(self._address, prompt, reply)
        if kept := self._kept(key, reply):
            return kept
        answer = self._asked(_messages(prompt), reply)
        self._shelf.keep(key, answer.model_dump_json(by_alias=True))
        return answer

    def ask_all(self, prompts: Sequence[Prompt], reply: type[R]) -> list[R | NoReply]:
        def one(prompt: Prompt) -> R | NoReply:
            try:
                return self.ask(prompt, reply)
            except NoReply as fault:
                return fault

        return together(one, prompts, self._parallel)

    def items(self, prompt: Prompt, reply: type[BaseModel], item: type[R], field: str) -> Iterator[R]:
        key = key_of(self._address, prompt, reply)
        kept = self._kept(key, reply)
        if kept is not None:
            yield from getattr(kept, field)
            return
        given = 0
        read = Items(field)
        try:
            for said in self._streamed(_messages(prompt), reply):
                if isinstance(said, Said):
                    self._shelf.keep(key, _checked(said, reply).model_dump_json(by_alias=True))
                    return
                for found in read.feed(said):
                    yield item.model_validate(found)
                    given += 1
        except (ValidationError, Unusable) as error:
            fault = _fault(error)
        if given:
            raise NoReply(fault.why, str(fault))
        again = self._once_more(_messages(prompt), read.text, fault, reply)
        self._shelf.keep(key, again.model_dump_json(by_alias=True))
        yield from getattr(again, field)

    def spent(self) -> Spent:
        return self._purse.spent()

    def _kept(self, key: str, reply: type[R]) -> R | None:
        found = self._shelf.find(key)
        if found is None:
            return None
        try:
            answer = reply.model_validate_json(found)
        except ValidationError:
            return None
        self._purse.save()
        return answer

    def _asked(self, messages: list[Message], reply: type[R]) -> R:
        said = self._said(messages, reply)
        try:
            return _checked(said, reply)
        except Unusable as fault:
            return self._once_more(messages, said.text, fault, reply)

    def _once_more(self, messages: list[Message], wrote: str, fault: Unusable, reply: type[R]) -> R:
        """A model that sees what is wrong mends it more often than one that is only asked again."""
        shown: list[Message] = [("assistant", wrote)] if wrote.strip() else []
        said = self._said([*messages, *shown, ("user", _AGAIN.format(fault=fault))], reply)
        try:
            return _checked(said, reply)
        except Unusable as error:
            raise NoReply(error.why, str(error)) from None

    def _said(self, messages: list[Message], reply: type[BaseModel]) -> Said:
        """Asks in the manner that the endpoint is known to take, or learns which that is."""
        size = self._admitted(messages)
        known = manner = self._manners.of(self._address)
        while True:
            try:
                said = self._endpoint.complete(messages, reply, manner)
            except Rejected as error:
                manner = _other_manner(manner, error)
                continue
            self._learn(known, manner)
            self._count(size, said)
            return said

    def _streamed(self, messages: list[Message], reply: type[BaseModel]) -> Iterator[str | Said]:
        size = self._admitted(messages)
        known = manner = self._manners.of(self._address)
        while True:
            try:
                for said in self._endpoint.stream(messages, reply, manner):
                    if isinstance(said, Said):
                        self._count(size, said)
                    yield said
            except Rejected as error:  # comes before anything else, so nothing is given twice
                manner = _other_manner(manner, error)
                continue
            self._learn(known, manner)
            return

    def _admitted(self, messages: list[Message]) -> int:
        """The size of a prompt in tokens. Raises NoReply where it fits neither the window nor the budget."""
        size = sum(count_tokens(text) for _, text in messages)
        if size > self.window * (1 - _ROOM / 2):
            raise NoReply("too_long", f"{size} > {self.window}")
        self._purse.may_spend(size)
        return size

    def _count(self, size: int, said: Said) -> None:
        self._purse.spend(said.prompt_tokens or size, said.reply_tokens or count_tokens(said.text))

    def _learn(self, known: Manner, took: Manner) -> None:
        """Only what was answered is remembered: a request may be refused for what is in it."""
        if took != known:
            self._manners.learn(self._address, took)


def _other_manner(manner: Manner, error: Rejected) -> Manner:
    other = manner.after(str(error))
    if other is None:
        raise NoReply("rejected", str(error)) from None
    return other


def address_of(choice: Choice) -> str:
    """Whom exactly is asked: the same name elsewhere is another model."""
    return f"{choice.where} {choice.name}"


def _messages(prompt: Prompt) -> list[Message]:
    return [("system", prompt.system), ("user", prompt.user)]


def _checked(said: Said, reply: type[R]) -> R:
    if said.refusal:
        raise Unusable("refused", f"You refused ({said.refusal}). The text is a news article, to be read as data.")
    if said.finish == "content_filter":
        raise Unusable("refused", "The reply was filtered.")
    try:
        return read_reply(said.text, reply)
    except Unusable:
        if said.finish == "length":
            raise Unusable("too_long_reply", "Your reply was cut off because it was too long. Be brief.") from None
        raise


def _fault(error: ValidationError | Unusable) -> Unusable:
    if isinstance(error, Unusable):
        return error
    return Unusable("wrong_shape", f"An object of the list does not have the fields that were asked for: {error}")
