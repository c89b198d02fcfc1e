"""What a sample says of its corpus: for people, as JSON, as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from textwrap import fill
from typing import Any

from quoth.export.methods import FAULTS, PARTIAL, design_words, methods, partial, too_few
from quoth.ledger.sampling import Estimate, Evaluation
from quoth.ledger.sampling.evaluation import Measures, Row
from quoth.ledger.sampling.intervals import LEVEL

DIGITS = 4
"""Decimal places of shares in data."""
WIDTH = 80
COLUMNS = ("group", "name", "counted", "measure", "value", "low", "high", "n")
"""Of the CSV: `counted` is what has to be right, `n` the statements judged."""
COUNTED = {"content": "Content", "source": "With source"}
MEASURES = ("precision", "recall", "f1")


def evaluation_view(evaluation: Evaluation) -> Iterator[str]:
    """The view for people, piece by piece; every figure with its interval and its n."""
    design = evaluation.design
    yield fill(design_words(design), WIDTH) + "\n\n"
    yield (
        f"Judged: {evaluation.judged:,} of {design.drawn_statements:,} statements,"
        f" {evaluation.walked:,} of {design.drawn_passages:,} passages.\n"
        "Percent, 95 % interval, number judged.\n"
    )
    if partial(evaluation):
        yield f"{PARTIAL}.\n"
    yield "\n"
    for counted in COUNTED:
        yield from _table(evaluation, counted)
        yield "\n"
    yield from _errors(evaluation)
    yield "\nFor a methods section\n"
    yield fill(methods(evaluation), WIDTH, initial_indent="  ", subsequent_indent="  ") + "\n"


def evaluation_json(evaluation: Evaluation) -> str:
    """One object: the design, all rows, and the words for a methods section."""
    design = evaluation.design
    fields = {
        "design": {
            "words": design_words(design),
            "seed": design.seed,
            "by": design.by,
            "models": design.models,
            "documents": design.documents,
            "statements": design.statements,
            "passages": design.passages,
            "length": design.length,
            "drawn_statements": design.drawn_statements,
            "drawn_passages": design.drawn_passages,
        },
        "judged_statements": evaluation.judged,
        "judged_passages": evaluation.walked,
        "level": LEVEL,
        "rows": [_row_fields(row) for row in evaluation.rows],
        "methods": methods(evaluation),
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"


def evaluation_csv(evaluation: Evaluation) -> Iterator[str]:
    """A header, then a row for each figure; empty cells where too few are judged."""
    yield _line(COLUMNS)
    for row in evaluation.rows:
        for counted in COUNTED:
            for name in MEASURES:
                yield _figure(row, counted, name, getattr(getattr(row, counted), name))
        for fault, estimate in row.errors.items():
            yield _figure(row, "error", fault, estimate)


def _table(evaluation: Evaluation, counted: str) -> Iterator[str]:
    """A line for each form and kind that has a figure; the others are named in the last."""
    heads = (f"{name:<22}" for name in ("precision", "recall", "F1"))
    yield f"{COUNTED[counted]:<15}{''.join(heads)}".rstrip() + "\n"
    without = []
    for row in evaluation.rows:
        measures: Measures = getattr(row, counted)
        estimates = [getattr(measures, name) for name in MEASURES]
        if any(each.share for each in estimates):
            cells = (f"{_cell(each):<22}" for each in estimates)
            yield f"  {row.name:<13}{''.join(cells)}".rstrip() + "\n"
        else:
            without.append(row.name)
    yield from _without(without)


def _errors(evaluation: Evaluation) -> Iterator[str]:
    yield "Errors among statements found\n"
    without = []
    for row in evaluation.rows:
        if row.group == "kind":
            continue
        if not any(estimate.share for estimate in row.errors.values()):
            without.append(row.name)
            continue
        yield f"  {row.name}\n"
        for fault, estimate in row.errors.items():
            yield f"    {FAULTS[fault]:<34}{_cell(estimate)}\n"
    yield from _without(without)


def _without(names: list[str]) -> Iterator[str]:
    """What has no figure at all."""
    if names:
        said = f"too few judged: {', '.join(names)}"
        yield fill(said, WIDTH, initial_indent="  ", subsequent_indent="  ") + "\n"


def _figure(row: Row, counted: str, measure: str, estimate: Estimate) -> str:
    figures = _estimate_fields(estimate)
    values = (figures[name] for name in ("value", "low", "high", "n"))
    return _line((row.group, row.name, counted, measure, *values))


def _row_fields(row: Row) -> dict[str, Any]:
    measured = {
        counted: {name: _estimate_fields(getattr(getattr(row, counted), name)) for name in MEASURES}
        for counted in COUNTED
    }
    errors = {fault: _estimate_fields(estimate) for fault, estimate in row.errors.items()}
    return {"group": row.group, "name": row.name, **measured, "errors": errors}


def _estimate_fields(estimate: Estimate) -> dict[str, float | int | None]:
    share = estimate.share
    if share is None:
        return {"n": estimate.n, "value": None, "low": None, "high": None}
    figures = {name: round(getattr(share, name), DIGITS) for name in ("value", "low", "high")}
    return {"n": estimate.n, **figures}


def _cell(estimate: Estimate) -> str:
    share = estimate.share
    if share is None:
        return too_few(estimate)
    interval = f"{100 * share.low:.1f}–{100 * share.high:.1f}"
    return f"{100 * share.value:5.1f} {interval:>10} {estimate.n:>4}"


def _line(cells: tuple[Any, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
