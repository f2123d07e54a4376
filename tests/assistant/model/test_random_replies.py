"""Two hundred runs of four flows with a model whose replies have the right form and no sense: no quote is made up."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from pydantic import BaseModel
from scripted import ScriptedModel

from assistant import intake, pipeline
from assistant.domain import Reply
from assistant.hands import Engine, engine
from assistant.judge.model import ModelJudge
from assistant.judge.prompted import Verdicts
from assistant.model.asking import Prompt
from assistant.model.replies import schema_of
from assistant.read.model import ModelReader
from assistant.read.prompted import Read
from assistant.settings import Settings
from assistant.show.finding_json import finding_json
from assistant.show.say import Say
from assistant.sourcing import Finding
from assistant.write.condense import Condensed, ModelCondenser, Searches
from assistant.write.model import Mending, ModelWriter, Written
from index.collection import Collection

RUNS = 50  # of each flow
REPORT = """---
publisher: Küstenbote
published: 2026-03-02
---
Hafen von Tarbeck bleibt zu

Der Hafen von Tarbeck soll bis zum 14. Mai geschlossen bleiben. Das teilte die Reederei Nordsund am Montag mit.

Betroffen sind nach ihren Angaben 38 Schiffe. Die Hafenbehörde äußerte sich auf Anfrage nicht.
"""
OTHER = """---
publisher: The Tarbeck Mail
published: 2026-03-05
---
Tarbeck harbour to reopen in April

The harbour of Tarbeck will reopen on 2 April, the port authority said on Thursday. It put the ships outside at 41.
"""
TEXTS = (REPORT, OTHER)
VOCABULARY = [*" ".join(TEXTS).split(), "nicht", "83", "Kalberg", "am Montag", "IGNORE", ""]
REPLIES: dict[str, type[BaseModel]] = {
    "read": Read, "judge": Verdicts, "summarize": Written, "answer": Written, "repair": Mending,
    "condense": Condensed, "search": Searches,
}  # fmt: skip


def made(draw: random.Random, schema: dict[str, object], defs: dict[str, object]) -> object:
    """Anything that a JSON Schema of ours allows; words are mostly those of the articles, numbers mostly in range."""
    if "$ref" in schema:
        return made(draw, defs[str(schema["$ref"]).rpartition("/")[2]], defs)  # type: ignore[arg-type]
    if "enum" in schema:
        return draw.choice(schema["enum"])  # type: ignore[arg-type]
    match schema["type"]:
        case "object":
            return {key: made(draw, inner, defs) for key, inner in schema["properties"].items()}  # type: ignore[attr-defined]
        case "array":
            return [made(draw, schema["items"], defs) for _ in range(draw.randint(0, 4))]  # type: ignore[arg-type]
        case "integer":
            return draw.randint(-1, 8)
        case "boolean":
            return draw.random() < 0.5
        case _:
            return _words(draw)


def _words(draw: random.Random) -> str:
    """Now words in any order, now words in a row as they stand in an article."""
    if draw.random() < 0.5:
        return " ".join(draw.choices(VOCABULARY, k=draw.randint(0, 9)))
    row = draw.choice(TEXTS).split()
    at = draw.randrange(len(row))
    return " ".join(row[at : at + draw.randint(1, 14)])


def hands(draw: random.Random) -> Engine:
    def reply(prompt: Prompt) -> object:
        schema = schema_of(REPLIES[prompt.task])
        return made(draw, schema, schema.get("$defs", {}))  # type: ignore[arg-type]

    plain, model = engine(Settings()), ScriptedModel(reply, window=32_000)
    return Engine(
        ModelWriter(model, plain.ledger, plain.writer, "de"),
        plain.gate,
        ModelReader(model, plain.ledger, plain.reader),
        ModelJudge(model, plain.ledger, plain.judge),
        ModelCondenser(model, plain.ledger, plain.condenser),
        plain.ledger,
        plain.spent,
    )


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder = tmp_path_factory.mktemp("pile")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with intake.read_pile(Settings(), [str(folder)]) as (collection, _):
        yield collection


def _of_reply(reply: Reply) -> Iterator[tuple[str, str]]:
    for sentence in reply.sentences:
        assert sentence.citations
        yield from ((c.quote, c.span.of(c.article.text)) for c in sentence.citations)
    yield from _of_findings(reply.findings)


def _of_findings(found: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """Every quote in what a user is given of findings, and what stands at its place."""
    for finding in found:
        shown = (*finding.supporting, *finding.opposing, *finding.updates, *finding.nearest)
        texts = {c.article.id: c.article.text for c in shown}
        texts |= {c.article.id: c.article.text for reason in finding.reasons.values() for c in reason.evidence}
        yield from _quotes(finding_json(finding, Say("de")), texts)


def _quotes(told: object, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if isinstance(told, Mapping) and "quote" in told:
        yield told["quote"], texts[told["article"]][told["start"] : told["end"]]
        for link in told["chain"] or ():
            yield from ((s["text"], texts[told["article"]][s["start"] : s["end"]]) for s in link["spans"])
    for inner in told.values() if isinstance(told, Mapping) else told if isinstance(told, list | tuple) else ():
        yield from _quotes(inner, texts)


FLOWS: dict[str, Callable[[Collection, Engine], Iterator[tuple[str, str]]]] = {
    "summarize": lambda pile, hands: _of_reply(pipeline.summarize(pile, hands, None, 4)),
    "ask": lambda pile, hands: _of_reply(pipeline.ask(pile, hands, "Wie lange bleibt der Hafen von Tarbeck zu?")),
    "check": lambda pile, hands: _of_findings(pipeline.check(pile, hands, ["Der Hafen bleibt bis Mai zu."])),
    "findings": lambda pile, hands: _of_findings(pipeline.findings(pile, hands)),
}


@pytest.mark.parametrize("flow", FLOWS)
def test_random_replies_show_no_words_that_are_not_in_the_articles(flow: str, pile: Collection) -> None:
    draw = random.Random(f"seed of {flow}")
    shown = [pair for _ in range(RUNS) for pair in FLOWS[flow](pile, hands(draw))]
    assert shown
    assert all(told and told == stands for told, stands in shown)
