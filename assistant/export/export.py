"""Replies and findings as one report: to paste, to read and print, for programs, for fact-check search engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from assistant.export.parts import Part
from assistant.settings import Settings

Writer = Callable[[Sequence[Part], Settings], str]


def _markdown(parts: Sequence[Part], settings: Settings) -> str:
    from assistant.export.session import session_markdown

    return session_markdown(parts, settings)


def _json(parts: Sequence[Part], settings: Settings) -> str:
    from assistant.export.session import session_json

    return session_json(parts, settings)


def _html(parts: Sequence[Part], settings: Settings) -> str:
    from assistant.export.html import to_html

    return to_html(parts, settings)


def _claimreview(parts: Sequence[Part], settings: Settings) -> str:
    from assistant.export.claimreview import to_claimreview

    return to_claimreview(parts, settings)


_WRITERS: Mapping[str, Writer] = MappingProxyType(
    {"md": _markdown, "html": _html, "json": _json, "claimreview": _claimreview}
)


def export(parts: Sequence[Part], fmt: str, settings: Settings) -> str:
    """`fmt` is "md", "html", "json" or "claimreview"; `settings.lang` is the language of all words that are ours.

    Raises KeyError for another format.
    """
    return _WRITERS[fmt](parts, settings)
