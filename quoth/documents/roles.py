"""What blocks are, where no markup says so: title, deck, byline, dateline, heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from quoth.documents.credits import credited, signed
from quoth.documents.dates import iso_date, names_month, stated
from quoth.documents.hyphens import joined
from quoth.documents.metadata import found, merged
from quoth.records import Block, BlockKind, Metadata, Span

HEAD = 8
"""Title, byline and dateline stand among so many first blocks."""
TITLE_LENGTH = 200
SHORT = 80
HEADING_LENGTH = 60
SLUG = re.compile(r"(?:for immediate release|(?:press|news|media) release|embargoed\b.*)", re.I)
"""Lines above a headline that are the same above many."""
FINAL = re.compile(r"[.!?…:;,。！？][\"'”’»)\]*_]*$")
ASKS = re.compile(r"[?!…][\"'”’»)\]*_]*$|[”’»\"']$")
"""How a title may end that looks like a sentence."""
BYLINE = re.compile(
    r"(?:By|BY|by|Von|Par|Por|Di|Da)\s+[^\W\d_]|(?:Words|Story|Text|Report|Reporting) by\s"
    r"|From (?:Our|our|A|a|The|the) (?:\w+ )?(?:Correspondent|correspondent|Reporter|reporter)"
)
PLACE_AND_DATE = re.compile(
    r"(?:published|posted|updated|last updated)?\s*:?\s*(?:on\s+)?(?:[\w .'’-]{2,40},\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}"
    r"|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|[a-z]{3,9}\.?\s+\d{4})"
    r"(?:[,\s|T·-]+[\d:. apmgtuzce+]*)?",
    re.I,
)
LABELS: dict[str, BlockKind] = {
    "title": "title",
    "headline": "title",
    "subtitle": "deck",
    "author": "byline",
    "authors": "byline",
    "by": "byline",
    "date": "dateline",
    "published": "dateline",
}
LABEL = re.compile(rf"(?P<name>{'|'.join(LABELS)})[ \t]*:[ \t]*(?P<value>\S.{{0,200}})", re.I)
"""A line of a text's head that says what it is."""
INLINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]+(?:, [^\W\d_][\w. ]{1,30})??)"
    r"(?:, (?P<date>[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [^\W\d_]{3,9}(?: \d{4})?))?"
    r"(?: \([^()]{2,30}\))?\s?(?:—|–|--?)\s"
)
"""A place, perhaps with a date, in front of the first words of a report."""


def with_roles(text: str, blocks: Iterable[Block], titled: bool = False) -> Iterator[Block]:
    """`blocks`, with what stands above an article and its headings told from paragraphs."""
    blocks = iter(blocks)
    first = list(labelled(text, list(islice(blocks, HEAD + 2))))
    titled = titled or any(block.kind == "title" for block in first)
    first[:HEAD] = _head(text, first, titled)
    above: Block | None = None
    for block, following in _with_next(chain(first, blocks)):
        if block.kind in ("paragraph", "item") and _is_heading(text, block, following):
            yield Block("heading", block.spans)
        elif above and block.kind == "paragraph" and _signs(text, block, following):
            yield Block("byline", block.spans)
        else:
            yield block
        above = block


def _signs(text: str, block: Block, following: Block | None) -> bool:
    """Whether a text ends with the name of who signs it."""
    if following and following.kind != "footnote":
        return False
    words = shown(text, block)
    return len(words) <= HEADING_LENGTH and not FINAL.search(words) and signed(words, dated=True)


