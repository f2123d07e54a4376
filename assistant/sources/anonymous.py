"""What to call somebody without a name: "official with knowledge of the file"."""

from __future__ import annotations

import re

from assistant.sources.figures import bare
from assistant.sources.phrase import Phrase
from assistant.sources.words import grammar

_HIDDEN = re.compile(r"(?:namentlich )?nicht (?:namentlich )?genannte\w* |(?:un|namentlich un)genannte\w* |anonyme\w* ")
_ENGLISH_CLAUSE = re.compile(r" (?:it|who|that|which|they|he|she)\b")


def unnamed_name(phrase: Phrase) -> str:
    """The words without article and clauses; "ein in Bern akkreditierter Diplomat" is a "Diplomat"."""
    name = bare(phrase.text.split(",")[0], phrase.language)
    if phrase.language == "en":
        name = _ENGLISH_CLAUSE.split(name)[0]
    name = _HIDDEN.sub("", name) or name
    if phrase.language == "de" and phrase.roles and name.split()[0].lower() in grammar("links", "de"):
        return phrase.roles[0].word
    return name
