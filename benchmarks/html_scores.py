"""How much of an article was taken out of its page, and how much else.

Words are compared as they are, four that follow each other at a time.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.html_tools import FIELDS, Said
from benchmarks.structure import Piece, Structure, Tally, score
from quoth.records import BODY

Grams = Counter[tuple[str, ...]]
LOW = 0.9
"""The F1 below which a page counts as misread."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A block of the truth; `cite` says whose a quotation is, `pull` repeats the article."""

    kind: str
    text: str
    pull: bool = False
    cite: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of our own and its truth."""

    name: str
    html: bytes
    blocks: tuple[Mark, ...]
    said: Said
    refers: tuple[tuple[str, str], ...]
    """Marks in the text and the notes they refer to."""

    def marked(self, kind: str, pull: bool = False) -> list[Mark]:
        """Blocks of a kind, pull quotes or others; lines that name sources are not among them."""
        return [b for b in self.blocks if b.kind == kind and b.pull == pull and not b.cite]


@dataclass(frozen=True, slots=True)
class Body:
    """How right a page's four-grams are."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def page(path: Path) -> Page:
    """The page in a file, with the truth beside it."""
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Page(
        name=path.stem,
        html=path.read_bytes(),
        blocks=tuple(Mark(**block) for block in truth["blocks"]),
        said={key: truth[key] for key in FIELDS},
        refers=tuple((mark, note) for mark, note in truth["refers"]),
    )


def grams(text: str) -> Grams:
    """Every four words that follow each other."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(len(words) - 3, 0)))


def body_text(article: Sequence[Piece | Mark] | str) -> str:
    """The words of the article's body; a text without kinds is all body."""
    if isinstance(article, str):
        return article
    return "\n\n".join(block.text for block in article if block.kind in BODY)


def body(read: str, truth: str) -> Body:
    """A text against the text that a person marked."""
    got, wanted = grams(read), grams(truth)
    both = (got & wanted).total()
    return Body(both / max(got.total(), 1), both / max(wanted.total(), 1))


def kept(part: Sequence[Mark], whole: Iterable[Mark], read: str) -> Tally:
    """Four-grams of some body blocks that stand in `read`, of all that these blocks have.

    Words that `read` has fewer times than the body as a whole are those of its other blocks first:
    a pull quote is not kept because the article has its words elsewhere.
    """
    rest = _sum(block for block in whole if not block.pull and block not in part)
    wanted, got = _sum(part), grams(read)
    right = sum(max(min(count, got[gram] - rest[gram]), 0) for gram, count in wanted.items())
    return Tally(right=right, truth=wanted.total())


def _sum(blocks: Iterable[Mark]) -> Grams:
    return sum((grams(block.text) for block in blocks if block.kind in BODY), Counter())


def kinds(read: Sequence[Piece] | str, truth: Iterable[Mark]) -> Structure:
    """Kinds and structure of the blocks; nothing of it is right in a text without blocks."""
    wanted = [Piece(block.kind, block.text) for block in truth]
    return score(wanted, [] if isinstance(read, str) else read)


def said_right(field: str, truth: Said, found: Said) -> bool:
    """Whether a field was found as in the truth: case, marks, time of day and region aside.

    A language that the page does not state may be recognised.
    """
    if field == "language" and not truth[field]:
        return True
    return _comparable(field, truth[field]) == _comparable(field, found[field])


def _comparable(field: str, value: str | list[str] | None) -> object:
    if not value:
        return None
    if isinstance(value, list):
        return {_letters(name) for name in value}
    if field in ("published", "modified"):
        return value[:10]
    if field == "language":
        return value.split("-")[0].lower()
    if field == "address":
        return value
    return _letters(value).removeprefix("the" if field == "outlet" else "")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
