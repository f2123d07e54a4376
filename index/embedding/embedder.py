"""What an embedder is, and how one is made from its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.errors import SecondsourceError, SettingError

Vectors = npt.NDArray[np.float32]

LEXICAL = "lexical"
SENTENCE = "sentence-transformers"
ENDPOINTS = ("openai", "ollama")  # those that speak OpenAI's protocol


@dataclass(frozen=True, slots=True)
class Used:
    """What an embedder has been asked for so far: `tokens` by the server's count, or estimated where it gave none."""

    requests: int = 0
    texts: int = 0
    tokens: int = 0


class Embedder(Protocol):
    """Turns texts into vectors of unit length, shape (texts, dimensions), float32; a question into one, (dimensions,).

    `dimensions`: None as long as it has not been asked. `carries`: whether its nearest neighbours find passages that
    word search misses; where they do not, search only uses the vectors to re-score what the words found. `portable`:
    whether it is made from its name alone, in no time, so that every worker may have one. `url`: where it answers,
    None where it works in this process.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int | None: ...

    @property
    def carries(self) -> bool: ...

    @property
    def portable(self) -> bool: ...

    @property
    def url(self) -> str | None: ...

    @property
    def used(self) -> Used: ...

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        """Raises TextsRefused where it takes some of the texts and not others; ModelError, SettingError.

        BudgetSpent where they cost more than it may: then none was asked about.
        """
        ...

    def query(self, text: str, language: str) -> Vectors:
        """Raises ModelError, SettingError."""
        ...


@dataclass(frozen=True, slots=True)
class Unusable:
    """The embedder of a collection where it cannot be asked, so that what needs none of it goes on working."""

    name: str
    dimensions: int | None
    why: SecondsourceError
    carries = True
    portable = False
    url = None
    used = Used()

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions or 0), dtype=np.float32)
        raise self.why

    def query(self, text: str, language: str) -> Vectors:
        raise self.why


class TextsRefused(Exception):
    """Some texts got no vector: `why` says which (their numbers) and what was said; `vectors` has zeros for them."""

    def __init__(self, vectors: Vectors, why: Mapping[int, str]) -> None:
        super().__init__(f"{len(why)} texts refused")
        self.vectors = vectors
        self.why = why


class Allowance(Protocol):
    """What may be spent on an embedder that is paid for."""

    def left(self) -> int | None:
        """Tokens that may still be asked for; None: any number."""
        ...

    def spend(self, prompt_tokens: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Access:
    """How an embedder that is not built in is reached. `parallel`: requests at a time; `timeout`: seconds for one;
    `retries`: of 429, 5xx and broken connections.

    `dimensions`: those of the collection that it is for, if there are any yet. `offline`: nothing may be fetched.
    `allowance`: what it may cost; None: anything.
    """

    url: str | None = None
    key: str | None = field(default=None, repr=False)
    parallel: int = 4
    timeout: float = 120
    retries: int = 4
    offline: bool = False
    dimensions: int | None = None
    allowance: Allowance | None = field(default=None, compare=False)


def embedder_named(name: str, access: Access = Access()) -> Embedder:
    """The embedder of that name: opens no connection and loads nothing yet. Raises SettingError for an unknown one."""
    kind, _, model = name.partition(":")
    if name == LEXICAL:
        from index.embedding.lexical import LexicalEmbedder

        return LexicalEmbedder()
    if kind in ENDPOINTS and model and access.url:
        from index.embedding.endpoint import EndpointEmbedder

        return EndpointEmbedder(name, model, access)
    if kind == SENTENCE and model:
        from index.embedding.sentence import SentenceEmbedder

        return SentenceEmbedder(name, model, access)
    raise SettingError(f'There is no embedder "{name}". There are: {", ".join(FORMS)}.')


FORMS = (LEXICAL, *(f"{kind}:NAME" for kind in ENDPOINTS), f"{SENTENCE}:NAME_OR_FOLDER")


def full_name(name: str) -> str:
    """The name as a collection remembers it: a model's folder with its whole path, so that it is found anywhere."""
    kind, _, model = name.partition(":")
    folder = Path(model).expanduser()
    return f"{kind}:{folder.resolve()}" if kind == SENTENCE and model and folder.is_dir() else name
