"""`secondsource eval`: measures the assistant, part by part, beside baselines, and holds it to its floors."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.output import note, tell_used, write_file

if TYPE_CHECKING:
    from assistant.settings import Settings
    from evals.asked import Assistant
    from evals.harness.record import Run, SuiteRecord
    from evals.report.floors import Held
    from evals.report.tables import Table
    from evals.report.targets import Reached, Target


@dataclass(frozen=True, slots=True)
class Beside:
    """What a run is held against."""

    held: list[Held]
    reached: list[Reached]
    against: Table | None


_EXAMPLES = """examples:
  secondsource eval                                         every suite, on our own data
  secondsource eval retrieval answers --data ../benchmarks  on public sets as well
  secondsource eval sourcing gate --json -o now.json        a record of the run
  secondsource eval sourcing gate --against now.json        what has changed since
  secondsource eval --floors evals/floors.json --limit 40   exit code 1 where a measure has dropped
  secondsource eval --data ../benchmarks --targets evals/targets.json   what is reached of what was to be
  secondsource eval --html report.html                      also as a page with pictures
  secondsource eval --kept now.json --format html -o now.html   a kept run as a page
  secondsource eval sourcing --case 'windpark-*' -v         single cases, each with what it got
  secondsource eval speed --articles 1000,10000"""
_SUITES = "cleaning, quotes, quotations, retrieval, sourcing, entailment, summaries, answers, gate, injection, speed"


class Eval:
    name = "eval"
    help = "measure how well this works, beside baselines"
    formats = ("text", "md", "html", "json")

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = _EXAMPLES
        parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"any of: {_SUITES} (default: all)")
        data = parser.add_argument_group("what is measured")
        data.add_argument("--data", type=Path, metavar="DIR", help="folder of public sets to measure on as well")
        data.add_argument(
            "--set",
            choices=("shared", "own", "blind", "read"),
            help="stories of the sourcing suite: in --data, our own, nine more, or eight whose errors were read "
            "(default: --data, else own)",
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
        data.add_argument("--kept", type=Path, metavar="RUN", help="measure nothing: show a kept run (its JSON) again")
        held = parser.add_argument_group("what it is held against")
        held.add_argument("--against", type=Path, metavar="RUN", help="the JSON of an earlier run: what has changed")
        held.add_argument("--floors", type=Path, metavar="FILE", help="exit code 1 where a measure is below its floor")
        held.add_argument("--targets", type=Path, metavar="FILE", help="show what is to be reached beside each figure")
        held.add_argument("--record-floors", type=Path, metavar="FILE", help="write floors a bit under these figures")
        held.add_argument("--html", type=Path, metavar="FILE", help="also write a self-contained page with pictures")

    def run(self, args: Namespace, settings: Settings) -> int:
        from evals.asked import Assistant
        from evals.report.against import table
        from evals.report.floors import held, read_floors, recorded
        from evals.report.targets import reached, read_targets

        floors = read_floors(args.floors) if args.floors else []
        targets = read_targets(args.targets, settings.model) if args.targets else []
        before = _record(args.against)
        assistant = Assistant(settings)
        try:
            run = _record(args.kept) or _run(args, settings, targets, assistant)
        except KeyboardInterrupt:
            tell_used(args, settings, assistant.hands)
            raise
        against = table(before, run) if before else None
        beside = Beside(held(floors, run.suites), reached(targets, run.suites), against)
        _show(args, settings, run, beside, assistant)
        tell_used(args, settings, assistant.hands)
        if args.record_floors:
            rows = ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in recorded(run.suites))
            write_file(args.record_floors, f"[\n{rows}\n]\n")
        return 1 if any(h.broken for h in beside.held) else 0


def _record(file: Path | None) -> Run | None:
    from evals.harness.record import read_run

    return read_run(file) if file else None


def _run(args: Namespace, settings: Settings, targets: list[Target], assistant: Assistant) -> Run:
    from evals.harness.whole import Asked, whole_run
    from evals.report.targets import reached

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
            shown = suite_text(suite, reached(targets, [suite]))
            # A suite takes minutes: show each when it is there.
            print(cases_text(suite) if args.verbose else "", shown, sep="", flush=True)

    from assistant.commands.command import progress_for

    with progress_for(args, settings) as progress:
        return whole_run(asked, settings, progress, done, lambda text: note(args, text), assistant)


def _show(args: Namespace, settings: Settings, run: Run, beside: Beside, assistant: Assistant) -> None:
    from evals.report.html import to_html

    if args.html:
        write_file(args.html, to_html(run, beside.held, beside.against, beside.reached))
    if settings.format == "text" and not args.output and not args.kept:  # the suites have been shown as they came
        print("\n".join(_closing(run, beside)))
        return
    text = _text(settings, run, beside, assistant)
    if args.output in (None, "-"):
        print(text, end="")
    else:
        write_file(Path(args.output), text)
        for line in (str(h) for h in beside.held if h.broken):
            note(args, line)


def _text(settings: Settings, run: Run, beside: Beside, assistant: Assistant) -> str:
    from assistant.show.json_output import envelope, to_json
    from assistant.show.used import used_json
    from evals.harness.record import to_dict
    from evals.report.html import to_html
    from evals.report.page import page
    from evals.report.text import suite_text

    if settings.format == "json":
        floors = [{"floor": str(h), "broken": h.broken} for h in beside.held]
        targets = [{"target": str(r), "met": r.met, "measured": r.value is not None} for r in beside.reached]
        used = used_json(settings, assistant.hands.ledger, assistant.hands.spent())
        return to_json(envelope("eval", settings, (), **used, run=to_dict(run), floors=floors, targets=targets))
    if settings.format == "html":
        return to_html(run, beside.held, beside.against, beside.reached)
    if settings.format == "md":
        return page(run, beside.reached)
    return "\n".join([*(suite_text(s, beside.reached) for s in run.suites), *_closing(run, beside)]) + "\n"


def _closing(run: Run, beside: Beside) -> Iterator[str]:
    from evals.report import floors, targets
    from evals.report.text import run_line, table_text

    if beside.against:
        yield table_text(beside.against)
    yield from targets.summary(beside.reached)
    yield from floors.summary(beside.held)
    yield run_line(run)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a number of cases")
    return int(text)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_positive(part) for part in text.split(","))


command = Eval()
