"""A glance at a text says a thing as well as the bag of its words does."""

from __future__ import annotations

import pytest

from assistant.judge import whole as remembered
from assistant.judge.glance import Glance, spoken_in
from assistant.judge.match import Bag
from assistant.judge.units import days_in, spoken_of, units
from assistant.judge.whole import learnt, whole
from index.documents import Article
from index.lexicon.meanings import known_words

TEXTS = {
    "de": (
        "Die US-Regierung in Washington schickt am Dienstag Korvettenkapitän Öhlers nach Kiew. Die Werftarbeiter "
        "streiken, das Bundesverteidigungsministerium schweigt. Lawrow reist nach Österreich; die SPD fordert Zölle."
    ),
    "en": (
        "The Harbour Board said on 4 May that two ferries had collided off Dover. Nobody in the Dutch-owned "
        "shipyard was hurt, O'Leary's firm said. Ukraine's prime minister flew to New York."
    ),
    "ru": "Во вторник Лавров прилетел в Нью-Йорк. Верфь не работает, рабочие бастуют, заявили в МИД Украины.",
}
ASKED = {
    "de": "Lavrov flog am 5. Mai nach New York, die Taliban-Regierung und zwei Schiffe der Ukraine streiken im Hafen.",
    "en": "Öhlers, of the ministry of defence in Vienna, says the strike at the yard ended on Tuesday; Lawrow is in.",
    "ru": "Опустели порты Австрии: министр Лавров говорит, что корабль и верфь в Дувре закрыты с 4 мая.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_it_says_each_thing_as_well_as_the_words_do(language: str) -> None:
    text = TEXTS[language]
    glance, bag = Glance(spoken_in(text, language), lambda: days_in(text, language)), Bag(spoken_of(text, language))
    asked = [unit for code in ASKED for words in (ASKED[code], TEXTS[code]) for unit in units(words, code)]

    shares = [glance.share(unit) for unit in asked]

    assert shares == [bag.best(unit)[0] for unit in asked]
    assert {0.0, 1.0} < set(shares)


def test_it_sees_as_much_where_no_word_was_met_before() -> None:
    seen = spoken_in(TEXTS["de"], "de")
    known_words("de").clear()
    assert spoken_in(TEXTS["de"], "de") == seen
    assert seen.whole


def test_what_was_kept_of_an_article_is_not_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("kept", TEXTS["de"], "a.txt", language="de", published="2026-05-05")
    learnt.learn(article, spoken_in(article.text, "de"))
    monkeypatch.setattr(remembered, "spoken_in", lambda *_: pytest.fail("looked up again"))

    (strike,) = (unit for unit in units("Sie streiken.", "de"))

    assert whole(article).share(strike) == 1.0
