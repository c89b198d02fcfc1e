"""Programs that take articles out of web pages, as functions, and as commands to be timed.

    python -m benchmarks.html_tools NAME FOLDER [--one]

reads all pages of a folder with one program, or only the shortest, and prints a line for each.
The peers are imported only where they are asked for; the extra `page-peers` installs them.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.structure import Piece, pieces
from quoth.documents import open_document
from quoth.errors import UnreadableInput
from quoth.records import Document

FIELDS = ("title", "authors", "outlet", "published", "modified", "language", "address")
BLOCK = "address article blockquote br div dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p "
BLOCK += "pre section table td th tr ul"
LATE = {"original_date": True, "extensive_search": True, "max_date": "2040-01-01"}
"""As trafilatura looks for dates by itself, but that invented pages may be of years to come."""

Said = Mapping[str, Any]
"""What a page says of itself, by the names in `FIELDS`; None where nothing was found."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """A program: what it takes for the article, as blocks or as one text, and what it finds said.

    `said` is None where the program does not look for it.
    """

    name: str
    module: str
    read: Callable[[bytes], list[Piece] | str]
    said: Callable[[bytes], Said] | None = None


def _quoth(page: bytes) -> list[Piece]:
    return pieces(opened(page))


def _quoth_said(page: bytes) -> Said:
    said = opened(page).metadata
    found = {key: getattr(said, key) for key in FIELDS if key != "authors"}
    authors = [author.value for author in said.authors]
    return {key: one.value if one else None for key, one in found.items()} | {"authors": authors}


def opened(page: bytes) -> Document:
    """The page as Quoth reads it; raises `UnreadableInput`."""
    return open_document(page, "page.html")


def _trafilatura(page: bytes, precise: bool = False) -> str:
    import trafilatura

    return str(trafilatura.extract(page, include_comments=False, favor_precision=precise) or "")


def _precise(page: bytes) -> str:
    return _trafilatura(page, precise=True)


def _trafilatura_said(page: bytes) -> Said:
    import trafilatura

    found = trafilatura.extract_metadata(page, date_config=LATE)
    return {
        "title": found.title,
        "authors": found.author.split("; ") if found.author else [],
        "outlet": found.sitename,
        "published": found.date,
        "modified": None,
        "language": found.language,
        "address": found.url,
    }


def _readability(page: bytes) -> str:
    import readability
    from lxml import html

    tree = html.fromstring(readability.Document(page).summary())
    for element in tree.iter(*BLOCK.split()):  # its text would run on into the next block's
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return str(tree.text_content())


def _justext(page: bytes) -> str:
    import justext

    paragraphs = justext.justext(page, _frequent_words())
    return "\n".join(one.text for one in paragraphs if not one.is_boilerplate)


@cache
def _frequent_words() -> frozenset[str]:
    """Those of all languages that jusText knows: not all pages are English."""
    import justext

    return frozenset().union(*map(justext.get_stoplist, justext.get_stoplists()))


QUOTH = Extractor("Quoth", "quoth", _quoth, _quoth_said)
TRAFILATURA = Extractor("trafilatura", "trafilatura", _trafilatura, _trafilatura_said)
PEERS = (
    TRAFILATURA,
    Extractor("trafilatura, favor_precision", "trafilatura", _precise),
    Extractor("readability-lxml", "readability", _readability),
    Extractor("jusText", "justext", _justext),
)


def missing() -> list[str]:
    """The modules of peers that are not installed."""
    return sorted({peer.module for peer in PEERS if not find_spec(peer.module)})


def read(extractor: Extractor, page: bytes) -> list[Piece] | str:
    """The article as the program takes it; nothing where it cannot read the page."""
    try:
        return extractor.read(page)
    except (UnreadableInput, ValueError) as failure:  # lxml's and readability's are ValueErrors
        print(f"{extractor.name}: {failure}")
        return ""


def said(extractor: Extractor, page: bytes) -> Said:
    """What the program finds said; nothing where it cannot read the page or does not look."""
    try:
        return extractor.said(page) if extractor.said else dict.fromkeys(FIELDS)
    except UnreadableInput:
        return dict.fromkeys(FIELDS)


def notes(page: bytes) -> list[tuple[str, str]]:
    """The marks that Quoth found in a page, and the notes it ties them to."""
    try:
        document = opened(page)
    except UnreadableInput:
        return []
    blocks = pieces(document)
    marks = ((document.text[one.span.start : one.span.end], one) for one in document.references)
    return [(mark, blocks[one.block].text) for mark, one in marks]


def pages_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the pages of a folder, packed by gzip or not, in the order of names."""
    for path in sorted(folder.iterdir()):
        if path.name.endswith(".html.gz"):
            yield path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes())
        elif path.suffix == ".html":
            yield path.stem, path.read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.html_tools", description=__doc__)
    parser.add_argument("name", choices=[one.name for one in (QUOTH, *PEERS)])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--one", action="store_true", help="only the shortest page")
    options = parser.parse_args()
    extractor = next(one for one in (QUOTH, *PEERS) if one.name == options.name)
    pages = sorted(pages_in(options.folder), key=lambda page: len(page[1]))
    for name, page in pages[:1] if options.one else pages:
        print(name, len(read(extractor, page)))


if __name__ == "__main__":
    main()
