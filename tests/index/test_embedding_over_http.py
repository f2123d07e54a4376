"""The embedder over real HTTP: whatever the server does, vectors come whole, or an error says what to do."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from embedders import SIZE, embedding, embeddings, vector
from openai_server import Answer, Behaviour, OpenAIServer, Request, serving
from stories import article

from index.collection import Collection
from index.doctor import examine
from index.embedding.embedder import Access, Embedder, TextsRefused, embedder_named
from index.errors import ModelRefused, NoModel, NotEmbedded, NoVectors, Unreachable, WrongEmbedder
from index.store import home

JSON = {"Content-Type": "application/json"}


def at(server: OpenAIServer, *, retries: int = 0, timeout: float = 5, dimensions: int | None = None) -> Embedder:
    access = Access(server.url, "sk-very-secret", 2, timeout, retries, dimensions=dimensions)
    return embedder_named("openai:embed-1", access)


@contextmanager
def asking(behaviour: Behaviour, **access: int) -> Iterator[tuple[Embedder, OpenAIServer]]:
    with serving(behaviour) as server:
        yield at(server, **access), server


def test_many_texts_go_in_batches_and_come_back_in_order_as_unit_vectors() -> None:
    texts = [f"Text {n}" for n in range(150)]
    with asking(embedding(lambda _, row: [3 * x for x in row])) as (embedder, server):
        found = embedder.embed(texts, ["de"] * 150)
    assert np.allclose(found, [vector(t) for t in texts], atol=1e-6)
    assert sorted(len(asked["input"]) for asked in server.asked) == [22, 64, 64]
    assert (embedder.used.requests, embedder.used.texts, embedder.used.tokens) == (3, 150, 150)


def test_a_server_that_mixes_up_the_order_says_which_vector_is_whose() -> None:
    def mixed(request: Request, number: int) -> Answer:
        data = [{"index": n, "embedding": vector(t)} for n, t in enumerate(request["input"])]
        return Answer(raw=json.dumps({"data": data[::-1]}).encode(), headers=JSON)

    with asking(mixed) as (embedder, _):
        found = embedder.embed(["eins", "zwei"], ["de", "de"])
    assert np.allclose(found, [vector("eins"), vector("zwei")], atol=1e-6)


def test_a_text_that_comes_twice_is_paid_for_once() -> None:
    with asking(embedding()) as (embedder, server):
        found = embedder.embed(["gleich", "anders", "gleich"], ["de"] * 3)
    assert server.asked[0]["input"] == ["gleich", "anders"]
    assert np.array_equal(found[0], found[2])


def test_no_more_requests_run_at_a_time_than_are_allowed() -> None:
    def slow(request: Request, number: int) -> Answer:
        answer = embedding()(request, number)
        return Answer(raw=answer.raw, headers=JSON, wait=0.2)

    with serving(slow) as server:
        started = time.monotonic()
        at(server).embed([f"Text {n}" for n in range(64 * 4)], ["de"] * 256)
        took = time.monotonic() - started
    assert len(server.asked) == 4
    assert took >= 0.4


def test_a_busy_server_is_asked_again_after_the_time_that_it_names() -> None:
    def busy_once(request: Request, number: int) -> Answer:
        busy = Answer(status=429, error="slow down", headers={"Retry-After": "1"})
        return busy if number == 1 else embedding()(request, number)

    with asking(busy_once, retries=1) as (embedder, server):
        started = time.monotonic()
        embedder.embed(["eins"], ["de"])
        assert time.monotonic() - started >= 1
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("answer", "error", "told"),
    [
        (Answer(status=401, error="bad key sk-very-secret"), ModelRefused, "OPENAI_API_KEY"),
        (Answer(status=403, error="not yours: sk-very-secret"), ModelRefused, "OPENAI_API_KEY"),
        (Answer(status=404, error="no such model"), NoModel, "embed-1"),
        (Answer(status=429, error="quota of sk-very-secret is used up"), NoVectors, "quota"),
        (Answer(status=500, error="oops sk-very-secret"), NoVectors, "oops"),
        (Answer(status=501, error="start it with --embeddings"), NoVectors, "--embeddings"),
        (Answer(raw=b"<html>busy</html>"), NoVectors, "not the JSON"),
        (Answer(raw=b"{half", headers=JSON), NoVectors, "not JSON"),
        (Answer(raw=b'{"data": null}', headers=JSON), NoVectors, "not the JSON"),
        (embeddings([]), NoVectors, "0 vectors for 2 texts"),
        (embeddings([vector("a")] * 3), NoVectors, "3 vectors for 2 texts"),
    ],
    ids=lambda v: v.__name__ if isinstance(v, type) else "",
)
def test_what_a_server_cannot_do_is_told_without_the_key(answer: Answer, error: type[Exception], told: str) -> None:
    with asking(lambda request, number: answer) as (embedder, _), pytest.raises(error, match=told) as raised:
        embedder.embed(["eins", "zwei"], ["de", "de"])
    assert "very-secret" not in str(raised.value)


def test_a_server_that_has_no_vector_for_any_text_has_none_at_all() -> None:
    with (
        asking(embedding(lambda text, row: None)) as (embedder, server),
        pytest.raises(NoVectors, match="no vector"),
    ):
        embedder.embed(["eins", "zwei"], ["de", "de"])
    assert len(server.asked) == 2


def test_a_server_that_does_not_answer_in_time_is_given_up() -> None:
    with (
        asking(lambda request, number: Answer(wait=3), timeout=1) as (embedder, _),
        pytest.raises(NoVectors, match="within 1 seconds"),
    ):
        embedder.query("Wo?", "de")


def test_an_address_where_nothing_answers_is_named() -> None:
    with serving(embedding()) as server:
        embedder = at(server)
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1.*no embedder answers there"):
        embedder.query("Wo?", "de")


def test_another_model_under_the_same_name_is_noticed_by_its_size() -> None:
    with (
        asking(embedding(size=8), dimensions=SIZE) as (embedder, _),
        pytest.raises(WrongEmbedder, match="8 numbers.*have 16"),
    ):
        embedder.query("Wo?", "de")


@pytest.mark.parametrize("bad", [None, [], [0.0] * SIZE, [1.0], ["x"] * SIZE, [[1.0] * SIZE], [1e999] * SIZE], ids=str)
def test_one_bad_vector_costs_its_text_alone(bad: object) -> None:
    with (
        asking(embedding(lambda text, row: bad if text == "zwei" else row)) as (embedder, server),
        pytest.raises(TextsRefused) as raised,
    ):
        embedder.embed(["eins", "zwei", "drei"], ["de"] * 3)
    assert list(raised.value.why) == [1]
    assert np.allclose(raised.value.vectors[[0, 2]], [vector("eins"), vector("drei")], atol=1e-6)
    assert server.asked[1]["input"] == ["zwei"]


@pytest.mark.parametrize("status", [400, 413, 500])
def test_a_text_that_the_server_does_not_take_is_found_by_halving(status: int) -> None:
    def picky(request: Request, number: int) -> Answer:
        long = any("LANG" in text for text in request["input"])
        return Answer(status=status, error="input is too long") if long else embedding()(request, number)

    texts = [f"Text {n}{' LANG' * (n == 11)}" for n in range(40)]
    with asking(picky) as (embedder, _), pytest.raises(TextsRefused) as raised:
        embedder.embed(texts, ["de"] * 40)
    assert raised.value.why == {11: "input is too long"}


def test_an_article_with_a_refused_passage_is_left_out_whole_and_the_others_are_found() -> None:
    def picky(request: Request, number: int) -> Answer:
        bad = any("Nummer 3 " in text for text in request["input"])
        return Answer(status=400, error="too long") if bad else embedding()(request, number)

    with asking(picky) as (embedder, _), Collection.at(home.in_memory(), embedder) as collection:
        report = collection.add(article(n) for n in range(6))
        (failed,) = report.failed
        assert isinstance(failed, NotEmbedded)
        assert (len(report.added), len(collection)) == (5, 5)
        assert examine(collection).problems == ()
        assert "Nummer 4 " in collection.search("Nummer 4")[0].passage.text


@pytest.mark.parametrize("from_request", [1, 2, 3])
def test_a_server_that_breaks_down_leaves_whole_articles_only(
    from_request: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.intake.TOGETHER", 20)
    monkeypatch.setattr("index.collection.TOGETHER", 20)
    down = [True]

    def breaks(request: Request, number: int) -> Answer:
        broken = down[0] and number >= from_request
        return Answer(status=500, error="down") if broken else embedding()(request, number)

    with asking(breaks) as (embedder, _), Collection.at(home.in_memory(), embedder) as collection:
        with pytest.raises(NoVectors, match="down"):
            collection.add(article(n) for n in range(60))
        assert examine(collection).problems == ()
        down[0] = False
        collection.add(article(n) for n in range(60))
        assert len(collection) == 60


def test_a_question_is_one_request() -> None:
    with asking(embedding()) as (embedder, server):
        assert np.allclose(embedder.query("Wo?", "de"), vector("Wo?"), atol=1e-6)
    assert (len(server.asked), server.keys) == (1, ["Bearer sk-very-secret"])
