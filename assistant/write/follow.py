"""A follow-up question made whole without a model: it takes over what the last question was about.

A question leans on the last one where it opens with "und", has a pronoun that nothing in it explains, or is too short
to be about anything. Then the names and telling words of the last question (which has taken over those before it) are
set behind it. A question that stands alone stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.cues import Word, find, tokens
from assistant.domain import Turn
from assistant.gate.names import known_names, unsupported
from assistant.write.question import Asked, read_question
from index.embedding.frequency import weight
from index.search import query_language
from index.terms import stem, stop_words
from index.wordlists import LANGUAGES, words_of

_FOLDER = "assistant.words"
_TAKEN = 6  # words that are carried over
_OWN = 2  # telling words from which on a question without names is about something of its own
_FEW = 3  # words that are too few to be more than a beginning
_TELLING = 0.42  # the weight of a telling word


class EmbeddedCondenser:
    """Carries the last topic's names and key words over. Needs no model."""

    name = "embedded"

    def standalone(self, question: str, before: Sequence[Turn]) -> str:
        language = _language(question)
        if not before or not leans(question, language):
            return question
        carried = _new(topic(before), question, language)
        bare = _without_opener(question, language)
        return f"{bare} ({', '.join(carried)})" if carried else bare


def asks_for_opposition(question: str) -> bool:
    """Whether it asks who denies or contradicts what was said."""
    return bool(find("opposes_asked", question, _language(question)))


def asked_to_say(question: str) -> list[str]:
    """Whose word a question asks for that names nothing else: "Was sagt Laos dazu?" -> ["Laos"]."""
    language = _language(question)
    if not find("follow_says", question, language):
        return []
    names = _names(question, language)
    return [] if [w for w in _telling(question, language) if w not in names] else names


def leans(question: str, language: str) -> bool:
    """Whether a question cannot be understood without what was said before."""
    names = _names(question, language)
    if _points_back(question, language, names):
        return True
    own = [w for w in _telling(question, language) if w not in names]
    if _opens(question, language):
        return len(own) < _OWN or (not names and len(own) == _OWN)
    if names:
        return bool(find("follow_says", question, language)) and not own
    return len(own) < _OWN or (len(tokens(question)) <= _FEW and _asked(question, language) is Asked.OTHER)


def _asked(question: str, language: str) -> Asked:
    return read_question(question, language).asked


def topic(before: Sequence[Turn]) -> list[str]:
    """The names, then the other telling words of the last question in full; where it has none, of its answer."""
    last = before[-1]
    for text in (last.standalone, last.answer):
        language = _language(text)
        names = _names(text, language)
        words = [*names, *(w for w in _telling(text, language) if w not in names)]
        if words:
            return words[:_TAKEN]
    return topic(before[:-1]) if len(before) > 1 else []


def _language(text: str) -> str:
    return query_language(text, LANGUAGES)


def _names(text: str, language: str) -> list[str]:
    """Whatever a gate would not let pass that has no quotes at all; "Who" is no name, "WHO" is one."""
    found = dict.fromkeys(unsupported(text, language, known_names(())))
    return [name for name in found if name.isupper() or name.lower() not in stop_words(language)]


def _telling(text: str, language: str) -> list[str]:
    """The words that say what it is about, as they are written, without those that only ask what somebody says."""
    about = set(read_question(text, language).words)
    asking = [cue.span for name in ("opposes_asked", "follow_says") for cue in find(name, text, language)]
    return list(
        dict.fromkeys(
            w.span.of(text)
            for w in tokens(text)
            if any(part in about and weight(part, language) >= _TELLING for part in w.text.split("-"))
            and not any(w.span.overlaps(span) for span in asking)
        )
    )


def _opens(question: str, language: str) -> bool:
    first = tokens(question)[:1]
    return bool(first) and first[0].text in words_of(_FOLDER, "follow_openers", language)


def _without_opener(question: str, language: str) -> str:
    """ "und wer bestreitet das?" -> "Wer bestreitet das?"."""
    bare = question.strip()
    while len(tokens(bare)) > 1 and _opens(bare, language):
        bare = bare[tokens(bare)[1].span.start :]
    return bare[:1].upper() + bare[1:]


def _points_back(question: str, language: str, names: Sequence[str]) -> bool:
    """ "Er" may stand for a name before it, "es" only prepare what follows: "Is it true that Laos …"."""
    if find("follow_demonstratives", question, language) or _stands_alone(question, language):
        return True
    places = [question.find(name) for name in names]
    pronouns = [cue.span.start for cue in find("follow_pronouns", question, language)]
    neuters = [cue.span.start for cue in find("follow_neuter", question, language)]
    return any(all(at < name for name in places) for at in pronouns) or any(
        all(at > name for name in places) for at in neuters
    )


def _stands_alone(question: str, language: str) -> bool:
    """Whether "das" or "that" is no article or conjunction: it ends the question, or a word with no noun follows."""
    words = tokens(question)
    listed = words_of(_FOLDER, "follow_articles", language)
    return any(w.text in listed and _nothing_to_introduce(question, words[n + 1 :]) for n, w in enumerate(words))


def _nothing_to_introduce(question: str, rest: Sequence[Word]) -> bool:
    return len(rest) <= 1 and not any(w.span.of(question)[0].isupper() for w in rest)


def _new(words: Sequence[str], question: str, language: str) -> list[str]:
    """Those that the question does not have itself, in whatever form."""
    said = {stem(w.text, code) for w in tokens(question) for code in LANGUAGES}
    return [w for w in words if stem(w.lower(), language) not in said]
