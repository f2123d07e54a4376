"""Which concepts a sentence names, and by which characters."""

from __future__ import annotations

import re

import pytest

from index.lexicon.lexicon import are_opposite, broader_of, concept, mentions, named_apart


def named(text: str, language: str) -> dict[str, str]:
    """The ids of the concepts that are named, with the words that name them; parts of compounds in brackets."""
    found = {}
    for mention in mentions(text, language):
        words = " … ".join(span.of(text) for span in mention.spans)
        found[mention.concept.id] = f"({words})" if mention.part else words
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Regierung lehnte den Vorschlag, den alle kannten, ab.", "lehnte … ab"),
        ("Er wollte den Vorschlag nicht ablehnen.", "ablehnen"),
        ("Der Antrag wurde abgelehnt.", "abgelehnt"),
        ("Sie beschlossen, den Antrag abzulehnen.", "abzulehnen"),
        ("Das Parlament lehnt ab und vertagt sich.", "lehnt ab"),
    ],
)
def test_a_separable_verb_is_found_whole_and_in_parts(text: str, words: str) -> None:
    assert named(text, "de")["reject"] == words


def test_a_particle_of_another_sentence_or_another_verb_parts_nothing() -> None:
    assert "reject" not in named("Er lehnt an der Wand. Der Zug fuhr ab.", "de")
    assert "step_down" not in named("Er tritt auf, dann kehrt er zurück.", "de")


def test_the_nearest_verb_has_the_particle() -> None:
    found = named("Der Minister tritt zurück.", "de")
    assert found["step_down"] == "tritt zurück"


def test_a_phrase_is_found_whatever_the_order_of_the_clause() -> None:
    assert named("Das Gesetz tritt am 1. Januar in Kraft.", "de")["come_into_force"] == "tritt … in Kraft"
    assert named("Es soll im Januar in Kraft treten.", "de")["come_into_force"] == "in Kraft treten"
    assert named("Министр ушёл в отставку.", "ru")["step_down"] == "ушёл в отставку"
    assert named("The talks were put on hold.", "en")["suspend"] == "put on hold"


def test_the_particle_of_a_phrases_verb_ends_its_clause() -> None:
    assert "come_upon_future" in named("Auf die Werft kommen teure Monate zu.", "de")
    assert "come_upon_future" not in named("Es kam auf der Werft zu einem Streit.", "de")
    assert "dismiss_lawsuit" in named("Die Kammer wies die Klage der Werft ab.", "de")


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Sie behauptet, ein Boot zu haben.", "available_goods"),
        ("Am vergangenen Montag regnete es.", "abuse"),
        ("Sie nahmen an einem Lauf teil.", "take"),
        ("Der Verein lobte, sagte er weiter, seine Helfer.", "pass_on_tell"),
        ("Dafür gab es keinen Anlass.", "favour_be"),
    ],
)
def test_function_words_that_meet_by_chance_are_no_phrase(text: str, identifier: str) -> None:
    assert identifier not in named(text, "de")


def test_a_negation_of_another_clause_is_not_the_verbs_own() -> None:
    assert "not_recognise" in named("Oslo will die Regierung nicht anerkennen.", "de")
    assert "not_recognise" not in named("Kein Land hat die Regierung anerkannt, auch Oslo nicht.", "de")


def test_a_compound_that_is_not_listed_names_its_head_and_what_stands_before() -> None:
    found = named("Das Haushaltsgesetz ist fertig.", "de")
    assert found["law"] == "(Haushaltsgesetz)"
    assert found["budget"] == "(Haushalts)"


def test_a_compound_that_is_listed_names_itself() -> None:
    found = named("Die Zentralbank schweigt.", "de")
    assert found["central_bank"] == "Zentralbank"


def test_a_negated_head_is_no_mention_of_it() -> None:
    assert "agreement" not in named("Es blieb bei einer Nichteinigung.", "de")


def test_the_last_part_of_a_hyphenated_word_is_its_head() -> None:
    assert named("Der Kühlturm-Angriff dauerte an.", "de")["attack"] == "(Kühlturm-Angriff)"


