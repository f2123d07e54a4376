"""`secondsource eval`: measures the assistant, and says whether each figure keeps its bar."""

from __future__ import annotations

import importlib
import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.settings import Settings
    from evals.report import Table

SUITES = ("cleaning", "retrieval", "summaries", "answers", "speed")


class Eval:
    name = "eval"
    help = "measure how well this works, beside baselines"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  secondsource eval\n"
            "  secondsource eval retrieval answers --data ../benchmarks\n"
            "  secondsource eval speed --articles 10000"
        )
        parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"any of: {', '.join(SUITES)} (default: all)")
        parser.add_argument("--data", type=Path, metavar="DIR", help="folder of public sets to measure on as well")
        parser.add_argument("--articles", type=int, default=1_000, metavar="N", help="size of the speed suite")

    def run(self, args: Namespace, settings: Settings) -> int:
        from evals.terminal import show
        from index.errors import SettingError

        unknown = [s for s in args.suites if s not in SUITES]
        if unknown:
            raise SettingError(f"There is no suite {', '.join(unknown)}. There are: {', '.join(SUITES)}.")
        if args.data and not args.data.is_dir():
            raise SettingError(f"{args.data}: no such folder. Give --data the folder that holds the sets.")
        tables = []
        for suite in args.suites or SUITES:
            if not args.quiet:
                print(f"{suite} …", file=sys.stderr, flush=True)
            tables.append(_table(suite, args))
            if settings.format != "json":
                show(tables[-1])
        if settings.format == "json":
            print(json.dumps({"schema": "secondsource/1", "command": "eval", "tables": [asdict(t) for t in tables]}))
        return 0 if all(bar.kept for table in tables for bar in table.bars) else 1


def _table(suite: str, args: Namespace) -> Table:
    module = importlib.import_module(f"evals.suites.{suite}")
    table: Table = module.run(args.data, args.articles) if suite == "speed" else module.run(args.data)
    return table


command = Eval()
