"""What is learned from: contents, with the statements inside of them.

Our own documents and texts of GUM, marked to any depth; contents of PolNeAR's training part in
which we marked what stands inside; and sentences of PolNeAR with its own marks, put into the mouths
of others ("Orr said that …"), so that what people marked at the top is seen inside a content.
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
from quoth.reading.encoder import Encoder
from quoth.reading.nested import SHORTEST, cut
from quoth.reading.tokens import Word, words
from quoth.reading.windows import windows
from training.data import CONTENT, CUE, ROLES, SOURCE, Spans, relations
from training.unmarked import texts

Statements = list[dict[str, Any]]
"""Marks as in `training/documents`: spans by role, and `within`, the number of another."""
SAID = ("said", "says", "argued", "wrote", "told reporters", "noted", "added", "claimed", "warned")
# fmt: off
LOWERED = frozenset([
    "the", "a", "an", "he", "she", "they", "it", "in", "but", "and", "his", "her", "on", "some",
    "this", "that", "as", "while", "when", "if", "there",
])
"""First words of a sentence that lose their capital behind "said"."""
NAMELESS = frozenset([
    "i", "we", "he", "she", "they", "it", "you", "his", "her", "their", "who", "that", "which",
])
# fmt: on
SHORT, LONG = 6, 45
"""Words of a sentence that is put into a mouth."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with statements. `whole` is false where those inside a marked one are not marked."""

    name: str
    text: str
    statements: Statements
    whole: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A stretch of a content: `inner` (words, size), blocks, and rows of roles for its cues.

    `cues` (first word, one past the last); `counts` says of which words the cue tags are known.
    """

    inner: NDArray[np.float16]
    blocks: NDArray[np.int64]
    cues: NDArray[np.int64]
    rows: NDArray[np.int64]
    counts: NDArray[np.bool_]


def ours(folder: Path, shared: Path, left_out: frozenset[str]) -> Iterator[Marked]:
    """Documents that we marked, but for those named in `left_out`."""
    known = dict(texts(shared))
    polnear = shared / "polnear" / "train" / "text"
    for path in sorted(folder.rglob("*.json")):
        if path.stem in left_out:
            continue
        beside = path.with_suffix(".txt")
        if path.parent.name == polnear.parents[1].name:
            beside = polnear / f"{path.stem}.txt"
        text = beside.read_bytes().decode() if beside.exists() else known[path.stem]
        yield Marked(path.stem, text, json.loads(path.read_text("utf-8"))["statements"])


def in_mouths(folder: Path, wanted: int, seed: int = 3) -> Iterator[Marked]:
    """Articles of sentences put into the mouths of their sources, about `wanted` statements."""
    chance = random.Random(seed)
    paths = sorted((folder / "text").glob("*.txt"))
    chance.shuffle(paths)
    made = 0
    for path in paths:
        text = path.read_bytes().decode()
        article = _in_mouths(path.stem, text, relations(folder, path.stem), chance)
        if article.statements:
            yield article
        made += sum(one["within"] is not None for one in article.statements)
        if made > wanted:
            return


def _in_mouths(name: str, text: str, marked: list[Spans], chance: random.Random) -> Marked:
    mouths = [who for one in marked if (who := _name(text, one.get("source", [])))]
    body, statements = "", Statements()
    for start, end in _sentences(text) if mouths else ():
        touching = [one for one in marked if _touches(one, start, end)]
        inside = [one for one in touching if one.get("cue") and _within(one, start, end)]
        sentence = text[start:end].rstrip()
        dull = not inside and chance.random() > 0.15
        if len(inside) < len(touching) or not SHORT <= len(sentence.split()) <= LONG or dull:
            continue
        before, mark, content, after = _said(sentence, chance.choice(mouths), chance)
        shift = len(body) + len(before) + len(mark) - start
        head = len(body) + len(before) - (len("that ") if before.endswith("that ") else 0)
        body += before + mark + content + after
        outer = len(statements)
        stop = len(body) - len(after)
        statements.append({"content": [(head, stop)], "within": None})
        statements += (
            {
                "within": outer,
                **{
                    role: [(s + shift, min(e + shift, stop)) for s, e in one.get(role, ())]
                    for role in ROLES
                },
            }
            for one in inside
        )
    return Marked(name, body, statements, whole=False)


def _said(sentence: str, who: str, chance: random.Random) -> tuple[str, str, str, str]:
    """What stands before a content, its opening mark, the content, and what stands after it."""
    said, bare = chance.choice(SAID), sentence.rstrip(".")
    lowered = bare
    if sentence.split()[0].lower() in LOWERED:
        lowered = bare[:1].lower() + bare[1:]
    single = bare.translate(str.maketrans('“”"', "‘’'"))
    return chance.choice(
        (
            (f"{who} {said} that ", "", lowered, ".\n\n"),
            (f"{who} {said} ", "", lowered, ".\n\n"),
            ("", "“", f"{single},”", f" {who} {said}.\n\n"),
            (f"{who} {said}: ", "“", f"{single}.”", "\n\n"),
            (f"According to {who}, ", "", lowered, ".\n\n"),
        )
    )


def _name(text: str, source: list[tuple[int, int]]) -> str | None:
    words_of = text[source[0][0] : source[-1][1]].split() if source else []
    fits = 0 < len(words_of) <= SHORT and words_of[0][:1].isupper()
    return " ".join(words_of) if fits and words_of[0].lower() not in NAMELESS else None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        start = paragraph.start()
        for end in re.finditer(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]*[A-Z])", paragraph[0]):
            yield start, paragraph.start() + end.end()
            start = paragraph.start() + end.end()
        yield start, paragraph.end()


def _touches(one: Spans, start: int, end: int) -> bool:
    return any(s < end and e > start for role in ROLES for s, e in one.get(role, ()))


def _within(one: Spans, start: int, end: int) -> bool:
    return all(start <= s and e <= end for role in ROLES for s, e in one.get(role, ()))


def examples(marked: Marked, encoder: Encoder) -> Iterator[Example]:
    """Every stretch of every content of a text that stands in no other."""
    found, inner = _encoded(marked, encoder)
    starts, ends = (np.asarray([getattr(w, side) for w in found]) for side in ("start", "end"))
    blocks = np.asarray([word.block for word in found])

    def at(spans: list[tuple[int, int]]) -> NDArray[np.int64]:
        here = [
            np.arange(np.searchsorted(ends, s, "right"), np.searchsorted(starts, e, "left"))
            for s, e in spans
        ]
        return np.unique(np.concatenate(here)) if here else np.empty(0, np.int64)

    inside: dict[int, list[dict[str, Any]]] = {}
    for number, one in enumerate(marked.statements):
        outer = number
        while (above := marked.statements[outer]["within"]) is not None:
            outer = above
        inside.setdefault(outer, []).extend([one] if outer != number else [])
    for outer, nested in inside.items():
        for numbers in cut(at(marked.statements[outer]["content"]), found):
            if len(numbers) < SHORTEST:
                continue
            every = [_row(one, numbers, at) for one in nested]
            rows = [row for row in every if {CUE, CONTENT} <= set(row.tolist())]
            cues = [np.flatnonzero(row == CUE) for row in rows]
            unknown = [row == CONTENT for row in rows if not marked.whole]
            yield Example(
                inner[numbers],
                blocks[numbers],
                np.asarray([(cue[0], cue[-1] + 1) for cue in cues], np.int64).reshape(-1, 2),
                np.asarray(rows, np.int64).reshape(-1, len(numbers)),
                ~np.any([np.zeros(len(numbers), bool), *unknown], axis=0),
            )


def _row(one: dict[str, Any], numbers: NDArray[np.int64], at: Any) -> NDArray[np.int64]:
    row = np.zeros(len(numbers), np.int64)
    for role, number in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
        row[np.isin(numbers, at(one[role]))] = number
    return row


def _encoded(marked: Marked, encoder: Encoder) -> tuple[list[Word], NDArray[np.float16]]:
    """All words, and what the inner layers hold of those near a content; others have zeros."""
    settings = encoder.settings
    contents = [span for one in marked.statements for span in one["content"]]
    found: list[Word] = []
    inner: list[NDArray[np.float16]] = []
    every = words(from_text(marked.text, marked.name))
    for window in windows(every, encoder.vocabulary, settings["limit"], settings["context"]):
        first, end = window.own
        start, stop = window.words[first].start, window.words[end - 1].end
        found += window.words[first:end]
        if any(s < stop and e > start for s, e in contents):
            inner.append(encoder.encode(window).inner[first:end].astype(np.float16))
        else:
            inner.append(np.zeros((end - first, 1), np.float16))
    size = max(part.shape[1] for part in inner)
    return found, np.concatenate([np.broadcast_to(part, (len(part), size)) for part in inner])
