"""Ranked lists against what is relevant. The one door to ir-measures, which computes them as trec_eval does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

DEPTHS = (1, 5, 20)
NAMES = ("hit@1", "hit@5", "hit@20", "nDCG@10", "MRR")


def ranked(relevant: Sequence[bool], known: int = 1) -> Mapping[str, float]:
    """Of one question: `relevant` says which of what was found, best first, is; `known` is how many there are in all.

    hit@k: is one among the first k (Success@k). nDCG@10: Järvelin & Kekäläinen 2002, with binary gains, the ideal
    being all known ones first. MRR: one by the rank of the first. Raises ImportError without the `eval` extra.
    """
    import ir_measures
    from ir_measures import RR, Qrel, ScoredDoc, Success, nDCG

    measures = {f"hit@{k}": Success @ k for k in DEPTHS} | {"nDCG@10": nDCG @ 10, "MRR": RR}
    found = [n for n, right in enumerate(relevant) if right]
    missing = range(len(relevant), len(relevant) + max(0, known - len(found)))
    qrels = [Qrel("q", str(n), 1) for n in (*found, *missing)] or [Qrel("q", "none", 1)]
    run = [ScoredDoc("q", str(n), float(-n)) for n in range(len(relevant))] or [ScoredDoc("q", "nothing", 0.0)]
    got = ir_measures.calc_aggregate(list(measures.values()), qrels, run)
    return {name: float(got[measure]) for name, measure in measures.items()}
