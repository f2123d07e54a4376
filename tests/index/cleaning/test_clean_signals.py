"""Lines that no phrase gives away: they go by the sum of weak signals, and what only resembles them stays."""

import pytest

from index.cleaning.clean import clean
from index.cleaning.lines import lines_of
from index.cleaning.signals import MADE, TALK, made, talk
from index.documents import CutReason, Notice

DE = """Neue Orgel für St. Veit

Die Kirche St. Veit in Ebrach hat eine neue Orgel bekommen. Gebaut hat sie eine Werkstatt aus dem Nachbarort.

Das Instrument kostete 640.000 Euro, sagte Pfarrer Anton Reiser. Ein Drittel davon haben Bürger gegeben.

Am Sonntag wird die Orgel zum ersten Mal gespielt. Erwartet werden rund 400 Gäste aus der ganzen Region."""
EN = """New organ for St Vitus

St Vitus church in Ebbrook has a new organ, built by a workshop in the next village over two years.

The instrument cost 640,000 pounds, vicar Tony Rice said. A third of that came from people in the parish.

It will be played for the first time on Sunday. Some 400 guests are expected from across the county."""
RU = """В церкви Эбраха новый орган

В церкви города Эбрах появился новый орган. Его построила мастерская из соседнего посёлка за два года.

Инструмент стоил 640 тысяч евро, рассказал священник Антон Райзер. Треть суммы собрали жители.

В воскресенье орган прозвучит впервые. Ожидают около 400 гостей со всей области."""
STORY = {"de": DE, "en": EN, "ru": RU}


def with_line(language: str, line: str) -> str:
    """The story with a line between its second and its third paragraph."""
    first, last = STORY[language].rsplit("\n\n", 1)
    return f"{first}\n\n{line}\n\n{last}"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Gold 2.310 $ ▲ 0,4 % | Öl 71,20 $ ▼ 1,1 %"),
        ("de", "👍 31   👎 4   💬 12"),
        ("de", "Video 00:00 / 02:31   Ton aus"),
        ("de", "Abgelegt unter: Kirche, Musik, Ebrach"),
        ("de", "Haben Sie noch kein Konto? Hier geht es zur Anmeldung"),
        ("de", "Für dieses Video müssen Sie in Ihrem Browser Cookies zulassen."),
        ("de", "30 Tage gratis – danach 9,90 € im Monat"),
        ("en", "You have reached your limit of free articles this month."),
        ("en", "Third-party content is blocked by your settings. Click to allow it."),
        ("en", "News   Sport   Weather   Jobs   Motors"),
        ("ru", "Чтобы прочитать статью до конца, оформите подписку на сайте"),
        ("ru", "Видео не поддерживается вашим браузером"),
    ],
)
def test_the_sites_own_talk_between_paragraphs_is_cut(language: str, line: str) -> None:
    assert clean(with_line(language, line)).text == STORY[language]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lange Wartezeit"),
        ("de", "Woher das Geld kam"),
        ("de", "Auf Facebook wurde das Foto der Orgel hundertfach geteilt."),
        ("de", "Ein Computer steuert die Orgel, eine Software stimmt die Pfeifen nach."),
        ("de", "„Kommen Sie am Sonntag einfach vorbei und hören Sie zu“, sagte Reiser."),
        ("en", "Years in the making"),
        ("en", "Anyone who wants a seat can sign up by email, the vicar said."),
        ("ru", "Что дальше"),
        ("ru", "На сайте прихода опубликовали снимки органа и список жертвователей."),
    ],
)
def test_subheads_and_sentences_that_only_sound_like_it_stay(language: str, line: str) -> None:
    assert line in clean(with_line(language, line)).text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Die Überschrift dieses Textes hat ein Sprachmodell vorgeschlagen, ein Redakteur hat sie geprüft."),
        ("de", "Unsere Zwischentitel schlägt mitunter eine Maschine vor, entscheiden tut ein Mensch."),
        ("en", "Summaries on this site are drafted by software and checked by an editor."),
        ("ru", "Заголовки на нашем сайте предлагает нейросеть, их проверяет редактор."),
    ],
)
def test_a_notice_on_machine_help_is_known_by_what_it_speaks_of(language: str, line: str) -> None:
    cleaned = clean(f"{STORY[language]}\n\n{line}")
    assert cleaned.text == STORY[language]
    assert cleaned.notices == (Notice.AI_ASSISTED,)


