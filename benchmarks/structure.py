"""How right the structure of a document was read, whatever its format.

`score` takes the blocks of the truth and those of a reading, both in reading order. Words are
compared without case, marks at their ends, ligatures, and the marks that lead in items and notes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import mean

from benchmarks.alignment import aligned
from quoth.documents.roles import shown
from quoth.records import BODY, Document

HEAD = "head"
"""Kind of what the truth sets aside: running heads and feet, page numbers."""
LOST = 4
"""Words at a block's start that may be unlike the truth's, and the bound still be right."""
GRAM = 4
COLUMNS = (
    "paragraph bounds",
    "reading order",
    "block quotations",
    "kinds",
    "heads in body",
    "unknown words",
)
LEAD = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]+)[.)\]]+")
MARKS = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block: its kind and its words as one reads them."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, of how many that are in the truth, and how many the reading has."""

    right: int = 0
    truth: int = 0
    read: int = 0

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where neither side has any."""
        return 2 * self.right / (self.truth + self.read) if self.truth + self.read else None

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.truth + other.truth, self.read + other.read)


@dataclass(frozen=True, slots=True)
class Structure:
    """The measures of one document, or of several taken together."""

    bounds: Tally = field(default_factory=Tally)
    """Places in the truth's words where a body block begins."""
    order: Tally = field(default_factory=Tally)
    """Neighbouring body blocks of the truth that follow each other in the reading."""
    quotations: Tally = field(default_factory=Tally)
    """Four-grams of words in block quotations."""
    kinds: Tally = field(default_factory=Tally)
    """Blocks of the truth whose words lie in blocks of the same kind."""
    heads: int = 0
    """Running heads and page numbers that stand in body blocks."""
    unknown: int = 0
    """Words of the reading that the truth has nowhere: most are cut or wrongly joined."""

    def __add__(self, other: Structure) -> Structure:
        return Structure(
            self.bounds + other.bounds,
            self.order + other.order,
            self.quotations + other.quotations,
            self.kinds + other.kinds,
            self.heads + other.heads,
            self.unknown + other.unknown,
        )


def pieces(document: Document) -> list[Piece]:
    """The blocks of a document, as Quoth shows their words."""
    return [Piece(block.kind, shown(document.text, block)) for block in document.blocks]


def score(truth: Iterable[Piece], read: Iterable[Piece]) -> Structure:
    """The measures of a reading against the truth."""
    pair = _Pair(_Side(list(truth)), _Side(list(read)))
    return Structure(
        bounds=pair.bounds(),
        order=pair.order(),
        quotations=pair.quotations(),
        kinds=pair.kinds(),
        heads=pair.heads(),
        unknown=pair.unknown(),
    )


def references(truth: Iterable[tuple[str, str]], read: Iterable[tuple[str, str]]) -> Tally:
    """Marks tied to their notes: pairs of the words up to the mark, with it, and the note's text.

    A pair of the reading may have more words before the mark than the truth's.
    """
    left = [(_letters(mark), _letters(note)) for mark, note in read]
    tally = Tally(read=len(left))
    for mark, note in ((_letters(mark), _letters(note)) for mark, note in truth):
        likes = [n for n, (m, t) in enumerate(left) if m.endswith(mark) and _alike(t, note)]
        tally += Tally(right=len(likes[:1]), truth=1)
        for n in likes[:1]:
            del left[n]
    return tally


def words(text: str) -> list[str]:
    """The words of a block in the form in which they are compared."""
    raw = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("’", "'").split()
    if len(raw) > 1 and LEAD.fullmatch(raw[0]):
        raw = raw[1:]
    return [word for word in (MARKS.sub("", each).casefold() for each in raw) if word]


class _Side:
    """All words of a list of blocks, and the block of each."""

    def __init__(self, blocks: Sequence[Piece]) -> None:
        self.blocks = blocks
        self.words: list[str] = []
        self.block: list[int] = []
        self.starts: list[int] = []
        for number, piece in enumerate(blocks):
            found = words(piece.text)
            if piece.kind == "footnote" and len(found) > 1 and found[0].isdigit():
                found = found[1:]
            self.starts.append(len(self.words))
            self.words += found
            self.block += [number] * len(found)
        self.starts.append(len(self.words))

    def kind(self, word: int) -> str:
        return self.blocks[self.block[word]].kind

    def body(self) -> Iterator[tuple[int, int]]:
        """First and end of the words of each body block that has any."""
        for number, piece in enumerate(self.blocks):
            start, end = self.starts[number], self.starts[number + 1]
            if piece.kind in BODY and start < end:
                yield start, end

    def grams(self, kind: str) -> Counter[tuple[str, ...]]:
        """Four-grams of the words of all blocks of a kind, block by block."""
        counts: Counter[tuple[str, ...]] = Counter()
        for number, piece in enumerate(self.blocks):
            if piece.kind == kind:
                found = self.words[self.starts[number] : self.starts[number + 1]]
                last = max(len(found) - GRAM + 1, min(len(found), 1))
                counts.update(tuple(found[n : n + GRAM]) for n in range(last))
        return counts


