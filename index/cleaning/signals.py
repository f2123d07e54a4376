"""Weighted signals of page furniture in one line: its signs, its shape, and how it speaks to the reader.

Each signal is weak alone; a line goes where their sum reaches a threshold. Weights are set by hand and checked against
the labelled stories of `secondsource eval cleaning`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from index.cleaning.cues import WEIGHED, Cue
from index.cleaning.lines import Line

SHAPED = 1.6  # sum of shape signals from which on a line is furniture
TALK = 2.3  # sum of signals from which on a line is the site's own talk
MADE = 2.2  # sum of signals from which on a line tells that a machine had a hand in the text

_LONGER = 5  # letters
_UNADDRESSED = 25  # words that a sentence of the site's own has at most where it doesn't address the reader
_SIGN = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2500-\u25ff\u2600-\u275a\u2761-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
)
_PLAYER = re.compile(r"\b\d{1,2}:\d\d\s?[/|]\s?\d{1,2}:\d\d\b")
_LASTING = re.compile(
    r"\((?:Video |Audio )?\d{1,2}:\d\d(?:\s?(?:Min|мин)\w*\.?)?\)"
    r"|[–—·•|,-]\s(?:ca\. )?\d{1,3}(?::\d\d)?\s?(?:Min(?:uten|utes)?|мин(?:ут)?\w*|mins?)\.?(?:\s?[|·•–-].*)?$",
    re.IGNORECASE,
)
_ODD = re.compile(f"{_SIGN.pattern}|{_LASTING.pattern}|{_PLAYER.pattern}", re.IGNORECASE)
_PLUSSED = re.compile(r"\+{2,3}\s(?!\d{1,2}[:.]\d\d\b).*\s\+{2,3}(?=\s|$)")  # not a ticker's own entry, with its time
_MENU_SIGN = re.compile("[\u2261\u2630\u22ee\U0001f50d]")
_HASHTAG = re.compile(r"(?:^|\s)#\w{2,}")
_BRACKETED = re.compile(r"[\[<{].{3,}[\]>}]$")
_QUANTITY = re.compile(r"[€$£₽₸%°]|\b(?:USD|EUR|GBP|CHF|RUB|KZT|BTC|DAX|ATX|SMI|FTSE|Dow|MWh|km/h|м/с|m/s)\b")
_SCORE = re.compile(r"\b\d{1,2}[-–:]\d{1,2}\b(?!\.)")
_CRUMB = re.compile(r"\s+[>›»→/\\]\s+")
_LISTED = re.compile(r"\s*[,;|·•#/]\s*")
_FORMAL = re.compile(
    r"(?<=[a-zäöüß,\d] )(?:Sie|Ihnen|Ihre?[nmrs]?|DU|SIE)\b|^(?:Ihnen|Ihre?[nmrs]?) |\w+(?:йте|ьте|тесь)\b"
)
_PRICE = re.compile(
    r"[-–−]\s?\d{1,2}\s?%|\d\s?%!?$|\b\d+\s?%\s(?:auf|off|mit|with|на)\b|[€$£]\s?\d|\d\s?(?:€|Euro\b|руб|тенге|₽|₸)"
    r"|\b\d+\s(?:Tage?n?|Wochen?|Monate?n?|days?|weeks?|months?|дн|дней|недел|месяц)",
)
_QUOTATION = re.compile('„[^„“”]{25,}|“[^”]{25,}”|"[^"]{25,}"|«[^»]{25,}»')
_OURS = re.compile(r"\b(?:unser\w{0,2}|our|наш\w{0,3})\b", re.IGNORECASE)
_REGISTERED = re.compile(r"\berid\b|\bИНН\b|\b[01][268]\+(?=$|\W*$)|\bUID\b|\bATU\d|\bHRB\b", re.IGNORECASE)


def shape(line: Line) -> float:
    """How much a line's signs and make-up look like buttons, tickers, menus, tags or players. 0.0 for long lines."""
    if line.size > WEIGHED or (line.prose and line.stopped and not line.columns and not _ODD.search(line.text)):
        return 0.0
    return sum((_signs(line), _timed(line), _figures(line), _parts(line), _labelled(line)))


def _signs(line: Line) -> float:
    text = line.text[1:] if line.bullet else line.text
    signs = 0.8 * min(2, len(_SIGN.findall(text)))
    signs += 1.6 * bool(_PLUSSED.search(text)) + 1.6 * bool(_MENU_SIGN.search(text) and line.size <= 12)
    return signs + 0.8 * min(2, max(0, len(_HASHTAG.findall(text)) - 1)) + bool(_BRACKETED.match(text))


def _timed(line: Line) -> float:
    return 1.6 * bool(_PLAYER.search(line.text)) + 1.6 * bool(_LASTING.search(line.text))


