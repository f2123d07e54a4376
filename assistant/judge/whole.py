"""Everything that an article speaks of: kept with what was read from it, else found when it is first asked for."""

from __future__ import annotations

from functools import lru_cache

from assistant.judge.days import dated, days_of
from assistant.judge.glance import Glance, Spoken, spoken_in
from assistant.judge.match import Gist
from assistant.judge.unit import Unit
from assistant.judge.units import days_in
from index.documents import Article
from index.learnt import Learnt

_REMEMBERED = 1024  # articles

learnt: Learnt[Spoken] = Learnt(_REMEMBERED)  # most of an article's words are new, and looking them up takes time


@lru_cache(maxsize=_REMEMBERED)
def whole(article: Article) -> Gist:
    """Also the days on which what it tells is likely to have happened: that of publication, and the one before."""

    def days() -> tuple[Unit, ...]:
        return (*dated(tuple(days_in(article.text, article.language)), article), *days_of(article))

    return Glance(learnt.of(article) or spoken_in(article.text, article.language), days)
