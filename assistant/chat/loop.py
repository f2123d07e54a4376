"""Line by line until the user leaves: from a prompt on a terminal, or from whatever is piped in."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from typing import Protocol

from assistant.chat import answering
from assistant.chat.desk import Desk
from assistant.chat.keeping import recall
from assistant.chat.table import run_command
from assistant.chat.words import cleaned, command_of, is_whole
from assistant.show.blocks import Heading, Look, Paragraph, words
from assistant.show.errors import told
from assistant.show.plain import plain
from index.errors import SecondsourceError


class Ask(Protocol):
    """Gives what the user typed next. Raises EOFError on Ctrl-D, KeyboardInterrupt on Ctrl-C."""

    def __call__(self) -> str: ...


def converse(desk: Desk, ask: Ask) -> None:
    """On a terminal. Nothing that is typed ends it but Ctrl-D and /quit."""
    _welcome(desk)
    desk.screen.write("\n")
    while not desk.leaving:
        try:
            take(desk, cleaned(ask()))
            desk.screen.write("\n")
        except KeyboardInterrupt:
            desk.screen.note(desk.say("chat.leave_hint"))
        except EOFError:
            break
    desk.screen.note(desk.say("chat.bye", name=desk.session.name or desk.session.id) if desk.last else "")


def feed(desk: Desk, lines: Iterable[str]) -> int:
    """What is piped in, a question or command a line; returns the exit code: 1 if any of them failed."""
    for typed in _joined(lines):
        desk.screen.show((Heading(words(f"> {typed}")),))
        take(desk, typed)
        if desk.leaving:
            break
        desk.screen.write("\n")
    return 1 if desk.failed else 0


def take(desk: Desk, typed: str) -> None:
    """One line, done; what goes wrong is told, and the conversation goes on."""
    if not typed:
        return
    try:
        command = command_of(typed)
        if command:
            run_command(desk, *command)
        else:
            answering.question(desk, typed)
        for line in desk.news():
            desk.screen.note(line)
    except KeyboardInterrupt:
        desk.screen.note(f"\n{desk.say('chat.broken_off')}")
        if not desk.screen.terminal:
            raise
    except (SecondsourceError, OSError) as error:
        desk.failed = True
        desk.screen.complain(told(error, desk.say))
    except Exception:  # a bug: shown in full, but a long conversation does not end with it
        desk.failed = True
        desk.screen.errors.write(plain(traceback.format_exc()))
        desk.screen.complain(desk.say("chat.error.bug"))


def _joined(lines: Iterable[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        held += line
        if is_whole(held.rstrip("\n")):
            if text := cleaned(held):
                yield text
            held = ""
    if text := cleaned(held.rstrip("\n").rstrip("\\")):
        yield text


def _welcome(desk: Desk) -> None:
    if desk.last:
        recall(desk)
        return
    heads = desk.heads()
    if not heads:
        desk.screen.show(
            (
                Heading(words(desk.say("chat.first_title"))),
                Paragraph(words(desk.say("chat.first_text"))),
            )
        )
        return
    engine = desk.say("chat.model", name=desk.settings.model) if desk.settings.model else desk.say("chat.no_model")
    articles = desk.say("count.articles", n=len(heads))
    desk.screen.show(
        (
            Paragraph(words(desk.say("chat.welcome", articles=articles), Look.STRONG)),
            Paragraph(words(f"{engine} {desk.say('chat.hint')}", Look.FAINT)),
        )
    )
