import json
from pathlib import Path

import pytest

from evals.formats.stories import language_of, stories

GERMAN = "Der Kran ist in den Hafen gestürzt, und die Boote hat er nicht getroffen."
ENGLISH = "The crane fell into the harbour and it was not the first."
RUSSIAN = "Кран упал в гавань, лодки не пострадали."


def story(folder: Path, **labels: object) -> Path:
    place = folder / "kran"
    (place / "articles").mkdir(parents=True)
    for name, text in (("01-bote.txt", GERMAN), ("02-echo.html", f"<p>{ENGLISH}</p>"), ("03-vesti.txt", RUSSIAN)):
        (place / "articles" / name).write_text(text, encoding="utf-8")
    probe: dict[str, object] = {
        "id": "kran-01",
        "claim": "Ein Kran fiel um.",
        "lang": "de",
        "standing": "single_source",
        "flags": [],
    }
    probe |= {"independent_origins": 1, "origins": [["Bote"]], "supporting": ["01"], "opposing": [], **labels}
    (place / "probes.jsonl").write_text(json.dumps(probe) + "\n\n", encoding="utf-8")
    return folder


def test_a_folder_without_probes_is_no_story(tmp_path: Path) -> None:
    (tmp_path / "SPEC").mkdir()
    assert [s.name for s in stories(story(tmp_path))] == ["kran"]


@pytest.mark.parametrize(
    ("supporting", "opposing", "cross"),
    [(["01"], [], False), (["02"], ["03"], True), (["02"], ["01"], False), ([], [], False)],
)
def test_a_statement_is_cross_language_if_all_its_articles_are_in_others(
    tmp_path: Path, supporting: list[str], opposing: list[str], cross: bool
) -> None:
    (found,) = stories(story(tmp_path, supporting=supporting, opposing=opposing))
    assert found.probes[0].cross is cross


def test_articles_are_measured_under_names_that_do_not_tell_the_publisher(tmp_path: Path) -> None:
    (found,) = stories(story(tmp_path))
    with found.numbered() as paths:
        assert [Path(p).name for p in paths] == ["01.txt", "02.html", "03.txt"]
        assert Path(paths[0]).read_text(encoding="utf-8") == GERMAN
    assert not Path(paths[0]).exists()


def test_a_standing_that_there_is_not_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="well_known"):
        stories(story(tmp_path, standing="well_known"))


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (ENGLISH, "en"), (RUSSIAN, "ru"), ("12", "de")])
def test_the_language_of_an_article_is_told_by_its_commonest_words(text: str, code: str) -> None:
    assert language_of(text) == code
