"""What the judge of claims reaches on events that it has not seen.

    python -m training.claims.unseen FILE...

Each file is of the form of `more.txt`. Prints precision, recall and F1 of all pairs, of denials and
of confirmations, with the statements given, and how many pairs there are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from quoth.compare.claims.features import salience
from quoth.compare.claims.judging import LEAST, Weights, judge, weights
from training.claims.marked import Event, items, own_events


def score(event: Event, known: Weights | None = None) -> Iterator[tuple[str, str]]:
    """What each item is and what it is judged to be."""
    core = salience(event.claims)
    for a, b, label in items(event):
        found = judge(event.claims[a], event.claims[b], core, known)
        sure = found is not None and found.likelihood >= LEAST[found.label]
        yield label, found.label if found and sure else "none"


def table(found: Iterable[tuple[str, str]]) -> str:
    """A line of Markdown: precision, recall, F1."""
    judged = list(found)
    cells = []
    for labels in (("denies", "confirms"), ("denies",), ("confirms",)):
        said = sum(guess in labels for _, guess in judged)
        asked = sum(truth in labels for truth, _ in judged)
        right = sum(truth == guess and guess in labels for truth, guess in judged)
        precision, recall = right / max(said, 1), right / max(asked, 1)
        f1 = 2 * right / max(said + asked, 1)
        cells.append(f"{100 * precision:.1f}, {100 * recall:.1f}, {100 * f1:.1f}")
    return f"| {' | '.join(cells)} | {len(judged)} pairs"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.claims.unseen")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    known = weights()
    every: list[tuple[str, str]] = []
    for path in parser.parse_args().files:
        events = own_events(known.mean, known.spread, path)
        found = [one for event in events for one in score(event)]
        print(table(found), path.name)
        every += found
    print(table(every), "all")


if __name__ == "__main__":
    main()
