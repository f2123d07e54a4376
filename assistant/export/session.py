"""Several exchanges, one beneath the other: as Markdown, and as JSON in the shapes of docs/json.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from assistant.export.parts import Part
from assistant.findings.cite import articles_of
from assistant.settings import Settings
from assistant.show.blocks import Block, Heading, Item, Look, Page, Paragraph, Table, Tree, Words, words
from assistant.show.finding import check_page, findings_page
from assistant.show.json_output import Json, engine_json, envelope, failed_json, findings_json, reply_json, to_json
from assistant.show.markdown import to_markdown
from assistant.show.reply import reply_page
from assistant.show.say import Say


def session_markdown(parts: Sequence[Part], settings: Settings) -> str:
    """Files are named without their folders, as it is to be handed on."""
    say = Say(settings.lang)
    blocks = (_handed_on(block) for part in parts for block in _blocks(part, say))
    return to_markdown((Heading(words(say("export.session"))), *blocks))


def _handed_on(block: Block) -> Block:
    if isinstance(block, Heading):
        return replace(block, level=block.level + 1)
    if isinstance(block, Table | Tree):
        return block
    return replace(block, run=tuple(_without_folder(w) if w.whole else w for w in block.run))


def _without_folder(path: Words) -> Words:
    return path if "://" in path.text else replace(path, text=PurePath(path.text).name)


def session_json(parts: Sequence[Part], settings: Settings) -> str:
    exchanges = [_exchange(part, settings) for part in parts]
    return to_json({**envelope("session", settings), "exchanges": exchanges})


def _exchange(part: Part, settings: Settings) -> Json:
    """What the command prints with --json, and what it was called, when it was asked, and who answered."""
    given = (
        reply_json(part.asked, settings, part.reply)
        if part.reply
        else findings_json(part.asked, settings, part.findings)
    )
    engine = {**engine_json(settings), "model": part.model}
    return {
        **given,
        "engine": engine,
        "heading": part.heading,
        "when": part.when,
        "failed": failed_json(part.failed),
        "notes": list(part.notes),
    }


def _blocks(part: Part, say: Say) -> Iterator[Block]:
    yield Heading(words(part.heading))
    engine = part.model or say("export.rules")
    if told := " · ".join(filter(None, (say.day(part.when) if part.when else None, engine))):
        yield Paragraph(words(told, Look.FAINT))
    yield from _shown(part, say)[1:]  # without a heading of their own
    for note in part.notes:
        yield Item(words(note), label="-")


def _shown(part: Part, say: Say) -> Page:
    if part.reply:
        return reply_page(part.reply, say, summary=part.asked == "summarize")
    at_hand = len(articles_of(part.findings))
    if part.asked == "findings":
        return findings_page(part.findings, at_hand, say, chain=True, verbose=False, unread=part.unread)
    return check_page(part.findings, at_hand, say, chain=True, verbose=False)
