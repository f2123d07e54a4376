from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from index.documents import Kind, Raw
from index.errors import EmptyInput, InputError, NotFound, NotText, TooLarge, Unreadable
from index.load import LARGEST, load


def one(path: Path | str, stdin: io.BytesIO | None = None) -> Raw | InputError:
    (result,) = load([str(path)], stdin)
    return result


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", Kind.TEXT), ("a.MD", Kind.MARKDOWN), ("a.html", Kind.HTML), ("a.htm", Kind.HTML), ("a.log", Kind.TEXT)],
)
def test_the_ending_says_how_a_file_is_read(tmp_path: Path, name: str, kind: Kind) -> None:
    (tmp_path / name).write_text("Der Rat tagt.")
    assert one(tmp_path / name) == Raw(str(tmp_path / name), b"Der Rat tagt.", kind)


def test_a_page_saved_as_txt_is_read_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\ufeff\n<!DOCTYPE html><p>Der Rat tagt.")
    result = one(tmp_path / "a.txt")
    assert isinstance(result, Raw)
    assert result.kind is Kind.HTML


def test_a_directory_gives_its_readable_files_sorted_and_leaves_hidden_and_other_files_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden.txt", ".git/d.txt", "photo.jpg", "data.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Der Rat tagt.")
    found = [Path(raw.path).relative_to(tmp_path).as_posix() for raw in load([str(tmp_path)])]
    assert found == ["a.md", "b.txt", "sub/c.html"]


def test_a_directory_without_readable_files_is_an_error_that_names_the_endings(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    result = one(tmp_path)
    assert isinstance(result, InputError)
    assert ".html" in str(result)


def test_a_directory_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(load([str(tmp_path)]))) == 1


def test_errors_stand_between_the_other_inputs_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt.")
    results = list(load([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")]))
    assert isinstance(results[0], NotFound)
    assert isinstance(results[1], Raw)


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyInput, "nothing"),
        (b" \n\t", EmptyInput, "nothing"),
        (b"%PDF-1.7 ...", NotText, "Save it as text"),
        (b"\x89PNG\r\n\x1a\n\0\0", NotText, "image"),
        (b"abc\0\1\2\3def\xff\xfe", NotText, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(
    tmp_path: Path, data: bytes, error: type[InputError], words: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    result = one(tmp_path / "a.txt")
    assert type(result) is error
    assert words in str(result)
    assert str(tmp_path / "a.txt") in str(result)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert isinstance(one(tmp_path / "a.txt"), TooLarge)


def test_a_pipe_in_the_file_system_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert isinstance(one(tmp_path / "pipe.txt"), Unreadable)


def test_a_file_that_the_system_does_not_let_us_read_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    result = one(tmp_path / "a.txt")
    assert isinstance(result, Unreadable)
    assert "Permission denied" in str(result)


def test_a_name_with_a_nul_is_unreadable_and_no_crash() -> None:
    assert isinstance(one("a\0b.txt"), Unreadable)


def test_standard_input_is_read_and_its_kind_guessed() -> None:
    assert one("-", io.BytesIO(b"Der Rat tagt.")) == Raw("-", b"Der Rat tagt.", Kind.TEXT)
    page = one("-", io.BytesIO(b"\n<HTML><p>Der Rat tagt."))
    assert isinstance(page, Raw)
    assert page.kind is Kind.HTML


def test_standard_input_stops_at_the_limit() -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return b"a" * (size or 0)

    assert isinstance(one("-", Endless()), TooLarge)


def test_an_address_is_not_fetched_but_answered_with_what_to_do() -> None:
    result = one("https://news.example/a.html")
    assert isinstance(result, InputError)
    assert "Save the page" in str(result)


def test_utf_16_is_text_although_it_holds_nul_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Der Rat tagt.".encode("utf-16"))
    (tmp_path / "b.txt").write_bytes("Der Rat tagt.".encode("utf-16-le"))
    assert all(isinstance(result, Raw) for result in load([str(tmp_path)]))
