"""Which hands do the three jobs: the embedded ones, or over them those that ask the chosen model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.domain import Condenser, Gate, Writer
from assistant.model.asking import Ledger, Spent
from assistant.settings import Settings
from assistant.sourcing import Judge, Reader

if TYPE_CHECKING:
    from assistant.embedding import Embedding
    from assistant.model.purse import Wallet
    from index.collection import Collection


@dataclass(frozen=True, slots=True)
class Engine:
    """The hands that do the three jobs, and what a model among them has cost and could not do."""

    writer: Writer
    gate: Gate
    reader: Reader
    judge: Judge
    condenser: Condenser
    ledger: Ledger
    spent: Callable[[], Spent]
    embedding: Callable[[], Embedding | None] = lambda: None


def engine(settings: Settings, collection: Collection | None = None, wallet: Wallet | None = None) -> Engine:
    """The embedded hands; where a model is chosen, its hands over them. Opens no connection.

    With a collection, what its embedder uses is told too, and counts towards the same budget. Raises SettingError where
    the chosen model cannot be used as the settings are.
    """
    if collection is None:
        return _hands(settings, wallet)
    from assistant.embedding import embedding_of, wallet_of

    hands = _hands(settings, wallet or wallet_of(collection.embedder))
    return replace(hands, embedding=lambda: embedding_of(collection))


def _hands(settings: Settings, wallet: Wallet | None) -> Engine:
    from assistant.findings.remember import RememberingReader, from_embedded
    from assistant.gate.verify import verify
    from assistant.judge.embedded import EmbeddedJudge
    from assistant.read.reader import EmbeddedReader
    from assistant.write.extractive import ExtractiveWriter
    from assistant.write.follow import EmbeddedCondenser

    reader = RememberingReader(EmbeddedReader(), from_embedded)
    hands = Engine(ExtractiveWriter(), verify, reader, EmbeddedJudge(), EmbeddedCondenser(), Ledger(), Spent)
    return _with_model(hands, settings, wallet) if settings.model else hands


def _with_model(hands: Engine, settings: Settings, wallet: Wallet | None) -> Engine:
    from assistant.chain import silence_tracing
    from assistant.findings.remember import RememberingReader
    from assistant.judge.model import ModelJudge
    from assistant.model.choice import choice_of
    from assistant.model.make import chat_model
    from assistant.model.purse import wallet_for
    from assistant.read.model import ModelReader
    from assistant.write.condense import ModelCondenser
    from assistant.write.model import ModelWriter

    choice = choice_of(settings)
    if choice is None:
        return hands
    silence_tracing()
    model, ledger = chat_model(choice, settings, wallet or wallet_for(settings.budget)), hands.ledger
    return Engine(
        ModelWriter(model, ledger, hands.writer, settings.lang),
        hands.gate,
        RememberingReader(ModelReader(model, ledger, hands.reader)),
        ModelJudge(model, ledger, hands.judge),
        ModelCondenser(model, ledger, hands.condenser),
        ledger,
        model.spent,
    )
