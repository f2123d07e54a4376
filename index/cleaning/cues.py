"""What the word lists recognise in a line: phrases of page furniture, as data in index/words.

A phrase is words parted by spaces; a word that ends in "*" stands for all that begin so. Matching goes word by word
through an index, since an alternation of some hundred phrases would cost more than everything else in cleaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from index.wordlists import words_of

_KEY = 3  # letters of the first word that phrases are found by


class Cue(StrEnum):
    """A list in index/words/<language>.yaml, by its name there."""

    TEASER = "teaser_starts"  # the line begins so
    LIST_HEAD = "list_heads"  # the line says little else: a list of links follows
    COMMENTS = "comment_heads"  # the line says little else: readers' comments follow
    ADVERT = "advert_starts"
    SIGN_UP = "sign_up"  # anywhere in a short line: subscribe, follow, write to us, pay
    PRODUCT = "product_words"  # newsletter, app, podcast: furniture only where the line isn't a sentence
    IMPRINT = "imprint_cues"
    RIGHTS = "rights_phrases"  # enough by itself: all rights reserved
    SOCIAL = "social_words"
    PHOTO_START = "photo_starts"
    PHOTO_SOURCE = "photo_sources"
    READING = "reading_words"
    CORRECTION = "correction_starts"
    LABEL = "notice_labels"  # "Transparency note"
    MACHINE = "machine_words"
    FEED = "feed_words"  # "automatically": tells of a feed, not of who wrote
    THIS_TEXT = "this_text"  # the article speaks of itself
    MAKING = "making_words"
    CONTACT = "contact_words"  # press office: stays
    BYLINE = "byline_starts"
    ABOUT = "about_person"
    SKIP = "skip_links"  # the line says little else: buttons and states of the page
    TAGS = "tag_labels"
    READER = "reader_words"  # from here on each is weak alone, and only weighed together
    CALL = "call_words"
    SITE = "site_words"
    OFFER = "offer_words"
    HOUSE = "house_words"
    ROBOT = "robot_words"
    CRAFT = "craft_words"
    WRITER = "writer_words"
    MENU = "menu_words"


_AT_START = frozenset(
    {Cue.TEASER, Cue.ADVERT, Cue.PHOTO_START, Cue.CORRECTION, Cue.LABEL, Cue.BYLINE, Cue.ABOUT, Cue.TAGS}
)
_ALONE = frozenset({Cue.LIST_HEAD, Cue.COMMENTS, Cue.SKIP})
WEAK = frozenset(
    {Cue.READER, Cue.CALL, Cue.SITE, Cue.OFFER, Cue.HOUSE, Cue.ROBOT, Cue.CRAFT, Cue.WRITER, Cue.MENU, Cue.TAGS}
)
WEIGHED = 60  # words; in longer lines weak cues say nothing
_TITLED = 30  # words of a heading that repeats the title ("12 responses to …")
_SLACK = 3  # words that a heading may have beside its phrase ("More from the Morning Post")

_Phrase = tuple[tuple[str, ...], Cue]


@cache
def _index() -> tuple[dict[str, list[_Phrase]], dict[str, list[_Phrase]]]:
    """Phrases by their first word; and those whose first word is open ("newsletter*"), by its first letters."""
    whole: dict[str, list[_Phrase]] = {}
    opened: dict[str, list[_Phrase]] = {}
    for cue in Cue:
        for phrase in words_of("index.words", cue.value):
            parts = tuple(phrase.split())
            if parts[0][-1] == "*":
                opened.setdefault(parts[0][:_KEY], []).append((parts, cue))
            else:
                whole.setdefault(parts[0], []).append((parts, cue))
            if cue is Cue.LIST_HEAD and len(parts) > 1 and parts[0][-1] != "*":
                whole[parts[0]].append((parts, Cue.TEASER))  # "Most read: …"
    return whole, opened


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a line: where its phrase begins, counted in words, and how many words it has."""

    cue: Cue
    at: int
    length: int


def cues_in(tokens: Sequence[str]) -> tuple[Found, ...]:
    """The cues of a line, given its words in lower case."""
    whole, opened = _index()
    total = len(tokens)
    return tuple(
        Found(cue, i, len(parts))
        for i, token in enumerate(tokens)
        for parts, cue in (*whole.get(token, ()), *opened.get(token[:_KEY], ()))
        if _fits(cue, i, len(parts), total) and _matches(parts, tokens, i)
    )


def _fits(cue: Cue, at: int, length: int, total: int) -> bool:
    if cue in _AT_START:
        return at == 0
    if cue in WEAK and total > WEIGHED:
        return False
    if cue in _ALONE:
        titled = cue is Cue.COMMENTS and length > 1 and total < _TITLED
        return at <= 1 and (titled or total - length <= _SLACK)
    return True


def _matches(parts: Sequence[str], tokens: Sequence[str], at: int) -> bool:
    if at + len(parts) > len(tokens):
        return False
    return all(
        token.startswith(part[:-1]) if part[-1] == "*" else token == part
        for part, token in zip(parts, tokens[at : at + len(parts)], strict=True)
    )
