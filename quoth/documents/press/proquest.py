"""Exports of ProQuest: articles between rules, each field with its label."""

from __future__ import annotations

import re

from quoth.documents.press.fields import (
    BEGINS,
    BLANK,
    ENDS,
    Article,
    Field,
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

RULE = whole_line("_{20,}")
NUMBER = whole_line(r"Document \d{1,6} of \d{1,6}")
ABOVE = names(
    "Author|Correspondence author|Publication info|ProQuest document link|Links|Abstract"
    "|Abstract (English)|Full text"
)
"""The fields above and with the text of an article, and those below it."""
BELOW = names(
    "Subject|Location|People|Company|Company / organization|Classification|Identifier"
    "|Identifier / keyword|Business indexing term|Title|Alternate title|Publication title"
    "|Journal abbreviation|Publication year|Publication date|Year|Column|First page|Pages|Volume"
    "|Issue|Section|Dateline|Publisher|Place of publication|Country of publication"
    "|Publication subject|ISSN|ISBN|Source type|Language of publication|Document type"
    "|Document feature|Accession number|ProQuest document ID|Document URL|Copyright|Last updated"
    "|Database|Credit|Details"
)
LABEL = re.compile(
    rf"{BEGINS}{BLANK}("
    + "|".join(re.escape(each) for each in sorted((*ABOVE, *BELOW), key=len, reverse=True))
    + rf")(?:{BLANK}:{BLANK}|{BLANK}{ENDS}|\t)",
    re.I,
)
TAIL = frozenset(each.upper() for each in BELOW)
MARKS = frozenset(
    ("PUBLICATION INFO", "PUBLICATION TITLE", "PROQUEST DOCUMENT ID", "PROQUEST DOCUMENT LINK")
)
TEXT = ("FULL TEXT", "ABSTRACT", "ABSTRACT (ENGLISH)")
NOT_COLUMNS = frozenset(
    (*TEXT, *MARKS - {"PROQUEST DOCUMENT ID"}, "AUTHOR", "LINKS", "TITLE", "DETAILS")
)
PLACE = re.compile(r"\s*[;\[(,]|\.\s|\s\d{1,2}\s")
"""What ends the name of a newspaper: its place, its years, the date."""


def articles(text: str) -> list[Article]:
    """The articles in an export; none where `text` is not one."""
    bounds = list(RULE.finditer(text))
    if len(bounds) < 2:
        bounds = list(NUMBER.finditer(text))
    if not bounds:
        return []
    starts = [0, *(bound.end() for bound in bounds)]
    ends = [*(bound.start() for bound in bounds), len(text)]
    slices = (Span(start, end) for start, end in zip(starts, ends, strict=True))
    return [article for each in slices if (article := _article(text, each))]


def _article(text: str, within: Span) -> Article | None:
    known = fields(text, LABEL, within)
    labels = {each.label.upper() for each in known}
    held = next((each for name in TEXT for each in known if each.label.upper() == name), None)
    if held is None or not labels & MARKS or len(labels) < 4:
        return None
    top = [n for n in lines(text, Span(within.start, known[0].start)) if not NUMBER.match(n.words)]
    below = tail(text, known, TAIL, held.value.start)
    end = below[0].start if below else within.end
    above = [each for each in known if each.start <= held.start and each.label.upper() not in TAIL]
    title = Span(top[0].span.start, top[-1].span.end) if top else None
    head: list[tuple[BlockKind, Span]] = [("title", title)] if title else []
    head += [
        ("byline", first_chunk(text, each.value))
        for each in above
        if each.label.upper() == "AUTHOR" and each.value.start < each.value.end
    ]
    info = value(text, above, "PUBLICATION INFO")
    outlet = value(text, below, "PUBLICATION TITLE") or info or ""
    return Article(
        Span(title.start if title else known[0].start, within.end),
        (Span(held.value.start, end),),
        tuple(head),
        stated(
            PLACE.split(outlet, maxsplit=1)[0],
            value(text, below, "TITLE") or (text[title.start : title.end] if title else None),
            _names(value(text, above, "AUTHOR") or ""),
            value(text, below, "PUBLICATION DATE") or info,
            value(text, below, "LANGUAGE OF PUBLICATION"),
            columns(text, _short(text, [*above, *below]), NOT_COLUMNS),
        ),
    )


def _short(text: str, known: list[Field]) -> list[Field]:
    """`known`, each with no more than its first paragraph."""
    return [Field(each.label, each.start, first_chunk(text, each.value)) for each in known]


def _names(authors: str) -> str:
    """`Marsh, Ann; Fell, Oda.` with the first names first."""
    names = (name.strip(" .").partition(", ") for name in authors.split(";"))
    return " and ".join(f"{first} {last}".strip() for last, _, first in names)
