"""What a command used: calls, tokens and cost of model and embedder, and what the embedded hands had to do instead."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.embedding import Embedding
from assistant.model.asking import Ledger, Spent
from assistant.settings import Settings
from assistant.show.json_output import Json, engine_json
from assistant.show.say import Say


def used_json(settings: Settings, ledger: Ledger, spent: Spent, embedding: Embedding | None = None) -> Json:
    """`engine` and `usage` of the envelope, once a command is done."""
    if not settings.model:
        return {"engine": engine_json(settings), "usage": embedding_json(embedding)}
    fallbacks = [{"job": job, "why": why, "times": n} for (job, why), n in ledger.fallbacks.items()]
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
    if embedding is None:
        return {}
    used = embedding.used
    counts = {"requests": used.requests, "texts": used.texts, "tokens": used.tokens, "cost": embedding.cost}
    return {"embedding": counts}


def used_notes(ledger: Ledger, spent: Spent, say: Say) -> Iterator[str]:
    """One line for each thing that an editor should know, in the interface's language."""
    for (job, why), n in ledger.fallbacks.items():
        yield say(f"model.fallback.{job}", why=say(f"model.why.{why}"), n=n)
    for what, n in ledger.dropped.items():
        yield say(f"model.dropped.{what}", n=n)
    if spent.calls or spent.kept:
        yield say(
            "model.spent", calls=spent.calls, kept=spent.kept, tokens=spent.prompt_tokens + spent.reply_tokens
        ) + (say("model.cost", cost=f"{spent.cost:.4f}") if spent.cost else "")


def embedding_notes(embedding: Embedding | None, say: Say) -> Iterator[str]:
    if embedding:
        used = embedding.used
        told = say("embedding.spent", requests=used.requests, texts=used.texts, tokens=used.tokens)
        yield told + (say("model.cost", cost=f"{embedding.cost:.4f}") if embedding.cost else "")
