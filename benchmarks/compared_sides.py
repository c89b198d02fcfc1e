"""Whether comparing treats sides alike: events as they are told, and with their sides exchanged.

    python -m benchmarks.compared_sides [--topics N]

Each event is compared as it is and with sides exchanged in all of its documents: in our own
events people and parties by `SIDES` and genders, in ECB+ topics parties, countries, outlets, names
and genders by `benchmarks.exchange`. Prints in Markdown for each comparison how many findings there
are, and the F1 of those after the exchange with those before it, place by place; asked: 98 %. It is
told for comparing alone (the reading is carried over to the exchanged text) and with the exchanged
text read anew, where what the reader does differently counts too (see `benchmarks.sides`).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.altered.pool import text_of
from benchmarks.carried import carried
from benchmarks.compared import COMPARED
from benchmarks.exchange import KINDS, exchanged
from benchmarks.peers import ROOT
from benchmarks.replaced import Replaced, Replacement, replaced
from benchmarks.tools import SHARED
from quoth.compare import (
    Told,
    compare_claims,
    compare_figures,
    compare_origins,
    compare_quotations,
    day_of,
    from_readings,
    outlet_of,
)
from quoth.documents import from_text, open_document
from quoth.reader import Reader
from quoth.records import Passage, Reading

SIDES = {
    "attack": "Free Uplands League|Ninth of March Brigade, League|Brigade, "
    "Savel|Amos, Orrin|Keller",
    "brickworks-lockout": "Tilda|Ilse, Vreem|Marrow, Oskar|Rolf, Dane|Aster",
    "dairy-recall": "Greta|Ada, Winn|Kron",
    "ferry-collision": "Jon|Dov, Astley|Marsh, Ulla|Sara, Henning|Pryde",
    "market-attack": "Free Marsh Front|Dry Land League, Front|League, Anno|Gero, Keld|Maas, "
    "Petra|Sanna, Sool|Holt",
    "pavilion-trial": "Emil|Gustav, Toller|Renn, Cora|Frida, Bly|Lenz",
    "recount": "Orchard|Bridge, Edda|Ragna, Brandt|Thorp, Klaus|Nils, Imre|Orre",
    "sprint-ban": "Nell|Ada, Sorley|Finch, Ivo|Bram, Land|Ostler",
    "summer-meadows": "Mael|Odo, Ruk|Venn, Ansel|Tobin, Dorr|Ash",
}
"""Who stands against whom in our own events."""

Finding = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document before it is read."""

    name: str
    words: str
    outlet: str | None = None
    day: str | None = None


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.compared_sides",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--topics", type=int, default=12, metavar="N", help="so many of ECB+")
    asked = parser.parse_args()
    sums: dict[tuple[str, str], list[int]] = {}
    with Reader() as reader:
        for kind, texts, exchange in events(asked.topics):
            there = {text.name: exchange(text.words) for text in texts}
            if not any(each.replacements for each in there.values()):
                continue
            old = [reader.read(from_text(text.words, text.name)) for text in texts]
            new = [reader.read(from_text(there[text.name].text, text.name)) for text in texts]
            alone = [carried(each, there[each.document.name]) for each in old]
            moved = [
                replace(text, outlet=exchange(text.outlet or "").text or None) for text in texts
            ]
            before, after, anew = told(old, texts), told(alone, moved), told(new, moved)
            for name, find in FINDINGS.items():
                here = set(find(before, Places({})))
                row = sums.setdefault((kind, name), [0, 0, 0, 0, 0])
                row[0] += len(here)
                for at, given in ((1, after), (3, anew)):
                    found = set(find(given, Places(there)))
                    row[at] += len(found)
                    row[at + 1] += len(here & found)
    print("| exchanged | findings | before | comparing alone | read anew |")
    print("|---|---|---:|---:|---:|")
    for (kind, name), (one, *rest) in sums.items():
        print(f"| {kind} | {name} | {one} | {agree(one, *rest[:2])} | {agree(one, *rest[2:])} |")


