"""A model's reply about an article, taken over where the article bears it out; the embedded reading fills the rest.

Every word of a reply is looked for in the article. Reservations that the rules see stay, whatever the model says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.gate.locate import place
from assistant.model.asking import Ledger
from assistant.read.credits import agency_of
from assistant.read.named import Named
from assistant.read.prompted import Entry, From, Hush, Part, Read
from assistant.sources.figures import as_source
from assistant.sources.publisher import publisher_of
from assistant.sourcing import Attribution, Claim, Link, QuoteType, Reading, Silence, SourceKind
from index.documents import Article, Span

_WHOLE = 0.6  # of a sentence, from which it says nothing else than that somebody is silent


class Checked:
    """A reading in the making. Give it the replies, then take the `reading`."""

    def __init__(self, article: Article, embedded: Reading, ledger: Ledger) -> None:
        self._article, self._ledger = article, ledger
        self._claims = list(embedded.claims)
        self._silences = list(embedded.silences)
        publisher = publisher_of(article)
        agency = agency_of(article, publisher)
        self._outer = [as_source(figure) for figure in (publisher, agency) if figure]
        self._named = Named(article, publisher, embedded)

    def reading(self) -> Reading:
        silences = sorted(self._silences, key=lambda s: s.span)
        return Reading(tuple(sorted(self._claims, key=lambda c: c.span)), tuple(silences))

    def take(self, part: Part, reply: Read) -> None:
        spans = dict(enumerate(part.spans, part.first))
        entries: dict[int, list[Entry]] = {}
        for entry in reply.claims:
            entries.setdefault(entry.n, []).append(entry)
        entries = {n: [Entry(n=n)] for n in reply.own} | entries
        for number, told in sorted(entries.items()):
            if number in spans:
                self._take_sentence(spans[number], told)
            else:
                self._ledger.drop("claim", len(told))
        for hush in reply.silences:
            if hush.n in spans:
                self._take_silence(spans[hush.n], hush)
            else:
                self._ledger.drop("silence")

    def _take_sentence(self, sentence: Span, told: Sequence[Entry]) -> None:
        """The model's claims in place of the embedded ones of that sentence, if all that it names is there.

        A sentence in which the rules find nothing that can be checked has none.
        """
        before = [c for c in self._claims if c.span.overlaps(sentence)]
        pieces = self._pieces(sentence, told)
        links = [self._links(entry.sources, sentence) for _, entry in pieces]
        if not before:
            return
        if not pieces or any(found is None for found in links):
            self._ledger.drop("claim", max(1, len(pieces)))
            return
        made = [
            self._claim(sentence, span, entry, found or [], before)
            for (span, entry), found in zip(pieces, links, strict=True)
        ]
        self._claims = [c for c in self._claims if c not in before] + made

    def _pieces(self, sentence: Span, told: Sequence[Entry]) -> list[tuple[Span, Entry]]:
        """The parts of the sentence with what is said of each; they fill it, so that no word gets lost.

        Empty if the words of a part are not in it, or parts overlap.
        """
        parted = [(self._located(entry.part, sentence), entry) for entry in told if entry.part.strip()]
        if len(parted) < 2:
            return [(sentence, max(told, key=lambda entry: len(entry.sources)))]
        found = sorted(((span, entry) for span, entry in parted if span), key=lambda piece: piece[0])
        spans = [span for span, _ in found]
        if len(found) < len(parted) or any(one.overlaps(other) for one, other in pairwise(spans)):
            return []
        starts = [sentence.start, *(span.start for span in spans[1:])]
        ends = [*starts[1:], sentence.end]
        return [(Span(s, e), entry) for s, e, (_, entry) in zip(starts, ends, found, strict=True)]

    def _claim(self, sentence: Span, span: Span, entry: Entry, links: Sequence[Link], before: Sequence[Claim]) -> Claim:
        chain = [Link(source) for source in self._outer]
        for link in links:
            if all(link.source.key != known.source.key for known in chain):
                chain.append(link)
        attribution = _attribution(chain, span, before)
        hedges = {h for c in before for h in c.hedges if h.overlaps(span) or not h.overlaps(sentence)}
        hedges |= self._reserved(entry.reservation, span, links, attribution)
        headline = any(c.headline for c in before)
        return Claim(self._article, span, tuple(chain), attribution, tuple(sorted(hedges)), headline)

    def _reserved(
        self, words: Iterable[str], span: Span, links: Sequence[Link], attribution: Attribution | None
    ) -> set[Span]:
        """Words that hold back, as far as they are not those that say whose word it is ("laut", "nach Angaben der")."""
        said = [*(s for link in links for s in link.spans), *(attribution.cue if attribution else ())]
        found = {h for text in words if (h := self._located(text, span))}
        return {h for h in found if not any(h.overlaps(s) for s in said)}

    def _links(self, told: Sequence[From], sentence: Span) -> list[Link] | None:
        """The stations, None if one of them is nobody that the article names or points to."""
        found = [self._link(source, sentence) for source in told]
        return [link for link in found if link] if all(found) else None

    def _link(self, told: From, sentence: Span) -> Link | None:
        here = self._located(told.words, sentence)
        name = self._located(told.name, sentence) or self._located(told.name, Span(0, len(self._article.text)))
        known = name or here
        source = self._named.source(known, told.kind) if known else None
        spans = sorted({span for span in (name, here) if span})
        return Link(source, tuple(spans)) if source else None

    def _take_silence(self, sentence: Span, hush: Hush) -> None:
        party = self._located(hush.party, sentence) or self._located(hush.party, Span(0, len(self._article.text)))
        words = self._located(hush.words, sentence)
        source = self._named.source(party, "") if party else None
        if source is None or words is None:
            self._ledger.drop("silence")
        elif not any(s.span.overlaps(sentence) for s in self._silences):
            whole = words.end - words.start >= _WHOLE * (sentence.end - sentence.start)
            self._silences.append(Silence(self._article, sentence if whole else words, source))

    def _located(self, words: str, within: Span) -> Span | None:
        """Exact words in a stretch of the article, or in other capitals: a part of a sentence may begin with one."""
        text = within.of(self._article.text)
        found = place(words.strip(), text) if words.strip() else None
        if found is None and words.strip() and len(text.lower()) == len(text):
            found = place(words.strip().lower(), text.lower())
        return Span(within.start + found.start, within.start + found.end) if found else None


def _attribution(chain: Sequence[Link], span: Span, before: Sequence[Claim]) -> Attribution | None:
    """The rules' own where it has the same source or its words; else the words that name it, the rest for content."""
    end = chain[-1]
    if len(chain) < 2 or (not end.spans and end.source.kind is SourceKind.AGENCY):
        return None
    for claim in before:
        if claim.attribution and claim.span.overlaps(span) and _is_of(claim, claim.attribution, end):
            return claim.attribution
    return Attribution((), tuple(s for s in end.spans if s.overlaps(span)), (span,), QuoteType.REPORTED)


def _is_of(claim: Claim, attribution: Attribution, end: Link) -> bool:
    """Whoever is named with his office ("HUR analyst Ostap Reznik") may be told as the one or the other."""
    same_words = any(one.overlaps(other) for one in attribution.source for other in end.spans)
    return same_words or claim.chain[-1].source.key == end.source.key
