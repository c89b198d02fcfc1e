"""Who is who in a file, as corrections to who is who in a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quoth.imports.pieces import joined
from quoth.imports.records import Marked, MarkedSource, Spans
from quoth.ledger.corrections import statement_at, words_of
from quoth.ledger.records import Change, Confirm, Merge, SetSource, SourceAt, Split, StatementAt
from quoth.records import Passage, Reading, Source, Statement


class Whose:
    """The sources of a reading beside those of a file made from it."""

    def __init__(self, reading: Reading, seen: Marked, keys: frozenset[str]) -> None:
        """`reading` has what the file says of statements already; `keys` are of sources in the
        reading that the person saw.
        """
        self._reading = reading
        self._seen = seen
        self._keys = keys
        self._numbers = defaultdict[Spans, list[int]](list)
        for number, each in enumerate(seen.sources):
            for spans in each.mentions:
                self._numbers[spans].append(number)
        self._sources = {source.id: source for source in reading.sources}
        self._mentions = {
            source.id: {joined(reading.document.text, m.spans): m for m in source.mentions}
            for source in reading.sources
        }
        self._known = [self._likest(cluster) for cluster in seen.sources]

    def regrouped(self) -> Iterator[Change]:
        """Splits, then merges, of sources whose mentions the file groups otherwise."""
        together = defaultdict[int, list[tuple[Source | None, Passage]]](list)
        for source in self._reading.sources:
            groups = self._groups(source)
            if not groups:
                continue
            stays = max(groups, key=lambda n: self._fit(source, n, len(groups[n])))
            for number, mentions in groups.items():
                if number == stays:
                    together[number].append((source, mentions[0]))
                    continue
                kind = self._seen.sources[number].kind
                yield Split(
                    self._at(source, groups[stays][0]),
                    tuple(map(words_of, mentions)),
                    kind if kind != source.kind else None,
                )
                together[number].append((None, mentions[0]))
        for number, parts in together.items():
            if len(parts) > 1:
                key = self._seen.sources[number].key
                parts.sort(key=lambda part: part[0] is None or part[0].id != key)
                yield Merge(tuple(self._at(*part) for part in parts))

    def answering(self, now: Mapping[int, StatementAt]) -> Iterator[Change]:
        """What words and mentions do not say of who answers for statements, and of what kind.

        `now` has the statements of the file, by number, as the reading has them.
        """
        told = set[int]()
        for number, at in now.items():
            who = self._seen.statements[number].who
            if who is None:
                continue
            cluster, whom = self._seen.sources[who], self._known[who]
            new_kind = cluster.kind != (whom.kind if whom else None) and who not in told
            kind = cluster.kind if new_kind else None
            if kind or not self.right(number, at):
                told.add(who)
                yield SetSource(at, self._called(whom, cluster), kind)

    def right(self, number: int, at: StatementAt) -> bool:
        """Does whoever the file says answer for a statement of the file?"""
        one, source = self._seen.statements[number], self._source(at)
        if one.who is None:
            return source is None or not one.source
        if source is None:  # words that are nobody's mention are a source of their own in files
            return self._seen.sources[one.who].mentions == (one.source,)
        return source is self._known[one.who]

    def confirmed(self, number: int, at: StatementAt) -> Confirm | None:
        """The confirmation of a statement of the file as the reading has it now."""
        found = self._statement(at)
        if found is None:
            return None
        who, source = self._seen.statements[number].who, self._source(at)
        whom = self._called(source, self._seen.sources[who]) if source and who is not None else None
        return Confirm(replace(statement_at(found), key=at.key), whom)

    def _statement(self, at: StatementAt) -> Statement | None:
        return next((one for one in self._reading.statements if _is(one, at)), None)

    def _source(self, at: StatementAt) -> Source | None:
        """Who answers for the statement in the reading."""
        found = self._statement(at)
        return self._sources.get(found.source_id or "") if found else None

    def _groups(self, source: Source) -> dict[int, list[Passage]]:
        """Mentions of a source by the number of the file's source that they belong to.

        One place can mean two sources; then it stays with the one that it is asked for.
        """
        groups = defaultdict[int, list[Passage]](list)
        for spans, mention in self._mentions[source.id].items():
            numbers = self._numbers.get(spans)
            if numbers:
                own = (n for n in numbers if self._seen.sources[n].key == source.id)
                groups[next(own, numbers[0])].append(mention)
        return groups

    def _fit(self, source: Source, number: int, size: int) -> tuple[bool, int, int]:
        return self._seen.sources[number].key == source.id, size, -number

    def _likest(self, cluster: MarkedSource) -> Source | None:
        """The source that has most mentions in common with `cluster`."""

        def fit(source: Source) -> tuple[int, bool]:
            return len(self._shared(source, cluster)), source.id == cluster.key

        best = max(self._reading.sources, key=fit, default=None)
        return best if best and self._shared(best, cluster) else None

    def _shared(self, source: Source, cluster: MarkedSource) -> list[Passage]:
        mentions = self._mentions[source.id]
        return [mentions[spans] for spans in cluster.mentions if spans in mentions]

    def _called(self, source: Source | None, cluster: MarkedSource) -> SourceAt:
        shared = self._shared(source, cluster) if source else []
        place = shared[0] if shared else Passage(self._reading.document, cluster.mentions[0])
        return self._at(source, place)

    def _at(self, source: Source | None, place: Passage) -> SourceAt:
        key = source.id if source and source.id in self._keys else None
        return SourceAt(key, place.text, words_of(place))


def _is(statement: Statement, at: StatementAt) -> bool:
    if at.key:
        return statement.id == at.key
    cue = statement.cue.spans if statement.cue else None
    return statement.content.spans == at.content.spans and cue == (at.cue and at.cue.spans)
