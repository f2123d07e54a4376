"""Russian noun phrases around a verb of saying: who says it, before or behind the verb."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.russian.words import says, word_set
from assistant.read.attribution.segments import Piece
from assistant.read.attribution.tokens import Token

_PARTICIPLES = (
    "вший",
    "вшая",
    "вшее",
    "вшие",
    "вшего",
    "вшей",
    "щий",
    "щая",
    "щее",
    "щие",
    "щийся",
    "щаяся",
    "щиеся",
    "вшийся",
    "вшаяся",
    "вшиеся",
    "нный",
    "нная",
    "нное",
    "нные",
    "тый",
    "тая",
    "тые",
)
_FINITE = (
    "ет",
    "ёт",
    "ют",
    "ут",
    "ит",
    "ят",
    "ется",
    "ётся",
    "ются",
    "ится",
    "ятся",
    "ил",
    "ила",
    "ило",
    "или",
    "ал",
    "ала",
    "ало",
    "али",
    "ел",
    "ёл",
    "ела",
    "ели",
    "шла",
    "шло",
    "шли",
    "ял",
    "яла",
    "яло",
    "яли",
    "ул",
    "ула",
    "ули",
    "ыл",
    "ыла",
    "ыло",
    "ыли",
    "лся",
    "лась",
    "лось",
    "лись",
    "ены",
    "ена",
    "ено",
    "аны",
    "ана",
    "ано",
    "нят",
    "нята",
    "няты",
    "ыт",
    "ыта",
    "ыты",
    "ован",
    "ёт",
    "иты",
    "аты",
    "ято",
    "ыто",
    "ито",
    "шли",
    "шла",
    "шло",
    "шёл",
    "шел",
    "гли",
    "гла",
    "гло",
    "кли",
    "кла",
)


_DATIVES = ("у", "ю", "иям", "стям")  # ends of quoted names of who is told: «Вестнику», «Ведомостям»


def is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def has_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch looks like a clause: a finite verb by its ending, or a dash that stands for one."""
    stretch = [token for token in tokens[first : last + 1] if not token.quote]
    return any(token.text == "—" or token.low.endswith(_FINITE) or token.low in word_set("finite") for token in stretch)


def hangs(tokens: Sequence[Token], piece: Piece) -> bool:
    """Whether a piece says more of the noun before it: a participle, "который", or a phrase without a verb."""
    first = tokens[piece.first]
    if first.quote or piece.opener != ",":
        return False
    if first.low.startswith("котор") or first.low.endswith(_PARTICIPLES):
        return True
    if first.low in word_set("that", "conjunctions") or first.low in says():
        return False
    return not has_verb(tokens, piece.first, piece.last)


def subject_before(tokens: Sequence[Token], row: Sequence[Piece], k: int, at: int) -> Range | None:
    """The words before the verb that name who says it, without what opens the sentence."""
    piece = row[k]
    first, last = piece.first, at - 1
    while last >= first and tokens[last].low in word_set("auxiliaries"):
        last -= 1
    told = _before_hearer(tokens, first, last)
    if told < first or tokens[first].low in word_set("openers", "prepositions"):  # else it may be called so
        last = told
    if first > last:
        return _in_pieces_before(tokens, row, k)
    if (who := _agreeing(tokens, first, at)) and past_adjunct(tokens, first, last) > last:
        return who
    while first <= last and not tokens[first].quote and tokens[first].low in word_set("openers"):
        if _is_place(tokens, first, last):
            return first, last
        first = past_adjunct(tokens, first, last)
    invoked = next((i for i in range(first, last + 1) if _invokes(tokens, i)), -1)
    if invoked > first:
        last = invoked - 1
    told_in = next((i for i in range(first + 1, last) if _is_occasion(tokens, i)), -1)
    if told_in > first:  # "Министр в беседе с «Вестником» заверил"
        last = told_in - 1
    return (first, last) if first <= last else None


def _invokes(tokens: Sequence[Token], at: int) -> bool:
    """ "со ссылкой на …", "ссылаясь на …", and not "в беседе со «Спутником»"."""
    low = tokens[at].low
    return low in ("ссылаясь", "сославшись") or (low == "со" and not tokens[min(at + 1, len(tokens) - 1)].quote)


def _before_hearer(tokens: Sequence[Token], first: int, last: int) -> int:
    """ "В мэрии «Вестнику» подтвердили": the last word before the quoted name of who is told, which has the ending of
    a dative; the same word where there is none."""
    number = tokens[last].quote if first <= last else 0
    name = next((i for i in range(last, first - 1, -1) if is_word(tokens[i])), last)
    if not number or tokens[name].quote != number or tokens[name].text.isupper():  # «МГУ»
        return last
    if not tokens[name].low.endswith(_DATIVES):
        return last
    while last >= first and tokens[last].quote == number:
        last -= 1
    return last


def _is_occasion(tokens: Sequence[Token], at: int) -> bool:
    """ "в беседе с …": where something is said, behind who says it."""
    return tokens[at].low in ("в", "во", "на") and tokens[at + 1].low in word_set("occasions")


