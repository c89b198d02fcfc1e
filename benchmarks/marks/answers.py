"""A reader's answers, typed as a line of JSON for each mark, made offsets of the documents.

Words stand for their place: `"said"`; `"He|2"`, the second *He*; `"when {he} said"`, the *he* in
these words; `"The dam … was sound."`, all from one to the other; a list for several stretches.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from benchmarks.marks.documents import Spans, statements, text_of
from benchmarks.marks.sets import SPANS, Field, MarkedSet, Record, bounds

PLAIN = str.maketrans("‘’“”\u00a0\n\t", "''\"\"   ")
"""What a keyboard has instead, one character for one, so that offsets stay."""
GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")


class Wrong(ValueError):
    """An answer that cannot be taken; the message says why."""


def place(
    words: str, text: str, start: int, end: int, near: tuple[int, int] | None = None
) -> list[int]:
    """Where words stand that begin in text[start:end]; raises Wrong where none or several do.

    With `near`, the place nearest to that stretch is meant.
    """
    words, _, number = words.partition("|")
    if "{" in words:
        before, _, rest = words.partition("{")
        inner = rest.partition("}")[0]
        outer = place(f"{before}{inner}{rest.partition('}')[2]}|{number}", text, start, end, near)
        return [outer[0] + len(before), outer[0] + len(before) + len(inner)]
    opening, *closing = GAP.split(words) if not _in(words, text) else [words]
    found = [m.span() for m in _pattern(opening).finditer(_plain(text), start) if m.start() < end]
    if not found:
        raise Wrong(f"{opening!r} does not stand there")
    if near and not number:
        found = sorted(found, key=lambda one: min(abs(one[1] - near[0]), abs(one[0] - near[1])))[:1]
    if not number and len(found) > 1:
        raise Wrong(f"{opening!r} stands there {len(found)} times; write |1, |2 … or more words")
    if number and not (number.isdigit() and 0 < int(number) <= len(found)):
        raise Wrong(f"{words}|{number}: it stands there {len(found)} times")
    begin, stop = found[int(number or 1) - 1]
    for words_after in closing:
        after = _pattern(words_after).search(_plain(text), stop)
        if after is None:
            raise Wrong(f"{words_after!r} does not follow {opening!r}")
        stop = after.end()
    return [begin, stop]


def _plain(text: str) -> str:
    return text.translate(PLAIN)


def _in(words: str, text: str) -> bool:
    return words.translate(PLAIN) in _plain(text)


def _pattern(words: str) -> re.Pattern[str]:
    """The words with any space between them, not as a part of longer words."""
    inner = r"\s+".join(map(re.escape, words.translate(PLAIN).split()))
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    return re.compile(left + inner + (r"(?!\w)" if words[-1:].isalnum() else ""))


def resolved(
    marked: MarkedSet, items: list[Record], lines: Iterable[str]
) -> tuple[list[Record], list[str]]:
    """Answers as offsets, one record an item, and what is wrong, a line each."""
    by_number = {item["n"]: item for item in items}
    typed: dict[int, list[Record]] = defaultdict(list)
    problems = []
    for row, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            answer = json.loads(line)
            typed[by_number[answer["n"]]["n"]].append(answer)
        except (ValueError, KeyError, TypeError) as error:
            problems.append(f"line {row}: no JSON object with the number n of an item ({error})")
    if missing := [str(number) for number in by_number if number not in typed]:
        problems.append(f"not answered: {', '.join(missing)}")
    records = []
    for number, answers in sorted(typed.items()):
        try:
            records.append(_record(marked, by_number[number], answers))
        except Wrong as wrong:
            problems.append(f"{number}: {wrong}")
    return records, problems


def _record(marked: MarkedSet, item: Record, answers: list[Record]) -> Record:
    if marked.main is None:
        if len(answers) > 1:
            raise Wrong("answered twice")
        return {"n": item["n"], **_values(marked, item, answers[0])}
    if answers == [{"n": item["n"]}]:  # read, and nothing is there to mark
        return {"n": item["n"], "marks": []}
    made = [_values(marked, item, answer) for answer in answers]
    linked = _linked(marked, item, answers, made)
    return {"n": item["n"], "marks": sorted(linked, key=lambda one: bounds(one[str(marked.main)]))}


def _values(marked: MarkedSet, item: Record, answer: Record) -> Record:
    extra = set(answer) - set(marked.fields) - {"n", "id"}
    if extra:
        raise Wrong(f"no such field: {', '.join(sorted(extra))}")
    values: Record = {}
    for name, field in sorted(marked.fields.items(), key=lambda one: one[0] != marked.main):
        value = answer.get(name)
        if value is None and field.needed:
            raise Wrong(f"{name} is missing")
        try:
            by = values.get(str(marked.main)) or [[0, 0]]
            values[name] = None if value is None else _value(field, item, value, bounds(by))
        except Wrong as wrong:
            raise Wrong(f"{name}: {wrong}") from None
    return {name: values[name] for name in marked.fields}


def _value(field: Field, item: Record, value: Any, by: tuple[int, int]) -> Any:
    if field.kind in SPANS:
        return _spans(field, item, value, by)
    right = {
        "label": value in field.labels if isinstance(value, str) else False,
        "labels": isinstance(value, list) and set(value) <= set(field.labels),
        "yes": isinstance(value, bool),
        "number": isinstance(value, int | float) and not isinstance(value, bool),
        "text": isinstance(value, str),
        "link": isinstance(value, int | str),
    }[field.kind]
    if not right:
        raise Wrong(f"{value!r} is none of {', '.join(field.labels) or field.kind}")
    return sorted(value, key=field.labels.index) if field.kind == "labels" else value


def _spans(field: Field, item: Record, value: Any, by: tuple[int, int]) -> Spans:
    text = text_of(item["document"])
    start, end = (0, len(text)) if field.kind == "anywhere" else bounds(item["passage"])
    pieces = value if isinstance(value, list) else [value]
    if not pieces or not all(isinstance(piece, str) and piece.strip() for piece in pieces):
        raise Wrong(f"{value!r}: words of the document, or a list of such")
    near = None if field.kind == "here" else by
    return [place(one, text, start, end, near) for one in pieces]


def _linked(
    marked: MarkedSet, item: Record, answers: list[Record], made: list[Record]
) -> list[Record]:
    """Marks with the spans of the mark, or of the statement shown, that each points to."""
    main = str(marked.main)
    known: dict[int | str, Spans] = {
        answer["id"]: one[main] for answer, one in zip(answers, made, strict=True) if "id" in answer
    }
    known |= {k: [*map(list, one["content"])] for k, one in enumerate(given(item), 1)}
    for one in made:
        for name, field in marked.fields.items():
            if field.kind == "link" and one[name] is not None:
                if one[name] not in known:
                    raise Wrong(f"{name}: {one[name]!r} is neither an id nor a number shown")
                one[name] = known[one[name]]
    return made


def given(item: Record) -> list[Any]:
    """Statements known to stand in a passage and in no other, in the order they are shown in."""
    start, end = bounds(item["passage"])
    return [
        one
        for one in statements(item["document"])
        if any(s < end and e > start for s, e in one["content"])
    ]