def agree(one: int, other: int, both: int) -> str:
    """F1 of two sets of findings in per cent."""
    return f"{200 * both / (one + other):.1f}" if one + other else "-"


def events(topics: int) -> Iterator[tuple[str, list[Text], Callable[[str], Replaced]]]:
    """What is exchanged, the documents, and how a text is exchanged."""
    for name, table in SIDES.items():
        folder = ROOT / "examples" / name if name == "attack" else COMPARED / "claims" / name
        texts = [_text(path) for path in sorted(folder.iterdir()) if path.suffix in KNOWN]
        yield "sides of an event", texts, swapping(table)
        yield "genders", texts, lambda text: exchanged(text, ["genders"])
    folders = sorted((SHARED / "ecbplus").glob("[0-9]*"), key=lambda p: int(p.name))[:topics]
    for folder in folders:
        texts = [Text(path.stem, text_of(path)) for path in sorted(folder.glob("*.xml"))]
        yield "ECB+: all kinds", texts, lambda text: exchanged(text, list(KINDS))


KNOWN = (".txt", ".html")


def _text(path: Path) -> Text:
    document = open_document(path)
    return Text(path.name, document.text, outlet_of(document), day_of(document))


def swapping(table: str) -> Callable[[str], Replaced]:
    """How a text is rewritten by pairs of words, each for the other."""
    pairs = [pair.split("|") for pair in table.split(", ")]
    partner = {old: new for a, b in pairs for old, new in ((a, b), (b, a))}
    partner |= {old.upper(): new.upper() for old, new in partner.items()}
    either = "|".join(map(re.escape, sorted(partner, key=len, reverse=True)))
    pattern = re.compile(rf"\b(?:{either})\b")
    return lambda text: replaced(
        text, (Replacement(*m.span(), partner[m[0]]) for m in pattern.finditer(text))
    )


def told(readings: Iterable[Reading], texts: Iterable[Text]) -> tuple[Told, ...]:
    """Readings side by side, with the outlet and the day that the unchanged ones have."""
    return tuple(
        replace(each, outlet=text.outlet, published=text.day)
        for each, text in zip(from_readings(readings), texts, strict=True)
    )


class Places:
    """Where passages of exchanged texts stand in the texts as they were."""

    def __init__(self, texts: dict[str, Replaced]) -> None:
        self._texts = texts

    def __call__(self, key: str, passage: Passage) -> Finding:
        text = self._texts.get(key)
        spans = [(span.start, span.end) for span in passage.spans]
        return (key, *(text.original(*span) if text else span for span in spans))


def quotations(told: tuple[Told, ...], place: Places) -> Iterator[Finding]:
    for group in compare_quotations(told):
        saids = {v.quoted.key: v.quoted.said for v in group.versions}
        at = {key: place(said.told.key, said.content) for key, said in saids.items() if said}
        for version in group.versions:
            if change := version.difference:
                pair = frozenset(at[key] for key in (change.one, change.other) if key in at)
                yield (pair, change.kind)


def figures(told: tuple[Told, ...], place: Places) -> Iterator[Finding]:
    for thing in compare_figures(told):
        for each in thing.differences:
            sides = frozenset(
                place(count.told.key, Passage(count.told.reading.document, (count.figure.span,)))
                for count in (each.one.first, each.other.first)
            )
            yield (sides, each.relation.reason)


def claims(told: tuple[Told, ...], place: Places) -> Iterator[Finding]:
    for pair in compare_claims(told).pairs:
        sides = [place(one.said.told.key, one.content) for one in (pair.claim, pair.answer)]
        yield (*sides, pair.label)


def origins(told: tuple[Told, ...], place: Places) -> Iterator[Finding]:
    found = compare_origins(told)
    for edge in found.edges:
        end: Hashable = edge.end
        if found.nodes[edge.end].told is None:
            called = found.nodes[edge.end].called.get(edge.start, ())
            end = place(edge.start, called[0]) if called else None
        yield (edge.start, end, edge.kinds)


FINDINGS = {
    "quotations": quotations,
    "figures": figures,
    "claims": claims,
    "origins": origins,
}

if __name__ == "__main__":
    main()