def labelled(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, which begin with lines like "Title: The tunnel" perhaps, without these labels."""
    labels = [LABEL.fullmatch(text, b.spans[0].start, b.spans[-1].end) for b in blocks]
    count = next((n for n, label in enumerate(labels) if label is None), len(labels))
    named = [label["name"].casefold() for label in labels[:count] if label]
    known = count > 1 and ("title" in named or "headline" in named)
    for block, label in zip(blocks, labels, strict=True):
        known = known and label is not None
        if known and label and len(block.spans) == 1:
            kind = LABELS[label["name"].casefold()]
            yield Block(kind, (Span(label.start("value"), block.spans[0].end),))
        else:
            yield block


def _head(text: str, blocks: Sequence[Block], titled: bool) -> Iterator[Block]:
    """The first blocks, up to the first long one, with their roles."""
    before: BlockKind | None = "title" if titled else None
    by = False
    head = True
    for number, block in enumerate(blocks[:HEAD]):
        kind = block.kind
        if head and (kind == "paragraph" or (kind == "quotation" and not titled)):
            kind = _role(text, blocks[number : number + 3], before if titled else None, by)
            titled = titled or kind == "title"
            head = kind != "paragraph" or (
                _length(block) <= TITLE_LENGTH and not FINAL.search(shown(text, block))
            )
            before = kind
        by = by or kind == "byline"
        yield Block(kind, block.spans)


def _role(text: str, blocks: Sequence[Block], before: BlockKind | None, by: bool) -> BlockKind:
    """What the first of `blocks` is, in the head of a text; `before` is None above the title."""
    block, *below = blocks
    if not below or _length(block) > TITLE_LENGTH:
        return block.kind
    words, following = shown(text, block), shown(text, below[0])
    if len(words) <= 1.5 * SHORT and BYLINE.match(words):
        return "byline"
    if is_dateline(words):
        return "dateline"
    leads = bool(BYLINE.match(following)) or is_dateline(following)
    dated = len(below) > 1 and is_dateline(shown(text, below[1]))
    if (
        before in ("title", "heading")
        and leads
        and not words.endswith(":")
        and not signed(words, leads)
    ):
        return "deck"
    if FINAL.search(words) and (before or not ASKS.search(words) or len(words) > SHORT):
        return block.kind
    if SLUG.fullmatch(words):
        return "deck" if before else "heading"
    if not before:
        letterhead = leads and len(below) > 1 and signed(words, leads) and not by
        return "byline" if letterhead and _may_be_title(text, below[1]) else "title"
    if not by and signed(words, leads):
        return "byline"
    if before == "title" and (len(words) > HEADING_LENGTH or signed(following, dated)):
        return "deck"
    return "heading" if len(words) <= HEADING_LENGTH else block.kind


def is_dateline(words: str) -> bool:
    """Whether a line is a date, perhaps with a place before it."""
    return len(words) <= SHORT and bool(PLACE_AND_DATE.fullmatch(words)) and names_month(words)


def _may_be_title(text: str, block: Block) -> bool:
    words = shown(text, block)
    return len(words) <= TITLE_LENGTH and not FINAL.search(words) and not SLUG.fullmatch(words)


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
    return sum(span.end - span.start for span in block.spans)


def _is_heading(text: str, block: Block, following: Block | None) -> bool:
    """Whether a short line closes no sentence and stands above a longer piece of prose."""
    length = _length(block)
    if following is None or length > HEADING_LENGTH or _length(following) < 2 * length:
        return False
    if following.kind not in ("paragraph", "heading", "item", "footnote"):
        return False
    words = shown(text, block)
    if block.kind == "item" and not (
        words[0].isdigit() and (following.kind != "item" or words.isupper())
    ):
        return False
    return (
        not FINAL.search(words) and words.lstrip("“\"‘'«„")[:1].isalnum() and not words[0].islower()
    )


def said(text: str, blocks: Sequence[Block]) -> Metadata:
    """What title, byline and dateline in the head of a document say."""
    head = blocks[:HEAD]
    title = next((shown(text, block) for block in head if block.kind == "title"), None)
    bylines = [credited(shown(text, block)) for block in head if block.kind == "byline"]
    dates = (stated(shown(text, block)) for block in head if block.kind == "dateline")
    published = next((date for date in dates if date), None) or _inline_date(text, head)
    title_and_date = Metadata(title=found(title, "title"), published=found(published, "dateline"))
    return merged(title_and_date, *bylines)


def _inline_date(text: str, head: Sequence[Block]) -> str | None:
    """The date before the first words of a report: "PORT ELLERY, March 3, 2031 —"."""
    first = next((block for block in head if block.kind == "paragraph"), None)
    match = INLINE.match(text, first.spans[0].start) if first else None
    return iso_date(match["date"]) if match and match["date"] else None
