"""A unit of a text, the least thing that it speaks of: a number, a date, a name, a word by its concepts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from assistant.gate import dates, numbers
from index.documents import Span

# Kinds of concepts that tell what happens; the others tell with whom, what, where and how.
ACTS = frozenset(
    (
        *("saying", "denying", "confirming", "refusing", "silence", "warning", "accusing", "asking", "agreeing"),
        *("deciding", "planning", "considering", "preparing", "beginning", "continuing", "ending", "delaying"),
        *("permitting", "forbidding", "judging", "investigating", "arresting", "attacking", "harming", "dying"),
        *("saving", "helping", "giving", "taking", "paying", "buying", "selling", "moving", "arriving", "leaving"),
        *("staying", "meeting", "voting", "winning", "losing", "changing", "rising", "falling", "making", "building"),
        *("destroying", "working", "thinking", "feeling", "doing", "removing", "closing", "solving", "writing"),
        *("keeping", "joining", "using", "hiding", "surviving", "hindering", "fighting", "counting", "choosing"),
        *("separating", "limiting", "avoiding", "receiving", "quarrelling", "preventing", "stopping", "spreading"),
        *("returning", "punishing", "promising"),
    )
)

# Kinds of concepts that tell of people, of whom several take part in one matter.
PEOPLE = frozenset(("person", "role", "group"))


class UnitKind(Enum):
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    WORD = "word"


@dataclass(slots=True, eq=False)  # not frozen, though nothing changes one: it would take three times as long to make
class Unit:
    """One thing that a text speaks of.

    `keys` are its exact readings, `wider` those of everything that it is a kind of, `parts` those of the parts of a
    compound or phrase, `near` those by which news retells it, `against` of what cannot hold with it, `kinds` the
    lexicon's kinds. `weight` (0 to 1) is how telling it is in its language at large. `calendar`: the days that a date
    can be, where it is known when the text was published. `apart`: where the rest of a phrase stands ("verboten" of
    "das Baden ist verboten").
    """

    kind: UnitKind
    text: str
    span: Span
    weight: float
    keys: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    stem: str = ""
    number: numbers.Number | None = None
    day: dates.Day | None = None
    calendar: tuple[dates.Day, ...] = ()
    apart: tuple[Span, ...] = ()

    def at(self, span: Span, apart: tuple[Span, ...] = ()) -> Unit:
        """The same where it stands in a text."""
        return self._with(span, self.weight, self.keys, apart)

    def weighing(self, weight: float) -> Unit:
        return self._with(self.span, weight, self.keys, self.apart)

    def known_by(self, keys: frozenset[str]) -> Unit:
        """The same with these keys besides its own."""
        return self._with(self.span, self.weight, self.keys | keys, self.apart)

    def _with(self, span: Span, weight: float, keys: frozenset[str], apart: tuple[Span, ...]) -> Unit:
        """Made by hand, since `dataclasses.replace` takes three times as long."""
        return Unit(
            self.kind, self.text, span, weight, keys, self.wider, self.parts, self.kinds, self.near, self.against,
            self.stem, self.number, self.day, self.calendar, apart,
        )  # fmt: skip

    @property
    def concepts(self) -> list[str]:
        return [k[2:] for k in self.keys if k.startswith("c:")]

    @property
    def is_act(self) -> bool:
        return bool(self.kinds & ACTS)

    @property
    def is_foreign_to_lexicon(self) -> bool:
        """Only its own language has it: neither a concept nor a name can carry it to another."""
        return self.kind is UnitKind.WORD and not (self.parts or self.concepts)
