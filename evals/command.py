"""`secondsource eval`: measures the assistant, part by part, beside baselines, and holds it to its floors."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.output import note, tell_used, write_file

if TYPE_CHECKING:
    from assistant.settings import Settings
    from evals.asked import Assistant
    from evals.harness.record import Run, SuiteRecord
    from evals.report.floors import Held
    from evals.report.tables import Table

_EXAMPLES = """examples:
  secondsource eval                                         every suite, on our own data
  secondsource eval retrieval answers --data ../benchmarks  on public sets as well
  secondsource eval sourcing gate --json -o now.json        a record of the run
  secondsource eval sourcing gate --against now.json        what has changed since
  secondsource eval --floors evals/floors.json --limit 40   exit code 1 where a measure has dropped
  secondsource eval --html report.html                      a page with pictures
  secondsource eval sourcing --case 'windpark-*' -v         single cases, each with what it got
  secondsource eval speed --articles 1000,10000"""
_SUITES = "cleaning, quotes, quotations, retrieval, sourcing, entailment, summaries, answers, gate, injection, speed"


class Eval:
    name = "eval"
    help = "measure how well this works, beside baselines"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = _EXAMPLES
        parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"any of: {_SUITES} (default: all)")
        data = parser.add_argument_group("what is measured")
        data.add_argument("--data", type=Path, metavar="DIR", help="folder of public sets to measure on as well")
        data.add_argument(
            "--set",
            choices=("shared", "own"),
            help="stories of the sourcing suite: those in --data, or our own (default: shared with --data, else own)",
        )
        data.add_argument(
            "--limit", type=_positive, default=0, metavar="N", help="at most N cases a set, drawn by --seed"
        )
        data.add_argument(
            "--case", action="append", metavar="ID", help="only cases with this id (* stands for anything)"
        )
        data.add_argument(
            "--articles", type=_sizes, default=(300,), metavar="N,N", help="sizes of the speed suite (default: 300)"
        )
        data.add_argument(
            "--seed", type=int, default=1, metavar="N", help="for what is drawn: cases, intervals (default: 1)"
        )
        data.add_argument("--resume", action="store_true", help="go on where the same run was interrupted")
        held = parser.add_argument_group("what it is held against")
        held.add_argument("--against", type=Path, metavar="RUN", help="the JSON of an earlier run: what has changed")
        held.add_argument("--floors", type=Path, metavar="FILE", help="exit code 1 where a measure is below its floor")
        held.add_argument("--record-floors", type=Path, metavar="FILE", help="write floors a bit under these figures")
        held.add_argument("--html", type=Path, metavar="FILE", help="also write a self-contained page with pictures")

    def run(self, args: Namespace, settings: Settings) -> int:
        from evals.asked import Assistant
        from evals.report.against import table
        from evals.report.floors import held, read_floors, recorded

        floors = read_floors(args.floors) if args.floors else []
        before = _earlier(args)
        assistant = Assistant(settings)
        try:
            run = _run(args, settings, assistant)
        except KeyboardInterrupt:
            note(args, "Stopped. The same with --resume goes on from here.")
            tell_used(args, settings, assistant.hands)
            raise
        told = held(floors, run.suites)
        against = table(before, run) if before else None
        _show(args, settings, run, told, against, assistant)
        tell_used(args, settings, assistant.hands)
        if args.record_floors:
            rows = ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in recorded(run.suites))
            write_file(args.record_floors, f"[\n{rows}\n]\n")
        return 1 if any(h.broken for h in told) else 0


def _earlier(args: Namespace) -> Run | None:
    from evals.harness.record import read_run

    return read_run(args.against) if args.against else None


def _run(args: Namespace, settings: Settings, assistant: Assistant) -> Run:
    from evals.harness.whole import Asked, whole_run

    asked = Asked(
        tuple(args.suites),
        args.data,
        args.set,
        args.limit,
        tuple(args.case or ()),
        args.articles,
        args.seed,
        args.resume,
    )
    terminal = settings.format == "text" and not args.output

    def done(suite: SuiteRecord) -> None:
        from evals.report.text import cases_text, suite_text

        if terminal:
            print(
                cases_text(suite) if args.verbose else "", suite_text(suite), sep="", flush=True
            )  # a suite takes minutes: show each when it is there

    from assistant.commands.command import progress_for

    with progress_for(args, settings) as progress:
        return whole_run(asked, settings, progress, done, lambda text: note(args, text), assistant)


def _show(
    args: Namespace, settings: Settings, run: Run, held: list[Held], against: Table | None, assistant: Assistant
) -> None:
    from evals.report.html import to_html

    if args.html:
        write_file(args.html, to_html(run, held, against))
    if settings.format == "text" and not args.output:
        print("\n".join(_closing(run, held, against)))
        return
    text = _text(settings, run, held, against, assistant)
    if args.output in (None, "-"):
        print(text, end="")
    else:
        write_file(Path(args.output), text)
        for line in (str(h) for h in held if h.broken):
            note(args, line)


def _text(settings: Settings, run: Run, held: list[Held], against: Table | None, assistant: Assistant) -> str:
    from assistant.show.json_output import envelope, to_json
    from assistant.show.used import used_json
    from evals.harness.record import to_dict
    from evals.report.html import to_html
    from evals.report.page import page
    from evals.report.text import suite_text

    if settings.format == "json":
        floors = [{"floor": str(h), "broken": h.broken} for h in held]
        used = used_json(settings, assistant.hands.ledger, assistant.hands.spent())
        return to_json(envelope("eval", settings, (), **used, run=to_dict(run), floors=floors))
    if settings.format == "html":
        return to_html(run, held, against)
    if settings.format == "md":
        return page(run)
    return "\n".join([*map(suite_text, run.suites), *_closing(run, held, against)]) + "\n"


def _closing(run: Run, held: list[Held], against: Table | None) -> Iterator[str]:
    from evals.report.text import run_line, table_text

    if against:
        yield table_text(against)
    yield from map(str, held)
    yield run_line(run)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a number of cases")
    return int(text)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_positive(part) for part in text.split(","))


command = Eval()
