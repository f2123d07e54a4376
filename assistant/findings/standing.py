"""The standing of a statement, exactly one, by the precedence of the design."""

from __future__ import annotations

from assistant.sourcing import Standing


def standing(origins: int, articles: int, *, opposed: bool, updated: bool) -> Standing:
    """`origins` and `articles` are the numbers of independent origins and of articles that support."""
    if not articles:
        return Standing.CONTRADICTED if opposed or updated else Standing.NOT_FOUND
    if updated:
        return Standing.SUPERSEDED
    if opposed:
        return Standing.DISPUTED
    if origins >= 2:
        return Standing.CORROBORATED
    return Standing.SINGLE_ORIGIN if articles >= 2 else Standing.SINGLE_SOURCE
