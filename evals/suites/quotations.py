"""Who is said to say what: quotations with their speaker, cue and frame, beside the text between quotation marks.

`Wikinews dev`, `Wikinews test`: German articles that others labelled (Petersen-Frey & Biemann 2024), from `data`;
`test` is there only where somebody has put it there, and the rules may have been written with `train` and `dev` in
sight. `Konjunktiv I`: the sentences of UD German-GSD (McDonald et al. 2013), in which each verb in the present
subjunctive is marked, which is how German tells that it reports: is that the verb by which we see it? `PolNeAR`:
English articles in brat's standoff, where `data` has them; it labels no types. `own`: sentences in German, English
and Russian, in evals/data/quotations.jsonl, by somebody who had seen no rule: one or two for each construction, and
some that quote nobody; the rules were mended with them in sight. `own, blind`: as many again, in evals/data/blind, on
which nothing was tuned.

Message is the words quoted; Roles are speaker, cue, frame and addressee; Joint is all of them; Type is how it is
quoted. Counted in tokens, as the German set's own scorer does (`evals.measures.quotations`, which agrees with it to
the last digit). Means over quotations, which that scorer prints, but "pooled": F1 over the tokens of all quotations,
which it logs. Published for the test part of Wikinews: the rule system of GermEval 2023, task 2, Message F1 .479
(precision .708, recall .362), Roles .355, Joint .391; text between quotation marks alone, Message F1 .334. The dev
part is not the test part: these say which order of magnitude is good, not who is better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from assistant.cues import subjunctives
from assistant.sourcing import QuoteType
from evals.asked import Assistant
from evals.formats.brat import Standoff, read_standoff
from evals.formats.conllu import Marked, read_conllu
from evals.formats.wikinews import OWN, UNSEEN, Labelled, own_sentences, tokenized, wikinews
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Scores, skipped
from evals.measures.counts import Counts
from evals.measures.measure import Measure, harmonic_mean
from evals.measures.quotations import MESSAGE, PARTS, ROLES, Pair, Quotation, pairs, pooled, summed, types
from index.documents import Span

_MARKS = "text between marks"
_MARKED = re.compile(r"[„“\"»«”][^„“”\"»«]+[“”\"«»]")


def _f1(name: str, part: str) -> Measure:
    return Measure(name, (f"{part}_precision", f"{part}_recall"), harmonic_mean)


MEASURES = (
    _f1("Message F1", MESSAGE),
    Measure("Message precision", ("message_precision",)),
    Measure("Message recall", ("message_recall",)),
    _f1("Roles F1", "roles"),
    _f1("Joint F1", "joint"),
    Measure("Message F1 pooled", ("pooled",)),
    Measure("Type F1", ("type",)),
    *(_f1(f"{role}, F1", role) for role in ROLES),
    *(Measure(f"{kind.value}, message recall", (f"recall {kind.value}",)) for kind in QuoteType),
    *(Measure(f"{kind.value}, type F1", (f"type {kind.value}",)) for kind in QuoteType),
)
_SUBJUNCTIVE = (
    _f1("Konjunktiv I F1", "subjunctive"),
    Measure("Konjunktiv I precision", ("subjunctive_precision",)),
    Measure("Konjunktiv I recall", ("subjunctive_recall",)),
)
MEASURES += _SUBJUNCTIVE
BY_LANGUAGE = ("Message F1", "Roles F1", "Joint F1")

Method = Callable[[Labelled], list[Quotation]]


def sets(bench: Bench) -> Iterator[CaseSet]:
    for part in ("dev", "test"):
        name, file = f"Wikinews {part}", bench.folder("wikinews_quotes") / f"{part}.jsonl.gz"
        if file.is_file():
            texts = wikinews(bench.data or Path(), part)
            yield CaseSet(name, "--data", _cases(bench.assistant, texts), digest([file]))
        else:
            yield skipped(name, f"no wikinews_quotes/{part}.jsonl.gz (give --data)")
    treebank = sorted(bench.folder("ud_gsd").glob("*.conllu"))
    if treebank:
        marked = tuple(map(_subjunctive_case, (m for file in treebank for m in read_conllu(file))))
        yield CaseSet("Konjunktiv I", "--data", marked, digest(treebank))
    else:
        yield skipped("Konjunktiv I", "no ud_gsd/*.conllu (give --data)")
    if bench.folder("polnear").is_dir():
        read = read_standoff(bench.folder("polnear"))
        yield CaseSet("PolNeAR", "--data", _cases(bench.assistant, list(map(_standoff, read))))
    else:
        yield skipped("PolNeAR", "no polnear (give --data)")
    for name, file in (("own", OWN), ("own, blind", UNSEEN)):
        yield CaseSet(name, "evals/data", _cases(bench.assistant, own_sentences(file)), digest([file]))


def _cases(assistant: Assistant, texts: Sequence[Labelled]) -> tuple[Case, ...]:
    return tuple(
        Case(text.name or str(n), text.language, partial(_graded, assistant, text), partial(_none, text))
        for n, text in enumerate(texts, start=1)
    )


def _subjunctive_case(marked: Marked) -> Case:
    return Case(marked.id, "de", partial(_seen, marked), partial(_unseen, marked))


def _seen(marked: Marked) -> Graded:
    return Graded({OURS: _subjunctive_scores(marked, [cue.span for cue in subjunctives(marked.text, "de")])})


def _unseen(marked: Marked) -> Graded:
    return Graded({OURS: _subjunctive_scores(marked, [])})


def _subjunctive_scores(marked: Marked, seen: Sequence[Span]) -> Scores:
    right = sum(any(span.overlaps(true) for true in marked.subjunctives) for span in seen)
    found = sum(any(true.overlaps(span) for span in seen) for true in marked.subjunctives)
    return {
        "subjunctive_precision": (right, len(seen)),
        "subjunctive_recall": (found, len(marked.subjunctives)),
    }


def _standoff(read: Standoff) -> Labelled:
    bare = tokenized(read.text, "en", read.name)
    quotations = [Quotation({p: bare.tokens_of(s) for p, s in q.parts.items()}, "") for q in read.quotations]
    return Labelled(read.text, "en", bare.tokens, tuple(quotations), read.name)


def _graded(assistant: Assistant, text: Labelled) -> Graded:
    return Graded({OURS: _scores(text, ours(assistant, text)), _MARKS: _scores(text, between_marks(text))})


def _none(text: Labelled) -> Graded:
    return Graded({OURS: _scores(text, [])})


def ours(assistant: Assistant, text: Labelled) -> list[Quotation]:
    told = assistant.attributed(text.text, text.language)
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


def _scores(text: Labelled, told: Sequence[Quotation]) -> Scores:
    found = pairs(told, text.quotations)
    scores = {"pooled": _pooled_f1(pooled(found, [MESSAGE])), "type": _pooled_f1(types(found))}
    for name, parts in ((MESSAGE, (MESSAGE,)), ("roles", ROLES), ("joint", PARTS), *((r, (r,)) for r in ROLES)):
        scores[f"{name}_precision"], scores[f"{name}_recall"] = summed(found, parts)
    for kind in QuoteType:
        scores[f"type {kind.value}"] = _pooled_f1(types(found, kind))
        scores[f"recall {kind.value}"] = summed(_of_type(found, kind), [MESSAGE])[1]
    return scores


def _of_type(found: Sequence[Pair], kind: QuoteType) -> list[Pair]:
    return [pair for pair in found if pair.labelled and pair.labelled.type == kind]


def _pooled_f1(counts: Counts) -> tuple[float, float]:
    return 2 * counts.right, 2 * counts.right + counts.wrong + counts.missed
