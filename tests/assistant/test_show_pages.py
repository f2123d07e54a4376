"""What a reader sees, from hand-made articles; the commands are tested in test_commands.py."""

from __future__ import annotations

import json
from functools import partial

import pytest

from assistant.domain import Citation, Fault, FaultKind, Reply, Sentence
from assistant.settings import Settings
from assistant.show.articles import article_page
from assistant.show.blocks import Page
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
    assert "unknown publisher (pegel.txt): made with AI tools, as the article itself\n    says; date unknown" in shown


@pytest.mark.parametrize(
    "lang, words",
    [
        ("de", "Die Artikel sagen dazu nichts."),
        ("en", "The articles do not say."),
        ("ru", "Об этом в статьях ничего нет."),
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
    long = article("Das Wort " + "Donaudampfschiff" * 30 + " endet.", path="ordner/" * 40)
    page = article_page(long, Say("de"))
    assert max(len(line) for line in to_text(page, columns=columns, colour=False).splitlines()) <= columns


def test_no_color_and_a_pipe_are_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wants_colour(True)
    assert not wants_colour(False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(True)
