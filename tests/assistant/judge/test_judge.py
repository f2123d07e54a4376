"""The embedded judge: what supports, what opposes, and what does neither."""

from __future__ import annotations

import pytest

from assistant.judge.embedded import EmbeddedJudge
from assistant.judge.sides import side
from assistant.sourcing import Claim, Comparison, Link, Source, SourceKind, Stance, Statement
from index.documents import Article
from index.sentences import sentences

BACKGROUND = {
    "de": "Der Ort hat einen Hafen und zwei Schulen. Am Abend trat der Chor der Gemeinde auf. Das Wetter blieb mild.",
    "en": "The town has a harbour and two schools. The choir sang in the evening. The weather remained mild.",
}


def stance(statement: str, language: str, told: str, written: str = "de") -> Stance:
    """How the first sentence of an article stands to the statement."""
    return comparison(statement, language, told, written).stance


def comparison(statement: str, language: str, told: str, written: str = "de") -> Comparison:
    article = Article("a", f"{told} {BACKGROUND[written]}", "a.txt", publisher="Blatt", language=written)
    chain = (Link(Source("Blatt", SourceKind.OUTLET, "blatt")),)
    claims = [Claim(article, span, chain) for span in sentences(article.text, written)]
    return EmbeddedJudge().compare(Statement(statement, language), claims)[0]


@pytest.mark.parametrize(
    "statement, language, told, written",
    [
        ("Im Hafen ist ein Frachter gesunken.", "de", "Ein Frachter ist am Montag im Hafen gesunken.", "de"),
        ("Drei Matrosen wurden verletzt.", "de", "Bei dem Unglück wurden drei Seeleute verletzt.", "de"),
        ("The airline cancelled 40 flights.", "en", "Die Fluggesellschaft hat 40 Flüge gestrichen.", "de"),
        ("Die Behörde hat die Brücke gesperrt.", "de", "The authority has closed the bridge.", "en"),
    ],
)
def test_a_claim_that_says_the_same_in_other_words_supports(
    statement: str, language: str, told: str, written: str
) -> None:
    assert stance(statement, language, told, written) is Stance.SUPPORTS


@pytest.mark.parametrize(
    "statement, told",
    [
        ("Bei dem Brand wurden elf Menschen verletzt.", "Bei dem Brand wurden siebzehn Menschen verletzt."),
        ("Die Reederei hat den Unfall gemeldet.", "Die Reederei hat den Unfall nicht gemeldet."),
        ("Oslo hat die Regierung anerkannt.", "Kein Staat der Welt hat die Regierung anerkannt, auch Oslo nicht."),
        ("Der Frachter fuhr von Hamburg nach Oslo.", "Der Frachter fuhr von Oslo nach Hamburg."),
    ],
)
def test_another_figure_a_negation_or_a_reversed_way_opposes(statement: str, told: str) -> None:
    assert stance(statement, "de", told) is Stance.OPPOSES


@pytest.mark.parametrize(
    "statement, told",
    [
        ("Der Rat hat den Haushalt beschlossen.", "Der Rat will den Haushalt im Mai beschließen."),
        ("Die Brücke ist gesperrt.", "Ob die Brücke gesperrt wird, sagte der Sprecher nicht."),
        ("Die Brücke ist gesperrt.", "Der Chor hat eine neue Leiterin."),
    ],
)
def test_a_plan_a_question_or_another_matter_does_not_support(statement: str, told: str) -> None:
    assert stance(statement, "de", told) is not Stance.SUPPORTS


def test_a_claim_read_a_second_time_is_judged_as_it_was_the_first_time() -> None:
    text = "In Kelmund brennt eine Halle. In Kelmund steht eine Halle in Flammen. Drei Menschen wurden verletzt."
    found = []
    for _ in range(2):
        article = Article("again", text, "again.txt", language="de")
        chain = (Link(Source("B", SourceKind.OUTLET, "b")),)
        claims = [Claim(article, span, chain) for span in sentences(text, "de")]
        found.append([c.strength for c in EmbeddedJudge().compare(Statement(claims[0].text, "de", claims[0]), claims)])
    assert found[0] == found[1]


