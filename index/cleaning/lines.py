"""Raw text into lines, and what each line looks like: the features that the rules decide by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from index.cleaning.cues import Cue, Found, cues_in
from index.terms import words

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile(r"[^\S\n]+")
_COLUMN = re.compile(r"(?<=[^\s.!?:,;])[^\S\n]{2,}(?=\S)")
_COLUMNS = "  "  # what parts columns of a row while it is being read
_NONE: frozenset[Cue] = frozenset()
_TINY = 3
_TAIL = 80  # characters that an end of a sentence and a credit after it may need
_LOOKED_AT = 20_000  # characters of one line that its features are taken from
_BULLET = re.compile(r"(?:[-–—•▪◦●■□►▶➤➜→»›*·‣⁃▸✓✔]|>{1,2}|={2,}>?|\+(?: ?\+){2,}|\*{2,})(?=\s|$)|[•▪●■►▶➤▸](?=\S)")
_RULER = re.compile(r"[\W_]{3,}$")
_CREDIT = r"(?:\s?[(\[/][^()\[\]]{1,30}[)\]/])?$"  # "… sagte er. (epd)"
_END = re.compile(rf"[.!?…:;。！？][\"'”“’‘»«)\]\d*]*{_CREDIT}")
_FULL_STOP = re.compile(rf"(?:\.|…|。|[！？]|[!?][\"'”“’‘»«)\]]+|\.[\"'”“’‘»«)\]\d]+){_CREDIT}")
_INNER_END = re.compile(r"[.!?…][\"'”“’»«)]* +[\"„“«»(–—]*[A-ZÄÖÜА-ЯЁ\d]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
PROSE_WORDS = 8
ASKED_WORDS = 6
LONG_WORDS = 28


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the raw text, spaces normalised; a bullet that stood on a line of its own is joined to its line.

    `gap`: an empty line (or the start) comes before it. `found`: what the word lists recognise in it. `columns`: how
    often wide spaces part it, as in a row of buttons or a table. Features come from its first 20,000 characters.
    """

    text: str
    gap: bool
    bullet: bool
    words: tuple[str, ...] = field(repr=False)
    size: int  # in words, or what makes about a word in scripts without spaces
    found: tuple[Found, ...] = ()
    columns: int = 0
    cues: frozenset[Cue] = field(default=frozenset(), repr=False)  # of `found`

    def has(self, cue: Cue) -> bool:
        return cue in self.cues

    def leads(self, cue: Cue) -> bool:
        """The cue stands at the line's beginning, after two words at most."""
        return any(found.cue is cue and found.at <= 2 for found in self.found)

    def hits(self, *cues: Cue) -> int:
        """At how many places phrases of these cues begin."""
        return len({found.at for found in self.found if found.cue in cues})

    def share(self, *cues: Cue) -> float:
        """The share of the line's words that belong to phrases of these cues."""
        covered = {i for f in self.found if f.cue in cues for i in range(f.at, f.at + f.length)}
        return len(covered) / max(1, self.size)

    @property
    def sample(self) -> str:
        """Enough of its text to tell its language or script."""
        return self.text[:2_000]

    @property
    def judged(self) -> bool:
        """Whether it's of a length that furniture can have: neither a letter or two nor tens of thousands."""
        return bool(self.found) or _TINY < len(self.text) <= _LOOKED_AT

    @property
    def ruler(self) -> bool:
        """Only signs, such as "-----"."""
        return not self.words

    @property
    def ended(self) -> bool:
        """Ends as a sentence, a question or an introduction does."""
        return bool(_END.search(self.text[-_TAIL:]))

    @property
    def prose(self) -> bool:
        """Reads like sentences: long enough, and ended or with sentence ends in it."""
        if self.size >= LONG_WORDS:
            return self.ended or bool(_INNER_END.search(self.text[:_LOOKED_AT]))
        return self.size >= PROSE_WORDS and self.ended and not self.exclaimed

    @property
    def sentences(self) -> int:
        """How many sentences it seems to have, or two for more."""
        return self.ended + bool(_INNER_END.search(self.text[:_LOOKED_AT]))

    @property
    def exclaimed(self) -> bool:
        """One short sentence that ends in "!": as likely a headline as a sentence of a story."""
        return self.text.endswith("!") and self.size < 20 and not _INNER_END.search(self.text[:_LOOKED_AT])

    @property
    def asked(self) -> bool:
        """One question of some length: an interviewer's, or a story's own."""
        return (
            self.text.rstrip("\"'”“’‘»«)").endswith("?")
            and self.size >= ASKED_WORDS
            and not _INNER_END.search(self.text[:_LOOKED_AT])
        )

    @property
    def stopped(self) -> bool:
        """Ends in a full stop or with a closed quotation: headlines hardly ever do."""
        return bool(_FULL_STOP.search(self.text[-_TAIL:]))

    @property
    def headline_like(self) -> bool:
        """Could be the headline of something: no full stop, not long."""
        return not self.stopped and not self.text.endswith(":") and 0 < self.size < LONG_WORDS


