"""What an editor should know about a whole article: that it is agency copy, that a machine had a hand in it."""

from __future__ import annotations

from collections.abc import Iterator

from index.cleaning.agencies import credits_agency, opens_agency_copy, signs_agency_copy
from index.cleaning.cues import Cue
from index.cleaning.lines import Line
from index.cleaning.page import Page
from index.cleaning.signals import MADE, made
from index.documents import CutReason, Notice

_EDGE = 6  # kept lines at either end that a dateline or a signature may stand in
_CREDIT_WORDS = 8  # words that a credit line has at most


def notices_in(page: Page) -> tuple[Notice, ...]:
    return tuple(_notices(page))


def _notices(page: Page) -> Iterator[Notice]:
    if any(_tells_of_machine(page.lines[i], reason) for i, reason in page.cut.items()):
        yield Notice.AI_ASSISTED
    if _agency_copy([page.lines[i] for i in page.kept()]):
        yield Notice.AGENCY_COPY


def _tells_of_machine(line: Line, reason: CutReason) -> bool:
    """A notice; or one that shares its line with reprint terms."""
    told = reason is CutReason.NOTICE or (reason is CutReason.IMPRINT and made(line) >= MADE)
    return told and (line.has(Cue.MACHINE) or line.has(Cue.ROBOT))


def _agency_copy(kept: list[Line]) -> bool:
    return (
        any(opens_agency_copy(line.text) for line in kept[:_EDGE])
        or any(signs_agency_copy(line.text) for line in kept[-_EDGE:])
        or any(credits_agency(line.text) for line in kept if line.size <= _CREDIT_WORDS)
    )
