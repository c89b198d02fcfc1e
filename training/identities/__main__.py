"""Makes the scorer that joins sources across documents, out of ECB+'s marks.

    python -m training.identities [--data ../shared/ecbplus] [--to quoth/model/identities.npz]

Sources are read by the standard model as it is. The same seed gives the same file on the same
machine. Some ten minutes on two cores.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from training.identities.ecbplus import articles
from training.identities.fit import fitted, lessons_of
from training.identities.settings import read, setting

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.identities",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "ecbplus")
    parser.add_argument("--to", type=Path, default=ROOT / "quoth" / "model" / "identities.npz")
    options = parser.parse_args()
    documents = read(articles(options.data), "standard")
    if not documents:
        sys.exit(f"{options.data}: no documents there; say where ECB+ is with --data")
    scorer = fitted(lessons_of(setting(documents, marked=True).task))
    np.savez_compressed(options.to, **scorer.weights)  # type: ignore[arg-type]
    print(f"{options.to}: learned from {len(documents)} documents")


if __name__ == "__main__":
    main()
