"""Replies and findings as a report that can be pasted, or read by programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.export.parts import Part
from assistant.findings.cite import articles_of
from assistant.settings import Settings
from assistant.show.blocks import Block, Heading, Look, Page, Paragraph, words
from assistant.show.finding import check_page
from assistant.show.json_output import envelope, findings_json, reply_json, to_json
from assistant.show.markdown import to_markdown
from assistant.show.reply import reply_page
from assistant.show.say import Say
from index.errors import SettingError


def export(parts: Sequence[Part], fmt: str, settings: Settings) -> str:
    """ "md" or "json". Raises SettingError for a format that this version does not write."""
    say = Say(settings.lang)
    if fmt == "md":
        return to_markdown(tuple(block for part in parts for block in _page(part, say)))
    if fmt == "json":
        return to_json({**envelope("report", settings), "parts": [_json(part, settings) for part in parts]})
    raise SettingError(say("chat.error.format", ending=fmt, known=".md, .json"))


def _page(part: Part, say: Say) -> Iterator[Block]:
    yield Heading(words(part.heading))
    if told := " · ".join(filter(None, (say.day(part.when) if part.when else None, part.engine))):
        yield Paragraph(words(told, Look.FAINT))
    shown: Page = reply_page(part.reply, say, summary=False) if part.reply else ()
    if part.findings:
        at_hand = len(articles_of(part.findings))
        shown = (*shown, *check_page(part.findings, at_hand, say, chain=True, verbose=False))
    yield from shown[1:]  # without a heading of their own


def _json(part: Part, settings: Settings) -> dict[str, object]:
    given = reply_json("ask", settings, part.reply) if part.reply else findings_json("check", settings, part.findings)
    return {**given, "heading": part.heading, "when": part.when, "engine": {"model": part.engine}}
