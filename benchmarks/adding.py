"""What keeping costs beside reading: `quoth add` and `quoth read`, whole processes in turn.

    python -m benchmarks.adding [--data FOLDER] [--model MODEL] [--rounds N]

Both read all texts of the folder on one thread for each core; `read` writes JSON Lines into a
file, `add` a ledger that was not there before. Start-up is part of both.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.measure import Cost, cost
from benchmarks.setting import setting
from benchmarks.tools import DATA, texts_in
from quoth.models import MODELS

ASKED = 0.15
"""Share of what reading costs that adding may cost on top."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.adding",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument("--rounds", type=int, default=5, help="turns (5); medians are printed")
    options = parser.parse_args()
    pairs = [measured(texts_in(options.data), options.model) for _ in range(options.rounds)]
    print("| | read | add | add / read, median (least to most) |")
    print("|---|---:|---:|---:|")
    for name in ("cpu", "seconds"):
        read = median(getattr(one, name) for one, _ in pairs)
        kept = median(getattr(two, name) for _, two in pairs)
        ratios = sorted(getattr(two, name) / getattr(one, name) for one, two in pairs)
        shown = f"{median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})"
        print(f"| {NAMES[name]} | {read:.1f} | {kept:.1f} | {shown} |")
    print()
    print(f"- Asked: adding at most {1 + ASKED:.2f} times what reading costs")
    print(f"- Model: {options.model}; {options.rounds} turns")
    for line in setting(options.data):
        print(f"- {line}")


NAMES = {"cpu": "CPU-seconds", "seconds": "seconds on the clock"}


def measured(texts: Path, model: str) -> tuple[Cost, Cost]:
    """Reading, then adding, of the same texts."""
    quoth = [sys.executable, "-m", "quoth"]
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        read = [*quoth, "read", str(texts), "--model", model, "--format", "jsonl"]
        kept = [*quoth, "add", str(texts), "--model", model, "--ledger", str(where / "news.db")]
        return cost([*read, "-o", str(where / "news.jsonl")]), cost(kept)


if __name__ == "__main__":
    main()
