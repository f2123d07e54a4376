"""The end of a report: which articles it is made of, and what of them or of ours is not in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.export.parts import Part
from assistant.export.quoting import file_name, language_of, link_of
from assistant.export.view import ArticleView
from assistant.findings.cite import articles_of
from assistant.notices import with_copy_notices
from assistant.show.articles import publisher_of
from assistant.show.plain import plain_line
from assistant.show.quotes import one_line
from assistant.show.say import Say
from index.documents import Article


def article_views(parts: Sequence[Part], say: Say) -> tuple[ArticleView, ...]:
    """Every article that was read or is quoted, the newest first, the undated last."""
    articles: dict[str, Article] = {}
    for part in parts:
        for article in (*(part.reply.articles if part.reply else ()), *articles_of(part.weighed), *_shown(part)):
            articles.setdefault(article.id, article)
    newest = sorted(with_copy_notices(list(articles.values())), key=lambda a: a.published or "", reverse=True)
    return tuple(_view(article, say) for article in newest)


def _shown(part: Part) -> Iterator[Article]:
    """Those that only a sentence cites, or that hold the nearest passages."""
    if part.reply:
        yield from (citation.article for sentence in part.reply.sentences for citation in sentence.citations)
        yield from (hit.article for hit in part.reply.nearest)


def _view(article: Article, say: Say) -> ArticleView:
    cut = Counter(piece.reason for piece in article.removed)
    pieces = ", ".join(
        f"{say(f'removed.{reason}')} ({n})" if n > 1 else say(f"removed.{reason}") for reason, n in cut.items()
    )
    return ArticleView(
        publisher=publisher_of(article, say),
        title=one_line(article.title) if article.title else say("source.untitled"),
        day=say.day(article.published),
        lang=language_of(article),
        url=link_of(article),
        where=file_name(article, say) if article.path != "-" or not article.url else article.url,
        notices=tuple(say(f"notice.{notice}") for notice in article.notices),
        cut=say("export.cut", pieces=pieces) if pieces else "",
    )


def left_out(part: Part, say: Say) -> Iterator[str]:
    """What an editor would otherwise take for read, written or judged."""
    reply = part.reply
    for fault in (f for f in reply.faults if not f.mended) if reply else ():
        yield say(
            "export.fault", sentence=one_line(fault.sentence), why=say(f"fault.{fault.kind}", detail=fault.detail)
        )
    for finding in part.weighed:
        if finding.unjudged:
            articles = dict.fromkeys(publisher_of(c.claim.article, say) for c in finding.unjudged)
            told = say("finding.unjudged", n=len(finding.unjudged), articles=", ".join(articles))
            yield say("export.unjudged", statement=one_line(finding.statement.text), told=told)
    if unread := part.unread or (reply.unread if reply else 0):
        yield say("reply.unread", n=unread)
    if reply and reply.left_out:
        yield say("export.window", n=reply.left_out)
    if reply and reply.other_languages:
        yield say("reply.other_languages", n=reply.other_languages)
    for error in part.failed:
        yield say("export.failed", path=plain_line(error.path), what=plain_line(error.what))
    yield from part.notes
