"""What `quoth.ledger.identities.rarity` reads: how rare words are, and which nouns are alike.

    python -m training.identities.words [--data ../shared]

Counted are the documents of PolNeAR's training part, GUM's and TimeBank; likeness is the cosine
of the encoder's own word vectors. It takes a minute.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from quoth.ledger.identities.wording import words_in
from quoth.sources.nouns import KINDS, noun

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "quoth" / "model"
SEEN = 4
"""In so many documents a word must stand to be kept; another is as rare as can be."""
SHORT = 200
"""Characters under which a file is no document."""
ALIKE, ALIKE_OTHERS = 0.25, 0.4
"""Cosine from which nouns of our lists are kept as alike, and any two words."""

Floats = NDArray[np.float32]


def texts(data: Path) -> Iterator[str]:
    """The texts of all documents."""
    for file in sorted((data / "polnear" / "train" / "text").glob("*.txt")):
        yield file.read_text("utf-8")
    for file in sorted((data / "gum" / "train").glob("*.conllu")):
        yield " ".join(re.findall(r"^# text = (.*)$", file.read_text("utf-8"), re.MULTILINE))
    for file in sorted((data / "timebank").rglob("*.tml")):
        yield re.sub(r"<[^>]+>", " ", file.read_text("utf-8", errors="replace"))


def count(data: Path) -> tuple[dict[str, int], int]:
    """In how many documents each word stands, and how many there are."""
    found: Counter[str] = Counter()
    documents = 0
    for text in texts(data):
        if len(text) >= SHORT:
            documents += 1
            found.update(set(words_in(text)))
    return {word: n for word, n in sorted(found.items()) if n >= SEEN}, documents


class Vectors:
    """The encoder's own vector of each word; of one in two pieces their mean."""

    def __init__(self) -> None:
        graph = onnx.load(str(MODEL / "standard" / "encoder.onnx")).graph
        held = {each.name: each for each in graph.initializer}
        rows, by = (numpy_helper.to_array(held[n]) for n in ("word", "word_by"))
        self._rows: Floats = rows.astype(np.float32) * by.reshape(-1, 1)
        self.pieces: dict[str, int] = _vocabulary()

    def of(self, word: str) -> Floats | None:
        for form in (word, f"{word}s", f"{word}es"):
            if form in self.pieces:
                vector: Floats = self._rows[self.pieces[form]]
                return vector
        found = self._cut(word)
        return self._rows[found].mean(0) if 0 < len(found) <= 2 else None

    def _cut(self, word: str) -> list[int]:
        found: list[int] = []
        rest, before = word, ""
        while rest:
            end = next((n for n in range(len(rest), 0, -1) if before + rest[:n] in self.pieces), 0)
            if not end:
                return []
            found.append(self.pieces[before + rest[:end]])
            rest, before = rest[end:], "##"
        return found


def _vocabulary() -> dict[str, int]:
    held = json.loads((MODEL / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    return held if isinstance(held, dict) else {piece[0]: n for n, piece in enumerate(held)}


def alike(counted: dict[str, int]) -> dict[str, NDArray[np.generic]]:
    """Words, and the pairs of them that are alike, in hundredths."""
    vectors = Vectors()
    common = {noun(word).lemma for word in counted if word.isalpha()} | set(counted)
    plain = (w for w in common | set(KINDS) if w.isalpha() and len(w) > 2)
    known = {w for w in plain if w in vectors.pieces or f"{w}s" in vectors.pieces}
    words = [w for w in sorted(known | set(KINDS)) if vectors.of(w) is not None]
    matrix = np.stack([v for w in words if (v := vectors.of(w)) is not None])
    matrix -= matrix.mean(0)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    cosine = matrix @ matrix.T
    ours = np.array([word in KINDS for word in words])
    one, other = np.where(np.triu(cosine, 1) > ALIKE)
    kept = (ours[one] & ours[other]) | (cosine[one, other] > ALIKE_OTHERS)
    one, other = one[kept], other[kept]
    return {
        "words": np.array(words),
        "one": one.astype(np.uint16),
        "other": other.astype(np.uint16),
        "likeness": np.round(cosine[one, other] * 100).astype(np.uint8),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.identities.words",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--to", type=Path, default=MODEL)
    options = parser.parse_args()
    counted, documents = count(options.data)
    np.savez_compressed(
        options.to / "words.npz",
        words=np.array(list(counted)),
        share=np.array(list(counted.values()), np.uint16),
        documents=np.array(documents),
    )
    np.savez_compressed(options.to / "kin.npz", **alike(counted))  # type: ignore[arg-type]
    print(f"{options.to}: {len(counted)} words of {documents} documents")


if __name__ == "__main__":
    main()
