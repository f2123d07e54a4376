"""Each measure on made-up findings, with the value that its definition gives by hand."""

from collections.abc import Mapping

import pytest

from assistant.sourcing import Claim, Finding, Flag, Origin, Source, SourceKind, Standing, Statement
from evals.formats.stories import Probe
from evals.measures import sourcing as scores
from evals.measures.counts import Counts
from evals.measures.sourcing import Case, value
from evals.sourcing.told import Told, told
from evals.suites.sourcing import _STANDINGS, MEASURES, _scores
from index.documents import Article, Span

S = Standing


def case(labelled: Standing, got: Standing | None, *, cross: bool = False, **parts: Mapping[str, object]) -> Case:
    probe: dict[str, object] = {
        "flags": frozenset(),
        "independent_origins": 0,
        "origins": (),
        "supporting": frozenset(),
    }
    probe |= {"opposing": frozenset(), "cross": cross, **parts.get("probe", {})}
    answer = Told(got, **parts.get("told", {})) if got else None  # type: ignore[arg-type]
    return Case(Probe("p", "Ein Kran fiel um.", "de", labelled, **probe), answer)  # type: ignore[arg-type]


RIGHT, WRONG, FAILED = (case(S.DISPUTED, got) for got in (S.DISPUTED, S.SUPERSEDED, None))


def test_standing_accuracy_counts_a_failure_as_wrong() -> None:
    assert value([RIGHT, WRONG, FAILED, RIGHT], scores.accuracy) == 0.5


def test_same_language_and_cross_language_are_told_apart() -> None:
    cases = [RIGHT, WRONG, case(S.DISPUTED, S.DISPUTED, cross=True)]
    assert value(cases, scores.accuracy_where(lambda probe: probe.cross)) == 1.0
    assert value(cases, scores.accuracy_where(lambda probe: not probe.cross)) == 0.5
    assert value(cases[:2], scores.accuracy_where(lambda probe: probe.cross)) == 0.0


MACRO = next(m for m in MEASURES if m.name == "standing, macro-F1")


def macro_f1(*cases: Case) -> float | None:
    return MACRO.value([_scores(case, _STANDINGS) for case in cases])


def test_macro_f1_weighs_every_standing_alike_however_rare() -> None:
    cases = [*[case(S.NOT_FOUND, S.NOT_FOUND)] * 8, case(S.DISPUTED, S.NOT_FOUND)]
    assert macro_f1(*cases) == pytest.approx((2 * 8 / (2 * 8 + 1) + 0) / 2)


def test_a_standing_that_nothing_is_labelled_with_lowers_no_mean() -> None:
    assert macro_f1(RIGHT, WRONG) == pytest.approx(2 / 3)  # superseded, told wrongly, is no class of its own


def test_supporting_and_opposing_articles_are_pooled_over_statements() -> None:
    one = case(S.DISPUTED, S.DISPUTED, probe={"supporting": {"01", "02"}}, told={"supporting": {"01", "03"}})
    two = case(S.DISPUTED, S.DISPUTED, probe={"opposing": {"04"}}, told={"opposing": {"04"}, "supporting": {"05"}})
    assert value([one, two], scores.f1(scores.supporting)) == pytest.approx(2 * 1 / (2 * 1 + 2 + 1))
    assert value([one, two], scores.f1(scores.opposing)) == 1.0


def test_flags_are_pooled_and_told_apart() -> None:
    probe, got = {"flags": {"hedged", "unanswered"}}, {"flags": {"hedged", "second_hand"}}
    cases = [case(S.DISPUTED, S.DISPUTED, probe=probe, told=got), case(S.DISPUTED, None, probe={"flags": {"hedged"}})]
    assert value(cases, scores.f1(scores.flags)) == pytest.approx(2 * 1 / (2 * 1 + 1 + 2))
    assert value(cases, scores.precision(scores.flag(Flag.HEDGED))) == 1.0
    assert value(cases, scores.recall(scores.flag(Flag.HEDGED))) == 0.5
    assert value(cases, scores.recall(scores.flag(Flag.SECOND_HAND))) == 0.0


def origins(wanted: int, got: int | None) -> Case:
    answer = S.CORROBORATED if got is not None else None
    return case(S.CORROBORATED, answer, probe={"independent_origins": wanted}, told={"independent_origins": got or 0})


def test_the_number_of_origins_is_asked_only_where_there_is_one() -> None:
    assert value([origins(2, 2), origins(1, 2), origins(1, None), origins(0, 3)], scores.origins_exact) == 1 / 3


def test_several_origins_need_not_be_counted_exactly_to_be_seen() -> None:
    assert value([origins(3, 2), origins(2, 1), origins(1, 1)], scores.several_origins) == 0.5


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("HUR", True),
        ("der Militärgeheimdienst HUR", True),
        ("ukrainischer Militärgeheimdienst", True),
        ("Militär", True),  # four letters and more may be a part
        ("GUR", False),
        ("Ukr", False),
        ("wie der Chef von HUR am Montag in Kiew sagte", False),  # a sentence is no name
    ],
)
def test_a_name_is_an_origins_if_one_contains_the_other(name: str, same: bool) -> None:
    assert scores.same_name(name, ["HUR", "ukrainischer Militärgeheimdienst"]) is same


def test_origin_names_are_found_missed_and_made_up() -> None:
    probe = {"independent_origins": 2, "origins": (("HUR",), ("dpa", "Deutsche Presse-Agentur"))}
    made = case(S.CORROBORATED, S.CORROBORATED, probe=probe, told={"names": ("HUR", "AFP", "Reuters")})
    assert scores.origin_names(made) == Counts(1, 2, 1)


def test_every_origin_of_what_nothing_supports_is_made_up() -> None:
    assert scores.origin_names(case(S.NOT_FOUND, S.SINGLE_SOURCE, told={"names": ("dpa",)})) == Counts(0, 1, 0)


def test_a_distortion_told_as_supported_is_the_worst_that_can_happen() -> None:
    cases = [case(S.CONTRADICTED, S.CORROBORATED), case(S.NOT_FOUND, S.DISPUTED), case(S.CONTRADICTED, S.NOT_FOUND)]
    cases += [case(S.CONTRADICTED, None), case(S.CORROBORATED, S.CORROBORATED)]
    assert value(cases, scores.told_as_supported) == 0.5
    assert value(cases, scores.told_as_corroborated) == 0.25


def claim(number: str) -> Claim:
    return Claim(Article(number, "Ein Kran fiel um. Elf Boote.", f"/tmp/x/{number}.txt"), Span(0, 17), ())


def test_a_finding_is_measured_by_its_articles_and_updates_count_as_opposing() -> None:
    origin = Origin(Source("Wasserschutzpolizei", SourceKind.POLICE, "wsp"), party=False, claims=())
    finding = Finding(
        Statement("Ein Kran fiel.", "de"), S.SUPERSEDED, (Flag.HEDGED,), 1, (origin,),
        (claim("01"), claim("01")), (claim("02"),), (claim("03"),), (), {},
    )  # fmt: skip
    got = told(finding)
    assert got == Told(
        S.SUPERSEDED, frozenset({"hedged"}), 1, ("Wasserschutzpolizei",), frozenset({"01"}), frozenset({"02", "03"}),
        ("Ein Kran fiel.", "Ein Kran fiel um.", "Ein Kran fiel um."), frozenset({("01", 0, 17)}),
    )  # fmt: skip
