from pathlib import Path

import pytest

from evals.suites.cleaning import run
from evals.visible import visible_lines


def test_without_data_the_own_cases_are_measured_and_the_other_sets_are_skipped() -> None:
    table = run(None)
    assert {row.values["set"] for row in table.rows} == {"own", "own stories"}
    assert [what.split(":")[0] for what in table.skipped] == ["stories", "seeds", "pages"]


def test_the_own_cases_keep_their_bars() -> None:
    assert [bar.measure for bar in run(None).bars if not bar.kept] == []


def test_baselines_stand_beside_us() -> None:
    kept = {row.name: row.values["noise cut"] for row in run(None).rows if row.values["set"] == "own"}
    assert kept["keep everything"] == 0.0
    assert float(kept["secondsource"]) > float(kept["long lines with sentence punctuation"])


@pytest.mark.parametrize("name", ["stories", "pages"])
def test_an_empty_data_folder_is_skipped_and_not_passed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert any(what.startswith(name) for what in run(tmp_path).skipped)


def test_visible_lines_drop_tags_and_scripts() -> None:
    html = "<head><title>T</title></head><div>One <b>two</b><script>x()</script></div><p>Three</p>"
    assert visible_lines(html) == "One two\nThree"
