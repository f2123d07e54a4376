"""Ways in which news says who says so, beyond a verb of saying with its clause, in three languages."""

from __future__ import annotations

import pytest

from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Claim, Reading, SourceKind
from index.documents import Article


def _read(text: str, language: str = "de") -> Reading:
    article = Article(id="a", path="a.txt", text=text, language=language, publisher="Kreisblatt Marwede")
    return EmbeddedReader().read(article)


def _claim(text: str, language: str, words: str) -> Claim:
    return next(c for c in _read(text, language).claims if words in c.text)


@pytest.mark.parametrize(
    ("language", "text", "words", "origin", "named"),
    [
        ("de", "Ein Kabel hat gebrannt. So schildern es drei Monteure, die dort arbeiten.", "Kabel", "Monteure", False),
        ("de", "Die Bahn zahlt nicht; das verlautete aus Ermittlerkreisen.", "zahlt", "Ermittlerkreise", False),
        ("de", "Bis Mai gehe der Landrat, ist aus dem Kreistag zu hören.", "Landrat", "Kreistag", False),
        (
            "de",
            "Der Verband Pro Fluss sieht den Kreis in der Pflicht: Dort sei zu spät gewarnt worden.",
            "Dort",
            "Pro",
            True,
        ),
        ("de", "Pläne gebe es nicht, ließ die Brauerei Ohm am Morgen verbreiten.", "Pläne", "Ohm", True),
        (
            "de",
            "Hanno Ruf schüttelt den Kopf. „Ein solches Gutachten gibt es bei uns nicht.“",
            "Gutachten",
            "Hanno Ruf",
            True,
        ),
        ("de", "Der Generalstab in Kiew meldet 40 Gefechte an einem Tag.", "40", "Generalstab", True),
        ("de", "Nach „Marwede heute“-Informationen wird das Werk verkauft.", "Werk", "Marwede heute", True),
        ("de", "Ute Ohm ist müde. Vom Landratsamt heißt es, man prüfe Hilfen.", "Hilfen", "Landratsamt", True),
        ("de", "Der Leiter, Jan Ohm, deutete an, dass zwei Boote fehlen.", "Boote", "Jan Ohm", True),
        ("de", "Die Wirtin Ute Ohm sprach lange. Die Zahl der Gäste gab sie mit drei an.", "drei", "Ute Ohm", True),
        (
            "de",
            "Es brenne, sagte eine Sprecherin der Polizei. Verletzt ist nach ihren Worten der Fahrer der Bahn.",
            "Fahrer",
            "Polizei",
            True,
        ),
        (
            "de",
            "Das Rathaus schweigt. Sein Anwalt Ali Berg, der dies bestritt, sprach von Rufmord.",
            "Ruf",
            "Ali",
            True,
        ),
        ("de", "Die 40 Tonnen, die das Umweltamt vermessen hat, liegen noch da.", "Tonnen", "Umweltamt", True),
        ("de", "Der Schaden wird vom Umweltamt auf 40 Millionen Euro geschätzt.", "Schaden", "Umweltamt", True),
        ("de", "Es könnte schaden. Darauf deutet eine Auswertung der Universität Kiel hin.", "Es", "Universität", True),
        (
            "de",
            "Die Universität Kiel legte ihren Bericht vor. Danach war die Probe rein.",
            "Probe",
            "Universität",
            True,
        ),
        ("de", "Am See war es still, der Landesrechnungshof sah nach: Für Mai wies er 9 Euro aus.", "Mai", "hof", True),
        ("de", "Bauer Jan Ohm sagte der Zeitung «Seeblick», er säe nur Hafer.", "Hafer", "Jan Ohm", True),
        (
            "de",
            "Wetternot gab es nach Angaben des Wetterdienstes nicht: Die Sicht habe gereicht.",
            "Sicht",
            "Wett",
            True,
        ),
        ("en", "Nobody checked it, said a mechanic who once worked there.", "Nobody", "mechanic", False),
        ("en", "Prices will fall, reckons Nora Field, who follows the sector.", "Prices", "Nora Field", True),
        ("en", "The mill was sold, according to local newspaper Wye Gazette.", "mill", "Wye Gazette", True),
        ("en", "The files were open, the Fulda Courier daily has found.", "files", "Fulda Courier", True),
        ("en", "The paper quoted Ann Berger as saying the mayor was late.", "mayor", "Ann Berger", True),
        ("en", "The beep, attributed by referee Ada Berg to a phone, went on.", "beep", "Ada Berg", True),
        ("en", "Ada Berg, a physician on duty, saw bruises on two of the men.", "bruises", "Ada Berg", True),
        ("en", "The opposition division of the Patent Office upheld the patent.", "patent", "Patent Office", True),
        ("ru", "Эксперт Павел Ким недоволен. По его словам, город проиграл.", "город", "Павел Ким", True),
        ("ru", "Юрист Марк Ким успокаивает: срок не истёк.", "срок", "Марк Ким", True),
        ("ru", "Шесть собак спасены, рассказала нам её владелица Анна Ким.", "собак", "Анна Ким", True),
        ("ru", "К ночи спасатели подтвердили, что двое рыбаков погибли.", "погибли", "пасател", True),
        ("ru", "В пробах найден мазут — такие данные обнародовала Служба охраны рек.", "мазут", "Служба", True),
        ("ru", "Лекарств не хватает, пожаловалась одна из работниц больницы.", "Лекарств", "одна из работниц", False),
        ("ru", "Сам руководитель ТОО «Ак-Су» Марат Ким вышел. «Всё цело», — сказал он.", "цело", "Ак-Су", True),
    ],
)
def test_who_says_so(language: str, text: str, words: str, origin: str, named: bool) -> None:
    end = _claim(text, language, words).chain[-1].source
    assert origin in end.name
    assert end.named is named


