"""Quoth's statements in the scorer's form, offsets in characters of the text file.

    python -m benchmarks.predict FOLDER > quoth.jsonl
    python ../shared/score.py ../shared/polnear/dev quoth.jsonl

FOLDER holds the texts, for example ../shared/polnear/dev/text.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import quoth
from quoth.documents import open_document
from quoth.models import MODELS
from quoth.records import Document, Passage, Reading


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.predict",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="folder of text files")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    options = parser.parse_args()
    with quoth.Reader(options.model) as reader:
        for reading in reader.read_many(_documents(options.folder)):
            print(json.dumps(prediction(reading)))


def prediction(reading: Reading) -> dict[str, object]:
    """One line for the scorer; nested statements are left out, as the gold marks none."""
    statements = [
        {
            "source": _spans(statement.source),
            "cue": _spans(statement.cue),
            "content": _spans(statement.content),
        }
        for statement in reading.statements
        if statement.within is None
    ]
    name = Path(reading.document.name).name
    return {
        "document": name,
        "tool": f"quoth {quoth.__version__} with {reading.model}",
        "failure": None,
        "statements": statements,
    }


def _documents(folder: Path) -> Iterator[Document]:
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        yield open_document(path)


def _spans(passage: Passage | None) -> Iterable[tuple[int, int]]:
    return [(span.start, span.end) for span in passage.spans] if passage else []


if __name__ == "__main__":
    main()
