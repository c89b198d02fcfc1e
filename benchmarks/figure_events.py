"""Events with marked figures, and pairs of them: those that count one thing, and near misses.

The files of `tests/compared/figures-events` hold events under `# name`, documents under
`@ outlet day`, figures as `[at least 14 people]{dead.1}`, and a line
`= dead.1 dead.4 reason | also` for every two figures of one thing. Figures of two keys count
different things; of those as many pairs are drawn as an event has of one thing, the nearer in
words and number the rather.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from quoth.records import Span

_MARK = re.compile(r"\[([^\[\]]+)\]\{([\w-]+)\.(\d+)\}")
_WORD = re.compile(r"[a-z]{3,}|\d+")
_SECOND = re.compile(r"(?:two|last|\d)$")
"""Behind the key of a thing that a look-alike event has too."""
MOST = 4
"""A figure stands in no more of the pairs that are drawn."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure with its label, `dead.1`: which document has it, and where in its text."""

    label: str
    document: str
    words: str
    span: Span

    @property
    def thing(self) -> str:
        """The key of what it counts."""
        return self.label.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its documents' texts by name, figures by label, and pairs with their marks."""

    name: str
    texts: dict[str, str]
    figures: dict[str, Marked]
    pairs: tuple[tuple[str, str, dict[str, Any]], ...]


def load(path: Path) -> Iterator[Event]:
    """The events of a file, each with the pairs of one thing and the near misses."""
    for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        name, _, rest = part.partition("\n")
        yield _event(name.strip(), rest.strip().splitlines())


def _event(name: str, lines: list[str]) -> Event:
    texts: dict[str, str] = {}
    figures: dict[str, Marked] = {}
    pairs = []
    document = ""
    for line in filter(None, map(str.strip, lines)):
        if line.startswith("@ "):
            outlet, day = line[2:].rsplit(maxsplit=1)
            document = f"{name}-{len(texts) + 1}.txt"
            texts[document] = f"{outlet}, {day}\n"
        elif line.startswith("= "):
            one, other, reasons = line[2:].split(maxsplit=2)
            reason, *also = (r.strip() for r in reasons.split("|"))
            pairs.append((one, other, {"same": True, "reason": reason, "also": also}))
        else:
            texts[document] += "\n"
            for marked in _marks(line, document, len(texts[document])):
                figures[marked.label] = marked
            texts[document] += _MARK.sub(r"\1", line) + "\n"
    known = [pair for pair in pairs if pair[0] in figures and pair[1] in figures]
    return Event(name, texts, figures, (*known, *_near_misses(name, figures, len(known))))


def _marks(line: str, document: str, start: int) -> Iterator[Marked]:
    taken = 0
    for mark in _MARK.finditer(line):
        at = start + mark.start() - taken
        yield Marked(f"{mark[2]}.{mark[3]}", document, mark[1], Span(at, at + len(mark[1])))
        taken += len(mark[0]) - len(mark[1])


def _near_misses(
    name: str, figures: dict[str, Marked], wanted: int
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Pairs of two things, those with more in common first, by seed where they have as much."""
    draw = random.Random(name)
    all_pairs = [(a, b) for a, b in combinations(figures.values(), 2) if a.thing != b.thing]
    draw.shuffle(all_pairs)
    used: Counter[str] = Counter()
    for a, b in sorted(all_pairs, key=lambda pair: -_nearness(*pair)):
        if not wanted:
            return
        if max(used[a.label], used[b.label]) < MOST:
            used.update((a.label, b.label))
            wanted -= 1
            yield a.label, b.label, {"same": False, "reason": "other thing"}


def _nearness(a: Marked, b: Marked) -> int:
    one, other = (set(_WORD.findall(each.words.lower())) for each in (a, b))
    look_alike = _SECOND.sub("", a.thing) == _SECOND.sub("", b.thing)
    return len(one & other) + 2 * look_alike + (a.document != b.document)
