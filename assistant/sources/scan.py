"""Reads the words of a source from left to right, with the word lists beside it."""

from __future__ import annotations

import re

from assistant.gate.nouns import Token, is_common
from assistant.sources.apart import PLACED
from assistant.sources.german import is_noun
from assistant.sources.given_names import given_name
from assistant.sources.misread import true_match
from assistant.sources.naming import long_name
from assistant.sources.page import BREAKS, MARKS, Page, Word
from assistant.sources.phrase import Kind, Known, Name, Phrase, Role
from assistant.sources.runs import Run, what_somebody_is
from assistant.sources.russian import agrees, is_adjective, is_adjective_in_any_case, is_adjective_of_place
from assistant.sources.words import Match, Sort, concepts, grammar
from assistant.sourcing import SourceKind
from index.documents import Span
from index.names import sounds_like_a_paper

_LONGEST_TITLE = 6  # words between marks that may be a name
_NAMED_BY_NAME = frozenset({SourceKind.COMPANY, SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.DOCUMENT})
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es")
_NEXT = re.compile(r" ([A-ZÄÖÜА-ЯЁ][^\W\d_]+)")
_COORDINATED = re.compile(r"- (?:und|oder|sowie) (?=[A-ZÄÖÜ])")
_COMPOUND_LINKS = ("", "s", "n", "en", "es")


