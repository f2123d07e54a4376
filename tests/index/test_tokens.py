from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import tiktoken.load
import tiktoken_ext.openai_public

from index import tokens


@pytest.fixture(autouse=True)
def _forget_the_encoding() -> Iterator[None]:
    tokens._encoding.cache_clear()
    yield
    tokens._encoding.cache_clear()


def test_without_a_cached_table_the_estimate_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert tokens.token_counter() == "estimate"
    assert tokens.count_tokens("Die Brücke ist gesperrt.") == tokens.estimate_tokens("Die Brücke ist gesperrt.")


def test_a_damaged_table_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    table = tokens._table_path()
    assert table is not None
    table.write_bytes(b"half a table")
    assert tokens.token_counter() == "estimate"
    assert table.read_bytes() == b"half a table"


def test_with_tiktokens_cache_turned_off_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", "")
    assert tokens.token_counter() == "estimate"


def test_the_table_looked_for_is_the_one_that_tiktoken_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str | None]] = []
    monkeypatch.setattr(
        tiktoken_ext.openai_public, "load_tiktoken_bpe", lambda url, expected_hash: asked.append((url, expected_hash))
    )
    tiktoken_ext.openai_public.o200k_base()
    assert asked == [(tokens.TABLE_URL, tokens.TABLE_SHA256)]


def test_the_table_lies_where_tiktoken_reads_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR", raising=False)
    monkeypatch.delenv("DATA_GYM_CACHE_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    table = tokens._table_path()
    assert table is not None
    table.parent.mkdir()
    table.write_bytes(b"table")
    assert tiktoken.load.read_file_cached(tokens.TABLE_URL) == b"table"


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("The minister resigned on Monday.", 6),
        ("Bundesverfassungsgericht", 4),
        ("Министерство обороны сообщило", 5),
        ("1234567890", 4),
        ("日本の首相", 5),
        ("", 0),
    ],
)
def test_the_estimate_errs_on_the_high_side(text: str, least: int) -> None:
    assert least <= tokens.estimate_tokens(text) <= 3 * least
