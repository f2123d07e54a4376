"""The one place where text of others is made safe to show: every word that reaches a terminal goes through `plain`."""

from __future__ import annotations

import re

# What a terminal would act on: CSI (colours, cursor), OSC and other strings (titles, links, clipboard), short escapes.
_STRING = r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
_CSI = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
_SHORT = r"\x1b[ -/]*[0-~]"
# What the eye does not see: C0 and C1 controls, soft hyphens, zero-width characters, direction marks, overrides and
# isolates, tag characters (hidden text), and halves of surrogate pairs.
_HIDDEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff"
)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_UNSAFE = re.compile(f"{_STRING}|{_CSI}|{_SHORT}|[{_HIDDEN}]")
_UNSEEN = re.compile(rf"[{_HIDDEN}\u2028\u2029]")


def plain(text: str) -> str:
    """The text as a reader sees it: no control sequences, nothing invisible; newlines and tabs stay."""
    return _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))


def plain_line(text: str) -> str:
    """`plain`, on one line: for titles, publishers and paths, which could else forge lines of ours."""
    return " ".join(plain(text).split())


def name_unseen(text: str) -> str:
    """The text with the name (U+200B) of every character that `plain` would drop, so that it can be seen."""
    return _UNSEEN.sub(lambda match: f" U+{ord(match[0]):04X} ", text)


def escape_unseen(json_text: str) -> str:
    r"""JSON with every character that `plain` would drop written as \\uXXXX: the same value, harmless to a terminal."""
    return _UNSEEN.sub(lambda match: _json_escape(match[0]), json_text)


def _json_escape(character: str) -> str:
    if ord(character) < 0x10000:
        return f"\\u{ord(character):04x}"
    high, low = divmod(ord(character) - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
