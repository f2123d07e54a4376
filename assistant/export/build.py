"""Parts as what the HTML report shows; sentences, findings and quotes are numbered through all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import count

from assistant.domain import Reply, Sentence
from assistant.export.listing import article_views, left_out
from assistant.export.parts import Part
from assistant.export.picture.graph import Side
from assistant.export.pictured import claims_of, picture, side_title
from assistant.export.quoting import hit_view, language_of, quote_view, quote_views
from assistant.export.view import Badge, Choice, FindingView, PartView, QuoteView, ReportView, SentenceView
from assistant.export.view import Side as SideView
from assistant.findings.cite import cite_all
from assistant.findings.credibility import misp_tag
from assistant.findings.weakness import is_notable, weakest_first
from assistant.settings import Settings
from assistant.show.finding import sign
from assistant.show.quotes import one_line
from assistant.show.reasons import standing_word, why_text
from assistant.show.reply import pile
from assistant.show.say import Say
from assistant.sourcing import Finding, Flag, Standing
from index.embedding.embedder import LEXICAL
from index.language import UNKNOWN

_TONES: Mapping[Standing, str] = {
    Standing.CORROBORATED: "good",
    Standing.NOT_FOUND: "open",
    Standing.DISPUTED: "bad",
    Standing.CONTRADICTED: "bad",
}


@dataclass(slots=True)
class _Numbers:
    """Of the whole report."""

    sentences: Iterator[int] = field(default_factory=lambda: count(1))
    findings: Iterator[int] = field(default_factory=lambda: count(1))
    quotes: Iterator[int] = field(default_factory=lambda: count(1))


def report_view(parts: Sequence[Part], settings: Settings) -> ReportView:
    say = Say(settings.lang)
    numbers = _Numbers()
    views = tuple(_part(part, n, numbers, say) for n, part in enumerate(parts, 1))
    session = len(parts) != 1
    return ReportView(
        lang=settings.lang,
        title=_session(parts, say) if session else views[0].heading,
        kicker=say(f"export.kicker.{parts[0].asked}") if not session else say("export.kicker.session"),
        parts=views,
        choices=tuple(_choices([f for part in parts for f in part.weighed], say)),
        articles=article_views(parts, say),
        made=tuple(_made(parts, settings, say)),
    )


def _session(parts: Sequence[Part], say: Say) -> str:
    """Named by its day: a reader of several reports tells them apart by it."""
    first = min((part.when for part in parts if part.when), default=None)
    return say("export.session_of", day=say.day(first[:10])) if first else say("export.session")


def _made(parts: Sequence[Part], settings: Settings, say: Say) -> Iterator[str]:
    last = max((part.when for part in parts if part.when), default=None)
    program = f"secondsource {version('secondsource')}"
    yield say("export.made", program=program, day=say.day(last)) if last else program
    models = dict.fromkeys(part.model for part in parts)
    names = ", ".join(model or say("export.rules") for model in models)
    yield say("export.engine", engine=names, embedder=settings.embedder or LEXICAL)


def _part(part: Part, number: int, numbers: _Numbers, say: Say) -> PartView:
    reply = part.reply
    as_asked = part.asked == "check"
    order = part.weighed if as_asked else weakest_first(part.weighed)
    numbered = [(finding, next(numbers.findings)) for finding in order]
    places = [_place(finding, numbered) for finding in (reply.findings if reply else ())]
    sentences = tuple(_sentence(s, reply, places, numbers, say) for s in reply.sentences) if reply else ()
    return PartView(
        id=f"p{number}",
        heading=one_line(part.heading),
        told=say.day(part.when) if part.when else "",
        pile=" · ".join(_pile(part, say)),
        silent=_silent(reply, say, summary=part.asked == "summarize") if reply else "",
        understood=_understood(reply, say) if reply else "",
        sentences=sentences,
        nearest=tuple(_nearest(reply, numbers, say)) if reply else (),
        findings=tuple(_finding(f, n, sentences, numbers, say) for f, n in numbered),
        as_asked=as_asked,
        left_out=tuple(left_out(part, say)),
    )


def _place(finding: Finding, numbered: Sequence[tuple[Finding, int]]) -> int:
    return next(n for other, n in numbered if other is finding)


def _pile(part: Part, say: Say) -> Iterator[str]:
    if part.reply and part.reply.articles:
        yield pile(part.reply.articles, say)
    elif part.findings:
        yield say("export.statements", n=len(part.findings))


def _silent(reply: Reply, say: Say, *, summary: bool) -> str:
    if reply.answered and reply.sentences:
        return ""
    if summary and reply.question and not reply.faults:
        return say("reply.nothing_about", question=reply.question)
    return say("reply.nothing" if summary or reply.answered else "reply.silent")


def _understood(reply: Reply, say: Say) -> str:
    asked = reply.standalone
    return say("chat.understood", question=asked) if asked and asked != reply.question else ""


def _sentence(sentence: Sentence, reply: Reply, places: Sequence[int], numbers: _Numbers, say: Say) -> SentenceView:
    """Marked with the weakest of its findings."""
    number = next(numbers.sentences)
    weak = [n for n in sorted(sentence.findings) if is_notable(reply.findings[n])]
    return SentenceView(
        id=f"s{number}",
        number=number,
        text=one_line(sentence.text),
        lang=next((language_of(c.article) for c in sentence.citations), None),
        badges=_badges(reply.findings[weak[0]], say) if weak else (),
        quotes=tuple(quote_view([c], next(numbers.quotes), say) for c in sentence.citations),
        findings=tuple(sorted(places[n] for n in set(sentence.findings))),
    )


def _badges(finding: Finding, say: Say) -> tuple[Badge, ...]:
    standing = Badge(sign(finding), standing_word(finding, say), _tone(finding.standing))
    return (standing, *(Badge("!", say(f"flag.{flag}"), "warn") for flag in finding.flags))


def _tone(standing: Standing) -> str:
    return _TONES.get(standing, "warn")


def _nearest(reply: Reply, numbers: _Numbers, say: Say) -> Iterator[QuoteView]:
    for hit in reply.nearest:
        yield hit_view(hit, reply.standalone or reply.question or "", next(numbers.quotes), say)


def _finding(
    finding: Finding, number: int, sentences: Sequence[SentenceView], numbers: _Numbers, say: Say
) -> FindingView:
    language = finding.statement.language
    return FindingView(
        id=f"f{number}",
        number=number,
        statement=one_line(finding.statement.text),
        lang=language if language != UNKNOWN else None,
        standing=finding.standing,
        flags=tuple(finding.flags),
        reasons=tuple(_reasons(finding, say)),
        sides=tuple(_sides(finding, numbers, say)),
        picture=picture(finding, say),
        sentences=tuple(s.number for s in sentences if number in s.findings),
        tag=misp_tag(finding),
    )


def _reasons(finding: Finding, say: Say) -> Iterator[Badge]:
    names = ("standing", *finding.flags)
    for name, badge in zip(names, _badges(finding, say), strict=True):
        yield Badge(badge.sign, badge.word, badge.tone, why_text(finding.reasons[name], say))


def _sides(finding: Finding, numbers: _Numbers, say: Say) -> Iterator[SideView]:
    for side in Side:
        if claims := claims_of(finding, side):
            quotes = quote_views(cite_all(finding, claims), numbers.quotes, say)
            yield SideView(side_title(finding, side, say), side, quotes)
    if finding.nearest:
        quotes = quote_views(cite_all(finding, finding.nearest), numbers.quotes, say)
        yield SideView(say("finding.nearest"), "nearest", quotes)


def _choices(findings: Sequence[Finding], say: Say) -> Iterator[Choice]:
    """Standings, the weakest first, then flags; only those that some finding has."""
    standings = Counter(f.standing for f in weakest_first(findings))
    flags = Counter(flag for f in findings for flag in f.flags)
    yield Choice("all", say("export.all"), len(findings))
    for standing, n in standings.items():
        yield Choice(standing, say(f"standing.{standing}"), n)
    for flag in Flag:
        if flags[flag]:
            yield Choice(flag, say(f"flag.{flag}"), flags[flag])
