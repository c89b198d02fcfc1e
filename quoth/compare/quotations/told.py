"""The quotations of documents, as they are compared."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from quoth.compare.event_names import Names
from quoth.compare.quotations.records import Quoted
from quoth.compare.records import Said, Told
from quoth.reading.tokens import DOUBLE, SINGLE
from quoth.records import Form

FEWEST = 4
"""A content of fewer words is compared with nothing: too much is said in three words."""
_MARKS = "".join(mark for mark in DOUBLE | SINGLE if len(mark) == 1)

_SPEAKER = frozenset(("i", "we"))


def quoted(
    told: Iterable[Told],
    fewest: int = FEWEST,
    keys: Container[str] | None = None,
    names: Names | None = None,
) -> tuple[Quoted, ...]:
    """Every content of at least so many words, in any form, in the order of the documents.

    With `keys` those of these statements alone; `names` are those of the event that all documents
    are on, if they are on one.
    """
    given = (one for each in told for one in _of(each, names) if keys is None or one.key in keys)
    return tuple(one for one in given if len(one.wording) >= fewest)


def _of(told: Told, names: Names | None) -> Iterator[Quoted]:
    for statement in told.reading.statements:
        if statement.within and statement.source and statement.source.text.lower() in _SPEAKER:
            continue  # who speaks tells of himself: it stands in what he says
        said = Said(told, statement)
        source = said.source
        name = source.name if source and source.name else statement.source
        yield Quoted(
            key=said.key,
            document=told.key,
            text=words_of(said),
            form=statement.form,
            speaker=" ".join(name.text.split()) if name else None,
            identity=told.whose.get(statement.source_id or ""),
            day=told.published[:10] if told.published else None,
            said=said,
            names=names,
        )


def words_of(said: Said) -> str:
    """The content as it is compared."""
    text = said.told.reading.document.text
    pieces = [text[span.start : span.end] for span in said.content.spans]
    return put_together(pieces, said.statement.form)


def put_together(pieces: Iterable[str], form: Form) -> str:
    """A content without the marks around it; what stood apart in the text is put together.

    Not joined by an ellipsis, as the words of a span in several pieces are elsewhere: nothing is
    left out between the halves of a quotation that *he said* parts.
    """
    return " ".join(map(bare, pieces) if form == "direct" else pieces)


def bare(piece: str) -> str:
    piece = piece.strip()
    if piece[:1] in _MARKS:
        piece = piece[1:]
    if piece[-1:] in _MARKS:
        piece = piece[:-1]
    return piece.strip()
