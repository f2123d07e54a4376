"""What a command used: the model's calls, tokens and cost, and what the embedded hands had to do in its place."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.model.asking import Ledger, Spent
from assistant.settings import Settings
from assistant.show.json_output import Json
from assistant.show.say import Say


def used_json(settings: Settings, ledger: Ledger, spent: Spent) -> Json:
    """`engine` and `usage` of the envelope, once a command is done."""
    if not settings.model:
        return {}
    fallbacks = [{"job": job, "why": why, "times": n} for (job, why), n in ledger.fallbacks.items()]
    engine = {"model": settings.model, "embedder": settings.embedder, "fallbacks": fallbacks, "dropped": ledger.dropped}
    usage = {
        "calls": spent.calls,
        "kept": spent.kept,
        "prompt_tokens": spent.prompt_tokens,
        "reply_tokens": spent.reply_tokens,
        "cost": spent.cost,
    }
    return {"engine": engine, "usage": usage}


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
