"""What the first answer would have to wait for is loaded while the user reads and types."""

from __future__ import annotations

from threading import Thread

from assistant.chat.desk import Desk
from assistant.pipeline import ask, search
from index.garbage import spare_what_stays


class Warming:
    """Runs once beside the prompt; `wait` before the collection is closed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._thread = Thread(target=self._warm, daemon=True)
        if desk.heads():
            self._thread.start()

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
        spare_what_stays()
