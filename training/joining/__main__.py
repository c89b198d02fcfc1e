"""Makes the scorer that joins mentions, out of GUM's marks.

    python -m training.joining [--data ../shared/gum/train] [--to quoth/model/joining.npz]

It needs no other model: grammar is taken from the marks, once as it is and twice with errors like
a network's. The same seed gives the same file on the same machine. A few minutes on two cores.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

import numpy as np

from quoth.analysis import Analysis
from quoth.sources.known import known
from quoth.sources.mentions import mentions, referent
from quoth.sources.pairs import candidates, features, own_features
from training.joining.export import save
from training.joining.fit import EPOCHS, Lesson, fitted
from training.joining.gold import Marked, gold_analyses, heads, marked_mentions
from training.joining.vary import varied

ROOT = Path(__file__).resolve().parents[2]
COPIES, SEED = 2, 1


def lesson(analysis: Analysis, marked: list[Marked]) -> Lesson:
    """The mentions that we find, and whom the marks say each means, by its head word."""
    found = tuple(m for m in mentions(analysis) if referent(analysis, m.head) is None)
    about = known(analysis, found, ())
    others = candidates(about)
    rows = np.arange(len(found), dtype=np.int32)[:, None]
    groups = {start: one.group for start, one in heads(marked).items()}
    numbers: dict[str, int] = {}
    means = [
        numbers.setdefault(groups[start], len(numbers)) if start in groups else -1
        for start in (analysis.tokens[m.head].start for m in found)
    ]
    return Lesson(
        features(about, rows, others), own_features(about), others, np.array(means, np.int32)
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.joining",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "gum" / "train")
    parser.add_argument("--to", type=Path, default=ROOT / "quoth" / "model" / "joining.npz")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    paths = sorted(options.data.glob("*.conllu"))
    if not paths:
        sys.exit(f"{options.data}: no CoNLL-U files there; say where GUM is with --data")
    random = Random(SEED)
    lessons = []
    for path, analysis in zip(paths, gold_analyses(options.data), strict=True):
        marked = marked_mentions(path.read_text("utf-8"))
        ways = [analysis, *(varied(analysis, random) for _ in range(COPIES))]
        lessons += [lesson(way, marked) for way in ways]
    save(fitted(lessons, SEED, options.epochs), options.to)
    print(f"{options.to}: learned from {len(paths)} documents")


if __name__ == "__main__":
    main()
