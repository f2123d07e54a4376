"""Which sentences state something that can be checked: no questions, calls to the reader, bylines, datelines."""

from __future__ import annotations

import re

from index.documents import Article, Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_BYLINE = re.compile(r"\A(?:Von|By|Автор:?|Text:|Fotos?:|Photo:|Фото:)\s+[A-ZÄÖÜА-Я][^.!?]{2,60}\Z")
_DATELINE = re.compile(
    r"\A[A-ZÄÖÜА-ЯЁ][\w-]+(?: [A-ZÄÖÜА-ЯЁ][\w-]+)*, (?:\d{1,2}\.? \w+|\w+ \d{1,2})\.?\s*[—–/-].{0,25}\Z"
)
_ENDS = re.compile(r"[.!?…:][\"“”»«’)\]]*\Z|[\"“”»«]\Z")
_QUESTION = re.compile(r"\?[\"“”»«’)\s]*\Z")
_CONTACT = re.compile(r"\S@\S+\.\w|\bhttps?://|\bwww\.| \| ")
_QUOTED = re.compile(r"[„“«»\"][^„“”«»\"]*[“”«»\"]?")
_READER = {
    "de": re.compile(
        r"(?<!^)(?<![.!?:] )\b(?:Sie|Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer)\b|\b(?:[Dd]u|[Dd]ich|[Dd]einen?|[Ee]uch)\b"
    ),
    "en": re.compile(r"\b(?:[Yy]ou|[Yy]our|[Ss]end us|[Ww]rite to us|[Tt]ell us)\b"),
    "ru": re.compile(r"\b(?:[Вв]ы|[Вв]ас|[Вв]ам|[Вв]аш\w*)\b"),
}
_BRACKETS = re.compile(r"\([^)]*\)")
_FEWEST = 3  # words
_LABEL = 8  # words up to which a line of the body without a full stop is a label


def is_checkable(article: Article, sentence: Span, headline: bool) -> bool:
    words = sentence.of(article.text)
    count = len(_WORD.findall(_BRACKETS.sub("", words)))
    if _CONTACT.search(words) or (count <= _LABEL and words.endswith(":")):
        return False
    if count < _FEWEST or _QUESTION.search(words) or _BYLINE.match(words) or _DATELINE.match(words):
        return False
    if headline:
        return True
    if count <= _LABEL and not _ENDS.search(words) and _is_whole_line(article.text, sentence):
        return False
    return not _calls_reader(words, article.language)


def _calls_reader(words: str, language: str) -> bool:
    """Whether the words outside quotations speak to the reader."""
    pattern = _READER.get(language)
    return pattern is not None and pattern.search(_QUOTED.sub("", words)) is not None


def _is_whole_line(text: str, sentence: Span) -> bool:
    before = text[sentence.start - 1 : sentence.start]
    return before in ("", "\n") and text[sentence.end : sentence.end + 1] in ("", "\n")
