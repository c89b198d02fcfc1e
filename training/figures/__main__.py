"""What `quoth.compare.figures` joins by: boosted trees over what two figures have in common.

    python -m training.figures [--leave-out] [--events FILE ...]

Learned from the open pairs of `tests/compared` (its claims, real news, and the events of
`figures-events`) and from 152 more in real news, `items.json` and `marks.json` beside this file.
Of events every two figures are taken, those that count one thing and those that do not.
`--leave-out` prints how often events are judged rightly that the trees have not seen; nothing is
written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from benchmarks.compared_figures import Pair, claims, events, figures_in, news, news_in
from benchmarks.figure_events import Event, load
from quoth.compare.figures.features import NAMES, vector
from quoth.compare.figures.lending import lent
from quoth.compare.figures.records import Count
from quoth.compare.figures.sameness import objections, restated, two_measures
from quoth.reading.roles import Floats

HERE = Path(__file__).resolve().parent
MODEL = HERE.parents[1] / "quoth" / "model"
EVENTS = HERE.parents[1] / "tests" / "compared" / "figures-events"
TREES, DEPTH, RATE, DRAWN, SEEN, LEAF = 120, 3, 0.06, 0.6, 0.2, 8
FOLDS = 10


@dataclass(frozen=True, eq=False)
class Row:
    """A pair as the trees see it."""

    group: str
    """The set and the event that it is of; no fold parts them."""
    features: Floats
    same: bool
    marked: bool
    """A pair of a test set, and not one of all the others of an event."""


def row(group: str, one: Count | None, other: Count | None, same: bool, marked: bool) -> Row | None:
    """None where the reader lacks a figure, or measures settle the pair."""
    if one is None or other is None or one.figure is other.figure or restated(one, other):
        return None
    a, b = lent(one, other)
    if two_measures(a.amount, b.amount):
        return None
    features = vector(a, b, objections(a, b), (a, b) != (one, other))
    return Row(group, features, same, marked)


def rows(files: Iterable[Path]) -> Iterator[Row]:
    """All there is to learn from."""
    sets = {"claims": claims(held=False), "news": news(held=False), "more": news_in(HERE)}
    for name, pairs in sets.items():
        yield from _of_pairs(name, pairs)
    for path in files:
        yield from _of_pairs(path.stem, events(path))
        for event in load(path):
            made = (row(f"{path.stem} {event.name}", *two, False, False) for two in _others(event))
            yield from filter(None, made)


def _of_pairs(name: str, pairs: Iterable[Pair]) -> Iterator[Row]:
    for p in pairs:
        if not p.mark.get("either"):
            made = row(f"{name} {p.event}", p.a, p.b, p.mark["same"], True)
            if made:
                yield made


def _others(event: Event) -> Iterator[tuple[Count | None, Count | None]]:
    """Two figures of two things that are in none of the event's pairs."""
    counts = figures_in(event)
    paired = {frozenset(pair[:2]) for pair in event.pairs}
    for a, b in combinations(event.figures.values(), 2):
        if a.thing != b.thing and frozenset((a.label, b.label)) not in paired:
            yield counts[a.label], counts[b.label]


def weights(taken: list[Row]) -> np.ndarray:
    """1 for each marked pair; the others of an event weigh together as much as its joined ones."""
    made = np.ones(len(taken))
    for group in {one.group for one in taken}:
        mine = [n for n, one in enumerate(taken) if one.group == group]
        others = [n for n in mine if not taken[n].marked]
        joined = sum(taken[n].marked and taken[n].same for n in mine)
        made[others] = joined / max(len(others), 1)
    return made


def grown(taken: list[Row]) -> GradientBoostingClassifier:
    made = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=RATE,
        subsample=DRAWN,
        max_features=SEEN,
        min_samples_leaf=LEAF,
        random_state=0,
    )
    features = np.array([one.features for one in taken])
    return made.fit(features, [one.same for one in taken], sample_weight=weights(taken))


def left_out(taken: list[Row]) -> None:
    """Prints by set how many marked pairs are judged rightly, each fold's by trees without it."""
    groups = [one.group for one in taken]
    right: dict[str, list[bool]] = {}
    for learned, asked in GroupKFold(FOLDS).split(groups, groups=groups):
        trees = grown([taken[n] for n in learned])
        said = trees.predict(np.array([taken[n].features for n in asked]))
        for n, same in zip(asked, said, strict=True):
            name = taken[n].group.split()[0] + ("" if taken[n].marked else ", other pairs")
            right.setdefault(name, []).append(bool(same) == taken[n].same)
    for name, found in right.items():
        print(f"{name:24} {100 * sum(found) / len(found):.1f} % of {len(found)}")


def save(trees: GradientBoostingClassifier, path: Path) -> None:
    """The trees as `quoth.compare.figures.judging` reads them."""
    parts = [one.tree_ for one in trees.estimators_[:, 0]]
    starts = np.cumsum([0, *(part.node_count for part in parts)])
    whole = zip(parts, starts[:-1], strict=True)
    below, above = zip(
        *((p.children_left + s, p.children_right + s) for p, s in whole), strict=True
    )
    leaf = np.concatenate([part.children_left < 0 for part in parts])
    share = trees.init_.class_prior_[1]
    np.savez_compressed(
        path,
        names=np.array(NAMES),
        bias=np.log(share / (1 - share)),
        roots=starts[:-1].astype(np.int32),
        feature=np.where(leaf, -1, np.concatenate([p.feature for p in parts])).astype(np.int16),
        limit=np.concatenate([p.threshold for p in parts]),
        below=np.concatenate(below).astype(np.int32),
        above=np.concatenate(above).astype(np.int32),
        worth=(RATE * np.concatenate([p.value[:, 0, 0] for p in parts])).astype(np.float32),
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.figures",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--leave-out", action="store_true", help="measure, and write nothing")
    parser.add_argument("--events", type=Path, nargs="*", default=sorted(EVENTS.glob("*.txt")))
    parser.add_argument("--to", type=Path, default=MODEL)
    options = parser.parse_args()
    taken = list(rows(options.events))
    if options.leave_out:
        left_out(taken)
    else:
        save(grown(taken), options.to / "figures.npz")


if __name__ == "__main__":
    main()
