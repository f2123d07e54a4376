"""Reports made of hand-made findings, and of articles that try to be more than text."""

from __future__ import annotations

from sourced import DENIAL, OFFER, RELAYED, claimed, disputed, found, printed, supports

from assistant.domain import Citation, Reply, Sentence
from assistant.export.parts import Part
from assistant.findings.cite import cite
from assistant.settings import Settings
from assistant.sourcing import Claim, Finding, Flag, Origin, Standing
from index.documents import Article, Span

HOSTILE = (
    '</p></details><script>document.title="taken"</script><img src=x onerror=alert(1)> "\'& '
    "\u202etxt.exe\u202c \x1b[31mred\x00 <b>bold</b> &lt;i&gt;"
)
ENGLISH = Settings(lang="en")


def single() -> Finding:
    """A second finding, of one article alone, with no flag but the hedge."""
    return found(
        Standing.SINGLE_SOURCE,
        "Laos soll rund 50 Pioniere angeboten haben.",
        supporting=[supports(RELAYED)],
        origins=[Origin(RELAYED.chain[-1].source, True, (RELAYED,))],
        flags={Flag.HEDGED: (RELAYED,)},
    )


def answered(*claims: Claim, findings: tuple[Finding, ...] = (), question: str = "Who follows?") -> Part:
    """A sentence for each claim, in its own words; the finding of the same place is that of the sentence."""
    sentences = tuple(
        Sentence(claim.text, (cite(claim),), (n,) if n < len(findings) else ()) for n, claim in enumerate(claims)
    )
    articles = tuple({claim.article.id: claim.article for claim in claims}.values())
    reply = Reply(question, True, sentences, (), articles, findings=findings)
    return Part(question, reply, when="2025-07-20T10:00+02:00", engine="embedded", command="ask")


def answer() -> Part:
    return answered(DENIAL, OFFER, findings=(disputed(), single()))


def hostile() -> Part:
    article = printed(HOSTILE, f"{HOSTILE} said <script>alert(2)</script> on Sunday.", title=f"Title {HOSTILE}")
    claim = claimed(article, article.text[article.text.index(" said") - 20 :])
    finding = found(
        Standing.SINGLE_SOURCE,
        HOSTILE,
        supporting=[supports(claim)],
        origins=[Origin(claim.chain[0].source, False, (claim,))],
    )
    return answered(claim, findings=(finding,), question=HOSTILE)


def cited(article: Article, words: str) -> Citation:
    start = article.text.index(words)
    return Citation(article, Span(start, start + len(words)))
