"""Events with marked statements: those of `tests/compared/claims`, and `events.txt`, our own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from quoth.compare.claims.claim import Claim, claim_of
from quoth.compare.claims.meaning import Meaning
from quoth.compare.claims.page import Page
from quoth.compare.claims.pages import page_of
from quoth.compare.claims.speakers import Speakers
from quoth.compare.event_names import names_of
from quoth.compare.records import Told
from quoth.details.cues import cued
from quoth.documents import open_document
from quoth.passages import passage_at
from quoth.reader import Reader
from quoth.reading.roles import Floats
from quoth.records import Document, Passage, Reading, Span, Statement
from training.claims.own import Mark, Place, own_documents

HERE = Path(__file__).resolve().parent
OPEN = HERE.parents[1] / "tests" / "compared" / "claims"
LEARNED, MORE = HERE / "events.txt", HERE / "more.txt"
"""Events of our own: written with the rules in sight, and by somebody who had not seen the code."""
PATHS = (LEARNED, MORE, *(HERE / f"{name}.txt" for name in ("third", "fourth", "fifth")))
"""All that is learned from; the last three are by other hands, who had not seen the code either."""
NEAR = 2.2
"""Near misses for each true pair, as in `tests/compared/claims`."""
_WORD = re.compile(r"\w{4,}")
COVERED = 0.6
"""So much of the words that an item gives must lie in a statement that is taken for it."""


@dataclass(frozen=True, eq=False)
class Event:
    """Claims, and pairs of them: two numbers, and `denies`, `confirms`, `none`, or None for two
    that are about different propositions."""

    name: str
    claims: tuple[Claim, ...]
    pairs: tuple[tuple[int, int, str | None], ...]
    numbers: tuple[int, ...] = ()
    """The numbers of the items that the pairs are."""

    @property
    def about_one(self) -> int:
        return sum(label is not None for _, _, label in self.pairs)


@cache
def _tools() -> tuple[Reader, Meaning]:
    return Reader(threads=1), Meaning()


@cache
def _read(path: Path) -> Reading:
    return _tools()[0].read(open_document(path))


def word_vectors() -> tuple[Floats, Floats]:
    """Mean and standard deviation of the encoder's inner layers over the words of all events."""
    meaning = _tools()[1]
    events: dict[str, list[Document]] = defaultdict(list)
    for path in sorted(OPEN.glob("*/*.txt")):
        events[path.parent.name].append(_read(path).document)
    for event, _, _, document, _ in own_documents(LEARNED):
        events[event].append(document)
    rows = np.concatenate(
        [
            meaning.of(document, names).vectors
            for documents in events.values()
            for names in (names_of(documents),)
            for document in documents
        ]
    )
    return rows.mean(0), rows.std(0) + 1e-6


def marked_events(
    mean: Floats, spread: Floats, folder: Path = OPEN, marks: bool = True
) -> Iterator[Event]:
    """The events of a folder of `tests/compared`, their items as pairs; `either` is left out."""
    items = json.loads((folder / "items.json").read_text(encoding="utf-8"))["pairs"]
    said = json.loads((folder / "marks.json").read_text(encoding="utf-8"))["pairs"] if marks else []
    labels = {mark["n"]: mark.get("label", "either") for mark in said}
    for name in sorted({item["event"] for item in items}):
        own = [item for item in items if item["event"] == name]
        yield _marked_event(folder / name, own, labels, mean, spread)


def _marked_event(
    folder: Path, items: list[dict[str, Any]], labels: dict[int, str], mean: Floats, spread: Floats
) -> Event:
    meaning = _tools()[1]
    readings = {path.name: _read(path) for path in sorted(folder.glob("*.txt"))}
    names = names_of(reading.document for reading in readings.values())
    pages = {
        name: page_of(_told(name, reading, None), meaning, names, mean, spread)
        for name, reading in readings.items()
    }
    speakers = Speakers(pages.values())
    claims: list[Claim] = []
    known: dict[tuple[str, str, str], int] = {}
    pairs, numbers = [], []
    for item in items:
        found = []
        for side in (item["a"], item["b"]):
            key = (side["document"], side["source"], side["content"])
            if key not in known:
                page = pages[side["document"]]
                text = page.told.reading.document.text
                places = place(text, side["source"]), place(text, side["content"])
                known[key] = len(claims)
                claims.append(_claim(page, places, speakers))
            found.append(known[key])
        if labels.get(item["n"]) != "either":
            pairs.append((found[0], found[1], labels.get(item["n"], "none")))
            numbers.append(item["n"])
    return Event(folder.name, tuple(claims), tuple(pairs), tuple(numbers))


