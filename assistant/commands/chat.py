"""chat: a conversation with the articles."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.command import add_filters, add_paths, filters_of
from assistant.commands.formats import UNFORMATTED
from index.errors import SettingError

if TYPE_CHECKING:
    from assistant.chat.desk import Desk
    from assistant.settings import Settings


class Chat:
    name = "chat"
    formats = UNFORMATTED
    help = "ask, follow up, look at the passages: a conversation with the articles"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "Type a question, or /help. Ctrl-C breaks an answer off, Ctrl-D leaves. Every exchange is kept.\n"
            "With -o FILE the session is exported when you leave (.md, .html, .json).\n\n"
            "examples:\n"
            "  secondsource chat examples\n"
            "  secondsource chat -c                    go on with the last session\n"
            "  echo 'Wer hat die Taliban anerkannt?' | secondsource chat examples"
        )
        add_paths(parser)
        again = parser.add_mutually_exclusive_group()
        again.add_argument(
            "-c", "--continue", dest="again", action="store_true", help="go on with the session used last"
        )
        again.add_argument("--session", metavar="ID", help="go on with this session: its id or its name")
        add_filters(parser)
        parser.set_defaults(refuse=parser.error)

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.chat.loop import feed

        if settings.format != "text":
            place = settings.place("format")
            raise SettingError(
                f"{place}: a chat is text. Leave it out, and export with `/export FILE.{settings.format}`."
            )
        if "-" in args.paths:
            args.refuse('questions are read from standard input: "-" cannot be an article too')
        if args.output:
            _check_ending(args.output, settings)
        desk = _desk(args, settings)
        try:
            code = 0 if desk.screen.terminal else feed(desk, _lines())
            if desk.screen.terminal:
                _talk(desk)
            _export(args, desk)
        finally:
            desk.close()
        return code


def _check_ending(output: str, settings: Settings) -> None:
    """Told before the conversation, not when it is over."""
    from assistant.chat.report import format_of
    from assistant.show.say import Say

    format_of(Path(output), Say(settings.lang))


def _desk(args: Namespace, settings: Settings) -> Desk:
    from assistant.chat.desk import Desk
    from assistant.chat.screen import Screen
    from assistant.chat.sessions import Sessions

    sessions = Sessions(settings.data_dir)
    known = sessions.named(args.session) if args.session else sessions.last() if args.again else None
    session = known or sessions.new()
    paths = args.paths or (() if args.collection else session.paths)
    if not session.exchanges:
        session.paths = tuple(str(Path(path).absolute()) if Path(path).exists() else path for path in paths)
    desk = Desk(settings, vars(args), Screen.standard(), sessions, session, paths, filters_of(args))
    if paths:
        desk.open()
    return desk


def _lines() -> Iterator[str]:
    """Of standard input; what is no text in its encoding becomes a mark, and ends nothing."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    yield from sys.stdin


def _talk(desk: Desk) -> None:
    from assistant.chat.ending import orderly_ending
    from assistant.chat.loop import converse
    from assistant.chat.warm import Warming

    prompt = _prompt(desk)
    warming = Warming(desk)
    try:
        with orderly_ending():
            converse(desk, prompt)
    finally:
        warming.stop()


def _prompt(desk: Desk) -> Callable[[], str]:
    if not desk.screen.can_move:
        from assistant.chat.plain_prompt import plain_prompt

        return plain_prompt
    from assistant.chat.complete import offers
    from assistant.chat.prompt import Prompt
    from assistant.show.text import wants_colour

    colour = wants_colour(desk.screen.terminal)
    return Prompt(desk.settings.data_dir, lambda typed: offers(typed, desk), colour=colour)


def _export(args: Namespace, desk: Desk) -> None:
    if args.output not in (None, "-") and desk.last:
        from assistant.chat.keeping import export_to

        export_to(desk, Path(args.output))
