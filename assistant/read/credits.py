"""Which agency an article's copy is from: its dateline, its credit, its author's line."""

from __future__ import annotations

import re
from functools import cache

from assistant.sources.figures import Figure
from assistant.sources.known import bodies
from assistant.sourcing import SourceKind
from index.documents import Article

_HEAD = 600  # characters in which a dateline stands
_TAIL = 60  # characters in which a credit stands at the end
_NAME = r"([A-Za-zÄÖÜČ]+(?:[-/][A-Za-zÄÖÜ]+)*)"
_CREDIT = re.compile(r"[(/]\s?([A-Za-zÄÖÜČ]+(?:[-/][A-Za-zÄÖÜ]+)?)\s?[)/]")
_DATELINE = re.compile(  # "МОСКВА, 14 апреля — ТАСС.", "LONDON, May 3 — AP."
    r"^[A-ZÄÖÜА-ЯЁ][\w-]+(?:[ -][A-ZÄÖÜА-ЯЁ][\w-]+)*, [\w. ]{3,20} ?[—–/-] ?"
    r"([A-ZÄÖÜČА-ЯЁ][A-Za-zÄÖÜČА-Яа-яё]+(?: [А-ЯЁA-Z][А-Яа-яёa-z]+)?)(?=[./—–-])",
    re.MULTILINE,
)
_ALONE = re.compile(rf"\A\s*(?:©|Quelle:|Source:|Источник:)?\s*{_NAME}\s*\Z")
_AT_THE_END = re.compile(rf"(?<!:)\s(?:©\s?|\(c\)\s?|\(){_NAME}\)?\s*\Z")


def agency_of(article: Article, publisher: Figure) -> Figure | None:
    """The agency whose copy this is; None where it is nobody's, or the publisher's own."""
    names = [m[1] for pattern in (_CREDIT, _DATELINE) for m in pattern.finditer(article.text[:_HEAD])]
    tail = article.text[-_TAIL:]
    last = tail.rstrip().split("\n")[-1]
    names += [m[1] for m in (_ALONE.match(article.author or ""), _ALONE.match(last), _AT_THE_END.search(tail)) if m]
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
