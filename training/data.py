"""Articles to windows with their relations: PolNeAR's (Newell, Margolin, Ruths, LREC 2018), ours,
and texts that nobody marked.

An article is cut into blocks and words by the code that users run, so training sees what reading
will see.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quoth.documents import from_text
from quoth.reading.tokens import Word, words
from quoth.reading.vocabulary import Pieces
from quoth.reading.windows import Window, windows
from training.vary import Article, varied

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
ROLES = {"source": SOURCE, "cue": CUE, "content": CONTENT}
UNMARKED = 0.4
"""Share of the texts without marks that an epoch has."""


Spans = dict[str, list[tuple[int, int]]]
"""Character spans of a relation, by role."""


@dataclass(frozen=True, eq=False)
class Example:
    """A window with the relations whose cue it holds.

    `cues` has a row (first word, one past the last word) for each relation, `roles` a row with
    the role of every word.
    """

    window: Window
    cues: NDArray[np.int64]
    roles: NDArray[np.int64]
    marked: bool


def articles(folder: Path) -> Iterator[Article]:
    """Articles of a folder with `text` and `attributions`, the first annotator's relations."""
    for path in sorted((folder / "text").glob("*.txt")):
        if spans := relations(folder, path.stem):
            yield _article(path.stem, path.read_bytes().decode(), spans)


def relations(folder: Path, name: str) -> list[Spans]:
    """The first annotator's relations of one article; none where nobody annotated it."""
    annotations = sorted((folder / "attributions").glob(f"{_escaped(name)}_*.ann"))
    return _relations(annotations[0].read_bytes().decode()) if annotations else []


def documents(folder: Path, texts: dict[str, str]) -> Iterator[Article]:
    """Documents that we marked: NAME.json beside NAME.txt, or with its text in `texts`."""
    for path in sorted(folder.glob("*.json")):
        beside = path.with_suffix(".txt")
        text = beside.read_bytes().decode() if beside.exists() else texts[path.stem]
        yield _article(path.stem, text, _outer(json.loads(path.read_text("utf-8"))["statements"]))


def unmarked(texts: dict[str, str]) -> Iterator[Article]:
    """Texts by name as articles without relations."""
    for name, text in texts.items():
        yield Article(name, list(words(from_text(text, name))), [], marked=False)


def _article(name: str, text: str, spans: list[Spans]) -> Article:
    found = list(words(from_text(text, name)))
    return Article(name, found, [_roles_of_words(found, one) for one in spans])


def _outer(statements: list[Any]) -> list[Spans]:
    """Statements that lie in no other, but for those whose holder only the layout shows.

    PolNeAR marks none inside another; a turn or a block quotation without a cue is not the
    network's to find, what stands in it is.
    """

    def held(statement: Any) -> bool:
        outer = statement["within"]
        return outer is not None and (bool(statements[outer]["cue"]) or held(statements[outer]))

    return [
        {role: [(start, end) for start, end in one[role]] for role in ROLES}
        for one in statements
        if one["cue"] and not held(one)
    ]


def _escaped(stem: str) -> str:
    return re.sub(r"([\[*?])", r"[\1]", stem)


def _relations(annotation: str) -> list[Spans]:
    """Character spans of each relation by role, from brat's stand-off format."""
    spans = {
        f"T{match[1]}": [
            (int(start), int(end))
            for start, end in (piece.split() for piece in match[2].split(";"))
        ]
        for match in re.finditer(r"^T(\d+)\t\w+ ([\d ;]+)\t", annotation, re.M)
    }
    found = []
    for match in re.finditer(r"^E\d+\t(.*)$", annotation, re.M):
        relation: Spans = {}
        for argument in match[1].split():
            role, reference = argument.split(":")
            relation.setdefault(re.sub(r"\d+$", "", role).lower(), []).extend(
                spans.get(reference, [])
            )
        if relation.get("content"):
            found.append(relation)
    return found


def _roles_of_words(found: list[Word], relation: Spans) -> dict[int, int]:
    """Role of each word that a relation touches; content gives way to source and cue."""
    starts = np.fromiter((word.start for word in found), np.int64, len(found))
    ends = np.fromiter((word.end for word in found), np.int64, len(found))
    roles: dict[int, int] = {}
    for name in ("content", "source", "cue"):
        for start, end in relation.get(name, ()):
            inside = np.flatnonzero((starts < end) & (ends > start))
            roles.update(dict.fromkeys(inside.tolist(), ROLES[name]))
    return roles


def examples(article: Article, vocabulary: Pieces, limit: int, context: int = 0) -> list[Example]:
    """The article's windows of at most `limit` pieces, each with the relations of its cues."""
    made, position = [], {word.start: n for n, word in enumerate(article.words)}
    for window in windows(article.words, vocabulary, limit, context):
        offset, size = position[window.words[0].start], len(window.words)
        cues, rows = [], []
        for relation in article.relations:
            cue = [n - offset for n, role in relation.items() if role == CUE]
            if not cue or min(cue) < 0 or max(cue) >= size:
                continue
            row = np.zeros(size, np.int64)
            for n, role in relation.items():
                if 0 <= n - offset < size:
                    row[n - offset] = role
            cues.append((min(cue), max(cue) + 1))
            rows.append(row)
        made.append(
            Example(
                window,
                np.asarray(cues, np.int64).reshape(-1, 2),
                np.asarray(rows, np.int64).reshape(-1, size),
                article.marked,
            )
        )
    return made


def epoch(collection: list[Article], vocabulary: Pieces, limit: int, seed: int) -> list[Example]:
    """All windows of all articles, varied and cut at other places for each seed, shuffled."""
    chance = random.Random(seed)
    made = []
    for article in collection:
        if not article.marked and chance.random() > UNMARKED:
            continue
        seen = varied(article, chance)
        made += examples(seen, vocabulary, chance.randint(limit * 2 // 3, limit))
    chance.shuffle(made)
    return made
