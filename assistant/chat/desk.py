"""What a conversation has before it: articles, hands, filters, what was said, and what the last numbers stand for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.chat.exchange import Exchange, Kind
from assistant.chat.screen import Screen
from assistant.chat.sessions import Session, Sessions
from assistant.domain import Reply
from assistant.embedding import Embedding, as_used, embedding_of
from assistant.findings.denials import Denial
from assistant.findings.timeline import Event
from assistant.hands import Engine, engine
from assistant.intake import open_collection, read_pile
from assistant.model.purse import Wallet, wallet_for
from assistant.settings import Settings
from assistant.show.errors import told
from assistant.show.progress import ProgressBar
from assistant.show.say import Say
from assistant.show.used import left_to_rules, without_vectors
from assistant.sourcing import Finding
from index.documents import Article, Filters, Head
from index.errors import NoCollection

if TYPE_CHECKING:
    from index.collection import AddReport, Collection

EMBEDDED = "embedded"
_LATELY = 10.0  # seconds


@dataclass(slots=True)
class Desk:
    """One for a run of the chat. The collection is opened when it is first needed, or made when something is added.

    It stays open while the user thinks, which keeps nobody waiting: a collection takes its lock for each look.
    """

    settings: Settings
    flags: Mapping[str, object]
    screen: Screen
    sessions: Sessions
    session: Session
    paths: Sequence[str] = ()
    filters: Filters = field(default_factory=Filters)
    hands: Engine = field(init=False)
    say: Say = field(init=False)
    wallet: Wallet = field(init=False)  # one for the whole conversation
    numbered: tuple[Article | Head, ...] = ()  # what `/open 2` means, where that is not of the last exchange
    failed: bool = False
    leaving: bool = False
    _heads: tuple[float, list[Head]] = (-_LATELY, [])
    _collection: Collection | None = None
    _stack: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        self.wallet = wallet_for(self.settings.budget)
        self.set(self.settings)

    def set(self, settings: Settings) -> None:
        """New settings hold from the next question on."""
        before = self.settings.model, self.settings.lang if self.settings.model else ""
        if not hasattr(self, "hands") or (settings.model, settings.lang if settings.model else "") != before:
            self.hands = engine(settings, wallet=self.wallet)
        self.settings, self.say = settings, Say(settings.lang)
        if self._collection is not None:
            self.settings = as_used(settings, self._collection)

    @property
    def collection(self) -> Collection:
        """Raises NoCollection where nothing has been added yet, InputError where no PATH can be read."""
        return self._collection or self.open()

    def open(self, *, create: bool = False) -> Collection:
        if self._collection is None:
            if self.paths:
                self._collection = self._pile(self.paths)
            else:
                self._collection = self._stack.enter_context(
                    open_collection(self.settings, create=create, wallet=self.wallet)
                )
            self.settings = as_used(self.settings, self._collection)
        return self._collection

    def _pile(self, paths: Sequence[str]) -> Collection:
        with self.progress() as bar:
            collection, report = self._stack.enter_context(read_pile(self.settings, paths, bar, self.wallet))
        if report.failed and not (report.added or report.known):
            *others, last = report.failed
            for error in others:
                self.screen.complain(told(error, self.say))
            raise last
        self.tell_failed(report)
        return collection

    @property
    def embedding(self) -> Embedding | None:
        """What an embedder elsewhere has done for this chat."""
        return None if self._collection is None else embedding_of(self._collection)

    def news(self) -> Iterator[str]:
        """What the model or the embedder left to the rules since this was last asked, a line each."""
        yield from without_vectors(self.embedding, self.say)
        yield from left_to_rules(self.hands.ledger, self.say)
        self.hands.ledger.forget()
        if self._collection is not None:
            self._collection.questions.forget()

    def close(self) -> None:
        self._stack.close()
        self._collection = None

    def tell_failed(self, report: AddReport) -> None:
        self.failed |= bool(report.failed or report.stopped)
        for error in (*report.failed, *filter(None, [report.stopped])):
            self.screen.complain(told(error, self.say))

    @contextmanager
    def progress(self) -> Iterator[ProgressBar]:
        with ProgressBar(self.say, quiet=not self.screen.terminal) as bar:
            yield bar

    def heads(self) -> list[Head]:
        """Every article at hand, the newest first; none where there is no collection yet."""
        try:
            found = self.collection.heads()
        except NoCollection:
            found = []
        self._heads = time.monotonic(), found
        return found

    def lately(self) -> list[Head]:
        """As of some seconds ago: good enough to complete titles, and quick."""
        since, found = self._heads
        return found if time.monotonic() - since < _LATELY else self.heads()

    @property
    def last(self) -> Exchange | None:
        return self.session.exchanges[-1] if self.session.exchanges else None

    @property
    def engine_name(self) -> str:
        return self.settings.model or EMBEDDED

    def keep(
        self,
        kind: Kind,
        question: str,
        *,
        reply: Reply | None = None,
        findings: Sequence[Finding] = (),
        denials: Sequence[Denial] = (),
        events: Sequence[Event] = (),
        whole: bool = True,
    ) -> None:
        standalone = (reply.standalone if reply else None) or question
        when = datetime.now().astimezone().isoformat(timespec="seconds")
        exchange = Exchange(
            self.session.next_id(),
            when,
            self.engine_name,
            kind,
            question,
            standalone,
            reply,
            tuple(findings),
            tuple(denials),
            tuple(events),
            whole,
        )
        self.numbered = ()
        try:
            self.session.keep(exchange)
        except OSError as error:
            self.screen.complain(self.say("chat.error.not_kept", why=error.strerror))

    def filter(self, **given: str | None) -> None:
        self.filters = replace(self.filters, **given)
