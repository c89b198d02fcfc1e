"""GUM's marks of who is who (Zeldes 2017): mentions with their groups, and its grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quoth.analysis import Analysis, Token
from quoth.documents import from_text
from quoth.records import Document, Span
from training.grammar import marks as grammar
from training.grammar.marks import ENTITY, conllu, gum


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention as marked: where its head word begins, whom it means, of which kind."""

    span: Span
    head: int
    group: str
    kind: str
    joined: bool
    """Several named together with *and*: its head is the first one's too."""


def marked_mentions(lines: str) -> list[Marked]:
    """Every mention of a CoNLL-U file, spans in the text that `conllu` gives."""
    _, sentences = conllu(lines)
    found = []
    for rows in sentences:
        for fields, first, last in _groups([row.columns[9] for row in rows]):
            inside = range(first, last + 1)
            heads = [int(rows[n].columns[6]) - 1 for n in inside]
            top = next(n for n, head in zip(inside, heads, strict=True) if head not in inside)
            joined = any(
                rows[n].columns[7].startswith("conj") and head == top
                for n, head in zip(inside, heads, strict=True)
            )
            span = Span(rows[first].span.start, rows[last].span.end)
            found.append(Marked(span, rows[top].span.start, fields[0], fields[1], joined))
    return found


def _groups(misc: list[str]) -> Iterator[tuple[list[str], int, int]]:
    """Fields, first and last word of each phrase that one sentence's MISC columns mark."""
    opened: list[tuple[list[str], int]] = []
    for number, cell in enumerate(misc):
        value = next((p[7:] for p in cell.split("|") if p.startswith("Entity=")), "")
        for opening, closed, closing in ENTITY.findall(value):
            if opening:
                opened.append((opening.split("-"), number))
            if opening and not closed:
                continue
            group = (opening or closing).split("-")[0]
            at = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0][0] == group), None)
            if at is not None:
                fields, first = opened.pop(at)
                yield fields, first, number


def heads(marked: Sequence[Marked]) -> dict[int, Marked]:
    """For each head's place the mention it heads: the longest that joins no several."""
    ordered = sorted(marked, key=lambda m: (not m.joined, m.span.end - m.span.start))
    return {one.head: one for one in ordered}


def document_of(lines: str, name: str) -> Document:
    """The text of a CoNLL-U file as a document."""
    return from_text(conllu(lines)[0], name)


def gold_analyses(folder: Path) -> Iterator[Analysis]:
    """Analyses as people marked them; their vectors are empty."""
    yield from map(_analysis, gum(folder))


def _analysis(marked: grammar.Marked) -> Analysis:
    document = from_text(marked.text, marked.name)
    places = {word.span.start: n for n, word in enumerate(marked.grammar)}
    starts = [word.span.start for word in marked.grammar]
    sentence = -1
    tokens = []
    for word in marked.grammar:
        sentence += word.begins
        first = places[word.phrase.start]
        end = int(np.searchsorted(starts, word.phrase.end))
        text = marked.text[word.span.start : word.span.end]
        block = document.block_at(word.span.start)
        tokens.append(
            Token(
                text,
                word.span.start,
                word.span.end,
                block,
                sentence,
                word.pos,
                places[word.head],
                word.relation,
                word.entity,
                (first, end),
                "O",
                0.0,
            )
        )
    return Analysis(document, tuple(tokens))
