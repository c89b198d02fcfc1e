"""How well `quoth compare origins` finds who leans on whom, and how many stand behind a statement.

    python -m benchmarks.compared_origins [--held] [--errors] [--events NAME ...]

Edges are those of the guide in `tests/compared/README.md`: between nodes that the key names, those
under `either` left out. Outlet, day and address of the key are handed over with each document.
Sources outside are the key's where they are called by its words, or by a name in these.
Independent sources are counted for the words that the key gives, and for the statement that
`compare_origins` itself put together around them. The baseline: an edge wherever a document
names another's outlet, or has ten words in a row of an earlier one; one source for each statement.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from quoth.compare import Told, from_readings
from quoth.compare.origins import Carried, Origins, compare_origins, rests_on
from quoth.records import Found, Passage, Span

COMPARED = Path(__file__).resolve().parents[1] / "tests" / "compared"
RUN = 10
Key = dict[str, Any]
Pairs = set[tuple[str, str]]


@dataclass
class Score:
    """Counts over events."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    counted: int = 0
    grouped: int = 0
    statements: int = 0

    def line(self, name: str) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"| {name} | {100 * precision:.1f} | {100 * recall:.1f} | {100 * f1:.1f} |"


def events(
    held: bool, cache: Path | None, named: Sequence[str] = ()
) -> Iterator[tuple[Key, list[Told]]]:
    """The key of each event, or of those that are named, and its documents as read."""
    folder = COMPARED / "held" / "origins" if held else COMPARED / "origins"
    for path in sorted(folder.glob("*/key.json")):
        if named and path.parent.name not in named:
            continue
        key = json.loads(path.read_text(encoding="utf-8"))
        yield key, [_known(each, key) for each in _read(path.parent, key, cache)]


def _read(folder: Path, key: Key, cache: Path | None) -> tuple[Told, ...]:
    kept = cache / f"origins-{folder.name}.pickle" if cache else None
    if kept and kept.exists():
        told: tuple[Told, ...] = pickle.loads(kept.read_bytes())
        return told
    from quoth import read

    told = from_readings(read(folder / name) for name in key["documents"])
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(told))
    return told


def _known(told: Told, key: Key) -> Told:
    """A document with what its key knows of it."""
    name = Path(told.key).name
    given = key["documents"][name]
    document = told.reading.document
    metadata = document.metadata
    if given.get("address"):
        metadata = replace(metadata, address=Found(given["address"], "key"))
    reading = replace(told.reading, document=replace(document, metadata=metadata))
    return replace(told, key=name, reading=reading, outlet=given["outlet"], published=given["date"])


def found_edges(origins: Origins, key: Key) -> Pairs:
    """The edges found between nodes that the key names, by the key's names."""
    outside = {node.key: _in_key(node, key) for node in origins.sources}
    pairs: Pairs = set()
    for edge in origins.edges:
        ends = [edge.end] if edge.end in key["documents"] else outside.get(edge.end, [])
        pairs.update((edge.start, end) for end in ends)
    return pairs


def _in_key(node: Any, key: Key) -> list[str]:
    """The sources of the key that a source outside is."""
    said = [_single(passage.text) for places in node.called.values() for passage in places]
    name = set(_single(node.name).split())
    return [
        source
        for source, known in key["sources"].items()
        if any(
            words in each or (len(each) > 6 and each in words) or name <= set(words.split())
            for words in map(_single, known["called"])
            for each in said
        )
    ]


def named_edges(told: list[Told]) -> Pairs:
    """The baseline's edges."""
    pairs: Pairs = set()
    words = {each.key: _single(each.reading.document.text).casefold().split() for each in told}
    runs = {
        key: {tuple(w[n : n + RUN]) for n in range(len(w) - RUN + 1)} for key, w in words.items()
    }
    for one in told:
        text = _single(one.reading.document.text).casefold()
        for other in told:
            if one is other:
                continue
            outlet = re.sub(r"\s*\(.*\)", "", other.outlet or "").casefold().removeprefix("the ")
            later = (one.published or "") > (other.published or "")
            if outlet in text or (later and runs[one.key] & runs[other.key]):
                pairs.add((one.key, other.key))
    return pairs


def count(score: Score, pairs: Pairs, key: Key, documents: bool = False) -> tuple[Pairs, Pairs]:
    """Adds up right, wrong and missed edges; gives those wrong and those missed."""
    names = set(key["documents"])
    gold = {(e["from"], e["to"]) for e in key["edges"] if not documents or e["to"] in names}
    either = {(e["from"], e["to"]) for e in key["either"]}
    wrong, missed = pairs - gold - either, gold - pairs
    score.right += len(pairs & gold)
    score.wrong += len(wrong)
    score.missed += len(missed)
    return wrong, missed


def carried(told: list[Told], statement: Key) -> dict[str, list[Passage]]:
    """Where the documents carry a statement, by the key's words."""
    by_key = {each.key: each.reading.document for each in told}
    places = {}
    for name, words in statement["carried"].items():
        pattern = r"\s+".join(map(re.escape, words.split()))
        match = re.search(pattern, by_key[name].text)
        if match:
            places[name] = [Passage(by_key[name], (Span(*match.span()),))]
    return places


def _own(origins: Origins, places: dict[str, list[Passage]]) -> Carried | None:
    """The statement found that has most of these places."""

    def shared(each: Carried) -> int:
        return sum(
            any(_overlap(p, q) for p in carrier.passages for q in places[carrier.told.key])
            for carrier in each.carriers
            if carrier.told.key in places
        )

    best = max(origins.statements, key=shared, default=None)
    return best if best and shared(best) else None


def _overlap(one: Passage, other: Passage) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def _single(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--held", action="store_true", help="the two events kept for the end")
    parser.add_argument("--events", nargs="+", default=[], help="score these only")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--cache", type=Path, help="folder that keeps the readings")
    given = parser.parse_args()
    ours, between, names = Score(), Score(), Score()
    one = 0
    for key, told in events(given.held, given.cache, given.events):
        origins = compare_origins(told)
        pairs = found_edges(origins, key)
        wrong, missed = count(ours, pairs, key)
        count(between, {p for p in pairs if p[1] in key["documents"]}, key, documents=True)
        count(names, named_edges(told), key, documents=True)
        if given.errors:
            print(key["event"], "wrong:", sorted(wrong), "missed:", sorted(missed))
        places = [carried(told, statement) for statement in key["statements"]]
        for statement, at, rests in zip(
            key["statements"], places, rests_on(told, places), strict=True
        ):
            right = statement["independent"]
            own = _own(origins, at)
            ours.statements += 1
            ours.counted += rests.independent == right
            ours.grouped += own is not None and own.independent == right
            one += right == 1
            if given.errors and rests.independent != right:
                print("  ", statement["id"], rests.independent, "for", right, rests.origins)
    print("| edges | precision | recall | F1 |\n|---|---:|---:|---:|")
    print(ours.line("all"))
    print(between.line("between documents"))
    print(names.line("between documents, by names and ten words"))
    total = ours.statements
    print("\n| independent sources | exact | of |\n|---|---:|---:|")
    print(
        f"| for the key's words | {ours.counted} ({100 * ours.counted / total:.1f} %) | {total} |"
    )
    share = 100 * ours.grouped / total
    print(f"| for our own statements | {ours.grouped} ({share:.1f} %) | {total} |")
    print(f"| one each | {one} ({100 * one / total:.1f} %) | {total} |")


if __name__ == "__main__":
    main()