def test_a_claim_supports_itself_whatever_it_says() -> None:
    article = Article("a", "Niemand weiß etwas.", "a.txt", language="de")
    claim = Claim(article, sentences(article.text, "de")[0], (Link(Source("B", SourceKind.OUTLET, "b")),))
    (compared,) = EmbeddedJudge().compare(Statement(claim.text, "de", claim), [claim])
    assert (compared.stance, compared.strength) == (Stance.SUPPORTS, 1.0)


@pytest.mark.parametrize(
    "statement, told, reason",
    [
        ("Bisher hat kein Staat die Insel anerkannt.", "Norwegen hat die Insel anerkannt.", "happened"),
        ("Der Hafen hat den Streik nicht gemeldet.", "Der Hafen hat den Streik gemeldet.", "happened"),
        ("Der Hafen hat den Streik gemeldet.", "Der Hafen hat den Streik nicht gemeldet.", "negated"),
    ],
)
def test_what_had_not_been_may_have_come_but_what_has_been_is_denied(statement: str, told: str, reason: str) -> None:
    found = comparison(statement, "de", told)

    assert (found.stance, found.reason) == (Stance.OPPOSES, reason)


def test_a_step_that_is_only_considered_is_no_support() -> None:
    told = "Die Bank prüft, ob sie wegen des Lecks Strafanzeige erstattet."

    assert stance("Die Bank hat wegen des Lecks Strafanzeige erstattet.", "de", told) is not Stance.SUPPORTS


@pytest.mark.parametrize("statement", ["und der die", "???"])
def test_a_statement_that_says_nothing_is_unrelated_to_everything(statement: str) -> None:
    assert stance(statement, "de", "Ein Frachter ist am Montag im Hafen gesunken.") is Stance.UNRELATED


@pytest.mark.parametrize(
    "statement, language, told",
    [
        ("Für den Hafen gilt ein Badeverbot.", "de", "Das Badeverbot für den Hafen ist aufgehoben."),
        ("The rowing club has suspended its coach.", "en", "The rowing club has lifted the suspension of its coach."),
    ],
)
def test_what_is_no_more_does_not_support_that_it_is(statement: str, language: str, told: str) -> None:
    assert stance(statement, language, told, language) is not Stance.SUPPORTS


@pytest.mark.parametrize(
    "statement, told, supports",
    [
        ("Die Reederei bestreitet, dass sie den Frachter verkauft.", "Die Reederei verkauft den Frachter.", False),
        ("Die Reederei bestreitet, dass sie den Frachter verkauft.", "Die Reederei dementierte den Verkauf.", True),
    ],
)
def test_what_was_denied_is_no_word_of_the_denial(statement: str, told: str, supports: bool) -> None:
    assert (stance(statement, "de", told) is Stance.SUPPORTS) is supports


def test_what_stands_between_the_parts_of_a_denial_is_said() -> None:
    text = "Der Rat lehnte im Mai den Bau der Brücke in Kelmund ab."
    assert {"Rat", "Mai", "Brücke", "Kelmund"} <= {u.span.of(text) for u in side(text, "de").units}


@pytest.mark.parametrize(
    "statement, told",
    [
        ("Das Gericht strich fünf von 16 Haltestellen.", "Fünf Haltestellen strich das Gericht."),
        (
            "Bei dem Unfall starben zwei Menschen, neun Menschen wurden verletzt.",
            "Zwei Menschen starben bei dem Unfall.",
        ),
    ],
)
def test_a_number_that_is_another_one_of_the_statement_is_no_rival(statement: str, told: str) -> None:
    assert stance(statement, "de", told) is not Stance.OPPOSES
