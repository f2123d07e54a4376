"""Who is said to say what: quotations with their speaker, cue and frame, beside the text between quotation marks.

`Wikinews dev`, `Wikinews test`: German articles that others labelled (Petersen-Frey & Biemann 2024), from `data`;
`test` is there only where somebody has put it there, and the rules may have been written with `train` and `dev` in
sight. `own`: sentences in German, English and Russian, in evals/data/quotations.jsonl, by somebody who had seen no
rule: one or two for each construction, and some that quote nobody.

Message is the words quoted; Roles are speaker, cue, frame and addressee; Joint is all of them; Type is how it is
quoted. Counted in tokens, as the set's own scorer does (`evals.quotation.scores`, which agrees with it to the last
digit). Means over quotations, which that scorer prints, but "pooled": F1 over the tokens of all quotations, which it
logs. A type's row has how much was found of the quotations labelled so (recall), and whether their type was told.
Published for the test part: the rule system of GermEval 2023, task 2, Message F1 .479 (precision .708, recall .362),
Roles .355, Joint .391; text between quotation marks alone, Message F1 .334 (ours has .302 there, .348 pooled: it is
not said which of the two theirs is).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from assistant.sourcing import QuoteType
from evals import asked
from evals.quotation.scores import MESSAGE, PARTS, ROLES, Pair, Quotation, averaged, pairs, pooled, types
from evals.quotation.texts import Labelled, own_sentences, wikinews
from evals.report import Bar, Row, Table
from index.documents import Span

_COLUMNS = (
    "Message F1", "precision", "recall", "Roles F1", "Joint F1", "Message F1 pooled", "Type F1", "quotations",
)  # fmt: skip
_MESSAGE_BAR, _ROLES_BAR, _JOINT_BAR = 0.50, 0.36, 0.42  # words alone, with nobody named, can reach .45 jointly
_MARKED = re.compile(r"[„“\"»«”][^„“”\"»«]+[“”\"«»]")

Method = Callable[[Labelled], list[Quotation]]


def run(data: Path | None) -> Table:
    rows: list[Row] = []
    bars: list[Bar] = []
    skipped: list[str] = []
    for part in ("dev", "test"):
        name = f"Wikinews {part}"
        try:
            texts = wikinews(data or Path("absent"), part)
        except FileNotFoundError:
            skipped.append(f"{name}: no wikinews_quotes/{part}.jsonl.gz (give its folder with --data)")
            continue
        found = _found(texts, ours)
        rows += [*_systems(name, texts, found), *_details(name, found)]
        bars += _bars(name, found)
    own = own_sentences()
    found = _found(own, ours)
    rows += [*_systems("own", own, found), *_by_language(own)]
    return Table("quotations", _COLUMNS, tuple(rows), tuple(skipped), (*bars, *_bars("own", found)))


def ours(text: Labelled) -> list[Quotation]:
    told = asked.attributed(text.text, text.language)
    return [
        Quotation(
            {
                MESSAGE: text.tokens_of(a.content),
                "speaker": text.tokens_of(a.source),
                "cue": text.tokens_of(a.cue),
                "frame": text.tokens_of(a.frame),
                "addressee": text.tokens_of(a.addressee),
            },
            a.type.value,
        )
        for a in told
    ]


def between_marks(text: Labelled) -> list[Quotation]:
    """Every text between quotation marks, the marks included, as a direct quotation by nobody."""
    found = [text.tokens_of([Span(*match.span())]) for match in _MARKED.finditer(text.text)]
    return [Quotation({MESSAGE: tokens}, QuoteType.DIRECT.value) for tokens in found]


def _found(texts: Iterable[Labelled], method: Method) -> list[Pair]:
    return [pair for text in texts for pair in pairs(method(text), text.quotations)]


def _systems(name: str, texts: Sequence[Labelled], found: Sequence[Pair]) -> list[Row]:
    baseline = _found(texts, between_marks)
    return [Row("rules", _figures(found), name), Row("text between marks", _figures(baseline), name)]


def _figures(found: Sequence[Pair]) -> dict[str, float | str]:
    message, roles, joint = (averaged(found, parts) for parts in ((MESSAGE,), ROLES, PARTS))
    return {
        "Message F1": message.f1,
        "precision": message.precision,
        "recall": message.recall,
        "Roles F1": roles.f1,
        "Joint F1": joint.f1,
        "Message F1 pooled": pooled(found, [MESSAGE]).f1,
        "Type F1": types(found).f1,
        "quotations": float(sum(pair.labelled is not None for pair in found)),
    }


def _details(name: str, found: Sequence[Pair]) -> list[Row]:
    return [*map(partial(_type_row, name, found), QuoteType), *map(partial(_role_row, name, found), ROLES)]


def _type_row(name: str, found: Sequence[Pair], kind: QuoteType) -> Row:
    labelled = [pair for pair in found if pair.labelled and pair.labelled.type == kind]
    values: dict[str, float | str] = {
        "recall": averaged(labelled, [MESSAGE]).recall,
        "Type F1": types(found, kind).f1,
        "quotations": float(len(labelled)),
    }
    return Row(f"  {kind.value}", values, name)


def _role_row(name: str, found: Sequence[Pair], role: str) -> Row:
    score = averaged(found, [role])
    values: dict[str, float | str] = {
        "precision": score.precision,
        "recall": score.recall,
        "Roles F1": score.f1,
        "quotations": float(sum(bool(pair.labelled and pair.labelled.part(role)) for pair in found)),
    }
    return Row(f"  {role}", values, name)


def _by_language(texts: Sequence[Labelled]) -> list[Row]:
    languages = sorted({text.language for text in texts})
    return [
        Row("rules", _figures(_found([t for t in texts if t.language == code], ours)), f"own, {code}")
        for code in languages
    ]


def _bars(name: str, found: Sequence[Pair]) -> list[Bar]:
    return [
        Bar(f"Message F1, {name}", averaged(found, [MESSAGE]).f1, _MESSAGE_BAR),
        Bar(f"Roles F1, {name}", averaged(found, ROLES).f1, _ROLES_BAR),
        Bar(f"Joint F1, {name}", averaged(found, PARTS).f1, _JOINT_BAR),
    ]
