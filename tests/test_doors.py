"""One file is the only door to each vendor library, so that replacing one is a matter of one file."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_DOORS = {
    "charset_normalizer": "index/decode.py",
    "chromadb": "index/store/chroma.py",
    "filelock": "index/store/turnstile.py",
    "htmldate": "index/pages.py",
    "langchain_core": "assistant/chain.py",
    "platformdirs": "index/folders.py",
    "prompt_toolkit": "assistant/chat/prompt.py",
    "py3langid": "index/language.py",
    "sentencex": "index/sentences.py",
    "Stemmer": "index/terms.py",
    "tiktoken": "index/tokens.py",
    "trafilatura": "index/pages.py",
    "wordfreq": "index/embedding/frequency.py",
}


@cache
def _imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    plain = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return {
        name.split(".")[0] for name in plain | {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    }


@pytest.mark.parametrize("vendor", _DOORS)
def test_a_vendor_library_is_imported_in_one_file_only(vendor: str) -> None:
    files = [f for package in ("assistant", "index", "prompts") for f in (_ROOT / package).rglob("*.py")]
    assert [f.relative_to(_ROOT).as_posix() for f in files if vendor in _imported(f)] == [_DOORS[vendor]]
