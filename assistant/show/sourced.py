"""What is weakly sourced in a summary or an answer: a mark at the sentence, and a short block beneath them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.domain import Reply, Sentence
from assistant.findings.weakness import is_notable
from assistant.show.blocks import Block, Heading, Item, Look, Run, Words, words
from assistant.show.reasons import flag_words, reason_text, standing_word, why_text
from assistant.show.say import Say
from assistant.sourcing import Finding, Flag


def mark(sentence: Sentence, reply: Reply, say: Say) -> Run:
    """Sign and words: the standing of the weakest of its findings, the flags of all; nothing where none is notable."""
    notable = _notable(sentence, reply)
    if not notable:
        return ()
    weakest, *others = notable
    told = [
        standing_word(weakest, say),
        *flag_words(weakest, say),
        *(say(f"flag.{f}") for f in _besides(weakest, others)),
    ]
    return Words(" "), Words(f"! {', '.join(told)}", Look.WARNING)


def _notable(sentence: Sentence, reply: Reply) -> list[Finding]:
    """The weakest first."""
    return [reply.findings[n] for n in sorted(sentence.findings) if is_notable(reply.findings[n])]


def _besides(weakest: Finding, others: list[Finding]) -> Mapping[Flag, Finding]:
    """Flags that only another finding of the sentence has, each with the first that has it."""
    found: dict[Flag, Finding] = {}
    for finding in others:
        for flag in finding.flags:
            if flag not in weakest.flags:
                found.setdefault(flag, finding)
    return found


def weak_block(reply: Reply, say: Say, *, verbose: bool) -> Iterator[Block]:
    """The weakest first; sentences of which the same is to be told share an entry. Then what else is to be told."""
    groups = grouped(reply, say)
    if groups:
        yield Heading(words(say("finding.weak")), level=2)
    for told, (finding, numbers) in groups.items():
        sentences = say("finding.sentences", n=len(numbers), sentences=say.joined([str(n) for n in numbers]))
        yield Item((Words(f"{sentences}: ", Look.STRONG), Words(told)), label="!")
        if verbose:
            yield from (Item(words(reason_text(finding, flag, say)), depth=1) for flag in finding.flags)
    for number, told in besides(reply, say):
        sentence = say("finding.sentences", n=1, sentences=number)
        yield Item((Words(f"{say('finding.besides', sentence=sentence)}: ", Look.STRONG), Words(told)), label="!")


def grouped(reply: Reply, say: Say) -> Mapping[str, tuple[Finding, list[int]]]:
    """By what is told of them: a finding, and the numbers of the sentences that it is the weakest of."""
    groups: dict[str, tuple[Finding, list[int]]] = {}
    weakest = {n: next(iter(_notable(s, reply)), None) for n, s in enumerate(reply.sentences, 1)}
    for finding in reply.findings:
        numbers = [n for n, own in weakest.items() if own is finding]
        if numbers:
            kept = groups.setdefault(_told(finding, say), (finding, []))[1]
            kept += [n for n in numbers if n not in kept]
    return groups


def besides(reply: Reply, say: Say) -> Iterator[tuple[int, str]]:
    """Of sentences by number: the flags that their weakest finding does not have, with what makes them hold."""
    for number, sentence in enumerate(reply.sentences, 1):
        notable = _notable(sentence, reply)
        flags = _besides(notable[0], notable[1:]) if notable else {}
        if flags:
            yield number, "; ".join(f"{say(f'flag.{f}')} – {why_text(one.reasons[f], say)}" for f, one in flags.items())


def _told(finding: Finding, say: Say) -> str:
    standing = f"{standing_word(finding, say)} – {why_text(finding.reasons['standing'], say)}"
    flags = ", ".join(flag_words(finding, say))
    return f"{standing} · {flags}" if flags else standing
