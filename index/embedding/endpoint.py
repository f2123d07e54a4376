"""Embeddings of an OpenAI-compatible endpoint, hosted or on this machine. The only door to openai in the index.

Texts go in batches, some at a time. A batch that the endpoint does not take is halved until the text to blame is found,
so that one bad text costs its article and nothing else. What every text meets is an error that the user can mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any

import numpy as np

from index.addresses import is_loopback, without_password
from index.embedding.embedder import Access, TextsRefused, Used, Vectors
from index.embedding.vectors import Malformed, checked, rows_of
from index.errors import BudgetSpent, ModelRefused, NoModel, NoVectors, QuestionRefused, Unreachable, WrongEmbedder
from index.together import together
from index.tokens import count_tokens

_BATCH = 64  # texts in a request: some 13,000 tokens
_ASKED_AGAIN = 1  # times that a question is: somebody waits, and its words find passages too
_PLAIN = "news"  # what every embedder has a vector for
_DETAIL = 300  # characters of a server's own words


class _Refused(Exception):
    """The endpoint does not take these texts, or gives no vector for them."""


class EndpointEmbedder:
    """Several threads may use it at the same time."""

    carries = True
    portable = False

    def __init__(self, name: str, model: str, access: Access) -> None:
        self.name = name
        self.url = access.url
        self.dimensions = access.dimensions
        self._model, self.access = model, access
        self._requests = self._texts = self._tokens = 0
        self._answered = False
        self._lock = Lock()
        self._opened: Any = None

    @property
    def used(self) -> Used:
        with self._lock:
            return Used(self._requests, self._texts, self._tokens)

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        self._check_allowance(texts)
        different = list(dict.fromkeys(texts))
        parts = [different[start : start + _BATCH] for start in range(0, len(different), _BATCH)]
        asked = together(lambda part: self._rows(part, self.access.retries), parts, self.access.parallel)
        given = [row for rows in asked for row in rows]
        found = dict(zip(different, given, strict=True))
        blank = np.zeros(self.dimensions or 0, dtype=np.float32)
        vectors = [blank if isinstance(row := found[text], str) else row for text in texts]
        whole = np.stack(vectors) if vectors else np.zeros((0, self.dimensions or 0), dtype=np.float32)
        if why := {n: row for n, text in enumerate(texts) if isinstance(row := found[text], str)}:
            raise TextsRefused(whole, why)
        return whole

    def query(self, text: str, language: str) -> Vectors:
        self._check_allowance([text])
        (row,) = self._rows([text], min(_ASKED_AGAIN, self.access.retries))
        if isinstance(row, str):
            raise QuestionRefused(
                f"{self._where}: {self.name} gave no vector for the question ({row}). Put it more briefly."
            )
        return row

    def _check_allowance(self, texts: Sequence[str]) -> None:
        left = self.access.allowance.left() if self.access.allowance else None
        if left is None:
            return
        sizes = {text: count_tokens(text) for text in texts}
        for n, text in enumerate(texts):
            left -= sizes.pop(text, 0)  # one that comes again costs nothing
            if left < 0:
                raise BudgetSpent(f"The budget is spent, and {self.name} costs more: see --budget.", n)

    def _rows(self, texts: Sequence[str], retries: int) -> list[Vectors | str]:
        """A vector for each text, or why there is none."""
        try:
            return self._asked_twice(texts, retries)
        except _Refused as error:
            if len(texts) == 1 and texts[0] == _PLAIN:
                raise self._no_vectors(str(error)) from None
            self._check_it_works(error)
            return self._halved(texts, error)

    def _halved(self, texts: Sequence[str], error: _Refused) -> list[Vectors | str]:
        if len(texts) == 1:
            return [str(error)]
        found: list[Vectors | str] = []
        for part in (texts[: len(texts) // 2], texts[len(texts) // 2 :]):
            try:
                found += self._asked_twice(part, retries=0)
            except _Refused as again:
                found += self._halved(part, again)
        return found

    def _check_it_works(self, error: _Refused) -> None:
        """Whether it is these texts that it does not take, and not any."""
        try:
            self._asked_twice([_PLAIN], retries=0)
        except _Refused:
            raise self._no_vectors(str(error)) from None

    def _asked_twice(self, texts: Sequence[str], retries: int) -> list[Vectors | str]:
        """What is malformed once may be well the second time. A vector that is none is asked for alone once more."""
        try:
            rows = self._asked(texts, retries)
        except Malformed:
            rows = self._asked_again(texts, retries)
        bad = [n for n, row in enumerate(rows) if isinstance(row, str)]
        for n in bad if len(texts) > 1 else ():
            with suppress(WrongEmbedder, _Refused):  # one of another size among good ones is a bad one
                (rows[n],) = self._asked_again([texts[n]], retries)
        return rows

    def _asked_again(self, texts: Sequence[str], retries: int) -> list[Vectors | str]:
        try:
            return self._asked(texts, retries)
        except Malformed as error:
            raise self._no_vectors(str(error)) from None

    def _asked(self, texts: Sequence[str], retries: int) -> list[Vectors | str]:
        """openai's client honours Retry-After and backs off. Raises Malformed, _Refused, ModelError, WrongEmbedder."""
        body = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        with self._told():
            reply = self._client.with_options(max_retries=retries).post("/embeddings", cast_to=object, body=body)
        self._count(texts, reply)
        rows = self._checked(rows_of(reply, len(texts)))
        if all(isinstance(row, str) for row in rows):
            raise _Refused(rows[0])
        return rows

    def _checked(self, rows: list[Vectors | str]) -> list[Vectors | str]:
        sizes = {row.size for row in rows if not isinstance(row, str)}
        with self._lock:
            if self.dimensions is None and sizes:
                self.dimensions = next(row.size for row in rows if not isinstance(row, str))
            expected = self.dimensions
        if sizes and expected not in sizes:
            raise WrongEmbedder(
                f"{self._where}: {self.name} gives vectors of {min(sizes)} numbers, and those of the collection have "
                f"{expected}: another model answers there. Set the address of the one that the collection was made "
                f"with (embedder_url), or choose another name and type `secondsource reindex --embedder NAME`."
            )
        return [checked(row, expected) for row in rows]

    def _count(self, texts: Sequence[str], reply: object) -> None:
        usage = reply.get("usage") if isinstance(reply, dict) else None
        told = (usage.get("prompt_tokens") or usage.get("total_tokens")) if isinstance(usage, dict) else None
        tokens = told if isinstance(told, int) else sum(count_tokens(text) for text in texts)
        with self._lock:
            self._answered = True
            self._requests += 1
            self._texts += len(texts)
            self._tokens += tokens
        if self.access.allowance:
            self.access.allowance.spend(tokens)

    @property
    def _client(self) -> Any:
        with self._lock:
            if self._opened is None:
                import openai

                # A proxy of the environment is none for this machine itself: what is to stay here would go there.
                direct = openai.DefaultHttpxClient(trust_env=False) if is_loopback(self.url or "") else None
                self._opened = openai.OpenAI(
                    api_key=self.access.key or "none",
                    base_url=self.url,
                    timeout=self.access.timeout,
                    http_client=direct,
                )
            return self._opened

    @property
    def _where(self) -> str:
        return without_password(self.url or "")

    def _no_vectors(self, why: str) -> NoVectors:
        return NoVectors(
            f"{self._where}: the embedder {self.name} gave no vectors ({why}). What was stored stays as it was: "
            "type the same command again when it works; `secondsource doctor` looks at it."
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what the library raises into what the rest of the program knows."""
        import httpx2
        import openai

        try:
            yield
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise ModelRefused(
                f"{self._where}: the key was not accepted for the embedder {self._model} ({self._words(error)}). "
                "Check OPENAI_API_KEY, or SECONDSOURCE_EMBEDDER_KEY where it has one of its own."
            ) from None
        except openai.NotFoundError as error:
            raise NoModel(
                f"{self._where}: there is no embedder {self._model!r} ({self._words(error)}). "
                "Check its name, and the address (embedder_url or OPENAI_BASE_URL), which mostly ends in /v1."
            ) from None
        except openai.RateLimitError as error:
            raise self._no_vectors(f"busy, or its quota is used up: {self._words(error)}") from None
        except (openai.APITimeoutError, httpx2.TimeoutException):
            raise self._no_vectors(f"no reply within {self.access.timeout:.0f} seconds") from None
        except (openai.APIConnectionError, httpx2.TransportError) as error:
            if self._answered:
                raise self._no_vectors("the connection broke off") from None
            raise Unreachable(
                f"{self._where}: no embedder answers there ({type(error.__cause__ or error).__name__}). Start the "
                "server, or check the address (embedder_url or OPENAI_BASE_URL)."
            ) from None
        except openai.OpenAIError as error:  # 400, 413, 422; some servers say 500 to a text that is too long
            raise _Refused(self._words(error)) from None
        except ValueError:
            raise Malformed("not JSON") from None

    def _words(self, error: Exception) -> str:
        """The server's own words, without the key, which some servers repeat."""
        body = getattr(error, "body", None)
        told = str((body.get("message") if isinstance(body, dict) else None) or error)
        key = self.access.key
        return " ".join((told.replace(key, "***") if key and len(key) > 6 else told).split())[:_DETAIL]
