"""An example of each class of words: the forms that the rules and tables must make."""

from __future__ import annotations

import pytest

from index.lexicon import english, german, german_verbs, russian
from index.lexicon.inflection import inflected


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("warnen", "warnt warnte gewarnt warne warnende"),  # weak
        ("arbeiten", "arbeitet arbeitete gearbeitet"),  # an e between
        ("handeln", "handle handelt gehandelt"),
        ("dementieren", "dementiert dementierte"),  # no ge-
        ("verlangen", "verlangt verlangte verlangten"),  # a prefix that stays
        ("werfen", "wirft warf geworfen würfe"),  # strong
        ("bringen", "brachte gebracht brächte"),  # mixed
        ("beschließen", "beschloss beschlossen beschließt beschlösse"),  # strong, by its root
        ("vergessen", "vergisst vergaß vergessen vergäße"),
        ("beantragen", "beantragte beantragt"),  # weak, though it looks like tragen
        ("ab|lehnen", "ablehnte abgelehnt abzulehnen ablehnen abgelehnten"),
        ("zurück|treten", "zurücktritt zurückgetreten zurückzutreten"),
        ("an|erkennen", "anerkannt anzuerkennen"),
    ],
)
def test_german_verbs(entry: str, forms: str) -> None:
    assert set(forms.split()) <= german_verbs.verb(entry).whole


def test_a_separable_verb_knows_its_parted_forms_and_its_particle() -> None:
    verb = german_verbs.verb("zurück|treten")
    assert verb.particle == "zurück"
    assert {"tritt", "trat", "träte", "treten"} <= verb.parted
    assert "getreten" not in verb.parted


def test_a_verb_knows_which_of_its_forms_are_only_finite() -> None:
    finite = german_verbs.verb("malen").finite
    assert {"malt", "malte", "male"} <= finite
    assert not {"malen", "gemalt", "malende"} & finite
    assert "verletzte" not in german_verbs.verb("verletzen").finite  # a participle, too


@pytest.mark.parametrize(
    ("listed", "marked"),
    [
        ("abweisen", "ab|weisen"),
        ("zurückziehen", "zurück|ziehen"),
        ("weiterverfolgen", "weiter|verfolgen"),
        ("antworten", "antworten"),
        ("umgeben", "umgeben"),
        ("aufgenommen", "aufgenommen"),
        ("analysieren", "analysieren"),
    ],
)
def test_a_separable_prefix_is_found_where_an_entry_does_not_mark_it(listed: str, marked: str) -> None:
    assert german_verbs.marked(listed) == marked


def test_rules_make_no_form_that_is_not_german() -> None:
    assert "gedementiert" not in german_verbs.verb("dementieren").whole
    assert "beschließte" not in german_verbs.verb("beschließen").whole
    assert "verlor" in german_verbs.verb("verlieren").whole
    assert "geverliert" not in german_verbs.verb("verlieren").whole


@pytest.mark.parametrize(
    ("singular", "forms"),
    [
        ("Vorschlag", "vorschläge vorschlägen vorschlags vorschlages"),
        ("Krankenhaus", "krankenhäuser krankenhauses"),
        ("Verhandlung", "verhandlungen"),
        ("Ministerium", "ministerien ministeriums"),
        ("Ergebnis", "ergebnisse ergebnissen"),
        ("Polizist", "polizisten"),
        ("Streik", "streiks"),
        ("Beamter", "beamte beamten"),
        ("Apparat", "apparate apparats"),
    ],
)
def test_german_nouns(singular: str, forms: str) -> None:
    assert set(forms.split()) <= german.noun(singular, person=False).forms


def test_german_nouns_for_people_have_feminine_forms() -> None:
    assert {"ministerin", "ministerinnen"} <= german.noun("Minister", person=True).forms
    assert {"ärztin", "anwältin", "zeugin", "kauffrau", "kaufleute"} <= {
        form for word in ("Arzt", "Anwalt", "Zeuge", "Kaufmann") for form in german.noun(word, person=True).forms
    }
    assert "hafenin" not in german.noun("Hafen", person=False).forms


def test_only_people_decline_like_adjectives() -> None:
    assert "beamter" in german.noun("Beamte", person=False).forms
    assert "lager" not in german.noun("Lage", person=False).forms


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("illegal", "illegale illegalen illegalem illegaler illegales"),
        ("stark", "stärker stärkste stärkeren"),
        ("hoch", "hohe höher höchste"),
        ("dunkel", "dunkle dunklen"),
        ("gut", "besser beste"),
        ("gefährlich", "gefährlicher gefährlichste"),
    ],
)
def test_german_adjectives(adjective: str, forms: str) -> None:
    assert set(forms.split()) <= german.adjective(adjective)


def test_an_adjective_that_goes_with_a_verb_has_no_endings_but_its_comparative() -> None:
    (adjective, _) = inflected("knapp werden", "de", "state")
    assert {"knapp", "knapper"} <= adjective.forms
    assert not {"knappe", "knappen"} & adjective.forms
    assert inflected("verletzt werden", "de", "harming")[0].forms == {"verletzt"}


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("deny", "denies denied denying"),
        ("stop", "stopped stopping"),
        ("visit", "visited visiting"),
        ("admit", "admitted"),
        ("criticise", "criticized criticised criticizing"),
        ("withdraw", "withdrew withdrawn"),
        ("overthrow", "overthrew overthrown"),
        ("die", "died dying"),
    ],
)
def test_english_verbs(infinitive: str, forms: str) -> None:
    assert set(forms.split()) <= english.verb(infinitive)


def test_english_nouns_and_adjectives() -> None:
    plurals = {
        "spokesman": "spokesmen",
        "city": "cities",
        "church": "churches",
        "crisis": "crises",
        "aircraft": "aircraft",
    }
    assert all(plural in english.noun(singular) for singular, plural in plurals.items())
    assert {"bigger", "biggest"} <= english.adjective("big")
    assert {"illegally"} <= english.adjective("illegal")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("отставка", "отставки отставку отставок"),
        ("украинец", "украинцы украинцев"),
        ("человек", "люди людей"),
        ("требовать", "требует требовал требуют"),
        ("осудить", "осудил осуждён осудит"),
        ("отвергнуть", "отверг отвергла отвергнет"),
        ("уйти", "ушёл ушла уйдёт"),
        ("закрыть", "закрыл закроет закрыт"),
        ("принять", "принял примет принят"),
        ("убить", "убил убиты убьют"),
        ("вытечь", "вытек вытекла вытечет"),
        ("важный", "важная важного важен"),
    ],
)
def test_russian_forms_are_brought_to_a_stem_of_their_word(word: str, forms: str) -> None:
    stems = russian.stems(word)
    assert [form for form in forms.split() if russian.stem_of(form) not in stems] == []
