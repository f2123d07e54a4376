"""A search whose embedder does not answer."""

from __future__ import annotations

import pytest
from embedders import Seeded
from stories import article

from index.collection import Collection
from index.embedding.embedder import Vectors
from index.embedding.questions import Questions
from index.errors import NoVectors, QuestionRefused, WrongEmbedder
from index.store import home


class Failing(Seeded):
    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error
        self.questions = 0

    def query(self, text: str, language: str) -> Vectors:
        self.questions += 1
        if self.error:
            raise self.error
        return super().query(text, language)


def test_words_find_what_they_find_without_a_vector() -> None:
    embedder = Failing(NoVectors("busy"))
    with Collection.at(home.in_memory(), embedder) as collection:
        collection.add(article(n) for n in range(8))
        hits = collection.search("Gemeinderat Weidenbach Brücke Nummer 3")
        assert "Nummer 3 " in hits[0].passage.text
        assert [str(error) for error in collection.questions.failed] == ["busy"]


def test_an_embedder_that_failed_is_left_alone_for_a_minute() -> None:
    now = 0.0
    questions, embedder = Questions(lambda: now), Failing(NoVectors("busy"))
    assert questions.vector(embedder, "eins", "de") is None
    embedder.error = None
    assert questions.vector(embedder, "zwei", "de") is None
    assert (embedder.questions, len(questions.failed)) == (1, 2)
    now = 61.0
    assert questions.vector(embedder, "drei", "de") is not None


def test_a_question_that_is_refused_does_not_speak_against_the_next() -> None:
    questions, embedder = Questions(), Failing(QuestionRefused("too long"))
    assert questions.vector(embedder, "eins", "de") is None
    embedder.error = None
    assert questions.vector(embedder, "zwei", "de") is not None


def test_another_model_under_the_same_name_stays_an_error() -> None:
    with pytest.raises(WrongEmbedder):
        Questions().vector(Failing(WrongEmbedder("other size")), "eins", "de")
