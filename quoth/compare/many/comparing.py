"""Quotations compared over a ledger: all at once, or those of new documents with the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice

import numpy as np

from quoth.compare.many.likely import Step, likely
from quoth.compare.many.wordings import Hashed, Integers, Text, different, hashed, together
from quoth.compare.many.working import in_processes
from quoth.compare.quotations.comparing import compare
from quoth.compare.quotations.records import Quoted
from quoth.compare.quotations.told import FEWEST, put_together
from quoth.ledger import Ledger
from quoth.ledger.quotations import (
    Looking,
    Pair,
    Uttered,
    all_texts,
    begin,
    done,
    forget_changed,
    put_pairs,
    size,
    texts_of,
    uncompared,
    uttered,
)
from quoth.ledger.store import Store

MANY = 50
"""All are compared at once where one document in so many, or more, is new."""
ALONE = 20_000
"""So many statements are compared sooner than other processes are started."""
PROCESSES = 2
TEXTS = 2000
"""Texts that a process takes at once."""
PAIRS = 1000
"""Pairs that a process takes at once."""


def compare_ledger(ledger: Ledger, step: Step = lambda *_: None) -> int:
    """Compare the quotations of all documents that are not compared yet; how many those were.

    `step` is told what is done, how much of it, and how much there is. Stopped anywhere, it goes on
    where it was, or begins again without harm. Where many are new it works in processes of its
    own: a script that calls it needs the usual `if __name__ == "__main__"`.
    """
    store = ledger.store
    wanted = uncompared(store)
    documents: int = store.value("SELECT count(*) FROM documents")
    if MANY * len(wanted) >= documents:
        _all_at_once(store, wanted, step)
    else:
        for number, _ in enumerate(compare_documents(store, wanted), 1):
            step("comparing documents", number, len(wanted))
    return len(wanted)


def compare_documents(store: Store, numbers: Iterable[int]) -> Iterator[int]:
    """Compare documents with all others, one by one; the number of each as it is done."""
    with store.transaction():
        forget_changed(store)
    looking = Looking(store)
    for number in numbers:
        begun = begin(store, [number])
        pairs = list(near(store, looking, number))
        with store.transaction():
            put_pairs(store, pairs)
            done(store, begun)
        yield number


def quoted_of(one: Uttered) -> Quoted:
    """A statement of a ledger as it is compared."""
    return Quoted(
        key=one.key,
        document=str(one.document),
        text=put_together(one.pieces, one.form),
        form=one.form,
        speaker=" ".join(one.speaker.split()) if one.speaker else None,
        identity=one.identity,
        day=one.day,
    )


def near(store: Store, looking: Looking, document: int) -> Iterator[Pair]:
    """What the statements of a document are near to; of equal wordings the first alone."""
    for one in texts_of(store, document):
        quoted = quoted_of(one)
        if len(quoted.wording) < FEWEST:
            continue
        seen: set[tuple[str, ...]] = set()
        there = uttered(store, looking.alike(quoted.text, quoted.speaker or ""))
        for other in (there[number] for number in sorted(there)):
            version = quoted_of(other)
            words = version.wording.words
            if other.document != document and words not in seen and len(words) >= FEWEST:
                seen.add(words)
                yield from _pair((one, quoted), (other, version))


def _pair(*both: tuple[Uttered, Quoted]) -> Iterator[Pair]:
    (earlier, one), (later, other) = sorted(both, key=lambda each: each[0].document)
    if found := compare(one, other):
        yield Pair(later.number, earlier.number, found.kind, found.shared)


def _all_at_once(store: Store, wanted: list[int], step: Step) -> None:
    with store.transaction():
        forget_changed(store)
    begun = begin(store, wanted)
    processes = PROCESSES if size(store) > ALONE else 1
    work: Callable[[Integers], list[Pair]] = (
        partial(_compared, store) if processes == 1 else partial(_compared_at, store.place)
    )
    for found in in_processes(work, _pairs(store, wanted, processes, step), processes):
        with store.transaction():
            put_pairs(store, found)
    with store.transaction():
        done(store, begun)


def _pairs(store: Store, wanted: list[int], processes: int, step: Step) -> Iterator[Integers]:
    """Numbers of statements, two by two, that may be near; one of the two is in `wanted`."""
    texts = _hashed(store, processes, step)
    numbers, new = texts.numbers, np.isin(texts.documents, wanted)
    first, place, wordings = different(texts)
    del texts

    def pieces(pairs: Integers) -> Iterator[Integers]:
        pairs = pairs[new[pairs].any(axis=1)]
        for start in range(0, len(pairs), PAIRS):
            yield numbers[pairs[start : start + PAIRS]]

    equal = np.stack((first[place], np.arange(len(place))), 1)
    step("comparing", 0, len(first))
    yield from pieces(equal[equal[:, 0] != equal[:, 1]])
    for pairs in likely(wordings, step):
        yield from pieces(first[pairs])
        if len(pairs):
            step("comparing", int(pairs[-1, 0]), len(first))


def _hashed(store: Store, processes: int, step: Step) -> Hashed:
    total, texts = size(store), all_texts(store)
    parts: list[Hashed] = []
    pieces = iter(lambda: list(islice(texts, TEXTS)), list[Text]())
    for number, part in enumerate(in_processes(hashed, pieces, processes)):
        step("going through statements", min(number * TEXTS, total), total)
        parts.append(part)
    return together(parts)


def _compared(store: Store, pairs: Integers) -> list[Pair]:
    there = uttered(store, pairs.ravel().tolist())
    quoted = {number: (one, quoted_of(one)) for number, one in there.items()}
    both = ((quoted.get(one), quoted.get(other)) for one, other in pairs.tolist())
    return [
        pair
        for one, other in both
        if one and other and one[0].document != other[0].document
        for pair in _pair(one, other)
    ]


def _compared_at(place: str, pairs: Integers) -> list[Pair]:
    return _compared(_opened(place), pairs)


@cache
def _opened(place: str) -> Store:
    """A process's own connection, which ends with it."""
    return Store(place, write=False)