class _Pair:
    """Truth and reading, word for word."""

    def __init__(self, truth: _Side, read: _Side) -> None:
        self.truth, self.read = truth, read
        self.match = aligned(truth.words, read.words)

    @cached_property
    def _back(self) -> dict[int, int]:
        """The truth's word for each word of the reading that has one."""
        return {there: here for here, there in enumerate(self.match) if there is not None}

    def bounds(self) -> Tally:
        wanted = {start for start, _ in self.truth.body()}
        got = {self._bound(start, end, wanted) for start, end in self.read.body()}
        return Tally(len(wanted & got), len(wanted), len(got))

    def _bound(self, start: int, end: int, wanted: set[int]) -> int:
        """Where in the truth's words a block of the reading begins; below zero for nowhere."""
        opening = [n for n in range(start, min(start + LOST + 1, end)) if n in self._back]
        for n in opening:  # the first word alone may have found its like at another block's end
            if self._back[n] - (n - start) in wanted:
                return self._back[n] - (n - start)
        first = next((n for n in range(start, end) if n in self._back), None)
        if first is None:
            return -1 - start
        here = self._back[first]
        for near in range(here - 1, max(here - LOST, 0) - 1, -1):
            if self.match[near] is not None:
                break
            if near in wanted:
                return near
        return here

    def order(self) -> Tally:
        body = [
            [there for there in self.match[start:end] if there is not None]
            for start, end in self.truth.body()
        ]
        rank = {there: n for n, there in enumerate(sorted(t for block in body for t in block))}
        right = sum(
            bool(one and other) and rank[other[0]] == rank[one[-1]] + 1
            for one, other in pairwise(body)
        )
        pairs = max(len(body) - 1, 0)
        return Tally(right, pairs, pairs)

    def quotations(self) -> Tally:
        wanted, got = self.truth.grams("quotation"), self.read.grams("quotation")
        return Tally((wanted & got).total(), wanted.total(), got.total())

    def kinds(self) -> Tally:
        right = total = 0
        for number, piece in enumerate(self.truth.blocks):
            if piece.kind == HEAD:
                continue
            span = self.match[self.truth.starts[number] : self.truth.starts[number + 1]]
            found = Counter(self.read.kind(there) for there in span if there is not None)
            total += 1
            right += bool(found) and found.most_common(1)[0][0] == piece.kind
        return Tally(right, total, total)

    def heads(self) -> int:
        """Counted among the words of body blocks that are not words of the truth's other blocks."""
        strays = [
            self.read.words[n]
            for start, end in self.read.body()
            for n in range(start, end)
            if n not in self._back or self.truth.kind(self._back[n]) == HEAD
        ]
        heads = [words(piece.text) for piece in self.truth.blocks if piece.kind == HEAD]
        return sum(_taken(strays, head) for head in sorted(heads, key=len, reverse=True) if head)

    def unknown(self) -> int:
        known = {form for word in self.truth.words for form in (word, _without_mark(word))}
        return sum(_without_mark(w) not in known for w in self.read.words if w not in known)


def _taken(strays: list[str], head: list[str]) -> bool:
    """Whether `head` stands in `strays`; it is then taken out."""
    for n in range(len(strays) - len(head) + 1):
        if strays[n : n + len(head)] == head:
            strays[n : n + len(head)] = [""]
            return True
    return False


def _without_mark(word: str) -> str:
    """A word without the number of a note glued to it."""
    bare = re.sub(r"[\W\d_]+$", "", word)
    return bare if len(bare) > 1 else word


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def _alike(note: str, other: str) -> bool:
    """Whether two notes are one: by how they start, but for the number."""
    one, two = note.lstrip("0123456789")[:20], other.lstrip("0123456789")[:20]
    return bool(one) and one == two


def table(rows: dict[str, Structure], verbose: bool = False) -> Iterator[str]:
    """A table in Markdown: each document where `verbose`, the mean, and all taken together."""
    yield f"| | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    if verbose:
        for name, one in rows.items():
            yield _row(name, [t.f1 for t in _tallies(one)], one)
    together = sum(rows.values(), Structure())
    columns = zip(*(_tallies(one) for one in rows.values()), strict=True)
    figures = [[t.f1 for t in column if t.f1 is not None] for column in columns]
    yield _row("mean", [mean(some) if some else None for some in figures], together)
    yield _row("together", [tally.f1 for tally in _tallies(together)], together)


def _tallies(one: Structure) -> tuple[Tally, ...]:
    return one.bounds, one.order, one.quotations, one.kinds


def _row(name: str, figures: Iterable[float | None], counts: Structure) -> str:
    cells = ("" if figure is None else f"{figure:.3f}" for figure in figures)
    return f"| {name} | {' | '.join(cells)} | {counts.heads} | {counts.unknown} |"
