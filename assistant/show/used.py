"""What a command used: calls, tokens and cost of model and embedder, and what the embedded hands had to do instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from assistant.embedding import Embedding
from assistant.model.asking import Ledger, Spent
from assistant.settings import Settings
from assistant.show.blocks import Heading, Look, Page, Paragraph, words
from assistant.show.json_output import Json, engine_json
from assistant.show.say import Say
from index.errors import BudgetSpent, ModelRefused, NoModel, NoVectors, QuestionRefused, SecondsourceError, Unreachable

_WHY: Mapping[type[SecondsourceError], str] = MappingProxyType(
    {
        Unreachable: "unreachable",
        NoModel: "no_model",
        ModelRefused: "key_refused",
        NoVectors: "no_vectors",
        QuestionRefused: "refused",
        BudgetSpent: "budget",
    }
)


def searched_json(settings: Settings, embedding: Embedding | None) -> Json:
    """The same for a command that asks no model."""
    without = list(_without_vectors(embedding))
    engine = {**engine_json(settings), **({"fallbacks": without} if without else {})}
    return {"engine": engine, "usage": embedding_json(embedding)}


def used_json(settings: Settings, ledger: Ledger, spent: Spent, embedding: Embedding | None = None) -> Json:
    """`engine` and `usage` of the envelope, once a command is done."""
    if not settings.model:
        return searched_json(settings, embedding)
    by_rules = ({"job": job, "why": why, "times": n} for (job, why), n in ledger.fallbacks.items())
    fallbacks = [*by_rules, *_without_vectors(embedding)]
    engine = {**engine_json(settings), "fallbacks": fallbacks, "dropped": ledger.dropped}
    usage = {
        "calls": spent.calls,
        "kept": spent.kept,
        "prompt_tokens": spent.prompt_tokens,
        "reply_tokens": spent.reply_tokens,
        "cost": spent.cost,
    }
    return {"engine": engine, "usage": {**usage, **embedding_json(embedding)}}


def embedding_json(embedding: Embedding | None) -> Json:
    """The part of `usage` that an embedder has."""
    if embedding is None or not embedding.used.requests:
        return {}
    used = embedding.used
    counts = {"requests": used.requests, "texts": used.texts, "tokens": used.tokens, "cost": embedding.cost}
    return {"embedding": counts}


def _without_vectors(embedding: Embedding | None) -> Iterator[Json]:
    """Searches that the embedder had no part in, as what was done in the place of it."""
    reasons = Counter((_WHY.get(type(e), "setting"), str(e)) for e in (embedding.failed if embedding else ()))
    for (why, detail), n in reasons.items():
        yield {"job": "embedder", "why": why, "times": n, "detail": detail}


def without_vectors(embedding: Embedding | None, say: Say) -> Iterator[str]:
    """The same in words, for the page: what an embedder finds beside the words is missing in the result."""
    for told in _without_vectors(embedding):
        yield say("embedding.words_only", n=told["times"], why=told["detail"])


def warned(page: Page, embedding: Embedding | None, say: Say) -> Page:
    """A page with that beneath its title."""
    lines = [Paragraph(words(line, Look.WARNING)) for line in without_vectors(embedding, say)]
    at = 1 if page and isinstance(page[0], Heading) else 0
    return (*page[:at], *lines, *page[at:])


def used_notes(ledger: Ledger, spent: Spent, say: Say) -> Iterator[str]:
    """One line for each thing that an editor should know, in the interface's language."""
    yield from left_to_rules(ledger, say)
    if spent.calls or spent.kept:
        yield say(
            "model.spent", calls=spent.calls, kept=spent.kept, tokens=spent.prompt_tokens + spent.reply_tokens
        ) + (say("model.cost", cost=f"{spent.cost:.4f}") if spent.cost else "")


def left_to_rules(ledger: Ledger, say: Say) -> Iterator[str]:
    for (job, why), n in ledger.fallbacks.items():
        yield say(f"model.fallback.{job}", why=say(f"model.why.{why}"), n=n)
    for what, n in ledger.dropped.items():
        yield say(f"model.dropped.{what}", n=n)


def embedding_notes(embedding: Embedding | None, say: Say) -> Iterator[str]:
    if embedding and embedding.used.requests:
        used = embedding.used
        told = say("embedding.spent", requests=used.requests, texts=used.texts, tokens=used.tokens)
        yield told + (say("model.cost", cost=f"{embedding.cost:.4f}") if embedding.cost else "")
