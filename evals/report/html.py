"""A run as one self-contained page: every table with its baselines, and pictures; no script, nothing loaded."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from assistant.export.tags import Html, joined, raw, tag
from evals.harness.record import Row, Run, SetRecord, SuiteRecord
from evals.report import floors
from evals.report.floors import Held
from evals.report.glance import glance
from evals.report.html_table import plain_table, set_table, targets_table
from evals.report.pictures import across_sizes, pictures
from evals.report.tables import Table, notes, skips, title
from evals.report.targets import Reached

_MOST = 60  # cases told otherwise than labelled that are listed
_LEAD = """Every figure is what this run measured, over the functions that users call. A row is a measure: the value
pools all cases, with its 95 % interval (bootstrap over the cases). In the strip the dot is ours, the band its interval,
grey ticks are the baselines, and the long tick is the target, green where it is met. Where no case of a set asks for a
measure, it has no row; a set that is not there is skipped, never passed."""


def to_html(run: Run, held: Sequence[Held] = (), against: Table | None = None, reached: Sequence[Reached] = ()) -> str:
    body = tag(
        "body",
        _top(run),
        tag(
            "main",
            glance(run, reached),
            targets_table(reached),
            *_verdicts("Floors", list(floors.summary(held))[::-1]),
            _against(against) if against else None,
            *(_suite(suite, reached) for suite in run.suites),
        ),
        tag("footer", tag("p", tag("a", "to the top", href="#top"))),
    )
    return f"<!doctype html>\n{tag('html', _head(), body, lang='en')}\n"


def _head() -> Html:
    style = files("evals.report").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", "How good it is · secondsource"),
        tag("link", rel="icon", href="data:,"),
        tag("style", raw(style)),
    )


def _top(run: Run) -> Html:
    facts = {
        "version": f"{run.version}, code {run.code}",
        "model": run.model or "none: embedded rules",
        "embedder": run.embedder,
        "seed": str(run.seed),
        "cases": f"at most {run.limit} a set" if run.limit else "all",
        "took": _took(sum(suite.seconds for suite in run.suites)),
    }
    links = (tag("li", tag("a", suite.name, href=f"#{suite.name}")) for suite in run.suites)
    return tag(
        "header",
        tag("p", "secondsource eval", class_="kicker"),
        tag("h1", "How good it is"),
        tag("p", _LEAD, class_="lead"),
        tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in facts.items()), class_="facts"),
        _prompts(run),
        tag("nav", tag("ul", *links), aria_label="suites"),
        id="top",
    )


def _prompts(run: Run) -> Html | None:
    if not run.prompts:
        return None
    items = (tag("li", f"{digest} {name}") for name, digest in run.prompts.items())
    used = "as the model was asked" if run.model else "not used without a model"
    return tag(
        "details",
        tag("summary", f"digests of the {len(run.prompts)} prompts, {used}"),
        tag("ul", *items, class_="prompts"),
    )


def _verdicts(heading: str, told: Sequence[str]) -> Iterator[Html]:
    if told:
        yield tag("h2", heading)
        yield tag("p", f"{told[0].partition(': ')[2]}.")
        if told[1:]:
            yield tag("ul", *(tag("li", line) for line in told[1:]), class_="verdicts")


def _against(against: Table) -> Html:
    return joined(tag("h2", against.title), plain_table(against), _notes(against.notes))


def _suite(suite: SuiteRecord, reached: Sequence[Reached]) -> Html:
    about = (tag("p", *_words(" ".join(part.split())), class_="about") for part in suite.about.split("\n\n"))
    sets = (_set(suite, found, reached) for found in suite.sets if not found.skipped)
    drawn = across_sizes(suite)
    return tag(
        "section",
        tag("h2", suite.name, tag("small", _took(suite.seconds)), id=suite.name),
        *about,
        *sets,
        tag("div", *drawn, class_="pictures") if drawn else None,
        _notes(skips(suite)),
    )


def _words(text: str) -> Iterator[Html | str]:
    """What stands between backticks as code."""
    for n, part in enumerate(text.split("`")):
        yield tag("code", part) if n % 2 else part


def _set(suite: SuiteRecord, found: SetRecord, reached: Sequence[Reached]) -> Html:
    drawn = list(pictures(suite.name, found))
    data = ", ".join(filter(None, [found.origin, found.digest and f"files {found.digest}"]))
    return joined(
        tag("h3", f"{title(found)} ", tag("small", data)),
        set_table(suite.name, found, reached),
        _notes(notes(found)),
        tag("div", *drawn, class_="pictures") if drawn else None,
        _otherwise(found),
    )


def _otherwise(found: SetRecord) -> Html | None:
    """The cases told otherwise than they are labelled, one by one, for whoever wants to look them up."""
    differing = [row for row in found.graded if any(labelled != told for labelled, told in row.labels.values())]
    if not differing:
        return None
    items = [tag("li", _labels(row)) for row in differing[:_MOST]]
    more = f"{len(differing) - _MOST} more: eval --case ID -v shows any" if len(differing) > _MOST else None
    summary = f"{len(differing)} of {len(found.graded)} cases told otherwise than labelled"
    return tag("details", tag("summary", summary), tag("ul", *items, tag("li", more) if more else None, class_="notes"))


def _labels(row: Row) -> str:
    told = (f"{kind} {told}, labelled {labelled}" for kind, (labelled, told) in row.labels.items())
    return f"{row.case} ({row.language}): " + "; ".join(told)


def _notes(told: Sequence[str]) -> Html | None:
    return tag("ul", *(tag("li", note) for note in told), class_="notes") if told else None


def _took(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
