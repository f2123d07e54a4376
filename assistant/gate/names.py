"""Names in a drafted sentence, and whether its quotes know them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.gate.nouns import Token, is_common, is_function_word
from assistant.gate.valued import forms
from assistant.sources.places import state_of
from index.documents import Span
from index.places import Place, places
from index.spelling import consonants, is_cyrillic, sounds, variants
from index.wordlists import words_of

_FOLDER = "assistant.words"
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]\s+|[„“«»\"‚‘(])\s*[„“«»\"‚‘(–—-]*\s*\Z")
_CLOSES = re.compile(r"[“”«»\"’]")
_CONNECTORS = frozenset(["of", "the", "and", "for", "de", "la", "und", "für", "der", "des", "и", "в", "по"])
_ADJECTIVE_END = re.compile(r"(?:e|er|en|em|es)\Z")
_SHORTEST_STEM = 5
_TITLE = 3  # words in quotation marks that are a name: «Вестник», "Podil Courier"
_SHORTEST_PART = 4
_PREFIX_OF_COMPOUND = 5  # letters that a name needs to be recognised at the start of a German compound


@dataclass(frozen=True, slots=True)
class Known:
    """What the quotes, the publisher and the date know of names."""

    places: frozenset[str]
    words: tuple[str, ...]
    variants: frozenset[str]
    sounds: frozenset[str]
    consonants: frozenset[str]
    cyrillic: bool
    latin: bool


def known_names(texts: Sequence[str]) -> Known:
    words = tuple(match.group() for text in texts for match in _TOKEN.finditer(text))
    return Known(
        frozenset(place.id for text in texts for place in places(text)),
        words,
        frozenset(variant for word in words for variant in variants(word)),
        frozenset(sound for word in words for sound in sounds(word)),
        frozenset(bone for word in words for bone in consonants(word)),
        any(is_cyrillic(word) for word in words),
        any(not is_cyrillic(word) for word in words),
    )


def unsupported(sentence: str, language: str, known: Known, taken: Sequence[Span] = ()) -> list[str]:
    """The names of a sentence that the quotes don't have; `taken`: spans of its dates."""
    named = places(sentence)
    strangers = [place.words for place in named if not _is_known_place(place, known)]
    settled = [*taken, *(place.span for place in named)]
    spelled_out = _spelled_out_acronyms(sentence, known)
    for token in _tokens(sentence):
        if any(token.span.overlaps(span) for span in (*settled, *spelled_out)):
            continue
        if _looks_like_name(token, language) and not is_known(token.word, known) and not is_common(token, language):
            strangers.append(token.word)
    return strangers


def _is_known_place(place: Place, known: Known) -> bool:
    """Also a state whose capital the quotes name; not the other way round, as a capital is also a city."""
    if place.id in known.places or place.id in {state_of(other) for other in known.places}:
        return True
    return all(is_known(word, known) for word in _TOKEN.findall(place.words))


def _tokens(sentence: str) -> Iterator[Token]:
    matches = list(_TOKEN.finditer(sentence))
    for at, match in enumerate(matches):
        before = matches[at - 1] if at else None
        after = matches[at + 1] if at + 1 < len(matches) else None
        yield Token(
            match.group(),
            Span(match.start(), match.end()),
            before.group() if before and not sentence[before.end() : match.start()].strip(" .-") else "",
            after.group() if after and not sentence[match.end() : after.start()].strip(" .-") else "",
            (_starts(sentence, match.start()) and not _is_title(sentence, match.start())) or at == 0,
        )


def _starts(sentence: str, at: int) -> bool:
    return bool(_SENTENCE_START.search(sentence, max(0, at - 8), at))


def _is_title(sentence: str, at: int) -> bool:
    """Whether a word begins a few words in quotation marks: they are a name, and no sentence."""
    end = _CLOSES.search(sentence, at)
    return bool(at and sentence[at - 1] in '„“«»"‚‘' and end and len(sentence[at : end.start()].split()) <= _TITLE)


def _looks_like_name(token: Token, language: str) -> bool:
    word = token.word
    if not word[0].isupper() and not any(c.isupper() for c in word[1:]):
        return False
    if len(word) == 1 or any(word in words_of(_FOLDER, name) for name in ("common_capitals", "person_titles")):
        return False
    lowered = word.lower()
    if not word.isupper() and is_function_word(lowered, language):
        return False
    return not _is_number_word(lowered, language)


def _is_number_word(word: str, language: str) -> bool:
    lists = ("number_words", "ordinal_words", "scale_words", "vague_words", "weekdays", "months", "currencies")
    return any(forms(name, language).value(word) is not None for name in lists)


def is_known(word: str, known: Known) -> bool:
    """Whether a name is one of those, in another spelling, script or case, or their letters."""
    if variants(word) & known.variants or _is_inflected(word, known):
        return True
    if word.isupper() and 2 <= len(word) <= 6:
        return any(_abbreviates(word, known.words, at) for at in range(len(known.words)))
    if _begins_compound(word, known):
        return True
    foreign = known.latin if is_cyrillic(word) else known.cyrillic
    return bool(sounds(word) & known.sounds) or (foreign and bool(consonants(word) & known.consonants))


def _is_inflected(word: str, known: Known) -> bool:
    """ "Badischer Morgenzeitung" for "Badische Morgenzeitung": an adjective in a name."""
    stem = _ADJECTIVE_END.sub("", word)
    return len(stem) >= _SHORTEST_STEM and any(
        other[:1].isupper() and _ADJECTIVE_END.sub("", other) == stem for other in known.words
    )


def _abbreviates(acronym: str, words: Sequence[str], at: int) -> bool:
    """Whether the letters are those of two or more words from `at` on: "DWD" for "Deutscher Wetterdienst"."""
    left, used = acronym.lower(), 0
    for word in words[at : at + 2 * len(acronym)]:
        if used and word.lower() in _CONNECTORS:
            continue
        if not left or not word[0].isupper() or word[0].lower() != left[0]:
            break
        left, used = left[1:], used + 1
        if used > 1 and len(left) == 1 and left in word[_SHORTEST_PART:].lower():
            left = ""  # the second part of a compound
    return not left and used > 1


def _begins_compound(word: str, known: Known) -> bool:
    """ "Kreml" in "Kremlsprecher"."""
    lowered = word.lower()
    return len(word) >= _PREFIX_OF_COMPOUND and any(
        len(other) >= len(word) + 4 and other.lower().startswith(lowered) for other in known.words
    )


def _spelled_out_acronyms(sentence: str, known: Known) -> list[Span]:
    """Runs of capitalised words whose first letters are an acronym of the quotes."""
    acronyms = {word for word in known.words if word.isupper() and len(word) >= 2}
    if not acronyms:
        return []
    tokens = [m for m in _TOKEN.finditer(sentence) if m.group().lower() not in _CONNECTORS]
    spans = []
    for at in range(len(tokens)):
        for length in range(2, min(7, len(tokens) - at + 1)):
            run = tokens[at : at + length]
            if "".join(m.group()[0] for m in run) in acronyms:
                spans.append(Span(run[0].start(), run[-1].end()))
    return spans
