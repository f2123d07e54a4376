"""What must go."""

import pytest

from index.cleaning.clean import Cleaned, clean
from index.documents import CutReason, Notice

STORY = """Brücke in Talhausen bleibt gesperrt

Die Talbrücke in Talhausen bleibt bis Ende März gesperrt. Ein Gutachter hat Risse gefunden, sagte die Stadt.

Bürgermeisterin Ines Kolb sprach von einem „harten Schlag“ für die Pendler. Der Umweg über Niederau dauert 20 Minuten.

Die Kosten der Reparatur schätzt die Stadt auf 2,3 Millionen Euro. Das Land will die Hälfte übernehmen."""
AI_NOTE = "Dieser Artikel wurde mithilfe künstlicher Intelligenz erstellt und von der Redaktion geprüft."


def reason(cleaned: Cleaned, text: str) -> CutReason | None:
    return next((cut.reason for cut in cleaned.removed if text in cut.text), None)


def test_a_story_without_furniture_comes_back_as_it_is() -> None:
    assert clean(STORY).text == STORY


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Lesen Sie auch: Die zehn schönsten Radwege", CutReason.TEASER),
        ("+++ Mehr vom Sport: Pokal-Aus für Talhausen +++", CutReason.TEASER),
        ("Foto: Lena Marks/Bildwerk", CutReason.PHOTO_CREDIT),
        ("Gesperrt: die Talbrücke am Montag. Foto: Lena Marks", CutReason.PHOTO_CREDIT),
        ("Jetzt unseren Newsletter kostenlos abonnieren!", CutReason.NEWSLETTER),
        ("Teilen Drucken Facebook WhatsApp", CutReason.NEWSLETTER),
        ("– Anzeige –", CutReason.TEASER),
        ("Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung.", CutReason.IMPRINT),
        ("Impressum | Datenschutz | AGB | Kontakt", CutReason.IMPRINT),
        ("Lesezeit: 3 Minuten", CutReason.FURNITURE),
        ("Start > Region > Talhausen > Verkehr", CutReason.FURNITURE),
        ("Korrektur: In einer früheren Version stand eine falsche Zahl.", CutReason.NOTICE),
        (AI_NOTE, CutReason.NOTICE),
    ],
)
def test_furniture_in_the_middle_is_cut_with_its_reason(line: str, why: CutReason) -> None:
    first, rest = STORY.split("\n\nBürgermeisterin")
    cleaned = clean(f"{first}\n\n{line}\n\nBürgermeisterin{rest}")
    assert cleaned.text == STORY
    assert reason(cleaned, line) is why


@pytest.mark.parametrize("bullet", ["- ", "• ", "-\n", "► ", ">> "])
def test_a_bullet_run_of_headlines_before_the_title_is_cut(bullet: str) -> None:
    titles = ["Bäcker gewinnt im Lotto", "Eisbär Knut der Zweite ist da", "So wird das Wetter am Sonntag"]
    cleaned = clean("".join(f"{bullet}{title}\n" for title in titles) + STORY)
    assert cleaned.text == STORY
    assert {cut.reason for cut in cleaned.removed} == {CutReason.HEADLINE_RUN}


def test_headlines_after_the_story_are_cut_without_bullets_too() -> None:
    tail = "\n\nEisbär Knut der Zweite ist da\n\nWer das isst, lebt länger!\n\nSo wird das Wetter am Sonntag"
    assert clean(STORY + tail).text == STORY


def test_headlines_in_another_language_are_cut_before_and_after() -> None:
    cleaned = clean(f"Why the lakes are warming faster\n\n{STORY}\n\nПочему озёра теплеют быстрее")
    assert "lakes" not in cleaned.text
    assert reason(cleaned, "озёра") is CutReason.OTHER_LANGUAGE


def test_every_copy_of_an_ai_notice_goes_and_its_label_too() -> None:
    cleaned = clean(f"Transparenzhinweis\n{AI_NOTE}\n{STORY}\n{AI_NOTE}")
    assert cleaned.text == STORY
    assert Notice.AI_ASSISTED in cleaned.notices
    assert [cut.reason for cut in cleaned.removed] == [CutReason.NOTICE] * 3


def test_a_note_on_an_automatic_feed_is_cut_but_does_not_mean_ai() -> None:
    cleaned = clean(f"{STORY}\n\nDieser Text wurde automatisch aus einem Feed übernommen.")
    assert cleaned.text == STORY
    assert Notice.AI_ASSISTED not in cleaned.notices


def test_readers_comments_are_cut() -> None:
    comment = "Das war doch seit Jahren bekannt, und niemand hat etwas gegen die Risse getan. Typisch!"
    assert clean(f"{STORY}\n\n3 Kommentare\n\nhorst58\n{comment}\nAntworten").text == STORY


def test_a_list_of_links_below_its_heading_is_cut() -> None:
    assert clean(f"{STORY}\n\nMeistgelesen\nLotto am Samstag\nDas Horoskop für heute").text == STORY


def test_a_paragraph_that_comes_twice_stays_once() -> None:
    paragraph = STORY.split("\n\n")[1]
    cleaned = clean(f"{STORY}\n\n{paragraph}")
    assert cleaned.text == STORY
    assert reason(cleaned, paragraph) is CutReason.REPEATED


def test_zero_width_and_control_characters_go_and_soft_hyphens_stay() -> None:
    cleaned = clean(STORY.replace("Talbrücke", "Tal\u200bbrü\u00adcke\x07"))
    assert "Talbrü\u00adcke" in cleaned.text
    assert cleaned.removed[0].reason is CutReason.INVISIBLE


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Impressum\nDatenschutz\nAGB", "- Titel eins\n- Titel zwei\n- Titel drei"]
)
def test_where_nothing_reads_like_an_article_the_text_is_empty(text: str) -> None:
    assert clean(text).text == ""
