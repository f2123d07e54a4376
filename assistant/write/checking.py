"""From a draft to what is shown: each sentence through the gate, those that fail back to the writer once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.domain import Draft, Drafted, Fault, Gate, MendingWriter, Sentence, Task, Verified, Writer
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
        """What passed, in the writer's order; what only passed when it was mended comes last."""
        results = [(drafted, self._verified(drafted)) for drafted in draft.sentences]
        sentences = [sentence for _, verified in results for sentence in verified.sentences]
        failed = [(drafted, verified.faults) for drafted, verified in results if verified.faults]
        if failed and isinstance(writer, MendingWriter):
            mended = [self._verified(drafted) for drafted in writer.mend(task, failed)]
            sentences += [sentence for verified in mended for sentence in verified.sentences]
            if not sentences:
                others = [self._verified(drafted) for drafted in writer.instead(task).sentences]
                sentences = [sentence for verified in others for sentence in verified.sentences]
        faults = [fault for _, held in failed for fault in held]
        return Verified(tuple(sentences), tuple(_unmended(faults, sentences)))

    def _verified(self, drafted: Drafted) -> Verified:
        if drafted not in self._known:
            verified = self._gate(Draft((drafted,)), self._articles, self._claims, self._sourcing)
            self._known[drafted] = verified
            for sentence in verified.sentences if self._shown else ():
                assert self._shown
                self._shown(sentence)
        return self._known[drafted]


def _unmended(faults: Sequence[Fault], sentences: Sequence[Sentence]) -> list[Fault]:
    """A fault stays told, unless its sentence got through word for word with better quotes."""
    passed = {sentence.text for sentence in sentences}
    return [fault for fault in faults if fault.sentence not in passed]
