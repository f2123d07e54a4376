"""Which of many claims the embedded judge looks at closely."""

from __future__ import annotations

from assistant.judge.features import compared
from assistant.judge.sides import side
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article
from index.sentences import sentences

SAYING = "Im Hafen brennt ein Frachter. Ein Frachter brennt. Der Frachter liegt im Hafen."
OTHERS = (
    "Der Chor sang am Abend. Das Wetter blieb mild. Zwei Schulen bekommen Dächer. Die Bäckerin schließt. "
    "Der Rat tagte lange. Die Messe beginnt. Ein Film gewann. Das Freibad öffnet früher. Die Linie fährt wieder."
)


def looked_at(statement: str, most: int | None) -> list[str]:
    article = Article("a", f"{SAYING} {OTHERS}", "a.txt", publisher="Blatt", language="de")
    chain = (Link(Source("Blatt", SourceKind.OUTLET, "blatt")),)
    claims = [Claim(article, span, chain) for span in sentences(article.text, "de")]
    return [row.claim.claim.text for row in compared(side(statement, "de"), claims, most)]


def test_those_that_hardly_say_any_of_the_statement_are_left_out() -> None:
    kept = looked_at("Im Hafen brennt ein Frachter.", 40)
    assert set(SAYING.replace(". ", ".|").split("|")) <= set(kept)
    assert 3 <= len(kept) < len(looked_at("Im Hafen brennt ein Frachter.", None))


def test_of_a_statement_with_a_figure_all_that_give_one_are_looked_at() -> None:
    without = looked_at("Im Hafen brennt ein Frachter.", 40)
    kept = looked_at("Im Hafen brennen drei Frachter.", 40)
    assert "Zwei Schulen bekommen Dächer." in kept
    assert len(kept) <= len(without) + 1


def test_of_a_statement_that_nobody_died_all_that_give_a_figure_are_looked_at() -> None:
    assert "Zwei Schulen bekommen Dächer." in looked_at("Im Hafen starb niemand.", 40)
