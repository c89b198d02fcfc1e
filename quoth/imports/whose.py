"""Who is who in a file, as corrections to who is who in a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quoth.imports.pieces import joined
from quoth.imports.records import Marked, MarkedSource
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
        self._number = {
            spans: number for number, each in enumerate(seen.sources) for spans in each.mentions
        }
        self._sources = {source.id: source for source in reading.sources}

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
            one = self._seen.statements[number]
            if one.who is None:
                continue
            cluster = self._seen.sources[one.who]
            source = self._source(at)
            right = source is not None and self._means(source, cluster)
            whom = source if right else self._known(cluster)
            new_kind = cluster.kind != (whom.kind if whom else None) and one.who not in told
            kind = cluster.kind if new_kind else None
            words_alone = source is None and cluster.mentions == (one.source,)
            if kind or not (right or words_alone):
                told.add(one.who)
                yield SetSource(at, self._called(whom, cluster), kind)

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
        groups = defaultdict[int, list[Passage]](list)
        for mention in source.mentions:
            number = self._number.get(joined(self._reading.document.text, mention.spans))
            if number is not None:
                groups[number].append(mention)
        return groups

    def _fit(self, source: Source, number: int, size: int) -> tuple[bool, int, int]:
        return self._seen.sources[number].key == source.id, size, -number

    def _known(self, cluster: MarkedSource) -> Source | None:
        return next((one for one in self._reading.sources if self._means(one, cluster)), None)

    def _means(self, source: Source, cluster: MarkedSource) -> bool:
        return self._shared(source, cluster) is not None

    def _shared(self, source: Source, cluster: MarkedSource) -> Passage | None:
        """A mention that both have."""
        text = self._reading.document.text
        mentions = (one for one in source.mentions if joined(text, one.spans) in cluster.mentions)
        return next(mentions, None)

    def _called(self, source: Source | None, cluster: MarkedSource) -> SourceAt:
        shared = self._shared(source, cluster) if source else None
        place = shared or Passage(self._reading.document, cluster.mentions[0])
        return self._at(source, place)

    def _at(self, source: Source | None, place: Passage) -> SourceAt:
        key = source.id if source and source.id in self._keys else None
        return SourceAt(key, place.text, words_of(place))


def _is(statement: Statement, at: StatementAt) -> bool:
    if at.key:
        return statement.id == at.key
    cue = statement.cue.spans if statement.cue else None
    return statement.content.spans == at.content.spans and cue == (at.cue and at.cue.spans)
