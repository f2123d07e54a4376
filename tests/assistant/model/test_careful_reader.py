"""A story of ours as a careful reader replied to it, who saw nothing but the prompts, played back over real HTTP.

The replies are in transcripts/, kept by what they are about (`transcript`). They show that the prompts can be answered
so that what an editor labelled comes out, and that code between reply and output does not spoil it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openai_server import serving
from transcript import Transcript

from assistant.domain import Reply
from assistant.settings import Settings
from evals.asked import Assistant
from evals.formats.stories import Story, stories
from evals.measures import sourcing
from evals.own import DATA

STORY = "klinikum-wallrode-hack"
QUESTION = "How did the attackers get into the hospital's network?"
_WINDOW = 128_000


@pytest.fixture
def story() -> Story:
    return next(found for found in stories(DATA / "stories") if found.name == STORY)


@pytest.fixture
def kept() -> Transcript:
    return Transcript(Path(__file__).parent / "transcripts" / f"{STORY}.json")


@pytest.fixture
def assistant(kept: Transcript) -> Iterator[Assistant]:
    with serving(kept.behave) as server:
        where = {"model": "openai:desk-1", "base_url": server.url}
        yield Assistant(Settings(**where, window=_WINDOW, fresh=True, lang="de", timeout=60))
    assert not kept.complaint(), kept.complaint()


def paths(story: Story) -> list[str]:
    return [str(path) for path in story.articles]


def exact(reply: Reply) -> bool:
    cited = [c for sentence in reply.sentences for c in sentence.citations]
    return all(sentence.citations for sentence in reply.sentences) and all(
        c.quote and c.span.of(c.article.text) == c.quote for c in cited
    )


def test_the_statements_of_a_story_are_told_as_an_editor_labelled_them(assistant: Assistant, story: Story) -> None:
    told = assistant.checked(story)
    cases = [sourcing.Case(probe, one) for probe, one in zip(story.probes, told, strict=True)]
    assert sourcing.value(cases, sourcing.accuracy) >= 0.9
    assert sourcing.value(cases, sourcing.f1(sourcing.supporting)) >= 0.9
    assert not assistant.hands.ledger.fallbacks


def test_a_summary_keeps_what_the_reader_wrote_and_every_quote_is_the_article_s(
    assistant: Assistant, story: Story, kept: Transcript
) -> None:
    with assistant.pile(paths(story)) as collection:
        reply = assistant.summarize(collection, 8)
    wrote = {sentence["text"] for sentence in kept.replies["Written"]["summary"]}
    assert exact(reply)
    assert len(reply.sentences) == 8
    assert sum(sentence.text in wrote for sentence in reply.sentences) >= 7  # one was written anew after a fault


def test_an_answer_is_in_the_question_s_language_and_tells_both_sides(assistant: Assistant, story: Story) -> None:
    with assistant.pile(paths(story)) as collection:
        reply = assistant.ask(collection, QUESTION)
    assert exact(reply)
    assert [sentence.text.split()[0] for sentence in reply.sentences] == ["Two", "Orvanta", "On"]
    assert any(finding.opposing for finding in reply.findings)


def test_what_no_reader_was_asked_is_told_with_how_to_record_it(kept: Transcript) -> None:
    user = "=====\n[1] A sentence that nobody has read.\n=====\nSTATEMENT 1: Nobody has stated this.\n"
    assert kept.reply("Verdicts", user) == {"statements": [{"s": 1, "related": []}]}
    assert "Nobody has stated this" in kept.complaint()
    assert "transcript.py" in kept.complaint()
