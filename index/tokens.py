"""How many tokens a text is for a language model. The only door to tiktoken.

tiktoken fetches its table from the network at first use, without a time-out. So it is used only where its table lies on
the disk already; otherwise an estimate stands in, which errs on the high side.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

ENCODING = "o200k_base"
# As tiktoken's openai_public.py has them: the table's address names the cached file, its digest vouches for it.
TABLE_URL = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"
TABLE_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
_DIGITS = re.compile(r"[0-9]+")
_LINES = re.compile(r"\n\s*")
_MARK = re.compile(r"[^A-Za-zÀ-ɏЀ-ӿ0-9\s]")
_WIDE = re.compile(r"[^\x00-\u2fff]")  # CJK, emoji: two or three tokens a character at worst


def count_tokens(text: str) -> int:
    """Tokens of `text`: tiktoken's count if its table is cached, else the estimate. Never waits, never fails."""
    encoding = _encoding()
    return len(encoding.encode(text, disallowed_special=())) if encoding else estimate_tokens(text)


def token_counter() -> str:
    """Who counts: "tiktoken o200k_base" or "estimate"."""
    return f"tiktoken {ENCODING}" if _encoding() else "estimate"


def estimate_tokens(text: str) -> int:
    """A count that depends on the text alone, so that borders made with it are the same on every machine.

    A token is taken for five Latin letters (compounds and umlauts split early), four Cyrillic ones or three digits,
    each word begun anew; every other mark is one.
    """
    return (
        _pieces(_LATIN, text, 5)
        + _pieces(_CYRILLIC, text, 4)
        + _pieces(_DIGITS, text, 3)
        + len(_LINES.findall(text))
        + len(_MARK.findall(text))
        + len(_WIDE.findall(text))
    )


def fetch_table() -> None:
    """Fetch tiktoken's table from the network, because the user asked for it. Raises what the network raises."""
    import tiktoken

    tiktoken.get_encoding(ENCODING)
    _encoding.cache_clear()


def _pieces(run: re.Pattern[str], text: str, size: int) -> int:
    return sum((len(word) + size - 1) // size for word in run.findall(text))


@cache
def _encoding() -> Encoding | None:
    table = _table_path()
    # A damaged table would make tiktoken fetch a new one, hence the digest.
    if table is None or not _is_intact(table):
        return None
    import tiktoken

    return tiktoken.get_encoding(ENCODING)


def _table_path() -> Path | None:
    """Where tiktoken keeps the table; None if its cache is turned off."""
    named = os.environ.get("TIKTOKEN_CACHE_DIR", os.environ.get("DATA_GYM_CACHE_DIR"))
    folder = str(Path(tempfile.gettempdir()) / "data-gym-cache") if named is None else named
    return Path(folder) / hashlib.sha1(TABLE_URL.encode()).hexdigest() if folder else None


def _is_intact(table: Path) -> bool:
    try:
        return hashlib.sha256(table.read_bytes()).hexdigest() == TABLE_SHA256
    except OSError:
        return False
