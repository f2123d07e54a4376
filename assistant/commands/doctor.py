"""doctor: is everything in order, and if not, can it be mended?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from assistant.commands.output import emit, say_for
from index.errors import ModelError, NoCollection, SettingError

_WAIT = 10  # seconds for an endpoint to answer
_SHOWN = 12  # models that are named

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.show.health import Check


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
    from assistant.pipeline import open_collection
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
        if choice is None:
            return Check("model", State.NOTE, say("doctor.model.none"))
        from assistant.model.asking import NoReply
        from assistant.model.endpoint import models_at
        from assistant.model.make import manner_of

        try:
            models = models_at(choice, timeout=_WAIT)
        except NoReply as fault:
            return Check("model", State.BAD, f"{choice.where}: {fault}")
    except (ModelError, SettingError) as error:
        return Check("model", State.BAD, str(error))
    where = choice.where
    if models and choice.name not in models:
        return Check(
            "model",
            State.BAD,
            say("doctor.model.missing", where=where, name=choice.name, models=", ".join(models[:_SHOWN])),
        )
    rung = manner_of(choice).rung
    return Check(
        "model",
        State.GOOD,
        say("doctor.model.good", model=choice.title, where=where, models=len(models), rung=rung, window=choice.window),
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
