import pytest
from chains import chains, read


@pytest.mark.parametrize(
    ("text", "language", "chain"),
    [
        (
            "Wie der „Talkurier“ unter Berufung auf Regierungskreise meldet, tritt der Rat zurück.",
            "de",
            ["Talkurier", "Regierungskreise"],
        ),
        (
            "Nach einem Bericht des „Talkurier“, der sich auf die Polizei beruft, brannte der Hof.",
            "de",
            ["Talkurier", "Polizei"],
        ),
        (
            "Der Hof brannte, meldete der „Talkurier“ und berief sich dabei auf die Polizei.",
            "de",
            ["Talkurier", "Polizei"],
        ),
        ("The barn burned down, the Valley Herald reported, citing police.", "en", ["Valley Herald", "police"]),
        ("Газета «Долина» со ссылкой на полицию пишет, что склад сгорел.", "ru", ["Долина", "полиция"]),
        ("Der Rat trete zurück, sagte Bürgermeister Jan Ohm dem „Talkurier“.", "de", ["Talkurier", "Jan Ohm"]),
        ("Mayor Jan Ohm told the Valley Herald that the council would resign.", "en", ["Valley Herald", "Jan Ohm"]),
        ("Der Rat trete zurück, sagte Bürgermeister Jan Ohm dem „Bergboten“.", "de", ["Jan Ohm"]),
        (
            "Der Rat, so hat es das Fachblatt Deep Water Weekly aus Regierungskreisen gehört, tritt zurück.",
            "de",
            ["Deep Water Weekly", "Regierungskreise"],
        ),
        (
            "Wie das Fachblatt „Talwelt“ aus Ratskreisen gehört hat, tritt der Rat zurück.",
            "de",
            ["Talwelt", "Ratskreise"],
        ),
        ("Neun Boote sanken nach einer Übersicht des Magazins „Talwelt“.", "de", ["Talwelt"]),
        (
            "Laut „Talkurier“ brennt es. Wie Radio Ohm erfahren haben will, soll der Wirt betrunken gewesen sein.",
            "de",
            ["Radio Ohm"],
        ),
        ("Alles sei gut, so der Wirt gegenüber dem Portal „Talblick“.", "de", ["Talblick", "Wirt"]),
        ("Как рассказала врач Анна Ким изданию The Vale Post, пропали двое.", "ru", ["Vale Post", "Анна Ким"]),
    ],
)
def test_a_chain_goes_through_whoever_reports_it_to_whoever_says_it(text: str, language: str, chain: list[str]) -> None:
    assert chains(text, language)[-1] == chain


def test_a_report_keeps_its_own_source_over_the_following_sentences() -> None:
    text = (
        "Der Rat tritt zurück. Das geht aus einem Bericht des „Talkurier“ hervor, der sich auf die Polizei beruft. "
        "Demnach sollen zwölf Leute gehen. Laut dem Blatt ist das Geld weg. Der Tresor sei leer, heißt es weiter."
    )
    assert chains(text) == [["Talkurier", "Polizei"]] * 5


def test_a_source_that_is_named_afterwards_holds_for_the_report_before() -> None:
    text = "Nach einem Bericht des „Talkurier“ tritt der Rat zurück. Die Zeitung berief sich dabei auf Ratskreise."
    assert chains(text)[0] == ["Talkurier", "Ratskreise"]


def test_whom_an_article_knows_through_an_outlet_alone_is_reached_through_it() -> None:
    text = "Laut dem „Talkurier“ warnt die Polizei vor Betrug. Zwei Täter seien gefasst, so die Polizei."
    assert chains(text)[-1] == ["Talkurier", "Polizei"]


def test_whom_an_article_has_asked_itself_is_not_reached_through_an_outlet() -> None:
    text = "Zwei Täter seien gefasst, teilte die Polizei mit. Laut „Talkurier“ beruft sich der Rat auf die Polizei."
    assert chains(text)[0] == ["Polizei"]


def test_the_sentence_before_that_is_told_of_has_its_source() -> None:
    assert chains("Der Hof ist abgebrannt. Das sagte Polizeisprecherin Ute Kern am Abend.") == [
        ["Polizei"],
        ["Polizei"],
    ]


def test_an_article_that_begins_a_sentence_tells_of_nothing_before() -> None:
    text = "Der Hof ist abgebrannt. Das alte Dach war aus Stroh, sagte Ute Kern."
    assert chains(text)[0] == []


def test_reported_speech_goes_on_without_a_source() -> None:
    text = "Der Hof sei abgebrannt, sagte Bürgermeister Jan Ohm. Auf das Dach geklettert sei die Wehr erst spät."
    assert chains(text) == [["Jan Ohm"], ["Jan Ohm"]]


def test_a_sentence_in_the_indicative_is_the_articles_own() -> None:
    assert chains("Der Hof sei abgebrannt, sagte Jan Ohm. Der Hof war 300 Jahre alt.")[-1] == []


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Ulm (dpa) - Der Hof ist abgebrannt.", None),
        ("ULM, March 3 (Reuters) - The barn burned down.", None),
        ("Der Hof ist in der Nacht abgebrannt.", "dpa"),
        ("Der Hof ist in der Nacht abgebrannt. © dpa/lby", None),
    ],
)
def test_agency_copy_has_the_agency_after_the_publisher(text: str, author: str | None) -> None:
    assert chains(text, author=author)[0][0] in ("dpa", "Reuters")


def test_an_agencys_own_copy_has_it_once() -> None:
    assert chains("Ulm (dpa) - Der Hof ist abgebrannt.", publisher="dpa") == [[]]


def test_what_is_told_to_the_agency_whose_copy_it_is_goes_through_it_once() -> None:
    text = "Ulm (dpa) - „Der Hof ist weg“, sagte Jan Ohm der Deutschen Presse-Agentur."
    assert chains(text)[-1] == ["dpa", "Jan Ohm"]


def test_a_press_release_is_its_publishers_own_word() -> None:
    text = "Die Kaltwerk AG schließt ihr Lager. „Es tut uns leid“, sagt Vorstandschefin Ute Kern."
    assert chains(text, publisher="Kaltwerk AG") == [[], []]


def test_a_link_says_where_the_article_names_its_source() -> None:
    claim = read("Der Hof brannte, teilte die Polizei mit.").claims[0]
    assert [span.of(claim.article.text) for span in claim.chain[-1].spans] == ["die Polizei"]
    assert claim.chain[0].spans == ()


def test_two_sources_in_one_sentence_make_two_claims() -> None:
    claims = read("Der Hof brannte um drei, sagte Jan Ohm, und die Wehr kam spät, sagte Ute Kern.").claims
    assert [c.chain[-1].source.name for c in claims] == ["Jan Ohm", "Ute Kern"]
    assert "".join(c.text for c in claims) == claims[0].article.text


def test_what_somebody_only_means_to_say_is_the_articles_own() -> None:
    assert chains("Ministerin Ute Kern will am Abend ihren Rücktritt erklären.") == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Wer hat den Hof angezündet?",
        "Von Jan Ohm",
        "Haben Sie etwas gesehen? Schreiben Sie uns, wenn Ihnen etwas aufgefallen ist.",
        "Kontakt: presse@kaltwerk.example | Abmelden",
        "Ulm (dpa).",
        "Aus der Region",
    ],
)
def test_questions_calls_bylines_and_labels_are_no_claims(text: str) -> None:
    assert read(text).claims == ()


def test_a_language_without_rules_has_claims_of_its_publisher_alone() -> None:
    assert chains("La ferme a brûlé cette nuit, selon la police.", "fr") == [[]]
