"""What an editor should know about the articles of a reply: a line on all of them, and one for each with a notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.domain import Reply
from assistant.show.articles import file_of, publisher_of
from assistant.show.blocks import Block, Heading, Item, Look, Run, Words, words
from assistant.show.say import Say
from index.copies import copy_groups
from index.documents import Article, Notice


def notes(reply: Reply, say: Say, *, summary: bool) -> Iterator[Block]:
    """A summary speaks of all its articles; an answer of those that it cites, or that hold the nearest passages."""
    told = reply.articles if summary else _used(reply)
    yield from article_notes(told, reply.articles, say, other_languages=reply.other_languages, left_out=reply.left_out)


def article_notes(
    told: Sequence[Article], among: Sequence[Article], say: Say, *, other_languages: int = 0, left_out: int = 0
) -> Iterator[Block]:
    """The notices of the articles `told`; `among` are those that one may be a copy of."""
    noted = [a for a in told if a.notices]
    if noted or other_languages or left_out:
        yield Heading(words(say("reply.notices")), level=2)
    if other_languages:
        yield Item(words(say("reply.other_languages", n=other_languages)), label="-")
    if left_out:
        yield Item(words(say("reply.left_out", n=left_out)), label="-")
    originals = _originals(among)
    yield from (Item(_line(article, originals, say), label="-") for article in noted)


def _used(reply: Reply) -> Sequence[Article]:
    cited = {c.article.id for s in reply.sentences for c in s.citations}
    used = cited or {hit.article.id for hit in reply.nearest}
    return [a for a in reply.articles if a.id in used]


def _originals(articles: Sequence[Article]) -> Mapping[str, Article]:
    """For each near copy, by id, the first article with nearly the same text."""
    if not any(Notice.NEAR_COPY in a.notices for a in articles):
        return {}
    groups = copy_groups([a.text for a in articles])
    return {a.id: articles[first] for n, (a, first) in enumerate(zip(articles, groups, strict=True)) if n != first}


def _line(article: Article, originals: Mapping[str, Article], say: Say) -> Run:
    """Where the publisher is unknown, the file names the article, and the notices say the rest."""
    file = Words(file_of(article, say), Look.FAINT, whole=True)
    who: Run = (file,) if article.publisher is None else (Words(f"{article.publisher} ("), file, Words(")"))
    return (*who, Words(": "), Words("; ".join(_notice(n, originals.get(article.id), say) for n in article.notices)))


def _notice(notice: Notice, original: Article | None, say: Say) -> str:
    if notice is Notice.NEAR_COPY and original:
        return say("reply.near_copy", other=f"{publisher_of(original, say)} ({file_of(original, say)})")
    return say(f"notice.{notice}")
