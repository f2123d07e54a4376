"""Which agency an article's copy is from: its dateline, its credit, its author's line."""

from __future__ import annotations

import re
from functools import cache

from assistant.sources.figures import Figure
from assistant.sources.words import bodies
from assistant.sourcing import SourceKind
from index.documents import Article

_HEAD = 600  # characters in which a dateline stands
_TAIL = 60  # characters in which a credit stands at the end
_CREDIT = re.compile(r"[(/]\s?([A-Za-zÄÖÜČ]+(?:[-/][A-Za-zÄÖÜ]+)?)\s?[)/]")
_ALONE = re.compile(r"\A\s*(?:Quelle:|Source:|Источник:)?\s*([A-Za-zÄÖÜČ]+(?:[-/][A-Za-zÄÖÜ]+)*)\s*\Z")


def agency_of(article: Article, publisher: Figure) -> Figure | None:
    """The agency whose copy this is; None where it is nobody's, or the publisher's own."""
    names = [m[1] for m in _CREDIT.finditer(article.text[:_HEAD])]
    names += [
        m[1] for m in (_ALONE.match(line) for line in (article.author or "", article.text[-60:].split("\n")[-1])) if m
    ]
    for name in names:
        if (body := _agencies().get(name) or _agencies().get(name.split("/")[0])) and body != publisher.key:
            figure = Figure(SourceKind.AGENCY, body, side=bodies()[body].side)
            figure.add(name if name in bodies()[body].names and "/" not in name else bodies()[body].names[0])
            return figure
    return None


@cache
def _agencies() -> dict[str, str]:
    known = (b for b in bodies().values() if b.kind is SourceKind.AGENCY)
    return {name: body.id for body in known for name in body.names}
