from collections.abc import Iterator
from pathlib import Path

import pytest
from chains import chains, origin

from assistant.sources import known, words
from assistant.sourcing import SourceKind
from index.errors import SettingError


def forget() -> None:
    known.bodies.cache_clear()
    words.book.cache_clear()


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where a user's own list is looked for."""
    monkeypatch.setattr(known, "config_folder", lambda: tmp_path)
    forget()
    yield tmp_path / "bodies.yaml"
    monkeypatch.undo()
    forget()


def test_no_two_bodies_share_a_name() -> None:
    names = [name for body in known.bodies().values() for name in body.names]
    assert sorted(names) == sorted(set(names))


def test_a_users_list_adds_bodies(own: Path) -> None:
    own.write_text("Zwiebelrat: {kind: ngo, names: [Zwiebelrat, ZWR]}\n", encoding="utf-8")
    source = origin("Die Ernte sei gut, teilte der ZWR mit.")
    assert (source.key, source.kind) == ("Zwiebelrat", SourceKind.NGO)


def test_the_shipped_list_stays_beside_a_users(own: Path) -> None:
    own.write_text("Zwiebelrat: {kind: ngo, names: [Zwiebelrat]}\n", encoding="utf-8")
    assert chains("Ulm (dpa) - Der Hof ist weg.") == [["dpa"]]


@pytest.mark.parametrize(
    "text",
    [
        "Zwiebelrat\n",
        "[",
        "Zwiebelrat: {names: [ZWR]}\n",
        "Zwiebelrat: {kind: onion, names: [ZWR]}\n",
        "Zwiebelrat: {kind: ngo, names: ZWR}\n",
        "Zwiebelrat: {kind: ngo, is: DE onion, names: [ZWR]}\n",
    ],
)
def test_a_users_list_that_makes_no_sense_is_named_with_a_remedy(own: Path, text: str) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=r"bodies\.yaml.*A line of it reads"):
        known.bodies()
