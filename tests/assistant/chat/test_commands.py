"""Every command of the chat, on two small articles."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from talking import BRIDGE, Talk, written

from assistant.chat.table import ROWS
from assistant.domain import Reply
from assistant.pipeline import summarize
from assistant.settings import INTERFACE_LANGUAGES

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


def test_sources_shows_the_passage_with_the_words_marked(talk: Talk) -> None:
    talk(QUESTION)
    assert ">>Die Brücke über die Aller bleibt bis Mai gesperrt, teilte die" in talk("/sources 2")
    assert talk("/sources").count(">>") == 2


def test_where_nothing_answers_the_numbers_are_those_of_the_nearest_passages(talk: Talk) -> None:
    assert "The articles do not say" in talk("Wer malte die Mona Lisa in Celle?")
    assert "Flussblatt" in talk("/sources") + talk("/open 1")


def test_why_tells_what_makes_a_standing_hold_with_the_words_for_and_against(talk: Talk) -> None:
    talk(QUESTION)
    shown = talk("/why 2")
    assert "! superseded: newer state of 4 March 2025 (Kreisanzeiger)" in shown
    assert "For it: 1 article" in shown
    assert "Newer: 1 article" in shown


def test_chain_draws_who_has_it_from_whom(talk: Talk) -> None:
    talk(QUESTION)
    assert "└── Flussblatt · 2 March 2025" in talk("/chain 2")


def test_check_weighs_a_statement_and_the_other_commands_then_speak_of_it(talk: Talk) -> None:
    assert "! superseded" in talk("/check Die Brücke über die Aller bleibt bis Mai gesperrt.")
    assert "└── Flussblatt" in talk("/chain")
    assert ">>Der Landkreis dementierte" in talk("/sources 2")
    assert "Landkreis widerspricht der Stadt" in talk("/open 2")


def test_the_numbers_of_a_list_are_those_of_its_statements(talk: Talk) -> None:
    talk("/findings")
    assert "Der Umbau kostet vier Millionen Euro." in talk("/open 1")
    assert talk("/sources 1").count(">>") == 2
    assert "is not one of the numbers: 1 to 1." in talk("/sources 2")


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


def test_a_timeline_is_kept_and_its_numbers_lead_to_passages_and_articles(talk: Talk) -> None:
    talk("/timeline")
    assert ">>Der Landkreis dementierte" in talk("/sources 2")
    assert "Der Umbau kostet" in talk("/open 1")
    assert "Nothing was weighed" in talk("/why 1")
    talk("/clear")
    assert "! newer than Flussblatt" in talk("/resume")


def test_a_summary_is_of_all_articles_or_of_a_topic(talk: Talk) -> None:
    assert "vier Millionen" in talk("/summary Umbau")
    assert "[1] Kreisanzeiger" in talk("/summary")


def test_articles_are_listed_with_numbers_that_open_takes(talk: Talk) -> None:
    assert "2.  2025-03-02  Flussblatt     Brücke bis Mai gesperrt\n" in talk("/articles")
    assert "Der Umbau kostet vier Millionen Euro." in talk("/open 2")
    assert "Kreisanzeiger" not in talk("/articles brücke")


def test_where_words_fit_several_articles_those_are_listed_and_open_takes_their_number(talk: Talk) -> None:
    shown = talk("/open t")
    assert "2.  2025-03-02  Flussblatt" in shown
    assert "“t” fits several articles. Which one?" in shown
    assert "Der Umbau kostet vier Millionen Euro." in talk("/open 2")


def test_a_topic_that_nothing_is_about_is_told_so(talk: Talk) -> None:
    assert "no sentence is about “Zwölftonmusik”" in talk("/summary Zwölftonmusik")


def test_contradictions_of_a_topic_say_of_which(talk: Talk) -> None:
    assert talk("/contradictions Brücke").startswith("What contradicts what, the newest first: Brücke\n")


def test_before_anything_was_asked_there_is_nothing_to_save_or_to_go_on_with(talk: Talk) -> None:
    assert "Nothing was asked yet." in talk("/save Brücke")
    assert "No session is kept yet" in talk("/sessions")


def test_sessions_are_listed_with_when_how_much_and_which_is_this_one(talk: Talk) -> None:
    talk(QUESTION)
    talk("/save Celle")
    shown = talk("/sessions")
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d  1 exchange  \(this one\) Celle: Bis wann", shown)


def test_what_was_cut_from_an_article_is_shown_when_asked_for(talk: Talk) -> None:
    assert "1 piece was cut; with + it is shown too." in talk("/open Landkreis")
    assert "Newsletter abonnieren" in talk("/open Landkreis +")


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


def test_filters_that_leave_nothing_say_so(talk: Talk) -> None:
    talk("/filter until 2001-01-01")
    assert "No article fits the filters." in talk(QUESTION)


def test_an_article_that_is_removed_is_still_quoted_where_it_was(talk: Talk) -> None:
    talk(QUESTION)
    assert "Removed: Brücke bis Mai gesperrt (Flussblatt)" in talk("/remove Brücke")
    assert ">>Die Brücke über die Aller" in talk("/sources 2")
    assert "no longer in the collection" in talk("/open 2")
    assert "Flussblatt" not in talk("/articles")


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


@pytest.mark.parametrize("lang", INTERFACE_LANGUAGES)
def test_help_names_every_command(tmp_path: Path, lang: str) -> None:
    shown = Talk(tmp_path, (), lang)("/help")
    assert all(f"/{row.name}" in shown for row in ROWS)
    assert "chat." not in shown


@pytest.mark.parametrize(
    "typed, told",
    [
        ("/chekc x", "There is no command /chekc. Did you mean /check?"),
        ("/xyzzy", "There is no command /xyzzy. /help lists them."),
        ("/check", "What is to be checked?"),
        ("/sources 9", "Nothing was asked yet."),
        ("/why", "Nothing was asked yet."),
        ("/open", "Which article?"),
        ("/open Xylophon", "No article has “Xylophon” in its title, publisher or file name."),
        ("/open 7", "“7” is not one of the numbers: 1 to 2."),
        ("/add", "Which files?"),
        ("/add -", "Standard input is where you type"),
        ("/remove", "Which article?"),
        ("/filter colour red", "There is no filter “colour”."),
        ("/filter since gestern", "“gestern” is no date such as 2025-07-31."),
        (
            "/filter publisher Flusblat",
            "Those that come near: Flussblatt.",
        ),
        ("/lang fr", "“fr” is no language here."),
        ("/export", "Into which file?"),
        ("/resume nowhere", "There is no session “nowhere”."),
        ("/sessions nothing like it", "No session has that in one of its questions or answers."),
        ("/articles Xylophon", "No article has “Xylophon”"),
        ("/open 99", "“99” is not one of the numbers: 1 to 2."),
    ],
)
def test_bad_input_is_told_in_a_line_and_ends_nothing(talk: Talk, typed: str, told: str) -> None:
    shown = talk(typed)
    assert told in shown
    assert shown.count("\n") == 1
    assert not talk.desk.leaving
    assert "Flussblatt" in talk(QUESTION)


def test_a_bug_is_shown_in_full_and_the_conversation_goes_on(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("assistant.chat.answering.ask", lambda *args: 1 / 0)
        assert "ZeroDivisionError" in talk(QUESTION)
    assert "Flussblatt" in talk(QUESTION)


def test_an_article_cannot_command_the_terminal(empty: Talk, tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(
        BRIDGE.replace("Flussblatt", "\x1b]0;Titel\x07[red]Blatt").replace("Aller", "\x1b[31mAller\u202e [bold]fett"),
        encoding="utf-8",
    )
    empty(f"/add {evil}")
    asked = (
        QUESTION,
        "/sources",
        "/chain 1",
        "/why 1",
        "/findings",
        "/timeline",
        "/articles",
        "/open 1 +",
        "/check Die Brücke bleibt gesperrt.",
    )
    shown = "".join(map(empty, asked))
    assert "[red]Blatt" in shown
    assert "[bold]fett" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_on_a_terminal_all_control_sequences_are_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    evil = tmp_path / "evil.txt"
    evil.write_text(BRIDGE.replace("Aller", "\x1b[31mAller\x1b]8;;https://evil.example\x07"), encoding="utf-8")
    talk = Talk(tmp_path / "data", [evil], terminal=True)
    shown = talk(QUESTION)
    talk.desk.close()
    assert "\x1b[" in shown
    assert "\x1b[31m" not in shown
    assert "evil.example" not in shown


@pytest.mark.parametrize("term, moves", [("xterm", {"A", "J"}), ("dumb", set())])
def test_without_colour_a_terminal_gets_no_control_sequence_but_moves_of_the_cursor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, term: str, moves: set[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", term)
    talk = Talk(tmp_path / "data", [written(tmp_path / "pile")], terminal=True)
    shown = talk(QUESTION)
    talk.desk.close()
    assert set(re.findall(r"\x1b\[[\d;]*(.)", shown)) == moves
    assert "! superseded" in shown


@pytest.mark.parametrize("typed", ["/add https://blatt.example/a.html", "add https://blatt.example/a.html"])
def test_an_address_is_refused_with_what_to_do_instead(talk: Talk, typed: str) -> None:
    told = talk(typed)
    assert "Save the page" in told
    assert "give the file" in told


def test_a_publisher_is_found_by_any_of_its_words_and_several_are_named(tmp_path: Path) -> None:
    pile = written(tmp_path / "pile")
    for name, publisher in (("one", "The Aller Post"), ("two", "The Aller Wire")):
        (pile / f"{name}.txt").write_text(BRIDGE.replace("Flussblatt", publisher).replace("Mai", f"Mai ({name})"))
    talk = Talk(tmp_path / "data", [pile])
    assert talk("/filter publisher wire") == "Only articles with: publisher The Aller Wire\n"
    assert "The Aller Post and The Aller Wire" in " ".join(talk("/filter publisher aller").split())
    talk.desk.close()


def test_of_nearest_passages_the_sentence_that_is_near_is_marked_and_not_all(talk: Talk) -> None:
    talk("Wer malte die Mona Lisa in Celle?")
    shown = " ".join(talk("/sources").split())
    assert ">>Die Brücke über die Aller bleibt bis Mai gesperrt, teilte die Stadt Celle am Sonntag mit.<<" in shown


@pytest.mark.parametrize(
    ("lang", "typed", "told"),
    [
        ("de", "/add https://blatt.example/a.html", "Aus dem Netz wird nichts geladen."),
        ("de", "/add nirgends.txt", "nirgends.txt: gibt es nicht."),
        ("ru", "/add нигде.txt", "нигде.txt: такого файла или папки нет."),
        ("de", "/model gpt", "„gpt“ ist kein Modell, das sich verwenden lässt"),
        ("de", "/help", "/check AUSSAGE"),
        ("ru", "/help", "/check УТВЕРЖДЕНИЕ"),
    ],
)
def test_errors_and_help_speak_the_readers_language(tmp_path: Path, lang: str, typed: str, told: str) -> None:
    talk = Talk(tmp_path / "data", [written(tmp_path / "pile")], lang)
    assert told in " ".join(talk(typed).split())
    talk.desk.close()


def test_what_cannot_be_written_is_told_with_why(talk: Talk, tmp_path: Path) -> None:
    talk(QUESTION)
    shown = talk(f"/export {tmp_path / 'nowhere' / 'report.md'}")
    assert "cannot be written (No such file or directory)" in " ".join(shown.split())
