"""A claim while its article is still being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.sources.figures import Figure
from assistant.sourcing import Attribution
from index.documents import Span


@dataclass(frozen=True, slots=True)
class Station:
    """Somebody through whose hands a statement went, and where the article says so."""

    figure: Figure
    spans: tuple[Span, ...]


Stations = tuple[Station, ...]


@dataclass(slots=True)
class Told:
    """`span` is the sentence or a part of it; `stations` come after the publisher, origin last."""

    span: Span
    sentence: Span
    stations: Stations = ()
    attribution: Attribution | None = None
    hedges: list[Span] = field(default_factory=list)
    headline: bool = False

    @property
    def end(self) -> Figure | None:
        return self.stations[-1].figure.body if self.stations else None


def same_stations(one: Stations, other: Stations) -> bool:
    return [s.figure.body for s in one] == [s.figure.body for s in other]
