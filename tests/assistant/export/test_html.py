"""The HTML report as a text: what it carries, and that nothing of an article becomes markup."""

from __future__ import annotations

import base64
import re
from hashlib import sha256

import pytest
from lxml import html
from reports import ENGLISH, HOSTILE, answer, hostile

from assistant.export.html import to_html
from assistant.export.parts import Part
from assistant.settings import Settings


def page(*parts: Part, lang: str = "en") -> html.HtmlElement:
    return html.fromstring(to_html(parts, Settings(lang=lang)))


def test_every_sentence_opens_its_quote_in_its_paragraph() -> None:
    sentences = page(answer()).xpath('//li[@class="sentence"]')
    for sentence in sentences:
        [words] = sentence.xpath('.//summary/span[@class="words"]')
        marked = "".join(mark.text_content() for mark in sentence.xpath(".//mark"))
        assert marked == words.text_content()
    assert len(sentences) == 2


def test_who_has_each_sentence_from_whom_is_read_without_opening_it() -> None:
    shown = page(answer()).xpath('//li[@class="sentence"]//summary/span[@class="sources"]')
    assert [line.text_content().split(" · ")[0] for line in shown] == [
        "[1] The Mekong Observer ← Ministry of Foreign Affairs",
        "[2] The Podil Courier ← HUR",
    ]


def test_the_weakest_finding_is_first_and_each_has_its_number() -> None:
    found = page(answer()).xpath('//article[starts-with(@class, "finding")]')
    assert [f.get("id") for f in found] == ["f1", "f2"]
    assert "is-disputed" in found[0].get("class")


def test_a_sentence_tells_its_weakness_by_sign_and_word() -> None:
    badges = page(answer()).xpath('//li[@id="s1"]//summary//span[starts-with(@class, "badge ")]')
    assert next(" ".join(b.text_content().split()) for b in badges) == "! disputed"


def test_a_sentence_leads_to_its_finding_and_back() -> None:
    report = page(answer())
    assert report.xpath('//li[@id="s1"]//a/@href') == ["#f1"]
    assert "#s1" in report.xpath('//article[@id="f1"]//a/@href')


def test_every_anchor_leads_somewhere_and_no_id_is_given_twice() -> None:
    report = page(answer(), answer())
    ids = report.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in report.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_nothing_of_an_article_becomes_an_element() -> None:
    report = page(hostile())
    for name in ("script", "img", "i"):
        assert report.xpath(f"//{name}") == []
    assert '<script>document.title="taken"</script>' in report.text_content()


def test_what_turns_directions_or_hides_is_gone_from_the_whole_page() -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", to_html([hostile()], ENGLISH))
    assert "\u202e" in HOSTILE


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    report = to_html([answer()], ENGLISH)
    style = report[report.index("<style>") + 7 : report.index("</style>")]
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    [policy] = html.fromstring(report).xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_nothing_is_asked_of_anybody() -> None:
    report = page(answer())
    assert set(report.xpath("//@src")) == set()
    assert report.xpath("//link/@href") == ["data:,"]
    assert report.xpath("//@style") == []
    assert "url(" not in to_html([answer()], ENGLISH)


@pytest.mark.parametrize("lang, word", [("de", "umstritten"), ("en", "disputed"), ("ru", "оспаривается")])
def test_the_interface_speaks_the_wanted_language(lang: str, word: str) -> None:
    report = page(answer(), lang=lang)
    assert report.get("lang") == lang
    assert word in report.text_content()


def test_the_picture_has_words_and_a_table_beside_it() -> None:
    [first, *_] = page(answer()).xpath('//figure[@class="picture"]')
    told = first.xpath(".//*[local-name()='svg']/*[local-name()='title']")[0].text_content()
    assert "Weitblick Online" in told
    assert "HUR" in told
    publishers = [row.text_content() for row in first.xpath(".//tbody//th")]
    assert {"Weitblick Online", "The Podil Courier", "The Mekong Observer"} <= set(publishers)


def test_an_address_that_is_none_is_no_link() -> None:
    from dataclasses import replace

    part = hostile()
    assert part.reply
    [sentence] = part.reply.sentences
    [citation] = sentence.citations
    article = replace(citation.article, url="javascript:alert(1)")
    reply = replace(part.reply, sentences=(replace(sentence, citations=(replace(citation, article=article),)),))
    assert not [h for h in page(replace(part, reply=reply)).xpath("//a/@href") if not h.startswith("#")]


def test_several_parts_have_a_list_of_contents() -> None:
    report = page(answer(), hostile())
    assert report.xpath("//nav//a/@href") == ["#p1", "#p2"]


def test_folders_of_whoever_made_it_are_in_no_report() -> None:
    from dataclasses import replace

    part = answer()
    assert part.reply
    articles = tuple(replace(article, path=f"/home/reporter/{article.path}") for article in part.reply.articles)
    shown = page(replace(part, reply=replace(part.reply, articles=articles))).text_content()
    assert "reporter" not in shown
    assert "the-mekong-observer.txt" in shown


def test_the_table_says_of_the_origin_not_of_the_publisher_that_it_is_a_party() -> None:
    rows = page(answer()).xpath('//article[@id="f1"]//tbody/tr')
    notes = {row.xpath("./th")[0].text_content(): row.xpath("./td")[-1].text_content() for row in rows}
    assert notes["The Podil Courier"] == "origin: party"