class Scan:
    """One walk over the words of a phrase, which fills it."""

    def __init__(self, phrase: Phrase, page: Page, first: int, end: int) -> None:
        self._phrase = phrase
        self._page = page
        self._first = first
        self._end = end
        self._language = page.language
        self._linked = self._titled = self._quoted = False
        self._items = 0
        self._coordinated: int | None = None  # where "Industrie- und Handelskammer" begins

    def run(self) -> None:
        at = self._first
        while at < self._end:
            at += self._step(at)

    def _step(self, at: int) -> int:
        word = self._page.words[at]
        if self._language == "de" and _COORDINATED.match(self._page.text, word.end):
            self._coordinated = word.start if self._coordinated is None else self._coordinated
            return 2
        if word.text in MARKS:
            self._quoted = not self._quoted and self._closes_soon(at)
        elif word.text in BREAKS:
            self._linked = self._titled = False
        elif self._quoted and (word.text[0].isupper() or word.text[0].isdigit()):
            return self._known_quoted(at) or self._name(at)
        elif match := self._match(at):
            return self._known(match, at)
        else:
            return self._unlisted(word, at)
        return 1

    def _unlisted(self, word: Word, at: int) -> int:
        if word.low in grammar("links", self._language):
            self._linked, self._titled = True, False
        elif word.low in grammar("small", self._language):
            pass
        elif word.low in grammar("sayings", self._language) or self._is_adjective(at):
            self._titled = False
        elif word.text[0].isupper() and not self._is_place(word):
            return self._hyphened(at) or self._saying(at) or self._name(at)
        elif word.text[0].isdigit() and "-" in word.text:  # "68-Jährige"
            return self._hyphened(at) or 1
        elif not self._is_place(word):
            self._titled = False
        return 1

    def _closes_soon(self, at: int) -> bool:
        """Whether a mark encloses a name, not a sentence."""
        return any(text in MARKS for text in self._page.texts[at + 1 : min(at + 2 + _LONGEST_TITLE, self._end)])

    def _match(self, at: int) -> Match | None:
        last = self._phrase.names[-1] if self._phrase.names else None
        return true_match(self._page, at, self._first, self._end, last, self._titled)

    def _known_quoted(self, at: int) -> int:
        """A known body between marks, if the marks hold nothing else."""
        match = self._page.match(at)
        end = at + match.length if match else at
        if match and match.sort is Sort.BODY and end < self._end and self._page.texts[end] in MARKS:
            return self._known(match, at)
        return 0

    def _known(self, match: Match, at: int) -> int:
        written = " ".join(self._page.texts[at : at + match.length])
        before = written[: match.border].strip("-")
        span = Span(self._page.words[at].start, self._page.words[at + match.length - 1].end)
        if match.sort is Sort.CONCEPT:
            return self._kind(match, written, before, at)
        if match.sort is Sort.UNNAMED:
            self._phrase.unnamed = True
        elif match.sort is Sort.BODY:
            self._phrase.bodies.append(Known(match.value, self._items, span))
        else:
            of = before or self._noun_before(span)
            self._phrase.roles.append(Role(match.value, written, self._compound(before), self._items, of))
        self._advance()
        return match.length

    def _noun_before(self, span: Span) -> str:
        """ "Tournament director": in English a common noun with a capital says what somebody is of, and is no name."""
        last = self._phrase.names[-1] if self._language == "en" and self._phrase.names else None
        if last is None or last.quoted or last.span.end + 1 != span.start or len(last.words) > 1:
            return ""
        if not is_common(Token(last.text, last.span, "", "", True), "en"):
            return ""
        self._phrase.names.pop()
        self._items -= 1
        return last.text

    def _kind(self, match: Match, written: str, before: str, at: int) -> int:
        start = self._page.words[at].start if self._coordinated is None else self._coordinated
        span = Span(start, self._page.words[at + match.length - 1].end)
        if self._coordinated is not None:
            written, self._coordinated = span.of(self._page.text), None
        number = self._page.texts[at + match.length] if at + match.length < self._end else ""
        if number.isdigit() and written[0].isupper() and concepts()[match.value].kind is SourceKind.OUTLET:
            self._add_name(
                f"{written} {number}", Span(span.start, self._page.words[at + match.length].end), quoted=True
            )
            return match.length + 1  # "Kanal 9"
        written, span = self._with_name_before(written, span, match.value)
        if field := self._field_before(written, at, match.value):
            written, before = f"{field.text} {written}", field.text
            span = Span(field.start, span.end)
        known = self._compound(before) if "-" in written else None
        if known and known.sort is Sort.BODY:  # "OSZE-Mission"
            self._phrase.bodies.append(Known(known.value, self._items, span))
        long = long_name(self._page.text, span, self._language, match.value)
        whole = Span(span.start, span.end + len(long))
        self._phrase.kinds.append(Kind(match.value, written, before, self._linked, self._items, whole, long))
        self._advance(titled=not long)
        return self._page.range(whole)[1] - at

    def _with_name_before(self, written: str, span: Span, concept: str) -> tuple[str, Span]:
        """ "Crown Office", "RMT union": in English what tells a body apart stands before its kind."""
        if written[0].islower() and concepts()[concept].kind in _NAMED_BY_NAME:  # "came off Salvo bank"
            return written, span
        names = self._phrase.names
        while self._language == "en" and names and not names[-1].quoted and names[-1].span.end + 1 == span.start:
            if names[-1].text.endswith(("'s", "’s")):
                break
            last = names.pop()
            written, span = f"{last.text} {written}", Span(last.span.start, span.end)
        return written, span

    def _field_before(self, written: str, at: int, concept: str) -> Word | None:
        """ "Norway's fishing ministry": in English what it is for stands before the kind of an office or a club."""
        known = concepts()[concept]
        if self._language != "en" or not written.islower() or not known.generic or known.kind not in PLACED:
            return None
        word = self._page.words[at - 1] if at > self._first else None
        if word is None or not (word.text.isalpha() and word.text.islower()) or self._page.match(at - 1):
            return None
        telling = grammar("small", "en") | grammar("links", "en") | grammar("plain", "en")
        return None if word.low in telling else word

    def _advance(self, titled: bool = False) -> None:
        self._items += 1
        self._titled = titled
        self._linked = False

    def _compound(self, before: str) -> Match | None:
        """The body that the beginning of a compound names: "HUR-", "Behörden", "Vereins"."""
        for ending in _COMPOUND_LINKS:
            form = before.strip("-").removesuffix(ending)
            if len(form) >= 2 and (found := self._page.entry(form)):
                return found
        return None

    def _hyphened(self, at: int) -> int:
        """ "HUR-Sprecher", "EU-Diplomat", "Ostafrika-Forscherin": 0 where the last part is no known word."""
        word = self._page.words[at]
        head, hyphen, tail = word.text.rpartition("-")
        match = self._page.entry(tail) if hyphen and tail else None
        if hyphen and tail.lower() in grammar("sayings", self._language):  # "Boten-Informationen"
            self._whose(head, Span(word.start, word.start + len(head)))
        elif match and match.sort is Sort.ROLE:
            before = self._compound(head)
            if before is None and match.value in ("spokes", "heads", "owners"):
                self._titled = True
                self._add_name(head, Span(word.start, word.start + len(head)), quoted=True)
            self._phrase.roles.append(Role(match.value, word.text, before, self._items))
            self._advance()
        elif match and match.sort is Sort.CONCEPT:
            span = Span(word.start, word.end)
            self._phrase.kinds.append(Kind(match.value, word.text, head, self._linked, self._items, span))
            self._advance(titled=True)
        elif match and match.sort is Sort.UNNAMED:
            self._phrase.unnamed = True
        else:
            return 0
        return 1

    def _whose(self, name: str, span: Span) -> None:
        """The body before "-Informationen"."""
        known = self._page.entry(name)
        if known and known.sort is Sort.BODY:
            self._phrase.bodies.append(Known(known.value, self._items, span))
            self._advance()
        elif known and known.sort is Sort.CONCEPT:
            self._phrase.kinds.append(Kind(known.value, name, "", self._linked, self._items, span))
            self._advance()
        else:
            self._add_name(name, span, quoted=True)

    def _saying(self, at: int) -> int:
        """ "Polizeiangaben", "Behördeninformationen": a German compound of whose they are."""
        word = self._page.words[at]
        ending = next((e for e in grammar("saying_ends", self._language) if word.low.endswith(e) and word.low != e), "")
        head = word.text.removesuffix(ending)
        match = self._compound(head) if ending else None
        if match is None or match.sort is not Sort.CONCEPT:
            return 0
        forms = [head.removesuffix(e) for e in _COMPOUND_LINKS]
        plain = min((form for form in forms if self._page.entry(form)), key=len, default=head)
        span = Span(word.start, word.start + len(plain))
        self._phrase.kinds.append(Kind(match.value, plain, "", self._linked, self._items, span))
        self._advance()
        return 1

    def _add_name(self, text: str, span: Span, quoted: bool) -> None:
        self._phrase.names.append(Name(text, span, quoted, self._linked, self._titled, self._items))
        self._advance()

    def _is_place(self, word: Word) -> bool:
        if self._page.text[word.end : word.end + 3] == " & ":
            return False  # "Nord & Söhne"
        if self._begins_foreign_name(word):
            return False
        return any(p.span.start <= word.start < p.span.end for p in self._phrase.places)

    def _begins_foreign_name(self, word: Word) -> bool:
        """ "Kyiv Signal", in Russian also "Hamburger Woche": a place that a paper's name begins with."""
        after = _NEXT.match(self._page.text, word.end)
        if after is None or not word.text[0].isupper():
            return False
        return sounds_like_a_paper(after[1]) or (self._language == "ru" and word.text[0] < "А" and after[1][0] < "А")

    def _name(self, at: int) -> int:
        """A run of capitalised words, with what joins them. German nouns before a name say what somebody is."""
        texts = self._page.texts
        roles = self._phrase.roles
        after_role = bool(roles) and roles[-1].placed == self._items - 1  # "Landrätin Ada Fischer"
        end = Run(self._page, at, self._end, self._quoted, self._titled, after_role).end()
        before = 0 if self._quoted else what_somebody_is(self._page, at, end)
        if before and not (self._language == "ru" and roles):
            self._phrase.roles.append(Role("", " ".join(texts[at : at + before]), None, self._items))
            self._advance()
            return before
        self._linked = self._linked or bool(before)  # "мэр Энска Иван Петров"
        end = at + before if before else end
        span = Span(self._page.words[at].start, self._page.words[end - 1].end)
        self._add_name(" ".join(texts[at:end]), span, self._quoted)
        return end - at

    def _is_adjective(self, at: int) -> bool:
        """ "Самарской области"; a German adjective that begins a sentence: "Anderslautende Berichte"."""
        if at + 1 >= self._end:
            return False
        word, following = self._page.texts[at], self._page.texts[at + 1]
        if self._language == "ru":
            if is_adjective_of_place(word, following):
                return True
            match = self._page.match(at + 1)
            said_of = match is not None and match.sort in (Sort.CONCEPT, Sort.ROLE)
            if said_of and following.islower() and is_adjective_in_any_case(word) and not given_name(word):
                return True
            return is_adjective(word) and (said_of or agrees(word, following))
        if self._language != "de" or at > self._first or not word.endswith(_ADJECTIVE_ENDINGS):
            return False
        if not following[0].isupper() or is_noun(word) or given_name(f"{word} {following}"):
            return False
        return self._page.match(at + 1) is not None or is_noun(following)
