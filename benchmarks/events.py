"""How well documents on one event are put together, on ECB+.

    python -m benchmarks.events [--data FOLDER] [--orders N] [--read] [--dates] [--mistakes]

Each topic of ECB+ (Cybulska and Vossen, LREC 2014) has two events that look alike: its older half
tells of one, its newer half of another. All documents of all topics come into one ledger in a drawn
order, with their texts alone; `--read` has them read first, which takes minutes, so that the days
count that they tell of, and `--dates` leaves them the days of publication that some state. Scored
by B³ (Bagga and Baldwin 1998) over documents, on all topics and on the third of them that nobody
looked at while this was written. Beside it stands TF-IDF with average and complete linkage, each
with the threshold that is best for the very documents that it is scored on.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks.coreference_scores import b_cubed
from benchmarks.setting import fingerprint, setting
from benchmarks.tools import SHARED
from quoth.ledger import open_ledger
from quoth.ledger.identities.wording import IDLE, words_in
from quoth.reader import Reader
from quoth.records import Document, Reading
from training.identities.ecbplus import articles

DATA = SHARED / "ecbplus"
HELD = 3
"""Topics whose number this divides were not looked at while the grouping was written."""

Floats = NDArray[np.float64]
Linkage = Callable[[Floats, Floats, float, float], Floats]
"""Likenesses to others of two groups, and their sizes, into those of both together."""
LINKAGES: Mapping[str, Linkage] = {
    "average": lambda a, b, m, n: (m * a + n * b) / (m + n),
    "complete": lambda a, b, m, n: np.minimum(a, b),
}


def event_of(document: Document) -> str:
    """Topic and half: `12 ecb`, `12 ecbplus`."""
    topic, _, rest = document.name.partition("_")
    return f"{topic} {rest.lstrip('0123456789')}"


def is_held(document: Document) -> bool:
    return int(document.name.partition("_")[0]) % HELD == 0


def read(documents: Iterable[Document]) -> list[Reading]:
    with Reader() as reader:
        return list(reader.read_many(documents))


def proposed(readings: Sequence[Reading], seed: int) -> dict[str, Hashable]:
    """The event of each document, by name, after they came into a ledger in a drawn order."""
    drawn = Random(seed).sample(readings, len(readings))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "events.db") as ledger,
    ):
        names = {ledger.keep(one): one.document.name for one in drawn}
        for _ in ledger.group():
            pass
        found: dict[str, Hashable] = {name: name for name in names.values()}
        for event in ledger.events():
            found |= {names[number]: event.number for number in event.documents}
    return found


def tf_idf(documents: Sequence[Document]) -> Floats:
    """Likeness of each two: cosine of (1 + log tf) · log(n / df), without small words."""
    counts = [Counter(w for w in words_in(d.text) if w not in IDLE) for d in documents]
    of = Counter(word for one in counts for word in one)
    column = {word: n for n, word in enumerate(of)}
    rows = np.zeros((len(documents), len(column)))
    for row, one in zip(rows, counts, strict=True):
        for word, count in one.items():
            row[column[word]] = (1 + math.log(count)) * math.log(len(documents) / of[word])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows @ rows.T


def linked(likeness: Floats, linkage: Linkage) -> Iterator[list[int]]:
    """The group of each document after each step that makes the two likest groups one."""
    near = likeness.copy()
    np.fill_diagonal(near, -1)
    size = [1.0] * len(near)
    group = np.arange(len(near))
    for _ in range(len(near) - 1):
        one, other = map(int, np.unravel_index(near.argmax(), near.shape))
        near[one] = near[:, one] = linkage(near[one], near[other], size[one], size[other])
        near[one, one] = -1
        near[other] = near[:, other] = -1
        size[one] += size[other]
        group[group == other] = one
        yield group.tolist()


def score(documents: Sequence[Document], found: Mapping[str, Hashable]) -> tuple[float, ...]:
    """B³ precision, recall and F1."""
    key, answer = defaultdict(set), defaultdict(set)
    for one in documents:
        key[event_of(one)].add(one.name)
        answer[found[one.name]].add(one.name)
    return b_cubed(list(key.values()), list(answer.values())).values


def best(documents: Sequence[Document], linkage: Linkage) -> tuple[float, ...]:
    """The scores of TF-IDF with the threshold whose F1 is best."""
    steps = linked(tf_idf(documents), linkage)
    names = [one.name for one in documents]
    return max((score(documents, dict(zip(names, groups, strict=True))) for groups in steps),
               key=lambda values: values[2])  # fmt: skip


def report(readings: Sequence[Reading], orders: int) -> Iterator[str]:
    """A table in Markdown."""
    yield "| topics | documents | by | precision | recall | F1 |"
    yield "|---|---:|---|---:|---:|---:|"
    documents = [one.document for one in readings]
    found = [proposed(readings, seed) for seed in range(orders)]
    parts = {
        "all": documents,
        f"not multiples of {HELD}": [one for one in documents if not is_held(one)],
        f"multiples of {HELD}": [one for one in documents if is_held(one)],
    }
    for name, some in parts.items():
        scores = [score(some, one) for one in found]
        low, high = (100 * pick(s[2] for s in scores) for pick in (min, max))
        mean = [sum(values) / orders for values in zip(*scores, strict=True)]
        yield _row(name, some, f"events, {orders} orders ({low:.1f} to {high:.1f})", mean)
        for how, linkage in LINKAGES.items():
            yield _row(name, some, f"TF-IDF, {how} linkage", best(some, linkage))


def _row(name: str, some: Sequence[Document], how: str, values: Sequence[float]) -> str:
    shown = " | ".join(f"{100 * value:.1f}" for value in values)
    return f"| {name} | {len(some)} | {how} | {shown} |"


def mistakes(readings: Sequence[Reading]) -> Iterator[str]:
    """What was put together wrongly, or taken apart, in the topics that may be looked at."""
    found = proposed(readings, 0)
    seen = [one.document for one in readings if not is_held(one.document)]
    size = Counter(map(event_of, seen))
    groups: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for one in seen:
        groups[found[one.name]][event_of(one)] += 1
    for group in groups.values():
        if any(count < size[event] for event, count in group.items()) or len(group) > 1:
            yield ", ".join(f"{n} of {size[event]} of {event}" for event, n in group.items())


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.events",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with a folder a topic")
    parser.add_argument("--orders", type=int, default=5, help="drawn orders of coming (5)")
    parser.add_argument("--read", action="store_true", help="read them first, by the model")
    parser.add_argument("--dates", action="store_true", help="days that texts state stay")
    parser.add_argument("--mistakes", action="store_true", help="list them, and no figures")
    options = parser.parse_args()
    documents = [article.document for article in articles(options.data)]
    if not documents:
        sys.exit(f"{options.data}: no documents there; say where ECB+ is with --data")
    if not options.dates:
        documents = [replace(d, metadata=replace(d.metadata, published=None)) for d in documents]
    readings = read(documents) if options.read else [Reading(d, (), "none") for d in documents]
    if options.mistakes:
        print("\n".join(sorted(mistakes(readings))))
        return
    for line in report(readings, options.orders):
        print(line, flush=True)
    data = f"ecbplus, {len(documents)} documents, SHA-256 {fingerprint(options.data)}"
    print("", *(f"- {line}" for line in (*setting(), f"Data: {data}")), sep="\n")


if __name__ == "__main__":
    main()
