"""Bytes to text: marks and declarations first, then UTF-8, then the eight-bit encodings of German, English and Russian.

Short texts are where guessing fails, so the eight-bit encodings are told apart by letters: which of them turns the
bytes beyond ASCII into letters and quotation marks that stand where these languages put them (`docs/decisions`).
charset-normalizer is asked only where that gives no clear answer, which is where the text is in another language.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

from index.errors import EmptyInput, NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a .pdf, which is not read yet", "Save it as text first"),
    (b"PK\x03\x04", "an archive or office document, not text", "Save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an office document, not text", "Save it as text or HTML first"),
    (b"{\\rtf", "an RTF document, not plain text", "Save it as text or HTML first"),
    (b"\x1f\x8b", "compressed, not text", "Unpack it first"),
    (b"\x89PNG", "an image, not text", "Give the article's text"),
    (b"\xff\xd8\xff", "an image, not text", "Give the article's text"),
    (b"GIF8", "an image, not text", "Give the article's text"),
)
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w:.-]{2,30})""", re.I
)
_USUAL = 0.15  # what the first of these has ahead: nearly every such file is in it
_EIGHT_BIT = ("cp1252", "cp1251", "iso-8859-15", "koi8-r", "cp866", "iso-8859-5", "mac-roman", "cp850", "mac-cyrillic")
_SAMPLE = 400  # so many characters beyond ASCII are looked at in each reading
_LIBRARY_SAMPLE = 80_000  # bytes
_BROKEN = 0.001  # the largest share of broken characters that is let pass, replaced by U+FFFD
_CLEAR = 0.5  # the least mean score that a reading must have to be taken; 1 is a letter in its place

