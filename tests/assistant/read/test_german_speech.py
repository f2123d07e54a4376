"""German verbs of saying: where they stand, who speaks, what is said."""

from __future__ import annotations

import pytest
from attributed import attributed

from assistant.sourcing import QuoteType


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Der Rat betonte, dass die Schule bleibt.", "Der Rat", "betonte", "dass die Schule bleibt"),
        ("Die Bank teilte mit, sie prüfe den Fall.", "Die Bank", "teilte mit", "sie prüfe den Fall"),
        ("Die Kanzlei räumte ein, Fehler gemacht zu haben.", "Die Kanzlei", "räumte ein", "Fehler gemacht zu haben"),
        ("Der Hafen hat gemeldet, das Eis sei fort.", "Der Hafen", "hat gemeldet", "das Eis sei fort"),
        ("Der Klub ließ mitteilen, er ziehe um.", "Der Klub", "ließ mitteilen", "er ziehe um"),
        ("Sie geht davon aus, dass es regnet.", "Sie", "geht davon aus", "dass es regnet"),
        ("Der Müller ist der Meinung, das Rad sei alt.", "Der Müller", "ist der Meinung", "das Rad sei alt"),
        ("Der Wirt musste zugeben, dass er schlief.", "Der Wirt", "musste zugeben", "dass er schlief"),
        ("Der Zoll warnt davor, Muscheln zu essen.", "Der Zoll", "warnt davor", "Muscheln zu essen"),
        ("Am Montag sagte der Förster, der Wald sei leer.", "der Förster", "sagte", "der Wald sei leer"),
        ("Der Bote lief fort und rief, es brenne.", "Der Bote", "rief", "es brenne"),
        ("Er hält es für möglich, dass der Damm bricht.", "Er", "hält | für möglich", "dass der Damm bricht"),
    ],
)
def test_a_verb_before_what_is_said(text: str, source: str, cue: str, content: str) -> None:
    (found,) = attributed(text)
    assert (found.source, found.cue, found.content) == (source, cue, content)
    assert found.type is QuoteType.INDIRECT


def test_a_verb_behind_what_is_said() -> None:
    (found,) = attributed("Der Pegel sinke seit dem Abend, teilte die Leitstelle in Ahlbeck mit.")
    assert (found.source, found.cue) == ("die Leitstelle", "teilte | mit")
    assert found.content == "Der Pegel sinke seit dem Abend"
    assert found.frame == ", teilte die Leitstelle in Ahlbeck mit"


def test_a_verb_within_what_is_said() -> None:
    (found,) = attributed("Wenn es friere, sagte der Gärtner, seien die Rosen verloren.")
    assert (found.source, found.content) == ("der Gärtner", "Wenn es friere | seien die Rosen verloren")


def test_a_source_takes_in_its_apposition_but_no_relative_clause() -> None:
    (found,) = attributed("Oleh Marynenko, Sprecher der HUR, der gestern anreiste, erklärte, nichts sei geplant.")
    assert found.source == "Oleh Marynenko, Sprecher der HUR"


def test_a_source_takes_in_genitive_party_and_quoted_name() -> None:
    (found,) = attributed("Das sei falsch, sagte der Chef der „Neuen Mitte“, Jan Osk (NM).")
    assert found.source == "der Chef der „Neuen Mitte“, Jan Osk (NM)"


def test_time_and_place_are_no_part_of_a_source_behind_the_verb() -> None:
    (found,) = attributed("Das Dach sei dicht, sagte Baurätin Ina Kell am Freitag in Lohne.")
    assert found.source == "Baurätin Ina Kell"


def test_whoever_is_told_is_the_addressee() -> None:
    first = attributed("Der Wirt sagte dem „Landboten“, er habe nichts gesehen.")[0]
    assert (first.addressee, first.source) == ("dem „Landboten“", "Der Wirt")
    second = attributed("Der Wirt sagte gegenüber dem Sender, er habe nichts gesehen.")[0]
    assert second.addressee == "dem Sender"
    third = attributed("Die Stadt forderte die Firma auf, den Schutt zu räumen.")[0]
    assert (third.addressee, third.content) == ("die Firma", "den Schutt zu räumen")


def test_a_passive_has_its_agent_as_source() -> None:
    (found,) = attributed("Von der Aufsicht wurde bestätigt, dass der Kran alt war.")
    assert (found.source, found.cue) == ("der Aufsicht", "wurde bestätigt")


def test_the_frame_may_go_on_behind_what_is_said() -> None:
    (found,) = attributed("Er sei müde, sagte der Fahrer, verließ aber den Saal nicht.")
    assert found.content == "Er sei müde"


def test_das_points_back_at_the_sentence_before() -> None:
    found = attributed("Die Fähre fährt wieder. Das bestätigte die Reederei.")
    assert [(one.source, one.content) for one in found] == [("die Reederei", "Die Fähre fährt wieder. | Das")]


def test_a_document_speaks_with_heisst_es() -> None:
    (found,) = attributed("Die Brücke sei marode, heißt es in dem Gutachten.")
    assert (found.source, found.cue, found.content) == ("dem Gutachten", "heißt es", "Die Brücke sei marode")


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein sagte das Treffen ab.",
        "Die Ministerin wollte nicht sagen, wann sie reist.",
        "Er ist auf Hilfe angewiesen, um zu essen.",
        "Die Bahn stellte den Betrieb ein.",
        "Zwei Tage nach dem Urteil begann die Haft.",
        "In der Nacht krachte es laut.",
        "Eine Bahn von Genua nach Basel wurde angekündigt.",
        "Die Werft schwieg. Das enge, kaum beleuchtete Dock steht seit Mai leer.",
        "Die Nähe wuchs langsam. Schon 2012 suchte Chile lose Bande zu der Insel.",
    ],
)
def test_what_only_looks_like_saying_attributes_nothing(text: str) -> None:
    assert attributed(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Der Verband warnt vor einem Streik.", "Der Verband"),
        ("Am Abend kritisierte die Fraktion die Pläne.", "die Fraktion"),
        ("Der Betreiber wies die Vorwürfe zurück.", "Der Betreiber"),
        ("Die Vorwürfe wies der Betreiber zurück.", "der Betreiber"),
        ("Die Polizei rechnet mit vielen Gästen.", "Die Polizei"),
        ("Von der Gewerkschaft wurden Streiks angekündigt.", "der Gewerkschaft"),
        ("Streiks wurden von der Gewerkschaft angekündigt.", "der Gewerkschaft"),
    ],
)
def test_an_act_of_speech_without_a_clause_is_its_own_content(text: str, source: str) -> None:
    (found,) = attributed(text)
    assert (found.type, found.source, found.content, found.cue) == (QuoteType.REPORTED, source, text, "")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Es gibt den Vorwurf der Opposition, er habe gelogen.", "der Opposition", "den Vorwurf", "er habe gelogen"),
        ("Er äußerte die Hoffnung, dass es taut.", "Er", "äußerte die Hoffnung", "dass es taut"),
        (
            "Die Warnung der Behörde vor Glatteis kam spät.",
            "der Behörde",
            "Die Warnung | vor",
            "Glatteis",
        ),
        ("Seine Forderung nach Neuwahlen verhallte.", "Seine", "Forderung nach", "Neuwahlen"),
    ],
)
def test_nouns_of_saying(text: str, source: str, cue: str, content: str) -> None:
    found = next(one for one in attributed(text) if one.content == content)
    assert (found.source, found.cue) == (source, cue)
