"""What --json prints has the shapes that `secondsource schema` promises."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from assistant.show.json_output import schema_text

Run = Callable[..., Any]
SCHEMA = Draft202012Validator(json.loads(schema_text()))


def checked(text: str) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(text)
    SCHEMA.validate(payload)
    return payload


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)


@pytest.mark.parametrize("missing", ["schema", "engine", "articles", "faults", "sentences", "answered"])
def test_a_summary_without_one_of_its_keys_is_refused(run: Run, examples: Path, missing: str) -> None:
    payload = checked(run("summarize", examples / "03-moselland-bote.txt", "--json").out)
    del payload[missing]
    with pytest.raises(ValidationError):
        SCHEMA.validate(payload)


@pytest.mark.parametrize(
    "argv",
    [
        ["ask", "Wie viele Minenräumer bietet Laos an?"],
        ["ask", "Welche Farbe hat das Trikot des Torwarts?"],
        ["search", "Minenräumer"],
    ],
)
def test_answers_and_hits_have_their_shapes(run: Run, examples: Path, argv: list[str]) -> None:
    assert checked(run(*argv, examples / "03-moselland-bote.txt", "--json").out)["command"] == argv[0]


@pytest.mark.parametrize("argv", [["check", "Laos schickt Minenräumer nach Kursk."], ["findings"], ["claims"]])
def test_findings_and_claims_have_their_shapes(run: Run, examples: Path, argv: list[str]) -> None:
    payload = checked(run(*argv, examples / "03-moselland-bote.txt", "--json", "--offline").out)
    assert payload["command"] == argv[0]
    assert payload["claims" if argv[0] == "claims" else "findings"]


def test_show_has_text_and_what_was_removed(run: Run, examples: Path) -> None:
    (article,) = checked(run("show", examples / "02-weitblick-online.txt", "--json").out)["articles"]
    assert article["text"]
    assert article["removed"]


def test_the_commands_of_a_collection_have_their_shapes(run: Run, examples: Path) -> None:
    added = checked(run("add", examples / "03-moselland-bote.txt", "missing.txt", "--json").out)
    assert [failed["error"] for failed in added["failed"]] == ["NotFound"]
    for command in ("list", "reindex", "doctor", "config"):
        assert checked(run(command, "--json").out)["command"] == command
    assert checked(run("remove", *added["added"], "--json").out)["removed"] == added["added"]
