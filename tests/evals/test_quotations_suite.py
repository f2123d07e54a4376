"""The suite with readers that are right, blind, or quote everything."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

from benches import run_suite, set_of, values

from assistant.sourcing import Attribution, QuoteType
from evals.asked import Assistant
from evals.formats.wikinews import Labelled, own_sentences
from evals.harness.cases import OURS
from evals.measures.quotations import MESSAGE, Quotation
from evals.suites.quotations import between_marks
from index.documents import Span

OWN = {text.text: text for text in own_sentences()}
Reader = Callable[[str, str], list[Attribution]]


class Reading(Assistant):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    def attributed(self, text: str, language: str) -> list[Attribution]:
        return self._reader(text, language)


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


def figures(reader: Reader) -> dict[str, float]:
    return values(set_of(run_suite("quotations", Reading(reader)), "own"))


def test_a_perfect_reader_gets_everything() -> None:
    found = figures(labelled)
    assert {found[m] for m in ("Message F1", "Message precision", "Roles F1", "Joint F1", "Type F1")} == {1.0}


def test_a_reader_that_finds_nothing_gets_nothing() -> None:
    found = figures(nobody_quoted)
    assert (found["Message recall"], found["Message F1 pooled"]) == (0.0, 0.0)


def test_a_reader_that_never_says_who_has_no_roles() -> None:
    found = figures(without_roles)
    assert found["Message F1"] == 1.0
    assert found.get("Roles F1", 0.0) == 0.0


def test_quoting_every_sentence_is_no_way_to_recall() -> None:
    found = figures(everything)
    assert found["Message precision"] < 0.7
    assert found["Type F1"] < 0.4


def test_text_between_marks_is_one_quotation_with_its_marks() -> None:
    text = next(t for t in OWN.values() if "»Niemand hat uns gewarnt«" in t.text)
    (quotation,) = between_marks(text)
    spans = [text.tokens[n] for n in sorted(quotation.part(MESSAGE))]
    assert text.text[spans[0].start : spans[-1].end] == "»Niemand hat uns gewarnt«"


def test_a_part_that_is_not_there_is_skipped_and_one_that_is_there_is_measured(tmp_path: Path) -> None:
    (tmp_path / "wikinews_quotes").mkdir()
    row = {"originalText": "Nein.", "tokens": [{"charBegin": 0, "charEnd": 4}], "annotations": [], "_file": "a"}
    with gzip.open(tmp_path / "wikinews_quotes" / "test.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    suite = run_suite("quotations", Reading(nobody_quoted), data=tmp_path)
    assert [s.name for s in suite.sets if s.skipped] == ["Wikinews dev", "Konjunktiv I", "PolNeAR"]
    assert [row.case for row in set_of(suite, "Wikinews test").rows] == ["a"]


def test_standoff_is_measured_as_the_others_are(tmp_path: Path) -> None:
    (tmp_path / "polnear").mkdir()
    (tmp_path / "polnear" / "a.txt").write_text("The mayor said the bridge was safe.", encoding="utf-8")
    lines = ["T1\tSource 0 9\tThe mayor", "T2\tCue 10 14\tsaid", "T3\tContent 15 34\tthe bridge was safe"]
    links = ["R1\tAttribution Arg1:T3 Arg2:T1", "R2\tAttribution Arg1:T3 Arg2:T2"]
    (tmp_path / "polnear" / "a.ann").write_text("\n".join([*lines, *links]), encoding="utf-8")
    found = values(set_of(run_suite("quotations", data=tmp_path), "PolNeAR"))
    assert found["Message recall"] == 1.0


def test_verbs_in_the_subjunctive_are_counted_where_a_treebank_marks_them(tmp_path: Path) -> None:
    (tmp_path / "ud_gsd").mkdir()
    rows = ["1\tEr\ter\tPRON\tPPER\t_\t0\tx\t_\t_", "2\tkomme\tkommen\tVERB\tVVFIN\tMood=Sub|Tense=Pres\t0\tx\t_\t_"]
    seen = "\n".join(["# sent_id = s1", "# text = Er komme.", *rows])
    unseen = "\n".join(["# sent_id = s2", "# text = Er entgleise.", rows[0], rows[1].replace("komme", "entgleise")])
    (tmp_path / "ud_gsd" / "dev.conllu").write_text(f"{seen}\n\n{unseen}\n", encoding="utf-8")

    found = set_of(run_suite("quotations", Reading(nobody_quoted), data=tmp_path), "Konjunktiv I")

    assert [row.parts(OURS)["subjunctive_recall"] for row in found.rows] == [(1, 1), (0, 1)]
    assert [row.parts(OURS)["subjunctive_precision"] for row in found.rows] == [(1, 1), (0, 0)]
