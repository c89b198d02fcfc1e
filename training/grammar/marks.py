"""Marked texts as a document and what is known of its characters: GUM, TimeBank, factuality.

A mark stands at the first character of what the collection counts as a word; what nobody marked is
absent, not false.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from quoth.records import Span


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a treebank says of one word: `head` is the place of its head, its own at the root."""

    span: Span
    pos: str
    head: int
    relation: str
    begins: bool
    """It begins a sentence."""
    entity: str | None
    phrase: Span
    """All of the phrase that it heads, from its first character to the end of its last word."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One text with its marks, each kind of which may be missing."""

    name: str
    text: str
    grammar: tuple[Grammar, ...] = ()
    times: tuple[Span, ...] | None = None
    certainty: dict[int, float] = field(default_factory=dict)
    """By the place of the predicate."""


# --- GUM (Zeldes 2017), CoNLL-U ---------------------------------------------------------------

ENTITY = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")


@dataclass(slots=True)
class _Row:
    """One word of a sentence: where it stands, and its columns."""

    span: Span
    columns: list[str]


def gum(folder: Path) -> Iterator[Marked]:
    """The documents of a folder of CoNLL-U files."""
    for path in sorted(folder.glob("*.conllu")):
        text, sentences = conllu(path.read_text(encoding="utf-8"))
        marks = [mark for rows in sentences for mark in _grammar(rows)]
        yield Marked(path.stem, text, tuple(marks))


def conllu(lines: str) -> tuple[str, list[list[_Row]]]:
    """The text of a CoNLL-U file, paragraphs parted by blank lines, and its sentences."""
    pieces: list[str] = []
    at = 0
    sentences: list[list[_Row]] = []
    rows: list[_Row] = []
    joined: list[Span] = []
    for line in lines.splitlines():
        columns = line.split("\t")
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and at:
            pieces.append("\n\n")
            at += 2
        elif not line and rows:
            sentences.append(rows)
            rows = []
        elif len(columns) == 10 and columns[0].isdigit() and joined:
            rows.append(_Row(joined.pop(0), columns))
        elif len(columns) == 10 and "." not in columns[0]:
            span = Span(at, at + len(columns[1]))
            space = "" if "SpaceAfter=No" in columns[9] else " "
            pieces.append(columns[1] + space)
            at = span.end + len(space)
            if "-" in columns[0]:
                joined = _parts(span, columns)
            else:
                rows.append(_Row(span, columns))
    return "".join(pieces).rstrip(), sentences + ([rows] if rows else [])


def _parts(span: Span, columns: list[str]) -> list[Span]:
    """Places of the words that one written word stands for ("don't"): cut at its apostrophe."""
    first, last = map(int, columns[0].split("-"))
    written = columns[1]
    cut = next((n for n, c in enumerate(written) if c in "'’"), len(written) - 1)
    if written[cut - 1 : cut] in ("n", "N") and written[cut + 1 :].lower() == "t":
        cut -= 1
    cut = max(cut, 1)
    parts = [Span(span.start, span.start + cut), Span(span.start + cut, span.end)]
    return (parts + [parts[-1]] * (last - first + 1))[: last - first + 1]


def _grammar(rows: list[_Row]) -> Iterator[Grammar]:
    phrases = dict(_phrases(rows))
    for number, row in enumerate(rows):
        head = int(row.columns[6])
        kind, first, last = phrases.get(number, (None, number, number))
        yield Grammar(
            row.span,
            row.columns[3],
            rows[head - 1].span.start if head else row.span.start,
            row.columns[7].split(":")[0],
            not number,
            kind,
            Span(rows[first].span.start, rows[last].span.end),
        )


def _phrases(rows: list[_Row]) -> Iterator[tuple[int, tuple[str, int, int]]]:
    """For each word that heads a marked phrase: its kind, first and last word.

    Of several phrases with one head, the longest that is no coordination comes last and counts.
    """
    found: list[tuple[bool, int, int, str, int, int]] = []
    for kind, first, last in entity_spans([row.columns[9] for row in rows]):
        for number in range(first, last + 1):
            head = int(rows[number].columns[6]) - 1
            if not first <= head <= last:
                joined = any(
                    rows[n].columns[7].startswith("conj") and int(rows[n].columns[6]) - 1 == number
                    for n in range(first, last + 1)
                )
                found.append((not joined, last - first, number, kind, first, last))
                break
    for _, _, number, kind, first, last in sorted(found):
        yield number, (kind, first, last)


def entity_spans(misc: list[str]) -> Iterator[tuple[str, int, int]]:
    """Kind, first and last word of each phrase that one sentence's MISC columns mark."""
    open_: list[tuple[str, str, int]] = []
    for number, cell in enumerate(misc):
        value = next((p[7:] for p in cell.split("|") if p.startswith("Entity=")), "")
        for match in ENTITY.finditer(value):
            opening, closed, closing = match.groups()
            if opening is not None:
                fields = opening.split("-")
                if closed:
                    yield fields[1], number, number
                else:
                    open_.append((fields[0], fields[1], number))
            else:
                group = closing.split("-")[0]
                for place in range(len(open_) - 1, -1, -1):
                    if open_[place][0] == group:
                        _, kind, first = open_.pop(place)
                        yield kind, first, number
                        break


# --- TimeBank 1.2 (Pustejovsky et al. 2003), TimeML --------------------------------------------


def timebank(folder: Path) -> Iterator[Marked]:
    """The articles of a folder of TimeML files, with the places of their TIMEX3."""
    for path in sorted(folder.glob("*.tml")):
        root = etree.fromstring(path.read_bytes()).find("TEXT")
        if root is None:
            continue
        text, spans = "", []
        for element, opens in _walk(root):
            if isinstance(element, str):
                text += element
            elif opens:
                spans.append([len(text), len(text)])
            else:
                next(s for s in reversed(spans) if s[0] == s[1])[1] = len(text)
        yield Marked(path.stem, text, times=tuple(Span(a, b) for a, b in spans))


def _walk(element: etree._Element) -> Iterator[tuple[str | etree._Element, bool]]:
    """Text in order, and the beginnings and ends of expressions of time."""
    yield element.text or "", False
    for child in element:
        if child.tag == "TIMEX3":
            yield child, True
        yield from _walk(child)
        if child.tag == "TIMEX3":
            yield child, False
        yield child.tail or "", False


# --- factuality, UW (Lee et al. 2015) and MEANTIME in one form ---------------------------------


def factuality(path: Path) -> Iterator[Marked]:
    """Sentences with what people gave their predicates, -3 to 3."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        sentence = json.loads(line)
        words = sentence["text"].split()
        starts, at = [], 0
        for word in words:
            starts.append(at)
            at += len(word) + 1
        certainty = {starts[t["span1"][0]]: float(t["label"]) for t in sentence["targets"]}
        yield Marked(f"{path.stem}-{number}", " ".join(words), certainty=certainty)
