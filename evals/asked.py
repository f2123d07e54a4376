"""What the suites on sourcing and quotations ask of the assistant: the one file of theirs that knows its functions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.hands import Engine, engine
from assistant.pipeline import read_pile
from assistant.settings import Settings
from assistant.sourcing import Attribution
from evals.sourcing.stories import Story
from evals.sourcing.told import Told, told
from index.collection import Collection


def checked(story: Story) -> list[Told]:
    """What `check` says of the story's probes, in their order."""
    from assistant.pipeline import check

    with _pile(story) as (collection, hands):
        return [told(f) for f in check(collection, hands, [probe.claim for probe in story.probes])]


def listed(story: Story) -> list[Told]:
    """What `findings` says of the story."""
    from assistant.pipeline import findings

    with _pile(story) as (collection, hands):
        return [told(f) for f in findings(collection, hands)]


def attributed(text: str, language: str) -> list[Attribution]:
    """Who is said to say what in a text."""
    from assistant.read.attribution.find import attributions

    return attributions(text, language)


@contextmanager
def _pile(story: Story) -> Iterator[tuple[Collection, Engine]]:
    settings = Settings()
    with story.numbered() as paths, read_pile(settings, paths) as (collection, _):
        yield collection, engine(settings)
