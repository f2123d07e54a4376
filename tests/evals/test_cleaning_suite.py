from pathlib import Path

import pytest
from benches import run_suite, set_of, values

from evals.formats.visible import visible_lines


def test_without_data_the_own_cases_are_measured_and_the_other_sets_are_skipped() -> None:
    suite = run_suite("cleaning")
    assert {s.name for s in suite.sets if s.rows} == {"own", "own stories", "own, blind"}
    assert [s.name for s in suite.sets if s.skipped] == ["stories", "seeds", "pages", "evaldata"]


def test_baselines_stand_beside_us() -> None:
    own = set_of(run_suite("cleaning"), "own")
    assert values(own, "keep everything")["noise cut"] == 0.0
    assert values(own)["noise cut"] > values(own, "long lines")["noise cut"]


@pytest.mark.parametrize("name", ["stories", "pages"])
def test_an_empty_data_folder_is_skipped_and_not_passed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert set_of(run_suite("cleaning", data=tmp_path), name).skipped


def test_pages_are_measured_beside_trafilatura_which_reads_the_html(tmp_path: Path) -> None:
    import gzip
    import json

    body = "Der Deich bei Auenrode ist in der Nacht gebrochen. Helfer füllten Sandsäcke. Die Straße bleibt gesperrt."
    (tmp_path / "pages" / "html").mkdir(parents=True)
    links = "".join(f"<li>{word}</li>" for word in ("Startseite", "Sport", "Abo", "Anmelden", "Impressum"))
    html = f"<html><body><nav><ul>{links}</ul></nav><article><p>{body}</p></article></body></html>"
    (tmp_path / "pages" / "html" / "a.html.gz").write_bytes(gzip.compress(html.encode()))
    (tmp_path / "pages" / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": body}}), encoding="utf-8")
    pages = set_of(run_suite("cleaning", data=tmp_path), "pages")
    assert values(pages)["F1"] > values(pages, "keep everything")["F1"]
    assert values(pages, "trafilatura")["recall"] == 1.0


def test_visible_lines_drop_tags_and_scripts() -> None:
    html = "<head><title>T</title></head><div>One <b>two</b><script>x()</script></div><p>Three</p>"
    assert visible_lines(html) == "One two\nThree"
