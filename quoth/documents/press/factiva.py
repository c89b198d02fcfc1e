"""Exports of Factiva, with its two-letter codes (`HD`, `LP`, `TD`) or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.credits import credit
from quoth.documents.dates import iso_date
from quoth.documents.press.fields import (
    BEGINS,
    BLANK,
    DATE,
    ENDS,
    LANGUAGES,
    Article,
    Field,
    Line,
    believed,
    columns,
    fields,
    lines,
    names,
    stated,
    tail,
    value,
    whole_line,
)
from quoth.documents.roles import BYLINE
from quoth.records import BlockKind, Span

NUMBER = whole_line(r"(?:AN\s+)?Document [A-Z][A-Z0-9]{3,9}\d{8}[a-z][a-z0-9]{5,12}")
"""The accession number that ends each article."""
ABOVE = names("SE|CLM|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD")
"""The codes above and with the text of an article, in their order, and those below it."""
BELOW = frozenset(names("ART|RF|CT|CO|IN|NS|RE|IPD|IPC|PUB|AN"))
CODE = re.compile(rf"{BEGINS}{BLANK}({'|'.join((*ABOVE, *BELOW))})(?:[^\S\r\n]+|{ENDS})")
NEEDED = frozenset(("HD", "WC", "PD", "SN"))
NOT_COLUMNS = frozenset(("HD", "BY", "PD", "SN", "LP", "TD"))
WORDS = re.compile(r"[\d,]+ words")
HOUR = re.compile(r"\d{1,2}:\d{2}.{0,10}")
SOURCE = re.compile(r"[A-Z0-9]{2,8}")
OWNED = re.compile(r"©|\(c\)|copyright\b", re.I)
HEAD = 12
"""So many lines may stand between the number of words and the text."""


def articles(text: str) -> list[Article]:
    """The articles in an export; none where `text` is not one."""
    numbers = list(NUMBER.finditer(text))
    starts = [0, *(number.end() for number in numbers[:-1])][: len(numbers)]
    slices = [Span(start, n.end()) for start, n in zip(starts, numbers, strict=True)]
    found = (
        _coded(text, each) or _plain(text, Span(each.start, number.start()))
        for each, number in zip(slices, numbers, strict=True)
    )
    return believed(text, slices, list(found))


def _coded(text: str, within: Span) -> Article | None:
    """An article whose fields have their codes."""
    known = fields(text, CODE, within)
    first = next((n for n, each in enumerate(known) if each.label in ("SE", "CLM", "HD")), None)
    known = known[first:] if first is not None else []
    above = list(_in_order(known))
    codes = {each.label for each in above}
    if not codes >= NEEDED or not codes & {"LP", "TD"}:
        return None
    texts = [each for each in above if each.label in ("LP", "TD")]
    below = tail(text, known, BELOW, texts[-1].value.start)
    end = below[0].start if below else within.end
    body = [Span(each.value.start, each.value.end) for each in texts[:-1]]
    body.append(Span(texts[-1].value.start, end))
    kinds: dict[str, BlockKind] = {"HD": "title", "BY": "byline"}
    return Article(
        Span(known[0].start, within.end),
        tuple(body),
        tuple((kinds[each.label], each.value) for each in above if each.label in kinds),
        stated(
            value(text, above, "SN"),
            value(text, above, "HD"),
            value(text, above, "BY"),
            value(text, above, "PD"),
            value(text, above, "LA"),
            columns(text, [*above, *below], NOT_COLUMNS),
        ),
    )


def _in_order(known: list[Field]) -> Iterator[Field]:
    """The fields above and in the text, in the order that Factiva has them in."""
    last = -1
    for each in known:
        rank = ABOVE.index(each.label) if each.label in ABOVE else -1
        if rank > last:
            last = rank
            yield each


def _plain(text: str, within: Span) -> Article | None:
    """An article whose fields are told by their order."""
    every = lines(text, within)
    at = next((n for n, line in enumerate(every) if WORDS.fullmatch(line.words)), None)
    if not at or at + 2 >= len(every):
        return None
    below = every[at + 1 : at + HEAD]
    if not (DATE.fullmatch(below[0].words) and iso_date(below[0].words)):
        return None
    owned = next((n for n, line in enumerate(below) if OWNED.match(line.words)), None)
    sources = [n for n, line in enumerate(below) if SOURCE.fullmatch(line.words)]
    outlet = 2 if HOUR.fullmatch(below[1].words) else 1
    last = owned if owned is not None else (sources[0] + 1 if sources else None)
    if last is None or last + 1 >= len(below) or outlet >= last:
        return None
    above = every[:at]
    byline = above.pop() if _is_signed(above) else None
    begins = _title(above, max(len(line.words) for line in every))
    title = Span(above[begins].span.start, above[-1].span.end)
    head: list[tuple[BlockKind, Span]] = [("title", title)]
    if byline:
        head.append(("byline", byline.span))
    kept = [("words", every[at].words.removesuffix(" words"))]
    kept += [("source", below[sources[0]].words)] if sources else []
    said = [line.words for line in below[: last + 1]]
    language = next((words for words in said if words.lower() in LANGUAGES), None)
    return Article(
        Span(title.start, within.end),
        (Span(below[last].span.end, within.end),),
        tuple(head),
        stated(
            below[outlet].words,
            " ".join(text[title.start : title.end].split()),
            byline.words if byline else None,
            below[0].words,
            language,
            kept,
        ),
    )


def _title(above: Sequence[Line], width: int) -> int:
    """The first of the headline's lines, which only the width of the text has broken."""
    for n in range(len(above) - 1, 0, -1):
        word = above[n].words.split(maxsplit=1)[0]
        if above[n].gap or len(above[n - 1].words) + 1 + len(word) <= width:
            return n
    return 0


def _is_signed(above: Sequence[Line]) -> bool:
    """Whether the last line above the number of words is a byline, with a headline above it."""
    if len(above) < 2:
        return False
    last, before = above[-1].words, above[-2].words
    named = above[-1].gap and len(last) < len(before) and bool(credit(last).authors)
    return named or bool(BYLINE.match(last))
