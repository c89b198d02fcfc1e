"""What the commands share that train heads on encoders which stay as they are."""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from quoth.models import MODELS

ROOT = Path(__file__).parent.parent
T = TypeVar("T")


def asked(program: str, description: str | None) -> argparse.Namespace:
    """The options `data`, `work` (made where missing) and `models`, those to be made."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=description)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--work", type=Path, default=ROOT / "work")
    parser.add_argument("--only", choices=MODELS, help="one of the models")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.models = [options.only] if options.only else list(MODELS)
    return options


def kept(path: Path, make: Callable[[], T]) -> T:
    """What `path` holds from an earlier run, or what `make` gives, which it then holds."""
    if path.exists():
        with path.open("rb") as file:
            found: T = pickle.load(file)
            return found
    made = make()
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        pickle.dump(made, file)
    part.rename(path)
    return made
