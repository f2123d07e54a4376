"""A desk for the tests of the chat: on small articles in memory or a saved collection, its words in a string."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from assistant.chat.desk import Desk
from assistant.chat.loop import take
from assistant.chat.screen import Screen
from assistant.chat.sessions import Sessions
from assistant.settings import read_settings

BRIDGE = """---
title: Brücke bis Mai gesperrt
publisher: Flussblatt
published: 2025-03-02
---

Die Brücke über die Aller bleibt bis Mai gesperrt, teilte die Stadt Celle am Sonntag mit.
Der Umbau kostet vier Millionen Euro.
"""
DENIAL = """---
title: Landkreis widerspricht der Stadt
publisher: Kreisanzeiger
published: 2025-03-04
---

Der Landkreis dementierte am Dienstag, dass die Brücke über die Aller bis Mai gesperrt bleibt.
Newsletter abonnieren und nichts mehr verpassen
"""


def written(folder: Path) -> Path:
    """A folder with both articles."""
    folder.mkdir(exist_ok=True)
    (folder / "bruecke.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "landkreis.txt").write_text(DENIAL, encoding="utf-8")
    return folder


class Talk:
    """Type lines, read what is shown; `terminal` is told to the screen, no real one is there."""

    def __init__(self, data: Path, paths: Iterable[Path] = (), lang: str = "en", *, terminal: bool = False) -> None:
        flags = {"lang": lang, "data_dir": data}
        self.out, self.errors = StringIO(), StringIO()
        sessions = Sessions(data)
        screen = Screen(self.out, self.errors, terminal)
        self.desk = Desk(read_settings(flags), flags, screen, sessions, sessions.new(), [str(p) for p in paths])

    def __call__(self, typed: str) -> str:
        """What is shown after this line, errors too."""
        for stream in (self.out, self.errors):
            stream.seek(0)
            stream.truncate()
        take(self.desk, typed)
        return self.out.getvalue() + self.errors.getvalue()
