"""Posts of social networks, by the layout that pages and their texts set them out in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from quoth.reading.relations import Relation
from quoth.reading.structure import SURE, UNSURE
from quoth.records import Block, Document, Span

# "Name @handle", with a remark in brackets or a date, on a line of its own.
HANDLE = re.compile(
    r"(?!(?i:by|follow|via|photo|contact)\b)"
    r"(?:(?P<name>[^@\n.,:;!?\u201c\u201d\"]{1,40}?)[ \t]+)?\(?(?P<handle>@\w{2,30})\)?"
    r"(?:[ \t]*(?:\([^()\n]*\)|[\u00b7\u2022|\u2013\u2014-][^\n]{1,40}))?:?[ \t]*(?:\r?\n\s*|$)"
)
# A line with a time, or a month and a number, and a dot or bar between: "9:14 AM · May 2, 2033".
POST_DATE = re.compile(
    r"\s*(?=[^\n]*(?:\d[:.]\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d))"
    r"[^\n]{4,30}[\u00b7\u2022|][^\n]{3,50}\s*"
)
LONGEST_POST = 5
"""Blocks under a post's author among which its date is looked for."""
POSTED = frozenset(["title", "heading", "paragraph", "quotation"])
"""Kinds of block that may be a line of a post: a byline with a handle is none."""


def posts(document: Document) -> Iterator[Relation]:
    """Posts of social networks that are set out under their author's name and @handle."""
    number = 0
    while number < len(document.blocks):
        spans = document.blocks[number].spans
        head = _head(document.text, document.blocks[number])
        number += 1
        if head is None:
            continue
        rest = [Span(head.end(), spans[0].end)] if head.end() < spans[0].end else []
        under = itertools.takewhile(
            lambda block: _head(document.text, block) is None,
            document.blocks[number : number + LONGEST_POST],
        )
        rest += spans[1:]
        content, used, sure = _post(document.text, rest, list(under), not head["name"])
        if content:
            who = Span(*head.span("name" if head["name"] else "handle"))
            yield Relation((who,), (), tuple(content), "direct", sure)
            number += used


def _head(text: str, block: Block) -> re.Match[str] | None:
    """The line that names a post's author at the beginning of `block`."""
    span = block.spans[0]
    return HANDLE.match(text, span.start, span.end) if block.kind in POSTED else None


def _post(
    text: str, rest: list[Span], following: Sequence[Block], handle_alone: bool
) -> tuple[list[Span], int, float]:
    """The stretches of a post, how many blocks of `following` it takes up, and how sure that is.

    A post is what stands under its author's line, and blocks up to its date. Without a date it is
    one block, if that is set apart or nothing but a handle stands before it.
    """
    dated = next((n for n, block in enumerate(following) if _dates(text, block)), None)
    if dated is not None:
        return [*rest, *(s for b in following[:dated] for s in b.spans)], dated + 1, SURE
    if rest:
        return rest, 0, UNSURE
    if following and (handle_alone or following[0].kind == "quotation"):
        return list(following[0].spans), 1, UNSURE
    return [], 0, UNSURE


def _dates(text: str, block: Block) -> bool:
    span = block.spans[0]
    return len(block.spans) == 1 and bool(POST_DATE.fullmatch(text, span.start, span.end))
