"""German articles: attributions sentence by sentence, then what carries over from one sentence to the next."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Draft, cut_frames, within
from assistant.read.attribution.german.clauses import Sentence, parse
from assistant.read.attribution.german.colon import colon
from assistant.read.attribution.german.conditions import conditions
from assistant.read.attribution.german.counts import counts
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.impersonal import impersonal
from assistant.read.attribution.german.memory import Memory, append
from assistant.read.attribution.german.nouns import nouns, nouns_with_preposition
from assistant.read.attribution.german.pointers import pointers
from assistant.read.attribution.german.prepositions import prepositions
from assistant.read.attribution.german.speech import speech
from assistant.read.attribution.headline import headline
from assistant.read.attribution.quoting import Names, mixed
from assistant.read.attribution.tokens import quotations, tokens, units
from assistant.sourcing import Attribution, QuoteType
from index.documents import Span

NAMES = Names(word_set("determiners", "prepositions", "coordinators"), word_set("before_names"), bare=True)

_MANY = 40  # attributions: no sentence has so many


def german(text: str, sentences: Sequence[Span]) -> list[Attribution]:
    quotes = quotations(text)
    found: list[Attribution] = []
    memory = Memory()
    previous: Span | None = None
    first: Sentence | None = None
    for unit in units(text, sentences, quotes):
        sentence = parse(tokens(text, unit, quotes))
        here = _in_sentence(sentence, previous, memory.fresh)
        carried = memory.around(sentence, unit, here) if here else memory.carried(sentence, unit)
        if carried:
            append(found, carried)
        found += here
        first = first or sentence
        memory.note([] if carried else here, carried, sentence)
        previous = unit
    if first:
        found += headline(text, first.tokens, found, word_set("speaking_places"))
    return sorted(found + mixed(text, found, quotes, NAMES), key=lambda a: (a.content[0].start, -a.content[0].end))


def _in_sentence(sentence: Sentence, previous: Span | None, fresh: bool) -> list[Attribution]:
    drafts: list[Draft] = []
    for rule in (conditions, speech, impersonal, colon, nouns, nouns_with_preposition):
        for draft in rule(sentence):
            _add(drafts, draft)
    if not drafts:
        drafts += counts(sentence)
    # "Danach sei er gegangen": behind somebody's words it counts time.
    small = [draft for draft in pointers(sentence) if not (fresh and _is_danach(sentence, draft))]
    phrases = [*prepositions(sentence), *small]
    drafts += [within(draft, drafts) for draft in phrases]
    drafts = [draft for draft in drafts if draft.cue or not _is_told_better(draft, drafts)]
    if len(drafts) > _MANY:
        return []
    for draft in drafts:
        cut_frames(draft, drafts)
    found = (draft.told_after(sentence.tokens, previous) for draft in drafts)
    return [one for one in found if one]


def _is_told_better(draft: Draft, others: Sequence[Draft]) -> bool:
    """ "Da kam das Dementi: Das Boot sei heil, so Berg": what a colon alone attributes begins what somebody says."""
    starts = [one.content[0][0] for one in others if one.cue and one.source and one.content]
    return draft.type is not QuoteType.REPORTED and bool(draft.content) and draft.content[0][0] in starts


def _is_danach(sentence: Sentence, draft: Draft) -> bool:
    return sentence.tokens[draft.cue[0][0]].low == "danach"


def _add(drafts: list[Draft], draft: Draft) -> None:
    """Adds what a rule has found; of two with the same content the one with the longer cue stays."""
    for i, other in enumerate(drafts):
        same = draft.content[:1] == other.content[:1] and draft.back == other.back
        if same and (draft.type is other.type or not draft.cue):
            if len(draft.cue) > len(other.cue) and draft.cue[0] == other.cue[0]:
                drafts[i] = draft
            return
    drafts.append(draft)
