"""Citations: the document that a statement is taken from, as the text gives it behind the words.

"(Orr, The Dam Audit, p. 6)", "(Orr and Lisk 2031)", "Orr (2031)", "[12]" with its entry in a list,
and note marks with their note. Only what looks like nothing else: a name with a year or a page in
brackets, a number in square ones. What is cited is said of a statement that ends where the citation
stands, and is the source of a quotation that has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.reading.relations import Relation
from quoth.reading.structure import UNSURE
from quoth.records import Document, Span

_NAME = r"[A-Z][\w'\u2019.-]+(?:\s+(?:(?:[A-Z]|d[eiu]\s|v[ao]n\s)[\w'\u2019.-]*|et al\.?|and|&))*"
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_PAGE = r"(?:pp?\.|pages?|vol\.|chap\.|ch\.|\u00a7)\s?\d+"
BRACKETED = re.compile(
    rf"\(\s*(?:see |cf\. )?(?P<cited>(?P<name>{_NAME})(?=[^()]*(?:\b{_YEAR}\b|\b{_PAGE}))"
    r"(?:[,:;]?\s[^()\n]{0,200})?)\)"
)
NAMED = re.compile(rf"(?P<cited>(?P<name>{_NAME})\s\({_YEAR}(?:[,:]\s?[^()]{{1,30}})?\))")
NUMBERED = re.compile(r"\[(?P<cited>\d{1,3})(?:\s?[,\u2013-]\s?\d{1,3})*\]")
ENTRY = re.compile(r"\s*\[?(\d{1,3})[\].]\s")
TELLING = re.compile(rf"\b{_YEAR}\b|\b{_PAGE}|\b[Ii]bid\b|https?://")
"""What makes a note one that names a document, and not a remark."""
NOTE_NAME = re.compile(rf"\s*(?:\[?\d{{1,3}}[\].)]?\s+)?(?:[Ss]ee )?(?P<name>{_NAME})")
BETWEEN = re.compile(r"[\s.,;:!?\"'\u201d\u2019)\]\u00b9\u00b2\u00b3*\u2020]*")
"""What may stand between a content and its citation."""
QUOTED = re.compile(r"[\u201c\"](?P<inside>[^\u201c\u201d\"]{12,1500})[\u201d\"][.,]?\s*$")
FEWEST_WORDS = 4
"""A quotation has as many; fewer in quotation marks may be a title or a word held off."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a citation stands, what it says of the document, and its author in it, if told."""

    at: Span
    cited: tuple[Span, ...]
    author: Span | None


def citations(document: Document) -> list[Citation]:
    """All citations of `document` in the order of the text."""
    entries = _entries(document)
    found = [*_notes(document)]
    for block in document.blocks:
        for stretch in block.spans:
            found += _in_text(document.text, stretch, entries)
    return sorted(found, key=lambda one: (one.at.start, -one.at.end))


def with_citations(document: Document, relations: Sequence[Relation]) -> list[Relation]:
    """`relations` with the documents they are taken from, and quotations that only cite theirs."""
    by_end = sorted(
        ((r.content[-1].end, n) for n, r in enumerate(relations) if r.within is None),
    )
    ends = [end for end, _ in by_end]
    done = list(relations)
    new: list[Relation] = []
    for one in citations(document):
        number = _cites(document.text, one, by_end[: bisect_right(ends, one.at.end)], done)
        if number is not None:
            known = done[number]
            if not known.cited:
                source = known.source or ((one.author,) if one.author else one.cited)
                done[number] = replace(known, source=source, cited=one.cited)
        elif one.author and (quotation := _quotation(document, one, done)):
            new.append(quotation)
    return _relinked(relations, done) + new


def _relinked(before: Sequence[Relation], after: Sequence[Relation]) -> list[Relation]:
    """`after` with `within` pointing to what its outer relations have become."""
    changed = {id(old): now for old, now in zip(before, after, strict=True)}
    return [r if r.within is None else replace(r, within=changed[id(r.within)]) for r in after]


def _in_text(text: str, stretch: Span, entries: dict[str, Span]) -> Iterator[Citation]:
    taken = stretch.start
    for match in BRACKETED.finditer(text, stretch.start, stretch.end):
        yield Citation(Span(*match.span()), (Span(*match.span("cited")),), _author(match))
    for match in NAMED.finditer(text, stretch.start, stretch.end):
        yield Citation(Span(*match.span()), (Span(*match.span("cited")),), _author(match))
    for match in NUMBERED.finditer(text, taken, stretch.end):
        entry = entries.get(match["cited"])
        if entry and entry.start > match.end():
            author = NOTE_NAME.match(text, entry.start, entry.end)
            yield Citation(Span(*match.span()), (entry,), author and _author(author))


def _author(match: re.Match[str]) -> Span | None:
    start, end = match.span("name")
    return Span(start, end) if end - start <= LONGEST_NAME else None


def _entries(document: Document) -> dict[str, Span]:
    """Entries of a list of works, by number: blocks that begin with one and tell of a work."""
    found: dict[str, Span] = {}
    for block in document.blocks:
        span = Span(block.spans[0].start, block.spans[-1].end)
        match = ENTRY.match(document.text, span.start, span.end)
        if match and TELLING.search(document.text, match.end(), span.end):
            found.setdefault(match[1], Span(match.end(), span.end))
    return found


def _notes(document: Document) -> Iterator[Citation]:
    for mark in document.references:
        spans = document.blocks[mark.block].spans
        start, end = spans[0].start, spans[-1].end
        if TELLING.search(document.text, start, end):
            author = NOTE_NAME.match(document.text, start, end)
            yield Citation(mark.span, spans, author and _author(author))


def _cites(
    text: str, one: Citation, by_end: Sequence[tuple[int, int]], relations: Sequence[Relation]
) -> int | None:
    """Number of the relation that the citation stands behind, or whose source it names."""
    for end, number in reversed(by_end[-3:]):
        if end >= one.at.start or BETWEEN.fullmatch(text, end, one.at.start):
            return number
        source = relations[number].source
        # "the dam had leaked, Orr said (2031)" is rare: source and cue may stand between.
        parts = [*source, *relations[number].cue]
        between = [part for part in parts if end <= part.start and part.end <= one.at.start]
        position = end
        for part in sorted(between):
            if not BETWEEN.fullmatch(text, position, part.start):
                break
            position = part.end
        if between and BETWEEN.fullmatch(text, position, one.at.start):
            return number
    return None


def _quotation(document: Document, one: Citation, relations: Sequence[Relation]) -> Relation | None:
    """Words in quotation marks right before a citation that nobody has been found to say."""
    block = document.blocks[document.block_at(one.at.start)]
    start = max(block.spans[0].start, one.at.start - 1600)
    match = QUOTED.search(document.text[start : one.at.start])
    if match is None or len(match["inside"].split()) < FEWEST_WORDS or one.author is None:
        return None
    content = Span(start + match.start(), start + match.end("inside") + 1)
    if any(s.start < content.end and content.start < s.end for r in relations for s in r.content):
        return None
    return Relation((one.author,), (), (content,), "direct", UNSURE, cited=one.cited)
