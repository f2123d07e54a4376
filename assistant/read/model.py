"""The reader that asks a language model who says what; its replies are checked against article and embedded reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.findings.remember import RememberingReader
from assistant.model.asking import Ledger, Model, NoReply
from assistant.read.checked import Checked
from assistant.read.prompted import Read, parts_of, read_prompt
from assistant.sourcing import Reader, Reading
from index.documents import Article
from prompts.load import load


class ModelReader:
    """Reads over `fallback`, the embedded reader, whose readings fill what the model leaves out."""

    def __init__(self, model: Model, ledger: Ledger, fallback: Reader) -> None:
        self.name = f"{model.name} {load('read').digest}"
        self._model, self._ledger, self._fallback = model, ledger, fallback

    def read(self, article: Article) -> Reading:
        return self.read_many([article])[0]

    def read_many(self, articles: Sequence[Article]) -> list[Reading]:
        """All of them at once, as far as the model takes several requests at the same time."""
        parts = [part for article in articles for part in parts_of(article, self._model.window)]
        replies = self._model.ask_all([read_prompt(part) for part in parts], Read) if parts else []
        checked = {a.id: Checked(a, self._fallback.read(a), self._ledger) for a in articles}
        for part, reply in zip(parts, replies, strict=True):
            if isinstance(reply, NoReply):
                self._ledger.fell_back("reader", reply)
            elif not reply.own and not reply.claims:  # each sentence of a part is one or the other
                self._ledger.fell_back("reader", NoReply("silent"))
            else:
                checked[part.article.id].take(part, reply)
        return [checked[article.id].reading() for article in articles]

    def learn(self, articles: Sequence[Article], kept: Callable[[Sequence[str]], Mapping[str, bytes]]) -> None:
        """The embedded readings that a collection keeps are what replies are checked against."""
        if isinstance(self._fallback, RememberingReader):
            self._fallback.learn(articles, kept)
