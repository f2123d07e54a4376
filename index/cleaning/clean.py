"""Cleaning of badly scraped plain text: lines -> features -> rules -> paragraphs, written once, top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from index.cleaning.headline import headline_of
from index.cleaning.lines import Line, lines_of, visible
from index.cleaning.notices import notices_in
from index.cleaning.page import Page, content_stems, extended, matches, resumed, stretches, title_line, weights
from index.cleaning.rules import RULES, comment_heads, furniture
from index.documents import CutReason, Notice, Removed, Span
from index.language import language_of
from index.terms import words


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`text`: paragraphs parted by one empty line, the headline first; "" if nothing reads like an article.

    `headline` is a span of `text`. `removed` holds what was cut, in order; `language` is ISO 639-1 or "und".
    """

    text: str
    headline: Span | None
    removed: tuple[Removed, ...] = field(repr=False)
    notices: tuple[Notice, ...]
    language: str


def clean(text: str, *, title: str | None = None) -> Cleaned:
    """The article in a plain text that was scraped badly. `title`: from front matter or the page's metadata."""
    shown, hidden = visible(text)
    lines = lines_of(shown)
    page = _judged(Page(lines, _language(lines), title_line(lines, title)))
    removed = _removed(page, hidden)
    kept = [lines[i] for i in page.kept() if not lines[i].ruler]
    if not any(line.prose or line.stopped for line in kept):
        return Cleaned("", None, removed, (), page.language)
    body, headline = _composed(page, kept, title)
    return Cleaned(body, headline, removed, notices_in(page), page.language)


def _language(lines: Sequence[Line]) -> str:
    prose = [line.text for line in lines if line.prose and not line.bullet]
    return language_of("\n".join(prose or [line.text for line in lines]))


def _judged(page: Page) -> Page:
    page = _with_core(replace(page, cut=furniture(page)))
    if page.headline is None:
        page = replace(page, headline=headline_of(page))
    for rule in RULES:
        found = {i: reason for i, reason in rule(page) if i != page.headline}
        page = replace(page, cut={**found, **page.cut})
    return page


def _with_core(page: Page) -> Page:
    """Finds where the story is: the lines with the most weight of sentences, and further ones on its topic."""
    heads = list(comment_heads(page))
    found = [(_doubted(w, run, heads), run) for w, run in stretches(weights(page), heads)]
    if not found:
        return page
    core = max(found, key=itemgetter(0))[1]
    page = replace(page, core=core, stems=_stems(page, core))
    joined = [run for _, run in found if run == core or page.continues(run)]
    page = replace(page, stems=_stems(page, range(joined[0].start, joined[-1].stop)))
    core = extended(page, resumed(page, range(joined[0].start, joined[-1].stop), heads))
    return replace(page, core=core, stems=_stems(page, core))


def _doubted(total: int, run: range, heads: Sequence[int]) -> int:
    """What comes after a heading of comments is the story only if nothing before it can be."""
    return total // 4 if any(head < run.start for head in heads) else total


def _stems(page: Page, numbers: range) -> frozenset[str]:
    prose = (page.lines[i] for i in page.kept(numbers) if page.lines[i].prose)
    return frozenset(s for line in prose for s in content_stems(line, page.language))


def _removed(page: Page, hidden: str) -> tuple[Removed, ...]:
    cut = tuple(Removed(page.lines[i].text, page.cut[i]) for i in sorted(page.cut))
    return (Removed(hidden, CutReason.INVISIBLE), *cut) if hidden else cut


def _composed(page: Page, kept: Sequence[Line], title: str | None) -> tuple[str, Span | None]:
    """The body and the headline's span: a given title comes first, and the page's own headline stays if it differs."""
    own = page.lines[page.headline].text if page.headline is not None else None
    given = " ".join((title or "").split())
    paragraphs = [line.text for line in kept]
    headline = own
    if own is not None:
        paragraphs = [own, *_without(paragraphs, own)]
    if given and (own is None or not matches(page.lines[page.headline or 0], words(given))):
        headline, paragraphs = given, [given, *paragraphs]
    return "\n\n".join(paragraphs), Span(0, len(headline)) if headline else None


def _without(paragraphs: list[str], headline: str) -> list[str]:
    i = paragraphs.index(headline)
    return paragraphs[:i] + paragraphs[i + 1 :]
