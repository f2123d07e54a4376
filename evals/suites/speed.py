"""How fast, how much memory, how much disk: as whole processes, beside bare Chroma and plain LangChain.

A set is a size: so many articles, real ones where `data` has the bulk set, then recombinations of their sentences
(`--articles` names the sizes). `new` are questions and statements that the process has not met before, `again` all of
them, two in three met before; median milliseconds. `summarize two`: the whole process, over two articles. Machines
differ and are noisy: compare ratios, not seconds; no two runs agree.
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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from statistics import median

from evals.corpora import bulk_texts
from evals.harness.bench import Bench
from evals.harness.cases import OURS, Case, CaseSet, Graded, Scores, skipped
from evals.measures.measure import Measure
from evals.own import DATA, own_texts
from index.errors import SettingError

_HIGHER = ("add articles/s", "add, share of bare Chroma")
_LOWER = (
    "add peak MB", "disk, times the text", "ask ms, new", "ask ms, again", "ask peak MB", "check ms, new",
    "check ms, again", "chat ms, new", "chat ms, again", "chat ms, new, shown", "findings of a story s",
    "add with claims, times without", "summarize two s", "summarize two, times the imports", "--help s",
)  # fmt: skip
MEASURES = (
    *(Measure(name, (name,), steady=False) for name in _HIGHER),
    *(Measure(name, (name,), better="lower", steady=False) for name in _LOWER),
)
_RUNS = 5
_IMPORTS = "import chromadb, langchain_core.retrievers"
_MB = 1_000_000
_SOME = 300  # the most articles that are added with and without their claims read
_STORY = DATA / "stories" / "bergwerk-tasotkel" / "articles"
_SENTENCES = (12, 30)  # of a recombined article
_SENTENCE = re.compile(r"[A-ZÄÖÜА-ЯЁ„“\"«][^\n]{30,}[.!?]")  # what stands in a line of its own may be noise, and be cut


@dataclass(frozen=True, slots=True)
class Measured:
    """One process from start to end: wall seconds, and the largest sum of memory over it and its children."""

    seconds: float
    peak: int
    printed: str


def sets(bench: Bench) -> Iterator[CaseSet]:
    try:
        import psutil  # noqa: F401 - needed below; told before an hour's work rather than after
    except ImportError:
        yield skipped("processes", "install secondsource[eval] (psutil)")
        return
    bulk = bench.folder("bulk").is_dir()
    texts = cache(lambda: bulk_texts(bench.data or Path()) if bulk else own_texts())
    for size in bench.sizes:
        case = Case("processes", "de", partial(_graded, texts, size), _nothing)
        yield CaseSet(f"{size} articles", "--data" if bulk else "evals/data", (case,))


def _nothing() -> Graded:
    return Graded({OURS: {}})


def _graded(texts: Callable[[], Sequence[str]], articles: int) -> Graded:
    with tempfile.TemporaryDirectory() as folder:
        return Graded(_measured(Path(folder), texts(), articles))


def _measured(work: Path, texts: Sequence[str], articles: int) -> dict[str, Scores]:
    files, data = work / "articles", work / "data"
    size = _write_articles(files, texts, articles)
    added = _process(["-m", "assistant", "add", str(files), "-q"], data)
    bare = _printed(["bare", str(work / "bare")], data)["seconds"]
    asked = _process(["-m", "evals.work", "ask"], data)
    answers = json.loads(asked.printed)
    disk = sum(f.stat().st_size for f in data.rglob("*") if f.is_file())
    checked, chatted = _printed(["check"], data), _printed(["chat"], data)
    rate, bare_rate = articles / added.seconds, articles / bare
    ours = {
        "add articles/s": rate,
        "add, share of bare Chroma": rate / bare_rate,
        "add peak MB": added.peak / _MB,
        "disk, times the text": disk / size,
        "ask ms, again": answers["p50"] * 1000,
        "ask ms, new": answers["first"] * 1000,
        "ask peak MB": asked.peak / _MB,
        "check ms, again": checked["p50"] * 1000,
        "check ms, new": checked["first"] * 1000,
        "chat ms, again": chatted["p50"] * 1000,
        "chat ms, new": chatted["first"] * 1000,
        "chat ms, new, shown": chatted["shown"] * 1000,
        "findings of a story s": _printed(["findings", str(_STORY)], data)["seconds"],
        "add with claims, times without": _reading(work, texts, min(_SOME, articles)),
        **_starts(files, data),
    }
    plain = _process(["-m", "evals.work", "langchain", str(files), str(work / "plain")], work)
    chain = {"add articles/s": articles / json.loads(plain.printed)["seconds"]} if plain.printed.strip() else {}
    systems = {OURS: ours, "bare Chroma": {"add articles/s": bare_rate}, "LangChain + Chroma": chain}
    return {name: {k: (v, 1.0) for k, v in values.items()} for name, values in systems.items() if values}


def _reading(work: Path, texts: Sequence[str], articles: int) -> float:
    """How many times longer it takes to add articles when their claims are read, in seconds of the processor."""
    some = work / "some"
    _write_articles(some, texts, articles)
    plain, read = (_printed(["add", str(some), how], work)["seconds"] for how in ("plain", "read"))
    return read / plain


def _starts(files: Path, data: Path) -> dict[str, float]:
    two = [str(f) for f in sorted(files.iterdir())[:2]]
    summary, imports = _in_turn(["-m", "assistant", "summarize", *two, "-q"], ["-c", _IMPORTS], data)
    helped = median(_process(["-m", "assistant", "--help"], data).seconds for _ in range(_RUNS))
    return {"summarize two s": summary, "summarize two, times the imports": summary / imports, "--help s": helped}


def _printed(work: Sequence[str], data: Path) -> dict[str, float]:
    found: dict[str, float] = json.loads(_process(["-m", "evals.work", *work], data).printed)
    return found


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
    sentences = [s for t in texts for s in re.split(r"(?<=[.!?])\s+", t) if _SENTENCE.fullmatch(s)]
    size = 0
    for n in range(count):
        body = texts[n] if n < len(texts) else " ".join(draw.sample(sentences, draw.randint(*_SENTENCES)))
        content = (
            f"---\ntitle: Artikel {n}\npublisher: Blatt {n % 40}\npublished: 2026-03-{n % 28 + 1:02d}\n---\n{body}\n"
        )
        size += (folder / f"{n:05d}.txt").write_text(content, encoding="utf-8")
    return size
