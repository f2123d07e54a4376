import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from evals.formats.wikinews import Labelled, Line, own_sentences, sentence, snake, wikinews
from evals.measures.quotations import MESSAGE, Quotation

ROW = {
    "originalText": "Er sagte: Nein.",
    "tokens": [
        {"charBegin": b, "charEnd": e, "id": n} for n, (b, e) in enumerate([(0, 2), (3, 8), (8, 9), (10, 14), (14, 15)])
    ],
    "annotations": [
        {
            "quote": {"tokenIds": [3]},
            "cue": {"tokenIds": [1]},
            "speaker": {"tokenIds": [0]},
            "frame": {},
            "addressee": {},
            "type": "IndirectFreeIndirect",
        }
    ],
}


def words(text: Labelled, quotation: Quotation, part: str) -> list[str]:
    return [text.tokens[n].of(text.text) for n in sorted(quotation.part(part))]


def test_the_sets_lines_are_read_with_their_tokens(tmp_path: Path) -> None:
    (tmp_path / "wikinews_quotes").mkdir()
    with gzip.open(tmp_path / "wikinews_quotes" / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(ROW) + "\n")
    (text,) = wikinews(tmp_path, "dev")
    (quotation,) = text.quotations
    assert (words(text, quotation, MESSAGE), words(text, quotation, "cue")) == (["Nein"], ["sagte"])
    assert (quotation.type, quotation.part("frame")) == ("indirect_free_indirect", frozenset())


def line(**parts: list[str]) -> Line:
    return {"language": "de", "text": "Er sagte, er sage nichts.", "quotations": [{"type": "indirect", **parts}]}


def test_the_words_of_our_own_labels_are_found_in_the_text() -> None:
    text = sentence(line(message=["er sage nichts"], cue=["sagte"]))
    assert words(text, text.quotations[0], MESSAGE) == ["er", "sage", "nichts"]


@pytest.mark.parametrize("piece", ["sag", "nie gesagt"])
def test_words_that_are_not_in_the_text_are_an_error(piece: str) -> None:
    with pytest.raises(ValueError, match="0 times"):
        sentence(line(message=[piece]))


def test_types_have_one_spelling() -> None:
    assert [snake(name) for name in ("Direct", "FreeIndirect")] == ["direct", "free_indirect"]


def test_our_own_sentences_are_labelled_in_all_languages_and_some_quote_nobody() -> None:
    texts = own_sentences()
    languages = Counter(text.language for text in texts)
    assert len(texts) >= 60
    assert min(languages[code] for code in ("de", "en", "ru")) >= 15
    assert sum(not text.quotations for text in texts) >= 8
    assert all(q.part(MESSAGE) for text in texts for q in text.quotations)
