"""Rules that need only the line itself: its shape and what the word lists find in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.cleaning.agencies import credits_agency
from index.cleaning.cues import Cue
from index.cleaning.lines import Line
from index.cleaning.signals import addresses
from index.documents import CutReason
from index.terms import words

LineRule = Callable[[Line], CutReason | None]

_ABOVE_CONTACT = (Cue.PHOTO_START, Cue.TEASER, Cue.ADVERT, Cue.RIGHTS)
SHORT = 40  # words; what is longer is not judged by a phrase alone
_RIGHTS_AT_MOST = 120  # words: a longer paragraph tells more than who has the rights, however it begins
_QUOTED = re.compile('["“”„»«]')
_SEPARATOR = re.compile(r"\s*(?:[|·•›»→/]|\*{3}|::)\s+|\s+(?:[|·•›»>/–—-]|\*{3}|::)\s*")
_STRONG_SEPARATOR = re.compile(r"[|·•›»>]|\*{3}|::|\s/\s.+\s/\s")
_DATE = re.compile(
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-Za-zä]{3,9})\s?\d{0,4}|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}[:.]\d\d\s?(?:Uhr|h\b)|\b\d{1,2}:\d\d\b"
)
_CREDIT_END = re.compile(
    r"(?:\b(?:Fotos?|Bild(?:er)?|Photo|Image|Credit|Grafik|Quelle|Source|Фото|Снимок)\s?(?:by |von |via )?[:©/]|[©])"
    r"\s?[^.!?]{2,60}[)\].]{0,2}$"
)
_BOXED = re.compile(r"[\[(/|*–—-]+\s?\w+(?:\s\w+)?\s?[\])/|*–—-]+\s|\w+\.\s")  # "[Ad] …", "Anzeige. …"
_TIMED = re.compile(r"\b\d{1,2}[:.]\d\d\b")  # an entry of a live ticker has its time
_PLUSES = re.compile(r"^\+(?: ?\+)+.*\+(?: ?\+)+$|^\*{3}.*\*{3}$")
_RIGHTS_SIGN = re.compile(r"^\W*(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)


def machine_notice(line: Line) -> CutReason | None:
    """The article says that it was made or put online with a machine's help."""
    if line.size > 90 or not (line.has(Cue.MACHINE) or line.has(Cue.FEED)):
        return None
    labelled = line.leads(Cue.LABEL)
    made = line.has(Cue.MAKING) and (line.has(Cue.THIS_TEXT) or labelled)
    return CutReason.NOTICE if made or (labelled and line.size <= 14) else None


def correction(line: Line) -> CutReason | None:
    if line.size > 90 or not line.has(Cue.CORRECTION):
        return None
    phrase = max(f.length for f in line.found if f.cue is Cue.CORRECTION)
    return CutReason.NOTICE if phrase >= 2 or ":" in line.text[:40] or line.size <= 3 else None


def advert(line: Line) -> CutReason | None:
    if not line.has(Cue.ADVERT) or line.size > SHORT:
        return None
    phrase = max(f.length for f in line.found if f.cue is Cue.ADVERT)
    labelled = re.search(r"[:–—|-]", line.text[:30]) is not None
    boxed = bool(_BOXED.match(line.text))
    return CutReason.TEASER if line.size <= 3 or phrase >= 2 or boxed or (labelled and not line.stopped) else None


def teaser(line: Line) -> CutReason | None:
    """A pointer to another piece."""
    if line.size > SHORT:
        return None
    if _PLUSES.match(line.text):
        return None if _TIMED.search(line.text) else CutReason.TEASER
    pointed = line.has(Cue.TEASER) and (not line.stopped or _is_label(line))
    return CutReason.TEASER if pointed and (not line.asked or _is_label(line)) else None


def _is_label(line: Line) -> bool:
    """Whether hardly more than the phrase stands before a colon: not so in "In the video he says: …"."""
    before, colon, _ = line.text[:50].partition(":")
    phrase = max(f.length for f in line.found if f.cue is Cue.TEASER)
    return bool(colon) and len(words(before)) <= phrase + 1


