"""What a sentence tells of its own sourcing ("only X reports", "the accounts differ"): findings must bear it out.

No article says such things, so no quote can carry them. Where the quoted words do say them, they are checked as quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.cues import Cue, Word, denials, find, negations, tokens
from assistant.domain import Citation
from assistant.findings.cite import claims_in
from assistant.gate.names import known_names, unsupported
from assistant.gate.numbers import numbers
from assistant.gate.reservation import Quoted
from assistant.sourcing import Claim, Finding, Flag, SourceKind, Sourcing, Standing
from index.documents import Span
from index.terms import words
from index.wordlists import LANGUAGES, words_of

_FOLDER = "assistant.words.standing"
_CLAIMS = 2  # of a citation that are looked up
_LONGEST = 5  # words between "only" and whoever it is that says so
_TURNED = (Standing.DISPUTED, Standing.SUPERSEDED, Standing.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Sourced:
    """What is known of how a sentence's quotes are sourced."""

    citations: Sequence[Citation]
    findings: Sequence[Finding]

    def single(self) -> bool:
        return any(f.independent_origins == 1 for f in self.findings)

    def independent(self) -> bool:
        return bool(self.findings) and all(f.independent_origins > 1 for f in self.findings)

    def several(self) -> bool:
        told = max((len({c.article.id for c in f.supporting}) for f in self.findings), default=0)
        return max(told, len({c.article.id for c in self.citations})) > 1

    def differs(self) -> bool:
        """By the findings; or each of two quotes has a number that the other has not, or just one of them denies."""
        return self.turned() or any(_unlike(a, b) for a, b in combinations(self.citations, 2))

    def turned(self) -> bool:
        return any(f.standing in _TURNED or f.opposing or f.updates for f in self.findings)

    def outdated(self) -> bool:
        """By the findings; or two quotes that differ are of different days."""
        unlike = [(a, b) for a, b in combinations(self.citations, 2) if _unlike(a, b)]
        return self.turned() or any(a.article.day != b.article.day for a, b in unlike)

    def relayed(self) -> bool:
        """By the findings; or a quoted claim comes through another outlet than the one that prints it."""
        links = [link for c in self.citations if c.claim for link in c.claim.chain[1:]]
        return self.flagged(Flag.SECOND_HAND) or any(link.source.kind is SourceKind.OUTLET for link in links)

    def flagged(self, flag: Flag) -> bool:
        return any(flag in f.flags for f in self.findings)

    def counts(self) -> set[int]:
        """How many articles, publishers or origins there are of anything that it tells."""
        found = {len({c.article.id for c in self.citations}), len({c.article.publisher for c in self.citations})}
        for finding in self.findings:
            articles = {c.article.id: c.article for c in finding.supporting}.values()
            found |= {finding.independent_origins, len(articles), len({a.publisher for a in articles})}
        return found


_BORNE_OUT: Mapping[str, Callable[[Sourced], bool]] = {
    "only": Sourced.single,
    "several": Sourced.several,
    "independent": Sourced.independent,
    "differ": Sourced.differs,
    "party": lambda s: s.flagged(Flag.INTERESTED_PARTY) or any(o.party for f in s.findings for o in f.origins),
    "second_hand": Sourced.relayed,
    "outdated": Sourced.outdated,
    "unnamed": lambda s: s.flagged(Flag.UNNAMED_SOURCE),
    "further": lambda s: s.flagged(Flag.OVERSTATED),
}


