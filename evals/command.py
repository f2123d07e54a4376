"""`secondsource eval`: measures the assistant, and says whether each figure keeps its bar."""

from __future__ import annotations

import importlib
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.output import note, write_file
from evals.render import to_markdown, to_text

if TYPE_CHECKING:
    from assistant.settings import Settings
    from evals.report import Table

_PREFACE = """# How good it is

Written by `secondsource eval --format md`; every figure is what that run measured. Machines are noisy: compare ratios.
`own` sets are in evals/data; the others are read from the folder of `--data`, and are skipped where they are not there.
"""
SUITES = ("cleaning", "quotes", "quotations", "retrieval", "summaries", "answers", "sourcing", "speed")


class Eval:
    name = "eval"
    help = "measure how well this works, beside baselines"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource eval\n"
            "  secondsource eval retrieval answers --data ../benchmarks\n"
            "  secondsource eval speed --articles 10000\n"
            "  secondsource eval sourcing --data ../benchmarks\n"
            "  secondsource eval cleaning --data ../benchmarks --format md -o cleaning.md"
        )
        parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"any of: {', '.join(SUITES)} (default: all)")
        parser.add_argument("--data", type=Path, metavar="DIR", help="folder of public sets to measure on as well")
        parser.add_argument("--articles", type=int, default=1_000, metavar="N", help="size of the speed suite")
        parser.add_argument(
            "--set",
            choices=("shared", "own"),
            help="stories of the sourcing suite: those in --data, or our own (default: shared with --data, else own)",
        )

    def run(self, args: Namespace, settings: Settings) -> int:
        from index.errors import SettingError

        unknown = [s for s in args.suites if s not in SUITES]
        if unknown:
            raise SettingError(f"There is no suite {', '.join(unknown)}. There are: {', '.join(SUITES)}.")
        if args.data and not args.data.is_dir():
            raise SettingError(f"{args.data}: no such folder. Give --data the folder that holds the sets.")
        tables: dict[str, Table] = {}
        for suite in args.suites or SUITES:
            note(args, f"{suite} …")
            tables[suite] = _table(suite, args)
            if settings.format == "text" and not args.output:
                print(to_text(tables[suite]), flush=True)  # a suite takes minutes: show each when it is there
        if settings.format != "text" or args.output:
            _write(tables, args, settings)
        return 0 if all(bar.kept for table in tables.values() for bar in table.bars) else 1


def _write(tables: Mapping[str, Table], args: Namespace, settings: Settings) -> None:
    from assistant.show.json_output import envelope, to_json

    if settings.format == "json":
        text = to_json(envelope("eval", settings, tables=[asdict(table) for table in tables.values()]))
    elif settings.format == "md":
        text = "\n".join([_PREFACE, *(to_markdown(table, _about(suite)) for suite, table in tables.items())])
    else:
        text = "\n".join(map(to_text, tables.values()))
    if args.output in (None, "-"):
        print(text, end="")
    else:
        write_file(Path(args.output), text)


def _about(suite: str) -> str:
    """What the suite says of itself: what is measured, how, and on what."""
    return (importlib.import_module(f"evals.suites.{suite}").__doc__ or "").strip()


def _table(suite: str, args: Namespace) -> Table:
    module = importlib.import_module(f"evals.suites.{suite}")
    more = {"speed": [args.articles], "sourcing": [args.set]}.get(suite, [])
    table: Table = module.run(args.data, *more)
    return table


command = Eval()
