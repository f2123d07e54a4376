"""What to call somebody without a name: "official with knowledge of the file"."""

from __future__ import annotations

import re

from assistant.sources.figures import bare
from assistant.sources.phrase import Phrase
from assistant.sources.words import grammar

_HIDDEN = re.compile(r"(?:namentlich )?nicht (?:namentlich )?genannte\w* |(?:un|namentlich un)genannte\w* |anonyme\w* ")
_SAYINGS = re.compile(
    r"\A(?:(?:de[nr] )?(?:Angaben|Aussagen?|Informationen|Erkenntnissen|Darstellung|Schilderung(?:en)?|Auskunft|Worten"
    r"|Feststellung(?:en)?|Einschätzung(?:en)?|Ansicht|Auffassung|Meinung|Überzeugung|Berechnung(?:en)?|Schätzung(?:en)?"
    r"|Mitteilung|Bekunden|Lesart|Version|Bericht(?:en)?)"
    r"|accounts?|statements?) (?:von|vom|of|by|der|des) "
)
_AND = re.compile(r" (?:und|and|и) ")
# "Напомним, газета": a word to the reader, and then who it is.
_ASIDES = re.compile(r"\A(?:Напомним|Отметим|Добавим|Уточним|Заметим|Поясним|Кстати|Впрочем|Между тем|При этом),?\s+")
_LONG = 7  # words from which two in one are too long a name
# Of Russian words in the genitive, those of which the ending tells it.
_GENITIVES = (
    (re.compile(r"(?<=[кгхжшчщ])их\Z|(?<=н)их\Z"), "ие"),
    (re.compile(r"ых\Z"), "ые"),
    (re.compile(r"\Aлюдей\Z"), "люди"),
    (re.compile(r"(?<=тел)ей\Z"), "и"),
    (re.compile(r"(?<=[кгхжшчщ])ов\Z"), "и"),
    (re.compile(r"(?<=[бвдзлмнпрстф])ов\Z"), "ы"),
    (re.compile(r"\A(источник|собеседник|информатор|инсайдер)а\Z"), r"\1"),
)
_ENGLISH_ONE = re.compile(r"\A(?:one|another) ", re.IGNORECASE)
_ENGLISH_CLAUSE = re.compile(r" (?:it|who|that|which|they|he|she)\b")


def unnamed_name(phrase: Phrase) -> str:
    """The words without article and clauses; "ein in Bern akkreditierter Diplomat" is a "Diplomat"."""
    text = _SAYINGS.sub("", _ASIDES.sub("", phrase.text).split(",")[0])
    if len(text.split()) > _LONG:
        text = _AND.split(text)[0]
    name = bare(text, phrase.language)
    if phrase.language == "en":
        name = _ENGLISH_ONE.sub("", _ENGLISH_CLAUSE.split(name)[0])
    name = _HIDDEN.sub("", name) or name
    if phrase.language == "ru":
        return _nominative(name)
    if phrase.language == "de" and phrase.roles and name.split()[0].lower() in grammar("links", "de"):
        return phrase.roles[0].word
    return name


def _nominative(name: str) -> str:
    """ "лондонских брокеров" -> "лондонские брокеры", up to the first preposition or what hangs on the noun."""
    words = name.split()
    for n, word in enumerate(words):
        form = next((p.sub(ending, word) for p, ending in _GENITIVES if p.search(word)), None)
        if form is None:
            break
        words[n] = form
        if not form.endswith(("ие", "ые")):
            break
    return " ".join(words)
