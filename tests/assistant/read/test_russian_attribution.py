"""Russian attributions."""

from __future__ import annotations

import pytest
from attributed import attributed

from assistant.sourcing import QuoteType


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Мэр Игорь Лунин заявил, что парк закрыт.", "Мэр Игорь Лунин", "заявил", "что парк закрыт"),
        ("В среду в мэрии сообщили, что парк закрыт.", "в мэрии", "сообщили", "что парк закрыт"),
        ("Парк закрыт до мая, сообщила пресс-служба мэрии.", "пресс-служба мэрии", "сообщила", "Парк закрыт до мая"),
        ("По данным полиции, парк закрыт.", "полиции", "По данным", "парк закрыт"),
        ("Парк, по словам сторожа, закрыт.", "сторожа", "по словам", "Парк | закрыт"),
        ("По его словам, парк закрыт.", "его словам", "По его словам", "парк закрыт"),
        ("Как сообщает «Вестник», парк закрыт.", "«Вестник»", "Как сообщает", "парк закрыт"),
        ("Газета со ссылкой на мэрию пишет, что парк закрыт.", "Газета", "пишет", "что парк закрыт"),
        ("В мэрии «Вестнику» сообщили, что парк закрыт.", "В мэрии", "сообщили", "что парк закрыт"),
        ("Как сообщили в мэрии «Вестнику», парк закрыт.", "в мэрии", "Как сообщили", "парк закрыт"),
        ("«Ведомостям» сторож рассказал, что парк закрыт.", "«Ведомостям» сторож", "рассказал", "что парк закрыт"),
        ("В среду «Ведомостям» рассказал сторож, что парк закрыт.", "сторож", "рассказал", "что парк закрыт"),
        ("В беседе со «Спутником» сторож сообщил, что парк закрыт.", "сторож", "сообщил", "что парк закрыт"),
        ("Мессенджер «Телеграм» сообщил, что парк закрыт.", "Мессенджер «Телеграм»", "сообщил", "что парк закрыт"),
        ("Институт «МГУ» сообщил, что парк закрыт.", "Институт «МГУ»", "сообщил", "что парк закрыт"),
        ("Компания «Руду» сообщила, что парк закрыт.", "Компания «Руду»", "сообщила", "что парк закрыт"),
        ("Как рассказали «Вестнику» в полиции, парк закрыт.", "в полиции", "Как рассказали", "парк закрыт"),
        ("Партия «Луч», созданная в мае, утверждает, что права.", "Партия «Луч»", "утверждает", "что права"),
    ],
)
def test_who_says_what(text: str, source: str, cue: str, content: str) -> None:
    (found,) = attributed(text, "ru")
    assert (found.source, found.cue, found.content) == (source, cue, content)


@pytest.mark.parametrize(
    "said", ["Погибли трое", "Сторож умер", "Суд идёт", "Дело ведётся", "Мэр ушёл", "Цены выросли", "Мэр взял отпуск"]
)
def test_a_short_clause_is_one_by_its_verb(said: str) -> None:
    (found,) = attributed(f"{said}, сообщил адвокат.", "ru")
    assert (found.source, found.content) == ("адвокат", said)


def test_a_frame_may_stand_between_dashes_within_the_marks() -> None:
    (found,) = attributed("«Парк закрыт, — сказал сторож, — и надолго».", "ru")
    assert (found.type, found.source, found.content) == (QuoteType.DIRECT, "сторож", "«Парк закрыт | и надолго»")


def test_ob_etom_points_back_at_the_sentence_before() -> None:
    found = attributed("Парк закрыли. Об этом сообщил мэр Игорь Лунин.", "ru")
    assert [(one.source, one.content) for one in found] == [("мэр Игорь Лунин", "Парк закрыли. | Об этом")]


@pytest.mark.parametrize("text", ["Мэр опроверг слухи о парке.", "Союз потребовал открыть парк."])
def test_an_act_of_speech_is_its_own_content(text: str) -> None:
    (found,) = attributed(text, "ru")
    assert (found.type, found.content) == (QuoteType.REPORTED, text)


@pytest.mark.parametrize("text", ["Мэр не сообщил, когда откроют парк.", "Ансамбль «Сказка» выступит в парке."])
def test_what_only_looks_like_saying_attributes_nothing(text: str) -> None:
    assert attributed(text, "ru") == []


def test_a_language_without_rules_has_no_attributions() -> None:
    assert attributed("Le maire a dit que le parc est fermé.", "fr") == []
