"""The process that tries inputs until its time is up or one of them ends it.

    python -m benchmarks.fuzz.child FAMILY FOLDER SECONDS SEED

`FOLDER` holds a corpus, and takes the input being tried, the slowest one, what was found, and
figures. With Atheris (Apache-2.0; wheels for Linux) inputs that reach new lines of
`quoth.documents` join the corpus.
"""

from __future__ import annotations

import contextlib
import json
import os
import pkgutil
import sys
import time
import zlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.fuzz.families import Family, family_named
from benchmarks.fuzz.mutation import LARGEST, mutated

GUIDED = find_spec("atheris") is not None
"""Whether coverage guides the search."""


def name_of(family: Family, data: bytes) -> str:
    """The name that an input goes by: its bytes draw one of the family's suffixes."""
    return "case" + family.suffixes[zlib.crc32(data) % len(family.suffixes)]


class Trials:
    """Tries one input after the other and keeps what is wrong."""

    def __init__(self, family: Family, folder: Path, seconds: float) -> None:
        self.family, self.folder = family, folder
        self.until = time.monotonic() + seconds
        self.tried, self.slowest, self.size = 0, 0.0, 0
        self.seen: set[str] = set()

    def __call__(self, data: bytes) -> None:
        from benchmarks.fuzz.trial import problem

        (self.folder / "current").write_bytes(data)
        name = name_of(self.family, data)
        began = time.process_time()
        wrong = problem(data, name)
        took = time.process_time() - began
        self.tried += 1
        if took > self.slowest:
            self.slowest, self.size = took, len(data)
            (self.folder / "slowest").write_bytes(data)
        if wrong and wrong not in self.seen:
            self.seen.add(wrong)
            keep(self.folder, wrong, name, data)
        if wrong or self.tried % 20 == 0 or time.monotonic() > self.until:
            figures = {"tried": self.tried, "slowest": self.slowest, "size": self.size}
            (self.folder / "figures").write_text(json.dumps(figures))
        if time.monotonic() > self.until:
            os._exit(0)


def keep(folder: Path, wrong: str, name: str, data: bytes) -> None:
    """A finding, for the process that watches."""
    at = folder / "found" / f"{zlib.crc32(wrong.encode()):08x}"
    at.with_suffix(".json").write_text(json.dumps([wrong, name]))
    at.with_suffix(".bin").write_bytes(data)


def import_all() -> None:
    """Import whatever reads documents."""
    package = import_module("quoth.documents")
    for module in pkgutil.walk_packages(package.__path__, "quoth.documents."):
        with contextlib.suppress(ImportError):  # of an extra that is not installed
            import_module(module.name)


def main(family: Family, folder: Path, seconds: float, seed: int) -> None:
    atheris: Any = import_module("atheris") if GUIDED else None
    with atheris.instrument_imports(["quoth.documents"]) if GUIDED else contextlib.nullcontext():
        import_all()
    from benchmarks.fuzz.trial import guard

    guard(folder / "trace")
    pool = [path.read_bytes() for path in sorted((folder / "corpus").iterdir())]
    trials = Trials(family, folder, seconds)
    if not GUIDED:
        random = Random(seed)
        while True:
            trials(mutated(random.choice(pool), random, pool, family.tokens))

    def mutator(data: bytes, largest: int, seed: int) -> bytes:
        return mutated(data, Random(seed), pool, family.tokens)[:largest]

    # Signals are ours: they leave a trace of Python's frames.
    ours = [f"-handle_{each}=0" for each in ("abrt", "bus", "fpe", "ill", "segv")]
    limits = [f"-max_len={LARGEST}", "-len_control=0", "-timeout=1000", "-rss_limit_mb=0"]
    places = [f"-artifact_prefix={folder}/", str(folder / "corpus")]
    arguments = [sys.argv[0], f"-seed={seed}", *limits, *ours, *places]
    atheris.Setup(arguments, trials, custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main(family_named(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
