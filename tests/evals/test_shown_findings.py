import pytest

from assistant.sourcing import Standing
from evals.formats.stories import Probe
from evals.measures.sourcing import Case
from evals.sourcing.shown import joins_different_numbers, shown
from evals.sourcing.told import Told

CLAIM = "Ein umgestürzter Kran begrub im Hafen elf Boote."
SAME = ("Der umgestürzte Kran begrub elf Boote unter sich.",)
OTHER = ("Der Hafen bleibt bis Montag gesperrt.",)


def probe(standing: Standing = Standing.SINGLE_ORIGIN, *, opposing: str = "", cross: bool = False) -> Probe:
    against = frozenset({opposing} - {""})
    return Probe("p", CLAIM, "de", standing, frozenset(), 1, (), frozenset({"01", "02"}), against, cross)


def finding(
    words: tuple[str, ...], *articles: str, standing: Standing = Standing.SINGLE_ORIGIN, **more: object
) -> Told:
    return Told(standing, supporting=frozenset(articles), words=words, **more)  # type: ignore[arg-type]


def is_shown(asked: Probe, *findings: Told, told: Told | None = None) -> bool:
    return bool(shown(Case(asked, told, findings))[0])


def test_a_statement_is_shown_by_a_finding_on_the_same_words_and_articles() -> None:
    assert is_shown(probe(), finding(OTHER, "01", "02"), finding(SAME, "01", "02"))


@pytest.mark.parametrize(
    "broken",
    [
        finding(SAME, "01", "02", standing=Standing.CORROBORATED),
        finding(SAME, "01", "03", "04"),
        finding(SAME, "03"),
        finding(OTHER, "01", "02"),
    ],
    ids=["another standing", "mostly other articles", "other articles", "other words"],
)
def test_anything_else_does_not_show_it(broken: Told) -> None:
    assert not is_shown(probe(), broken)


def test_a_finding_that_is_less_like_it_does_not_help() -> None:
    wrong = finding(SAME, "01", "02", standing=Standing.DISPUTED)
    right = finding(("Ein Kran begrub Boote.",), "01", "02")
    assert not is_shown(probe(), wrong, right)


def test_what_is_disputed_has_to_be_disputed_by_the_same() -> None:
    asked = probe(Standing.DISPUTED, opposing="03")
    for by, expected in (("03", True), ("04", False)):
        made = finding(SAME, "01", "02", standing=Standing.DISPUTED, opposing=frozenset({by}))
        assert is_shown(asked, made) is expected


def test_across_languages_the_claims_that_check_found_stand_for_the_words() -> None:
    made = finding(("A crane fell.",), "01", "02", places=frozenset({("01", 0, 40)}))
    told = Told(Standing.SINGLE_ORIGIN, places=frozenset({("01", 30, 60)}))
    elsewhere = Told(Standing.SINGLE_ORIGIN, places=frozenset({("01", 40, 60), ("03", 0, 40)}))
    asked = probe(cross=True)
    assert [is_shown(asked, made, told=t) for t in (told, elsewhere, None)] == [True, False, False]


def test_what_nothing_supports_is_not_asked_for() -> None:
    assert shown(Case(probe(Standing.CONTRADICTED), None, [finding(SAME, "01", "02")])) == (0, 0)


def test_a_finding_that_joins_two_numbers_is_counted() -> None:
    joined = finding((*SAME, "Der Kran begrub elf Boote.", "Der Kran begrub neun Boote."), "01", "02")
    assert joins_different_numbers([joined, finding((*SAME, *SAME), "01"), finding(SAME, "02")]) == 1
