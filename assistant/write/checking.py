"""From a draft to what is shown: each sentence through the gate, those that fail back to the writer once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.domain import Draft, Drafted, Gate, MendingWriter, Sentence, Task, Verified, Writer
from assistant.sourcing import Claim, Sourcing, unsourced
from index.documents import Article

Shown = Callable[[Sentence], None]


class Checking:
    """One draft's way through the gate. `shown` is called with each sentence once, as soon as it has passed."""

    def __init__(
        self,
        gate: Gate,
        articles: Sequence[Article],
        claims: Sequence[Claim] = (),
        sourcing: Sourcing = unsourced,
        shown: Shown | None = None,
    ) -> None:
        self._gate, self._articles, self._shown = gate, articles, shown
        self._claims, self._sourcing = tuple(claims), sourcing
        self._known: dict[Drafted, Verified] = {}

    def streamed(self, drafted: Drafted) -> None:
        """For a writer that hands in sentences while it writes."""
        self._verified(drafted)

    def checked(self, draft: Draft, writer: Writer, task: Task) -> Verified:
        """What passed, in the writer's order, what was mended in its place; where nothing did, another's draft."""
        results = [self._verified(drafted) for drafted in draft.sentences]
        if isinstance(writer, MendingWriter) and any(verified.faults for verified in results):
            results = self._mended(draft.sentences, results, writer, task)
            if not any(verified.sentences for verified in results):
                results += [self._verified(drafted) for drafted in writer.instead(task).sentences]
        sentences = tuple(dict.fromkeys(s for verified in results for s in verified.sentences))
        return Verified(sentences, tuple(fault for verified in results for fault in verified.faults))

    def _mended(
        self, drafted: Sequence[Drafted], results: Sequence[Verified], writer: MendingWriter, task: Task
    ) -> list[Verified]:
        """A fault stays told, unless its sentence got through word for word with better quotes.

        As mended, if it got through in other words.
        """
        failed = [n for n, verified in enumerate(results) if verified.faults]
        mended = list(results)
        for n, better in zip(failed, writer.mend(task, [(drafted[n], results[n].faults) for n in failed]), strict=True):
            passed = self._verified(better).sentences if better else ()
            same = bool(passed) and passed[0].text == drafted[n].text
            faults = tuple(replace(fault, mended=bool(passed)) for fault in results[n].faults)
            mended[n] = Verified(passed, () if same else faults)
        return mended

    def _verified(self, drafted: Drafted) -> Verified:
        if drafted not in self._known:
            verified = self._gate(Draft((drafted,)), self._articles, self._claims, self._sourcing)
            self._known[drafted] = verified
            for sentence in verified.sentences if self._shown else ():
                assert self._shown
                self._shown(sentence)
        return self._known[drafted]