def _figures(line: Line) -> float:
    """Prices, rates and results: many figures with their units and no sentence."""
    if line.prose:
        return 0.0
    numbers = sum(word[0].isdigit() for word in line.words)
    many = numbers >= 3 and numbers >= 0.3 * line.size
    quantities = len(_QUANTITY.findall(line.text))
    return 0.6 * many + 0.6 * (quantities >= 2) + 0.5 * (quantities >= 3) + 0.6 * (len(_SCORE.findall(line.text)) >= 3)


def _parts(line: Line) -> float:
    """Items parted by wide spaces or arrows; words of menus without a sentence around them."""
    worded = sum(not word[0].isdigit() for word in line.words)
    known = line.share(Cue.MENU, Cue.SOCIAL, Cue.IMPRINT) * line.size / max(1, worded)
    menu = 1.6 * (known >= 0.65 and worded >= 2 and not line.stopped) if worded >= 3 or line.columns else 0.0
    crumbs = len(_CRUMB.findall(line.text))
    crumbed = 0.8 * min(2, crumbs) if line.size <= 4 * (crumbs + 1) and not line.stopped else 0.0
    return 0.55 * min(3, line.columns) * (not line.stopped) + menu + crumbed


def _labelled(line: Line) -> float:
    """ "Tags: this, that"; a link that skips to somewhere."""
    if line.has(Cue.SKIP) and not line.stopped and line.size <= 8:
        return 1.6
    label, colon, rest = line.text[:400].partition(":")
    if not (colon and line.has(Cue.TAGS) and len(label) < 30) or line.stopped:
        return 0.0
    items = [item for item in _LISTED.split(rest) if item.strip()]
    return 1.6 if len(items) >= 2 and len(rest.split()) <= 4 * len(items) else 0.0


def addresses(line: Line) -> bool:
    return line.has(Cue.READER) or bool(_FORMAL.search(line.text))


def talk(line: Line, story: Collection[str] = ()) -> float:
    """How much a line speaks of the site to its reader. `story`: words that count for nothing."""
    if not 1 < line.size <= WEIGHED:
        return 0.0
    site, call, offer = (_distinct(line, cue, story) for cue in (Cue.SITE, Cue.CALL, Cue.OFFER))
    priced = bool(_PRICE.search(line.text))
    reader = addresses(line)
    itself = line.has(Cue.THIS_TEXT) or line.has(Cue.HOUSE)
    kinds = sum(map(bool, (reader, site, call, offer, priced, itself)))
    if (kinds < 2 and site < 3) or (line.asked and not (site or offer)):
        return 0.0
    said = reader + 0.8 * (itself + min(3, site) + min(2, call) + min(2, offer + priced))
    if line.prose and line.stopped and not reader:
        if line.size > _UNADDRESSED or not site:
            return 0.0
        said -= 0.4
    told = _told(line, story)
    near = 0.5 * told if told else -0.4 * bool(story)
    return said + _manner(line) - 1.5 * bool(_QUOTATION.search(line.text)) - 0.04 * max(0, line.size - 12) - near


def _manner(line: Line) -> float:
    called = 0.4 * (line.has(Cue.CALL) and any(f.cue is Cue.CALL and f.at == 0 for f in line.found))
    loose = 0.6 * (not line.stopped and not line.asked)
    return called + loose + 0.3 * (line.text[-1] in "!↓»") + 0.8 * bool(_REGISTERED.search(line.text))


def made(line: Line, story: Collection[str] = ()) -> float:
    """How much a line tells that a machine helped to make what the site prints."""
    if not 4 < line.size <= WEIGHED:
        return 0.0
    machine = (
        1.0 * bool(_distinct(line, Cue.MACHINE, story))
        or 0.8 * bool(_distinct(line, Cue.ROBOT, story))
        or 0.6 * line.has(Cue.FEED)
    )
    if not machine:
        return 0.0
    ours = line.has(Cue.HOUSE) or bool(_OURS.search(line.text))
    house = max(ours, line.has(Cue.THIS_TEXT)) + 0.6 * (ours and line.has(Cue.THIS_TEXT))
    craft = 0.6 * min(2, _distinct(line, Cue.CRAFT, ()))
    quoted = 1.0 * bool(_QUOTATION.search(line.text))
    return machine + house + craft + 0.6 * line.has(Cue.MAKING) + 0.8 * line.leads(Cue.LABEL) - quoted


def _told(line: Line, story: Collection[str]) -> float:
    """The share of the line's longer words that the story has too."""
    longer = {word for word in line.words if len(word) > _LONGER}
    return sum(word in story for word in longer) / max(3, len(longer))


def _distinct(line: Line, cue: Cue, story: Collection[str]) -> int:
    """How many different words of this list the line has, those of the story left out."""
    return len({word for f in line.found if f.cue is cue and (word := line.words[f.at]) not in story})
