"""Results as JSON, in the stable shapes of docs/json.md and schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING

from assistant.domain import Fault, Reply, Sentence
from assistant.findings.cite import articles_of, cite
from assistant.notices import with_copy_notices
from assistant.settings import Settings
from assistant.show.closest import has_any_word
from assistant.show.finding_json import citation_json, claim_json, finding_json, silence_json
from assistant.show.plain import escape_unseen
from assistant.show.say import Say
from assistant.sourcing import Finding, Reading
from index.documents import Article, Head, Hit, Removed
from index.embedding.embedder import LEXICAL
from index.errors import InputError, NoArticle

if TYPE_CHECKING:
    from index.collection import AddReport
    from index.reembed import ReembedReport

SCHEMA = "secondsource/1"
Json = Mapping[str, object]


def to_json(payload: Json, *, ascii_only: bool = False) -> str:
    """Readable by people too; characters that a terminal would act on, or nobody sees, are written as escapes."""
    return escape_unseen(json.dumps(payload, ensure_ascii=ascii_only, indent=2)) + "\n"


def schema_text() -> str:
    return resources.files("assistant.show").joinpath("schema.json").read_text(encoding="utf-8")


def envelope(command: str, settings: Settings, articles: Sequence[Article | Head] = (), **rest: object) -> Json:
    """What every reply has; `usage` is empty where nobody was asked."""
    return {
        "schema": SCHEMA,
        "command": command,
        "engine": engine_json(settings),
        "findings": [],
        "articles": [article_json(article) for article in articles],
        "faults": [],
        "usage": {},
        **rest,
    }


def engine_json(settings: Settings) -> Json:
    return {"model": settings.model, "embedder": settings.embedder or LEXICAL}


def reply_json(command: str, settings: Settings, reply: Reply) -> Json:
    say = Say(settings.lang)
    return envelope(
        command,
        settings,
        _all_articles(reply),
        findings=[finding_json(finding, say) for finding in reply.findings],
        faults=[fault_json(fault) for fault in reply.faults],
        question=reply.question,
        answered=reply.answered,
        sentences=[sentence_json(sentence) for sentence in reply.sentences],
        nearest=[hit_json(hit) for hit in reply.nearest],
        unread=reply.unread,
        other_languages=reply.other_languages,
        left_out=reply.left_out,
    )


def _all_articles(reply: Reply) -> tuple[Article, ...]:
    """Those of the reply, and those that only its findings quote."""
    known = {article.id for article in reply.articles}
    more = [article for article in articles_of(reply.findings) if article.id not in known]
    return with_copy_notices((*reply.articles, *more)) if more else reply.articles


def findings_json(command: str, settings: Settings, findings: Sequence[Finding]) -> Json:
    """`check` and `findings`, with the articles that they quote."""
    say = Say(settings.lang)
    articles = with_copy_notices(articles_of(findings))
    return envelope(command, settings, articles, findings=[finding_json(finding, say) for finding in findings])


def claims_json(settings: Settings, articles: Sequence[Article | Head], readings: Sequence[Reading]) -> Json:
    return envelope(
        "claims",
        settings,
        articles,
        claims=[claim_json(cite(claim)) for reading in readings for claim in reading.claims],
        silences=[silence_json(silence) for reading in readings for silence in reading.silences],
    )


def search_json(settings: Settings, query: str, hits: Sequence[Hit]) -> Json:
    articles = {hit.article.id: hit.article for hit in hits}
    found = [hit_json(hit) for hit in hits]
    return envelope(
        "search", settings, tuple(articles.values()), query=query, hits=found, words_found=has_any_word(hits, query)
    )


def show_json(settings: Settings, articles: Sequence[Article], failed: Sequence[InputError]) -> Json:
    whole = [{**article_json(a), "text": a.text, "removed": _removed(a.removed)} for a in articles]
    return {**envelope("show", settings, failed=failed_json(failed)), "articles": whole}


def added_json(command: str, settings: Settings, report: AddReport) -> Json:
    failed = failed_json(report.failed)
    stopped = str(report.stopped) if report.stopped else None
    added, known = list(report.added), list(report.known)
    return envelope(command, settings, added=added, known=known, stopped=stopped, failed=failed)


def reembedded_json(settings: Settings, report: ReembedReport) -> Json:
    done = {"before": report.before, "embedded": report.embedded, "kept": report.kept}
    return envelope("reindex", settings, added=[], known=[], failed=[], reembedded=done)


def article_json(article: Article | Head) -> Json:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "language": article.language,
        "notices": [str(notice) for notice in article.notices],
    }


def _removed(pieces: Sequence[Removed]) -> list[Json]:
    return [{"text": piece.text, "reason": str(piece.reason)} for piece in pieces]


def sentence_json(sentence: Sentence) -> Json:
    citations = [citation_json(citation) for citation in sentence.citations]
    return {"text": sentence.text, "citations": citations, "findings": list(sentence.findings)}


def hit_json(hit: Hit) -> Json:
    passage = hit.passage
    return {
        "passage": passage.id,
        "article": passage.article,
        "number": passage.number,
        "text": passage.text,
        "start": passage.span.start,
        "end": passage.span.end,
        "path": hit.article.path,
        "publisher": hit.article.publisher,
        "published": hit.article.published,
        "score": round(hit.score, 6),
        "copies": [{"passage": copy.id, "article": copy.article} for copy in hit.copies],
    }


def fault_json(fault: Fault) -> Json:
    return {"kind": str(fault.kind), "sentence": fault.sentence, "detail": fault.detail, "mended": fault.mended}


def failed_json(errors: Iterable[InputError]) -> list[Json]:
    """Inputs that could not be used, for the key `failed`."""
    return [
        {"path": error.path, "error": type(error).__name__, "what": error.what, "remedy": error.remedy, **_cut(error)}
        for error in errors
    ]


def _cut(error: InputError) -> Json:
    return {"removed": _removed(error.removed)} if isinstance(error, NoArticle) else {}
