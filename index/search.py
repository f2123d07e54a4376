"""search(query, filters) -> hits: words find, vectors re-score, copies fold, neighbours join."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from index.copies import copy_groups
from index.documents import Filters, Hit, Passage, Span
from index.embedding.embedder import Vectors
from index.features import features
from index.language import clear_language
from index.lexicon.lexicon import known_share
from index.store.records import Kept, condition
from index.store.tables import Tables
from index.terms import stem, stop_words, words

_FOUND = 200  # passages that the word search hands on
_ADDED = 50  # passages that an embedder that carries adds to them
_VECTOR_SHARE = 1.5  # of the cosine, beside a BM25 score scaled to 1; docs/decisions/0010-cosines-beside-bm25.md
_SAME = 0.99  # where most candidates are copies of each other, rounding must not tell them apart

_FEATURE_SHARE = 1.2  # of the BM25 score over features, beside that over words; in passages of other languages only

_CYRILLIC = re.compile("[\u0400-\u04ff]")

Scored = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in its language; `vector` is None where the embedder gave none, and `carries` is the embedder's."""

    query: str
    language: str
    vector: Vectors | None
    carries: bool


def search(
    tables: Tables,
    asked: Asked,
    stored: Callable[[Sequence[str]], dict[str, Kept]],
    filters: Filters,
    limit: int,
) -> list[Hit]:
    """The passages that fit a query best, best first, at most `limit`.

    `stored` gives articles by id; a passage whose article is gone, or no longer has it, is passed over.
    """
    ranked = _ranked(tables, asked, filters)
    hits: list[Hit] = []
    for start in range(0, len(ranked), 2 * limit):
        hits += _materialised(tables, stored, ranked[start : start + 2 * limit])
        if len(hits) >= 2 * limit:
            break
    return _joined(_folded(hits))[:limit]


def query_language(query: str, languages: Sequence[str]) -> str:
    """A query is often too short to tell by its function words: then the lexicon says in which language most of its
    words are known; where that is open too, it is in the first of `languages` that its script fits."""
    clear = clear_language(words(query), query)
    if clear:
        return clear
    if _CYRILLIC.search(query):
        return "ru"
    known = {code: known_share(query, code) for code in ("de", "en")}
    if known["de"] != known["en"]:
        return max(known, key=known.__getitem__)
    return next((code for code in languages if code != "ru"), "de")


def query_terms(query: str, language: str, languages: Sequence[str]) -> list[str]:
    """The query's stems, as each of the collection's languages would write them."""
    stops = stop_words(language)
    kept = [w for w in words(query) if w not in stops]
    return list(dict.fromkeys(stem(w, code) for code in (language, *languages) for w in kept))


def _ranked(tables: Tables, asked: Asked, filters: Filters) -> Scored:
    query, language, vector = asked.query, asked.language, asked.vector
    languages = tables.postings.languages()
    found = tables.postings.search(query_terms(query, language, languages), filters, _FOUND)
    if _has_foreign(languages, language, filters):
        found = _added(found, tables.postings.foreign(features(query, language), language, filters, _FOUND))
    if vector is None:
        return found
    if asked.carries or not found:
        known = {i for i, _ in found}
        found += [(i, 0.0) for i in tables.passages.nearest(vector, _ADDED, condition(filters)) if i not in known]
    cosines = {i: float(np.dot(v, vector)) for i, v in tables.passages.vectors([i for i, _ in found]).items()}
    return _rescored(found, _centred(cosines) if asked.carries else cosines)


def _has_foreign(languages: Sequence[str], language: str, filters: Filters) -> bool:
    return any(code != language and filters.language in (None, code) for code in languages)


def _added(words: Scored, features: Scored) -> Scored:
    """Both scores are sums of how rare the shared things are, so a passage that the words cannot find comes level."""
    scores = defaultdict(float, words)
    for passage, score in features:
        scores[passage] += _FEATURE_SHARE * score
    return sorted(scores.items(), key=lambda pair: -pair[1])[:_FOUND]


def _centred(cosines: dict[str, float]) -> dict[str, float]:
    """What is usual among them becomes 0, and 1 stays 1: some models say 0.8 of any two texts, others 0.1."""
    usual = min(median(cosines.values()), _SAME) if cosines else 0.0
    return {i: (cosine - usual) / (1 - usual) for i, cosine in cosines.items()}


def _rescored(found: Scored, cosines: dict[str, float]) -> Scored:
    best = max((score for _, score in found), default=0.0) or 1.0
    scored = [(i, score / best + _VECTOR_SHARE * cosines[i]) for i, score in found if i in cosines]
    return sorted(scored, key=lambda pair: -pair[1])


def _materialised(tables: Tables, stored: Callable[[Sequence[str]], dict[str, Kept]], ranked: Scored) -> list[Hit]:
    home = tables.postings.articles_of([i for i, _ in ranked])
    articles = stored(sorted(set(home.values())))
    passages = {p.id: (p, kept.article) for kept in articles.values() for p in kept.passages}
    return [Hit(passages[i][0], passages[i][1], score) for i, score in ranked if i in passages]


def _folded(hits: list[Hit]) -> list[Hit]:
    """Near-identical passages of other articles become `copies` of the best of them."""
    groups = copy_groups([h.passage.text for h in hits])
    copies: defaultdict[int, list[Passage]] = defaultdict(list)
    for n, (hit, first) in enumerate(zip(hits, groups, strict=True)):
        if n != first:
            copies[first].append(hit.passage)
    return [replace(h, copies=tuple(copies[n])) for n, h in enumerate(hits) if groups[n] == n]


def _joined(hits: list[Hit]) -> list[Hit]:
    """Passages of one article that follow each other become one, at the place and with the score of the better."""
    joined: list[Hit] = []
    for hit in hits:
        beside = [n for n, h in enumerate(joined) if _touch(h, hit)]
        if not beside:
            joined.append(hit)
            continue
        first, *others = beside  # one more where the hit fills the gap between two
        joined[first] = _union(joined[first], hit)
        for n in reversed(others):
            joined[first] = _union(joined[first], joined.pop(n))
    return joined


def _touch(one: Hit, other: Hit) -> bool:
    if one.article.id != other.article.id:
        return False
    first, second = sorted((one.passage, other.passage), key=lambda p: p.span)
    return not one.article.text[first.span.end : second.span.start].strip()


def _union(better: Hit, other: Hit) -> Hit:
    first, second = sorted((better.passage, other.passage), key=lambda p: p.span)
    span = Span(first.span.start, max(first.span.end, second.span.end))
    whole = replace(first, span=span, text=span.of(better.article.text))
    return replace(better, passage=whole, copies=better.copies + other.copies)
