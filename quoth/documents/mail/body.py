"""A part of a mail that is read, as a document: its text, quoted mails as quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.documents.cutting import blanked, merged, without
from quoth.documents.encodings import decode
from quoth.documents.joined import begins_with
from quoth.documents.layouts import text_layout, within
from quoth.documents.mail import html as mail_html
from quoth.documents.mail.parts import Part
from quoth.documents.mail.quoting import PassedOn, lines_of, passed_on, signatures
from quoth.documents.roles import with_roles
from quoth.documents.source import Source
from quoth.documents.text import plain
from quoth.documents.text.lines import BULLET
from quoth.records import BODY, Block, BlockKind, Document, Span

WORD = re.compile(r"(?<![^\s(\"'“])[^\W\d_]{2,}")
"""A word of prose, not a piece of an address."""
SHELL = 0.5
"""HTML with fewer words than this share of the plain text's is a shell around pictures."""
FLOWED = re.compile(r"(?P<marks>>*) ?(?P<words>[^\r\n]*)(?:\r\n?|\n|\Z)")
WROTE = re.compile(
    r".{,300}\b(?:(?:wrote|writes|a écrit|escribió|escreveu|ha scritto)"
    r"|(?:schrieb|schreef)\b.{,200})\s?:",
    re.S,
)
"""What stands above a mail that is answered, in the languages of `mail_quoting.NAMES`."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a part, and the headers of the mail that it passes on without a note."""

    document: Document
    passed_on: PassedOn | None = None


def body(forms: Sequence[tuple[Part, ...]], name: str, title: str | None) -> list[Body]:
    """The documents that a part of a body is, in the form that has more structure: HTML.

    The plain form is taken where it has twice the words. `title` is the mail's subject.
    """
    richest = [_read(part, name, title) for part in forms[-1]]
    if len(forms) == 1 or not any(part.is_html for part in forms[-1]):
        return richest
    plainest = [_read(part, name, title) for part in forms[0]]
    return richest if _words(richest) >= SHELL * _words(plainest) else plainest


def _words(bodies: Sequence[Body]) -> int:
    return sum(1 for each in bodies for _ in WORD.finditer(each.document.text))


def _read(part: Part, name: str, title: str | None) -> Body:
    if part.is_html:
        document = mail_html.document(Source(name, part.data, part.charset), title)
        inner, out = _of_others(document.text)
        blocks = tuple(without(document.text, document.blocks, out)) if out else document.blocks
    else:
        text = decode(part.data, part.charset)
        inner, out = _of_others(text)
        document = _plain(blanked(text, out), part, name, title)
        document, blocks = replace(document, text=text), document.blocks
    if len(blocks) != len(document.blocks):
        document = replace(document, references=())
    blocks = tuple(_introducing(document.text, blocks))
    blocks, first = _quoted(blocks, inner)
    document = replace(document, blocks=blocks, layout=within(document.layout, None, part.number))
    return Body(document, first)


def _of_others(text: str) -> tuple[list[PassedOn], list[Span]]:
    """The mails that are passed on in a text; their headers and signatures, to be left out."""
    lines = lines_of(text)
    inner = list(passed_on(lines))
    return inner, merged([each.span for each in inner] + list(signatures(lines, inner)))


def _plain(text: str, part: Part, name: str, title: str | None) -> Document:
    flowed = part.message.get_param("format")
    if isinstance(flowed, str) and flowed.lower() == "flowed" and " \n" in text.replace("\r", ""):
        return Document(name, text, tuple(with_roles(text, _flowed(text), True)), text_layout(text))
    return plain.document(text, name, titled=not begins_with(text, title))


def _flowed(text: str) -> Iterator[Block]:
    """The paragraphs of a text in which a blank at a line's end says that it goes on (RFC 3676)."""
    spans: list[Span] = []
    depth = 0
    for match in FLOWED.finditer(text):
        words, start = match["words"].strip(), match.start("words")
        marks = len(match["marks"])
        if spans and (marks != depth or not words):
            yield _paragraph(text, spans, depth)
            spans = []
        if not words:
            continue
        depth = marks
        start += match["words"].index(words[0])
        if spans and text[spans[-1].end : start].isspace():
            spans[-1] = Span(spans[-1].start, start + len(words))
        else:
            spans.append(Span(start, start + len(words)))
        if not match["words"].endswith(" "):
            yield _paragraph(text, spans, depth)
            spans = []
    if spans:
        yield _paragraph(text, spans, depth)


def _paragraph(text: str, spans: list[Span], depth: int) -> Block:
    kind: BlockKind = "item" if BULLET.match(text, spans[0].start) else "paragraph"
    return Block("quotation" if depth else kind, tuple(spans))


def _introducing(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`; a line above an answered mail is the sender's, and no dateline.

    In what is quoted it stays, and so does one right below the sender's.
    """
    quoted = False
    for block in blocks:
        words = text[block.spans[0].start : block.spans[-1].end]
        intro = bool(WROTE.fullmatch(words))
        own = intro and not (quoted and block.kind == "quotation")
        yield Block("paragraph", block.spans) if own else block
        quoted = intro or block.kind == "quotation"


def _quoted(
    blocks: tuple[Block, ...], inner: Sequence[PassedOn]
) -> tuple[tuple[Block, ...], PassedOn | None]:
    """`blocks`, what another mail says as quotations below a note of the sender's.

    Without a note the mail is the one it passes on, whose headers are the second result.
    """
    bodies = [block for block in blocks if block.kind in BODY]
    noted = bodies[0].spans[0].start if bodies else 0
    below = [each for each in inner if each.span.start > noted]
    first = inner[0] if inner and inner[0].span.start <= noted else None
    if not below:
        return blocks, first
    start = below[0].span.start
    return tuple(
        Block("quotation", block.spans)
        if block.spans[0].start > start and block.kind in ("paragraph", "item", "title")
        else block
        for block in blocks
    ), first
