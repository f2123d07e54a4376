"""The `key: value` lines that a text may begin with, between two lines of three hyphens."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"\A\s*---[ \t]*\n((?:[^\n]{0,2000}\n){0,60}?)---[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"([^\W\d_][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|)")
_SYNONYMS = {
    **dict.fromkeys(("headline", "titel", "überschrift", "заголовок"), "title"),
    **dict.fromkeys(("site", "sitename", "source", "medium", "zeitung", "quelle", "издание", "источник"), "publisher"),
    **dict.fromkeys(
        ("date", "pubdate", "published_at", "datum", "veröffentlicht", "дата", "опубликовано"), "published"
    ),
    **dict.fromkeys(("link", "permalink", "canonical", "ссылка"), "url"),
    **dict.fromkeys(("authors", "byline", "autor", "autorin", "автор"), "author"),
}
KEYS = frozenset({"title", "publisher", "published", "url", "author"})


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The front matter with lower-case keys, and the text below it; no front matter, or a broken one, is text.

    Keys that name one of `KEYS` in other words are given under that one too. Lines that are blank, comments or indented
    (a value that goes on) are let pass; any other line without a colon means that this is no front matter.
    """
    found = _BLOCK.match(text)
    entries = _entries(found[1]) if found else None
    if found is None or not entries:
        return {}, text
    for key, value in list(entries.items()):
        if key in _SYNONYMS:
            entries.setdefault(_SYNONYMS[key], value)
    return (entries, text[found.end() :]) if KEYS & entries.keys() else ({}, text)


def _entries(block: str) -> dict[str, str] | None:
    entries: dict[str, str] = {}
    for line in block.split("\n"):
        if not line.strip() or line.startswith(("#", " ", "\t", "- ")):
            continue
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry is None:
            return None
        value = _unquoted((entry[2] or "").strip())
        if value:
            entries.setdefault(entry[1].lower(), value)
    return entries


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1].replace("''", "'")
    return value
