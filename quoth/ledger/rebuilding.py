"""The corrected reading as rows: written whole, or only where it differs from what is there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from quoth.ledger.corrections import Corrected
from quoth.ledger.keeping import drop_reading, let_count, put_reading
from quoth.ledger.keeping.index import index, unindex
from quoth.ledger.keeping.readings import ROOM
from quoth.ledger.keeping.sources import put_source_spans, put_sources, source_row
from quoth.ledger.keeping.statements import (
    STATEMENT,
    put_statement_spans,
    put_statements,
    statement_values,
)
from quoth.ledger.store import Store
from quoth.ledger.values import DAY, now
from quoth.records import Date, Figure, Source
from quoth.voice import own_share

THESE = "SELECT value FROM json_each(?)"


def write(store: Store, document: int, after: Corrected, before: Corrected | None = None) -> None:
    """Have `after` be what people see of a document; the caller holds a transaction open.

    Where the rows are those of `before`, only what differs is written.
    """
    row = store.row(
        "SELECT id FROM readings WHERE document = ? AND kind = 'corrected'", (document,)
    )
    numbers = _numbered(store, row[0], before, after) if row and before else None
    if row and before and numbers:
        _Rows(store, row[0], before, after, numbers).write()
    else:
        put_reading(store, document, after.reading, "corrected", after.verdicts, after.names)


def withdraw(store: Store, document: int) -> None:
    """Have the model's reading of a document be what people see."""
    drop_reading(store, document, "corrected")
    machine = "SELECT id FROM readings WHERE document = ? AND kind = 'model'"
    let_count(store, document, store.value(machine, (document,)))


def _numbered(
    store: Store, reading: int, before: Corrected, after: Corrected
) -> dict[str, int] | None:
    """Numbers of all statements, by key, where the rows are those of `before`.

    None where they are not, or where there is no number free between those that a new statement
    stands between: the numbers of a reading rise with the text.
    """
    numbers: dict[str, int] = dict(
        store.rows("SELECT key, id FROM statements WHERE reading = ?", (reading,))
    )
    if not numbers or numbers.keys() != {each.id for each in before.reading.statements}:
        return None
    order = [each.id for each in after.reading.statements]
    for at, key in enumerate(order):
        if key not in numbers:
            lower = numbers[order[at - 1]] if at else _before(store, min(numbers.values()))
            upper = next((numbers[k] for k in order[at:] if k in numbers), None)
            upper = upper or _behind(store, max(numbers.values()))
            numbers[key] = (lower + upper) // 2
            if not lower < numbers[key] < upper:
                return None
    places = [(each.content.spans[0].start, numbers[each.id]) for each in after.reading.statements]
    once = len(set(numbers.values())) == len(numbers)
    return numbers if once and places == sorted(places) else None


def _before(store: Store, first: int) -> int:
    """A number below the first one of a reading, behind which all are free."""
    last = store.value("SELECT max(id) FROM statements WHERE id < ?", (first,))
    day = first - first % DAY
    return max(day, first - 2 * ROOM if last is None else int(last))


def _behind(store: Store, last: int) -> int:
    """A number above the last one of a reading, before which all are free."""
    following = store.value("SELECT min(id) FROM statements WHERE id > ?", (last,))
    return last + 2 * ROOM if following is None else min(int(following), last + 2 * ROOM)


