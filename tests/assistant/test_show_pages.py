"""What a reader sees, from hand-made articles; the commands are tested in test_commands.py."""

from __future__ import annotations

import json
from functools import partial

import pytest

from assistant.domain import Citation, Fault, FaultKind, Reply, Sentence
from assistant.settings import Settings
from assistant.show.articles import article_page
from assistant.show.blocks import Item, Page, Words
from assistant.show.json_output import reply_json, show_json, to_json
from assistant.show.markdown import to_markdown
from assistant.show.plain import plain
from assistant.show.reply import reply_page, search_page
from assistant.show.say import Say
from assistant.show.text import to_text, wants_colour
from index.documents import Article, CutReason, Hit, Notice, Passage, Removed, Span

EVIL = "\x1b[2J[bold]Chef[/bold]\u202e\x9b31m <b>*x*</b> [l](http://e.example)\u200b"
as_text = partial(to_text, columns=80, colour=False)


def article(body: str = "Der Pegel stieg um zwei Meter. Das soll so bleiben.", **more: object) -> Article:
    values = {"id": "a" * 64, "path": "pegel.txt", "publisher": "Flussblatt", "published": "2025-03-02"}
    return Article(text=f"Hochwasser\n\n{body}", headline=Span(0, 10), **{**values, **more})  # type: ignore[arg-type]


def citation(of: Article, quote: str, *, hedged: bool = False) -> Citation:
    start = of.text.index(quote)
    return Citation(of, Span(start, start + len(quote)), hedged)


def reply(*sentences: Sentence, answered: bool = True, **more: object) -> Reply:
    articles = tuple({c.article.id: c.article for s in sentences for c in s.citations}.values())
    return Reply(None, answered, sentences, **{"faults": (), "articles": articles, **more})  # type: ignore[arg-type]


def hit(of: Article) -> Hit:
    return Hit(Passage(id="p", article=of.id, number=0, span=Span(0, len(of.text)), text=of.text), of, 1.0)


def summary(given: Reply, *, verbose: bool = False, lang: str = "en") -> str:
    return as_text(reply_page(given, Say(lang), summary=True, verbose=verbose))


def test_the_source_stands_below_its_sentence_with_its_place() -> None:
    source = article()
    words = "Der Pegel stieg um zwei Meter."
    shown = summary(reply(Sentence(words, (citation(source, words),))))
    assert f" 1. {words} [1]\n    [1] Flussblatt · 2 March 2025 · pegel.txt, characters 12–42\n" in shown


def test_words_that_are_the_sentence_are_not_shown_twice() -> None:
    words = "Der Pegel stieg um zwei Meter."
    assert summary(reply(Sentence(words, (citation(article(), words),)))).count("zwei Meter") == 1


def test_words_that_differ_from_the_sentence_are_shown_exactly() -> None:
    shown = summary(reply(Sentence("Zwei Meter mehr.", (citation(article(), "stieg um zwei Meter"),))))
    assert "The exact words: “stieg um zwei Meter”" in shown


def test_every_citation_has_a_number_of_its_own() -> None:
    one, two = citation(article(), "Der Pegel"), citation(article(id="b" * 64), "zwei Meter")
    shown = summary(reply(Sentence("A.", (one, two)), Sentence("B.", (one,))))
    assert "A. [1][2]" in shown
    assert "B. [3]" in shown


@pytest.mark.parametrize("lang, word", [("de", "unter Vorbehalt"), ("en", "hedged"), ("ru", "с оговоркой")])
def test_a_reservation_is_told_in_words(lang: str, word: str) -> None:
    words = "Das soll so bleiben."
    assert f"· {word} ·" in summary(reply(Sentence(words, (citation(article(), words, hedged=True),))), lang=lang)


def test_verbose_marks_the_words_within_their_passage() -> None:
    given = reply(Sentence("Zwei Meter.", (citation(article(), "zwei Meter"),)))
    assert "Der Pegel stieg um >>zwei Meter<<. Das soll so bleiben." in summary(given, verbose=True)


