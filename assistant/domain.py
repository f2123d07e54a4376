"""The nouns of the assistant: what is asked, drafted, checked and shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from assistant.sourcing import Claim, Finding, Link, Sourcing, unsourced
from index.documents import Article, Hit, Span


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of an article, with their place: `article.text[span.start:span.end] == quote`.

    `hedged`: the quoted words carry an explicit reservation ("soll", "reportedly"). `claim`: what the article states
    with these words, where that was read. `onward`: stations of the chain that other articles know, not this one.
    """

    article: Article
    span: Span
    hedged: bool = False
    claim: Claim | None = field(default=None, repr=False)
    onward: tuple[Link, ...] = field(default=(), repr=False)

    @property
    def quote(self) -> str:
        return self.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Quote:
    """What a writer says that it quotes: an article's id and words, not yet found there by code."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence as a writer hands it in: nobody has checked it yet."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """`answered` is False where the writer holds that the articles do not say.

    `left_out`: passages that did not fit what the writer can read at once.
    """

    sentences: tuple[Drafted, ...]
    answered: bool = True
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that has passed the verification gate. `findings` are positions in those of its reply."""

    text: str
    citations: tuple[Citation, ...]
    findings: tuple[int, ...] = ()


class FaultKind(StrEnum):
    """What the verification gate can hold against a sentence that we drafted."""

    NO_CITATION = "no_citation"
    QUOTE_NOT_FOUND = "quote_not_found"
    NUMBER = "number"  # a number that is not in the quotes
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"  # one negates, the other does not
    RESERVATION = "reservation"  # all quotes are hedged, the sentence is not
    ATTRIBUTION = "attribution"  # all quotes are attributed, the sentence is not, or to somebody else
    ROLE = "role"  # who did it and to whom it was done are swapped
    STANDING = "standing"  # it tells of its sourcing ("only X reports") what the findings do not
    INSTRUCTION = "instruction"  # the quoted words are addressed to a machine, not to a reader


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a drafted sentence was left out. `detail` names the offending words; `mended`: another wording passed."""

    kind: FaultKind
    sentence: str
    detail: str
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Verified:
    """What the verification gate let through, and what it held back."""

    sentences: tuple[Sentence, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What a writer is asked for.

    A summary of `articles` (of what they say about `question`, if one is given), or an answer to `question` from
    `hits`; `sentences` is the most that it may write. `claims`: what was read from the articles, where a writer wants
    to know, and `sourcing` how well they are sourced. A writer that writes sentence by sentence hands each to `shown`.
    """

    question: str | None
    sentences: int
    articles: tuple[Article, ...] = field(default=(), repr=False)
    hits: tuple[Hit, ...] = field(default=(), repr=False)
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    sourcing: Sourcing = field(default=unsourced, repr=False, compare=False)
    shown: Callable[[Drafted], None] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """An exchange of a conversation. `standalone` is what was asked for in full; `answer` is empty where none was."""

    question: str
    standalone: str
    answer: str = ""


class Condenser(Protocol):
    """Makes a question that leans on what was said before ("und wer bestreitet das?") one that stands alone."""

    name: str

    def standalone(self, question: str, before: Sequence[Turn]) -> str: ...


@runtime_checkable
class Translating(Condenser, Protocol):
    """One that also knows how a question is asked in other languages."""

    def searches(self, question: str, languages: Sequence[str]) -> tuple[str, ...]: ...


class Writer(Protocol):
    """Writes a draft from passages; the gate checks it, whoever wrote it."""

    name: str

    def summarize(self, task: Task) -> Draft: ...

    def answer(self, task: Task) -> Draft: ...


@runtime_checkable
class MendingWriter(Writer, Protocol):
    """One that can be shown what the gate holds against its sentences."""

    def mend(self, task: Task, failed: Sequence[tuple[Drafted, Sequence[Fault]]]) -> list[Drafted | None]: ...

    def instead(self, task: Task) -> Draft:
        """What to show where none of its sentences got through."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """What a summary or an answer is made of when it is shown."""

    question: str | None
    answered: bool
    sentences: tuple[Sentence, ...]
    faults: tuple[Fault, ...]
    articles: tuple[Article, ...]
    nearest: tuple[Hit, ...] = ()  # shown where the articles do not answer: not support, only the closest words
    unread: int = 0  # articles that fitted but were not read
    other_languages: int = 0  # articles in other languages than the question: little but names can match there
    findings: tuple[Finding, ...] = ()  # how well its sentences are sourced, the weakest first
    left_out: int = 0  # passages that did not fit the model's window
    standalone: str | None = None  # what was asked for in full, where the question leaned on what was said before


class Gate(Protocol):
    def __call__(
        self,
        draft: Draft,
        articles: Sequence[Article],
        claims: Sequence[Claim] = (),
        sourcing: Sourcing = unsourced,
    ) -> Verified: ...
