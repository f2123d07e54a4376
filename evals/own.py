"""The cases of our own: articles and labels that were written for this project, in evals/data."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
BLIND = DATA / "blind"  # cases on which nothing was tuned: whoever mends a rule looks at others
EXAMPLES = Path(__file__).parent.parent / "examples"  # absent where only the wheel is installed


def own_texts() -> list[str]:
    """The texts of all articles in evals/data, front matter and furniture included."""
    return [f.read_text(encoding="utf-8") for f in sorted(DATA.rglob("*.txt"))]
