"""What is weakly sourced in a summary or an answer: a mark at the sentence, and a short block beneath them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.domain import Reply, Sentence
from assistant.findings.weakness import is_notable
from assistant.show.blocks import Block, Heading, Item, Look, Run, Words, words
from assistant.show.reasons import flag_words, reason_text, standing_word, why_text
from assistant.show.say import Say
from assistant.sourcing import Finding


def mark(sentence: Sentence, reply: Reply, say: Say) -> Run:
    """Sign and words, those of the weakest of its findings; nothing where none is notable."""
    weakest = _weakest(sentence, reply)
    if weakest is None:
        return ()
    weak = reply.findings[weakest]
    return Words(" "), Words(f"! {', '.join([standing_word(weak, say), *flag_words(weak, say)])}", Look.WARNING)


def _weakest(sentence: Sentence, reply: Reply) -> int | None:
    return next((n for n in sorted(sentence.findings) if is_notable(reply.findings[n])), None)


def weak_block(reply: Reply, say: Say, *, verbose: bool) -> Iterator[Block]:
    """The weakest first; sentences of which the same is to be told share an entry."""
    groups = grouped(reply, say)
    if groups:
        yield Heading(words(say("finding.weak")), level=2)
    for told, (finding, numbers) in groups.items():
        sentences = say("finding.sentences", n=len(numbers), sentences=say.joined([str(n) for n in numbers]))
        yield Item((Words(f"{sentences}: ", Look.STRONG), Words(told)), label="!")
        if verbose:
            yield from (Item(words(reason_text(finding, flag, say)), depth=1) for flag in finding.flags)


def grouped(reply: Reply, say: Say) -> Mapping[str, tuple[Finding, list[int]]]:
    """By what is told of them: a finding, and the numbers of the sentences that it is the weakest of."""
    groups: dict[str, tuple[Finding, list[int]]] = {}
    for position, finding in enumerate(reply.findings):
        numbers = [n for n, s in enumerate(reply.sentences, 1) if _weakest(s, reply) == position]
        if numbers:
            kept = groups.setdefault(_told(finding, say), (finding, []))[1]
            kept += [n for n in numbers if n not in kept]
    return groups


def _told(finding: Finding, say: Say) -> str:
    standing = f"{standing_word(finding, say)} – {why_text(finding.reasons['standing'], say)}"
    flags = ", ".join(flag_words(finding, say))
    return f"{standing} · {flags}" if flags else standing
