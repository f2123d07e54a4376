"""Whether two sources are the same body or person, over all articles of a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.sources.identity import Identity, identity_of
from assistant.sources.joining import joined, narrower
from assistant.sourcing import Source


class Resolver:
    """Joins sources whose names mean one body or person."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._all = tuple(sources)
        self._identities: dict[str, Identity] = {}
        self._shown: dict[str, Counter[str]] = {}
        last: dict[str, Source] = {}
        for source in self._all:
            if last.get(source.key) is not source:  # the same once more, as in most claims of an article, adds nothing
                self._identities[source.key] = identity_of(source, self._identities.get(source.key))
                last[source.key] = source
            self._shown.setdefault(source.key, Counter())[source.name] += 1
        self._group = {key: key for key in self._identities}
        self._join()

    def same(self, one: Source, other: Source) -> bool:
        if one.key == other.key:
            return True
        if one.key in self._group and other.key in self._group:
            return self._group[one.key] == self._group[other.key]
        return joined(identity_of(one), identity_of(other))

    def merged(self, source: Source) -> Source:
        """The source under its most usual full name over all articles, all its other names as aliases."""
        group = self._group.get(source.key)
        if group is None:
            return source
        keys = [key for key, own in self._group.items() if own == group]
        counts = sum((self._shown[key] for key in keys), Counter[str]())
        best = max(counts, key=lambda n: (counts[n], len(n.split()) > 1, len(n)))
        names = dict.fromkeys(n for key in keys for n in self._identities[key].names)
        aliases = tuple(n for n in (*counts, *names) if n != best)
        side = next((i.side for i in map(self._identities.__getitem__, keys) if i.side), source.side)
        members = [s for s in self._all if s.key in keys]
        first = next((s for s in members if not self._identities[s.key].person), members[0])
        return Source(best, first.kind, group, source.named, side, tuple(dict.fromkeys(aliases)))

    def _join(self) -> None:
        """Sure ones first; then what is told of by kind alone joins the only one that it can mean."""
        keys = list(self._identities)
        for n, one in enumerate(keys):
            for other in keys[:n]:
                if joined(self._identities[one], self._identities[other]):
                    self._unite(one, other)
        for key in keys:
            fitting = [k for k in keys if k != key and narrower(self._identities[key], self._identities[k])]
            if len({self._group[k] for k in fitting}) == 1:
                self._unite(key, fitting[0])

    def _unite(self, one: str, other: str) -> None:
        old, new = self._group[one], self._group[other]
        for key, group in self._group.items():
            if group == old:
                self._group[key] = new
