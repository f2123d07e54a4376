"""doctor: is everything in order, and if not, can it be mended?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from assistant.commands.output import emit, say_for
from index.errors import ModelError, NoCollection, SettingError

_SHOWN = 12  # models that are named

if TYPE_CHECKING:
    from assistant.model.choice import Choice
    from assistant.settings import Settings
    from assistant.show.health import Check
    from assistant.show.say import Say


class Doctor:
    name = "doctor"
    help = "check the saved collection, and mend it"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = "examples:\n  secondsource doctor\n  secondsource doctor --repair --collection laos"
        parser.add_argument("--repair", action="store_true", help="mend what can be mended, then check again")
        parser.add_argument(
            "--fetch-table",
            action="store_true",
            help="fetch tiktoken's table from the network, to count tokens exactly",
        )

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.show.health import State, checks_json, checks_page

        if args.fetch_table:
            _fetch_table(settings)
        checks = (*_collection(settings, repair=args.repair), _model(settings), _tokens(settings))
        emit(args, settings, lambda say: checks_page(checks, say), lambda: checks_json(settings, checks))
        return 1 if any(check.state is State.BAD for check in checks) else 0


def _collection(settings: Settings, *, repair: bool) -> tuple[Check, ...]:
    from assistant.embedding import embedder_for
    from assistant.findings.remember import embedded_bytes
    from assistant.intake import open_collection
    from assistant.show.health import Check, State, embedder_check, health_checks
    from index import doctor

    try:
        with open_collection(settings) as collection:
            mended = doctor.repair(collection, collection.embedder, embedded_bytes) if repair else None
            health = mended or doctor.examine(collection)
            say = say_for(settings)
            return *health_checks(health, collection.described, say), embedder_check(collection.embedder, say)
    except NoCollection as error:
        return Check("collection", State.NOTE, str(error)), embedder_check(embedder_for(settings), say_for(settings))


def _model(settings: Settings) -> Check:
    """Whether the chosen model is there, and how its endpoint takes requests. Only a chosen one is asked anything."""
    from assistant.model.choice import choice_of
    from assistant.show.health import Check, State

    say = say_for(settings)
    try:
        choice = choice_of(settings)
        return _answering(choice, say) if choice else Check("model", State.NOTE, say("doctor.model.none"))
    except (ModelError, SettingError) as error:
        return Check("model", State.BAD, str(error))


def _answering(choice: Choice, say: Say) -> Check:
    from assistant.model.asking import NoReply
    from assistant.model.probe import among, form, listed
    from assistant.show.health import Check, State

    where = choice.where
    try:
        models = listed(choice)
        if models and not among(choice.name, models):
            shown = ", ".join(models[:_SHOWN])
            told = say("doctor.model.missing", where=where, name=choice.name, models=shown)
            return Check("model", State.BAD, told)
        rung = form(choice)
    except NoReply as fault:
        told = say("doctor.model.mute", model=choice.title, where=where, why=say(f"model.why.{fault.why}"))
        return Check("model", State.BAD, f"{told} {fault.detail}".strip())
    name = "doctor.model.other" if models is None else "doctor.model.good"
    shape = say(f"doctor.form.{rung.name.lower()}")
    return Check(
        "model",
        State.GOOD,
        say(name, model=choice.title, where=where, models=len(models or ()), form=shape, window=choice.window),
    )


def _tokens(settings: Settings) -> Check:
    from assistant.show.health import Check, State
    from index.tokens import token_counter

    return Check("tokens", State.NOTE, say_for(settings)("doctor.tokens", who=token_counter()))


def _fetch_table(settings: Settings) -> None:
    from index.tokens import fetch_table

    if settings.offline:
        raise SettingError(f"--fetch-table needs the network, and {settings.place('offline')} forbids it.")
    try:
        fetch_table()
    except OSError as error:
        raise SettingError(f"--fetch-table: the table could not be fetched ({error}). Try again later.") from None