def test_what_somebody_urges_is_the_word_of_who_tells_of_it() -> None:
    text = (
        "Rike Berg von der Initiative Moorland erhob Vorwürfe: Das Umweltministerium habe den Kreis gedrängt, zu bauen."
    )
    assert _claim(text, "de", "gedrängt").chain[-1].source.name == "Moorland"


def test_somebody_who_will_not_see_the_name_printed_is_unnamed() -> None:
    text = "Ein Offizier, der seinen Namen nicht veröffentlicht sehen will, sagte: „Das waren wir.“"
    assert not _claim(text, "de", "waren").chain[-1].source.named


def test_whose_a_head_of_government_is_does_not_speak() -> None:
    text = "Norlands Ministerpräsident Jan Ohm bleibt ruhig. „Wir sind vorbereitet“, sagte Ohm."
    end = _claim(text, "de", "vorbereitet").chain[-1].source
    assert (end.name, end.kind) == ("Jan Ohm", SourceKind.GOVERNMENT)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Unter den Papieren seien sehr wohl Ausweise, sagte die Behörde."),
        ("de", "Im Werk könnten Stellen wegfallen, warnt die Gewerkschaft."),
        ("en", "Users are twice as likely to fall ill, the team said."),
        ("ru", "Здание школы не может использоваться, сообщили в миссии."),
    ],
)
def test_words_that_reserve_nothing_here(language: str, text: str) -> None:
    assert not _read(text, language).claims[0].hedged


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bei der Firma Kolk ging am Abend niemand ans Telefon."),
        ("de", "Eine Mail an die Firma Kolk blieb ohne Reaktion."),
        ("en", "Prosecutors are not commenting on that."),
        ("ru", "В пресс-службе завода трубку не берут."),
    ],
)
def test_other_ways_of_staying_silent(language: str, text: str) -> None:
    assert _read(text, language).silences


@pytest.mark.parametrize(
    ("text", "language", "unnamed"),
    [
        (
            "The zoo will be sold, the Herald has learned from people close to the director.",
            "en",
            "people close to the director",
        ),
        ("Зоопарк продадут, узнала «Вечерка» от источника в мэрии.", "ru", "источник в мэрии"),
    ],
)
def test_whom_an_outlet_has_learnt_it_from_is_the_origin(text: str, language: str, unnamed: str) -> None:
    (claim,) = _read(text, language).claims
    assert (claim.chain[-1].source.name, claim.chain[-1].source.named) == (unnamed, False)


def test_whoever_learnt_of_it_from_the_papers_told_nobody() -> None:
    (claim,) = _read("Der Minister erfuhr aus der Zeitung von dem Verkauf.").claims
    assert len(claim.chain) == 1
