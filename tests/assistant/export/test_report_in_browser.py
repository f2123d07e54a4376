"""The HTML report in headless Chromium, on a phone and on a desk, as somebody uses it who has it by mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reports import ENGLISH, answer, hostile

from assistant.export.html import to_html
from assistant.export.parts import Part

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (390, 1280)


class Reader:
    """A page with a report, and whatever it asked for or complained about."""

    def __init__(self, page: Page, file: Path, *parts: Part) -> None:
        self.page = page
        self.heard: list[str] = []
        file.write_text(to_html(parts, ENGLISH), encoding="utf-8")
        page.on("request", lambda request: self.heard.append(request.url))
        page.on("console", lambda message: self.heard.append(message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("dialog", lambda dialog: self.heard.append(dialog.message))
        page.goto(file.as_uri())
        self.heard.remove(file.as_uri())


@pytest.fixture(params=WIDTHS)
def opened(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Reader]:
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    yield Reader(page, tmp_path / "report.html", answer())
    page.close()


def test_a_click_on_a_sentence_shows_its_quote_marked(opened: Reader) -> None:
    sentence = opened.page.locator("#s1")
    marks = sentence.locator("mark")
    assert not marks.first.is_visible()
    sentence.locator("summary").click()
    assert marks.first.is_visible()
    assert "".join(marks.all_inner_texts()) == sentence.locator("summary .words").inner_text()


def test_a_filter_leaves_the_findings_that_have_the_flag(opened: Reader) -> None:
    shown = opened.page.locator(".finding:visible")
    assert shown.count() == 2
    opened.page.locator("label[for=show-interested_party]").click()
    assert [one.get_attribute("id") for one in shown.all()] == ["f1"]
    opened.page.locator("label[for=show-all]").click()
    assert shown.count() == 2


def test_the_filter_works_from_the_keyboard(opened: Reader) -> None:
    opened.page.locator("#show-all").focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator(".finding:visible").count() == 1


def test_one_picture_is_shown_and_fits_the_screen(opened: Reader) -> None:
    pictures = opened.page.locator("#f1 svg:visible")
    box = pictures.bounding_box()
    assert box
    width = opened.page.viewport_size["width"] if opened.page.viewport_size else 0
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_no_text_of_a_picture_runs_out_of_its_box(opened: Reader) -> None:
    too_wide = opened.page.evaluate(
        """() => [...document.querySelectorAll('svg text:not(.side)')].filter(text => {
            const box = [...text.parentNode.querySelectorAll('rect')].find(r => {
                const [x, y] = [r.x.baseVal.value, r.y.baseVal.value]
                const [tx, ty] = [text.x.baseVal[0].value, text.y.baseVal[0].value]
                return tx > x && tx < x + r.width.baseVal.value && ty > y && ty < y + r.height.baseVal.value})
            return !box || text.getComputedTextLength() > box.width.baseVal.value - 12
        }).map(text => text.textContent)"""
    )
    assert too_wide == []


def test_the_page_is_no_wider_than_the_screen(opened: Reader) -> None:
    assert opened.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_it_asks_nobody_for_anything_and_complains_of_nothing(opened: Reader) -> None:
    for summary in opened.page.locator("summary:visible").all():
        summary.click()
    opened.page.wait_for_load_state("networkidle")
    assert opened.heard == []


def test_on_paper_every_sentence_has_its_words_and_no_button_is_left(opened: Reader) -> None:
    opened.page.emulate_media(media="print")
    for sentence in opened.page.locator(".sentence").all():
        assert sentence.locator("summary .words").inner_text() in sentence.locator(".paper q").inner_text()
    assert not opened.page.locator(".filters").is_visible()


@pytest.fixture(params=WIDTHS)
def session(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Reader]:
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    asked = replace(answer(), when="2025-07-14T09:30:00+02:00")
    yield Reader(page, tmp_path / "session.html", asked, replace(asked, heading="And who denies it?"))
    page.close()


def test_a_session_is_named_by_its_day_and_its_contents_lead_to_each_question(session: Reader) -> None:
    from playwright.sync_api import expect

    page = session.page
    assert page.locator("h1").inner_text() == "Session of 14 July 2025"
    page.locator(".contents a", has_text="And who denies it?").click()
    expect(page.locator("#p2 h2")).to_be_in_viewport()
    assert page.locator("h2.asked").all_inner_texts()[1] == "And who denies it?"
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_in_a_session_one_filter_holds_for_all_questions_and_nothing_is_asked_for(session: Reader) -> None:
    session.page.locator("label[for=show-interested_party]").click()
    shown = session.page.locator(".finding:visible").all()
    assert [one.get_attribute("id") for one in shown] == ["f1", "f3"]
    for summary in session.page.locator("summary:visible").all():
        summary.click()
    assert session.heard == []


def test_on_paper_no_heading_is_left_alone_at_the_foot_of_a_page(session: Reader) -> None:
    session.page.emulate_media(media="print")
    kept = """name => [...document.querySelectorAll(name)].every(one => {
        const style = getComputedStyle(one)
        return style.breakAfter === 'avoid' && !style.display.startsWith('inline')})"""
    for heading in ("h2", "h3", ".asked + .told", ".finding > .badges"):
        assert session.page.evaluate(kept, heading), heading


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_articles_are_text(browser: Browser, tmp_path: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    reader = Reader(page, tmp_path / "report.html", hostile())
    for summary in page.locator("summary:visible").all():
        summary.click()
    assert reader.heard == []
    assert page.title() != "taken"
    assert "<script>alert(2)</script>" in page.locator("#s1 .context").inner_text()
    assert page.locator("script, img, i").count() == 0
    page.close()
