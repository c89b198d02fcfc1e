"""TimeBank as TempEval-3 gives it out: texts with their times, in ten parts by name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from quoth.analysis import Analysis, Token
from quoth.documents import from_text
from quoth.reading.tokens import words
from quoth.records import Document, Found, Metadata

PARTS = 10


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3: where it stands, its type in small letters, its value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text of TimeBank, dated as its DCT says, and the times marked in it."""

    name: str
    document: Document
    times: tuple[Time, ...]

    @property
    def part(self) -> int:
        """Which tenth of the articles it is in, by a hash of its name."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % PARTS


def articles(folder: Path) -> list[Article]:
    """All articles of a folder of `.tml` files, by name."""
    return [_article(path) for path in sorted(folder.glob("*.tml"))]


def _article(path: Path) -> Article:
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(recover=True))
    created = root.find(".//DCT/TIMEX3")
    pieces: list[str] = []
    times: list[Time] = []
    _walk(root.find(".//TEXT"), pieces, times)
    document = from_text("".join(pieces), path.stem)
    if created is not None:
        found = Found(created.get("value")[:10], "DCT")
        document = replace(document, metadata=Metadata(published=found))
    return Article(path.stem, document, tuple(sorted(times, key=lambda time: time.start)))


def _walk(element: etree._Element, pieces: list[str], times: list[Time]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, times)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        # The tail of the last child is part of this element: its own comes later.
        end = sum(map(len, pieces))
        times.append(Time(start, end, element.get("type").lower(), element.get("value")))


def without_grammar(document: Document) -> Analysis:
    """The words of a document, with nothing known of them but where sentences may end."""

    tokens: list[Token] = []
    sentence = 0
    for word in words(document):
        before = tokens[-1] if tokens else None
        if before and (before.block != word.block or _ends(before.text, word.text)):
            sentence += 1
        n = len(tokens)
        tokens.append(
            Token(
                word.text,
                word.start,
                word.end,
                word.block,
                sentence,
                "X",
                n,
                "root",
                None,
                (n, n + 1),
                "O",
                0.0,
            )
        )
    return Analysis(document, tuple(tokens))


def _ends(before: str, word: str) -> bool:
    return before in {".", "!", "?"} and word[:1].isupper()