def test_in_german_a_capital_tells_nouns_from_verbs() -> None:
    assert "ship" in named("Wir sahen Schiffe.", "de")
    assert "ship" not in named("Wir sahen schiffe.", "de")
    assert "ship" in named("wir sahen schiffe", "de")  # a text without any capital tells nothing


def test_feminine_and_marked_forms_name_the_person() -> None:
    for form in ("Bürgerinnen", "Bürger:innen", "Bürger*innen", "Bürger"):
        assert "citizen" in named(f"Die {form} kamen.", "de")


def test_swiss_spelling_is_german() -> None:
    assert set(named("Das Parlament beschliesst es.", "de")) == set(named("Das Parlament beschließt es.", "de"))


def test_a_russian_stem_of_two_words_is_read_by_its_ending() -> None:
    assert "strange" not in named("Многие страны согласились.", "ru")
    assert "country" not in named("Странное решение.", "ru")


def test_mentions_come_in_order_and_carry_their_characters() -> None:
    text = "The minister denied the allegations and resigned."
    found = mentions(text, "en")
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    assert [m.span.of(text) for m in found if m.concept.id == "deny"] == ["denied"]


def test_a_language_that_we_have_no_words_of_names_nothing() -> None:
    assert mentions("De regering wijst het voorstel af.", "nl") == []


def test_opposites_hold_through_a_broader_concept_and_never_with_it() -> None:
    assert are_opposite("confirm", "deny")
    assert are_opposite("deny", "confirm")
    assert not are_opposite("deny", "deny")
    broader = next(iter(broader_of("warship")))
    assert not are_opposite("warship", broader)


def test_broader_concepts_are_followed_to_the_top() -> None:
    above = broader_of("warship")
    assert "ship" in above
    assert all(broader_of(i) <= above for i in above)


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        concept("no_such_concept")


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Die Verringerung der Beiträge", "decrease"),
        ("Die Umwandlung in Wohnungen", "turn_into"),
        ("Die Errichtung des Turms", "build"),
    ],
)
def test_a_german_noun_means_what_the_verb_does_that_it_is_made_of(text: str, identifier: str) -> None:
    assert identifier in named(text, "de")


def test_a_plural_that_no_rule_makes_is_known() -> None:
    assert "neighbour" in named("Die Nachbarn klagen.", "de")
    assert "household" in named("Tausende Haushalte", "de")


def _named(text: str, language: str) -> set[str]:
    return {mention.concept.id for mention in mentions(text, language) if not mention.part}


@pytest.mark.parametrize(
    "language, one, other",
    [
        ("de", "Die Auszählung verlief ordnungsgemäß.", "Die Prüfer fanden Unregelmäßigkeiten."),
        ("de", "Der Streik beginnt frühestens am Montag.", "Der Streik beginnt spätestens am Montag."),
        ("de", "Die Säule kam am frühen Morgen an.", "Die Säule kam am späten Abend an."),
        ("de", "Im Tank war Schwefelsäure.", "Im Tank war Salpetersäure."),
        ("de", "Das Feuer wurde gelegt, es war Brandstiftung.", "Ein Kurzschluss hat das Feuer ausgelöst."),
        ("de", "Der Fahrer war angeschnallt.", "Der Fahrer war nicht angeschnallt."),
        ("de", "Das Haus ist ausgebrannt.", "Das Haus blieb unbeschädigt."),
        ("en", "The count was carried out properly.", "Observers spoke of irregularities."),
        ("en", "It opens no earlier than May.", "It opens by May at the latest."),
        ("en", "The car suffered minor damage.", "The car was beyond repair."),
        ("en", "The tank held nitric acid.", "The tank held sulphuric acid."),
        ("ru", "Подсчёт прошёл без нарушений.", "Наблюдатели выявили нарушения."),
        ("ru", "Мост откроют не раньше мая.", "Мост откроют не позднее мая."),
    ],
)
def test_what_news_says_of_the_same_thing_may_exclude_each_other(language: str, one: str, other: str) -> None:
    here, there = _named(one, language), _named(other, language)
    assert any(are_opposite(a, b) for a in here for b in there)


