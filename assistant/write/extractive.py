"""The embedded writer: it writes nothing of its own, it chooses sentences, orders them and cuts their edges."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Draft, Task
from assistant.write.answer import answer
from assistant.write.echoes import drafted
from assistant.write.order import newest_first
from assistant.write.question import read_question
from assistant.write.salience import select
from assistant.write.units import units


class ExtractiveWriter:
    """Writes in the articles' own words. Needs no model, no key and no network."""

    name = "extractive"

    def summarize(self, task: Task) -> Draft:
        """The sentences that say the most, newest article first; not answered where nothing is about the topic."""
        language = task.articles[0].language if task.articles else "und"
        topic = read_question(task.question, language) if task.question else None
        found = [unit for article in task.articles for unit in units(article)]
        chosen = newest_first(select(found, topic, task.sentences))
        return Draft(tuple(drafted(unit, found) for unit in chosen), answered=bool(chosen))

    def answer(self, task: Task) -> Draft:
        """The sentences that answer, best first. A question about nothing in particular gets a short summary."""
        if task.hits and not read_question(task.question or "", task.hits[0].article.language).words:
            articles = {hit.article.id: hit.article for hit in task.hits}
            return self.summarize(replace(task, question=None, articles=tuple(articles.values())))
        return answer(task)
