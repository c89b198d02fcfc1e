"""Is a content direct, indirect or mixed, after people have put it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoth.records import Document, Form, Passage, Span, Statement

if TYPE_CHECKING:
    from quoth.reading.tokens import Word


def form_after(old: Statement, content: Passage, cue: Passage | None) -> Form:
    """The form that the quotation marks show; the old one where they never showed that.

    In turns of an interview and posts it is the layout that says whose words they are.
    """
    if form_of(old.content, old.cue) != old.form:
        return old.form
    return form_of(content, cue)


def form_of(content: Passage, cue: Passage | None) -> Form:
    """`direct` for what stands in quotation marks or is a block quotation, as a reading has it."""
    from quoth.reading.nested import form_within

    document = content.document
    if all(_set_apart(document, span) for span in content.spans):
        return "direct"
    words = _words(content)
    first = _words(cue)[:1] if cue else []
    return form_within(words, first[0] if first else None) if words else "indirect"


def _set_apart(document: Document, span: Span) -> bool:
    return document.blocks[document.block_at(span.start)].kind == "quotation"


def _words(passage: Passage) -> list[Word]:
    """The words of a passage, each with how it stands to the quotation marks of its block."""
    from quoth.reading.tokens import block_words

    document = passage.document
    numbers = dict.fromkeys(document.block_at(span.start) for span in passage.spans)
    return [
        word
        for number in numbers
        for word in block_words(document.text, document.blocks[number], number)
        if any(span.start <= word.start < span.end for span in passage.spans)
    ]
