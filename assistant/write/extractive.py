"""The embedded writer: it writes nothing of its own, it chooses sentences, orders them and cuts their edges."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Draft, Task
from assistant.write.answer import answer
from assistant.write.echoes import drafted
from assistant.write.order import news_first
from assistant.write.question import Question, read_question
from assistant.write.salience import select
from assistant.write.units import Unit, units
from index.terms import words

_OVER = 3  # sentences more, where a reservation would have to be cut off to keep to the length


class ExtractiveWriter:
    """Writes in the articles' own words. Needs no model, no key and no network."""

    name = "extractive"

    def summarize(self, task: Task) -> Draft:
        """The sentences that say the most, newest article first; not answered where nothing is about the topic."""
        language = task.articles[0].language if task.articles else "und"
        topic = read_question(task.question, language) if task.question else None
        found, chosen = _chosen(task, topic)
        told = news_first(chosen)
        return Draft(tuple(drafted(unit, found) for unit in told), answered=bool(told))

    def answer(self, task: Task) -> Draft:
        """The sentences that answer, best first. A question about nothing in particular gets a short summary."""
        if not words(task.question or ""):
            return Draft((), answered=False)
        if task.hits and not read_question(task.question or "", task.hits[0].article.language).words:
            articles = {hit.article.id: hit.article for hit in task.hits}
            return self.summarize(replace(task, question=None, articles=tuple(articles.values())))
        return answer(task)


def _chosen(task: Task, topic: Question | None) -> tuple[list[Unit], list[Unit]]:
    """All units, and those to tell. A pile that has no sentence which stands alone is told as well as it can be."""
    found: list[Unit] = []
    for strict, sentences in ((True, task.sentences), (False, task.sentences), (False, task.sentences + _OVER)):
        found = [unit for article in task.articles for unit in units(article, strict=strict)]
        if chosen := select(found, topic, sentences):
            return found, chosen
    return found, []
