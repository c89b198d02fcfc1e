"""How near the ratings of certainty come to people's: Pearson's r on the factuality sets.

    python -m benchmarks.certainty

Lines of `UW-dev` and `MEANTIME-dev` (Lee et al., EMNLP 2015; Minard et al., LREC 2016, in the form
of Stanovsky et al., ACL 2017): each rated predicate against what Quoth's grammar says of its word.
Published on UW's test part, r: Lee et al. 2015 0.71, Rudinger et al. (NAACL 2018) 0.83.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.tools import DATA
from quoth.documents import from_text
from quoth.models import MODELS
from quoth.reading import Finder

SETS = ("UW-dev", "MEANTIME-dev")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.certainty",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA.parent.parent / "factuality")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    options = parser.parse_args()
    finder = Finder(options.model)
    for name in SETS:
        path = options.data / f"{name}.jsonl"
        if not path.exists():
            raise SystemExit(f"{path} is missing; give its folder with --data")
        found, wanted = np.asarray(list(rated(finder, path))).T
        r = np.corrcoef(found, wanted)[0, 1]
        off, plain = np.abs(found - wanted).mean(), np.abs(wanted - np.median(wanted)).mean()
        print(
            f"{name}: {len(wanted)} predicates, r {r:.3f}, mean error {off:.2f}"
            f" (always the median: {plain:.2f})"
        )


def rated(finder: Finder, path: Path) -> Iterator[tuple[float, float]]:
    """For every rated predicate what Quoth and what people say."""
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        words = sentence["text"].split()
        starts = np.cumsum([0, *(len(word) + 1 for word in words)])
        tokens = finder.find(from_text(" ".join(words)))[1].tokens
        for target in sentence["targets"]:
            place = starts[target["span1"][0]]
            at = max((n for n, t in enumerate(tokens) if t.start <= place), default=None)
            if at is not None:
                yield tokens[at].certainty, target["label"]


if __name__ == "__main__":
    main()