def place(text: str, words: str) -> Span:
    """Where words stand; `words|n` is their nth place."""
    phrase, _, nth = words.partition("|")
    at = -1
    for _ in range(int(nth or 1)):
        at = text.index(phrase, at + 1)
    return Span(at, at + len(phrase))


def _told(key: str, reading: Reading, published: str | None) -> Told:
    return Told(key, reading, None, published or reading.document.published)


def _claim(page: Page, places: Place, speakers: Speakers) -> Claim:
    document = page.told.reading.document
    source, content = places
    passage = Passage(document, (content,))
    statement = statement_at(page, source, content)
    given = replace(statement, source=Passage(document, (source,)), content=passage)
    made = claim_of(page, given, passage, speakers)
    assert made is not None  # an item has words
    return made


def statement_at(page: Page, source: Span, content: Span) -> Statement:
    """The statement of the reading that these words are; else one made of them and their verb."""
    best: tuple[tuple[bool, float], Statement] | None = None
    for one in page.told.reading.statements:
        shared = _shared(one.content.spans, content)
        if shared < COVERED * (content.end - content.start):
            continue
        named = one.source is not None and _shared(one.source.spans, source) > 0
        size = sum(s.end - s.start for s in one.content.spans)
        fit = 2 * shared / (size + content.end - content.start)
        key = (named, fit if named or one.within is None else fit / 2)
        if best is None or key > best[0]:
            best = (key, one)
    return best[1] if best else _made(page, source, content)


def _shared(spans: tuple[Span, ...], other: Span) -> int:
    return sum(max(0, min(s.end, other.end) - max(s.start, other.start)) for s in spans)


def _made(page: Page, source: Span, content: Span) -> Statement:
    """A statement of words that the reader overlooked; its cue is the verb between them."""
    document, tokens = page.told.reading.document, page.tokens
    said, by = page.inside((content,)), page.inside((source,))
    low, high = (by[-1] + 1, said[0]) if by[-1] < said[0] else (said[-1] + 1, by[0])
    sentence = tokens[said[0]].sentence
    near = (n for n in range(low, high) if tokens[n].sentence == sentence)
    verbs = [n for n in near if tokens[n].pos in ("VERB", "AUX")]
    cue = passage_at(document, (tokens[verbs[-1]].span,)) if verbs else None
    passages = passage_at(document, (source,)), Passage(document, (content,))
    made = Statement("", passages[0], cue, passages[1], "indirect", None, 1.0)
    return replace(made, cued=cued(made, page.analysis))


def own_events(mean: Floats, spread: Floats, path: Path = LEARNED) -> Iterator[Event]:
    """The events of a file of our own, with all their pairs."""
    reader, meaning = _tools()
    by_event: dict[str, list[tuple[Told, list[Mark]]]] = {}
    for event, name, day, document, marks in own_documents(path):
        told = _told(name, reader.read(document), day)
        by_event.setdefault(event, []).append((told, marks))
    for event, given in by_event.items():
        names = names_of(told.reading.document for told, _ in given)
        found = [(page_of(told, meaning, names, mean, spread), marks) for told, marks in given]
        speakers = Speakers(page for page, _ in found)
        claims, told_by = [], []
        for page, marks in found:
            for places, *rest in marks:
                claims.append(_claim(page, places, speakers))
                told_by.append(tuple(rest))
        pairs = [
            (a, b, _label(told_by[a], told_by[b])) for a, b in combinations(range(len(claims)), 2)
        ]
        yield Event(event, tuple(claims), tuple(pairs))


def _label(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    (who, what, side), (by, about, way) = one, other
    if what != about:
        return None
    if "?" in (side, way):
        return "none"
    if side != way:
        return "denies"
    return "none" if who == by else "confirms"


def items(event: Event) -> Iterator[tuple[int, int, str]]:
    """True pairs, those about one proposition that are none, and the likest others by words."""
    same = [(a, b, label) for a, b, label in event.pairs if label]
    yield from same
    right = sum(label != "none" for _, _, label in same)
    words = [set(_WORD.findall(c.content.text.casefold())) for c in event.claims]
    others = [(a, b) for a, b, label in event.pairs if label is None]
    others.sort(key=lambda pair: -_dice(words[pair[0]], words[pair[1]]))
    for a, b in others[: max(0, round(NEAR * right) - (len(same) - right))]:
        yield a, b, "none"


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / max(len(one) + len(other), 1)
