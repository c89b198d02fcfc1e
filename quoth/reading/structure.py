"""What the layout of a document says about who speaks: block quotations and turns of talk.

Only where the structure shows it; which words are whose inside a paragraph is the network's work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.reading.relations import Relation
from quoth.reading.tokens import CLOSES, OPENS, Word, block_words
from quoth.reading.windows import Window
from quoth.records import BODY, Block, Document, Span

SURE = 0.9
"""How often a source read off the layout was right in what we looked at; not calibrated."""
UNSURE = 0.6

# "(Author, Work, p. 6)" or "- Author, Work" at the end of a block quotation.
CITATION = re.compile(
    r"\s*(?:\((?P<inside>[^()]{3,240})\)|[-\u2013\u2014\u2015]{1,2}\s*(?P<after>[^\n]{3,160}))"
    r"\s*[.]?\s*$"
)
LABEL = re.compile(
    r"(?P<label>(?P<name>[QA]|[^\W\d_]\.?[^\W\d_]*(?:[ .'\u2019-]+[^\W\d_]+){0,4})"
    r"(?: \((?P<more>[^()\n]{2,40})\))?)\s?(?P<mark>[:.])(?=\s|$)"
)
"""With what minutes put behind a name: "Mr Arne Holt (West Quay):", "The Speaker (Mr Holt):"."""
OF_SELF = re.compile(r"\b(?:I|I['\u2019]\w+|[Mm]y|me)\b")
TO_OTHER = re.compile(r"\b[Yy]our?\b")
LONGEST_QUESTION = 300
TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Hon)\b")
LINKS = frozenset(["of", "for", "the", "and"])
LETTER = re.compile(r"[^\W_]")
SENTENCE_END = frozenset(".!?")
FEWEST_TURNS = 4
IMPERSONAL = frozenset(["it", "this", "that", "which"])
"""A source that is one of these says less than the author whom a citation names. Who "she" is has
been told before, and what is cited for her words may be a gazette."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A sentence that ends in a colon before quoted blocks: its words in the window, the blocks."""

    first: int
    end: int
    blocks: tuple[int, ...]


def introductions(document: Document, window: Window) -> Iterator[Introduction]:
    """Sentences of the window that introduce blocks set apart or opening a quotation."""
    words = window.words
    for n, word in enumerate(words):
        last = n + 1 == len(words) or words[n + 1].block != word.block
        if word.text == ":" and last and (targets := _quoted_from(document, word.block + 1)):
            first = n
            while first and words[first - 1].block == word.block:
                if words[first - 1].text in SENTENCE_END and first < n:
                    break
                first -= 1
            yield Introduction(first, n + 1, targets)


def _quoted_from(document: Document, number: int) -> tuple[int, ...]:
    """Blocks from `number` on that are one quotation: set apart, or opening marks not closed."""
    found: list[int] = []
    open_before = True
    while number < len(document.blocks) and open_before:
        block = document.blocks[number]
        set_apart = block.kind == "quotation"
        marks = [w.quote for w in block_words(document.text, block, number) if w.text == '"']
        if not set_apart and (not marks or not _opens(document, block)):
            break
        found.append(number)
        following = document.blocks[number + 1 : number + 2]
        if set_apart:
            open_before = bool(following) and following[0].kind == "quotation"
        else:
            open_before = marks[-1] == OPENS
        number += 1
    return tuple(found)


def _opens(document: Document, block: Block) -> bool:
    first = next(block_words(document.text, block, 0), None)
    return first is not None and first.quote == OPENS


def content_and_author(document: Document, numbers: Sequence[int]) -> tuple[list[Span], list[Span]]:
    """The stretches of quoted blocks without the citation that closes them, and its author."""
    spans = [span for number in numbers for span in document.blocks[number].spans]
    # Marks of italics cut a citation into several spans.
    start, end = document.blocks[numbers[-1]].spans[0].start, spans[-1].end
    match = CITATION.search(document.text, max(start, end - 400), end)
    if match is None or match.start() <= start:
        return spans, []
    group = "inside" if match["inside"] else "after"
    author = re.match(r"[^,;\n]+", match[group])
    if author is None or not author[0][:1].isupper():
        return spans, []
    content = [Span(s.start, min(s.end, match.start())) for s in spans if s.start < match.start()]
    named = match.start(group)
    return content, [Span(named, named + author.end())]


def source_or_author(text: str, source: tuple[Span, ...], author: list[Span]) -> tuple[Span, ...]:
    """Who a quoted block is from: whom its introduction names, else whom its citation does."""
    named = source and text[source[0].start : source[-1].end].lower() not in IMPERSONAL
    return source if named or not author else tuple(author)


def set_apart(document: Document, taken: set[int]) -> Iterator[Relation]:
    """Block quotations that no sentence introduces, with the author that their citation names."""
    number = 0
    while number < len(document.blocks):
        blocks: tuple[int, ...] = ()
        if document.blocks[number].kind == "quotation":
            blocks = _quoted_from(document, number)
        if blocks and not taken.intersection(blocks):
            content, author = content_and_author(document, blocks)
            yield Relation(tuple(author), (), tuple(content), "direct", SURE if author else UNSURE)
        number = blocks[-1] + 1 if blocks else number + 1


