"""What blocks are, where no markup says so: title, byline, dateline, heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quoth.documents.dates import iso_date
from quoth.documents.hyphens import joined
from quoth.documents.metadata import found
from quoth.records import Block, BlockKind, Metadata

HEAD = 8
"""Title, byline and dateline stand among so many first blocks."""
TITLE_LENGTH = 200
SHORT = 80
HEADING_LENGTH = 60
SLUG = re.compile(r"(?:for immediate release|(?:press|news|media) release|embargoed\b.*)", re.I)
"""Lines above a headline that are the same above many."""
FOOTNOTE = re.compile(r"(?:\d{1,3}|[*†‡§]|\[\d{1,3}\])\s*[^\W\d]")
FINAL = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*$")
BYLINE = re.compile(r"(?:By|BY|by|Von|Par|Por|Di|Da)\s+[^\W\d_]")
PLACE_AND_DATE = re.compile(
    r"(?:published|posted|updated|last updated)?\s*:?\s*(?:on\s+)?(?:[\w .'’-]{2,40},\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}"
    r"|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:[,\s|T·-]+[\d:. apmgtuzce+]*)?",
    re.I,
)


def with_roles(text: str, blocks: Iterable[Block], titled: bool = False) -> Iterator[Block]:
    """`blocks`, with title, byline, dateline and headings told apart from paragraphs."""
    head = True
    for number, (block, following) in enumerate(_with_next(blocks)):
        head = head and number < HEAD
        kind = block.kind
        if head and kind == "paragraph":
            kind = _role(text, block, following, titled)
            titled = titled or kind == "title"
            head = kind != "paragraph" or _length(block) <= TITLE_LENGTH
        elif kind in ("paragraph", "item") and _is_heading(text, block, following):
            kind = "heading"
        yield block if kind == block.kind else Block(kind, block.spans)


def shown(text: str, block: Block) -> str:
    """A block's words on one line, those that a line's or a page's end divided rejoined."""
    return joined(text, block.spans)


def _with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    last: Block | None = None
    for block in blocks:
        if last:
            yield last, block
        last = block
    if last:
        yield last, None


def _length(block: Block) -> int:
    return block.spans[-1].end - block.spans[0].start


def _role(text: str, block: Block, following: Block | None, titled: bool) -> BlockKind:
    """What a paragraph in the head of a text is."""
    if following is None or _length(block) > TITLE_LENGTH:
        return "paragraph"
    words = shown(text, block)
    if FINAL.search(words):
        return "paragraph"
    if len(words) <= SHORT and BYLINE.match(words):
        return "byline"
    if len(words) <= SHORT and PLACE_AND_DATE.fullmatch(words) and iso_date(words):
        return "dateline"
    if SLUG.fullmatch(words):
        return "heading"
    return (
        "heading"
        if titled and len(words) <= HEADING_LENGTH
        else ("paragraph" if titled else "title")
    )


def _is_heading(text: str, block: Block, following: Block | None) -> bool:
    """Whether a short line closes no sentence and stands above a longer piece of prose."""
    length = _length(block)
    if following is None or length > HEADING_LENGTH or _length(following) < 2 * length:
        return False
    if following.kind not in ("paragraph", "heading"):
        return False
    words = shown(text, block)
    return not FINAL.search(words) and (words[0].isupper() or words[0].isdigit())


def said(text: str, blocks: Sequence[Block]) -> Metadata:
    """What title and dateline in the head of a document say."""
    head = blocks[:HEAD]
    title = next((shown(text, block) for block in head if block.kind == "title"), None)
    dates = (iso_date(shown(text, block)) for block in head if block.kind == "dateline")
    published = next((date for date in dates if date), None)
    return Metadata(title=found(title, "title"), published=found(published, "dateline"))