def _agreeing(tokens: Sequence[Token], first: int, at: int) -> Range | None:
    """ "К ночи спасатели сообщили", "На месте аварии полиция сообщила": the noun before the verb that agrees with it.

    One word behind a preposition belongs to it; a plural behind "в" and "на" may be a genitive: "в МЧС республики".
    """
    last = at - 1
    while last > first and tokens[last].low in word_set("auxiliaries"):
        last -= 1
    prepositions = [i for i in range(first, last) if tokens[i].low in word_set("prepositions") and not tokens[i].quote]
    if not prepositions or prepositions[-1] != first or last - first < 2 or not agrees(tokens[last], tokens[at]):
        return None
    if tokens[at].low.endswith("ли") and tokens[first].low in ("в", "во", "на"):
        return None
    return last, last


def agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun may be the subject of a verb in the past, by their ends."""
    low = noun.low
    if verb.low.endswith("ли"):
        return low.endswith(("и", "ы")) and not low.endswith("ии")
    if verb.low.endswith("ла"):
        return low.endswith(("а", "я"))
    return verb.low.endswith("л") and low[-1] in "бвгджзйклмнпрстфхцчшщ"


def _is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "В министерстве сообщили": the body stands in the locative, and nobody else is named."""
    if tokens[first].low not in ("в", "во", "на") or first == last or last - first > 5:
        return False
    return tokens[first + 1].low not in word_set("occasions") and past_adjunct(tokens, first, last) > last


def _past_openers(tokens: Sequence[Token], first: int, last: int) -> int:
    while first <= last and not tokens[first].quote and tokens[first].low in word_set("openers"):
        first = past_adjunct(tokens, first, last)
    return first


def past_adjunct(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past an adverb, or a preposition and its nouns: "В понедельник", "В интервью газете «Труд»"."""
    if tokens[first].low not in word_set("prepositions"):
        return first + 1
    at = first + 1
    if at <= last and tokens[at].low in word_set("occasions"):
        at += 1
        if at <= last and tokens[at].low in ("с", "со"):
            at += 1
        while at <= last and (tokens[at].quote or tokens[at].low in word_set("media")):
            at += 1
        return at
    while at <= last and not tokens[at].quote and not tokens[at].text[0].isupper() and at - first < 4:
        at += 1
    return at


def _in_pieces_before(tokens: Sequence[Token], row: Sequence[Piece], k: int) -> Range | None:
    """ "Партия «Долон», выставившая кандидатов, утверждает": the subject opens the sentence."""
    j = k - 1
    while j > 0 and row[j].opener == "," and hangs(tokens, row[j]):
        j -= 1
    if j < 0 or j == k or has_verb(tokens, row[j].first, row[j].last) or tokens[row[j].last].low in says():
        return None
    first = _past_openers(tokens, row[j].first, row[j].last)
    last = row[j].last
    for piece in row[j + 1 : k]:
        word = tokens[piece.first].low
        if word.startswith("котор") or word.endswith(_PARTICIPLES):
            break
        last = piece.last
    return (first, last) if first <= last else None


def subject_after(tokens: Sequence[Token], at: int, piece: Piece) -> Range | None:
    """The words behind the verb: "сообщил в понедельник журналистам глава ведомства Иван Петров"."""
    first = _past_hearer(tokens, at + 1, piece.last)
    place: Range | None = None  # what is taken where nobody is named in the nominative
    if tokens[at].low in word_set("from_documents") and first < piece.last and tokens[first].low == "из":
        return first, piece.last
    while first <= piece.last and not tokens[first].quote:
        low = tokens[first].low
        if low in word_set("prepositions"):
            stop = past_adjunct(tokens, first, piece.last)
            following = tokens[min(first + 1, piece.last)]
            named = following.low not in word_set("occasions") and not following.text[0].isdigit()
            if low in ("в", "во", "на") and named:
                place = place or (first, piece.last)
            first = stop
        elif low in word_set("auxiliaries", "datives"):
            place = (first, first) if low in word_set("media") and first == piece.last else place
            first += 1
        else:
            break
    last = _past_participle(tokens, first, piece.last)
    while last <= piece.last and (
        last == first or tokens[last].quote or tokens[last].low not in word_set("ends_subject") or _one_of(tokens, last)
    ):
        last += 1
    last = _before_hearer(tokens, first, last - 1) + 1
    return (first, last - 1) if first < last else _without_hearer(tokens, place)


def _without_hearer(tokens: Sequence[Token], place: Range | None) -> Range | None:
    """ "сообщили в мэрии «Вестнику»"."""
    if place is None:
        return None
    first, last = place
    told = _before_hearer(tokens, first, last)
    return (first, told) if told > first else place


def _past_hearer(tokens: Sequence[Token], at: int, last: int) -> int:
    """ "рассказал «Маяку» дипломат": past the quoted name of who is told, if somebody is named behind it."""
    stop = at
    while stop <= last and tokens[stop].quote and tokens[stop].quote == tokens[at].quote:
        stop += 1
    if not at < stop <= last or not tokens[stop].text[0].isalpha():
        return at
    listens = _before_hearer(tokens, at, stop - 1) < at  # "рассказали «Вестнику» в полиции"
    return stop if listens or tokens[stop].low not in word_set("ends_subject") else at


def _past_participle(tokens: Sequence[Token], first: int, last: int) -> int:
    """ "живущий в Риге дипломат": past the preposition that belongs to a participle before the noun."""
    if first + 3 > last or not tokens[first].low.endswith(_PARTICIPLES):
        return first
    at = first + 1
    return at + 2 if tokens[at].low in word_set("prepositions") else first


def _one_of(tokens: Sequence[Token], at: int) -> bool:
    """ "одна из работниц"."""
    return tokens[at].low == "из" and tokens[at - 1].low in word_set("one_of")