def visible(text: str) -> tuple[str, str]:
    """The text without zero-width and control characters, line ends as "\\n"; and the characters taken out."""
    text = _BREAK.sub("\n", text)
    if text.isprintable():
        return text, ""
    hidden = "".join(INVISIBLE.findall(text))
    return (INVISIBLE.sub("", text) if hidden else text), hidden


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, in order; hard-wrapped ones joined if the text is hard-wrapped throughout."""
    return list(_with_bullets(unwrapped([_spaced(row.strip()) for row in text.split("\n")])))


def _spaced(row: str) -> str:
    """Single spaces, and two where columns are parted."""
    if "  " not in row and "\t" not in row:
        return _SPACE.sub(" ", row) if not row.isprintable() or "\xa0" in row else row
    return _COLUMNS.join(_SPACE.sub(" ", part) for part in _COLUMN.split(row))


def line(row: str, gap: bool, bullet: bool) -> Line:
    text = row.replace(_COLUMNS, " ")
    tokens = tuple(words(text[:_LOOKED_AT]))
    unspaced = len(_UNSPACED.findall(text[:_LOOKED_AT])) // 2
    found = cues_in(tokens)
    cues = frozenset(f.cue for f in found) if found else _NONE
    return Line(text, gap, bullet, tokens, len(tokens) + unspaced, found, row.count(_COLUMNS), cues)


def _with_bullets(rows: list[str]) -> Iterator[Line]:
    """A bullet alone on its line goes to the next line, over empty lines too."""
    gap, waiting = True, ""
    for row in rows:
        if not row:
            gap = True
        elif _BULLET.fullmatch(row):
            waiting = row
        else:
            joined = f"{waiting} {row}" if waiting else row
            yield line(joined, gap, bool(waiting or _BULLET.match(row)) and not _RULER.fullmatch(row))
            gap, waiting = False, ""


def unwrapped(rows: list[str]) -> list[str]:
    """Joins the lines of paragraphs that were broken at a fixed width; other texts come back as they are."""
    width = _wrap_width(rows)
    if not width:
        return rows
    joined: list[str] = []
    last = ""
    for row in rows:
        if joined and last and row and _continues(last, row, width):
            joined[-1] += row if _hyphenated(last, row) else f" {row}"
        else:
            joined.append(row)
        last = row
    return joined


def _wrap_width(rows: list[str]) -> int:
    """The width at which the text is broken, 0 if it isn't: then a third of the lines go on in lower case."""
    pairs = [(a, b) for a, b in pairwise(rows) if a and b]
    if len(pairs) < 3:
        return 0
    continued = [a for a, b in pairs if b[0].islower() and not _END.search(a)]
    lengths = sorted(map(len, continued))
    if len(continued) < max(3, 0.3 * len(pairs)) or not 40 <= lengths[len(lengths) // 2] <= 110:
        return 0
    width = lengths[-1]
    return width if width <= 130 and lengths[len(lengths) // 4] > 0.7 * width else 0


def _continues(last: str, row: str, width: int) -> bool:
    """Greedy wrapping breaks a line only where the next word no longer fits."""
    if _BULLET.match(row) and row[0] not in "–—":
        return False
    return len(last) + 1 + len(row.split(" ", 1)[0]) > width and len(last) > width // 2


def _hyphenated(last: str, row: str) -> bool:
    first = row.split(" ", 1)[0]
    return (
        last.endswith("-")
        and last[-2:-1].isalpha()
        and row[0].islower()
        and first not in {"und", "oder", "bzw.", "and", "or"}
    )
