"""Each reader on a sample that was written here, in the format of the set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.formats import pairs
from evals.formats.brat import quotations
from evals.formats.conllu import read_conllu
from evals.formats.faithful import read_memerag, read_qags
from evals.formats.gate import CASES, GOOD, read_gate
from evals.formats.nli import Label, read_rte, read_xnli
from evals.formats.pages import read_evaldata
from evals.formats.squad import read_squad


def written(folder: Path, text: str) -> Path:
    file = folder / "file"
    file.write_text(text, encoding="utf-8")
    return file


def test_squad_has_questions_with_the_passage_that_they_are_about(tmp_path: Path) -> None:
    question = {"id": "q1", "question": "Wo?", "answers": [{"text": "Auenrode", "answer_start": 3}] * 2}
    topic = {"title": "Deiche", "paragraphs": [{"context": "In Auenrode.", "qas": [question]}]}
    quiz = read_squad(written(tmp_path, json.dumps({"data": [topic]})), "de")
    (asked,) = quiz.questions
    assert (asked.answers, quiz.passages[asked.passage], asked.topic) == (("Auenrode",), "In Auenrode.", "Deiche")


def test_xnli_is_read_with_and_without_a_header(tmp_path: Path) -> None:
    (bare,) = read_xnli(written(tmp_path, "Er ging.\tEr blieb.\tcontradiction\n"), "de")
    table = "language\tgold_label\tsentence1\tsentence2\nen\tneutral\tA.\tB.\nde\tneutral\tEr ging.\tEs regnete.\n"
    (headed,) = read_xnli(written(tmp_path, table), "de")
    assert (bare.premise, bare.label) == ("Er ging.", Label.CONTRADICTION)
    assert (headed.hypothesis, headed.label) == ("Es regnete.", Label.NEUTRAL)


def test_rte_does_not_say_which_of_two_a_pair_is_that_is_not_entailed(tmp_path: Path) -> None:
    pair = '<pair id="{}" entailment="{}" task="IE"><t>Ein Deich brach.</t><h>Es regnete.</h></pair>'
    xml = f"<entailment-corpus>{pair.format(1, 'YES')}{pair.format(2, 'NO')}</entailment-corpus>"
    labels = [p.label for p in read_rte(written(tmp_path, xml), "de")]
    assert labels == [Label.ENTAILMENT, Label.NOT_ENTAILED]


def test_rte_reads_no_file_that_an_entity_names(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    head = f'<!DOCTYPE e [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
    xml = f'{head}<e><pair id="1" entailment="YES"><t>a &s; b</t><h>c</h></pair></e>'
    (pair,) = read_rte(written(tmp_path, xml), "de")
    assert "secret" not in pair.premise


def test_memerag_has_each_sentence_of_an_answer_with_its_label(tmp_path: Path) -> None:
    answer = [
        {"sentence": "The dyke broke.", "factuality": "Supported", "sentence_id": 0},
        {"sentence": "Nine died.", "factuality": "Not Supported", "sentence_id": 1},
        {"sentence": "It rained.", "factuality": "Challenging to determine", "sentence_id": 2},
    ]
    row = {"query_id": 7, "query": "What broke?", "context": [{"text": "A dyke broke."}], "answer": answer}
    found = read_memerag(written(tmp_path, json.dumps(row) + "\n"), "en")
    assert [(w.id, w.supported) for w in found] == [("7-0", True), ("7-1", False), ("7-2", None)]


def test_qags_takes_what_most_of_those_asked_said(tmp_path: Path) -> None:
    said = [[{"response": r} for r in three] for three in (("yes", "no", "yes"), ("no", "no", "yes"), ("yes", "no"))]
    parts = [{"sentence": "It broke.", "responses": responses} for responses in said]
    row = {"article": "A dyke broke.", "summary_sentences": parts}
    found = read_qags(written(tmp_path, json.dumps(row) + "\n"))
    assert [w.supported for w in found] == [True, False, None]


@pytest.mark.parametrize("name", ["evaldata.py", "evaldata.json"])
def test_trafilaturas_pages_have_what_has_to_be_there_and_what_must_not(tmp_path: Path, name: str) -> None:
    pages = {"https://a.example/1": {"file": "a.html", "with": ["dyke broke"], "without": ["Sign up"]}}
    body = json.dumps(pages)
    (tmp_path / name).write_text(f"EVAL_PAGES = {body}\n" if name.endswith("py") else body, encoding="utf-8")
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "a.html").write_text("<p>The dyke broke.</p>", encoding="utf-8")
    (page,) = read_evaldata(tmp_path)
    assert (page.html, page.wanted, page.unwanted) == ("<p>The dyke broke.</p>", ("dyke broke",), ("Sign up",))


def test_nothing_in_evaldata_is_run(tmp_path: Path) -> None:
    (tmp_path / "evaldata.py").write_text('import sys\nEVAL_PAGES = {"a": sys.exit(3)}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="malformed"):
        read_evaldata(tmp_path)


def test_standoff_joins_parts_that_a_relation_or_an_event_links() -> None:
    lines = ["T1\tSource 0 5\tMeier", "T2\tCue 6 11\tsagte", "T3\tContent 13 20;25 30\t…", "T4\tContent 40 50\t…"]
    found = list(quotations([*lines, "E1\tCue:T2 Source:T1 Content:T3", "A1\tNested T3"]))
    assert [sorted(q.parts) for q in found] == [["cue", "message", "speaker"], ["message"]]
    assert [(s.start, s.end) for s in found[0].parts["message"]] == [(13, 20), (25, 30)]


def test_a_source_that_nothing_joins_is_no_quotation() -> None:
    assert list(quotations(["T1\tSource 0 5\tMeier"])) == []


def test_our_own_gate_cases_alter_every_kind_in_three_languages() -> None:
    cases = read_gate(CASES)
    kinds = [s.kind for case in cases for s in case.sentences()]
    assert {case.article.language for case in cases} == {"de", "en", "ru"}
    assert kinds.count(GOOD) >= 80
    assert min(map(kinds.count, set(kinds) - {"quoted_words"})) >= 10


def test_what_is_altered_is_no_good_sentence_and_a_wrong_quote_is_not_the_right_one() -> None:
    for case in read_gate(CASES):
        assert not set(case.good) & {text for _, text in case.altered}
        assert all(s.quote != case.quote for s in case.sentences() if s.kind.endswith("quote"))


def test_a_quote_that_is_not_in_its_article_is_an_error(tmp_path: Path) -> None:
    row = {"id": "a", "language": "de", "publisher": "Bote", "published": "2026-01-01", "text": "Ja.", "quote": "Nein."}
    with pytest.raises(ValueError, match="does not stand"):
        read_gate(written(tmp_path, json.dumps({**row, "good": [], "altered": {}})))


def test_conllu_has_the_verbs_in_the_present_subjunctive_and_where_they_stand(tmp_path: Path) -> None:
    words = ("Sie", "sagt", "er", "habe", "es", "geglaubt")
    features = {"sagt": "Mood=Ind|Tense=Pres", "habe": "Mood=Sub|Number=Sing|Tense=Pres"}
    rows = [f"{n}\t{w}\t{w}\tX\tX\t{features.get(w, '_')}\t0\tx\t_\t_" for n, w in enumerate(words, start=1)]
    block = "\n".join(["# sent_id = s1", "# text = Sie sagt, er habe es geglaubt.", *rows])
    (marked,) = read_conllu(written(tmp_path, f"{block}\n\n# newpar\n"))
    assert marked.id == "s1"
    assert [span.of(marked.text) for span in marked.subjunctives] == ["habe"]


def test_our_own_pairs_have_all_kinds_and_labels_in_three_languages() -> None:
    for _, folder in pairs.SETS:
        found = pairs.read_pairs(folder)
        assert len({pair.id.rpartition("-")[2] for pair in found}) == 13
        assert {pair.label for pair in found} == set(Label) - {Label.NOT_ENTAILED}
        assert {pair.language for pair in found} == {pair.spoken for pair in found} == {"de", "en", "ru"}


def test_no_pair_is_in_both_halves() -> None:
    open_half, blind = ({(p.premise, p.hypothesis) for p in pairs.read_pairs(folder)} for _, folder in pairs.SETS)
    assert not open_half & blind


def test_a_pair_with_a_label_of_another_name_is_an_error(tmp_path: Path) -> None:
    line = {"kind": "dates", "statement": "a", "claim": "b", "label": "perhaps"}
    (tmp_path / "some.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(KeyError):
        pairs.read_pairs(tmp_path)