def turns(document: Document) -> Iterator[Relation]:
    """The turns of an interview or a transcript: "Q:", "NAME:" at the beginning of blocks."""
    labels = [_label(document, block) for block in document.blocks]
    names = [document.text[label[0].start : label[0].end] if label else "" for label in labels]
    often = Counter(_short(name) for name in names if name)
    speakers = {name for name, count in often.items() if count > 1}
    if len(speakers) < 2 or sum(often[name] for name in speakers) < FEWEST_TURNS:
        return
    said = [
        number
        for number, name in enumerate(names)
        # Whoever speaks once is known by how the minutes name him.
        if _short(name) in speakers or TITLE.match(name) or name.endswith(")")
    ]
    for number, following in zip(said, [*said[1:], said[-1] + 1], strict=True):
        label, mark = labels[number] or (Span(0, 0), Span(0, 0))
        more = [b for b in document.blocks[number + 1 : following] if b.kind == "paragraph"]
        first, *rest = document.blocks[number].spans
        start = (
            mark.end
            + len(document.text[mark.end : first.end])
            - len(document.text[mark.end : first.end].lstrip())
        )
        spans = [Span(start, first.end), *rest, *(span for block in more for span in block.spans)]
        if start < first.end:
            yield Relation((label,), (mark,), tuple(spans), "direct", SURE)


def answers(document: Document) -> Iterator[Relation]:
    """Questions and answers of an interview that names nobody before them: "Did you?", "No, I …".

    Only where those asked say *I* and those who ask say *you*, and not in lists of what is often
    asked. Nothing shows who speaks.
    """
    if next(turns(document), None):
        return
    text = {
        number: document.text[block.spans[0].start : block.spans[-1].end].strip()
        for number, block in enumerate(document.blocks)
        if block.kind in BODY
    }
    asked = [n for n, words_of in text.items() if _asks(words_of) and n + 1 in text]
    asked = [n for n in asked if not _asks(text[n + 1])]
    of_self = [n for n in asked if OF_SELF.search(text[n + 1])]
    to_other = [n for n in asked if TO_OTHER.search(text[n])]
    if (
        len(asked) < FEWEST_TURNS
        or 2 * len(of_self) <= len(asked)
        or 3 * len(to_other) < len(asked)
    ):
        return
    for number, following in zip(asked, [*asked[1:], asked[-1] + 2], strict=True):
        said = [b for b in document.blocks[number + 1 : following] if b.kind == "paragraph"]
        for blocks in ([document.blocks[number]], said):
            spans = tuple(span for block in blocks for span in block.spans)
            if spans:
                yield Relation((), (), spans, "direct", UNSURE)


def _asks(paragraph: str) -> bool:
    return paragraph.endswith("?") and len(paragraph) <= LONGEST_QUESTION


def _short(label: str) -> str:
    """What two labels of one speaker share: of "Mr Arne Holt (West Quay)" the last name."""
    name, _, more = label.rstrip(")").partition(" (")
    return (more if TITLE.match(more) else name).rpartition(" ")[2]


def _label(document: Document, block: Block) -> tuple[Span, Span] | None:
    """The speaker's label that opens a block, and the mark after it."""
    start = block.spans[0].start
    match = LABEL.match(document.text, start, min(block.spans[0].end, start + 90))
    if match is None:
        return None
    name = match["name"]
    if match["mark"] == "." and name not in {"Q", "A"}:
        return None
    parts = [part for part in name.split() if not (match["more"] and part in LINKS)]
    if not (name.isupper() or all(part[:1].isupper() for part in parts)):
        return None
    return Span(*match.span("label")), Span(*match.span("mark"))


def continued(document: Document, relation: Relation, taken: set[int]) -> Relation:
    """The relation with the paragraphs that go on with a quotation which its last one left open.

    Each such paragraph opens with a mark; the last one closes (Chicago Manual of Style, 13.32).
    """
    number = document.block_at(relation.content[-1].start)
    more: list[Span] = []
    while number + 1 < len(document.blocks) and number + 1 not in taken:
        block, following = document.blocks[number], document.blocks[number + 1]
        end = more[-1].end if more else relation.content[-1].end
        if LETTER.search(document.text, end, block.spans[-1].end):
            break
        if not _left_open(document, block) or not _opens(document, following):
            break
        more.extend(_until_closed(document, following))
        number += 1
    if not more:
        return relation
    content = (*relation.content, *more)
    return Relation(relation.source, relation.cue, content, relation.form, relation.confidence)


def _left_open(document: Document, block: Block) -> bool:
    marks = [word.quote for word in block_words(document.text, block, 0) if word.text == '"']
    return bool(marks) and marks[-1] == OPENS


def _until_closed(document: Document, block: Block) -> Iterator[Span]:
    close: Word | None = next(
        (w for w in block_words(document.text, block, 0) if w.quote == CLOSES and w.text == '"'),
        None,
    )
    for span in block.spans:
        if close is None or span.end <= close.start:
            yield span
        elif span.start < close.end:
            yield Span(span.start, close.end)
