"""Which rows of the reading page a correction changes."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.passages import parts_of
from quoth.records import Reading, Statement


def touched(before: Reading, after: Reading) -> set[int]:
    """Numbers of the blocks whose text or notes are others in `after`, another reading of one text.

    What a ledger knows besides, as verdicts, is not looked at.
    """
    document = after.document
    return {
        number
        for statement in _told_anew(before, after)
        for passage in parts_of(statement)
        for span in passage.spans
        for number in range(document.block_at(span.start), document.block_at(span.end - 1) + 1)
    }


def _told_anew(before: Reading, after: Reading) -> Iterator[Statement]:
    """Statements that changed, that have a source that did, or whose notes name one that did."""
    both = (*before.statements, *after.statements)
    changed = set(before.statements) ^ set(after.statements)
    sources = {each.id for each in set(before.sources) ^ set(after.sources)}
    ids = {each.id for each in changed}
    outer = {each.within for each in changed}
    inside = set(ids)
    for each in both:  # those that stand in others come behind them
        if each.within in inside:
            inside.add(each.id)
    for each in both:
        if each.source_id in sources or each.id in inside or each.id in outer:
            yield each
