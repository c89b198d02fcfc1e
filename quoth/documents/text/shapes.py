"""What a group of rows is by its shape: paragraph, quotation, item, caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.documents.text.paragraphs import is_centred, is_item
from quoth.documents.text.rows import Row, closed, is_signature
from quoth.documents.text.wrapping import Setting
from quoth.records import Block, BlockKind

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
    r"[.!?…]\s*\((?=[^\W\d_a-zß-ÿ])[^()]{2,200}[\s.]\d{1,4}(?:\s*[-–]\s*\d{1,4})?[^()\w]{0,3}\)\.?$"
)
"""The end of a quotation: a full stop, and a source with its page in brackets."""
PAGE = re.compile(r"\bpp?\.\s*\d")
INTRODUCES = re.compile(
    r"\b(?:said|says|wrote|writes|written|saying|stated?|states|added|adds|reads?|told|puts? it"
    r"|thus|follows|words|recalled?|recalls|replied|replies|declared|declares|in full|explained"
    r"|explains|continued|testified|remembers?|print)\b[^.:]{0,60}:$"
)
"""The end of a sentence that leads to somebody's words."""
QUOTE = re.compile(r"[\"“„«‘'`]")
CAPTION_LENGTH = 400
SIGNATURE = 90


def kind_of(
    text: str, group: Sequence[Row], previous: Block | None, how: Setting | None
) -> BlockKind:
    """What a group of rows is; `previous` is the block above it."""
    first, last = group[0], group[-1]
    if first.depth:
        return "quotation"
    if is_caption(text, first, last):
        return "caption"
    if first.narrow:
        return "quotation"
    if is_item(text, first):
        return "item"
    if _is_set_in(text, group, previous, how):
        return "quotation"
    if previous and previous.kind == "quotation" and _signs(text, group):
        return "quotation"
    if previous is None or QUOTE.match(text, first.start):
        return "paragraph"
    cited = CITED.search(text, max(last.end - 300, first.start), last.end)
    if cited and (PAGE.search(cited[0]) or _ends_in_colon(text, previous)):
        return "quotation"
    if _introduced(text, previous):
        signed = len(group) > 1 and is_signature(text, group[-2], last)
        if signed or ((how is None or first.above) and closed(text, last)):
            return "quotation"
    return "paragraph"


def is_caption(text: str, first: Row, last: Row) -> bool:
    """Whether the rows from `first` to `last` name a picture or a table, or who took one."""
    if last.end - first.start > CAPTION_LENGTH:
        return False
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


def _signs(text: str, group: Sequence[Row]) -> bool:
    """Whether a short line below a quotation, with no space between, says whose it is."""
    row = group[0]
    return (
        len(group) == 1
        and not row.above
        and not row.turn
        and row.end - row.start <= SIGNATURE
        and text[row.start].isupper()
        and not closed(text, row)
        and "," in text[row.start : row.end]
    )


def _ends_in_colon(text: str, block: Block) -> bool:
    return block.kind in ("paragraph", "item") and text[block.spans[-1].end - 1] == ":"


def _introduced(text: str, block: Block) -> bool:
    """Whether a block leads to somebody's words."""
    span = block.spans[-1]
    return _ends_in_colon(text, block) and bool(
        INTRODUCES.search(text, max(span.end - 120, block.spans[0].start), span.end)
    )