def test_notices_and_faults_are_listed() -> None:
    noted = article(publisher=None, published=None, notices=(Notice.AI_ASSISTED, Notice.UNDATED))
    fault = Fault(FaultKind.NUMBER, "Drei Meter.", "3")
    shown = summary(reply(Sentence("Der Pegel.", (citation(noted, "Der Pegel"),)), faults=(fault,)))
    assert "Drei Meter. (number not in the quotes: 3)" in shown
    assert "- pegel.txt: made with AI tools, as the article itself says; date unknown\n" in shown


def test_an_unknown_publisher_is_told_once() -> None:
    noted = article(publisher=None, notices=(Notice.NO_PUBLISHER,))
    shown = summary(reply(Sentence("Der Pegel.", (citation(noted, "Der Pegel"),))))
    assert "  - pegel.txt: publisher unknown\n" in shown


def test_a_near_copy_is_told_with_the_article_that_it_copies() -> None:
    first, copy = article(), article(id="b" * 64, path="kopie.txt", publisher="Echo", notices=(Notice.NEAR_COPY,))
    sentence = Sentence("Der Pegel.", (citation(first, "Der Pegel"), citation(copy, "Der Pegel")))
    shown = summary(reply(sentence))
    assert "Echo (kopie.txt): nearly the same text as Flussblatt (pegel.txt)" in shown


def test_an_answer_tells_the_notices_of_cited_articles_only() -> None:
    cited, other = (article(id=i * 64, path=f"{i}.txt", notices=(Notice.AI_ASSISTED,)) for i in "ab")
    given = reply(Sentence("Der Pegel.", (citation(cited, "Der Pegel"),)), articles=(cited, other))
    shown = as_text(reply_page(given, Say("en"), summary=False))
    assert "a.txt): made with AI" in shown
    assert "b.txt" not in shown


@pytest.mark.parametrize(
    "lang, unread, languages",
    [
        ("de", "1300 weitere passende Artikel wurden nicht gelesen", "2 Artikel in anderen Sprachen"),
        ("en", "1300 more articles fit and were not read", "2 articles in other languages"),
        ("ru", "ещё 1300 подходящих статей не прочитано", "2 статьи на других языках"),
    ],
)
def test_what_was_not_read_or_hardly_compared_is_told_in_text_and_markdown(
    lang: str, unread: str, languages: str
) -> None:
    given = reply(articles=(article(),), unread=1300, other_languages=2)
    page = reply_page(given, Say(lang), summary=True)
    for shown in (as_text(page), to_markdown(page)):
        flat = " ".join(shown.split())
        assert unread in flat
        assert languages in flat
    payload = reply_json("summarize", Settings(), given)
    assert (payload["unread"], payload["other_languages"]) == (1300, 2)


@pytest.mark.parametrize(
    "lang, words",
    [
        ("de", "Die Artikel sagen dazu nichts: Es fand sich kein Satz, der das beantwortet."),
        ("en", "The articles do not say: no sentence was found that answers this."),
        ("ru", "Об этом в статьях ничего нет: не нашлось предложения, которое на это отвечает."),
    ],
)
def test_a_refusal_says_so_and_calls_the_nearest_passages_no_answer(lang: str, words: str) -> None:
    given = Reply("Warum?", False, (), (), (article(),), nearest=(hit(article()),))
    shown = as_text(reply_page(given, Say(lang), summary=False))
    assert words in shown
    label = Say(lang)("reply.nearest")
    assert shown.index(words) < shown.index(label) < shown.index("Der Pegel stieg")


