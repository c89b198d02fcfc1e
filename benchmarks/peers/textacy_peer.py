"""textacy's direct quotations: `python -m benchmarks.peers.textacy_peer FOLDER`, JSON lines out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textacy.extract.triples import direct_quotations
from textacy.preprocessing.normalize import quotation_marks

from benchmarks.peers.lines import Found, Job, Statement, write_predictions
from benchmarks.peers.offsets import stretches


def job(text: str) -> Job:
    """Straight marks, as textacy's own preparation makes them, one character for one."""
    straight = quotation_marks(text)
    if len(straight) != len(text):
        raise ValueError("the preparation moved characters")
    return Job(straight, find)


def find(doc: Any) -> Found:
    """Quotations of an article.

    textacy refuses a text with an odd number of marks, a lone apostrophe among them. So that one
    mark does not cost it the article, it gets a second try with one paragraph at a time.
    """
    try:
        return Found(list(_statements(doc)))
    except ValueError as refusal:
        pieces, refused = _paragraphs(doc)
        failure = f"ValueError: {refusal}; tried by paragraph, {refused} refused"
        return Found(pieces, failure)


def _paragraphs(doc: Any) -> tuple[list[Statement], int]:
    statements: list[Statement] = []
    refused = start = 0
    for line in doc.text.split("\n"):
        # Tokens that reach over an edge are left out: they are white space.
        span = doc.char_span(start, start + len(line), alignment_mode="contract")
        if span:
            try:
                statements += _statements(span.as_doc(), span.start_char)
            except ValueError:
                refused += 1
        start += len(line) + 1
    return statements, refused


def _statements(doc: Any, offset: int = 0) -> Iterator[Statement]:
    for speaker, cue, content in direct_quotations(doc):
        yield {
            "source": stretches(speaker, offset),
            "cue": stretches(cue, offset),
            "content": stretches(content, offset),
        }


if __name__ == "__main__":
    write_predictions("textacy", job)
