"""Rows of a plain text that a width broke, joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.credits import signed
from quoth.documents.hyphens import drop_cap
from quoth.documents.roles import HEADING_LENGTH, is_dateline
from quoth.documents.text.lines import BULLET, DOT
from quoth.documents.text.narrow import mark_narrow
from quoth.documents.text.rows import HYPHEN, Row, closed, first_word, goes_on, is_signature
from quoth.documents.text.wrapping import Setting

BYLINE = re.compile(r"[Bb]y [A-Z][^\W\d_]*\.?(?: [A-Z][^\W\d_]*\.?){1,3}(?:,| and |$)")
CLOSING = re.compile(r"[^\s()]*\)")
"""The end of what a bracket above holds."""
SPEAKER = re.compile(r"(?:[QA]|[A-Z]{2}[A-Z .'’-]{0,30}):\s+\S")
"""The name of who speaks, in front of the words."""
TOP = 8
"""A byline stands among so many first rows."""
LEAST = 60
"""A line of an unbroken text that ends inside a sentence has so many characters at least."""


def groups(text: str, rows: Sequence[Row], setting: Setting | None) -> Iterator[list[Row]]:
    """The rows of each paragraph, item, heading and quotation."""
    if setting:
        mark_narrow(text, rows, setting)
    introduced = False
    group: list[Row] = []
    for at, row in enumerate(rows):
        following = rows[at + 1] if at + 1 < len(rows) else None
        if group and not (
            ((introduced or group[-1].narrow) and is_signature(text, group[-1], row))
            or _continues(text, group, row, following, setting, at)
            if setting
            else _resumes(text, group[-1], row)
        ):
            introduced = text[group[-1].end - 1] == ":" or bool(group[-1].narrow)
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _resumes(text: str, last: Row, row: Row) -> bool:
    """Whether a break between unbroken paragraphs fell inside a sentence."""
    if drop_cap(text, last.start, row.end):
        return True
    return (
        (row.turn or row.above > 0)
        and last.depth == row.depth
        and (row.turn or last.end - last.start >= LEAST)
        and goes_on(text, row)
        and not closed(text, last)
        and not is_item(text, row)
    )


def is_item(text: str, row: Row) -> bool:
    """Whether a bullet or a number stands in front of the row."""
    end = min(row.start + 12, row.end)
    return row.bullet or bool(BULLET.match(text, row.start, end))


def is_short(text: str, last: Row, row: Row, setting: Setting, share: float = 1) -> bool:
    """Whether the first word of `row` would have fitted on `last`, had they belonged together.

    `share` is how much of the width is asked for.
    """
    if HYPHEN.search(text, max(last.end - 2, last.start), last.end):
        return False
    return last.right + 1 + first_word(text, row) < share * setting.full


def is_centred(row: Row, setting: Setting) -> bool:
    return row.left >= 3 and abs(row.left - (setting.width - row.right)) <= 4


def _continues(
    text: str, group: list[Row], row: Row, following: Row | None, setting: Setting, at: int
) -> bool:
    """Whether `row` goes on with the paragraph that `group` holds so far."""
    last = group[-1]
    if drop_cap(text, last.start, row.end):
        return True
    if row.depth != last.depth or (at < TOP and (_is_credit(text, row) or _is_credit(text, last))):
        return False
    adjacent = not row.above and not row.turn
    if is_item(text, row) and not (
        adjacent
        and not closed(text, last)
        and not row.bullet
        and not DOT.match(text, row.start, row.end)
        and not is_short(text, last, row, setting)
    ):
        return False
    if not adjacent or row.lane != last.lane:
        return _resumes_over(text, group, row, following, setting)
    step = row.left - last.left
    if last.narrow and last.narrow == row.narrow:
        return step <= 1
    if last.narrow != row.narrow:
        return False
    if is_centred(row, setting) and is_centred(last, setting):
        return True
    if setting.opening and row.left == setting.opening and step > 0:
        return False
    if goes_on(text, row) and not closed(text, last):
        return True
    if SPEAKER.match(text, row.start, row.end) and closed(text, last):
        return False
    if CLOSING.match(text, row.start, row.end) and not is_item(text, row):
        return True
    if _ends_with(text, group, row, setting):
        return False
    if closed(text, last) and _is_heading(text, row, following, setting):
        return False
    if step > 1:  # set in: a new paragraph, unless this hangs below a bullet
        return len(group) == 1 and is_item(text, last)
    return step >= -1 or len(group) == 1


def _is_credit(text: str, row: Row) -> bool:
    """Whether a row at the top is a byline or a date."""
    line = text[row.start : row.end]
    return bool(BYLINE.match(line)) or signed(line, dated=False) or is_dateline(line)


def _is_heading(text: str, row: Row, following: Row | None, setting: Setting) -> bool:
    """Whether a short row below a sentence ends none, and another begins below it."""
    return (
        following is not None
        and not following.turn
        and row.end - row.start <= HEADING_LENGTH
        and not goes_on(text, row)
        and not closed(text, row)
        and not goes_on(text, following)
        and is_short(text, row, following, setting, 0.75)
    )


def _ends_with(text: str, group: list[Row], row: Row, setting: Setting) -> bool:
    """Whether a paragraph ends with the last row of `group`, which `row` follows directly."""
    last = group[-1]
    if closed(text, last):
        return is_short(text, last, row, setting)
    # A name may begin the line below; a heading is a good deal shorter than the text.
    share = (1 if setting.exact else 0.85) if len(group) == 1 else 0.75
    return is_short(text, last, row, setting, share)


def _resumes_over(
    text: str, group: list[Row], row: Row, following: Row | None, setting: Setting
) -> bool:
    """Whether a break between pages, columns or blank lines fell inside a paragraph."""
    last = group[-1]
    body = group[-1].left if len(group) > 1 else min(group[0].left, 0)
    amid = goes_on(text, row) and not closed(text, last)
    if abs(row.left - body) >= 2 or (bool(row.narrow) != bool(last.narrow) and not amid):
        return False
    if last.right > setting.width + 3 and not row.turn:
        return False  # a title that was never broken
    full = last.narrow > 0 or not is_short(text, last, row, setting)
    if not closed(text, last):
        if goes_on(text, row):
            return full or row.turn or len(group) > 1
        return full and (len(group) > 1 or row.turn) and _is_body(text, row, following, setting)
    # A sentence may end where the page does, in a full line; then the paragraph mostly goes on.
    return (
        row.turn
        and full
        and (setting.exact or last.right >= setting.usual)
        and len(group) > 1
        and not (setting.opening and row.left == setting.opening)
        and _is_body(text, row, following, setting)
    )


def _is_body(text: str, row: Row, following: Row | None, setting: Setting) -> bool:
    """Whether a row is a line of a paragraph rather than a heading."""
    if following is None or following.above or following.turn:
        return closed(text, row)
    return not is_short(text, row, following, setting)
