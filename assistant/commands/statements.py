"""The statements that `check` is to check: one from the command line, those of a file of claims, or of a draft."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from index.errors import EmptyInput, InputError

if TYPE_CHECKING:
    from index.documents import Raw

_REMARK = "#"
_LEAST_WORDS = 3
_LEAST_OPEN = 5  # words of a line that no mark ends: a headline states something, a byline or a rubric does not
_ENDS = (".", "!", "?", "…", '"', "“", "”", "»", "«")


def claims_of(path: str) -> list[str]:
    """The claims of a file, one a line; empty lines and those that begin with "#" are none. Raises InputError."""
    from index.decode import decode

    lines = [line.strip() for line in decode(_raw(path).data, path).splitlines()]
    claims = [line for line in lines if line and not line.startswith(_REMARK)]
    if not claims:
        raise EmptyInput(path, "there is no claim in it", "Write one claim a line")
    return claims


def sentences_of(path: str) -> list[str]:
    """Every sentence of a draft, in its order. Raises InputError."""
    from index.language import language_of
    from index.sentences import sentences

    text = _draft(_raw(path))
    found = [" ".join(span.of(text).split()) for span in sentences(text, language_of(text))]
    told = [sentence for sentence in found if _states(sentence)]
    if not told:
        raise EmptyInput(path, "there is no sentence in it", "Give a text with at least one whole sentence")
    return told


def _draft(raw: Raw) -> str:
    """Nothing of a plain text is cut, as an article's furniture is: every sentence of a draft is to be printed."""
    from index.cleaning.lines import unwrapped
    from index.decode import decode
    from index.documents import Kind
    from index.frontmatter import split_front_matter
    from index.prepare import prepare

    if raw.kind is not Kind.TEXT:
        return prepare(raw).text
    _, body = split_front_matter(decode(raw.data, raw.path))
    return "\n".join(unwrapped(body.split("\n")))


def _states(sentence: str) -> bool:
    from index.terms import words

    return len(words(sentence)) >= (_LEAST_WORDS if sentence.endswith(_ENDS) else _LEAST_OPEN)


def _raw(path: str) -> Raw:
    from index.load import load

    found, *more = load([path], sys.stdin.buffer if sys.stdin else None)
    if isinstance(found, InputError):
        raise found
    if more or found.path != path:
        raise InputError(path, "this is a directory", "Give one file")
    return found
