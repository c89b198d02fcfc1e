"""How well Quoth tells who a statement's source is, and of what kind, on sources marked by hand.

    python -m benchmarks.sources [--held] [--list]

The statements are given as they were marked; the grammar is that of Quoth's own network. Beside
it stands "nearest earlier name": every source is the last name at or before it, a person. `--list`
prints every item that differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from benchmarks.marks.agreement import same
from benchmarks.marks.documents import Spans, statements, text_of
from benchmarks.marks.sets import SETS, Record, final_file, items_file, load
from benchmarks.marks.show import quoted
from quoth.analysis import Analysis
from quoth.documents import from_text
from quoth.passages import passage_at, plain_spans
from quoth.reading import Finder
from quoth.records import Document, Form, Passage, Source, Span, Statement
from quoth.sources import sources

FIELDS = ("entity", "kind", "named", "reason", "role")
GROUPS = ("name", "pronoun", "description")
QUOTES = frozenset("\"“«‘'")
Answer = dict[str, Any]
Place = tuple[tuple[int, int], ...]
Key = tuple[Place, Place, Place]
"""Where a statement has its source, cue and content."""
Analyse = Callable[[str, str], Analysis]
"""From a document's name and text to its grammar."""


def main(analyse: Analyse | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sources",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--held", action="store_true", help="the third that is looked at last")
    parser.add_argument("--list", action="store_true", help="print every item that differs")
    options = parser.parse_args()
    items, final = (load(file("sources", options.held)) for file in (items_file, final_file))
    try:
        found = answers(items, analyse or _read)
    except FileNotFoundError as missing:
        sys.exit(f"{missing.filename or missing}: the marked texts are not there")
    for line in table(items, final, [a for a, _ in found], [b for _, b in found]):
        print(line)
    if options.list:
        for item, right, (answer, _) in zip(items, final, found, strict=True):
            for line in differences(item, right, answer):
                print(line)


def _read(name: str, text: str) -> Analysis:
    """The grammar that Quoth's own network gives a text."""
    return _finder().find(from_text(text, name), 2)[1]


@cache
def _finder() -> Finder:
    return Finder()


def answers(items: list[Record], analyse: Analyse) -> list[tuple[Answer, Answer]]:
    """For each item what Quoth says and what the nearest earlier name says."""
    found = []
    for name, group in groupby(items, key=lambda item: str(item["document"])):
        mine = list(group)
        analysis = analyse(name, text_of(name))
        given = _given(analysis.document, name, mine)
        told, all_sources = sources(given, analysis)
        by_id = {one.id: one for one in all_sources}
        by_spans = {_key(s): by_id.get(s.source_id or "") for s in told}
        for item in mine:
            source = by_spans[_item_key(item)]
            found.append((_answer(source), _nearest(analysis, item["source"])))
    return found


def _given(document: Document, name: str, items: list[Record]) -> tuple[Statement, ...]:
    """All statements that are marked in a document, those of the items among them."""
    parts = {
        (tuple(r["source"]), tuple(r["cue"]), tuple(r["content"])): None for r in statements(name)
    }
    parts |= {_item_key(item): None for item in items}

    def passage(spans: Place) -> Passage | None:
        return passage_at(document, tuple(Span(*one) for one in spans))

    return tuple(
        Statement(f"s{n}", passage(source), passage(cue), content, _form(content), None, 1.0)
        for n, (source, cue, said) in enumerate(sorted(parts, key=lambda p: p[2]), 1)
        if (content := passage(said))
    )


def _form(content: Passage) -> Form:
    """Direct where the content begins in quotation marks, which the marks tell nothing of."""
    text, start = content.document.text, content.spans[0].start
    return "direct" if text[start] in QUOTES or text[start - 1 : start] in QUOTES else "indirect"


def _item_key(item: Record) -> Key:
    source, cue, content = (
        tuple((s, e) for s, e in item[part]) for part in ("source", "cue", "content")
    )
    return source, cue, content


def _key(statement: Statement) -> Key:
    source, cue, content = (
        tuple((s.start, s.end) for s in part.spans) if part else ()
        for part in (statement.source, statement.cue, statement.content)
    )
    return source, cue, content


def _answer(source: Source | None) -> Answer:
    if source is None:
        return {"entity": None, "kind": "unspecified", "named": False, "reason": None, "role": None}
    return {
        "entity": _spans(source.name),
        "kind": source.kind,
        "named": source.named,
        "reason": _spans(source.reason),
        "role": _spans(source.role),
    }


def _spans(passage: Passage | None) -> Spans | None:
    return plain_spans(passage.spans) if passage else None


def _nearest(analysis: Analysis, source: Spans) -> Answer:
    """The last run of proper names that begins before the source's end."""
    tokens = analysis.tokens
    end = analysis.inside(Span(source[0][0], source[-1][1])).stop
    last = next((n for n in range(end - 1, -1, -1) if tokens[n].pos == "PROPN"), None)
    answer = {"entity": None, "kind": "person", "named": False, "reason": None, "role": None}
    if last is None:
        return answer
    first = last
    while first and tokens[first - 1].pos == "PROPN":
        first -= 1
    return answer | {"entity": [[tokens[first].start, tokens[last].end]], "named": True}


def table(
    items: list[Record], final: list[Record], mine: list[Answer], nearest: list[Answer]
) -> Iterator[str]:
    """Shares right, in Markdown: a row for all items and for each group."""
    yield "| items | | " + " | ".join(FIELDS) + " |"
    yield "|---|---:|" + "---:|" * len(FIELDS)
    rows: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        rows["all"].append(number)
        rows[item["group"]].append(number)
    for group in ("all", *GROUPS):
        numbers = rows[group]
        cells = (_share(field, numbers, items, final, mine) for field in FIELDS)
        yield f"| {group} | {len(numbers)} | " + " | ".join(cells) + " |"
    cells = (_share(field, rows["all"], items, final, nearest) for field in FIELDS)
    yield f"| nearest earlier name | {len(items)} | " + " | ".join(cells) + " |"


def _share(
    field: str, numbers: list[int], items: list[Record], final: list[Record], given: list[Answer]
) -> str:
    right = sum(is_right(field, items[n], final[n], given[n]) for n in numbers)
    return f"{100 * right / len(numbers):.1f} %" if numbers else ""


def is_right(field: str, item: Record, right: Record, given: Answer) -> bool:
    """As two readers agree; of several names each must have its own."""
    one, other = right[field], given[field]
    if field == "entity" and one and other and max(len(one), len(other)) > 1:
        return len(one) == len(other) and all(
            any(same(SETS["sources"].fields[field], item, [a], [b]) for b in other) for a in one
        )
    return same(SETS["sources"].fields[field], item, one, other)


def differences(item: Record, right: Record, given: Answer) -> Iterator[str]:
    """Lines for an item's fields that differ: what is right, what was given."""
    text = text_of(item["document"])
    wrong = [field for field in FIELDS if not is_right(field, item, right, given)]
    for field in wrong:
        one, other = (
            quoted(text, value) if isinstance(value, list) else value
            for value in (right[field], given[field])
        )
        yield f"{item['n']} {quoted(text, item['source'])!r} {field}: {one!r}, given {other!r}"


if __name__ == "__main__":
    main()
