"""FINDING and CITATION as docs/json.md has them; the findings are made by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from sourced import DENIAL, HUR, OFFER, RELAYED, SILENCE, WEITBLICK, disputed, found, part, supports

from assistant.settings import Settings
from assistant.show.json_output import claims_json, findings_json, schema_text
from assistant.sourcing import (
    Attribution,
    Claim,
    Comparison,
    Finding,
    Flag,
    Origin,
    QuoteType,
    Reading,
    Stance,
    Standing,
)

SCHEMA = Draft202012Validator(json.loads(schema_text()))


def payload(*findings: Finding, lang: str = "en") -> dict[str, Any]:
    given: dict[str, Any] = json.loads(
        json.dumps({**findings_json("check", Settings(lang=lang), findings), "failed": []})
    )
    SCHEMA.validate(given)
    return given


def only(*findings: Finding) -> dict[str, Any]:
    (finding,) = payload(*findings)["findings"]
    return dict(finding)


def test_a_finding_has_every_key_of_the_design() -> None:
    finding = only(disputed())
    assert list(finding) == [
        "claim",
        "standing",
        "flags",
        "independent_origins",
        "credibility",
        "origins",
        "supporting",
        "opposing",
        "updates",
        "nearest",
        "reasons",
        "unjudged",
    ]
    assert (finding["claim"], finding["standing"]) == ("Laos schickt Truppen nach Kursk.", "disputed")
    assert finding["flags"] == ["interested_party", "hedged", "unanswered", "overstated"]
    assert finding["independent_origins"] == 1


def test_an_origin_tells_its_names_and_whether_it_is_a_party() -> None:
    (origin,) = only(disputed())["origins"]
    assert origin == {
        "name": "HUR",
        "kind": "intelligence",
        "aliases": ["Ukraine's military intelligence", "ГУР"],
        "named": True,
        "party": True,
    }


def test_every_supporting_claim_is_cited_the_strongest_first_with_its_exact_words() -> None:
    cited = only(disputed())["supporting"]
    assert [c["quote"] for c in cited] == [RELAYED.text, OFFER.text, "Truppen aus Laos für Putins Krieg"]
    assert all(WEITBLICK.text[c["start"] : c["end"]] == c["quote"] for c in (cited[0], cited[2]))
    assert [c["hedged"] for c in cited] == [True, False, False]


def test_a_chain_goes_from_the_publisher_to_the_origin_with_the_words_that_name_them() -> None:
    chain = only(disputed())["supporting"][0]["chain"]
    assert [(link["name"], link["kind"]) for link in chain] == [
        ("Weitblick Online", "outlet"),
        ("The Podil Courier", "outlet"),
        ("HUR", "intelligence"),
    ]
    place = part(WEITBLICK, "HUR")
    assert chain[0]["spans"] == []
    assert chain[2]["spans"] == [{"text": "HUR", "start": place.start, "end": place.end}]


def test_stations_that_only_another_article_knows_have_no_words_in_this_one() -> None:
    own = Claim(WEITBLICK, RELAYED.span, RELAYED.chain[:2])
    finding = found(Standing.SINGLE_SOURCE, supporting=[supports(own)], origins=[Origin(HUR, True, (RELAYED,))])
    chain = only(finding)["supporting"][0]["chain"]
    assert [link["name"] for link in chain] == ["Weitblick Online", "The Podil Courier", "HUR"]
    assert chain[2]["spans"] == []


def test_an_attribution_tells_cue_source_and_content() -> None:
    cue, name, content = (part(WEITBLICK, words) for words in ("Laut", "Podil Courier", "soll Laos rund 50 Pioniere"))
    told = Attribution((cue,), (name,), (content,), QuoteType.INDIRECT)
    claim = Claim(WEITBLICK, RELAYED.span, RELAYED.chain, told)
    (cited,) = only(found(Standing.SINGLE_SOURCE, supporting=[supports(claim)]))["supporting"]
    assert cited["attribution"]["type"] == "indirect"
    assert [cited["attribution"][key][0]["text"] for key in ("cue", "source", "content")] == [
        "Laut",
        "Podil Courier",
        "soll Laos rund 50 Pioniere",
    ]


def test_each_flag_and_the_standing_have_a_reason_with_text_and_evidence() -> None:
    reasons = only(disputed())["reasons"]
    assert set(reasons) == {"standing", "interested_party", "hedged", "unanswered", "overstated"}
    assert reasons["hedged"]["text"] == "Hedged: “soll” (Weitblick Online)"
    (silent,) = reasons["unanswered"]["evidence"]
    assert (silent["quote"], silent["chain"]) == (SILENCE.span.of(SILENCE.article.text), None)


def test_reasons_are_told_in_the_language_of_the_interface_and_keys_are_not() -> None:
    (finding,) = payload(disputed(), lang="de")["findings"]
    assert finding["reasons"]["hedged"]["text"] == "Unter Vorbehalt: „soll“ (Weitblick Online)"


def test_what_could_not_be_judged_is_listed_with_why() -> None:
    unjudged = Comparison(DENIAL, Stance.UNRELATED, "other", unjudged="no reply")
    assert only(found(Standing.NOT_FOUND, unjudged=[unjudged], nearest=[OFFER]))["unjudged"] == [
        {"article": DENIAL.article.id, "why": "no reply"}
    ]


def test_every_article_that_a_finding_quotes_is_among_the_articles() -> None:
    assert {a["publisher"] for a in payload(disputed())["articles"]} == {
        "Weitblick Online",
        "The Podil Courier",
        "The Mekong Observer",
    }


def test_claims_and_silences_have_their_shapes() -> None:
    given = {**claims_json(Settings(), [], [Reading((RELAYED,), (SILENCE,))]), "failed": []}
    SCHEMA.validate(json.loads(json.dumps(given)))
    (claim,), (silence,) = given["claims"], given["silences"]  # type: ignore[misc]
    assert (claim["text"], claim["headline"]) == (RELAYED.text, False)
    assert silence["party"] == {"name": "Lao embassy in Moscow", "kind": "government"}


@pytest.mark.parametrize("key", ["standing", "reasons", "origins", "unjudged"])
def test_a_finding_without_one_of_its_keys_is_refused(key: str) -> None:
    given = payload(disputed())
    del given["findings"][0][key]
    with pytest.raises(ValidationError):
        SCHEMA.validate(given)


def test_the_schema_knows_every_flag_and_standing() -> None:
    known = SCHEMA.schema["$defs"]["finding"]["properties"]
    assert known["flags"]["items"]["enum"] == [str(f) for f in Flag]
    assert known["standing"]["enum"] == [str(s) for s in Standing]
