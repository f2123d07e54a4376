"""How telling a word is, from how common it is. The only door to wordfreq."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache

_FALLBACK = "en"
# wordfreq's small lists end at one in a million words (Zipf 3); a word they lack is taken for one of Zipf 2.
_UNSEEN_ZIPF = 2.0
_COMMONEST_ZIPF = 8.0


@cache
def _frequencies(language: str) -> Mapping[str, float]:
    import wordfreq

    # The small lists load in 10 ms and the large ones in 500, and what they add is only rare against very rare.
    known = language in wordfreq.available_languages("small")
    frequencies: Mapping[str, float] = wordfreq.get_frequency_dict(language if known else _FALLBACK, "small")
    return frequencies


@lru_cache(maxsize=100_000)
def weight(word: str, language: str) -> float:
    """From 0 (as common as "the") to 1 (rare or unknown): 1 - Zipf frequency, scaled between 8 and 2.

    Zipf frequency is log10 of the occurrences in a billion words (van Heuven et al. 2014).
    """
    from math import log10

    frequency = max((_frequencies(language).get(spelling, 0.0) for spelling in _spellings(word)), default=0.0)
    zipf = max(_UNSEEN_ZIPF, log10(frequency) + 9) if frequency else _UNSEEN_ZIPF
    return max(0.0, (_COMMONEST_ZIPF - zipf) / (_COMMONEST_ZIPF - _UNSEEN_ZIPF))


def _spellings(word: str) -> set[str]:
    """As it is written, as a typewriter has it ("isn't", "еще"), and without an English genitive's ending."""
    plain = word.replace("’", "'").replace("ё", "е")
    return {word, plain, plain.removesuffix("'s")}


def known_words(language: str) -> Collection[str]:
    """The words that are used at least once in a million."""
    return _frequencies(language).keys()
