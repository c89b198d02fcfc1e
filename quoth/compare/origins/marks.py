"""Marks of agencies: in the dateline, at the end, as the source line, in the byline.

`MERROWDIN (Lodestar) -`, `(sc/Corvane)`, `– Tarnpress/Vix`, `Source: Vix`, `With reporting by Vix`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.compare.origins.names import Names, plain
from quoth.compare.origins.texts import Text, words_of
from quoth.compare.outlets import agency_in
from quoth.documents.html.links import Link
from quoth.records import Passage, Span

LINE = 120
"""No line that holds nothing but a mark has more characters."""
FOOT = 3
SIGNED = re.compile(
    r"^\s*(?:[-–—]{1,2}\s*(?P<dash>[^()]{2,50})|[(\[](?P<bracket>[^()]{2,60})[)\]])\s*\.?$"
)
CREDITED = re.compile(
    r"[\W_]*(?:(?:(?:with|this|the)\s+)?(?:(?:additional|further|some)\s+)?(?:reporting|reports?|material"
    r"|files?|copy|text|information|article|story|item)\s+(?:is\s+|was\s+)?(?:by|from|provided by"
    r"|courtesy of|supplied by|first published (?:by|in)|originally published (?:by|in))\s"
    r"|(?:sources?|agency|agencies|credits?|via|from|courtesy of|©|copyright)(?!\w):?\s"
    r"|(?:first|originally)\s"
    r"(?:published|appeared) (?:by|in|on)\s)(?P<names>[^.]{2,90})[\W_]*"
    r"|[^.;]{2,60}\scontributed (?:to|reporting)[^.]{0,40}\W*",
    re.I,
)
"""A line that holds nothing but whence the text is."""
BOTH = re.compile(r"\s*[\w.’'-]+(?:\s[\w.’'-]+){0,2}\s?/\s?[\w.’'-]+(?:\s[\w.’'-]+){0,2}\s*")
"""`Hillwire/own staff`."""
BESIDE = frozenset(
    """
    agencies agency and by copyright correspondent correspondents desk editing news newspaper of our
    own reporting reports service services staff the with writing additional
    """.split()  # noqa: SIM905  # one a line would fill a screen
)
SYNDICATE = re.compile(
    r"\b(?:features?|syndicates?|syndication|news\s?wire|wires?|agency|agencies|content|press"
    r"|news|service|bureau|pool)\W*$",
    re.I,
)
"""Last words of the names of houses that write for others."""
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright|distributed by|syndicated by|provided by|by arrangement with"
    r"|(?:re)?printed (?:by|with) permission (?:of|from))\s*(?:\d{4},?\s*)?(?:by\s)?(?:the\s)?"
    r"(?P<name>[A-Z][\w&’'-]+(?:\s+(?:of\s)?[A-Z][\w&’'-]+){0,4})",
    re.I,
)
"""At the foot, whose the text is."""
OWN = re.compile(r"\b(?:staff|desk|bureau|correspondent|reporters?|editors?|editing|our)\b", re.I)
AGENCY = re.compile(r"[A-Z][\w&.'’-]+(?:\s+[A-Z][\w&.'’-]+){0,3}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of an agency, in the words of the document where it stands in its text."""

    agency: str
    """A document's key, or the plain name of one that is outside."""
    inside: bool
    """Whether it is a document's key."""
    passage: Passage | None


def marks(text: Text, names: Names, beside: tuple[Link, ...]) -> list[Mark]:
    """The marks of agencies other than its own outlet that a document bears.

    `beside` are links in lines beside its text. Which document of an agency is meant its words
    tell, where the agency has several.
    """
    own = names.own(text.told).casefold()
    found: dict[str, Mark] = {}
    for name, span in _named(text, names, beside):
        if name.casefold() == own or (own and name.casefold() in own.split()):
            continue
        keys = names.called(name)
        if text.told.key in keys:
            continue
        key = names.nearest(keys, text.told, text.text) if keys else None
        passage = Passage(text.document, (span,)) if span else None
        mark = Mark(key or name, key is not None, passage)
        found.setdefault(mark.agency.casefold(), mark)
    return list(found.values())


def _named(text: Text, names: Names, beside: tuple[Link, ...]) -> Iterator[tuple[str, Span | None]]:
    for block in text.document.blocks[:8]:
        start = block.spans[0].start
        if block.kind == "paragraph" and (found := agency_in(text.text[start : start + 200])):
            yield plain(found[0]), Span(start + found[1], start + found[2])
            break
    for block in text.document.blocks[:5]:
        if block.kind == "byline":
            span = Span(block.spans[0].start, block.spans[-1].end)
            for mention in names.mentions(text, span.start, span.end):
                yield text.text[mention.span.start : mention.span.end], mention.span
            yield from _syndicated(text, names, AGENCY.finditer(text.text, span.start, span.end))
    for start, end in _foot(text.text):
        line = text.text[start:end]
        for mention in names.mentions(text, start, end):
            if _is_mark(line):
                yield text.text[mention.span.start : mention.span.end], mention.span
        yield from _outside(line, start)
        yield from _syndicated(text, names, RIGHTS.finditer(text.text, start, end))
    for link in beside:
        yield plain(link.words), None


def _syndicated(
    text: Text, names: Names, found: Iterator[re.Match[str]]
) -> Iterator[tuple[str, Span]]:
    """Houses that write for others, in a byline or a line of rights: `© Fell Features`."""
    own = set(words_of(names.own(text.told)))
    for match in found:
        group = "name" if "name" in match.re.groupindex else 0
        name = match[group]
        if SYNDICATE.search(name) and not own & set(words_of(name)) and len(name.split()) > 1:
            yield plain(name), Span(*match.span(group))


def _foot(text: str) -> Iterator[tuple[int, int]]:
    """The last lines, as far as they are short."""
    end, lines = len(text.rstrip()), 0
    while end > 0 and lines < FOOT:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            if end - start > LINE:
                return
            yield start, end
            lines += 1
        end = start - 1


def _is_mark(line: str) -> bool:
    credited = CREDITED.fullmatch(line)
    named = (credited["names"] or "") if credited else ""
    # A sentence has words that no line of names has.
    small = {word for word in re.findall(r"[^\W\d_]+", named) if word.islower()}
    return bool(SIGNED.match(line) or BOTH.fullmatch(line) or (credited and small <= BESIDE))


def _outside(line: str, start: int) -> Iterator[tuple[str, Span]]:
    """Names in a mark, whoever they are of."""
    signed = SIGNED.match(line)
    group = signed.lastgroup if signed else None
    if signed and group and not OWN.search(line) and not CREDITED.fullmatch(line):
        at = signed.start(group)
        for part in re.finditer(r"[^/,;]+", signed[group]):
            name = part.group().strip()
            if AGENCY.fullmatch(name) and len(name) > 3:
                begins = start + at + part.start() + part.group().index(name)
                yield name, Span(begins, begins + len(name))
