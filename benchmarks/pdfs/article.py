"""The articles of `articles/`: invented news in a small Markdown of our own, as pieces.

A file has a head of `key: value` lines and then chunks set apart by blank lines: `# heading`,
`> quotation` (a paragraph a line; `> -- who said it`), `- item`, `1. item`, `| a | row |`,
`! caption`, `+ box` (the first line its heading), `[^1]: footnote`, and plain paragraphs.
Inside, `*words*` are italic and `[^1]` is a note's marker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quoth.records import BlockKind

Kind = BlockKind | Literal["head"]
"""`head` is all that is no part of the article: running heads and feet, menus, related links."""

Style = Literal["plain", "italic", "note"]

FOLDER = Path(__file__).with_name("articles")
QUOTING = FOLDER / "more"
"""Articles with many block quotations, for the layouts that ask for them by name."""
INLINE = re.compile(r"\*(?P<italic>[^*]+)\*|\[\^(?P<note>\d+)\]")
MARKED = re.compile(r"(?P<mark>#|>|-|\d+\.|\||!|\+|\[\^\d+\]:) (?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; in the style `note` they are the number of a footnote."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Piece:
    """What is set as one block. `runs` is empty for a table, whose cells are in `rows`."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    marker: str = ""
    """A bullet, the number of an item, of a paragraph or of a footnote: set before the text."""
    rows: tuple[tuple[str, ...], ...] = ()
    citation: bool = False
    """The line under a block quotation that says whose words they are."""
    boxed: bool = False
    """Stands in a box beside or after the article."""

    @property
    def text(self) -> str:
        """The words without markers; a table has a line for each row."""
        if self.rows:
            return "\n".join(" ".join(row) for row in self.rows)
        return "".join(run.text for run in self.runs if run.style != "note")


@dataclass(frozen=True)
class Article:
    """One article; `head` has title, deck, authors, published, outlet and place."""

    name: str
    head: dict[str, str]
    body: tuple[Piece, ...]

    @property
    def authors(self) -> list[str]:
        return self.head["authors"].split("; ")


def articles(folder: Path = FOLDER) -> dict[str, Article]:
    """All articles of a folder by name, in the order of their names."""
    return {path.stem: article(path) for path in sorted(folder.glob("*.md"))}


def article(path: Path) -> Article:
    """The article in a file."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    pieces = [piece for chunk in rest.strip().split("\n\n") for piece in _pieces(chunk)]
    return Article(path.stem, fields, tuple(pieces))


def runs(text: str) -> tuple[Run, ...]:
    """Text with italics and note markers, taken apart."""
    found: list[Run] = []
    end = 0
    for match in INLINE.finditer(text):
        found.append(Run(text[end : match.start()]))
        italic = match["italic"]
        found.append(Run(italic, "italic") if italic else Run(match["note"], "note"))
        end = match.end()
    return tuple(run for run in (*found, Run(text[end:])) if run.text)


def _pieces(chunk: str) -> list[Piece]:
    lines = [MARKED.fullmatch(line) for line in chunk.splitlines()]
    if lines[0] is None:
        return [Piece("paragraph", runs(" ".join(chunk.splitlines())))]
    marked = [(line["mark"], line["rest"]) for line in lines if line]
    if lines[0]["mark"] == "|":
        rows = tuple(tuple(cell.strip() for cell in rest.split("|")[:-1]) for _, rest in marked)
        return [Piece("table", rows=rows)]
    return [_piece(mark, rest, first=n == 0) for n, (mark, rest) in enumerate(marked)]


def _piece(mark: str, rest: str, first: bool) -> Piece:
    words = runs(rest)
    match mark:
        case "#":
            return Piece("heading", words)
        case ">" if rest.startswith("-- "):
            return Piece("quotation", runs(rest[3:]), citation=True)
        case ">":
            return Piece("quotation", words)
        case "!":
            return Piece("caption", words)
        case "+":
            return Piece("heading" if first else "paragraph", words, boxed=True)
        case "-":
            return Piece("item", words, marker="•")
        case _ if mark.startswith("["):
            return Piece("footnote", words, marker=mark.strip("[^]:"))
        case _:
            return Piece("item", words, marker=mark)
