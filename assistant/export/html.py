"""The HTML report: one file that asks nobody for anything, has no script, and is readable on a phone and on paper."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from assistant.export.build import report_view
from assistant.export.findings_html import badge, filter_rules, filters, finding_html, sentence_links
from assistant.export.parts import Part
from assistant.export.quotes_html import closed_quote, key, line, on_paper, opened_quote
from assistant.export.tags import Html, joined, raw, tag
from assistant.export.view import ArticleView, PartView, ReportView, SentenceView
from assistant.settings import Settings
from assistant.show.say import Say

_NO_BREAK = raw("&#8288;")


def to_html(parts: Sequence[Part], settings: Settings) -> str:
    """A whole document; words of ours in `settings.lang`."""
    say = Say(settings.lang)
    report = report_view(parts, settings)
    page = tag("html", _head(report), _body(report, say), lang=report.lang)
    return f"<!doctype html>\n{page}\n"


def _head(report: ReportView) -> Html:
    style = _style(report)
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{report.title} · secondsource"),
        tag("link", rel="icon", href="data:,"),
        tag("style", raw(style)),
    )


def _style(report: ReportView) -> str:
    sheet = files("assistant.export").joinpath("report.css").read_text(encoding="utf-8")
    return f"{sheet}\n{filter_rules(report.choices)}\n"


def _policy(style: str) -> str:
    """No script, no address but an empty icon, and no other style than this one."""
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _body(report: ReportView, say: Say) -> Html:
    several = len(report.parts) > 1
    return tag(
        "body",
        _top(report, say),
        tag(
            "main",
            _contents(report, say) if several else None,
            filters(report.choices, say) if several else None,
            *(_part(part, report, say) for part in report.parts),
            _articles(report.articles, say),
        ),
        tag("footer", *(tag("p", made) for made in report.made), tag("p", tag("a", say("export.top"), href="#top"))),
    )


def _top(report: ReportView, say: Say) -> Html:
    [told] = [_told(part) for part in report.parts] if len(report.parts) == 1 else [None]
    return tag(
        "header",
        tag("p", report.kicker, class_="kicker"),
        tag("h1", report.title),
        told,
        tag("p", say("export.lead"), class_="lead"),
        key(say),
        id="top",
    )


def _told(part: PartView) -> Html | None:
    told = " · ".join(filter(None, (part.told, part.pile)))
    return tag("p", told, class_="told") if told else None


def _contents(report: ReportView, say: Say) -> Html:
    items = (tag("li", tag("a", part.heading, href=f"#{part.id}")) for part in report.parts)
    return tag("nav", tag("h2", say("export.contents")), tag("ol", *items), class_="contents")


def _part(part: PartView, report: ReportView, say: Say) -> Html:
    alone = len(report.parts) == 1
    heading = None if alone else joined(tag("h2", part.heading, class_="asked"), _told(part))
    return tag(
        "section",
        heading,
        tag("p", part.understood, class_="understood") if part.understood else None,
        tag("p", part.silent, class_="silent") if part.silent else None,
        tag("ol", *(_sentence(s, say) for s in part.sentences), class_="sentences") if part.sentences else None,
        _nearest(part, say),
        *_findings(part, report, say),
        _left_out(part, say),
        class_="part",
        id=part.id,
    )


def _sentence(sentence: SentenceView, say: Say) -> Html:
    numbers = "".join(f"[{quote.number}]" for quote in sentence.quotes)
    words = tag("span", sentence.text, lang=sentence.lang, class_="words")
    badges = tag("span", *(badge(b) for b in sentence.badges), class_="badges") if sentence.badges else None
    sources = tag("span", *(line(quote) for quote in sentence.quotes), class_="sources")
    summary = tag("summary", words, _NO_BREAK, tag("sup", numbers), " ", badges, sources)
    quotes = (opened_quote(quote, alone=len(sentence.quotes) == 1) for quote in sentence.quotes)
    behind = tag("div", *quotes, sentence_links(sentence, say), class_="behind")
    return tag("li", tag("details", summary, behind), on_paper(sentence.quotes), class_="sentence", id=sentence.id)


def _nearest(part: PartView, say: Say) -> Html | None:
    if not part.nearest:
        return None
    quotes = (closed_quote(quote) for quote in part.nearest)
    return tag("section", tag("h4", say("reply.nearest")), *quotes, class_="side nearest")


def _findings(part: PartView, report: ReportView, say: Say) -> Iterator[Html]:
    alone = len(report.parts) == 1
    if part.findings:
        if part.sentences or part.nearest or part.silent:  # else the part's heading says it
            heading = say("export.checked" if part.as_asked else "export.findings")
            yield tag("h2", heading) if alone else tag("h3", heading, class_="within")  # of the question above
        if alone and (choices := filters(report.choices, say)):
            yield choices
        yield from (finding_html(finding, say) for finding in part.findings)
    elif part.as_asked or not (part.sentences or part.nearest or part.silent):
        yield tag("p", say("export.no_findings"), class_="silent")


def _left_out(part: PartView, say: Say) -> Html | None:
    if not part.left_out:
        return None
    items = (tag("li", item) for item in part.left_out)
    return tag("section", tag("h3", say("export.left_out")), tag("ul", *items), class_="left-out")


def _articles(articles: Sequence[ArticleView], say: Say) -> Html | None:
    if not articles:
        return None
    items = (_article(article) for article in articles)
    return tag("section", tag("h2", say("export.articles")), tag("ul", *items), class_="articles")


def _article(article: ArticleView) -> Html:
    title = tag("span", article.title, lang=article.lang)
    if article.url:
        title = tag("a", title, href=article.url, rel="noopener noreferrer")
    notices = tag("p", f"! {' · '.join(article.notices)}", class_="notices") if article.notices else None
    where = tag("p", " · ".join(filter(None, (article.where, article.cut))), class_="where")
    return tag("li", tag("b", article.publisher), f", {article.day}: ", title, notices, where)
