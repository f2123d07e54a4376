"""Russian attributions in one sentence: verbs of saying before and after what is said, "по данным", "как сообщает"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim, within, without
from assistant.read.attribution.russian.inside import inside_quotation
from assistant.read.attribution.russian.phrases import hangs, has_verb, subject_after, subject_before
from assistant.read.attribution.russian.words import (
    counts,
    idioms,
    names,
    phrases,
    reports,
    reports_with,
    says,
    word_set,
)
from assistant.read.attribution.segments import Piece, piece_at, pieces
from assistant.read.attribution.tokens import Token
from assistant.sourcing import QuoteType

_NEAR = 5  # words behind a verb within which "о" says what it tells of: "сообщила в среду о"
_ACCUSES = ("обвиняют", "обвинили", "подозревают", "заподозрили")
_ADJECTIVES = ("ым", "им", "ей", "ой", "ему", "ому")


class Sentence:
    """One sentence, and the drafts that its rules find."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.pieces = pieces(tokens)

    def drafts(self) -> list[Draft]:
        found: list[Draft] = []
        for at, token in enumerate(self.tokens):
            draft = None
            if token.quote:
                draft = inside_quotation(self.tokens, at)
            elif token.low in says() or token.low in reports() or token.low in names() or token.low in counts():
                draft = self._verb(at)
            elif token.low in word_set("gerunds") and found:
                draft = self._gerund(at, found[0])
            else:
                draft = self._phrase(at)
            draft = draft or (None if token.quote else self._idiom(at))
            if draft and draft.content:
                found.append(draft)
        return [within(draft, found) if not draft.back and self._is_phrase(draft) else draft for draft in found]

    def _is_phrase(self, draft: Draft) -> bool:
        return self.tokens[draft.cue[0][0]].low in (*phrases("according"), *phrases("according_his"))

    def _verb(self, at: int) -> Draft | None:
        row, k = self.tokens, piece_at(self.pieces, at)
        piece, low = self.pieces[k], row[at].low
        if at > piece.first and row[at - 1].low in word_set("negations") and low not in word_set("positive_negated"):
            return None
        if low in says():
            if any(row[i].low == "как" for i in range(piece.first, at)):
                return self._how(at, k)
            found = self._before(at, k) or self._behind(at, k)
            if found:
                return found
        return self._told_of(at, k)

    def _idiom(self, at: int) -> Draft | None:
        """ "выразил уверенность, что …", "высказался против …": a phrase that takes a clause, or tells the act."""
        low, k = self.tokens[at].low, piece_at(self.pieces, at)
        if self._follows(at, idioms().get(low, ())):
            return self._before(at, k)
        if not self._follows(at, reports_with().get(low, ())):
            return None
        who = subject_before(self.tokens, self.pieces, k, at) or subject_after(self.tokens, at, self.pieces[k])
        return self._report(at, who, k) if who else None

    def _follows(self, at: int, phrases: Sequence[tuple[str, ...]]) -> bool:
        return any(tuple(t.low for t in self.tokens[at + 1 : at + 1 + len(p)]) == p for p in phrases)

    def _before(self, at: int, k: int) -> Draft | None:
        following = self._complement(k)
        if following is None:
            return None
        row, piece = self.tokens, self.pieces[k]
        who = subject_before(row, self.pieces, k, at) or subject_after(row, at, piece)
        content = trim(row, [(following, self._content_last(following))])
        first = min(piece.first, who[0]) if who else piece.first
        return Draft([(at, at)], [who] if who else [], content, kind_of(row, content), [(first, following - 1)])

    def _complement(self, k: int) -> int | None:
        """The word with which a clause or quotation begins that the verb takes."""
        for piece in self.pieces[k + 1 :]:
            if self.tokens[piece.first].low in word_set("that") or piece.opener == ":":
                return piece.first
            if not hangs(self.tokens, piece):
                return None
        return None

    def _behind(self, at: int, k: int) -> Draft | None:
        """ "…, сообщил глава ведомства": the verb stands first behind what is said."""
        row, piece = self.tokens, self.pieces[k]
        lead = [i for i in range(piece.first, at) if row[i].low not in word_set("auxiliaries")]
        pointing = self._points(piece.first, at)  # "— такие данные привёл глава ведомства"
        if not k or (lead and at != piece.last and not pointing):
            return None
        who = subject_before(row, self.pieces, k, at) if lead and not pointing else subject_after(row, at, piece)
        stop = self.pieces[-1].last
        last = piece.last
        while k + 1 < len(self.pieces) and hangs(row, self.pieces[k + 1]):
            k += 1
            last = self.pieces[k].last
        first = piece.first - 1
        if row[first - 1].text == "," and row[first].text in "–—-":
            first -= 1
        content = trim(row, [(0, first - 1), (last + 1, stop)])
        if not content or content[0][0] >= first or not any(map(self._is_said, content)):
            return None
        if last < stop and row[last + 1].text in "–—-,":
            last += 1
        return Draft([(at, at)], [who] if who else [], content, kind_of(row, content), [(first, last)])

    def _points(self, first: int, at: int) -> bool:
        """Whether nothing stands before the verb but what points back: "такую цифру", "эти данные"."""
        lead = self.tokens[first:at]
        if len(lead) > 4 and [token.low for token in lead[2:4]] == ["со", "ссылкой"]:
            lead = lead[:2]  # "такие данные со ссылкой на …  приводит"
        pointing = (
            len(lead) == 2 and lead[0].low in word_set("demonstratives") and lead[1].low in word_set("told_nouns")
        )
        return pointing or [token.low for token in lead] == ["это"]

    def _is_said(self, part: Range) -> bool:
        quoted = any(self.tokens[i].quote for i in range(part[0], part[1] + 1))
        return quoted or part[1] - part[0] > 4 or has_verb(self.tokens, *part)

    def _is_relative(self, piece: Piece) -> bool:
        return piece.first < piece.last and self.tokens[piece.first + 1].low.startswith("котор")

    def _how(self, at: int, k: int) -> Draft | None:
        """ "Как сообщает ТАСС, …"."""
        row, piece = self.tokens, self.pieces[k]
        how = next(i for i in range(piece.first, at) if row[i].low == "как")
        last = piece.last
        while k + 1 < len(self.pieces) and self._is_relative(self.pieces[k + 1]):
            k += 1
            last = self.pieces[k].last
        who = subject_after(row, at, piece)
        if who is None and how + 1 < at:
            who = (how + 1, at - 1)
        frame = (piece.first, last)
        content = trim(row, without([(0, self.pieces[-1].last)], [frame]))
        return Draft([(how, how), (at, at)], [who] if who else [], content, kind_of(row, content), [frame])

    def _told_of(self, at: int, k: int) -> Draft | None:
        """The act of speech alone: "опроверг сообщения", "заявил о победе"; or a quotation as its object."""
        row, piece = self.tokens, self.pieces[k]
        low = row[at].low
        about = any(row[i].low in ("о", "об", "обо") for i in range(piece.first, min(at + _NEAR, piece.last + 1)))
        pointing = self._points(piece.first, at)
        counted = low in counts() and low not in reports() and not about and not pointing
        if low not in reports() and low not in names() and not about and not pointing and not counted:
            return None
        who = None if pointing else subject_before(row, self.pieces, k, at)
        listens = who is not None and who[1] - who[0] < 2 and row[who[1]].low in word_set("datives", "media")
        told_first = row[piece.first].low in ("о", "об", "обо", *word_set("objects_first"))
        after = subject_after(row, at, piece) if told_first and at < piece.last else None
        if after:
            who = after
        elif who is None or listens or row[who[0]].low in ("о", "об", "обо") or self._is_object(who, at):
            who = subject_after(row, at, piece)
        if who is None:
            return None
        if pointing and piece.first == 0:
            return Draft([(at, at)], [who], [(0, at - 1)], frame=[(at, piece.last)], back=True)
        if about and piece.first == 0 and [token.low for token in row[:2]] == ["об", "этом"]:
            return Draft([(at, at)], [who], [(0, 1)], frame=[(2, piece.last)], back=True)
        if counted:
            return self._counted(at, who, k)
        return self._quoted_object(at, who, piece) or self._report(at, who, k)

    def _counted(self, at: int, who: Range, k: int) -> Draft | None:
        found = self._report(at, who, k)
        return replace(found, counted=True) if found else None

    def _is_object(self, who: Range, at: int) -> bool:
        """ "Ущерб оценили в …": a singular before a plural verb is no subject."""
        noun = self.tokens[who[1]]
        alone = who[0] == who[1] and not noun.quote and noun.text.isalpha() and not noun.text.isupper()
        verb = self.tokens[at].low
        if alone and verb in _ACCUSES and noun.low.endswith(("а", "я", "ого", "его", "их")):
            return True  # "Врача обвиняют в …"
        return alone and verb.endswith("ли") and noun.low[-1] in "бвгджзклмнпрстфхцчшщую"

    def _report(self, at: int, who: Range, k: int) -> Draft | None:
        piece = self.pieces[k]
        if at == piece.last and who[0] < at and self.tokens[at - 1].low != "это":  # "Киев это отрицает"
            return None
        first = min(piece.first, who[0])
        while k + 1 < len(self.pieces) and hangs(self.tokens, self.pieces[k + 1]):
            k += 1
        return Draft([(at, at)], [who], trim(self.tokens, [(first, self.pieces[k].last)]), QuoteType.REPORTED)

    def _quoted_object(self, at: int, who: Range, piece: Piece) -> Draft | None:
        """ "назвал приговор «показательной расправой»"."""
        number, first = self.tokens[piece.last].quote, piece.last
        while number and first > at + 1 and self.tokens[first - 1].quote == number:
            first -= 1
        if not number or not self.tokens[min(first + 1, piece.last)].text[0].islower():
            return None
        return Draft(
            [(at, at)], [who], [(first, piece.last)], QuoteType.DIRECT, [(min(who[0], piece.first), first - 1)]
        )

    def _gerund(self, at: int, first: Draft) -> Draft | None:
        """ "…, добавив, что …": whoever spoke before goes on."""
        following = self._complement(piece_at(self.pieces, at))
        if following is None:
            return None
        content = trim(self.tokens, [(following, self._content_last(following))])
        return Draft([(at, at)], list(first.source), content, kind_of(self.tokens, content), [(at, at)])

    def _content_last(self, start: int) -> int:
        """The last word of what is said: before a semicolon, or before another frame."""
        for piece in self.pieces:
            opens = self.tokens[piece.first].low
            if piece.first > start and (piece.opener == ";" or opens in word_set("gerunds")):
                return piece.first - 1
        return self.pieces[-1].last

    def _phrase(self, at: int) -> Draft | None:
        if self._is_described(at):
            return self._with_phrase(at, at + 2, "according")
        for name in ("according_his", "invoking", "according"):
            for phrase in phrases(name).get(self.tokens[at].low, ()):
                if tuple(t.low for t in self.tokens[at : at + len(phrase)]) == phrase:
                    return self._with_phrase(at, at + len(phrase) - 1, name)
        return None

    def _is_described(self, at: int) -> bool:
        """ "по последней оценке полиции": an adjective stands within the phrase, and whose it is behind it."""
        words = [token.low for token in self.tokens[at : at + 4]]
        if len(words) < 4 or words[0] != "по" or not words[1].endswith(_ADJECTIVES):
            return False
        if not words[3].isalpha() or words[3] in word_set("prepositions") or has_verb(self.tokens, at + 3, at + 3):
            return False
        return ("по", words[2]) in phrases("according").get("по", ())

    def _with_phrase(self, at: int, last: int, name: str) -> Draft | None:
        row = self.tokens
        if name == "invoking" and any(t.low in says() and not t.quote for t in row):
            return None  # whom an attribution relies on is no attribution of its own
        piece = self.pieces[piece_at(self.pieces, at)]
        stop = last if name == "according_his" else self._phrase_end(last, piece)
        source = (at + 1, last) if name == "according_his" else (last + 1, stop)
        if source[0] >= len(row):
            return None
        if at == piece.first and at and row[source[0]].low.startswith("котор"):
            return self._relative(at, last)
        if source[0] > source[1]:
            return None
        content = trim(row, without([(0, self.pieces[-1].last)], [(at, stop)]))
        return Draft([(at, last)], [source], content, kind_of(row, content), [(at, stop)]) if content else None

    def _relative(self, at: int, last: int) -> Draft | None:
        """ "данные полиции, согласно которым …": whose they are stands before the comma."""
        before = self.pieces[piece_at(self.pieces, at) - 1]
        stops = (i for i in range(before.last, before.first - 1, -1) if self.tokens[i].low in word_set("prepositions"))
        first = next(stops, before.first - 1) + 1
        content = trim(self.tokens, [(last + 2, self.pieces[-1].last)])
        if first > before.last or not content:
            return None
        return Draft([(at, last)], [(first, before.last)], content, kind_of(self.tokens, content), [(at, last + 1)])

    def _phrase_end(self, last: int, piece: Piece) -> int:
        """The last word of the phrase after "по данным": to its comma, else to a verb or preposition."""
        if piece.last + 1 < len(self.tokens) and self.tokens[piece.last + 1].text == ",":
            return piece.last
        at = last + 1
        while at <= piece.last:
            token = self.tokens[at]
            if at > last + 1 and not token.quote and token.low in word_set("ends_subject"):
                break
            at += 1
        return at - 1
