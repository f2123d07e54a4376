"""What shows that a source has a stake: what an article calls it where it names it, and what articles are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.sourcing import Source
from index.documents import Article
from index.sentences import sentences_of
from index.wordlists import LANGUAGES, word_list

_FOLDER = "assistant.words/sources"
_BESIDE = 48  # characters on each side of a name, in which it is said what somebody is
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WAR = 3  # words of war in an article that is about one


def has_role(source: Source, articles: Iterable[Article]) -> bool:
    """Whether an article calls the source what somebody with a stake is: a lawyer, an owner, a plaintiff."""
    if not source.named:
        return any(_met(source.name, "role", language) for language in LANGUAGES)
    names = {source.name, *source.aliases}
    return any(
        _met(words, "role", article.language) and not _met(words, "not_role", article.language)
        for article in articles
        for words in _beside(names, article)
    )


def _beside(names: Iterable[str], article: Article) -> Iterator[str]:
    """The words around each mention of a name, within its sentence."""
    text = article.text
    for sentence in sentences_of(article):
        for name in names:
            at = text.find(name, sentence.start, sentence.end)
            if at >= 0:
                yield text[max(sentence.start, at - _BESIDE) : min(sentence.end, at + len(name) + _BESIDE)]


def is_institution(source: Source) -> bool:
    """Whether its name is that of a body that helps, teaches, counts or judges."""
    return any(_met(source.name, "institution", language) for language in LANGUAGES)


def speaks_for_an_army(source: Source) -> bool:
    """Whether its name is that of a ministry or a staff that commands one."""
    return any(_met(name, "belligerent", language) for name in (source.name, *source.aliases) for language in LANGUAGES)


def is_of_war(article: Article) -> bool:
    pattern = _pattern("war", article.language)
    return pattern is not None and sum(1 for _ in pattern.finditer(article.text)) >= _WAR


def _met(text: str, name: str, language: str) -> bool:
    pattern = _pattern(name, language)
    return pattern is not None and pattern.search(text) is not None


@cache
def _pattern(name: str, language: str) -> re.Pattern[str] | None:
    beginnings = word_list(_FOLDER, "stakes").get(f"{name}_{language}", ())
    if not beginnings:
        return None
    return re.compile(rf"(?i)\b(?:{'|'.join(map(_word, beginnings))})")


def _word(listed: str) -> str:
    within = r"\w*" if listed.startswith("-") else ""
    whole = r"\b" if listed.endswith("-") else ""
    return within + re.escape(listed.strip("-")) + whole
