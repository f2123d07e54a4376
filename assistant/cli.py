"""The command line: flags to settings, a command to its result, an error to a message and an exit code.

It starts fast because it loads nothing heavy: commands import what they need when they run.
"""

from __future__ import annotations

import os
import sys
from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points, version
from textwrap import fill

from assistant.commands.care import Config, Schema
from assistant.commands.chat import Chat
from assistant.commands.command import Command
from assistant.commands.completion import Completion
from assistant.commands.doctor import Doctor
from assistant.commands.formats import explained, formats_of, with_format
from assistant.commands.keeping import Add, List, Reindex, Remove, Show
from assistant.commands.output import complain
from assistant.commands.reading import Ask, Search, Summarize
from assistant.commands.sourcing import Check, Claims, Findings
from assistant.settings import FORMATS, INTERFACE_LANGUAGES, read_settings
from index.errors import SecondsourceError
from index.garbage import look_seldom

GROUP = "secondsource.commands"
DONE, FAILED, WRONG, INTERRUPTED = 0, 1, 2, 130
_LAYOUT = RawDescriptionHelpFormatter
_ABOUT = """Reads a pile of messy scraped news articles, and says what they say in which
exact words, who says so, ultimately, and what contradicts it."""
_LINE = 79  # characters
_EPILOG = """first steps:
  secondsource summarize FILE FOLDER …       a summary of just these, nothing is kept
  secondsource check "CLAIM" FILE FOLDER …   who says so, and how well it is sourced
  secondsource add FILE FOLDER …             keep articles in a collection
  secondsource ask "Who says so?"            ask the collection
  secondsource chat                          talk about it, with follow-up questions
  secondsource COMMAND --help                more on a command, with examples

Everything works without a key and without a network."""


def main(argv: Sequence[str] | None = None) -> int:
    """The whole program; returns the exit code: 0 done, 1 a clear error, 2 wrong usage, 130 Ctrl-C."""
    look_seldom()
    _tolerate_narrow_streams()
    try:
        parser = build_parser()
        if not (sys.argv[1:] if argv is None else argv):  # who types no more wants to know what to type
            parser.print_help(sys.stderr)
            return WRONG
        return _run(parser.parse_args(argv))
    except SystemExit as leaving:  # argparse: 0 after --help, 2 after wrong usage
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except KeyboardInterrupt:
        sys.stderr.write("\nsecondsource: stopped. Nothing is half-stored; the same command can be run again.\n")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`head`) has enough. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


class _Program(ArgumentParser):
    """Tells the nearest command where one is mistyped."""

    def _check_value(self, action: Action, value: str) -> None:
        if action.choices is None or value in action.choices:
            return
        from difflib import get_close_matches

        near = get_close_matches(value, list(action.choices), n=1)
        meant = f" Did you mean `secondsource {near[0]}`?" if near else ""
        self.error(f"there is no command {value!r}.{meant} `secondsource --help` lists them all.")


class _CommandParser(ArgumentParser):
    """Takes PATHs before, between and after flags; what it does not know is told with its own usage."""

    _inside = False  # argparse reads intermixed arguments by calling parse_known_args again

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        if self._inside or "--" in (args or ()):  # intermixed reading would forget what stands behind "--"
            return super().parse_known_args(args, namespace)
        self._inside = True
        try:
            parsed, unknown = self.parse_known_intermixed_args(args, namespace)
        finally:
            self._inside = False
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return parsed, unknown


def _run(args: Namespace) -> int:
    command: Command = args.command
    try:
        return command.run(args, with_format(args, read_settings(vars(args)), command))
    except SecondsourceError as error:
        complain([error])
        return FAILED


def _tolerate_narrow_streams() -> None:
    """A terminal that knows few characters gets escapes for the others, instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def build_parser() -> ArgumentParser:
    parser = _Program("secondsource", description=_ABOUT, epilog=_EPILOG, formatter_class=_LAYOUT)
    parser.add_argument("--version", action="version", version=f"secondsource {version('secondsource')}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_CommandParser)
    for command in (*_own(), *_registered()):
        about = fill(f"{command.help[0].upper()}{command.help[1:]}.", _LINE)
        subparser = subparsers.add_parser(command.name, help=command.help, description=about, formatter_class=_LAYOUT)
        command.configure(subparser)
        _add_common(subparser, formats_of(command))
        subparser.set_defaults(command=command)
    return parser


def _own() -> tuple[Command, ...]:
    reading = Summarize(), Ask(), Chat(), Check(), Findings(), Claims(), Search(), Show()
    return *reading, Add(), List(), Remove(), Reindex(), Doctor(), Config(), Schema(), Completion()


def _registered() -> Iterator[Command]:
    """Commands of other packages. One that cannot be loaded is told of and does not stop the others."""
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            yield entry.load()
        except (ImportError, AttributeError) as error:
            complain([SecondsourceError(f"the command {entry.name!r} is left out, as it cannot be loaded: {error}")])


def _add_common(parser: ArgumentParser, formats: tuple[str, ...]) -> None:
    output = parser.add_argument_group("output")
    shape = output.add_mutually_exclusive_group()
    shape.add_argument("--format", choices=formats or FORMATS, help=explained(formats) or "has no effect here")
    shape.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
    output.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write the result to this file, whole or not at all; its ending (.txt .md .html .json .jsonld) tells the "
        "format where --format does not",
    )
    output.add_argument("--lang", choices=INTERFACE_LANGUAGES, help="language of headings, labels and notes")
    loud = output.add_mutually_exclusive_group()
    loud.add_argument("-q", "--quiet", action="store_true", help="only the result and errors, no notes, no progress")
    loud.add_argument(
        "-v", "--verbose", action="store_true", help="more: with each source, the passage around the words"
    )
    work = parser.add_argument_group("what it works with")
    work.add_argument("--collection", metavar="NAME", help='the saved collection (default: "default")')
    work.add_argument(
        "--model",
        metavar="NAME",
        help='openai:NAME, ollama:NAME … (docs/models.md), or "none": by rules, on this machine',
    )
    work.add_argument("--base-url", metavar="URL", help="where an OpenAI-compatible model answers (http://…/v1)")
    work.add_argument(
        "--budget", metavar="N", help='the most to spend on model and embedder: tokens ("20000") or "0.50$"'
    )
    work.add_argument("--fresh", action="store_true", help="ask the model anew, whatever replies are kept on disk")
    work.add_argument(
        "--embedder",
        metavar="NAME",
        help="lexical, openai:NAME, ollama:NAME, sentence-transformers:NAME_OR_FOLDER "
        "(default: the collection's own; a new one's is lexical)",
    )
    work.add_argument("--offline", action="store_true", help="refuse whatever would need a network")
