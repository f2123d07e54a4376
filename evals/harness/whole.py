"""A whole run: which suites, on what, and its record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import astuple, dataclass
from importlib.metadata import version
from pathlib import Path

from assistant.settings import Settings
from evals.asked import Assistant
from evals.harness.bench import Bench
from evals.harness.journal import Journal, code_digest
from evals.harness.record import SCHEMA, Run, SuiteRecord
from evals.harness.run import SUITES, Chosen, Progress, measured
from evals.harness.watch import Watch
from index.embedding.embedder import LEXICAL
from index.errors import SettingError
from prompts.load import load, names


@dataclass(frozen=True, slots=True)
class Asked:
    """`suites`: none for all. `which`: of the stories. `limit` 0: every case. `sizes`: articles of the speed suite."""

    suites: tuple[str, ...] = ()
    data: Path | None = None
    which: str | None = None
    limit: int = 0
    cases: tuple[str, ...] = ()
    sizes: tuple[int, ...] = (300,)
    seed: int = 1
    resume: bool = False


def whole_run(
    asked: Asked,
    settings: Settings,
    progress: Progress,
    done: Callable[[SuiteRecord], None],
    tell: Callable[[str], None],
    assistant: Assistant | None = None,
) -> Run:
    """`done` gets each suite when it is there. Raises SettingError for a suite or a folder that there is not."""
    _check(asked)
    code, prompts = code_digest(), {name: load(name).digest for name in names()}
    journal = Journal(_place(asked, settings, code), resume=asked.resume)
    if asked.resume:
        tell(f"{len(journal)} cases are known from an interrupted run")
    chosen = Chosen(asked.limit, asked.cases, asked.seed)
    own = assistant or Assistant(settings)
    watch = Watch(own.fallbacks)
    bench = Bench(own, asked.data, asked.which, asked.sizes, asked.seed)
    suites = []
    try:
        for name in asked.suites or SUITES:
            tell(f"{name} …")
            suites.append(measured(name, bench, chosen, journal, progress, watch))
            done(suites[-1])
            if watch.stopped:
                tell("The budget is spent. The same with --resume and a larger --budget goes on from here.")
                break
        else:
            journal.forget()
    except KeyboardInterrupt:
        tell(f"{len(journal)} cases are kept. The same command with --resume goes on there.")
        raise
    return Run(
        SCHEMA,
        version("secondsource"),
        code,
        settings.model,
        settings.embedder or LEXICAL,
        prompts,
        asked.seed,
        asked.limit,
        tuple(suites),
    )


def _check(asked: Asked) -> None:
    unknown = [s for s in asked.suites if s not in SUITES]
    if unknown:
        raise SettingError(f"There is no suite {', '.join(unknown)}. There are: {', '.join(SUITES)}.")
    if asked.data and not asked.data.is_dir():
        raise SettingError(f"{asked.data}: no such folder. Give --data the folder that holds the sets.")


def _place(asked: Asked, settings: Settings, code: str) -> Path:
    """The same for the same run of the same program: the suites asked for may be others, the cases are as before."""
    same = (
        code,
        settings.model,
        settings.base_url,
        settings.embedder,
        settings.embedder_url,
        str(asked.data and asked.data.resolve()),
        *astuple(asked)[2:-1],
    )
    key = hashlib.sha256(repr(same).encode()).hexdigest()[:16]
    return settings.data_dir / "eval" / f"{key}.jsonl"
