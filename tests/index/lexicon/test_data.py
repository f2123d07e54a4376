"""What holds of every entry of the lexicon, whoever wrote it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from index.lexicon.concepts import Entry, entries
from index.lexicon.tables import files_in, parsed
from index.wordlists import LANGUAGES

FILES = {file.name: file for file in files_in("data")}


@cache
def content_of(name: str) -> Any:
    return parsed(FILES[name])


@pytest.fixture(scope="module")
def merged() -> dict[str, Entry]:
    return entries()


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_a_kind_and_its_three_languages(name: str) -> None:
    content: dict[str, dict[str, Any]] = content_of(name)
    for key, fields in content.items():
        assert fields.get("kind"), key
        for language in LANGUAGES:
            words = fields.get(language)
            assert isinstance(words, list), key
            assert words, key
            assert all(isinstance(word, str) and word.strip() for word in words), key


@pytest.mark.parametrize("name", FILES)
def test_no_key_is_given_twice_in_a_file(name: str) -> None:
    lines = FILES[name].read_text(encoding="utf-8").splitlines()
    keys = Counter(line.partition(":")[0] for line in lines if line[:1].isalnum())
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_link_in_a_file_leads_to_a_concept(merged: dict[str, Entry]) -> None:
    for name in FILES:
        for key, fields in content_of(name).items():
            for other in (*fields.get("opposite", ()), *fields.get("broader", ())):
                assert other in merged or f"{other}_{name.removesuffix('.yaml')}" in merged, (
                    name,
                    key,
                    other,
                )


def test_opposites_are_so_on_both_sides(merged: dict[str, Entry]) -> None:
    assert [(i, o) for i, e in merged.items() for o in e.opposites if i not in merged[o].opposites] == []


def test_no_concept_is_a_kind_of_itself_or_of_its_opposite(merged: dict[str, Entry]) -> None:
    for identifier, entry in merged.items():
        above: set[str] = set()
        waiting = list(entry.broader)
        while waiting:
            other = waiting.pop()
            if other not in above:
                above.add(other)
                waiting += merged[other].broader
        assert identifier not in above
        assert not above & entry.opposites, identifier


@pytest.mark.parametrize("name", [file.name for file in files_in("families")])
def test_every_family_is_of_concepts_of_which_none_excludes_all_others(name: str, merged: dict[str, Entry]) -> None:
    for family, ids in parsed(next(f for f in files_in("families") if f.name == name)).items():
        assert [i for i in ids if i not in merged] == [], family
        assert len(set(ids)) == len(ids) > 1, family
        assert not any(set(ids) - {i} <= merged[i].opposites for i in ids), family


def test_of_a_family_each_retells_each_other(merged: dict[str, Entry]) -> None:
    assert "pull_back" in merged["retreat"].near or "retreat" in merged["pull_back"].near


def test_poles_are_of_concepts_and_exclude_each_other(merged: dict[str, Entry]) -> None:
    for file in files_in("poles"):
        for name, poles in parsed(file).items():
            assert len(poles) > 1, name
            for one, other in combinations(map(set, poles), 2):
                assert one | other <= merged.keys(), name
                assert not one & other, name
                assert all(other <= merged[i].opposites for i in one), name


def test_no_line_of_poles_is_named_twice() -> None:
    lines = [line for file in files_in("poles") for line in file.read_text(encoding="utf-8").splitlines()]
    keys = Counter(line.partition(":")[0] for line in lines if line[:1].isalnum())
    assert [key for key, times in keys.items() if times > 1] == []


def test_of_a_line_with_many_poles_each_excludes_each_other(merged: dict[str, Entry]) -> None:
    """Somebody comes in the morning, at noon or in the evening; a fire is arson, lightning or a short circuit."""
    assert {"noon", "evening"} <= merged["morning"].opposites
    assert {"morning", "evening"} <= merged["noon"].opposites
    assert {"struck_by_lightning", "short_circuit"} <= merged["set_fire_to"].opposites


def test_concepts_that_share_words_in_two_languages_retell_each_other(merged: dict[str, Entry]) -> None:
    """ "in Schutt und Asche legen", "to raze to the ground", "сровнять с землей"."""
    assert "reduce_to_rubble" in merged["raze"].near or "raze" in merged["reduce_to_rubble"].near
    assert not {"otter", "marten"} & (merged["otter"].near | merged["marten"].near)


def test_what_retells_a_concept_does_not_exclude_it(merged: dict[str, Entry]) -> None:
    assert [(i, n) for i, e in merged.items() for n in e.near if n in e.opposites] == []