class _Rows:
    """The rows of one corrected reading, on their way from one state to another."""

    def __init__(
        self,
        store: Store,
        reading: int,
        before: Corrected,
        after: Corrected,
        numbers: dict[str, int],
    ) -> None:
        self.store, self.reading, self.before, self.after = store, reading, before, after
        self.statements = numbers
        self.sources: dict[str, int] = dict(
            store.rows("SELECT key, id FROM sources WHERE reading = ?", (reading,))
        )
        old = {each.id: each for each in before.reading.statements}
        new = {each.id: each for each in after.reading.statements}
        self.gone = old.keys() - new.keys()
        self.changed = [
            each
            for key, each in new.items()
            if key in old
            and (each != old[key] or before.verdicts.get(key) != after.verdicts.get(key))
        ]
        self.come = [each for key, each in new.items() if key not in old]
        whose = self._whose(before)
        self.people = {key: row for key, row in self._whose(after).items() if whose.get(key) != row}
        self.strangers = whose.keys() - self._whose(after).keys()
        self.told = {
            "figures": _moved(before.reading.figures, after.reading.figures),
            "dates": _moved(before.reading.dates, after.reading.dates),
        }
        edited = any(each.content != old[each.id].content for each in self.changed)
        self.moved = bool(edited or self.gone or self.come)

    def write(self) -> None:
        """First what refers to rows, then the rows that are to go."""
        touched = self._touched()
        unindex(self.store, THESE, (touched,))
        self._write_sources()
        self._write_statements()
        for table, moved in self.told.items():
            held = [(self.statements.get(key or ""), self.reading, n) for n, _, key in moved]
            self.store.many(
                f"UPDATE {table} SET statement = ? WHERE reading = ? AND number = ?", held
            )
        self._drop("statements", [self.statements[key] for key in self.gone])
        self._drop("sources", [self.sources[key] for key in self.strangers])
        index(self.store, THESE, (touched,))
        self.store.run(
            "UPDATE readings SET made = ?2, statements = ?3, own_voice = coalesce(?4, own_voice),"
            " first = (SELECT min(id) FROM statements WHERE reading = ?1) WHERE id = ?1",
            (
                self.reading,
                now(),
                len(self.after.reading.statements),
                own_share(self.after.reading) if self.moved else None,
            ),
        )

    def _whose(self, corrected: Corrected) -> dict[str, tuple[Source, int, str | None]]:
        answers = Counter(each.source_id for each in corrected.reading.statements)
        return {
            each.id: (each, answers[each.id], corrected.names.get(each.id))
            for each in corrected.reading.sources
        }

    def _touched(self) -> str:
        """Numbers of the statements whose words or marks in the index may differ, as JSON."""
        keys = {each.id for each in (*self.changed, *self.come)} | self.gone
        keys |= {key for moved in self.told.values() for _, *both in moved for key in both if key}
        others = self.people.keys() | self.strangers
        keys |= {one.id for one in self.before.reading.statements if one.source_id in others}
        return json.dumps([self.statements[key] for key in sorted(keys)])

    def _write_sources(self) -> None:
        new = [row[0] for key, row in self.people.items() if key not in self.sources]
        made = put_sources(self.store, self.reading, self.after.reading, new, self.after.names)
        for key, (source, answers, name) in self.people.items():
            if key in self.sources:
                row = source_row(source, answers, name)
                self.store.run(
                    f"UPDATE sources SET {_set(row)} WHERE id = ?",
                    (*row.values(), self.sources[key]),
                )
                self.store.run("DELETE FROM source_spans WHERE source = ?", (self.sources[key],))
                put_source_spans(self.store, self.sources[key], source)
        self.sources |= made

    def _write_statements(self) -> None:
        columns = (*STATEMENT, "source", "within", "verdict")
        verdicts = self.after.verdicts
        put_statements(self.store, self.reading, self.come, self.statements, self.sources, verdicts)
        self.store.many(
            f"UPDATE statements SET {_set(columns)} WHERE id = ?",
            [
                (
                    *statement_values(each),
                    self.sources.get(each.source_id or ""),
                    self.statements.get(each.within or ""),
                    verdicts.get(each.id),
                    self.statements[each.id],
                )
                for each in self.changed
            ],
        )
        numbers = [(self.statements[each.id], each) for each in self.changed]
        self.store.many(
            "DELETE FROM statement_spans WHERE statement = ?", [(n,) for n, _ in numbers]
        )
        put_statement_spans(self.store, numbers)

    def _drop(self, table: str, numbers: Iterable[int]) -> None:
        self.store.many(f"DELETE FROM {table} WHERE id = ?", [(number,) for number in numbers])


def _moved(
    ones: Sequence[Figure | Date], others: Sequence[Figure | Date]
) -> list[tuple[int, str | None, str | None]]:
    """Numbers of what stands in another statement than before, and in which it stood and does."""
    pairs = enumerate(zip(ones, others, strict=True))
    return [(n, a.statement, b.statement) for n, (a, b) in pairs if a.statement != b.statement]


def _set(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}" = ?' for column in columns)
