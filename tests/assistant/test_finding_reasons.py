"""A reason names what makes a standing or a flag hold: who, from whom, with which words, since when."""

from __future__ import annotations

import pytest
from sourced import (
    DENIAL,
    HUR,
    OFFER,
    RELAYED,
    SILENCE,
    TROOPS,
    WEITBLICK,
    claimed,
    disputed,
    found,
    opposes,
    outlet,
    part,
    printed,
    supports,
)

from assistant.show.reasons import reason_text
from assistant.show.say import Say
from assistant.sourcing import Comparison, Finding, Flag, Origin, Silence, Standing


def told(finding: Finding, name: str = "standing", lang: str = "en") -> str:
    return reason_text(finding, name, Say(lang))


def flagged(flag: Flag, *evidence: object, supporting: tuple[Comparison, ...] = ()) -> Finding:
    return found(Standing.SINGLE_SOURCE, supporting=supporting or (supports(OFFER),), flags={flag: evidence})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("lang", "word"), [("de", "Ursprünge: HUR und "), ("en", "origins: HUR and "), ("ru", "первоисточники: HUR и ")]
)
def test_several_origins_are_told_of_in_the_plural(lang: str, word: str) -> None:
    origins = [Origin(HUR, True, (OFFER,)), Origin(outlet("Harbour"), False, (RELAYED,))]
    finding = found(Standing.DISPUTED, supporting=[supports(OFFER)], opposing=[opposes(DENIAL)], origins=origins)
    assert word in told(finding, lang=lang)


def test_second_hand_tells_each_outlet_and_whom_it_has_it_from_along_the_chain() -> None:
    harbour = printed("Harbour", "Weitblick reports so, quoting the Podil Courier and HUR.")
    chain = [(outlet("Weitblick"), "Weitblick"), (outlet("Podil Courier"), "Podil Courier"), (HUR, "HUR")]
    finding = flagged(Flag.SECOND_HAND, claimed(harbour, harbour.text, *chain), RELAYED)
    assert told(finding, "second_hand") == (
        "Second hand: Harbour has it from Weitblick; Weitblick has it from Podil Courier; "
        "Weitblick Online has it from The Podil Courier"
    )
    assert told(finding, "second_hand", "de").startswith("Aus zweiter Hand: Harbour hat es von „Weitblick“; ")


def test_a_silence_without_a_name_speaks_of_the_party_concerned() -> None:
    nameless = Silence(SILENCE.article, SILENCE.span, None)
    finding = flagged(Flag.UNANSWERED, nameless)
    assert told(finding, "unanswered") == "Unanswered: the party concerned has not commented (The Podil Courier)"


def test_one_party_silent_in_two_passages_of_an_article_is_told_once() -> None:
    finding = flagged(Flag.UNANSWERED, SILENCE, SILENCE)
    assert told(finding, "unanswered", "ru") == "Без комментария: Lao embassy in Moscow (The Podil Courier)"


def test_words_that_go_further_are_told_beside_those_of_the_article_that_decided() -> None:
    spans = (part(WEITBLICK, "Truppen"), part(WEITBLICK, "rund 50 Pioniere"))
    further = supports(TROOPS, further=True, spans=spans)
    finding = flagged(Flag.OVERSTATED, TROOPS, supporting=(further,))
    assert (
        told(finding, "overstated", "de")
        == "Zugespitzt: „Truppen“ (Weitblick Online) geht weiter als „rund 50 Pioniere“"
    )


def test_words_that_go_further_than_a_source_nobody_else_quotes_say_just_that() -> None:
    finding = flagged(Flag.OVERSTATED, TROOPS, supporting=(supports(TROOPS, further=True),))
    assert told(finding, "overstated") == (
        "Overstated: “Truppen aus Laos für Putins Krieg” (Weitblick Online) goes further than its source"
    )


def test_the_case_of_the_project_names_both_origins() -> None:
    assert told(disputed()) == (
        "Disputed: for it 2 articles, origin: HUR; against it 1 article, origin: Ministry of Foreign Affairs"
    )


@pytest.mark.parametrize(
    "published, day, before",
    [
        ("2025-07-09T18:00", "9 July 2025", "8 July 2025"),
        ("2025-07-08T18:00", "8 July 2025, 18:00", "8 July 2025, 11:20"),
    ],
)
def test_the_clock_is_told_where_the_newer_report_is_of_the_same_day(published: str, day: str, before: str) -> None:
    evening = printed("Abend", "Laos zog das Angebot zurück.", published)
    newer = opposes(claimed(evening, evening.text), "change")
    given = found(Standing.SUPERSEDED, supporting=[supports(RELAYED)], updates=[newer])
    assert told(given) == f"Superseded: newer state of {day} (Abend); the statement stands as of {before}"


def test_another_figure_is_told_with_the_word_that_it_counts() -> None:
    other = printed("Bote", "Bis zu 150 Ingenieure sollen kommen, so HUR.")
    against = opposes(claimed(other, other.text, (HUR, "HUR")), "number", "150")
    given = found(Standing.CONTRADICTED, opposing=[against])
    assert told(given, lang="de") == (
        "Widersprochen: kein Artikel stützt es; dagegen 1 Artikel, Ursprung: HUR; andere Zahl: „150 Ingenieure“ (Bote)"
    )


def test_an_article_that_names_nobody_is_told_as_having_no_other_source() -> None:
    own = printed("Bote", "Die Brücke ist gesperrt.")
    claim = claimed(own, own.text)
    given = found(
        Standing.SINGLE_SOURCE, supporting=[supports(claim)], origins=[Origin(outlet("Bote"), False, (claim,))]
    )
    assert told(given) == "Single source: only Bote has it, naming no other source"


def test_an_unknown_publisher_is_told_by_its_file() -> None:
    own = printed(None, "Die Brücke ist gesperrt.")
    given = found(Standing.SINGLE_SOURCE, supporting=[supports(claimed(own, own.text))])
    assert told(given, lang="de") == "Nur ein Artikel: ohne.txt, ohne andere Quelle"


def test_the_evidence_of_a_standing_is_every_claim_for_and_against() -> None:
    assert set(disputed().reasons["standing"].evidence) == {RELAYED, OFFER, TROOPS, DENIAL}
