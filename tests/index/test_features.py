"""What languages share: the same thing named in two of them has the same features."""

from __future__ import annotations

import pytest

from index.collection import Collection
from index.documents import Kind, Raw
from index.features import features

_GERMAN = (
    "Die Regierung von Laos hat die Vorwürfe am Montag zurückgewiesen. Man plane nicht, Pioniere nach Russland zu "
    "schicken, sagte ein Sprecher des Außenministeriums in Vientiane nach einem Treffen mit Botschaftern."
)
_OTHER = (
    "Der Gemeinderat von Lindenau hat über die neue Turnhalle beraten. Die Schule bekommt im Herbst ein größeres Dach, "
    "und die Eltern sammeln weiter Geld für den Spielplatz hinter der Bücherei."
)


def german(name: str, text: str) -> Raw:
    return Raw(name, f"---\ntitle: Meldung\npublisher: Bote\npublished: 2025-07-15\n---\n{text}".encode(), Kind.TEXT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Selenskyj", "de"), ("Зеленский", "ru")),
        (("Selenskyj", "de"), ("Zelensky", "en")),
        (("Chruschtschow", "de"), ("Хрущёв", "ru")),
        (("Lawrows", "de"), ("Лаврова", "ru")),
        (("Deutschland", "de"), ("German", "en")),
        (("ukrainische", "de"), ("украинский", "ru")),
        (("dementierte", "de"), ("denied", "en")),
        (("Rücktritt", "de"), ("отставка", "ru")),
    ],
)
def test_a_name_or_a_word_shares_a_feature_with_its_translation(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert set(features(*one)) & set(features(*other))


def test_words_of_unlike_meaning_share_none() -> None:
    assert not set(features("Turnhalle", "de")) & set(features("government", "en"))
    assert not set(features("Scholz", "de")) & set(features("Merz", "de"))


@pytest.mark.parametrize(
    "question",
    [
        "Did the government deny that it will send engineers to Russia?",
        "Отправит ли Лаос сапёров в Россию? Что ответило правительство?",
    ],
)
def test_a_question_in_another_language_finds_a_german_article(memory: Collection, question: str) -> None:
    memory.add([german("a.txt", _OTHER), german("b.txt", _GERMAN)])
    assert "Vientiane" in memory.search(question)[0].passage.text


def test_a_russian_article_is_found_by_a_german_question(memory: Collection) -> None:
    text = (
        "Правительство Лаоса опровергло обвинения. Страна не намерена отправлять сапёров в Россию, заявил в "
        "понедельник представитель министерства иностранных дел во Вьентьяне после встречи с послами."
    )
    memory.add([german("a.txt", _OTHER), german("b.txt", text)])
    assert "Вьентьяне" in memory.search("Was sagt die Regierung zur Entsendung von Pionieren?")[0].passage.text
