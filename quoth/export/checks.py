"""What house rules find in a document, for people: each rule, and where it is not met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from quoth.account.checks import Finding
from quoth.export import wording
from quoth.export.account import grid, printed, ruled
from quoth.export.characters import one_line
from quoth.export.view import Screen
from quoth.records import Passage, Reading, Span

PLACES = 8
"""As many places are named of one rule."""


def check_view(
    reading: Reading, findings: Iterable[Finding], screen: Screen | None = None
) -> Iterator[str]:
    """The view of one document, piece by piece; each piece ends in a line feed."""
    screen = screen or Screen()
    table = grid({"width": 7}, {"width": 14}, {"ratio": 1})
    for one in findings:
        said = Text(one_line(one.said))
        if one.where:
            said.append(f"\n{_places(reading, one.where)}", "bold")
        said.append(f"\n{one.code}", "dim")
        verdict = Text("met") if one.met else Text("not met", "bold")
        table.add_row("", verdict, Text(one.rule), said)
    return printed([ruled(one_line(reading.document.name), screen), table, Text()], screen)


def _places(reading: Reading, where: tuple[Span, ...]) -> str:
    named = [
        wording.place(Passage(reading.document, (span,)).places)
        for span in sorted(dict.fromkeys(where))
    ]
    shown = list(dict.fromkeys(named))
    more = f" and {len(shown) - PLACES} more" if len(shown) > PLACES else ""
    return ", ".join(shown[:PLACES]) + more
