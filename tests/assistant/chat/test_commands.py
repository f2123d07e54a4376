"""The commands that ask something of two small articles, and those about the conversation."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from talking import BRIDGE, Talk, written

from assistant.domain import Reply
from assistant.pipeline import summarize

QUESTION = "Bis wann bleibt die Brücke gesperrt?"


def test_an_answer_has_its_numbers_its_sources_and_marks_what_is_weak_in_its_place(talk: Talk) -> None:
    shown = talk(QUESTION)
    assert "teilte die Stadt Celle am Sonntag mit. [2] ! superseded" in " ".join(shown.split())
    assert "    [2] Flussblatt ← Stadt Celle · 2 March 2025\n" in shown
    assert "! [2] superseded: newer state of 4 March 2025 (Kreisanzeiger)" in shown


@pytest.mark.parametrize("lang, mark", [("de", "! überholt"), ("en", "! superseded"), ("ru", "! устарело")])
def test_the_mark_is_in_the_readers_language(tmp_path: Path, lang: str, mark: str) -> None:
    talk = Talk(tmp_path / "data", [written(tmp_path / "pile")], lang)
    shown = talk(QUESTION)
    talk.desk.close()
    assert f"[2] {mark}" in " ".join(shown.split())


def test_check_weighs_a_statement_and_the_other_commands_then_speak_of_it(talk: Talk) -> None:
    assert "! superseded" in talk("/check Die Brücke über die Aller bleibt bis Mai gesperrt.")
    assert "└── Flussblatt" in talk("/chain")
    assert ">>Der Landkreis dementierte" in talk("/sources 2")
    assert "Landkreis widerspricht der Stadt" in talk("/open 2")


def test_findings_are_a_line_each(talk: Talk) -> None:
    shown = talk("/findings")
    assert " 1. Die Brücke über die Aller bleibt bis Mai gesperrt" in shown
    assert "! superseded – newer state of 4 March 2025" in shown


def test_contradictions_show_both_sides_with_their_dates(talk: Talk) -> None:
    shown = talk("/contradictions")
    assert "+ Flussblatt ← Stadt Celle · 2 March 2025" in shown
    assert "! newer: Kreisanzeiger ← Landkreis · 4 March 2025: “Der Landkreis" in shown


def test_the_timeline_goes_from_the_earliest_on_and_says_what_turns_against_what(talk: Talk) -> None:
    shown = talk("/timeline")
    assert shown.index("2 March 2025") < shown.index("4 March 2025") < shown.index("! newer than Flussblatt")


def test_what_repeats_it_on_another_day_has_its_day_in_the_timeline(tmp_path: Path) -> None:
    pile = written(tmp_path / "pile")
    (pile / "landkreis.txt").write_text(BRIDGE.replace("Flussblatt", "Kreisblatt").replace("-02\n", "-05\n"))
    talk = Talk(tmp_path / "data", [pile])
    shown = talk("/timeline")
    talk.desk.close()
    assert "[1] Flussblatt ← Stadt Celle: Die" in shown
    assert "= Kreisblatt ← Stadt Celle, 5 March 2025: Die" in shown


def test_a_summary_is_of_all_articles_or_of_a_topic(talk: Talk) -> None:
    assert "vier Millionen" in talk("/summary Umbau")
    assert "[1] Kreisanzeiger" in talk("/summary")


def test_contradictions_of_a_topic_say_of_which(talk: Talk) -> None:
    assert talk("/contradictions Brücke").startswith("What contradicts what, the newest first: Brücke\n")


def test_sessions_are_listed_with_when_how_much_and_which_is_this_one(talk: Talk) -> None:
    talk(QUESTION)
    talk("/save Celle")
    shown = talk("/sessions")
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d  1 exchange  \(this one\) Celle: Bis wann", shown)


def test_filters_hold_for_questions_until_they_are_lifted(talk: Talk) -> None:
    assert talk("/filter publisher kreis") == "Only articles with: publisher Kreisanzeiger\n"
    assert "Flussblatt" not in talk(QUESTION)
    assert "since 2025-03-04" in talk("/filter since 2025-03-04")
    assert talk("/filter off") == "No filter: all articles.\n"
    assert "Flussblatt" in talk(QUESTION)


def test_a_model_answers_follow_ups_itself(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answered(collection: Any, hands: Any, question: str, *rest: Any) -> Reply:
        asked.append(question)
        return Reply(question, False, (), (), ())

    talk(QUESTION)
    talk.desk.settings = replace(talk.desk.settings, model="gpt")
    monkeypatch.setattr("assistant.chat.answering.ask", answered)
    talk("und wer bestreitet das?")
    assert asked == ["und wer bestreitet das?"]
    assert talk.desk.last
    assert talk.desk.last.engine == "gpt"


def test_a_summary_that_is_broken_off_keeps_what_was_written(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any) -> None:
        summarize(*args)
        raise KeyboardInterrupt

    talk.desk.screen.terminal = True  # else it would end the program
    monkeypatch.setattr("assistant.chat.answering.summarize", broken)
    assert "vier Millionen" in talk("/summary Umbau")
    assert (talk.desk.last.kind, talk.desk.last.whole) == ("summary", False)


def test_adding_makes_a_collection_where_there_is_none(empty: Talk, tmp_path: Path) -> None:
    assert "There are no articles yet. Add some: /add FILE_OR_FOLDER" in empty("Wer?")
    assert "2 articles added." in empty(f"/add {written(tmp_path / 'zwei Texte')}".replace(" T", "\\ T"))
    assert "Flussblatt" in empty(QUESTION)


def test_what_cannot_be_added_is_told_and_the_rest_is_added(empty: Talk, tmp_path: Path) -> None:
    shown = empty(f"/add {written(tmp_path / 'pile')} {tmp_path}/nothing.txt")
    assert "2 articles added.\n1 input could not be used.\n" in shown
    assert "nothing.txt" in shown


def test_the_language_of_labels_can_be_changed(talk: Talk) -> None:
    assert "Sprache der Beschriftungen" in talk("/lang de")
    assert "[2] ! überholt" in " ".join(talk(QUESTION).split())


def test_without_a_model_nothing_is_spent(talk: Talk) -> None:
    assert "Nothing was sent anywhere" in talk("/cost")
    assert "Without a model" in talk("/model")


def test_sessions_are_named_searched_and_gone_on_with(talk: Talk) -> None:
    talk(QUESTION)
    assert "Kept as Aller: 1 exchange." in talk("/save Aller")
    talk("/clear")
    assert "Nothing was asked yet." in talk("/sources")
    assert "Aller: Bis wann" in talk("/sessions celle")
    shown = talk("/resume Aller")
    assert "Going on with Aller: 1 exchange." in shown
    assert f"> {QUESTION}" in shown
    assert "└── Flussblatt" in talk("/chain 2")


def test_a_publisher_is_found_by_any_of_its_words_and_several_are_named(tmp_path: Path) -> None:
    pile = written(tmp_path / "pile")
    for name, publisher in (("one", "The Aller Post"), ("two", "The Aller Wire")):
        (pile / f"{name}.txt").write_text(BRIDGE.replace("Flussblatt", publisher).replace("Mai", f"Mai ({name})"))
    talk = Talk(tmp_path / "data", [pile])
    assert talk("/filter publisher wire") == "Only articles with: publisher The Aller Wire\n"
    assert "The Aller Post and The Aller Wire" in " ".join(talk("/filter publisher aller").split())
    talk.desk.close()


def test_a_statement_that_is_typed_in_two_lines_is_one(talk: Talk) -> None:
    assert " 1. Die Brücke bleibt bis Mai gesperrt.\n" in talk("/check Die Brücke\n bleibt bis Mai gesperrt.")
