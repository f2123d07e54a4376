"""What a single word can mean, by its ending and its capital."""

from __future__ import annotations

from index.lexicon.lexicon import mentions


def concepts(text: str, language: str) -> set[str]:
    return {mention.concept.id for mention in mentions(text, language)}
