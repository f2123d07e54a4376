"""What holds from the next question on: filters, model, language; and what has been spent."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from assistant.chat.desk import Desk
from assistant.chat.words import split
from assistant.settings import INTERFACE_LANGUAGES, read_settings
from assistant.show.plain import plain_line
from assistant.show.used import embedding_notes
from index.documents import Filters
from index.errors import CommandError, SettingError

FILTERS = ("publisher", "since", "until", "lang")
OFF = "off"
_NAMED = 5  # publishers, where none is meant for sure


def filtered(desk: Desk, rest: str) -> None:
    """`publisher NAME`, `since DATE`, `until DATE`, `lang CODE`; without a value, or "off", the filter is lifted."""
    name, *given = split(rest) or [""]
    value = " ".join(given)
    if name == OFF:
        desk.filters = Filters()
    elif name in FILTERS:
        desk.filter(**{_field(name): None if value in ("", OFF) else _value(desk, name, value)})
    elif name:
        raise CommandError(desk.say("chat.error.filter", typed=name, known=", ".join((*FILTERS, OFF))))
    desk.screen.note(told(desk))


def told(desk: Desk) -> str:
    """The filters that hold, in words."""
    f = desk.filters
    given = {"publisher": f.publisher, "since": f.since, "until": f.until, "lang": f.language}
    held = ", ".join(f"{name} {value}" for name, value in given.items() if value)
    return desk.say("chat.filters", filters=held) if held else desk.say("chat.no_filters")


def _field(name: str) -> str:
    return "language" if name == "lang" else name


def _value(desk: Desk, name: str, value: str) -> str:
    if name == "publisher":
        return _publisher(desk, value)
    if name == "lang":
        if not re.fullmatch("[A-Za-z]{2,3}", value):
            raise CommandError(desk.say("chat.error.lang", typed=value, known="de, en, ru"))
        return value.lower()
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise CommandError(desk.say("chat.error.date", typed=value)) from None


def _publisher(desk: Desk, wanted: str) -> str:
    """As the articles write it, whatever the case. Raises CommandError with the nearest there is."""
    known = {h.publisher.casefold(): h.publisher for h in desk.heads() if h.publisher}
    begins = [name for name in known if re.search(rf"\b{re.escape(wanted.casefold())}", name)]
    found = known.get(wanted.casefold()) or (known[begins[0]] if len(begins) == 1 else None)
    if found:
        return found
    near = begins or get_close_matches(wanted.casefold(), known, cutoff=0.3) or sorted(known)
    named = desk.say.joined([plain_line(known[name]) for name in near[:_NAMED]])
    raise CommandError(desk.say("chat.error.publisher", typed=wanted, near=named or "–"))


def model(desk: Desk, rest: str) -> None:
    """Which one answers, or another from the next question on."""
    if rest:
        try:
            desk.set(read_settings({**desk.flags, "model": rest, "lang": desk.settings.lang}))
        except SettingError as error:
            raise CommandError(_why_not(error, rest, desk)) from None
    name = desk.settings.model
    desk.screen.note(desk.say("chat.model", name=name) if name else desk.say("chat.no_model"))


def _why_not(error: SettingError, typed: str, desk: Desk) -> str:
    """A name that is none is told in the interface's language; a missing key or address as the settings tell it."""
    return desk.say("chat.error.model", typed=typed) if ":" not in typed else str(error)


def language(desk: Desk, rest: str) -> None:
    if rest and rest not in INTERFACE_LANGUAGES:
        raise CommandError(desk.say("chat.error.lang", typed=rest, known=", ".join(INTERFACE_LANGUAGES)))
    if rest:
        desk.set(read_settings({**desk.flags, "model": desk.settings.model, "lang": rest}))
    desk.screen.note(desk.say("chat.lang", code=desk.settings.lang))


def cost(desk: Desk, rest: str) -> None:
    spent = desk.hands.spent()
    for line in embedding_notes(desk.embedding, desk.say):
        desk.screen.note(line)
    if not desk.settings.model and not spent.calls:
        desk.screen.note(desk.say("chat.no_cost"))
        return
    price = desk.say("chat.price_unknown") if spent.cost is None else f"{spent.cost:.4f} USD"
    desk.screen.note(
        desk.say(
            "chat.cost",
            n=spent.calls,
            kept=spent.kept,
            prompt=spent.prompt_tokens,
            reply=spent.reply_tokens,
            cost=price,
        )
    )
