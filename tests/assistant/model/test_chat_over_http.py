"""The model client over real HTTP: whatever the server does, the result is an object or a NoReply, or a clear error."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openai_server import Answer, Behaviour, OpenAIServer, Request, serving, without
from pydantic import BaseModel, Field

from assistant.model.asking import NoReply, Prompt
from assistant.model.chat import ChatModel
from assistant.model.choice import Choice
from assistant.model.endpoint import Endpoint, _told
from assistant.model.kept import DiskShelf, NoShelf, Shelf
from assistant.model.manner import Manners
from assistant.model.purse import Budget, Price, Purse, Wallet
from index.errors import ModelRefused, NoModel, Unreachable

GOOD = '{"words": ["one", "two"]}'
PROMPT = Prompt("count", "You count.", "Count the words.", "digest")


class Counted(BaseModel):
    words: list[str]


class Line(BaseModel):
    text: str


class Lines(BaseModel):
    lines: list[Line] = Field(default_factory=list)


def model(
    server: OpenAIServer, folder: Path, *, shelf: Shelf | None = None, retries: int = 0, purse: Purse | None = None
) -> ChatModel:
    choice = Choice("openai", "desk-1", server.url, "sk-very-secret", 4_096)
    endpoint = Endpoint(choice, timeout=1, retries=retries)
    purse = purse or Purse(Wallet(Budget()), Price(1, 2))
    return ChatModel(choice, endpoint, shelf or NoShelf(), purse, Manners(folder / "endpoints.json"))


def ask(behaviour: Behaviour | Sequence[Answer | str], folder: Path, retries: int = 0) -> tuple[Counted, OpenAIServer]:
    with serving(behaviour) as server:
        return model(server, folder, retries=retries).ask(PROMPT, Counted), server


def fault(behaviour: Behaviour | Sequence[Answer | str], folder: Path) -> NoReply:
    with pytest.raises(NoReply) as raised:
        ask(behaviour, folder)
    return raised.value


def test_a_good_reply_is_read_and_its_tokens_are_counted(tmp_path: Path) -> None:
    with serving([GOOD]) as server:
        chat = model(server, tmp_path)
        assert chat.ask(PROMPT, Counted).words == ["one", "two"]
    assert chat.spent().prompt_tokens == 100
    assert chat.spent().cost == pytest.approx(140 / 1_000_000)


@pytest.mark.parametrize(
    "text",
    ["Here it is:\n```json\n" + GOOD + "\n```\nAnything else?", "<think>{no}</think>" + GOOD, '{"a": 1} ' + GOOD],
    ids=["fenced", "thinking", "second object"],
)
def test_what_stands_around_the_object_is_passed_over(text: str, tmp_path: Path) -> None:
    assert ask([text], tmp_path)[0].words == ["one", "two"]


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ('{"words": ["one"', "not one complete JSON object"),
        ('{"words": 7}', "words: Input should be a valid list"),
        ("", "empty"),
        (Answer(refusal="I cannot help", text=""), "You refused"),
        (Answer('{"words": ["o', finish="length"), "too long"),
    ],
    ids=["malformed", "wrong shape", "empty", "refused", "cut off"],
)
def test_a_model_is_shown_its_error_once(first: Answer | str, told: str, tmp_path: Path) -> None:
    found, server = ask([first, GOOD], tmp_path)
    assert found.words == ["one", "two"]
    assert told in server.asked[1]["messages"][-1]["content"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("{nonsense", "malformed"),
        ('{"words": 7}', "wrong_shape"),
        ("", "empty"),
        (Answer(refusal="no", text=""), "refused"),
        (Answer("{", finish="length"), "too_long_reply"),
        (Answer(status=429, error="slow down", headers={"Retry-After": "0"}), "rate_limited"),
        (Answer(status=500, error="oops"), "server_error"),
        (Answer(wait=3), "timeout"),
        (Answer(raw=b"<html>busy</html>"), "malformed"),
    ],
    ids=lambda v: v if isinstance(v, str) and v.isidentifier() else "",
)
def test_what_stays_bad_is_no_reply(answer: Answer | str, why: str, tmp_path: Path) -> None:
    assert fault([answer], tmp_path).why == why


class Optional(BaseModel):
    words: list[str] = []
    numbers: list[int] = []


def test_an_object_with_none_of_the_fields_is_no_reply_although_each_may_be_left_out(tmp_path: Path) -> None:
    with serving(['{"foo": 1}', '{"numbers": [1]}']) as server:
        assert model(server, tmp_path).ask(PROMPT, Optional).numbers == [1]
    assert "words, numbers" in server.asked[1]["messages"][-1]["content"]


def test_a_server_that_is_busy_is_asked_again_after_the_time_it_names(tmp_path: Path) -> None:
    busy = Answer(status=429, error="slow down", headers={"Retry-After": "1"})
    found, server = ask([busy, GOOD], tmp_path, retries=2)
    assert found.words == ["one", "two"]
    assert len(server.asked) == 2


@pytest.mark.parametrize(("status", "error"), [(401, ModelRefused), (403, ModelRefused), (404, NoModel)])
def test_what_the_user_can_mend_is_an_error_that_never_shows_the_key(
    status: int, error: type[Exception], tmp_path: Path
) -> None:
    with pytest.raises(error) as raised:
        ask([Answer(status=status, error="bad key sk-very-secret")], tmp_path)
    assert "sk-very-secret" not in str(raised.value)


def test_an_address_where_nothing_answers_is_named(tmp_path: Path) -> None:
    with serving([GOOD]) as server:
        chat = model(server, tmp_path)
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1.*nothing answers there"):
        chat.ask(PROMPT, Counted)


@pytest.mark.parametrize(
    "features",
    [("json_schema",), ("json_schema", "json_object"), ("temperature",), ("json_schema", "json_object", "max_tokens")],
    ids="+".join,
)
def test_an_endpoint_that_knows_less_is_asked_in_its_own_manner_and_that_is_remembered(
    features: tuple[str, ...], tmp_path: Path
) -> None:
    behaviour = without(*features)(lambda request, number: Answer(GOOD))
    with serving(behaviour) as server:
        model(server, tmp_path).ask(PROMPT, Counted)
        before = len(server.asked)
        model(server, tmp_path).ask(PROMPT, Counted)
    assert len(server.asked) == before + 1


def test_a_server_that_says_500_to_a_schema_is_asked_with_the_schema_beside_json(tmp_path: Path) -> None:
    """llama-cpp-python's, in its words."""

    def constrained(request: Request, number: int) -> Answer:
        if request["response_format"]["type"] == "json_schema":
            return Answer(status=500, error="1 validation error: ('body', 'response_format', 'type') 'json_schema'")
        return Answer(GOOD)

    found, server = ask(constrained, tmp_path)
    assert found.words == ["one", "two"]
    form = server.asked[-1]["response_format"]
    assert (form["type"], "words" in form["schema"]["properties"]) == ("json_object", True)