def test_a_hit_shows_the_paragraphs_that_the_query_is_about_and_all_of_them_when_verbose() -> None:
    paragraphs = ["Erstens Wetter.", "Zweitens Pegel und Flut.", "Drittens Sport.", "Viertens die Flut.", "Fünftens."]
    found = [hit(article("\n\n".join(paragraphs)))]
    shown = as_text(search_page("Pegel Flut", found, Say("de")))
    assert "    […] Zweitens Pegel und Flut.\n\n    […] Viertens die Flut. […]\n" in shown
    assert "Drittens" not in shown
    assert "Drittens" in as_text(search_page("Pegel Flut", found, Say("de"), verbose=True))


def test_a_nearest_passage_shows_the_sentence_with_most_words_of_the_question_not_the_masthead() -> None:
    paragraphs = [
        "Pegel-Bote",
        "Erstens war das Wetter gut. Zweitens fiel der Pegel nach der Flut wieder. Drittens Sport.",
    ]
    found = hit(article("\n\n".join(paragraphs)))
    given = Reply("Wann fiel der Pegel?", False, (), (), (found.article,), nearest=(found,))
    shown = as_text(reply_page(given, Say("de"), summary=False))
    assert "    […] Zweitens fiel der Pegel nach der Flut wieder. […]\n" in shown
    assert "Pegel-Bote" not in shown


def test_passages_that_hold_none_of_the_words_are_marked_so() -> None:
    found = [hit(article())]
    assert as_text(search_page("Pegelstand", found, Say("de"))).startswith(
        "Keines dieser Wörter steht in den Artikeln."
    )
    assert "Keines dieser Wörter" not in as_text(search_page("Die Pegel", found, Say("de")))


def test_invisible_text_that_was_cut_is_shown_by_its_unicode_names() -> None:
    cut = article(removed=(Removed("\u200b\u202eabc", CutReason.INVISIBLE),))
    assert "U+200B U+202E abc" in as_text(article_page(cut, Say("en")))


def test_standard_input_is_named_in_words() -> None:
    source = article(path="-")
    shown = summary(reply(Sentence("Der Pegel.", (citation(source, "Der Pegel"),))))
    assert "Flussblatt · 2 March 2025 · standard input, characters" in shown


def test_an_article_is_shown_with_what_was_cut_and_why() -> None:
    cut = article(removed=(Removed("Lesen Sie auch: Ebbe", CutReason.TEASER),), notices=(Notice.AGENCY_COPY,))
    shown = as_text(article_page(cut, Say("de")))
    assert "  - Anreißer\n    Lesen Sie auch: Ebbe\n" in shown
    assert "! Agenturtext" in shown


def hostile_pages() -> list[Page]:
    evil = article(
        f"Der {EVIL} Pegel.\n\n# Titel\n- Liste\n1. Eins\n> Zitat",
        path=EVIL,
        publisher=EVIL,
        published=EVIL,
        url=f"https://e.example/){EVIL}",
        author=EVIL,
        removed=(Removed(EVIL, CutReason.IMPRINT),),
        notices=(Notice.AI_ASSISTED,),
    )
    words = f"Der {EVIL} Pegel."
    given = reply(Sentence(words, (citation(evil, words),)), faults=(Fault(FaultKind.NAME, EVIL, EVIL),))
    say = Say("en")
    return [reply_page(given, say, summary=True, verbose=v) for v in (True, False)] + [
        article_page(evil, say),
        search_page(EVIL, [hit(evil)], say),
        search_page(EVIL, [], say),
    ]


@pytest.mark.parametrize("page", hostile_pages())
def test_nothing_in_an_article_reaches_a_terminal_as_a_command(page: Page) -> None:
    shown = as_text(page)
    assert plain(shown) == shown
    assert "[bold]Chef[/bold]" in " ".join(shown.split())


def test_colour_is_ours_alone() -> None:
    page = hostile_pages()[0]
    coloured = to_text(page, columns=80, colour=True)
    assert "\x1b[1m" in coloured
    assert "\x1b[2J" not in coloured
    assert [line.rstrip() for line in plain(coloured).splitlines()] == as_text(page).splitlines()


