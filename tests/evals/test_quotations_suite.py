import gzip
import json
from pathlib import Path

import pytest

from assistant.sourcing import Attribution, QuoteType
from evals import asked
from evals.quotation.scores import MESSAGE, Quotation
from evals.quotation.texts import Labelled, own_sentences
from evals.suites.quotations import between_marks, run
from index.documents import Span

OWN = {text.text: text for text in own_sentences()}


def labelled(text: str, language: str) -> list[Attribution]:
    """What a perfect reader would say of our own sentences."""
    return [_attribution(OWN[text], quotation) for quotation in OWN[text].quotations]


def _attribution(text: Labelled, quotation: Quotation) -> Attribution:
    content, source, cue, frame, addressee = (
        tuple(text.tokens[n] for n in sorted(quotation.part(part)))
        for part in (MESSAGE, "speaker", "cue", "frame", "addressee")
    )
    return Attribution(cue, source, content, QuoteType(quotation.type), frame, addressee)


def nobody_quoted(text: str, language: str) -> list[Attribution]:
    return []


def without_roles(text: str, language: str) -> list[Attribution]:
    return [Attribution((), (), a.content, a.type) for a in labelled(text, language)]


def everything(text: str, language: str) -> list[Attribution]:
    return [Attribution((), (), (Span(0, len(text)),), QuoteType.DIRECT)]


def figures(monkeypatch: pytest.MonkeyPatch, reader: object) -> tuple[dict[str, float], list[str]]:
    monkeypatch.setattr(asked, "attributed", reader)
    table = run(None)
    row = next(row for row in table.rows if (row.name, row.note) == ("rules", "own"))
    return {k: float(v) for k, v in row.values.items()}, [bar.measure for bar in table.bars if not bar.kept]


def test_a_perfect_reader_gets_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    values, broken = figures(monkeypatch, labelled)
    assert {values[c] for c in ("Message F1", "precision", "recall", "Roles F1", "Joint F1", "Type F1")} == {1.0}
    assert broken == []


def test_a_reader_that_finds_nothing_breaks_the_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    values, broken = figures(monkeypatch, nobody_quoted)
    assert values["Joint F1"] == 0.0
    assert broken == ["Message F1, own", "Roles F1, own", "Joint F1, own"]


def test_a_reader_that_never_says_who_breaks_the_bar_of_the_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    values, broken = figures(monkeypatch, without_roles)
    assert (values["Message F1"], values["Roles F1"]) == (1.0, 0.0)
    assert broken == ["Roles F1, own"]


def test_quoting_every_sentence_is_no_way_to_recall(monkeypatch: pytest.MonkeyPatch) -> None:
    values, _ = figures(monkeypatch, everything)
    assert values["precision"] < 0.7
    assert values["Type F1"] < 0.4


def test_text_between_marks_is_one_quotation_with_its_marks() -> None:
    text = next(t for t in OWN.values() if "»Niemand hat uns gewarnt«" in t.text)
    (quotation,) = between_marks(text)
    spans = [text.tokens[n] for n in sorted(quotation.part(MESSAGE))]
    assert text.text[spans[0].start : spans[-1].end] == "»Niemand hat uns gewarnt«"


def test_a_part_that_is_not_there_is_skipped_and_one_that_is_there_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "attributed", nobody_quoted)
    (tmp_path / "wikinews_quotes").mkdir()
    row = {"originalText": "Nein.", "tokens": [{"charBegin": 0, "charEnd": 4}], "annotations": []}
    with gzip.open(tmp_path / "wikinews_quotes" / "test.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    table = run(tmp_path)
    assert [what.split(":")[0] for what in table.skipped] == ["Wikinews dev"]
    assert "Message F1, Wikinews test" in [bar.measure for bar in table.bars]