@pytest.mark.parametrize(("status", "kind"), [(401, ModelRefused), (404, NoModel), (429, NoReply), (None, NoReply)])
def test_errors_of_another_provider_are_told_by_their_status(status: int | None, kind: type[Exception]) -> None:
    class Theirs(Exception):
        status_code = status

    with pytest.raises(kind), _told(Choice("anthropic", "m", None, "sk-very-secret")):
        raise Theirs("sk-very-secret")


def test_a_list_is_given_object_by_object(tmp_path: Path) -> None:
    with serving(['{"lines": [{"text": "a } in it"}, {"text": "b"}]}']) as server:
        found = list(model(server, tmp_path).items(PROMPT, Lines, Line, "lines"))
    assert [line.text for line in found] == ["a } in it", "b"]


def test_a_stream_that_breaks_off_gives_what_was_whole_and_then_no_reply(tmp_path: Path) -> None:
    text = '{"lines": [{"text": "whole one"}, {"text": "half of the other"}]}'
    with serving([Answer(text, cut=3)]) as server:
        lines = model(server, tmp_path).items(PROMPT, Lines, Line, "lines")
        assert next(lines).text == "whole one"
        with pytest.raises(NoReply):
            next(lines)


def test_a_stream_of_nonsense_is_told_so_once(tmp_path: Path) -> None:
    with serving(["I would rather chat.", '{"lines": [{"text": "mended"}]}']) as server:
        found = list(model(server, tmp_path).items(PROMPT, Lines, Line, "lines"))
    assert [line.text for line in found] == ["mended"]


def test_a_reply_is_paid_for_once(tmp_path: Path) -> None:
    with serving([GOOD]) as server:
        shelf = DiskShelf(tmp_path / "replies.sqlite")
        for _ in range(2):
            chat = model(server, tmp_path, shelf=shelf)
            chat.ask(PROMPT, Counted)
    assert len(server.asked) == 1
    assert (chat.spent().calls, chat.spent().kept) == (0, 1)
    assert (tmp_path / "replies.sqlite").stat().st_mode & 0o077 == 0


def test_nothing_is_asked_beyond_the_budget(tmp_path: Path) -> None:
    with serving([GOOD]) as server:
        chat = model(server, tmp_path, purse=Purse(Wallet(Budget(tokens=110)), None))
        first, second = (chat.ask_all([PROMPT], Counted)[0] for _ in range(2))
    assert isinstance(first, Counted)
    assert isinstance(second, NoReply)
    assert (second.why, len(server.asked)) == ("budget", 1)


def test_many_are_asked_at_once_and_come_back_in_order(tmp_path: Path) -> None:
    def echo(request: dict[str, object], number: int) -> Answer:
        words = request["messages"][-1]["content"]  # type: ignore[index]
        return Answer(f'{{"words": ["{words}"]}}')

    prompts = [Prompt("count", "You count.", f"{n}", "digest") for n in range(9)]
    with serving(echo) as server:
        found = model(server, tmp_path).ask_all(prompts, Counted)
    assert [f.words for f in found if isinstance(f, Counted)] == [[str(n)] for n in range(9)]


def test_a_prompt_that_does_not_fit_the_window_is_not_sent(tmp_path: Path) -> None:
    with serving([GOOD]) as server, pytest.raises(NoReply) as raised:
        model(server, tmp_path).ask(Prompt("count", "You count.", "word " * 5_000, "digest"), Counted)
    assert raised.value.why == "too_long"
    assert server.asked == []


def test_a_request_that_no_manner_gets_through_teaches_nothing(tmp_path: Path) -> None:
    refuse = Answer(status=400, error="this text is not allowed")
    assert fault([refuse], tmp_path).why == "rejected"
    with serving([GOOD]) as server:
        model(server, tmp_path).ask(PROMPT, Counted)
    assert server.asked[0]["response_format"]["type"] == "json_schema"
    assert not (tmp_path / "endpoints.json").exists()
