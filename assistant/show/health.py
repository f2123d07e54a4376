"""What the doctor found, as a page and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.settings import Settings
from assistant.show.articles import ID_SHOWN
from assistant.show.blocks import Item, Look, Page, words
from assistant.show.json_output import Json, envelope
from assistant.show.say import Say
from index.addresses import without_password
from index.doctor import Health, Trouble
from index.embedding.embedder import Embedder
from index.errors import SecondsourceError

_LEFTOVERS = (Trouble.ORPHANED_BLOB, Trouble.ORPHANED_PASSAGE)
_IDS_SHOWN = 5


class State(StrEnum):
    GOOD = "good"
    NOTE = "note"  # nothing is wrong, or nothing that matters
    BAD = "bad"


_LABELS = {State.GOOD: ("ok", Look.NORMAL), State.NOTE: ("--", Look.NORMAL), State.BAD: ("!!", Look.WARNING)}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `text` is for people, in the interface's language."""

    name: str
    state: State
    text: str
    ids: tuple[str, ...] = ()


def health_checks(health: Health, where: str, say: Say) -> tuple[Check, ...]:
    """The collection as a whole, then each trouble in it."""
    size = say("doctor.collection", where=where, articles=say("count.articles", n=health.articles), n=health.passages)
    troubles = (
        Check(
            str(problem.trouble),
            State.NOTE if problem.trouble in _LEFTOVERS else State.BAD,
            say(f"doctor.{problem.trouble}", n=len(problem.ids)),
            problem.ids,
        )
        for problem in health.problems
    )
    return Check("collection", State.GOOD, size), *_begun(health, say), *troubles


def _begun(health: Health, say: Say) -> Iterator[Check]:
    if health.begun:
        embedder, vectors = health.begun
        yield Check("half_embedded", State.NOTE, say("doctor.half_embedded", n=vectors, embedder=embedder))


def embedder_check(embedder: Embedder, say: Say) -> Check:
    """Whether it works: one that is not built in is asked for one vector."""
    try:
        size = embedder.query("news", "en").size
    except SecondsourceError as error:
        return Check("embedder", State.BAD, str(error))
    key = "doctor.embedder.good" if embedder.url else "doctor.embedder.here"
    where = without_password(embedder.url or "")
    return Check("embedder", State.GOOD, say(key, embedder=embedder.name, where=where, n=size))


def checks_page(checks: Sequence[Check], say: Say) -> Page:
    lines = [
        Item(words(_line(check), _LABELS[check.state][1]), label=_LABELS[check.state][0], depth=0) for check in checks
    ]
    curable = any(check.ids for check in checks)
    return (*lines, Item(words(say("doctor.repair")))) if curable else tuple(lines)


def _line(check: Check) -> str:
    if not check.ids:
        return check.text
    shown = [identifier[:ID_SHOWN] for identifier in check.ids[:_IDS_SHOWN]]
    return f"{check.text}: {', '.join(shown)}{' …' if len(check.ids) > _IDS_SHOWN else ''}"


def checks_json(settings: Settings, checks: Sequence[Check]) -> Json:
    found = [{"name": c.name, "state": str(c.state), "text": c.text, "ids": list(c.ids)} for c in checks]
    return envelope("doctor", settings, checks=found)
