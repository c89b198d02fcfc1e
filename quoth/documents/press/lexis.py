"""Exports of LexisNexis Academic (`1 of 200 DOCUMENTS`) and of Nexis Uni (`End of Document`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quoth.documents.dates import iso_date
from quoth.documents.press.fields import (
    BEGINS,
    BLANK,
    DATE,
    ENDS,
    Article,
    Field,
    Line,
    believed,
    columns,
    fields,
    first_chunk,
    lines,
    names,
    stated,
    tail,
    value,
    whole_line,
)
from quoth.records import BlockKind, Span

NUMBER = whole_line(r"(\d{1,6}) of (\d{1,6}) DOCUMENTS?")
END = whole_line("End of Document")
ABOVE = frozenset(names("BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|HIGHLIGHT|SERIES|COLUMN|BODY"))
"""The fields above the text of an article, and those below it."""
BELOW = frozenset(
    names(
        "CATEGORY|CITY|CLASSIFICATION|COMPANY|CORRECTION|CORRECTION-DATE|COUNTRY|DISTRIBUTION"
        "|DOCUMENT-TYPE|GEOGRAPHIC|GRAPHIC|INDUSTRY|JOURNAL-CODE|LANGUAGE|LOAD-DATE|NOTES"
        "|ORGANIZATION|PERSON|PUB-TYPE|PUBLICATION-TYPE|STATE|SUBJECT|TICKER|TYPE|URL"
    )
)
LABELS = "|".join(sorted(ABOVE | BELOW, key=len, reverse=True))
UPPER = re.compile(rf"{BEGINS}{BLANK}({LABELS}):{BLANK}")
TITLE_CASE = re.compile(
    rf"{BEGINS}{BLANK}((?!(?-i:[A-Z]{{2}}))(?:{LABELS}))(?::{BLANK}|{BLANK}{ENDS})", re.I
)
"""Nexis Uni writes `Length: 900 words`, and some labels alone on a line: `Body`."""
MONTH = re.compile(r"(?:[A-Z][a-z]{2,8}(?:[-/ ][A-Z][a-z]{2,8})?\.?,? )?\d{4}")
"""The date of a magazine."""
OWNED = re.compile(r"copyright\b|©|all rights reserved", re.I)
EDITION = re.compile(r"\b(?:edition|final)\b|^\d{1,2}:\d{2}", re.I)
SHORT_HEAD = 60
NOT_COLUMNS = frozenset(("HEADLINE", "BYLINE", "BODY", "HIGHLIGHT"))


def articles(text: str) -> list[Article]:
    """The articles in an export; none where `text` is not one."""
    numbers = list(NUMBER.finditer(text))
    # Whoever saved the export may have left out some.
    rising = all(int(a[1]) < int(b[1]) and a[2] == b[2] for a, b in pairwise(numbers))
    if numbers and rising:
        starts = [number.end() for number in numbers]
        ends = [number.start() for number in numbers[1:]] + [len(text)]
        label = UPPER
    else:
        marks = list(END.finditer(text))
        ends = [end.start() for end in marks]
        starts = [0, *(end.end() for end in marks[:-1])][: len(ends)]
        label = TITLE_CASE
    slices = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    return believed(text, slices, [_article(text, each, label) for each in slices])


def _article(text: str, within: Span, label: re.Pattern[str]) -> Article | None:
    known = fields(text, label, Span(within.start, _owned(text, within.start, within.end)))
    labels = {field.label.upper() for field in known}
    if len(labels & {"LENGTH", "LOAD-DATE", "BODY", "BYLINE", "SECTION", "PUBLICATION-TYPE"}) < 2:
        return None
    above = _above(text, known)
    top = lines(text, Span(within.start, above[0].start))
    day = next((n for n, line in reversed(list(enumerate(top))) if _is_date(line)), None)
    if day is None or day == 0:
        return None
    old = label is UPPER
    title, outlet = _title(text, top, day, above, old), top[day - 1]
    last = above[-1]
    start = last.value.start if last.label.upper() == "BODY" else first_chunk(text, last.value).end
    below = tail(text, known, BELOW, start)
    end = below[0].start if below else within.end
    head = _head(text, title, above)
    first = title.start if title and not old else top[0].span.start
    above = [Field(f.label, f.start, first_chunk(text, f.value)) for f in above]
    return Article(
        Span(min(first, outlet.span.start), within.end),
        (Span(start, _owned(text, start, end)),),
        head,
        stated(
            outlet.words,
            text[title.start : title.end] if title else None,
            value(text, above, "BYLINE"),
            top[day].words,
            value(text, below, "LANGUAGE"),
            columns(text, [*above, *below], NOT_COLUMNS),
        ),
    )


def _above(text: str, known: Sequence[Field]) -> list[Field]:
    """The fields that stand above the text of the article, nothing between them."""
    result = [known[0]]
    for each in known[1:]:
        last = result[-1]
        between = text[first_chunk(text, last.value).end : each.start]
        if each.label.upper() not in ABOVE or last.label.upper() == "BODY" or between.strip():
            break
        result.append(each)
    return result


def _is_date(line: Line) -> bool:
    day = DATE.fullmatch(line.words) and iso_date(line.words)
    return bool(day or MONTH.fullmatch(line.words))


def _title(
    text: str, top: Sequence[Line], day: int, above: Sequence[Field], old: bool
) -> Span | None:
    """The headline: of its field, below the date, or, in Nexis Uni, above the outlet."""
    named = next((each for each in above if each.label.upper() == "HEADLINE"), None)
    if named:
        return first_chunk(text, named.value)
    if not old:
        return top[day - 2].span if day > 1 else None
    below = [line for line in top[day + 1 :] if not OWNED.search(line.words)]
    while below and len(below[0].words) < SHORT_HEAD and EDITION.search(below[0].words):
        below = below[1:]
    begins = max((n for n, line in enumerate(below) if line.gap), default=0)
    return Span(below[begins].span.start, below[-1].span.end) if below else None


def _head(
    text: str, title: Span | None, above: Sequence[Field]
) -> tuple[tuple[BlockKind, Span], ...]:
    kinds: dict[str, BlockKind] = {"BYLINE": "byline", "DATELINE": "dateline", "HIGHLIGHT": "deck"}
    head: Iterator[tuple[BlockKind, Span]] = (
        (kinds[name], first_chunk(text, each.value))
        for each in above
        if (name := each.label.upper()) in kinds
    )
    titled: list[tuple[BlockKind, Span]] = [("title", title)] if title else []
    return (*titled, *(each for each in head if each[1].start < each[1].end))


def _owned(text: str, start: int, end: int) -> int:
    """Where the text ends, without the note on whose it is."""
    for line in reversed(lines(text, Span(max(start, end - 400), end))):
        if not OWNED.match(line.words):
            break
        end = line.span.start
    return end
