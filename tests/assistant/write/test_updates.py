from writing import article

from assistant.domain import Task
from assistant.write.extractive import ExtractiveWriter
from assistant.write.units import Unit, units
from assistant.write.updates import update_of

OLD = "Nach dem Einsturz der Halle in Kelm werden 12 Arbeiter vermisst, teilte die Feuerwehr Kelm mit."
NEW = "Nach dem Einsturz der Halle in Kelm werden noch 3 Arbeiter vermisst, teilte die Feuerwehr Kelm mit."
CLOSED = "Die Kelmer Brücke ist für den gesamten Verkehr gesperrt."
OPEN = "Die Sperrung der Kelmer Brücke für den Verkehr ist aufgehoben."


def unit(text: str, day: int) -> Unit:
    return units(article(text, published=f"2026-03-{day:02d}"))[0]


def test_a_newer_figure_of_the_same_thing_makes_the_older_stale() -> None:
    newer = unit(NEW, 4)
    assert update_of(unit(OLD, 2), [newer]) is newer


def test_what_is_lifted_later_is_stale() -> None:
    newer = unit(OPEN, 4)
    assert update_of(unit(CLOSED, 2), [newer]) is newer


def test_an_older_article_and_another_matter_make_nothing_stale() -> None:
    others = [unit(NEW, 1), unit("In Bramfeld sind 3 Arbeiter der Werft ausgezeichnet worden.", 4)]
    assert update_of(unit(OLD, 2), others) is None


def test_the_newer_is_told_where_both_do_not_fit() -> None:
    pile = (article(OLD, published="2026-03-02"), article(NEW, published="2026-03-04"))
    told = ExtractiveWriter().summarize(Task(None, 1, articles=pile)).sentences
    assert [s.text for s in told] == [NEW]