_UMLAUTS = frozenset("äöüÄÖÜß")
_ACCENTED = frozenset("éèêëàâáåãçñóòôõíìîïúùûýæøœšžÉÈÀÁÂÅÇÑÓØŠŽ")
_MARKS_OF_PRINT = frozenset("„“”‚‘’–—…•«»§€©®°·›‹№\xa0\xad¡¿£½¼²³µ×™†")
_CYRILLIC = re.compile("[А-яЁё]")
_CYRILLIC_WORTH = {**dict.fromkeys("оеаинтсрвлк", 1.0), **dict.fromkeys("мдпуяыьгзбчй", 0.7)}  # by frequency
_MOJIBAKE = re.compile(r"[ÃÂâÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_AS_CP1252 = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(256)}
_NEWLINES = re.compile("\r\n?|[\x85\u2028\u2029\f\v]")
_REMEDY = "Save it as a text file in UTF-8 and give that"


def decode(data: bytes, path: str) -> str:
    """The text of a raw input, with "\\n" for every kind of line end, in composed characters (NFC).

    Raises EmptyInput, and NotText where it is binary or nobody can tell the encoding. `path` names it in the error.
    """
    refuse_binary(data, path)
    text = _decoded(data)
    if text is None:
        raise NotText(path, "nobody can tell this text's encoding", _REMEDY)
    if not text.strip("\ufeff \t\n\r\f\v\xa0"):
        raise EmptyInput(path, "there is nothing in it", "Give a text, or leave it out")
    return _tidy(text)


def refuse_binary(data: bytes, path: str) -> None:
    """Raises EmptyInput or NotText where the first bytes show that no text is to be had from these data."""
    if not data.strip() or data in {mark for mark, _ in _MARKS}:
        raise EmptyInput(path, "there is nothing in it", "Give a text, or leave it out")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise NotText(path, f"this is {what}", remedy)
    if b"\0" in data and not data.startswith(tuple(mark for mark, _ in _MARKS)) and _without_mark(data) is None:
        raise NotText(path, "this is binary data, not text", _REMEDY)


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding) or _nearly_utf8(data.removeprefix(codecs.BOM_UTF8))
    if b"\0" in data:
        return _without_mark(data)
    return _strictly(data, "utf-8") or _declared(data) or _nearly_utf8(data) or _by_letters(data) or _by_library(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that does not say so: nearly every character is one that German, English or Russian is written in."""
    even = data[: len(data) & ~1]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(even, encoding)
        if text and "\0" not in text:
            sample = text[:4000]
            usual = sum(c in "\n\r\t" or " " <= c < "\u0180" or "Ѐ" <= c <= "ӿ" or "\u2010" <= c <= "₿" for c in sample)
            if usual >= 0.95 * len(sample):
                return text
    return None


def _declared(data: bytes) -> str | None:
    """The text in the encoding that the page itself names, if the bytes agree."""
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    if name.startswith(("utf", "unicode")):
        return None  # it is not: the strict attempt has failed
    return _strictly(data, "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else name)


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, or cut off within a character: most bytes beyond ASCII do form characters."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if text.endswith("\ufffd") and broken == 1:
        text, broken = text[:-1], 0
    whole = sum(c > "\x7f" for c in text) - broken
    return text if broken <= _BROKEN * len(text) and whole > 5 * broken else None


def _by_letters(data: bytes) -> str | None:
    readings = [(name, text) for name in _EIGHT_BIT if (text := _strictly(data, name)) is not None]
    scores = [_plausible(text) + (_USUAL if name == _EIGHT_BIT[0] else 0) for name, text in readings]
    best = max(scores, default=0.0)
    return readings[scores.index(best)][1] if best >= _CLEAR else None


def _plausible(text: str) -> float:
    """The mean score of the characters beyond ASCII: at most 1; below 0 where they make no sense."""
    strange = [found.start() for found in islice(re.finditer(r"[^\x00-\x7f]", text), _SAMPLE)]
    return sum(_fits(text, at) for at in strange) / len(strange) if strange else 0.0


def _fits(text: str, at: int) -> float:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if _CYRILLIC.match(char):
        return _fits_cyrillic(char, before, after)
    if char.isalpha():
        return _fits_latin(char, before, after)
    return _fits_mark(char, before, after) if char in _MARKS_OF_PRINT else -1.0


def _fits_mark(char: str, before: str, after: str) -> float:
    """An apostrophe within a word, an opening mark before one, a dash between blanks: worth a letter in its place."""
    if before.isalpha() and after.isalpha():
        return 1.0 if char in "’\xad" else 0.3 if char in "–—·" else -1.0
    opening = char in "„“‚‘»«" and not before.isalnum() and after.isalnum()
    closing = char in "“”’‘»«" and not before.isspace() and not after.isalnum()
    dash = char in "–—•" and not before.isalpha() and not after.isalpha()
    return 0.9 if opening or closing or dash else 0.5


def _fits_cyrillic(char: str, before: str, after: str) -> float:
    """Whole words in Cyrillic, with no capital after a small letter, of letters that are common."""
    if (before.isalpha() and before.isascii()) or (after.isalpha() and after.isascii()):
        return -1.0
    if char.isupper() and before.isalpha() and before.islower():
        return -1.0
    lonely = not (_CYRILLIC.match(before) or _CYRILLIC.match(after))
    return _CYRILLIC_WORTH.get(char.lower(), 0.3) - (0.5 if lonely else 0.0)


def _fits_latin(char: str, before: str, after: str) -> float:
    """A letter beside plain ones; a capital at a word's start or among capitals."""
    if char.isupper() and before.isalpha() and before.islower():
        return -1.0
    worth = 1.0 if char in _UMLAUTS else 0.6 if char in _ACCENTED else -0.5
    crowded = [c for c in (before, after) if c > "\x7f" and c not in _MARKS_OF_PRINT]
    return worth - 0.7 * len(crowded)


def _by_library(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LIBRARY_SAMPLE], threshold=0.15).best()
    text = _strictly(data, best.encoding) if best else None
    return text if text and best and best.alphabets and best.languages and _plausible(text) > -0.5 else None


def _tidy(text: str) -> str:
    text = _NEWLINES.sub("\n", text.lstrip("\ufeff"))
    if _MOJIBAKE.search(text):
        text = "\n".join(map(_singly_encoded, text.split("\n")))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _singly_encoded(line: str) -> str:
    """A line whose UTF-8 was read as cp1252 and encoded again ("fÃ¼r"), put right if all of it can be read so."""
    if line.isascii() or not _MOJIBAKE.search(line):
        return line
    try:
        return bytes(_AS_CP1252[c] for c in line).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return line