@pytest.mark.parametrize(
    "language, text, identifier",
    [
        ("de", "Am Montag rollten die Bagger an.", "roll_up_machines"),
        ("de", "Am Montag rollten die Bagger an.", "excavator"),
        ("de", "Auf den Feldern wächst Hirse.", "millet"),
        ("en", "Farmers grow sorghum.", "millet"),
        ("de", "Fünf Vögel waren verölt.", "oiled_bird"),
        ("en", "An oil slick reached the beach.", "oil_slick"),
        ("en", "The gates of the dam were opened.", "sluice_gate"),
        ("de", "Nicht vor Juli wird gebaut.", "at_the_earliest"),
        ("ru", "Работы начнутся не раньше июля.", "at_the_earliest"),
        ("de", "Der Batteriehersteller baut Stellen ab.", "battery_maker"),
    ],
)
def test_words_of_everyday_news_have_their_concept(language: str, text: str, identifier: str) -> None:
    assert identifier in _named(text, language)


def test_a_thing_and_its_state_are_two_concepts() -> None:
    named = mentions("Die Brücke ist gesperrt.", "de")
    assert {"bridge", "blocked_state"} <= {m.concept.id for m in named}


@pytest.mark.parametrize(
    ("language", "text", "identifier"),
    [
        ("de", "Der Mann kam mit Blessuren davon: Er trug leichte Blessuren davon.", "sustain_injury"),
        ("de", "Die Bibliothek öffnete am Montag ihre Pforten.", "into_service"),
        ("en", "The bakery chain has gone into administration.", "insolvency_filing"),
        ("ru", "Директора рынка отдали под суд.", "stand_trial"),
        ("en", "The lorry driver ran a red light.", "ignore"),
        ("ru", "Автобус заправили водой из-под крана.", "drinking_water"),
        ("de", "Die Juristin legte Protest ein.", "object"),
    ],
)
def test_a_phrase_says_what_its_words_do_not(language: str, text: str, identifier: str) -> None:
    assert identifier in named(text, language)


def test_words_of_other_trades_do_not_take_a_common_words_place() -> None:
    """A departure is no ski slope, a motorway none either, and the papers are newspapers too."""
    assert "ski_slope" not in named("Die Abfahrt war um acht.", "de")
    assert "ski_slope" not in named("Открыта новая трасса.", "ru")
    assert "treasury_room" not in named("The Treasury published its forecast.", "en")


def test_people_and_bodies_stand_for_what_they_do() -> None:
    assert "creditor" in concept("insolvent").near | concept("insolvency_filing").near
    assert "supplier" in concept("caterer").near
    assert "not_dangerous" in concept("safe").near or "safe" in concept("not_dangerous").near


@pytest.mark.parametrize(
    ("language", "text", "identifier", "words"),
    [
        ("de", "Der Bruch des Rohrs führte zur Räumung.", "lead_result", "führte zur"),
        ("de", "Der Rat hält am Neubau fest.", "stick_to", "hält am … fest"),
        ("de", "Wegen des Sturms fuhr kein Zug.", "trace_back", "Wegen"),
        ("ru", "Сбой привёл ко многим авариям.", "lead_result", "привёл ко"),
    ],
)
def test_a_preposition_is_the_same_with_an_article_in_it_and_before_other_sounds(
    language: str, text: str, identifier: str, words: str
) -> None:
    assert named(text, language)[identifier] == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bei dem Drohnen-Angriff kamen zwei Feuerwehrleute ums Leben, ein Polizeisprecher lehnte Auskunft ab.", "de"),
        ("The ministry's spokeswoman called the peace talks off on Monday.", "en"),
        ("Министр иностранных дел отказался от переговоров.", "ru"),
    ],
)
def test_words_that_stand_alone_and_the_others_name_together_what_a_text_names(text: str, language: str) -> None:
    words = re.finditer(r"[^\W\d_]+(?:['’-][^\W_]+)*", text)
    alone, others = named_apart(text, language, dict(word.span() for word in words))
    apart = {(start, *named) for start, found in alone.items() for named in found}
    whole = {(m.span.start, m.concept.id, m.part) for m in mentions(text, language)}
    assert apart | {(m.span.start, m.concept.id, m.part) for m in others} == whole
    assert apart
    assert not {start for start, _, _ in apart} & {m.span.start for m in others}
