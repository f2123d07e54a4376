"""Times that are named without a date, and what something was moved to."""

from __future__ import annotations

import pytest
from conflicting import reasons

from assistant.judge.periods import Period, apart, periods, within
from assistant.judge.sides import side


def _pair(one: str, other: str) -> tuple[Period, Period]:
    return periods(side(*_split(one)))[0], periods(side(*_split(other)))[0]


def _split(text: str) -> tuple[str, str]:
    language, _, rest = text.partition(": ")
    return rest, language


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("de: Das Museum eröffnet im Sommer.", "en: The museum opens in July."),
        ("de: Der Bericht kommt im vierten Quartal.", "ru: Доклад выйдет в ноябре."),
        ("en: The race is in the second half of the year.", "de: Das Rennen ist am 3. August."),
        ("ru: Пожар начался вечером.", "de: Das Feuer brach gegen 21.30 Uhr aus."),
        ("en: The train left in the afternoon.", "en: The train left at 3.10 pm."),
        ("de: Der Bus fuhr in der Nacht.", "ru: Автобус уехал в два часа ночи."),
    ],
)
def test_a_period_has_another_within_it(wide: str, narrow: str) -> None:
    assert within(*_pair(wide, narrow))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("de: Das Museum eröffnet im Winter.", "en: The museum opens in July."),
        ("de: Anfang Juni wird gewählt.", "en: The vote is at the end of June."),
        ("ru: Пожар начался утром.", "en: The fire broke out at 7 p.m."),
        ("en: It is due in the first quarter.", "de: Es kommt am 4. Oktober."),
    ],
)
def test_periods_exclude_each_other(one: str, other: str) -> None:
    assert apart(*_pair(one, other))


def test_spring_is_also_a_verb() -> None:
    assert not periods(side("They spring a surprise and fall behind.", "en"))


@pytest.mark.parametrize(
    ("statement", "text", "language", "reason"),
    [
        ("Die Messe ist im Juni.", "Die Messe wurde von Juni auf Oktober verschoben.", "de", "changed"),
        (
            "The fair opens in early June.",
            "The fair, planned for early June, has been put off until autumn.",
            "en",
            "changed",
        ),
        ("Ярмарка пройдёт в июне.", "Ярмарку, запланированную на июнь, перенесли на октябрь.", "ru", "changed"),
        ("Die Messe öffnet im Frühling.", "Die Messe öffnet erst im Oktober.", "de", "date"),
        ("The fire broke out in the morning.", "The fire broke out shortly before 10 p.m.", "en", "date"),
    ],
)
def test_another_time_is_a_conflict(statement: str, text: str, language: str, reason: str) -> None:
    assert reason in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement", ["The bridge will open no earlier than August.", "The bridge will open by the end of the year."]
)
def test_a_limit_has_all_times_beyond_it(statement: str) -> None:
    assert "date" not in reasons(statement, "The bridge will open in November.", "en")
