"""The reasons of standings and flags in words of the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.show.quotes import one_line
from assistant.show.say import Say
from assistant.sourcing import Finding, Reason

Value = str | int | tuple[str, ...]

_LONGEST = 90  # characters of an article's words within a reason; the evidence has them whole
_DATES = ("day", "before")
_PUBLISHERS = ("publisher", "other_publisher")
_QUOTED = ("words", "than")
# Told piece by piece, joined: who has it from whom, who is silent where.
_PIECEWISE = ("second_hand", "hedged", "unanswered", "overstated")


def standing_word(finding: Finding, say: Say) -> str:
    return say(f"standing.{finding.standing}")


def flag_words(finding: Finding, say: Say) -> list[str]:
    return [say(f"flag.{flag}") for flag in finding.flags]


def reason_text(finding: Finding, name: str, say: Say) -> str:
    """Of "standing" or a flag: its word, then what makes it so."""
    word = standing_word(finding, say) if name == "standing" else say(f"flag.{name}")
    why = why_text(finding.reasons[name], say)
    return f"{word[0].upper()}{word[1:]}{why and ': '}{why}"


def why_text(reason: Reason, say: Say) -> str:
    if reason.key in _PIECEWISE:
        return "; ".join(dict.fromkeys(_pieces(reason, say)))
    shown = {name: _shown(name, value, say) for name, value in _with_days(reason).items()}
    called = {f"{name}_called": say("reason.called", n=len(value)) for name, value in _several(reason).items()}
    return say(f"reason.{reason.key}", **shown, **called)


def _several(reason: Reason) -> Mapping[str, tuple[str, ...]]:
    return {name: value for name, value in reason.values.items() if isinstance(value, tuple)}


def _with_days(reason: Reason) -> Mapping[str, Value]:
    """The clock is told only where two reports are of one day."""
    days = {name: str(reason.values[name])[:10] for name in _DATES if name in reason.values}
    return {**reason.values, **days} if len(set(days.values())) == len(_DATES) else reason.values


def _pieces(reason: Reason, say: Say) -> Iterator[str]:
    """One text for each position of the reason's tuples; what an article does not tell has a text without it."""
    columns = _several(reason)
    for row in zip(*columns.values(), strict=True):
        told = dict(zip(columns, row, strict=True))
        unknown = [f"_no_{name}" for name, value in told.items() if not value and name not in _PUBLISHERS]
        shown = {name: _shown(name, value, say) for name, value in told.items()}
        yield say(f"reason.{reason.key}{''.join(unknown)}", **shown)


def _shown(name: str, value: Value, say: Say) -> str:
    if isinstance(value, int):
        return say("count.articles", n=value)
    if isinstance(value, str):
        if name in _DATES:
            return say.day(value or None)
        if name in _PUBLISHERS:
            return value or say("source.unknown_publisher")
        return shortened(value) if name in _QUOTED else one_line(value)
    return say.joined([one_line(text) or say("source.unknown_publisher") for text in value])


def shortened(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
