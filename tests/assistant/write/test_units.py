import pytest
from writing import article

from assistant.write.sentence import dateline_length
from assistant.write.units import units


def texts(text: str, language: str = "de") -> list[str]:
    return [unit.drafted().text for unit in units(article(text, language))]


def test_a_sentence_with_a_dangling_pronoun_comes_with_the_one_before() -> None:
    found = texts("Bürgermeisterin Jana Kolbe trat am Montag zurück. Sie nannte dafür keine Gründe.")
    assert found[1] == "Bürgermeisterin Jana Kolbe trat am Montag zurück. Sie nannte dafür keine Gründe."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Demnach sind zwölf Wohnungen unbewohnbar.", "de"),
        ("Die hat beantragt, den Fahrer für 30 Tage festzunehmen.", "de"),
        ("Рыбак Олег Лось узнал это из газеты.", "ru"),
        ("Das teilte die Feuerwehr am Abend mit.", "de"),
        ("Die Brücke sei seit Jahren marode gewesen.", "de"),
        ("Der Sprecher wollte sich dazu nicht äußern.", "de"),
        ("Der Landrat Meier sprach von einer Antwort auf diese Bedrohung.", "de"),
        ("Landrat Meier wiederum lehnt den Vorschlag ab.", "de"),
        ("Parallel dazu ermittelt die Staatsanwaltschaft Kelm.", "de"),
        ("Ich habe keine einzige Kündigung unterschrieben.", "de"),
        ("Kelmbach, am 4. März 2026.", "de"),
        ("Was wir wissen: ein Überblick.", "de"),
        ("Mayor Anna Dell declined to take questions on it.", "en"),
        ("Mayor Anna Dell rejected these claims on Monday.", "en"),
        ("Губернатор Белов назвал эти данные неверными.", "ru"),
        ("Inzwischen gilt sie als Favoritin für das Amt.", "de"),
        ("He declined to say when the road would open.", "en"),
        ("The two were taken to hospital on Sunday.", "en"),
        ("По его словам, дорогу откроют в среду утром.", "ru"),
    ],
)
def test_a_sentence_that_points_back_to_nothing_is_left_out(text: str, language: str) -> None:
    assert texts(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Ministerium für Verkehr hat den Bau am Montag gestoppt.", "de"),
        ("Laut Polizeisprecherin Tanja Roll sei die Brücke marode.", "de"),
        ("Ein Mann ist in Kelm von einem Hund gebissen worden.", "de"),
        ("Der Landkreis Kelm hat in diesem Jahr zwölf Brücken saniert.", "de"),
        ("„Ich habe nichts unterschrieben“, sagte Bürgermeisterin Jana Kolbe.", "de"),
        ("The county of Kelm repaired twelve bridges this year.", "en"),
        ("В этом году в Кельме отремонтировали двенадцать мостов.", "ru"),
        ("Lange zögerte er, nun geht er doch: Stürmer Karl Brömmel verlässt Kelm.", "de"),
        ("Nachdem er gewarnt worden war, verließ Karl Brömmel das Haus.", "de"),
        ("Mayor Anna Dell said that she would resign in May.", "en"),
        ("Мэр Анна Делова заявила, что она уйдет в мае.", "ru"),
    ],
)
def test_a_sentence_that_says_whom_it_means_stands_alone(text: str, language: str) -> None:
    assert texts(text, language) == [text]


def test_questions_headlines_and_captions_are_left_out() -> None:
    text = (
        "Wie geht es nun in Kelmbach weiter?\n\nAlles zur Lage in Kelmbach\n\nFoto: Das Rathaus von Kelmbach im Winter."
    )
    assert texts(text) == []


@pytest.mark.parametrize(
    ("front", "rest", "language"),
    [
        ("KELMBACH: ", "The town has cancelled its market for the third time.", "en"),
        ("Kelmbach – ", "Bei dem Unfall am Montag sind zwei Menschen gestorben.", "de"),
        ("– ", "On Monday two boats of the Kelm shipping company sank.", "en"),
        ("3. ", "Alle Mitglieder des Rates sollen ihre Unterlagen vorlegen.", "de"),
    ],
)
def test_a_place_or_a_list_mark_at_the_front_is_cut(front: str, rest: str, language: str) -> None:
    assert texts(f"{front}{rest}", language) == [rest]


def test_a_date_at_the_front_is_no_list_mark() -> None:
    text = "3. Mai ist der Tag, an dem die Stadt Kelm den Markt eröffnet."
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text", ["NABU: Wölfe sind in den Wald von Kelm zurückgekehrt.", "1. FC Kelm hat den Trainer am Montag entlassen."]
)
def test_who_speaks_and_an_ordinal_at_the_front_are_kept(text: str) -> None:
    assert dateline_length(text) == 0


def test_a_dateline_is_cut() -> None:
    assert texts("KELMBACH (dpa) - Die Stadt hat den Markt am Montag abgesagt.") == [
        "Die Stadt hat den Markt am Montag abgesagt."
    ]
    assert texts("KELM, May 4 (Harbour) - The county council closed the bridge.", "en") == [
        "The county council closed the bridge."
    ]


def test_a_leading_but_is_dropped_where_the_sentence_stands_without_it() -> None:
    assert texts("Doch der Landkreis Kelm hat den Plan abgelehnt.") == ["Der Landkreis Kelm hat den Plan abgelehnt."]
    assert texts("But the county council rejected the plan on Monday.", "en")[0].startswith("The county")


def test_a_leading_doch_stays_before_a_verb() -> None:
    assert texts("Doch lehnte der Landkreis Kelm den Plan am Montag ab.") == [
        "Doch lehnte der Landkreis Kelm den Plan am Montag ab."
    ]


def test_a_quotation_of_several_sentences_is_not_cut_in_two() -> None:
    found = texts('"Wir haben alles geprüft. Der Damm wird halten", sagte Ingenieur Paul Weck.')
    assert found == ['"Wir haben alles geprüft. Der Damm wird halten", sagte Ingenieur Paul Weck.']


def test_every_quote_is_in_its_article() -> None:
    source = article("KELM (dpa) - Doch die Stadt Kelm zahlt. Das gilt ab Mai.\n\nUnd der Kreis hilft der Stadt dabei.")
    drafts = [unit.drafted() for unit in units(source)]
    assert drafts
    assert all(quote.text in source.text for draft in drafts for quote in draft.quotes)
