from writing import article

from assistant.domain import Draft, Task
from assistant.write.extractive import ExtractiveWriter
from index.documents import Article

OLD = article(
    "Bei einem Brand in der Kelmer Mühle sind am Montag elf Menschen verletzt worden, teilte die Feuerwehr Kelm mit. "
    "Die Mühle stammt aus dem Jahr 1790.\n\nIm Sommer sitzen dort gern Ausflügler aus der ganzen Gegend.",
    published="2026-03-02",
)
NEW = article(
    "Die Zahl der Verletzten nach dem Brand in der Kelmer Mühle ist laut Feuerwehr Kelm auf 17 gestiegen. "
    "Müller Hans Grothe bestritt, die Brandmelder abgeschaltet zu haben.",
    published="2026-03-04",
)
COPY = article(
    "Bei einem Brand in der Kelmer Mühle sind am Montag elf Menschen verletzt worden, teilte die Feuerwehr Kelm mit."
    "\n\nDer Landrat Udo Stern besuchte am Abend die Unglücksstelle in Kelm.",
    published="2026-03-03",
)


def summary(*articles: Article, sentences: int = 3, about: str | None = None) -> Draft:
    return ExtractiveWriter().summarize(Task(about, sentences, articles=articles))


def test_the_newest_state_comes_first() -> None:
    assert "17 gestiegen" in summary(OLD, NEW).sentences[0].text


def test_a_denial_is_told() -> None:
    assert any("bestritt" in s.text for s in summary(OLD, NEW).sentences)


def test_a_sentence_that_two_articles_print_is_told_once_and_cites_both() -> None:
    told = [s for s in summary(OLD, COPY).sentences if "elf Menschen" in s.text]
    assert len(told) == 1
    assert {q.article for q in told[0].quotes} == {OLD.id, COPY.id}


def test_another_figure_is_not_the_same_sentence() -> None:
    other = article(OLD.text.replace("elf", "zwölf"), published="2026-03-03")
    told = [s for s in summary(OLD, other, sentences=6).sentences if "Menschen verletzt" in s.text]
    assert [len(s.quotes) for s in told] == [1, 1]


def test_a_summary_keeps_to_its_length() -> None:
    assert len(summary(OLD, NEW, COPY, sentences=2).sentences) <= 2


def test_a_topic_leaves_out_what_is_not_about_it() -> None:
    told = summary(OLD, NEW, COPY, sentences=5, about="Brandmelder").sentences
    assert [s.text for s in told] == ["Müller Hans Grothe bestritt, die Brandmelder abgeschaltet zu haben."]


def test_a_topic_that_no_article_has_is_not_answered() -> None:
    assert not summary(OLD, NEW, about="Raumfahrtprogramm").answered


def test_a_pile_without_whole_sentences_gives_an_empty_draft() -> None:
    assert summary(article("Wetter\n\nSport\n\nKultur")).sentences == ()


def test_a_pile_of_one_short_sentence_is_told() -> None:
    short = "Die Frau war laut Anzeige verreist."
    assert [s.text for s in summary(article(short)).sentences] == [short]


def test_a_reservation_is_kept_even_where_one_sentence_is_asked_for() -> None:
    doubted = "Die Brücke in Kelm ist gesprengt. Unabhängig überprüfen ließ sich das nicht."
    assert [s.text for s in summary(article(doubted), sentences=1).sentences] == [doubted]


def test_advice_and_moods_are_no_news() -> None:
    news = "Der Kreistag Kelm hat den Bau der Umgehung am Montag mit 31 zu 12 Stimmen beschlossen."
    aside = "Der Kreistag Kelm nimmt den Bau mit Humor. Autofahrer auf der Umgehung sollten Sie meiden."
    assert [s.text for s in summary(article(f"{aside} {news}"), sentences=1).sentences] == [news]
