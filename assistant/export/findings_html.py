"""Findings as HTML: how well sourced and why, the picture, and the words for and against."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.export.quotes_html import closed_quote
from assistant.export.svg import svg
from assistant.export.tags import Html, joined, tag
from assistant.export.view import Badge, Choice, FindingView, PictureView, Row, SentenceView
from assistant.export.view import Side as SideView
from assistant.show.say import Say


def badge(given: Badge) -> Html:
    sign = tag("span", given.sign, class_="sign", aria_hidden="true")
    return tag("span", sign, " ", given.word, class_=f"badge {given.tone}")


def filters(choices: tuple[Choice, ...], say: Say) -> Html | None:
    """One of them is on; the style sheet hides what it leaves out."""
    if choices[0].count < 2 or len(choices) < 3:
        return None
    return tag(
        "fieldset", tag("legend", say("export.show")), *(_choice(choice) for choice in choices), class_="filters"
    )


def _choice(choice: Choice) -> Html:
    shown = choice.key == "all"
    button = tag("input", type="radio", name="show", id=f"show-{choice.key}", checked=shown)
    count = tag("span", f"{choice.count}", class_="count")
    return tag("label", button, tag("span", choice.word, " ", count), for_=f"show-{choice.key}")


def filter_rules(choices: tuple[Choice, ...]) -> str:
    keys = (choice.key for choice in choices if choice.key != "all")
    return "\n".join(f"body:has(#show-{key}:checked) .finding:not(.is-{key}){{display:none}}" for key in keys)


def finding_html(finding: FindingView, say: Say) -> Html:
    number = tag("a", say("export.number", n=finding.number), href=f"#{finding.id}", title=say("export.link"))
    badges = (badge(reason) for reason in finding.reasons)
    kinds = " ".join(f"is-{key}" for key in (finding.standing, *finding.flags))
    return tag(
        "article",
        tag("p", tag("span", number, class_="number"), *badges, class_="badges"),
        tag("h3", finding.statement, lang=finding.lang, id=f"{finding.id}-name"),
        tag("ul", *(_reason(reason) for reason in finding.reasons), class_="reasons"),
        _picture(finding.picture, finding.id, say) if finding.picture else None,
        *(_side(side) for side in finding.sides),
        tag("p", *_foot(finding, say), class_="foot"),
        class_=f"finding {finding.reasons[0].tone} {kinds}",
        id=finding.id,
        aria_labelledby=f"{finding.id}-name",
    )


def _reason(reason: Badge) -> Html:
    return tag("li", tag("b", reason.word), ": ", reason.why)


def _foot(finding: FindingView, say: Say) -> Iterator[Html | str]:
    if finding.sentences:
        yield f"{say('export.weighed')} "
        links = [tag("a", say("export.sentence", n=n), href=f"#s{n}") for n in finding.sentences]
        yield _commas(links)
        yield " · "
    yield tag("code", finding.tag)


def _commas(links: list[Html]) -> Html:
    first, *rest = links
    return joined(first, *(joined(", ", link) for link in rest))


def _side(side: SideView) -> Html:
    return tag(
        "section", tag("h4", side.title), *(closed_quote(quote) for quote in side.quotes), class_=f"side {side.key}"
    )


def _picture(picture: PictureView, name: str, say: Say) -> Html:
    """Drawn twice; the style sheet shows that which fits."""
    caption = joined(tag("b", say("export.picture")), ". ", say("export.picture_key"))
    return tag(
        "figure",
        tag("figcaption", caption),
        tag("div", svg(picture.desk, picture.told, f"{name}-desk"), class_="desk", tabindex=0),
        tag("div", svg(picture.phone, picture.told, f"{name}-phone"), class_="phone"),
        tag("details", tag("summary", say("export.table")), _table(picture.rows, say), class_="rows"),
        class_="picture",
    )


def _table(rows: tuple[Row, ...], say: Say) -> Html:
    names = ("export.table.publisher", "export.table.day", "export.table.via", "export.table.side", "export.table.note")
    head = tag("tr", *(tag("th", say(name), scope="col") for name in names))
    return tag(
        "div", tag("table", tag("thead", head), tag("tbody", *(_row(row, say) for row in rows))), class_="scroll"
    )


def _row(row: Row, say: Say) -> Html:
    via = " ← ".join(row.via) or say("export.own")
    cells = (row.day, via, row.side, ", ".join(row.notes))
    return tag("tr", tag("th", row.publisher, scope="row"), *(tag("td", cell) for cell in cells))


def sentence_links(sentence: SentenceView, say: Say) -> Html | None:
    links = [tag("a", say("export.number", n=n), href=f"#f{n}") for n in sentence.findings]
    return tag("p", say("export.weighed"), " ", _commas(links), class_="foot") if links else None
