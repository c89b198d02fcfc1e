"""What the exports of press databases are made of: lines, labelled fields, articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.documents.credits import credit
from quoth.documents.cutting import trimmed
from quoth.documents.dates import iso_date
from quoth.documents.metadata import all_found, found
from quoth.records import BlockKind, Metadata, Span

WHERE = "field"
LINE = re.compile(r"[^\r\n\f]*[^\s][^\r\n\f]*")
BLANK = r"[^\S\r\n]*"
BEGINS, ENDS = r"(?<![^\r\n])", r"(?![^\r\n])"
"""Where a line begins and ends, whichever line ends a file has; `^` and `$` know only one."""
WEEKDAY = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    "|sonnabend|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|mi[ée]rcoles|jueves"
    "|viernes|s[áa]bado|domingo|(?:lune|marte|mercole|giove|vener)d[ìi]|sabato|domenica"
    "|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:segunda|ter[çc]a|quarta|quinta|sexta)-feira"
)
MONTH = r"[^\W\d_]{3,10}\.?"
DATE = re.compile(
    rf"(?:(?:{WEEKDAY}),?\s+)?"
    rf"(?:\d{{1,2}}(?:\.|er)?\s+(?:de\s+)?{MONTH},?\s+(?:de\s+)?\d{{4}}"
    rf"|{MONTH}\s+\d{{1,2}},?\s+\d{{4}})\b.{{0,40}}",
    re.I,
)
"""A line that is a date, with a weekday, an hour or an edition perhaps."""
CHUNKS = 3
"""The value of a field below an article has no more paragraphs."""
PROSE = frozenset(("COPYRIGHT", "CORRECTION", "DETAILS", "GRAPHIC", "NOTES"))
"""The fields that have more than one of them behind a colon."""
LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    span: Span
    words: str
    gap: bool
    """Whether a blank line stands above it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label at the start of a line, and what stands below and behind it up to the next one."""

    label: str
    start: int
    value: Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article in an export: where it stands, its parts, and what its fields say of it."""

    span: Span
    body: tuple[Span, ...]
    head: tuple[tuple[BlockKind, Span], ...]
    """Title, byline and dateline."""
    metadata: Metadata


def whole_line(words: str) -> re.Pattern[str]:
    """A line of nothing but what the pattern `words` matches."""
    return re.compile(f"{BEGINS}{BLANK}(?:{words}){BLANK}{ENDS}")


def names(labels: str) -> tuple[str, ...]:
    """The labels that bars part."""
    return tuple(labels.split("|"))


def lines(text: str, within: Span) -> list[Line]:
    """The lines between two places that are not blank."""
    result: list[Line] = []
    before = within.start
    for match in LINE.finditer(text, within.start, within.end):
        span = trimmed(text, Span(*match.span()))
        between = text[before : match.start()].replace("\r\n", "\n")
        gap = between.count("\n") + between.count("\r") > 1 or "\f" in between
        result.append(Line(span, text[span.start : span.end], gap or not result))
        before = match.end()
    return result


def fields(text: str, label: re.Pattern[str], within: Span) -> list[Field]:
    """The fields between two places; `label` has the label's name as its first group."""
    marks = list(label.finditer(text, within.start, within.end))
    ends = [*(mark.start() for mark in marks[1:]), within.end][: len(marks)]
    return [
        Field(" ".join(mark[1].split()), mark.start(), trimmed(text, Span(mark.end(), end)))
        for mark, end in zip(marks, ends, strict=True)
    ]


def believed(text: str, slices: Sequence[Span], found: Sequence[Article | None]) -> list[Article]:
    """The articles of an export, if most of its slices are found to be some.

    What of the others is more than a cover is an article whose fields are unknown.
    """
    if 2 * sum(each is not None for each in found) < len(slices) or not slices:
        return []
    return [
        article or Article(trimmed(text, each), (trimmed(text, each),), (), Metadata())
        for each, article in zip(slices, found, strict=True)
        if article or text[each.start : each.end].strip()
    ]


def first_chunk(text: str, value: Span) -> Span:
    """A value up to the first blank line in it."""
    blank = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r|\n)").search(text, value.start, value.end)
    return trimmed(text, Span(value.start, blank.start() if blank else value.end))


def tail(text: str, known: Sequence[Field], labels: frozenset[str], start: int) -> list[Field]:
    """The fields below an article whose text starts at `start`.

    A line in the article may look like one of them; from the first that is one, they stand close.
    """
    below = [each for each in known if each.start >= start and each.label.upper() in labels]
    first = len(below)
    seen: set[str] = set()
    while first and (first == len(below) or _is_close(text, below[first - 1], below[first])):
        if below[first - 1].label in seen:
            break
        first -= 1
        seen.add(below[first].label)
    return below[first:]


def _is_close(text: str, above: Field, below: Field) -> bool:
    behind = ":" in text[above.start : above.value.start] and above.label.upper() not in PROSE
    chunks = sum(line.gap for line in lines(text, Span(above.value.start, below.start)))
    return chunks <= (1 if behind else CHUNKS)


def value(text: str, known: Iterable[Field], *names: str) -> str | None:
    """What the first field of the first of these names says, on one line."""
    by_name: dict[str, Field] = {}
    for each in known:
        by_name.setdefault(each.label.upper(), each)
    for name in names:
        if name in by_name:
            words = " ".join(text[by_name[name].value.start : by_name[name].value.end].split())
            if words:
                return words
    return None


def stated(
    outlet: str | None,
    title: str | None,
    byline: str | None,
    date: str | None,
    language: str | None,
    columns: Iterable[tuple[str, str]],
) -> Metadata:
    """What an article's fields say of it."""
    authors = credit(byline or "").authors
    tag = LANGUAGES.get((language or "").split(";")[0].strip(" .").lower())
    return Metadata(
        outlet=found(outlet, WHERE),
        title=found(title, WHERE),
        authors=all_found(authors, WHERE),
        published=found(iso_date(date or ""), WHERE),
        language=found(tag, WHERE),
        columns=tuple(columns),
    )


def columns(text: str, known: Iterable[Field], others: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The fields that are kept as columns: all but the `others`."""
    for each in known:
        words = " ".join(text[each.value.start : each.value.end].split())
        if words and each.label.upper() not in others:
            yield each.label, words
