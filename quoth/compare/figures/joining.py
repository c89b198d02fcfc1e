"""Figures of one event joined by what they count, each two rows of a thing held together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from quoth.compare.figures.counts import counts_of
from quoth.compare.figures.lexicon import DONE, HUMAN, OF_PEOPLE
from quoth.compare.figures.records import Count, Counted, Difference, Row
from quoth.compare.figures.relations import relation
from quoth.compare.figures.whose import one_source
from quoth.compare.records import Told
from quoth.records import Passage

PAIRED = 40
"""Up to so many rows of a thing are compared each with each, more only with the next in time."""
MEASURES = {"money": "money", "%": "percent", "share": "shares", "point": "points"}
ASKED = 6
"""A figure is held against so many rows of a thing to tell whether it counts the same."""
_ALONE = frozenset(("age", "times"))
"""Measures of one person or of a comparison, which nobody counts."""


def compare_figures(told: Iterable[Told]) -> tuple[Counted, ...]:
    """What several figures of one event count, and what each two of them are to one another.

    Only things with figures of two documents, or with two figures that differ. A figure that many
    documents have from one source for one day is one row. Things stand in the order of how many
    documents count them. In which order documents are given changes nothing.
    """
    dated = sorted(told, key=lambda each: (each.published or "~", each.key))
    counts = (c for each in _counts(dated) for c in each if _tells(c))
    things = [made for rows in _joined(_rows(counts)) if (made := _counted(rows))]
    return tuple(sorted(things, key=_weight))


def _counts(told: Iterable[Told]) -> Iterator[tuple[Count, ...]]:
    """The counts of each document; copies of one page are looked at once."""
    known: dict[Hashable, tuple[Count, ...]] = {}
    for each in told:
        reading = each.reading
        page = (reading.document.text, each.published, reading.figures, reading.dates)
        if page in known:
            yield tuple(_copy(count, each) for count in known[page])
        else:
            known[page] = counts_of(each)
            yield known[page]


def _copy(count: Count, told: Told) -> Count:
    """The same count in another copy of its page."""
    document = told.reading.document
    words, sentence = (Passage(document, p.spans) for p in (count.words, count.sentence))
    return replace(count, told=told, words=words, sentence=sentence)


def _tells(count: Count) -> bool:
    """Whether a figure is one that several could count, and it is known of what."""
    thing, words = count.thing, count.words.text.lower()
    if words.startswith(("a single", "single ", "one of")) or words in ("one", "once", "twice"):
        return False
    known = thing.noun or thing.did in OF_PEOPLE if count.amount.measure == "count" else thing.about
    return count.amount.measure not in _ALONE and bool(known or thing.did in DONE)


def _weight(thing: Counted) -> tuple[int, int, str]:
    documents = {count.told.key for row in thing.rows for count in row.counts}
    return -len(documents), -len(thing.rows), thing.rows[0].first.key


def _rows(counts: Iterable[Count]) -> list[Row]:
    """One row for each value, source, day and thing; who has it from nobody stands for himself."""
    rows: dict[Hashable, list[Count]] = defaultdict(list)
    for count in counts:
        rows[_same_row(count)].append(count)
    return [Row(tuple(row)) for row in rows.values()]


def _same_row(count: Count) -> Hashable:
    whose, thing = count.whose, count.thing
    own = count.told.outlet or count.told.key
    source = whose.identity or whose.words or whose.text or own
    return (count.amount, source, count.day.value, thing.noun, thing.did, thing.role, thing.year)


def _joined(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows that count the same thing; only those are held together that may do so."""
    kinds: dict[Hashable, list[list[Row]]] = defaultdict(list)
    for row in rows:
        things = kinds[_kind(row.first)]
        shares = [_share(row, thing) for thing in things]
        best = max(range(len(things)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] > 0.5:
            things[best].append(row)
        else:
            things.append([row])
    for things in kinds.values():
        yield from things


def _kind(count: Count) -> Hashable:
    """What two counts of one thing have in common: the measure; of things their nouns."""
    nouns = count.thing.noun
    things = count.amount.measure == "count" and nouns and not nouns & HUMAN
    return count.amount.measure, nouns if things else None


def _share(row: Row, thing: list[Row]) -> float:
    """With how many rows of a thing a row counts the same."""
    asked = thing[:: max(1, len(thing) // ASKED)]
    return sum(relation(row.first, one.first).same for one in asked) / len(asked)


def _merged(rows: list[Row]) -> list[Row]:
    """What one document tells twice, or two on the word of one source for one day, is one row.

    The place that names its source comes first.
    """
    alike: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        same = alike[row.first.amount]
        home = next((n for n, other in enumerate(same[:ASKED]) if _one(row, other)), None)
        if home is None:
            same.append(row)
        else:
            counts = sorted((*same[home].counts, *row.counts), key=lambda c: c.whose.text is None)
            same[home] = Row(tuple(counts))
    return [row for same in alike.values() for row in same]


def _one(row: Row, other: Row) -> bool:
    a, b = row.first, other.first
    if a.sentence.text == b.sentence.text:
        return True
    if a.told is b.told:
        return a.whose.text is None or b.whose.text is None or one_source(a.whose, b.whose)
    days = [(each.day.value or "")[:10] for each in (a, b)]
    return days[0] == days[1] and one_source(a.whose, b.whose)


def _counted(rows: list[Row]) -> Counted | None:
    rows = sorted(_merged(rows), key=_time)
    documents = {count.told.key for row in rows for count in row.counts}
    if len(documents) < 2 and len(rows) < 2:
        return None
    pairs = list(combinations(rows, 2) if len(rows) <= PAIRED else pairwise(rows))
    found = [Difference(one, other, relation(one.first, other.first)) for one, other in pairs]
    differences = tuple(d for d in found if d.relation.reason not in ("agree", "other thing"))
    if len(documents) < 2 and not any(d.relation.reason == "conflict" for d in differences):
        return None
    left_out = len(rows) * (len(rows) - 1) // 2 - len(pairs)
    return Counted(_label(rows), tuple(rows), differences, left_out)


def _time(row: Row) -> tuple[str, str, int]:
    first = row.first
    return first.day.value or "9999", first.told.key, first.figure.span.start


def _label(rows: list[Row]) -> str:
    """What is counted, by the row whose words tell it best; of measures with what they share."""
    labels = [row.first.thing.label for row in rows]
    label = max(labels, key=lambda one: (":" in one, labels.count(one), one))
    measure = rows[0].first.amount.measure
    if measure == "count":
        return label
    kind = MEASURES.get(measure, measure)
    words = Counter(word for row in rows for word in row.first.thing.about)
    often = sorted(words, key=lambda word: (-words[word], word))[:3]
    shared = [word for word in often if words[word] > 1 or len(rows) == 1]
    about = rows[0].first.thing.did or label or ", ".join(sorted(shared))
    return f"{kind}: {about}" if about else kind
