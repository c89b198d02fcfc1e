"""Random draws from a stream in one pass, the same whatever its order.

Every unit gets a number that is as good as random, a hash of the seed and its name; the units with
the lowest numbers of a stratum are a simple random sample of it without replacement. So the first
part of a sample is one too, and memory holds little more than the sample.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import heappush, heappushpop

from quoth.errors import QuothError
from quoth.ledger.sampling.records import By, Cell, Unit, cell_of

LEAST = 10
"""Statements of each stratum, where the size of the sample allows it."""

FEWEST = 2
"""Fewer statements than this do not show how those of a stratum differ."""

Stratum = tuple[str, ...]


def number(seed: int, *name: object) -> int:
    """As good as random, and always the same for one seed and name."""
    text = "\0".join(map(str, (seed, *name)))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def draw_statements(
    units: Iterable[Unit], most: int, by: tuple[By, ...], seed: int
) -> tuple[list[Unit], dict[Cell, int]]:
    """At most `most` statements, in random order, and how many of each cell there are in all.

    Strata get shares by their sizes, but ten statements each where `most` allows it.

    Raises QuothError where there are too many strata for so few statements.
    """
    sizes: Counter[Cell] = Counter()
    lowest: defaultdict[Stratum, list[tuple[int, Unit]]] = defaultdict(list)
    heaps: dict[Cell, list[tuple[int, Unit]]] = {}  # those of `lowest`, found faster
    for unit in units:
        cell = cell_of(unit)
        sizes[cell] += 1
        if not most:
            continue
        heap = heaps.get(cell)
        if heap is None:
            heap = heaps[cell] = lowest[cell.stratum(by)]
        entry = (-number(seed, "statement", unit.document, unit.key), unit)
        if len(heap) < most:
            heappush(heap, entry)
        elif entry[0] > heap[0][0]:
            heappushpop(heap, entry)
    shares = allocated(strata(sizes, by), most) if most else {}
    drawn = [
        entry for stratum, heap in lowest.items() for entry in sorted(heap)[-shares[stratum] :]
    ]
    return [unit for _, unit in sorted(drawn, reverse=True)], dict(sorted(sizes.items()))


def draw_passages(
    passages: Iterable[tuple[int, int]], most: int, seed: int
) -> tuple[list[tuple[int, int]], int]:
    """At most `most` passages, each a document and its number there, and how many there are.

    All are as likely to be drawn; they come in random order.
    """
    heap: list[tuple[int, tuple[int, int]]] = []
    of = 0
    for passage in passages:
        of += 1
        entry = (-number(seed, "passage", *passage), passage)
        if len(heap) < most:
            heappush(heap, entry)
        elif heap and entry > heap[0]:
            heappushpop(heap, entry)
    return [passage for _, passage in sorted(heap, reverse=True)], of


def passages(lengths: Sequence[int], least: int) -> Iterator[range]:
    """Blocks of a document as passages: runs that make up `least` characters, and what is left.

    Blocks stay whole, so that nobody has to judge half a sentence, and each is in one passage.
    """
    first = filled = 0
    for block, length in enumerate(lengths):
        filled += length
        if filled >= least:
            yield range(first, block + 1)
            first, filled = block + 1, 0
    if first < len(lengths):
        yield range(first, len(lengths))


def strata(sizes: Mapping[Cell, int], by: tuple[By, ...]) -> dict[Stratum, int]:
    """How many statements each stratum has."""
    of: Counter[Stratum] = Counter()
    for cell, size in sizes.items():
        of[cell.stratum(by)] += size
    return dict(of)


def allocated(sizes: Mapping[Stratum, int], most: int) -> dict[Stratum, int]:
    """How many to draw of each stratum: by size (Webster's method), but none too few."""
    least = min(LEAST, most // max(len(sizes), 1))
    if least < FEWEST:
        raise QuothError(
            f"{most} statements are too few for {len(sizes)} strata: "
            f"draw at least {FEWEST * len(sizes)}, or part them by less"
        )
    shares = {stratum: min(size, least) for stratum, size in sizes.items()}
    for _ in range(min(most, sum(sizes.values())) - sum(shares.values())):
        open_ = (stratum for stratum in sizes if shares[stratum] < sizes[stratum])
        next_ = max(
            open_, key=lambda stratum: (sizes[stratum] / (2 * shares[stratum] + 1), stratum)
        )
        shares[next_] += 1
    return shares