def sign_up(line: Line) -> CutReason | None:
    """Subscribe, follow, write to us: in a full sentence only if it begins so or says it twice."""
    if line.size > SHORT or not line.has(Cue.SIGN_UP):
        return None
    twice = line.hits(Cue.SIGN_UP, Cue.PRODUCT, Cue.IMPRINT) >= 2
    if line.asked:  # "Do you have tips?" asks an interviewer too
        return CutReason.NEWSLETTER if twice else None
    if line.prose and line.stopped:
        begun = any(f.cue is Cue.SIGN_UP and f.at <= (2 if addresses(line) else 0) for f in line.found)
        called = begun and not _QUOTED.search(line.text)
        return CutReason.NEWSLETTER if twice or called else None
    return CutReason.NEWSLETTER


def social(line: Line) -> CutReason | None:
    """Nothing but buttons."""
    if line.size > SHORT or line.prose:
        return None
    return CutReason.NEWSLETTER if line.share(Cue.SOCIAL) >= 0.6 else None


def imprint(line: Line) -> CutReason | None:
    begun = line.size <= _RIGHTS_AT_MOST and any(f.cue is Cue.RIGHTS and f.at < 6 for f in line.found)
    rights = (line.has(Cue.RIGHTS) and line.size <= 60) or begun
    if rights and not _QUOTED.search(line.text[:1]):
        return CutReason.IMPRINT
    if _RIGHTS_SIGN.match(line.text) and line.size <= 25:
        return None if credits_agency(line.text) else CutReason.IMPRINT
    if line.size > SHORT or (line.prose and line.stopped):
        return None
    hits = line.hits(Cue.IMPRINT)
    return CutReason.IMPRINT if hits >= 2 or (hits and line.share(Cue.IMPRINT) >= 0.4) else None


def photo_credit(line: Line) -> CutReason | None:
    """A credit, or a caption that ends in one."""
    if line.size > 70 or credits_agency(line.text):
        return None
    if line.has(Cue.PHOTO_START) and re.search(r"[:/©|(]", line.text[:28]) and line.size <= 14 and not line.prose:
        return CutReason.PHOTO_CREDIT
    if _CREDIT_END.search(line.text) and not _RIGHTS_SIGN.match(line.text):
        return CutReason.PHOTO_CREDIT
    sourced = line.has(Cue.PHOTO_SOURCE) and not line.stopped
    return CutReason.PHOTO_CREDIT if sourced and line.size <= SHORT else None


def reading_time(line: Line) -> CutReason | None:
    short = line.size <= 10 and not dated(line)
    return CutReason.FURNITURE if short and line.has(Cue.READING) and not line.prose else None


def navigation(line: Line) -> CutReason | None:
    """Short parts between separators: a breadcrumb, a menu, a row of headlines."""
    if line.stopped or line.size > 60 or dated(line):
        return None
    parts = [p for p in _SEPARATOR.split(line.text) if p.strip(" -–—*+")]
    if len(parts) < 3 or not _STRONG_SEPARATOR.search(line.text):
        return None
    if line.size / len(parts) <= 3:
        return CutReason.FURNITURE
    return CutReason.HEADLINE_RUN if line.size / len(parts) <= 10 else None


def dated(line: Line) -> bool:
    return bool(_DATE.search(line.text))


LINE_RULES: tuple[LineRule, ...] = (
    machine_notice,
    correction,
    advert,
    teaser,
    photo_credit,
    imprint,
    sign_up,
    social,
    reading_time,
    navigation,
)


def reason_for(line: Line) -> CutReason | None:
    """Why a line is furniture whatever stands around it; a press office's contact line never is."""
    if line.has(Cue.CONTACT) and not any(line.has(cue) for cue in _ABOVE_CONTACT):
        return None
    return next((reason for rule in LINE_RULES if (reason := rule(line)) is not None), None)
