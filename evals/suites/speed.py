"""How fast, how much memory, how much disk: as whole processes, beside bare Chroma and plain LangChain.

Machines differ and are noisy, so what is held to a bar is a ratio within one run wherever it can be one.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from evals.corpora import bulk_texts
from evals.own import DATA, own_texts
from evals.report import Bar, Row, Table
from index.errors import SettingError

_COLUMNS = ("articles/s", "seconds", "p50 ms", "peak MB", "disk / text", "ratio")
_RUNS = 5
_IMPORTS = "import chromadb, langchain_core.retrievers"
_MB = 1_000_000
_WHOLE = 10_000  # articles at which the bars of memory and latency hold
_SOME = 300  # articles that are added with and without their claims read
_STORY = DATA / "stories" / "bergwerk-tasotkel" / "articles"
_SENTENCES = (12, 30)  # of a recombined article


@dataclass(frozen=True, slots=True)
class Measured:
    """One process from start to end: wall seconds, and the largest sum of memory over it and its children."""

    seconds: float
    peak: int
    printed: str


def run(data: Path | None, articles: int = 1_000) -> Table:
    try:
        import psutil  # noqa: F401 - needed below; told before an hour's work rather than after
    except ImportError:
        return Table("speed", _COLUMNS, (), skipped=("speed: install secondsource[eval] (psutil)",))
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder), data, articles)


def _measured(work: Path, data: Path | None, articles: int) -> Table:
    files, texts = work / "articles", work / "data"
    size = _write_articles(files, bulk_texts(data) if data else own_texts(), articles)
    added = _process(["-m", "assistant", "add", str(files), "-q"], texts)
    bare = json.loads(_process(["-m", "evals.work", "bare", str(work / "bare")], texts).printed)
    asked = _process(["-m", "evals.work", "ask"], texts)
    answers = json.loads(asked.printed)
    disk = sum(f.stat().st_size for f in texts.rglob("*") if f.is_file())
    checked = json.loads(_process(["-m", "evals.work", "check"], texts).printed)
    chatted = json.loads(_process(["-m", "evals.work", "chat"], texts).printed)
    story = _printed_seconds(["findings", str(_STORY)], texts)
    some = work / "some"
    _write_articles(some, bulk_texts(data) if data else own_texts(), _SOME)
    plain, read = (_printed_seconds(["add", str(some), how], texts) for how in ("plain", "read"))
    two = [str(f) for f in sorted(files.iterdir())[:2]]
    summary, imports = _in_turn(["-m", "assistant", "summarize", *two, "-q"], ["-c", _IMPORTS], texts)
    plain_help = median(_process(["-m", "assistant", "--help"], texts).seconds for _ in range(_RUNS))
    rate, bare_rate = articles / added.seconds, articles / bare["seconds"]
    rows = [
        Row("secondsource add (whole process)", {"articles/s": rate, "peak MB": added.peak / _MB}),
        Row("bare Chroma inserts of the same vectors", {"articles/s": bare_rate, "ratio": rate / bare_rate}),
        Row("disk", {"disk / text": disk / size}),
        Row("ask, warm", {"p50 ms": answers["p50"] * 1000, "peak MB": asked.peak / _MB}),
        Row("ask, questions not met before", {"p50 ms": answers["first"] * 1000}),
        Row("check of one claim, warm", {"p50 ms": checked["p50"] * 1000}),
        Row("check, claims not met before", {"p50 ms": checked["first"] * 1000}),
        Row("chat: an answer on the screen, warm", {"p50 ms": chatted["p50"] * 1000}),
        Row("chat: questions not met before", {"p50 ms": chatted["first"] * 1000}),
        Row(
            "findings of a story",
            {"seconds": story},
            note=f"{_STORY.parent.name}, {len(list(_STORY.iterdir()))} articles",
        ),
        Row(f"add of {_SOME} articles, no claims read", {"seconds": plain}, note="of the processor"),
        Row(f"add of {_SOME} articles, claims read", {"seconds": read, "ratio": read / plain}, note="of the processor"),
        Row("summarize of two articles", {"seconds": summary, "ratio": summary / imports}, note=f'over "{_IMPORTS}"'),
        Row("--help", {"seconds": plain_help}),
    ]
    rows, skipped = _with_langchain(rows, work, files, articles)
    bars = [
        Bar("add, share of the rate of bare Chroma inserts", rate / bare_rate, 0.25),
        Bar("summarize of two articles, ratio to the imports", summary / imports, 2.0, at_least=False),
        Bar("--help, seconds", plain_help, 0.15, at_least=False),
        Bar("disk, times the text", disk / size, 25.0, at_least=False),
        Bar("add with claims read, ratio to without", read / plain, 2.0, at_least=False),
        Bar("findings of a story, seconds", story, 3.0, at_least=False),
        Bar(
            "chat: an answer on the screen, questions not met before, ms",
            chatted["first"] * 1000,
            300.0,
            at_least=False,
        ),
    ]
    if articles >= _WHOLE:
        bars += [
            Bar("ask, warm p50, ms", answers["p50"] * 1000, 120.0, at_least=False),
            Bar("check, warm p50, ms", checked["p50"] * 1000, 200.0, at_least=False),
            Bar("memory asking, MB", asked.peak / _MB, 600.0, at_least=False),
            Bar("memory adding, MB", added.peak / _MB, 1000.0, at_least=False),
        ]
    return Table(f"speed ({articles:,} articles)", _COLUMNS, tuple(rows), skipped, tuple(bars))


def _with_langchain(rows: list[Row], work: Path, files: Path, articles: int) -> tuple[list[Row], tuple[str, ...]]:
    plain = _process(["-m", "evals.work", "langchain", str(files), str(work / "plain")], work)
    if not plain.printed.strip():
        return rows, ("plain LangChain: install secondsource[eval]",)
    seconds = json.loads(plain.printed)["seconds"]
    row = Row("plain LangChain, same embedder", {"articles/s": articles / seconds, "peak MB": plain.peak / _MB})
    return [*rows[:2], row, *rows[2:]], ()


def _printed_seconds(work: Sequence[str], data: Path) -> float:
    return float(json.loads(_process(["-m", "evals.work", *work], data).printed)["seconds"])


def _in_turn(ours: Sequence[str], theirs: Sequence[str], data: Path) -> tuple[float, float]:
    """Median seconds of two commands, run in turn, so that a slow minute of the machine falls on both."""
    pairs = [(_process(ours, data).seconds, _process(theirs, data).seconds) for _ in range(_RUNS)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def _process(arguments: Sequence[str], data: Path) -> Measured:
    import psutil

    environment = {**os.environ, "SECONDSOURCE_DATA_DIR": str(data), "SECONDSOURCE_CONFIG": ""}
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        child = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=out, stderr=err)
        peak, watched = 0, psutil.Process(child.pid)
        while child.poll() is None:
            peak = max(peak, _memory(watched))
            time.sleep(0.01)
        seconds = time.perf_counter() - began
        out.seek(0)
        err.seek(0)
        if child.returncode:
            raise SettingError(f"{' '.join(arguments[:3])} ended with {child.returncode}: {err.read()[-800:]}")
        return Measured(seconds, peak, out.read())


def _memory(process: object) -> int:
    import psutil

    assert isinstance(process, psutil.Process)
    try:
        return sum(p.memory_info().rss for p in [process, *process.children(recursive=True)])
    except psutil.Error:
        return 0


def _write_articles(folder: Path, texts: Sequence[str], count: int) -> int:
    """Writes `count` articles, the real ones first, then recombinations of their sentences; returns their bytes."""
    folder.mkdir()
    draw = random.Random(1)
    sentences = [s for t in texts for s in re.split(r"(?<=[.!?])\s+", t) if len(s) > 30]
    size = 0
    for n in range(count):
        body = texts[n] if n < len(texts) else " ".join(draw.sample(sentences, draw.randint(*_SENTENCES)))
        content = (
            f"---\ntitle: Artikel {n}\npublisher: Blatt {n % 40}\npublished: 2026-03-{n % 28 + 1:02d}\n---\n{body}\n"
        )
        size += (folder / f"{n:05d}.txt").write_text(content, encoding="utf-8")
    return size
