"""What each outlet carries and leaves out as one picture: SVG, readable on light and on dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from quoth.compare import Coverage, Event
from quoth.compare.coverage import Row, State
from quoth.export.characters import one_line, shortened
from quoth.export.coverage import MEANINGS, said_words, shared, summary
from quoth.export.templating import asset

LABELS = 400
"""Width of the column of names, in pixels as all measures here."""
_MARGIN, _ROW, _COLUMN, _HEAD, _RADIUS = 16, 24, 36, 150, 7
_NARROWEST = 740
_MOST_ROWS, _MOST_COLUMNS = 24, 40
"""Rows of each part and columns that are drawn; the table has all."""
_LONGEST, _LONGEST_OUTLET = 58, 24
_CONTROL = dict.fromkeys((*range(32), 127))


def coverage_picture(event: Event, coverage: Coverage) -> str:
    """One SVG: rows of statements, sources and kinds, a column for each outlet.

    Filled rings stand for what is carried, half filled ones for what is carried in another
    sense, empty ones for what is left out, dashes for what was not known yet. Of much, the rows
    and outlets that carry most are drawn.
    """
    columns = sorted(range(len(coverage.outlets)), key=lambda n: -len(coverage.outlets[n].told))
    columns = sorted(columns[:_MOST_COLUMNS])
    width = max(_NARROWEST, 2 * _MARGIN + LABELS + _COLUMN * len(columns) + 100)
    drawn = list(_heads(coverage, columns))
    y = _HEAD
    for title, rows in _parts(coverage):
        if not rows:
            continue
        drawn.append(f'<text class="title" x="{_MARGIN}" y="{y + 16}">{title}</text>')
        y += _ROW
        for row in rows[:_MOST_ROWS]:
            drawn += [_label(row, y, title), _line(len(columns), y + _ROW)]
            drawn += _marks(coverage, row, columns, y)
            y += _ROW
        if len(rows) > _MOST_ROWS:
            drawn.append(_soft(f"{len(rows) - _MOST_ROWS} more in the table", y))
            y += _ROW
        y += _ROW // 2
    drawn.append(_key(y))
    left = len(coverage.outlets) - len(columns)
    if left:
        y += _ROW
        drawn.append(_soft(f"{left} more outlets in the table", y))
    height = y + _ROW + _MARGIN
    told = _text(f"{event.name}: {summary(event.told, len(coverage.outlets))}", 200)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="coverage" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="coverage-name coverage-told">\n'
        '<title id="coverage-name">What each outlet carries and leaves out</title>\n'
        f'<desc id="coverage-told">{told}. The table has the same.</desc>\n'
        f"<style>{asset('coverage.css').rstrip()}</style>\n{chr(10).join(drawn)}\n</svg>\n"
    )


def _parts(coverage: Coverage) -> Iterator[tuple[str, Sequence[Row]]]:
    """What several outlets carry; where there is but one, all of it."""
    for title, rows in (
        ("Statements", coverage.statements),
        ("Sources", coverage.sources),
        ("Kinds of source", coverage.kinds),
    ):
        together = shared(rows)
        if len(coverage.outlets) < 2 or title == "Kinds of source":
            yield title, rows
        else:
            yield f"{title} that several outlets carry", together


def _heads(coverage: Coverage, columns: Sequence[int]) -> Iterator[str]:
    for at, number in enumerate(columns):
        name = _text(coverage.outlets[number].name, _LONGEST_OUTLET)
        x, y = _centre(at), _HEAD - 4
        yield f'<text x="{x}" y="{y}" transform="rotate(-50 {x} {y})">{name}</text>'


def _label(row: Row, y: int, title: str) -> str:
    words = row.name
    if title.startswith("Statements"):
        words = f"{words}: {said_words(row)[1]}"
    return (
        f'<text x="{_MARGIN}" y="{y + 16}">{_text(words, _LONGEST)}'
        f"<title>{_text(words, 400)}</title></text>"
    )


def _line(columns: int, y: int) -> str:
    right = _MARGIN + LABELS + columns * _COLUMN
    return f'<line class="line" x1="{_MARGIN}" x2="{right}" y1="{y}" y2="{y}"/>'


def _marks(coverage: Coverage, row: Row, columns: Sequence[int], y: int) -> Iterator[str]:
    for at, number in enumerate(columns):
        yield _mark(coverage.state(row, number), _centre(at), y + _ROW // 2)


def _mark(state: State, x: int, y: int) -> str:
    if state == "older":
        return f'<line class="older" x1="{x - 3}" x2="{x + 3}" y1="{y}" y2="{y}"/>'
    if state == "carries":
        return f'<circle class="carries" cx="{x}" cy="{y}" r="{_RADIUS}"/>'
    ring = f'<circle class="out" cx="{x}" cy="{y}" r="{_RADIUS}"/>'
    if state == "leaves out":
        return ring
    top, bottom = f"{x} {y - _RADIUS}", f"{x} {y + _RADIUS}"
    half = f"M {top} A {_RADIUS} {_RADIUS} 0 0 0 {bottom} Z"
    return f'{ring}<path class="carries" d="{half}"/>'


def _key(y: int) -> str:
    parts, x = [], _MARGIN + 8
    for state, words in MEANINGS.items():
        parts.append(_mark(state, x, y + _ROW // 2))
        parts.append(f'<text class="soft" x="{x + 14}" y="{y + 16}">{words}</text>')
        x += 40 + 7 * len(words)
    return "".join(parts)


def _soft(words: str, y: int) -> str:
    return f'<text class="soft" x="{_MARGIN}" y="{y + 16}">{words}</text>'


def _centre(at: int) -> int:
    return _MARGIN + LABELS + _COLUMN // 2 + at * _COLUMN


def _text(words: str, longest: int) -> str:
    plain = one_line(words).translate(_CONTROL)
    return escape(shortened(plain, longest))
