import pytest

from evals.measures.counts import Counts
from evals.measures.quotations import MESSAGE, PARTS, ROLES, Pair, Quotation, averaged, likeness, pairs, pooled, types


def quotation(message: range, kind: str = "direct", **roles: range) -> Quotation:
    return Quotation({MESSAGE: frozenset(message), **{r: frozenset(t) for r, t in roles.items()}}, kind)


LONG, SHORT = quotation(range(30), speaker=range(31, 33), cue=range(30, 31)), quotation(range(40, 43), "indirect")


def test_what_is_told_as_it_is_labelled_is_right_in_every_measure() -> None:
    found = pairs([SHORT, LONG], [LONG, SHORT])
    assert {averaged(found, parts).f1 for parts in ((MESSAGE,), ROLES, PARTS)} == {1.0}
    assert (pooled(found, PARTS).f1, types(found).f1) == (1.0, 1.0)


def test_averaged_weighs_quotations_alike_and_pooled_weighs_tokens() -> None:
    found = pairs([LONG], [LONG, SHORT])
    assert averaged(found, [MESSAGE]).recall == 0.5
    assert pooled(found, [MESSAGE]) == Counts(30, 0, 3)


def test_a_quotation_that_nobody_labelled_costs_precision_only() -> None:
    score = averaged(pairs([LONG, SHORT], [LONG]), [MESSAGE])
    assert (score.precision, score.recall) == (0.5, 1.0)


def test_roles_are_compared_token_by_token() -> None:
    told = quotation(range(30), speaker=range(30, 33))
    assert pooled(pairs([told], [LONG]), ["speaker"]) == Counts(2, 1, 0)
    assert pooled(pairs([told], [LONG]), ROLES) == Counts(2, 1, 1)


def test_a_role_that_neither_has_is_no_case() -> None:
    assert averaged(pairs([SHORT], [SHORT]), ROLES) == averaged([], ROLES)


def test_messages_are_paired_so_that_the_whole_fits_best() -> None:
    """Greedily, the first label would take the second quotation told, and leave nothing for the second label."""
    labelled = [quotation(range(10)), quotation(range(4, 10))]
    told = [quotation(range(0, 6)), quotation(range(4, 10))]
    assert pairs(told, labelled) == [Pair(told[0], labelled[0]), Pair(told[1], labelled[1])]


def test_of_two_as_like_the_one_of_the_same_type_is_taken() -> None:
    label = quotation(range(5), "reported")
    assert likeness(quotation(range(5), "reported"), label) == pytest.approx(1.01)
    assert likeness(quotation(range(7, 9), "reported"), label) == 0.0
    assert pairs([quotation(range(5)), label], [label])[0].told == label


def test_another_type_is_wrong_for_the_one_and_missed_for_the_other() -> None:
    found = pairs([quotation(range(3), "direct")], [SHORT])
    assert types(found) == Counts(0, 1, 1)
    assert (types(found, "direct"), types(found, "indirect")) == (Counts(0, 1, 0), Counts(0, 0, 1))


def test_every_shifted_word_makes_every_measure_worse() -> None:
    scores = []
    for by in range(4):
        moved = quotation(range(by, 30 + by), speaker=range(31 + by, 33 + by), cue=range(30 + by, 31 + by))
        scores.append(averaged(pairs([moved], [LONG]), PARTS).f1)
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] < 0.6
