"""What a command is, and what commands share: reading PATHs, and filters."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from assistant.commands.output import complain, note, say_for
from index.errors import CollectionError, InputError, SettingError

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.show.progress import ProgressBar
    from index.collection import AddReport, Collection
    from index.documents import Filters


_PUBLISHERS_TOLD = 8


class Command(Protocol):
    """One word after `secondsource`. Other packages add theirs through the entry point group of cli.py."""

    @property
    def name(self) -> str: ...

    @property
    def help(self) -> str: ...

    def configure(self, parser: ArgumentParser) -> None: ...

    def run(self, args: Namespace, settings: Settings) -> int:
        """The exit code. Raises SecondsourceError for what the user can mend."""
        ...


def progress_for(args: Namespace, settings: Settings) -> ProgressBar:
    from assistant.show.progress import ProgressBar

    return ProgressBar(say_for(settings), quiet=args.quiet)


@contextmanager
def articles_in_hand(args: Namespace, settings: Settings) -> Iterator[tuple[Collection, list[InputError]]]:
    """The PATHs of the command line, read into memory, with those that could not be; else the saved collection.

    Raises InputError where no PATH could be read.
    """
    from assistant.intake import open_collection

    if args.paths:
        with pile(args, settings, args.paths) as (collection, report):
            yield collection, report.failed
    else:
        with open_collection(settings) as collection:
            yield collection, []


@contextmanager
def pile(args: Namespace, settings: Settings, paths: Sequence[str]) -> Iterator[tuple[Collection, AddReport]]:
    """These paths, read into memory; what could not be read is told on standard error.

    Raises InputError where that is all of them.
    """
    from assistant.intake import read_pile

    with progress_for(args, settings) as progress, read_pile(settings, paths, progress) as (collection, report):
        progress.stop()
        if not report.added and report.failed:
            *others, last = report.failed
            complain(others)
            raise last
        complain(report.failed)
        yield collection, report


def add_paths(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help='files (.txt, .md, .html) or directories, "-" for standard input; '
        "without any, the saved collection is used",
    )


def add_filters(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("only articles")
    group.add_argument("--publisher", metavar="NAME", help="of this publisher")
    group.add_argument("--since", type=_day, metavar="DATE", help="published on this day or later (2025-07-01)")
    group.add_argument("--until", type=_day, metavar="DATE", help="published on this day or earlier")
    group.add_argument("--language", type=_language, metavar="CODE", help="in this language (de, en, ru …)")


def filters_of(args: Namespace) -> Filters:
    from index.documents import Filters

    if args.since and args.until and args.since > args.until:
        raise SettingError(f"--since {args.since} is after --until {args.until}, so no article fits. Swap the two.")
    return Filters(args.publisher, args.since, args.until, args.language)


def filters_left_nothing(
    args: Namespace, settings: Settings, collection: Collection, filters: Filters
) -> CollectionError | None:
    """What to tell where there are articles, but none that fits. Notes how many a span of days leaves out undated."""
    from index.documents import Filters

    if filters == Filters():
        return None
    say = say_for(settings)
    if filters.since or filters.until:
        heads = collection.heads(replace(filters, since=None, until=None))
        if undated := sum(h.published is None for h in heads):
            note(args, say("filters.undated", n=undated))
    if collection.languages(filters) or not (everything := collection.heads()):
        return None
    names = sorted({h.publisher or say("source.unknown_publisher") for h in everything}, key=str.casefold)
    publishers = ", ".join(names[:_PUBLISHERS_TOLD]) + (", …" if len(names) > _PUBLISHERS_TOLD else "")
    return CollectionError(
        say("filters.nothing", articles=say("count.articles", n=len(everything)), publishers=publishers)
    )


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date such as 2025-07-31") from None


def _language(text: str) -> str:
    if not re.fullmatch("[A-Za-z]{2,3}", text):
        raise ArgumentTypeError(f"{text!r} is not a language code such as de, en or ru")
    return text.lower()
