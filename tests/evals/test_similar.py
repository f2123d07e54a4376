from pathlib import Path

import pytest

from assistant.sourcing import Standing
from evals.baseline.similar import counted, likest
from evals.formats.stories import Probe, Story

SENTENCE = "Der umgestürzte Kran begrub elf Boote im Hafen unter sich."
NONE: frozenset[str] = frozenset()


def pile(folder: Path, *texts: str) -> Story:
    paths = [folder / f"0{n}-bote.txt" for n in range(1, len(texts) + 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    probe = Probe("p", "Ein Kran begrub elf Boote.", "de", Standing.DISPUTED, NONE, 0, (), NONE, NONE, False)
    return Story("kran", tuple(paths), (probe,))


@pytest.mark.parametrize(
    ("likes", "standing"),
    [(0, Standing.NOT_FOUND), (1, Standing.SINGLE_SOURCE), (2, Standing.CORROBORATED), (3, Standing.CORROBORATED)],
)
def test_counting_takes_every_article_that_is_alike_for_support(tmp_path: Path, likes: int, standing: Standing) -> None:
    (told,) = counted(pile(tmp_path, *[SENTENCE] * likes, "Am Abend regnete es in den Bergen sehr."))
    assert (told.standing, told.independent_origins, len(told.supporting)) == (standing, likes, likes)


def test_counting_is_deaf_to_a_denial(tmp_path: Path) -> None:
    (told,) = counted(pile(tmp_path, "Dass ein Kran elf Boote begrub, ist erfunden."))
    assert told.standing == Standing.SINGLE_SOURCE


def test_likeness_is_the_share_of_the_longer_words_pieces() -> None:
    assert likest("Boote", ["Am Hafen", "Die Boote sanken"]) == 1.0
    assert likest("Boote", ["Am Hafen"]) == likest("Boote", []) == 0.0
