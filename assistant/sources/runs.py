"""How far a name goes: a run of capitalised words with what joins them."""

from __future__ import annotations

import re

from assistant.sources.german import is_noun
from assistant.sources.given_names import given_names
from assistant.sources.kinds import is_somebody
from assistant.sources.misread import ends_name
from assistant.sources.page import BREAKS, MARKS, Page
from assistant.sources.words import Sort, grammar
from index.embedding.frequency import weight

_LATIN = re.compile(r"[A-Za-zÀ-ž]")
_THINGS = ("liches", "isches", "iges", "haftes")  # "berichtet dem Boten Erstaunliches"
_PERSON = 3  # words of a name and of what its bearer is
_SHORTEST_PART = 4  # letters of the parts of a compound
_UNKNOWN = 1.0  # the weight of a word that its language does not have


class Run:
    """A name that begins at a word of a page and ends before `stop`.

    `quoted`: between marks; `titled`: after a kind of body; `after_role`: after what somebody is.
    """

    def __init__(self, page: Page, at: int, stop: int, quoted: bool, titled: bool, after_role: bool) -> None:
        self._page = page
        self._at = at
        self._stop = stop
        self._quoted = quoted
        self._titled = titled
        self._after_role = after_role

    def end(self) -> int:
        """The number of the first word after it."""
        texts = self._page.texts
        end = self._at + 1
        while end < self._stop and self._goes_on(end):
            end += 1
        while end > self._at + 1 and not self._quoted and (texts[end - 1] == "&" or texts[end - 1] in grammar("noble")):
            end -= 1
        return end

    def _goes_on(self, end: int) -> bool:
        word = self._page.words[end]
        language = self._page.language
        if self._quoted:
            return word.text not in MARKS
        if word.text in MARKS or word.text in BREAKS or word.low in grammar("sayings", language):
            return False
        if word.text in grammar("noble"):
            return self._is_noble(end)
        if word.text[0].islower() and self._titled and language != "ru":
            return weight(word.text, language) >= _UNKNOWN  # "the daily Hospodarsky kuryr"
        if not word.text[0].isupper():
            return word.text == "&" or (language == "ru" and self._links_latin(end))
        if language == "de" and "-" in word.text and is_hyphened_role(self._page, word.text):
            return False
        if language == "de" and word.low.endswith(_THINGS):
            return False
        match = self._page.match(end)
        if match is None or (language == "en" and ends_name(self._page, end, match)):
            return True
        if match.sort is not Sort.ROLE:
            return False
        return match.border > 0 or self._after_role or self._page.texts[end - 1].partition("-")[0] in given_names()

    def _links_latin(self, end: int) -> bool:
        """A word in Latin letters between two capitals of a foreign name: "Courrier des Alpes"."""
        texts = self._page.texts
        capital = end + 1 < self._stop and _LATIN.match(texts[end + 1]) and texts[end + 1][0].isupper()
        return bool(capital and _LATIN.match(texts[end]) and _LATIN.match(texts[end - 1]))

    def _is_noble(self, end: int) -> bool:
        """ "Ursula von der Leyen", but "Rike Berg von der Bahn" """
        words = self._page.words
        after = next((w.text for w in words[end : min(end + 3, self._stop)] if w.text not in grammar("noble")), "")
        joined = all(w.text in grammar("noble") for w in words[self._at + 1 : end])
        return joined and after[:1].isupper() and self._page.entry(after) is None


def what_somebody_is(page: Page, at: int, end: int) -> int:
    """How many words before a name say what its bearer is: "Deichwart Jan Ohm"."""
    texts = page.texts
    if "&" in texts[at:end]:
        return 0
    given = next((n for n in range(at + 1, end - 1) if texts[n].partition("-")[0] in given_names()), at)
    if given > at:
        return given - at
    if page.language != "de" or end - at < _PERSON or any(text in grammar("legal_forms") for text in texts[at:end]):
        return 0
    return int(is_noun(texts[at]) or _is_somebody_by_end(texts[at]))


def _is_somebody_by_end(word: str) -> bool:
    """ "Rübenbauer": a compound that no list has, but that ends in a word for people."""
    return any(is_somebody(word[n:].capitalize(), "de") for n in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))


def is_hyphened_role(page: Page, text: str) -> bool:
    """ "HUR-Sprecher", "EU-Diplomat"."""
    match = page.entry(text.rpartition("-")[2])
    return match is not None and match.sort is Sort.ROLE