@pytest.mark.parametrize(
    ("language", "byline", "line"),
    [
        ("de", "Von Ida Rehm", "Ida Rehm schreibt seit 2012 über Kirchen und Musik. Sie singt selbst im Chor."),
        ("en", "By Ida Ream", "Ida Ream covers music and the arts for the Post. She sings in a choir."),
        ("ru", "Ида Рем", "Ида Рем — корреспондент отдела культуры. Пишет о музыке."),
    ],
)
def test_what_is_told_of_the_writer_below_the_story_is_cut(language: str, byline: str, line: str) -> None:
    head, rest = STORY[language].split("\n\n", 1)
    cleaned = clean(f"{head}\n\n{byline}\n\n{rest}\n\n{line}")
    assert line not in cleaned.text
    assert byline in cleaned.text


def test_a_person_of_the_story_is_no_writer_of_it() -> None:
    line = "Reiser ist seit 2014 Pfarrer. Zuvor war er Redakteur und Autor."
    assert line in clean(f"{DE}\n\n{line}").text


def test_a_headline_on_another_matter_between_paragraphs_is_cut() -> None:
    assert clean(with_line("de", "Schlagerstar verrät: So bleibe ich mit siebzig schlank")).text == DE


def test_a_list_of_links_ends_at_an_empty_line_and_a_subhead_after_it_stays() -> None:
    text = with_line("de", "Lesen Sie auch\nFreibad öffnet später\nDackel entlaufen\n\nLange Wartezeit")
    assert clean(text).text == with_line("de", "Lange Wartezeit")


def test_kicker_headline_and_second_headline_stay_below_the_masthead() -> None:
    head = "EBRACHER BOTE\nFür Stadt und Land\nFreitag, 5. Juni 2026\n\nGroßer Tag für die Gemeinde"
    deck = "Bürger gaben ein Drittel des Geldes"
    text = clean("\n".join((head, DE.replace("Veit", "Veit\n" + deck, 1)))).text
    assert all(line in text for line in (*head.split("\n"), deck, "Neue Orgel für St. Veit") if line)


def test_contact_block_and_agency_line_of_a_press_release_stay() -> None:
    block = "Rückfragehinweis:\nBistum Ebrach, Kommunikation\nMag. Eva Lind, Tel. 0999/12-3"
    text = f"Presseaussendung\n\n{DE}\n\n{block}"
    assert all(line in clean(text).text for line in block.split("\n"))


@pytest.mark.parametrize("credit", ["(Reporting by Ann Holt; Editing by Tom Bell)", "Additional reporting by Joe Carr"])
def test_a_reporting_credit_stays(credit: str) -> None:
    assert credit in clean(f"{EN}\n\n{credit}").text


def test_a_story_goes_on_after_furniture() -> None:
    box = "Jetzt Newsletter bestellen\n\nWerbung\n\nAlle Artikel lesen\n\nDrucken   Teilen"
    assert clean(with_line("de", box)).text == DE


def test_an_advert_below_its_label_is_cut_with_it() -> None:
    cleaned = clean(with_line("de", "Anzeige\nTreppenlifte bis 2.000 Euro günstiger"))
    assert cleaned.text == DE
    assert CutReason.TEASER in {cut.reason for cut in cleaned.removed}


def test_words_that_the_story_tells_of_do_not_count_against_a_line() -> None:
    (line,) = lines_of("Die neue App zeigt Videos und Podcasts, Kommentare sind kostenlos")
    assert talk(line) >= TALK
    assert talk(line, frozenset(line.words)) < TALK


def test_a_machine_alone_is_no_notice() -> None:
    (line,) = lines_of("Die Maschine prüft in einer Stunde tausend Flaschen auf Risse.")
    assert made(line) < MADE


def test_a_notice_on_machine_help_counts_within_reprint_terms_too() -> None:
    line = "Перепечатка только с согласия редакции. Заголовки переводит нейросеть."
    assert clean(f"{RU}\n\n{line}").notices == (Notice.AI_ASSISTED,)
