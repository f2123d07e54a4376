"""Texts broken to a width where nobody can measure fonts: estimates that rather are too wide than too narrow."""

from __future__ import annotations

_NARROW = frozenset("iljtfrI.,:;'’|!()[]/-·‐ ")
_WIDE = frozenset("mwMWÄÖÜ@%—ШЩЖЮФМЫшщжюфмы←…")
# In parts of the font's size, of the sans-serif faces that browsers use.
_EM = {"narrow": 0.36, "wide": 0.92, "upper": 0.72, "other": 0.58, "full": 1.05}
_FULL_WIDTH_FROM = 0x2E80


def width(text: str, size: float) -> float:
    """In pixels."""
    return sum(_EM[_sort(character)] for character in text) * size


def _sort(character: str) -> str:
    if ord(character) >= _FULL_WIDTH_FROM:
        return "full"
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    return "upper" if character.isupper() else "other"


def broken(text: str, room: float, size: float, most: int) -> list[str]:
    """Lines no wider than `room` pixels, at most `most` of them; what does not fit ends in "…"."""
    lines: list[str] = []
    for word in _pieces(text, room, size):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), room, size)]


def shortened(text: str, room: float, size: float) -> str:
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _pieces(text: str, room: float, size: float) -> list[str]:
    """Words; one that is wider than the room in parts, each but the last with a hyphen."""
    pieces: list[str] = []
    for word in text.split():
        rest = word
        while width(rest, size) > room:
            fits = next(n for n in range(len(rest), 0, -1) if n == 1 or width(f"{rest[:n]}-", size) <= room)
            cut = rest.rfind("-", 1, fits) + 1 or fits
            pieces.append(f"{rest[:cut].removesuffix('-')}-")
            rest = rest[cut:]
        pieces.append(rest)
    return pieces