_TELLS_WHO = frozenset({"only", "second_hand", "unnamed"})


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a sentence on its own sourcing, and whether the findings bear them out.

    `tells_who`: they say on whose word alone something rests, which is an attribution if it is named.
    """

    span: Span
    borne_out: bool
    tells_who: bool = False


def told_of_sourcing(
    text: str,
    language: str,
    citations: Sequence[Citation],
    quoted: Sequence[Quoted],
    claims: Sequence[Claim],
    sourcing: Sourcing,
) -> list[Told]:
    """Every such wording of a sentence; what its quotes say themselves is left out. Findings are only asked if any."""
    cues = [(name, cue) for name in _BORNE_OUT for cue in _cues(name, text, language) if not _is_quoted(name, quoted)]
    alone = list(_alone(text, language, citations))
    counted = list(_counted(text, language))
    if not (cues or alone or counted):
        return []
    made = [claim for c in citations for claim in claims_in(c, claims)[:_CLAIMS]]
    sourced = Sourced(citations, sourcing(made) if made else ())
    found = [Told(cue.span, _BORNE_OUT[name](sourced), name in _TELLS_WHO) for name, cue in cues]
    found += [Told(span, _is_alone(span.of(text), language, sourced), tells_who=True) for span in alone]
    found += [Told(span, True) for span, count in counted if count in sourced.counts()]
    return found


def without(text: str, told: Sequence[Told]) -> str:
    """The sentence with those words blanked, so that what is left can be held against its quotes."""
    for one in told:
        text = text[: one.span.start] + " " * (one.span.end - one.span.start) + text[one.span.end :]
    return text


def _unlike(one: Citation, other: Citation) -> bool:
    mine, theirs = _values(one), _values(other)
    return _denies(one) != _denies(other) or (bool(mine - theirs) and bool(theirs - mine))


def _denies(citation: Citation) -> bool:
    args = citation.quote, citation.article.language
    return bool(negations(*args) or denials(*args))


def _values(citation: Citation) -> set[float]:
    return {value for number in numbers(citation.quote, citation.article.language) for value in number.values}


def _cues(name: str, text: str, language: str) -> list[Cue]:
    return find(name, text, language, _FOLDER)


def _is_quoted(name: str, quoted: Sequence[Quoted]) -> bool:
    return any(_cues(name, q.text, q.language) for q in quoted)


def _alone(text: str, language: str, citations: Sequence[Citation]) -> Iterator[Span]:
    """ "Only the Courier", "nur nach Angaben des Amts": up to the name of a publisher or of a link of the chain."""
    told = tokens(text)
    for cue in _cues("alone", text, language):
        following = [word for word in told if word.span.start >= cue.span.end]
        end = _who(text, following[:_LONGEST], language, citations)
        if end is not None:
            yield Span(cue.span.start, end)


def _who(text: str, following: Sequence[Word], language: str, citations: Sequence[Citation]) -> int | None:
    names = {word for name in _speakers(citations) for word in words(name)}
    for word in following:
        if word.text in _list("who", language) or (word.text in names and text[word.span.start].isupper()):
            return word.span.end
        if word.text not in _list("between", language):
            return None
    return None


def _speakers(citations: Sequence[Citation]) -> list[str]:
    links = [link for c in citations if c.claim for link in c.claim.chain]
    named = [name for link in links for name in (link.source.name, *link.source.aliases)]
    return [*named, *(c.article.publisher for c in citations if c.article.publisher)]


def _is_alone(words_told: str, language: str, sourced: Sourced) -> bool:
    """Whether whoever is named is the only publisher, or the only origin, of something that is quoted."""
    if not sourced.single():
        return False
    only = [f for f in sourced.findings if f.independent_origins == 1]
    names = [name for f in only for name in _only_names(f)]
    return not unsupported(words_told, language, known_names(names)) if names else True


def _only_names(finding: Finding) -> list[str]:
    publishers = {c.article.publisher for c in finding.supporting if c.article.publisher}
    origins = [name for o in finding.origins for name in (o.source.name, *o.source.aliases)]
    return [*origins, *(publishers if len(publishers) == 1 else ())]


def _counted(text: str, language: str) -> Iterator[tuple[Span, int]]:
    """ "Two outlets", "drei Artikel": the number and the word."""
    for number in numbers(text, language):
        after = re.match(r"\s+([^\W\d_]+)", text[number.span.end :])
        if after and after[1].lower() in _list("who", language):
            yield number.span, int(number.values[0])


def _list(name: str, language: str) -> frozenset[str]:
    return words_of(_FOLDER, name, *((language,) if language in LANGUAGES else ()))
