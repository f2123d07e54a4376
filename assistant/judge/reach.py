"""How far a negation or a denial reaches: not past an "and" that begins another thing said of the same subject.

"The school is damaged and cannot be used" leaves the damage standing. And what a denial points back at: "Das bestritt
er" denies what was said before it, "bestritt, dass das Haus …" what it says itself.
"""

from __future__ import annotations

import re

from index.documents import Span

_JOINS = {
    "de": re.compile(r"\b(?:und|sowie)\b\s+(?P<next>\w+)"),
    "en": re.compile(r"\band\b\s+(?P<next>[\w'’]+)", re.IGNORECASE),
    "ru": re.compile(r"\bи\b\s+(?P<next>\w+)"),
}
# What begins another thing said, rather than another member of a list.
_BEGINS = {
    "de": re.compile(r"(?!(?:de[rnms]|die|das|ein\w*|ihr\w*|sein\w*|zwei|drei)\b)[a-zäöü]\w+"),
    "en": re.compile(
        r"\w+ed|can(?:not)?|could|will|would|was|were|is|are|has|have|had|did|does|do|said|told|put|must|may|might|should"
    ),
    "ru": re.compile(r"не|нет|[а-яё]+(?:л[аои]?|л[аои]?сь|лся|[ауюияе]т|[ауюияе]тся|[её]н[аоы]?|[ая]н[аоы]?)"),
}
# What somebody said, as a thing.
_ACCOUNTS = {
    "de": r"Vorw[uü]rfe?n?|Darstellung(?:en)?|Berichte?n?|Behauptung(?:en)?|Meldung(?:en)?|Anschuldigung(?:en)?"
    r"|Aussagen?|Gerüchte?n?|Vermutung(?:en)?|Angaben?|Mitteilung(?:en)?|Information(?:en)?"
    r"|Spekulation(?:en)?|Nachrichte?n?",
    "en": r"claims?|allegations?|reports?|accounts?|accusations?|suggestions?|assertions?|rumou?rs?"
    r"|story|stories|charges?|statements?|speculation|information|notion|idea",
    "ru": r"(?:информаци|сообщени|обвинени|слух|заявлени|утверждени"
    r"|предположени|спекуляци|сведени|новост|верси)\w*",
}
# What follows such a word where it is said what was said: "the claim that …", "den Vorwurf, es …".
_SAID = {
    "de": re.compile(rf"\b(?:{_ACCOUNTS['de']})\s*,?\s*(?:dass|daß|es|er|sie|man|wonach|laut denen|nach denen)\b"),
    "en": re.compile(rf"\b(?:{_ACCOUNTS['en']})\s*,?\s*(?:that|it|he|she|they)\b", re.IGNORECASE),
    "ru": re.compile(rf"\b(?:{_ACCOUNTS['ru']})\s*,?\s*(?:что|будто|о том)\b", re.IGNORECASE),
}
_PRONOUN = {
    "de": re.compile(
        r"(?:^|[.:;,„“\"»–—]\s*)(?:[Dd]as|[Dd]em|[Dd]ies|Diese[nsm]?) (?=(?:[a-zäöü]+te|[a-zäöü]+t|[a-zäöü]+ten"
        r"|[a-zäöü]*(?:wies|stritt|sprach|ließ|sei|ist|war|wurde|wird))\b)"
        r"|\b(?:das|dies) (?=(?:am|im|in|auf|als|aber|jedoch|allerdings|entschieden|zurück|ab|energisch|nicht)\b)"
        r"|\b(?:das|dies)(?: [a-zäöü]+){0,4}[.,:;„“\"]|\bdiese[nrs]? [A-ZÄÖÜ]\w+"
        rf"|\b[Dd](?:en|ie|er|iese) (?:{_ACCOUNTS['de']})(?! (?:de[rs]|eine[rs]|von|vom)\b)"
    ),
    "en": re.compile(
        r"\b(?:this|it|these|those)\b|\bthat\b(?=\s*[.,;:\"”]|$| an? )"
        rf"|\b(?:the|such|any|all) (?:{_ACCOUNTS['en']})\b(?! (?:of|that|by)\b)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        rf"\bэт(?:о|ого|ому|и|от|у|их|им)\b|\b(?:{_ACCOUNTS['ru']})(?=\s*[.,;»]|$)",
        re.IGNORECASE,
    ),
}


def is_cut_off(text: str, language: str, one: Span, other: Span) -> bool:
    """Whether another thing said of the same subject begins between the two spans."""
    start, end = sorted((one, other))
    joins, begins = _JOINS.get(language, _JOINS["de"]), _BEGINS.get(language, _BEGINS["de"])
    between = text[start.end : end.start]
    return any(begins.fullmatch(m["next"]) for m in joins.finditer(f"{between}{end.of(text).split()[0]}"))


def points_back(text: str, language: str) -> bool:
    """Whether a text speaks of what was said before it as of a thing: "das", "it", "the allegation"."""
    return bool(_PRONOUN.get(language, _PRONOUN["de"]).search(text))


def says_what(text: str, language: str) -> bool:
    """Whether a text names an account and says what it is: "den Vorwurf, es fehle an Personal"."""
    return bool(_SAID.get(language, _SAID["de"]).search(text))
