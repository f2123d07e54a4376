"""English attributions in one sentence: verbs of saying before and after what is said, "according to", "citing"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.read.attribution.drafts import Draft, Range, kind_of, trim, within, without
from assistant.read.attribution.english.accounts import account, belief, position
from assistant.read.attribution.english.complements import Complements
from assistant.read.attribution.english.idioms import idiom_clause, told_act
from assistant.read.attribution.english.passives import participles, passive
from assistant.read.attribution.english.phrases import (
    addressed,
    hangs,
    is_capital,
    is_finite,
    is_name,
    phrase_after,
    subject_before,
)
from assistant.read.attribution.english.predicates import is_predicate
from assistant.read.attribution.english.quoted import quoted_before, quoting
from assistant.read.attribution.english.words import cue_forms, gerunds, word_set, words
from assistant.read.attribution.segments import Piece, piece_at, pieces
from assistant.read.attribution.tokens import Token
from assistant.sourcing import QuoteType

_ACCOUNTS = frozenset(["by", "on", "in"])  # before "the ministry's account"


class Sentence:
    """One sentence, and the drafts that its rules find."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.pieces = pieces(tokens)
        self._complements = Complements(tokens, self.pieces)

    def drafts(self) -> list[Draft]:
        found: list[Draft] = []
        if not self.pieces:  # marks, and no words
            return found
        for at, token in enumerate(self.tokens):
            draft = None
            if token.quote:
                continue
            if token.low in cue_forms():
                draft = self._verb(at, cue_forms()[token.low])
            elif token.low in ("quoted", "quotes", "cited", "cites"):
                draft = quoting(self.tokens, self.pieces, self._complements, at)
            elif token.low in gerunds():
                draft = self._gerund(at, found)
            elif token.low in ("according", "citing", "quoting"):
                draft = self._according(at, found)
            elif token.low in _ACCOUNTS:
                draft = account(self.tokens, self.pieces, at)
            elif token.low in ("if", "as"):
                draft = belief(self.tokens, self.pieces, at)
            elif token.low in ("is", "was"):
                draft = position(self.tokens, self.pieces, at)
            draft = draft or self._idiom(at)
            if draft is None and token.low in participles():
                draft = passive(self.tokens, self.pieces, at)
            if draft and not self._inside_frame(draft, found):
                found.append(draft)
        return [within(draft, found) if self.tokens[draft.cue[0][0]].low == "according" else draft for draft in found]

    def _inside_frame(self, draft: Draft, found: Sequence[Draft]) -> bool:
        """ "officials who asked not to be named said": a verb within the source of another."""
        cue = draft.cue[0][0]
        return any(first <= cue <= last for other in found for first, last in other.source)

    def _verb(self, at: int, verb: str) -> Draft | None:
        k = piece_at(self.pieces, at)
        piece = self.pieces[k]
        if not is_predicate(self.tokens, at, piece):
            return None
        inverted = self._inverted(at, k, piece)
        if inverted:
            return inverted
        who = subject_before(self.tokens, self.pieces, k, at)
        if who is None or self.tokens[who[0]].low in ("which", "that") or self.tokens[who[1]].text.isdigit():
            return None
        if who[0] < who[1] and self._is_verb(who):
            return None  # "X reduced confirmed cases": an object, and no verb
        start, to = self._complements.after(at, verb, piece)
        if start >= 0:
            return self._before(at, who, start, to, verb)
        if verb in word_set("says", "tells"):
            behind = self._behind(at, k, who, verb)
            if behind:
                return behind
        return self._told_of(at, verb, k, who)

    def _is_verb(self, who: Range) -> bool:
        """Whether a phrase ends with a verb in the past tense: not as in "the accused", "two who asked to be named"."""
        *before, last = (self.tokens[i].low for i in range(who[0], who[1] + 1))
        return last.endswith("ed") and "who" not in before and before[-1] not in word_set("articles", "determiners")

    def _idiom(self, at: int) -> Draft | None:
        """ "The union is adamant that …": a phrase that takes a clause."""
        k = piece_at(self.pieces, at)
        if told_act(self.tokens, at) and (who := subject_before(self.tokens, self.pieces, k, at)):
            return self._report(at, who, self.pieces[k])
        found = idiom_clause(self.tokens, at, self.pieces[k].last)
        who = subject_before(self.tokens, self.pieces, k, at) if found else None
        if found is None or who is None or self.tokens[who[0]].low in ("it", "there", "which", "that"):
            return None
        draft = self._before(at, who, found[1], None, "say")
        if draft:
            draft.cue = [(at, found[0])]
        return draft

    def _inverted(self, at: int, k: int, piece: Piece) -> Draft | None:
        """ "…", said Mark Smith, a spokesman."""
        if at != piece.first or not k or not self._may_precede(at, piece):
            return None
        who = phrase_after(self.tokens, at + 1, piece.last)
        relative = next((i for i in range(at + 2, piece.last) if self.tokens[i].low == "who"), piece.last + 1)
        if who is None or any(is_finite(self.tokens, i, piece) for i in range(at + 1, relative)):
            return None
        if relative < piece.last:  # "said a driver who asked not to be named"
            who = (who[0], piece.last)
        if subject_before(self.tokens, self.pieces, k, at) and not self._is_parenthesis(k):
            return None
        first, last = who
        j = k
        while last == self.pieces[j].last and j + 1 < len(self.pieces) and self._goes_with(j + 1):
            j += 1
            last = self.pieces[j].last
        return self._around((piece.first, max(piece.last, last)), at, (first, last))

    def _is_parenthesis(self, k: int) -> bool:
        """ "The mayor, said his aide, is away": the sentence goes on with its verb behind the frame."""
        if k + 1 >= len(self.pieces) or self.pieces[k].opener != "," or self.pieces[k + 1].opener != ",":
            return False
        return self.tokens[self.pieces[k + 1].first].low in word_set("finite")

    def _may_precede(self, at: int, piece: Piece) -> bool:
        """Whether the verb may stand before its subject: "said officials", "warned" only before a name or article."""
        if self.tokens[at].low in word_set("speakers_after"):
            return True
        if self.tokens[at].low not in word_set("speakers_named") or at == piece.last:
            return False
        following = self.tokens[at + 1]
        return following.low in word_set("articles") or (is_capital(following) and not following.quote)

    def _goes_with(self, k: int) -> bool:
        piece = self.pieces[k]
        opens = self.tokens[piece.first].low in word_set("articles", "roles") or is_name(self.tokens, piece)
        return piece.opener == "," and opens and hangs(self.tokens, piece)

    def _before(self, at: int, who: Range, start: int, to: Range | None, verb: str) -> Draft | None:
        content = trim(self.tokens, [(start, self._complements.last(start))])
        if not content:
            return None
        first = who[0]
        k = piece_at(self.pieces, first)
        if k and self.tokens[self.pieces[k - 1].first].low in ("citing", "quoting", "asked", "speaking"):
            first = self.pieces[k - 1].first
        kind = kind_of(self.tokens, content)
        return Draft([(at, at)], [who], content, kind, [(first, start - 1)], [to] if to else [])

    def _behind(self, at: int, k: int, who: Range, verb: str) -> Draft | None:
        """ "…, the ministry said on Sunday", "…, he told Reuters": what is said stands before."""
        piece = self.pieces[k]
        to = addressed(self.tokens, at + 1, piece.last) if verb in word_set("tells") else None
        end = to[1] if to else at
        if who[0] == 0 or (end < piece.last and not self._complements.is_adjunct(end + 1)):
            return None
        opened = self.pieces[piece_at(self.pieces, who[0])]
        lead = range(opened.first, who[0])
        if not all(self.tokens[i].low in word_set("openers", "auxiliaries") for i in lead):
            return None
        draft = self._around((opened.first, piece.last), at, who)
        if draft and to:
            draft.addressee = [to]
        return draft

    def _around(self, frame: Range, at: int, who: Range) -> Draft | None:
        """Content before a frame, and after it if the sentence goes on there."""
        first, last = frame
        k = piece_at(self.pieces, last)
        stop = self.pieces[-1].last
        while k + 1 < len(self.pieces) and self.tokens[self.pieces[k + 1].first].low in (
            "citing",
            "quoting",
            "according",
        ):
            k += 1
            last = self.pieces[k].last
        after = (last + 1, stop)
        if k + 1 < len(self.pieces) and self.tokens[self.pieces[k + 1].first].low in gerunds():
            after = (stop + 1, stop)
        if self.tokens[first - 2 if self.tokens[first - 1].text == "," else first - 1].quote and not self._quoted_from(
            after[0]
        ):
            after = (stop + 1, stop)
        content = trim(self.tokens, [(0, first - 1), after])
        if not content or content[0][0] >= first:
            return None
        return Draft([(at, at)], [who], content, kind_of(self.tokens, content), [(first, last)])

    def _quoted_from(self, at: int) -> bool:
        return any(token.quote for token in self.tokens[at : at + 3])

    def _told_of(self, at: int, verb: str, k: int, who: Range) -> Draft | None:
        """The act of speech alone: "condemned the attack", "called for talks"; or a quotation as its object."""
        piece = self.pieces[k]
        if at == piece.last:
            return None
        reach = at + 2 if verb in word_set("close") else piece.last
        following = {self.tokens[i].low for i in range(at + 1, min(reach, piece.last) + 1)}
        seconds = [line.partition(" ")[2] for line in words("reports_with") if line.split()[0] == verb]
        with_second = any(second in following or not second for second in seconds)
        counted = verb in word_set("counts") and not with_second
        if verb not in word_set("reports", "counts") and not with_second:
            return None
        if not with_second and self._complements.is_adjunct(at + 1):
            return None
        if counted and verb not in word_set("reports"):
            return replace(self._report(at, who, piece), counted=True)
        return self._quoted_object(at, who, piece) or self._report(at, who, piece)

    def _report(self, at: int, who: Range, piece: Piece) -> Draft:
        last = self._complements.clause_last(piece)
        return Draft([(at, at)], [who], trim(self.tokens, [(who[0], last)]), QuoteType.REPORTED)

    def _quoted_object(self, at: int, who: Range, piece: Piece) -> Draft | None:
        """ "described it as “a work of fiction”": the quotation with which the clause ends."""
        number = self.tokens[piece.last].quote
        first = piece.last
        while number and first > at + 1 and self.tokens[first - 1].quote == number:
            first -= 1
        if not number or not any(self.tokens[i].text.islower() for i in range(first, piece.last + 1)):
            return None
        return Draft([(at, at)], [who], [(first, piece.last)], QuoteType.DIRECT, [(who[0], first - 1)])

    def _gerund(self, at: int, found: Sequence[Draft]) -> Draft | None:
        """ "…, adding that …": whoever spoke before goes on; "was quoted as saying that …"."""
        k = piece_at(self.pieces, at)
        piece = self.pieces[k]
        if at > 2 and self.tokens[at - 1].low == "as" and (quoted := quoted_before(self.tokens, at)):
            return self._quoted_as_saying(at, quoted, k)
        if at != piece.first or at == piece.last:
            return None
        source = list(found[0].source) if found else self._acting(k)
        content = trim(self.tokens, [(at + 1, self._complements.last(at + 1))])
        if not source or not content:
            return None
        return Draft([(at, at)], source, content, kind_of(self.tokens, content), [(at, at)])

    def _acting(self, k: int) -> list[Range]:
        """ "The club hit back, saying …": the subject of the clause before."""
        before = self.pieces[k - 1]
        if not k or self.pieces[k].opener != ",":
            return []
        verb = next((i for i in range(before.first + 1, before.last + 1) if is_finite(self.tokens, i, before)), 0)
        who = subject_before(self.tokens, self.pieces, k - 1, verb) if verb else None
        return [who] if who and self.tokens[who[0]].low not in ("it", "there", "which", "that") else []

    def _quoted_as_saying(self, at: int, quoted: int, k: int) -> Draft | None:
        piece, be = self.pieces[k], ("was", "were", "is", "are")
        verb = next((i for i in range(quoted, piece.first, -1) if self.tokens[i].low in be), -1)
        who = subject_before(self.tokens, self.pieces, k, verb) if verb > 0 else None
        if who is None:
            return None
        start, _ = self._complements.after(at, "say", piece)
        outlet = (quoted + 2, at - 2) if quoted + 2 <= at - 2 else None
        return self._before(at, who, start, outlet, "say") if start >= 0 else self._behind(at, k, who, "say")

    def _according(self, at: int, found: Sequence[Draft]) -> Draft | None:
        row = self.tokens
        k = piece_at(self.pieces, at)
        piece = self.pieces[k]
        invoked = row[at].low != "according"
        if invoked and (found or any(t.low in cue_forms() for t in row[piece.last :])):
            return None  # whom an attribution relies on is no attribution of its own
        start = at + 1 if invoked else at + 2
        if start > piece.last or (not invoked and row[at + 1].low != "to") or row[start].low == "no":
            return None
        who = phrase_after(row, start, piece.last)
        if who is None:
            return None
        last = who[1]
        more = len(self.pieces) - 1 if at == 0 else len(self.pieces)
        while last == self.pieces[k].last and k + 1 < more and self._goes_with(k + 1):
            k += 1
            last = self.pieces[k].last
        content = trim(row, without([self._part(k)], [(at, max(piece.last, last))]))
        return Draft([(at, start - 1)], [(who[0], last)], content, kind_of(row, content), [(at, max(piece.last, last))])

    def _part(self, k: int) -> Range:
        """The sentence around piece `k`, up to a semicolon."""
        first = last = k
        while first > 0 and self.pieces[first].opener != ";":
            first -= 1
        while last + 1 < len(self.pieces) and self.pieces[last + 1].opener != ";":
            last += 1
        return self.pieces[first].first, self.pieces[last].last
