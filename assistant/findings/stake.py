"""What shows that a source has a stake: what an article calls it where it names it, and what articles are about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from assistant.sources.lists import entries
from assistant.sourcing import Claim, Source
from index.documents import Article, Span
from index.sentences import sentences_of
from index.wordlists import LANGUAGES, word_list

_FOLDER = "assistant.words/sources"
# Where it is said what somebody is: "der Anwalt des Klubs, X", "agent X", "X, the owner of the mill, …", "X (Anwalt)".
_CALLED_BEFORE = re.compile(r"(?:[\w'’-]+ ){1,6}(?:[\w'’-]+, )?\Z")
_CALLED_BEHIND = re.compile(
    r"\s*(?:, |\()[^,;:()„“”\"«»]{3,70}(?=[,;:.)])"
    r"| (?:ist|war|steht|stand|wird|wurde|is|was|has been|faces|stands|als|as|находится|обвиняется)\b[^,;:()]{0,40}"
)
_ACRONYM = re.compile(r"[A-ZÄÖÜА-ЯЁ]{2,6}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEVER = re.compile(r"(?!)")
_LEADING = ("spokes", "owners")  # sorts of roles
_ADVISE = ("юрист", "помощник")  # who speaks for others, or explains the law to everybody
_WAR = 3  # words of war in an article that is about one


def has_role(source: Source, articles: Iterable[Article]) -> bool:
    """Whether an article calls the source what somebody with a stake is: a lawyer, an owner, a plaintiff."""
    return _is_called(source, articles, "role", but="not_role")


def leads(source: Source, articles: Iterable[Article]) -> bool:
    """Whether an article tells of somebody as who owns a body or speaks for it, and of none that only helps."""
    return source.named and any(
        _leading(article.language).search(words) and not _met(words, "institution", article.language)
        for article in articles
        for words in _beside(frozenset((source.name, *source.aliases)), article)
        if not _met(words, "not_role", article.language)
    )


@cache
def _leading(language: str) -> re.Pattern[str]:
    roles = entries("sources/roles")
    words = [word for sort in _LEADING for word in roles[sort].get(language, ()) if word not in _ADVISE]
    if not words:  # a language without lists
        return _NEVER
    return re.compile(rf"(?i)\b(?:{'|'.join(_form(word, language) for word in words)})\b")


def _form(listed: str, language: str) -> str:
    """In Russian with any ending, in German also at the end of a compound."""
    if language == "ru":
        return re.escape(listed[:-1]) + r"\w*"
    return (r"[\w-]*" if listed.startswith("*") else "") + re.escape(listed.removeprefix("*"))


def is_opponent(source: Source, articles: Iterable[Article]) -> bool:
    """Whether an article calls somebody in an office what those are who want others out of theirs."""
    return _is_called(source, articles, "opponent")


def is_disinterested(source: Source, articles: Iterable[Article]) -> bool:
    """Whether an article says that the source has no part in the matter, or lives by judging others: pollsters."""
    return _is_called(source, articles, "uninvolved")


def _is_called(source: Source, articles: Iterable[Article], what: str, *, but: str = "") -> bool:
    names = {source.name, *source.aliases}
    if any(_met(n, what, language) and not _met(n, but, language) for n in names for language in LANGUAGES):
        return True
    return source.named and any(
        _met(words, what, article.language) and not _met(words, but, article.language)
        for article in articles
        for words in _beside(frozenset(names), article)
    )


@lru_cache(maxsize=20_000)
def _beside(names: frozenset[str], article: Article) -> tuple[str, ...]:
    """What somebody is called at each mention of a name: right before it, or behind it between commas."""
    text = article.text
    if not any(name in text for name in names):
        return ()
    return tuple(
        _called(text, sentence, Span(at, at + len(name)))
        for sentence in sentences_of(article)
        for name in names
        if (at := text.find(name, sentence.start, sentence.end)) >= 0
    )


def _called(text: str, sentence: Span, name: Span) -> str:
    before = _CALLED_BEFORE.search(text, sentence.start, name.start)
    behind = _CALLED_BEHIND.match(text, name.end, sentence.end)
    return " | ".join(found.group() for found in (before, behind) if found)


def is_acronym(source: Source) -> bool:
    """Whether no article says what its letters stand for."""
    return all(_ACRONYM.fullmatch(name) for name in (source.name, *source.aliases))


def is_institution(source: Source) -> bool:
    """Whether its name is that of a body that helps, teaches, counts or judges."""
    return any(_met(source.name, "institution", language) for language in LANGUAGES)


def speaks_for_an_army(source: Source) -> bool:
    """Whether its name is that of a ministry or a staff that commands one."""
    return any(_met(name, "belligerent", language) for name in (source.name, *source.aliases) for language in LANGUAGES)


def is_fighter(source: Source) -> bool:
    """Whether its name is that of people who fight: rebels, a militia."""
    return any(_met(name, "fighter", language) for name in (source.name, *source.aliases) for language in LANGUAGES)


def tells_of_war(claim: Claim) -> bool:
    return _met(claim.text, "combat", claim.article.language)


@lru_cache(maxsize=2_000)
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