@pytest.mark.parametrize("page", hostile_pages())
def test_nothing_in_an_article_is_read_as_markdown_or_html(page: Page) -> None:
    shown = to_markdown(page)
    assert plain(shown) == shown
    for markup in ("<b>", "*x*", "[l](", "\n# Titel", "\n1. Eins", "> # Titel", "> - Liste", "> 1. Eins"):
        assert markup not in shown.replace("\\*x\\*", "")


def test_json_keeps_hostile_words_exactly_and_harmless() -> None:
    evil = article(f"Der {EVIL} Pegel.", publisher=EVIL)
    written = to_json(show_json(Settings(), [evil], []))
    assert plain(written) == written
    assert json.loads(written)["articles"][0]["text"] == evil.text


def test_a_quote_in_json_stands_at_its_offsets() -> None:
    source = article()
    given = reply(Sentence("S", (citation(source, "zwei Meter", hedged=True),)))
    (sentence,) = json.loads(to_json(reply_json("summarize", Settings(), given)))["sentences"]
    (cited,) = sentence["citations"]
    assert source.text[cited["start"] : cited["end"]] == cited["quote"] == "zwei Meter"
    assert (cited["hedged"], cited["chain"], cited["attribution"]) == (True, None, None)


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_no_line_is_longer_than_the_terminal_is_wide(columns: int) -> None:
    long = article("Das Wort " + "Donaudampfschiff" * 30 + " endet.")
    page = article_page(long, Say("de"))
    assert max(len(line) for line in to_text(page, columns=columns, colour=False).splitlines()) <= columns


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("colour", [True, False])
def test_no_line_ends_within_a_path_or_an_address(columns: int, colour: bool) -> None:
    path, url = "ein ordner/" * 30 + "06-heidebote.txt", f"https://heide.example/{'a/' * 150}b"
    source = article(f"Der Pegel steht unter {url} im Netz.", path=path, url=url)
    given = reply(Sentence("Der Pegel.", (citation(source, "Der Pegel"),)))
    for page in (reply_page(given, Say("de"), summary=True), article_page(source, Say("de"))):
        assert path in to_text(page, columns=columns, colour=colour)
    assert to_text(article_page(source, Say("de")), columns=columns, colour=colour).count(url) == 2


def test_no_color_and_a_pipe_are_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wants_colour(True)
    assert not wants_colour(False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(True)


def test_a_sentence_that_was_put_otherwise_is_not_told_as_left_out_and_each_is_told_once() -> None:
    faults = [
        Fault(FaultKind.NUMBER, "Drei Meter.", "3"),
        Fault(FaultKind.NAME, "Drei Meter.", "Meter"),
        Fault(FaultKind.NUMBER, "Vier Meter.", "4", mended=True),
    ]
    shown = as_text(reply_page(reply(faults=tuple(faults)), Say("en"), summary=True))
    left_out, otherwise = shown.index("Left out"), shown.index("Put in other words")
    assert left_out < shown.index("Drei Meter.") < otherwise < shown.index("Vier Meter.")
    assert shown.count("Drei Meter.") == 1


@pytest.mark.parametrize("colour", [False, True])
def test_around_a_path_that_is_longer_than_its_room_no_line_is_wider_than_the_terminal(colour: bool) -> None:
    path = Words("/home/somebody/articles/july/03-moselland-bote.txt", whole=True)
    source = Item(
        (Words("Moselland-Bote ← dpa · "), path, Words(", "), Words("characters 97–266", whole=True)), "[1]", 1
    )
    notice = Item((Words("Moselland-Bote ("), path, Words("): agency copy")), "-")
    lines = [line.rstrip() for line in plain(to_text((source, notice), columns=60, colour=colour)).splitlines()]
    assert max(map(len, lines)) <= 60
    assert lines[:3] == ["    [1] Moselland-Bote ← dpa ·", f"        {path.text},", "        characters 97–266"]
    assert lines[-3:] == ["  - Moselland-Bote", f"    ({path.text}):", "    agency copy"]
