"""Everything that an article speaks of: kept with what was read from it, else found when it is first asked for."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache

from assistant.judge.days import dated, days_of
from assistant.judge.glance import Glance, Spoken, spoken_in
from assistant.judge.match import Gist
from assistant.judge.unit import Unit
from assistant.judge.units import days_in
from index.documents import Article

_REMEMBERED = 1024  # articles

_kept: OrderedDict[Article, Spoken] = OrderedDict()


def learn(article: Article, spoken: Spoken) -> None:
    """Takes over what was kept of an article: most of its words are new, and looking them up is what takes time."""
    _kept[article] = spoken
    while len(_kept) > _REMEMBERED:
        _kept.popitem(last=False)


@lru_cache(maxsize=_REMEMBERED)
def whole(article: Article) -> Gist:
    """Also the days on which what it tells is likely to have happened: that of publication, and the one before."""

    def days() -> tuple[Unit, ...]:
        return (*dated(tuple(days_in(article.text, article.language)), article), *days_of(article))

    return Glance(_kept.get(article) or spoken_in(article.text, article.language), days)
