"""What a group of rows is by its shape: paragraph, quotation, item, caption, table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.plain_paragraphs import is_centred, is_item
from quoth.documents.plain_rows import Row, closed
from quoth.documents.wrapping import Setting
from quoth.records import Block, BlockKind

CELLS = re.compile(r"\s{2,}|\t| ?\| ?")
NUMBER = re.compile(r"[-+±<>~(]?[$€£]?\d[\d.,:/%–-]*\)?[%*]?|n/?a|[-–—.]{1,3}", re.I)
CAPTION = re.compile(
    r"(?:figure|fig\.|table|tab\.|map|chart|graph|plate|box|exhibit|photo|image|illustration)"
    r"\s+(?:\d{1,3}|[IVX]{1,4}|[A-Z])\s*[.:–—-]"
    r"|(?:photo(?:graph)?s?|image|picture|illustration|photo credit|caption)\s*(?:by\b|:|/)"
    r"|(?:pictured|above|below|left|right)\s*:",
    re.I,
)
CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph)?s?|image|picture|illustration|credit|source)\s*(?:by\s|:)\s*[^.]{2,80}"
    r"|\((?:photo|image|picture)[^()]{2,80}\)|(?:/|\()(?:AP|AFP|Reuters|Getty Images)\)?)\.?$",
    re.I,
)
CITED = re.compile(
    r"[.!?…][\"”’»]*\s*\((?=[^\W\d_a-zß-ÿ])[^()]{2,200}[\s.]\d{1,4}(?:\s*[-–]\s*\d{1,4})?[^()\w]{0,3}\)\.?$"
)
"""The end of a quotation: a full stop, and a source with its page in brackets."""
INTRODUCES = re.compile(
    r"\b(?:said|says|wrote|writes|written|saying|stated?|states|added|adds|reads?|told|puts? it"
    r"|thus|follows|words|recalled?|recalls|replied|replies|declared|declares|in full|explained"
    r"|explains|continued|testified|remembers?|print)\b[^.:]{0,60}:$"
)
"""The end of a sentence that leads to somebody's words."""
QUOTE = re.compile(r"[\"“„«‘'`]")
FEWEST = 2
CAPTION_LENGTH = 400


def tables(
    text: str, rows: Sequence[Row], how: Setting | None
) -> Iterator[tuple[BlockKind | None, list[Row]]]:
    """Stretches of `rows`: tables, and what lies between them with the kind None."""
    other: list[Row] = []
    at = 0
    cells = [_cells(text, row) for row in rows]
    while at < len(rows):
        end = _table_end(text, rows, cells, at)
        if end - at < FEWEST:
            other.append(rows[at])
            at += 1
            continue
        if other:
            yield None, other
            other = []
        yield "table", list(rows[at:end])
        at = end
    if other:
        yield None, other


def _cells(text: str, row: Row) -> list[str]:
    if row.end - row.start > 300:
        return []
    line = text[row.start : row.end].strip("|")
    return [cell for cell in CELLS.split(line) if cell]


def _table_end(text: str, rows: Sequence[Row], cells: Sequence[list[str]], at: int) -> int:
    """Where the table that begins with row `at` ends; `at` where none does."""
    if len(cells[at]) < 2:
        return at
    end = at + 1
    while (
        end < len(rows)
        and len(cells[end]) >= 2
        and abs(len(cells[end]) - len(cells[at])) <= 1
        and rows[end].above <= 1
        and (end - at < 2 or _has_number(cells[end]))
        and rows[end].lane == rows[at].lane
    ):
        end += 1
    found = cells[at:end]
    barred = sum("|" in text[row.start : row.end] for row in rows[at:end])
    if barred == end - at:
        return end
    numeric = sum(map(_has_number, found))
    short = sum(len(cell) <= 40 for line in found for cell in line)
    if numeric < 0.5 * len(found) or short < 0.9 * sum(map(len, found)) or numeric < FEWEST:
        return at
    return end


def _has_number(cells: Sequence[str]) -> bool:
    return any(NUMBER.fullmatch(cell) for cell in cells[1:])


def kind_of(
    text: str, group: Sequence[Row], previous: Block | None, how: Setting | None
) -> BlockKind:
    """What a group of rows is; `previous` is the block above it."""
    first, last = group[0], group[-1]
    if first.depth:
        return "quotation"
    length = last.end - first.start
    if length <= CAPTION_LENGTH and _is_caption(text, first, last):
        return "caption"
    if is_item(text, first):
        return "item"
    if how and all(row.narrow for row in group[:-1]) and group[-1].narrow:
        return "quotation"
    if _is_set_in(text, group, previous, how):
        return "quotation"
    if previous and _introduced(text, previous) and not QUOTE.match(text, first.start):
        cited = CITED.search(text, max(last.end - 300, first.start), last.end)
        if cited or (how is None and closed(text, last)):
            return "quotation"
    return "paragraph"


def _is_caption(text: str, first: Row, last: Row) -> bool:
    if CAPTION.match(text, first.start, last.end):
        return True
    return bool(CREDIT.search(text, max(last.end - 120, first.start), last.end))


def _is_set_in(
    text: str, group: Sequence[Row], previous: Block | None, how: Setting | None
) -> bool:
    indents = [row.left for row in group]
    if min(indents) < 2:
        return False
    if how is None:
        return closed(text, group[-1])
    if all(is_centred(row, how) for row in group) and not closed(text, group[-1]):
        return False
    # One line set in may be a paragraph's beginning; a second one or what stands above tells.
    if len(group) > 1:
        return True
    after = previous is not None and (
        previous.kind == "quotation" or text[previous.spans[-1].end - 1] == ":"
    )
    return after and closed(text, group[0])


def _introduced(text: str, block: Block) -> bool:
    span = block.spans[-1]
    if block.kind not in ("paragraph", "item") or text[span.end - 1] != ":":
        return False
    return bool(INTRODUCES.search(text, max(span.end - 120, block.spans[0].start), span.end))
