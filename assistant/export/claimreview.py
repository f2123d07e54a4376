"""Findings as schema.org ClaimReviews in JSON-LD: the rating is the standing in words, never true or false.

Types and properties: https://schema.org/ClaimReview, Claim, Rating, DefinedTerm. docs/exports.md says which are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.export.parts import Part
from assistant.findings.credibility import misp_tag
from assistant.settings import Settings
from assistant.show.json_output import to_json
from assistant.show.plain import plain, plain_line
from assistant.show.reasons import flag_words, reason_text, standing_word
from assistant.show.say import Say
from assistant.sourcing import Claim, Finding, Origin, SourceKind
from assistant.when import moment
from index.documents import Article
from index.language import UNKNOWN

Node = Mapping[str, object]

_SCALE = "https://www.misp-project.org/taxonomies.html#_admiralty_scale"
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.EXPERT, SourceKind.WITNESS, SourceKind.UNNAMED})
_WEB = re.compile(r"https?://\S+")


def to_claimreview(parts: Sequence[Part], settings: Settings) -> str:
    """One JSON-LD document with a ClaimReview for each finding; the same finding of two parts stands in it once."""
    say = Say(settings.lang)
    reviews: dict[tuple[str, str], Node] = {}
    for part in parts:
        for finding in part.weighed:
            reviews.setdefault((finding.statement.text, finding.standing), _review(finding, part, say))
    return to_json({"@context": "https://schema.org", "@graph": list(reviews.values())})


def _review(finding: Finding, part: Part, say: Say) -> Node:
    others = _articles((*finding.opposing, *finding.updates))
    return {
        "@type": "ClaimReview",
        "claimReviewed": plain_line(finding.statement.text),
        **({"datePublished": part.when} if part.when else {}),
        "inLanguage": say.language,
        "reviewRating": _rating(finding, say),
        "itemReviewed": _claim(finding),
        "keywords": [_term(finding), *flag_words(finding, say)],
        **_some("citation", [_work(article) for article in others]),
    }


def _rating(finding: Finding, say: Say) -> Node:
    why = (plain(reason_text(finding, name, say)) for name in ("standing", *finding.flags))
    return {
        "@type": "Rating",
        "alternateName": standing_word(finding, say),
        "reviewAspect": say("export.aspect"),
        "ratingExplanation": ". ".join(why) + ".",
    }


def _claim(finding: Finding) -> Node:
    """`author` are the independent origins. A paper is nobody who could say it: the claim is based on it."""
    language = finding.statement.language
    papers = [o for o in finding.origins if o.source.kind is SourceKind.DOCUMENT]
    articles = _articles(finding.supporting)
    first = next((article for article in articles[:1] if article.published), None)
    others = articles[1:] if first else articles
    return {
        "@type": "Claim",
        "text": plain_line(finding.statement.text),
        **({"inLanguage": language} if language != UNKNOWN else {}),
        **_some("author", [_author(o) for o in finding.origins if o not in papers and _known(o)]),
        **_some("isBasedOn", [{"@type": "CreativeWork", "name": plain_line(o.source.name)} for o in papers]),
        **({"datePublished": first.published, "firstAppearance": _work(first)} if first else {}),
        **_some("appearance", [_work(article) for article in others]),
    }


def _author(origin: Origin) -> Node:
    source = origin.source
    person = source.kind in _PEOPLE or source.key.startswith("person:")
    aliases = [plain_line(alias) for alias in source.aliases]
    return {
        "@type": "Person" if person else "Organization",
        "name": plain_line(source.name),
        **_some("alternateName", aliases),
    }


def _known(origin: Origin) -> bool:
    """An article of an unknown publisher has a file's name for its voice, which is nobody's."""
    own = [claim.article for claim in origin.claims if len(claim.chain) == 1]
    return origin.source.kind is not SourceKind.OUTLET or not own or any(article.publisher for article in own)


def _work(article: Article) -> Node:
    return {
        "@type": "NewsArticle",
        **({"headline": plain_line(article.title)} if article.title else {}),
        **(
            {"publisher": {"@type": "Organization", "name": plain_line(article.publisher)}} if article.publisher else {}
        ),
        **({"datePublished": article.published} if article.published else {}),
        **({"inLanguage": article.language} if article.language != UNKNOWN else {}),
        **({"url": article.url} if article.url and _WEB.fullmatch(article.url) else {}),
    }


def _term(finding: Finding) -> Node:
    tag = misp_tag(finding)
    return {"@type": "DefinedTerm", "name": tag, "termCode": tag.split('"')[1], "inDefinedTermSet": _SCALE}


def _articles(claims: Iterable[Claim]) -> list[Article]:
    """Each once, the earliest first, the undated last."""
    articles = {claim.article.id: claim.article for claim in claims}.values()
    return sorted(articles, key=lambda a: (a.published is None, a.published and moment(a.published)))


def _some(name: str, values: Sequence[object]) -> Node:
    return {name: values[0] if len(values) == 1 else list(values)} if values else {}
