"""What Tab offers: commands, files, articles, whatever fits what is typed so far. Knows no prompt."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.chat.desk import Desk
from assistant.chat.setting import FILTERS, OFF
from assistant.chat.table import ROWS, Completes, row_of
from assistant.settings import INTERFACE_LANGUAGES
from assistant.show.plain import plain_line

_MOST = 40
_LEAST = 3  # letters of a question's word from which on titles are offered
_COMMAND = re.compile(r"/(\w*)$")
_ARGUMENT = re.compile(r"/(\w+)\s+(.*)$", re.DOTALL)
_LAST_WORD = re.compile(r"(?:\\.|\S)*$")


@dataclass(frozen=True, slots=True)
class Offer:
    """`text` would replace the last `over` characters that are typed; `shown` tells more of it."""

    text: str
    over: int
    shown: str = ""


def offers(typed: str, desk: Desk) -> list[Offer]:
    return list(dict.fromkeys(_offers(typed, desk)))[:_MOST]


def _offers(typed: str, desk: Desk) -> Iterator[Offer]:
    if found := _COMMAND.fullmatch(typed):
        rows = [row for row in ROWS if row.name.startswith(found[1].lower())]
        goes_on = " " if len(rows) == 1 and rows[0].takes else ""  # as a shell would, so that what it takes can follow
        yield from (Offer(f"/{row.name}{goes_on}", len(typed)) for row in rows)
    elif found := _ARGUMENT.fullmatch(typed):
        row = row_of(found[1].lower())
        if row:
            yield from _arguments(row.completes, found[2], desk)
    elif not typed.startswith("/") and (word := _last_word(typed)) and len(word) >= _LEAST:
        yield from _titles(word, desk)


def _arguments(completes: Completes, given: str, desk: Desk) -> Iterator[Offer]:
    match completes:
        case Completes.FILES:
            yield from _files(_last_word(given))
        case Completes.ARTICLES:
            yield from _titles(given, desk)
        case Completes.FILTERS:
            yield from _filters(given, desk)
        case Completes.LANGUAGES:
            yield from _beginning(given, INTERFACE_LANGUAGES)
        case Completes.SESSIONS:
            overviews = desk.sessions.overviews()
            yield from _beginning(given, [o.name or o.id for o in overviews])


def _filters(given: str, desk: Desk) -> Iterator[Offer]:
    name, space, value = given.partition(" ")
    if not space:
        yield from _beginning(name, (*FILTERS, OFF))
    elif name == "publisher":
        yield from _beginning(value, sorted({plain_line(h.publisher) for h in desk.lately() if h.publisher}))
    elif name == "lang":
        yield from _beginning(value, sorted({h.language for h in desk.lately()}))
    else:
        yield from _beginning(value, sorted({h.published[:10] for h in desk.lately() if h.published}))


def _titles(given: str, desk: Desk) -> Iterator[Offer]:
    """Of the articles at hand: those that begin so, then those with a word that does."""
    wanted = given.casefold()
    titles = [plain_line(h.title) for h in desk.lately() if h.title]
    begin = [t for t in titles if t.casefold().startswith(wanted)]
    hold = [t for t in titles if any(w.startswith(wanted) for w in t.casefold().split())]
    yield from (Offer(title, len(given)) for title in (*begin, *hold))


def _files(given: str) -> Iterator[Offer]:
    """Folders end with a slash, so that Tab goes on into them; hidden ones are offered where a dot is typed."""
    folder, name = os.path.split(re.sub(r"\\(.)", r"\1", given))
    place = Path(folder or ".").expanduser()
    try:
        entries = sorted(place.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(name) and (name.startswith(".") or not entry.name.startswith(".")):
            shown = entry.name + ("/" if entry.is_dir() else "")
            yield Offer(_quoted(os.path.join(folder, shown)), len(given), plain_line(shown))  # noqa: PTH118 - as typed


def _quoted(path: str) -> str:
    return re.sub(r"([\s'\"\\])", r"\\\1", path)


def _beginning(given: str, known: tuple[str, ...] | list[str]) -> Iterator[Offer]:
    yield from (Offer(one, len(given)) for one in known if one.casefold().startswith(given.casefold()))


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text)
    return found[0] if found else ""
