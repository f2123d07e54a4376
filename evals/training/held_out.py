"""`python -m evals.training.held_out`: how well the judge does on stories that it has not learnt from.

Each development story is left out of the learning in turn and measured, as `eval sourcing` measures, with a judge that
the others taught. The figures are of the statements of all stories together. What they do not say:
constants outside the weights were set with these stories in sight.
"""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from assistant.hands import Engine, engine
from assistant.judge.embedded import EmbeddedJudge
from assistant.judge.weighing import Weighings
from evals.asked import Assistant
from evals.formats.stories import Story, stories
from evals.harness.cases import OURS
from evals.harness.journal import code_digest
from evals.harness.record import SCHEMA, Row, Run, SetRecord, SuiteRecord, read_run, to_dict
from evals.harness.run import summed
from evals.harness.watch import graded
from evals.report.against import table
from evals.report.text import run_line, suite_text, table_text
from evals.suites.sourcing import cases_of, digest_of
from evals.training.examples import Example, of_story
from evals.training.learn import DEVELOPMENT, left_out, taught

_SUITE, _SET = "sourcing", "development, held out"
_SEED = 1


class _Weighed(Assistant):
    """The embedded assistant, its judge weighing otherwise."""

    def __init__(self, weighings: Weighings) -> None:
        super().__init__()
        self._weighings = weighings

    @cached_property
    def hands(self) -> Engine:
        return replace(engine(self.settings), judge=EmbeddedJudge(self._weighings))


def held_out(found: Sequence[Story], jobs: int) -> Run:
    """The record of a run over these stories, each judged by what the others taught."""
    began = time.perf_counter()
    with _each(jobs) as each:
        examples = list(each(of_story, found))
        weighings = _weighings(examples)
        rows = [row for story in each(_measured, found, weighings) for row in story]
    record = summed(_SUITE, SetRecord(_SET, "evals/data", digest_of(found), len(rows), rows=tuple(rows)), _SEED)
    suite = SuiteRecord(_SUITE, (__doc__ or "").strip(), round(time.perf_counter() - began, 1), (record,))
    return Run(SCHEMA, version("secondsource"), code_digest(), None, "lexical", {}, _SEED, 0, (suite,))


@contextmanager
def _each(jobs: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """`map`, in so many processes; started anew, because Chroma's threads do not survive a fork."""
    if jobs == 1:
        yield map
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield pool.map


def _weighings(examples: Sequence[Sequence[Example]]) -> list[Weighings]:
    """For each story what the others taught; of what claims say together they teach as they are weighed by others."""
    claims = left_out(examples, len(examples))
    seen = [[(e, own.weighed(e)) for e in story] for own, story in zip(claims, examples, strict=True)]
    return [taught(own, [pair for m, of in enumerate(seen) if m != n for pair in of]) for n, own in enumerate(claims)]


def _measured(story: Story, weighings: Weighings) -> list[Row]:
    return [graded(case) for case in cases_of(_Weighed(weighings), story)]


def _by_story(run: Run) -> str:
    """The share of each story's statements whose standing is right."""
    right: dict[str, list[float]] = {}
    for row in run.suites[0].sets[0].rows:
        right.setdefault(row.case.partition("/")[0], []).append(row.parts(OURS)["standing"][0])
    return "\n".join(f"{name:32}{sum(of) / len(of):6.3f}{len(of):5}" for name, of in right.items())


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m evals.training.held_out", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2); the figures are the same")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="keep the record of the run")
    parser.add_argument("--against", type=Path, metavar="FILE", help="a record kept earlier: what has changed since")
    return parser.parse_args()


def main() -> None:
    args = _arguments()
    before = read_run(args.against) if args.against else None
    run = held_out(stories(DEVELOPMENT), args.jobs)
    print(suite_text(run.suites[0]), f"standing, by story\n{_by_story(run)}", sep="\n")
    if before:
        print("", table_text(table(before, run)), sep="\n")
    print(f"\n{run_line(run)}, {run.suites[0].seconds:.0f} s")
    if args.output:
        args.output.write_text(json.dumps(to_dict(run), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
