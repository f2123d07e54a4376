"""Reads the prompts: one Markdown file a task, the rules under `# system` and the task with its data under `# user`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template

_SYSTEM, _USER = "# system\n", "\n# user\n"


@dataclass(frozen=True, slots=True)
class Wording:
    """The two parts of a prompt, to be filled in by `substitute`. `digest`: twelve hex digits of their wording."""

    name: str
    system: Template
    user: Template
    digest: str


@cache
def load(name: str) -> Wording:
    """Raises FileNotFoundError for a task that has no prompt, ValueError for a file without the two parts."""
    text = resources.files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8")
    head, found, user = text.partition(_USER)
    if not found or not head.startswith(_SYSTEM):
        raise ValueError(f"prompts/{name}.md: there must be '# system' on the first line, and '# user' on a later one")
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Wording(name, Template(head.removeprefix(_SYSTEM).strip()), Template(user.strip()), digest)


def names() -> list[str]:
    """All tasks that have a prompt."""
    return sorted(f.name.removesuffix(".md") for f in resources.files("prompts").iterdir() if f.name.endswith(".md"))
