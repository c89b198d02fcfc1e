"""A layout: what a page shows beside the words, and by which program it is set.

How it looks stands in `styles/` under the layout's name, in its producer's own language. A third of
the layouts is held back: who writes a reader of PDFs looks at the others alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.pdfs.article import Kind

Notes = Literal["foot", "end", "none"]
Set = Literal["open", "held", "more"]
"""Which layouts: `more` are open too, and made when the first open ones were known too well."""

PLAIN: frozenset[Kind] = frozenset({"caption", "table"})
"""What the simpler layouts leave out."""

LONG = ("border", "census", "count", "ferry", "lake", "shots", "writer")
"""The articles that fill more than a large page."""

QUOTING = ("diary", "hearing", "letters", "verdict")
"""The articles with many block quotations, among them long and one-line ones, and some in lists."""


@dataclass(frozen=True)
class Layout:
    """One way to set an article. Strings are templates over the fields of `sheet.fields`."""

    name: str
    producer: str
    about: str
    copies: int = 2
    held: bool = False
    front: tuple[Kind, ...] = ("title", "deck", "byline", "dateline")
    byline: str = "By ${authors}"
    dateline: str = "${place}, ${date}"
    lead: str = ""
    """What opens the first paragraph: the place and the agency, as wire services do."""
    notes: Notes = "none"
    without: frozenset[Kind] = frozenset()
    box: Literal["first", "amid", "last"] | None = None
    """Where the page has the article's box."""
    numbered: bool = False
    """Paragraphs are numbered by section: 1.1, 1.2."""
    running: tuple[str, ...] = ()
    """What stands in the margin of the pages, with `${page}`, `${pages}`, `${roman}` (the
    number of the page) and `${section}` (the heading that it is under)."""
    above: tuple[str, ...] = ()
    amid: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    """What a web page or a letterhead shows before, within and after the article."""
    sizes: tuple[float, ...] = (10, 10.5, 11)
    """Points of the text, one of them drawn for each copy."""
    tagged: bool = False
    turned: bool = False
    """The page's content lies on its side and the page is turned back by its /Rotate."""
    suits: tuple[str, ...] = ()
    """The articles that it is for; all where it names none."""
    divides: bool = False
    """A page or a column is to end within a word: margins are drawn until one does."""
    scanned: bool = False
    """Pages as images, without text: made to be tried, and not counted."""
