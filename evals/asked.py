"""The assistant as it is measured: the functions that commands call, in one class that a test can break one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property

from assistant.domain import Draft, Reply, Verified
from assistant.hands import Engine, engine
from assistant.settings import Settings
from assistant.sourcing import Attribution, Claim, Comparison, Finding, Statement
from evals.formats.stories import Story
from evals.sourcing.told import Told, told
from index.cleaning.clean import clean
from index.collection import Collection
from index.documents import Article, Hit, Span
from index.embedding.embedder import Embedder


class Assistant:
    """Embedded unless the settings name a model."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def hands(self) -> Engine:
        return engine(self.settings)

    def fallbacks(self) -> Mapping[tuple[str, str], int]:
        """How often the embedded hands did a job in the model's place: by job and why."""
        return self.hands.ledger.fallbacks if self.settings.model else {}

    @contextmanager
    def pile(self, paths: Sequence[str]) -> Iterator[Collection]:
        """The articles of these paths, in memory."""
        from assistant.intake import read_pile

        with read_pile(self.settings, paths) as (collection, _):
            yield collection

    def clean(self, text: str, title: str | None = None) -> tuple[str, Span | None]:
        """The cleaned text, and where its headline stands."""
        cleaned = clean(text, title=title)
        return cleaned.text, cleaned.headline

    def attributed(self, text: str, language: str) -> list[Attribution]:
        """Who is said to say what in a text."""
        from assistant.read.attribution.find import attributions

        return attributions(text, language)

    @cached_property
    def embedder(self) -> Embedder:
        """The one that the settings name, for collections that a suite makes itself."""
        from assistant.embedding import embedder_for

        return embedder_for(self.settings)

    def search(self, collection: Collection, question: str, limit: int) -> list[Hit]:
        """Raises what the embedder failed with: words alone are measured beside it, never in its place."""
        hits = collection.search(question, limit=limit)
        if failed := collection.questions.failed:
            raise failed[0]
        return hits

    def summarize(self, collection: Collection, sentences: int) -> Reply:
        from assistant.pipeline import summarize

        return summarize(collection, self.hands, None, sentences)

    def ask(self, collection: Collection, question: str) -> Reply:
        from assistant.pipeline import ask

        return ask(collection, self.hands, question)

    def check(self, collection: Collection, statements: Sequence[str]) -> list[Finding]:
        from assistant.pipeline import check

        return check(collection, self.hands, statements)

    def findings(self, collection: Collection) -> list[Finding]:
        from assistant.pipeline import findings

        return list(findings(collection, self.hands))

    def verify(self, draft: Draft, articles: Sequence[Article], claims: Sequence[Claim] = ()) -> Verified:
        """The verification gate."""
        return self.hands.gate(draft, articles, claims)

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        return self.hands.judge.compare(statement, claims)

    def checked(self, story: Story) -> list[Told]:
        """What `check` says of the story's probes, in their order."""
        with story.numbered() as paths, self.pile(paths) as collection:
            return [told(f) for f in self.check(collection, [probe.claim for probe in story.probes])]

    def listed(self, story: Story) -> list[Told]:
        """What `findings` says of the story."""
        with story.numbered() as paths, self.pile(paths) as collection:
            return [told(f) for f in self.findings(collection)]
