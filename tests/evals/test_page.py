"""The page of a run: what it shows, and how it stands in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evals.harness.cases import OURS
from evals.harness.record import SCHEMA, Figure, Row, Run, SetRecord, SuiteRecord
from evals.report.floors import Floor
from evals.report.html import to_html
from evals.report.targets import Target, reached

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def figure(measure: str, value: float, system: str = OURS) -> Figure:
    return Figure(measure, system, "", value, value / 2, min(1.0, value * 1.1), None, 12)


def of_sourcing() -> SuiteRecord:
    rows = [Row(f"dam/p{n}", "de", {}, {"standing": ("disputed", told)}) for n, told in enumerate(("disputed", "<b>"))]
    flags = [figure(f"flag {flag}, {side}", 0.5) for side in ("precision", "recall") for flag in ("hedged", "unnamed")]
    figures = (figure("standing", 0.6), figure("standing", 0.2, "counting"), *flags)
    return SuiteRecord(
        "sourcing", "Is it `told` as labelled?", 9.0, (SetRecord("own", "", "d", 2, rows=tuple(rows), figures=figures),)
    )


def of_retrieval() -> SuiteRecord:
    figures = [figure(f"hit@{k}", k / 25, system) for system in (OURS, "words") for k in (1, 5, 20)]
    return SuiteRecord(
        "retrieval", "", 9.0, (SetRecord("own", "", "d", 1, rows=(Row("a", "de"),), figures=tuple(figures)),)
    )


def of_speed() -> SuiteRecord:
    sizes = [
        SetRecord(f"{n} articles", "", "", 1, rows=(Row("p", "de"),), figures=(figure("ask ms, new", n / 9),))
        for n in (9, 90)
    ]
    return SuiteRecord("speed", "", 9.0, tuple(sizes))


def page() -> str:
    suites = (of_sourcing(), of_retrieval(), of_speed())
    run = Run(SCHEMA, "1", "code", None, "lexical", {"judge": "abc123"}, 1, 0, suites)
    targets = [
        Target(Floor("sourcing", "own", "standing", 0.7), aim=0.8),
        Target(Floor("retrieval", "own", "hit@5", 0.1)),
    ]
    return to_html(run, (), None, reached(targets, suites))


def test_flags_confusions_curves_and_sizes_are_drawn() -> None:
    captions = (
        "own: flags",
        "own: standing as labelled",
        "hit among the first k",
        "ask ms, new, by number of articles",
    )
    assert all(caption in page() for caption in captions)


def test_a_target_stands_beside_its_figure_met_or_missed() -> None:
    assert 'class="bad">≥ 0.7 MISSED (aim 0.8)' in page()
    assert 'class="good">≥ 0.1 met' in page()


def test_the_prompts_digests_and_the_engine_are_named() -> None:
    assert "abc123 judge" in page()
    assert "none: embedded rules" in page()


def test_nothing_of_a_case_is_markup() -> None:
    assert "told otherwise" in page()
    assert "<b>," not in page()


@pytest.fixture(params=[390, 1280])
def opened(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[tuple[int, int, list[str]]]:
    (tmp_path / "page.html").write_text(page(), encoding="utf-8")
    shown = browser.new_page(viewport={"width": request.param, "height": 800})
    heard: list[str] = []
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("request", lambda asked: heard.append(asked.url))
    shown.goto((tmp_path / "page.html").as_uri())
    yield request.param, shown.evaluate("document.documentElement.scrollWidth"), heard
    shown.close()


def test_the_page_is_as_wide_as_its_window_and_asks_for_nothing(opened: tuple[int, int, list[str]]) -> None:
    window, wide, heard = opened
    assert wide <= window
    assert [word for word in heard if not word.endswith("page.html")] == []
