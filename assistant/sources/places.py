"""States and the capitals that stand for them."""

from __future__ import annotations

from assistant.sources.words import capitals


def state_of(place: str) -> str | None:
    """The ISO code of a country, or of the one whose capital it is; `place` is an id of `index.places`."""
    return place if len(place) == 2 and place.isupper() else capitals().get(place)
