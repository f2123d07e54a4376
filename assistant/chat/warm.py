"""What the first answer would have to wait for is loaded while the user reads and types."""

from __future__ import annotations

from threading import Thread

from assistant.chat.desk import Desk
from assistant.judge.units import spoken_of
from assistant.pipeline import ask, search
from index.features import features
from index.garbage import spare_what_stays

_READ = 100  # articles, which takes half a second


class Warming:
    """Runs once beside the prompt; `stop` it before the collection is closed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._leaving = False
        self._thread = Thread(target=self._warm, daemon=True)
        if desk.heads():
            self._thread.start()

    def stop(self) -> None:
        """For when the user leaves, however soon: it goes on no longer than it must."""
        self._leaving = True
        self.wait()

    def wait(self) -> None:
        if self._thread.ident:
            self._thread.join()

    def _warm(self) -> None:
        """A model would be paid for: then only the search is warmed, and with an embedder elsewhere not even that."""
        title = next((h.title for h in self._desk.heads() if h.title), "?")
        if self._desk.collection.embedder.url is None:
            if self._desk.settings.model:
                search(self._desk.collection, title)
            else:
                ask(self._desk.collection, self._desk.hands, title)
                self._read_words()
        spare_what_stays()

    def _read_words(self) -> None:
        """What the words of the newest articles mean: most of those in the others are the same."""
        for article in self._desk.collection.articles([head.id for head in self._desk.heads()[:_READ]]):
            if self._leaving:
                return
            spoken_of(article.text, article.language)
            features(article.text, article.language)
