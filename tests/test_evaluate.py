"""What a reviewed sample says of its corpus, in figures and in words."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from quoth.export.evaluation import evaluation_csv, evaluation_json, evaluation_view
from quoth.ledger.sampling import Cell, Design, Evaluation, Judged, Missed, Walked, evaluated

INDIRECT = Cell("indirect", "person", "0.9 and above")
DIRECT = Cell("direct", "government", "0.9 and above")
RARE = Cell("mixed", "group", "below 0.5")

DESIGN = Design(
    seed=7,
    by=("form",),
    models=("standard 1.0",),
    documents=40,
    sizes={INDIRECT: 600, DIRECT: 300, RARE: 4},
    passages=250,
    length=500,
    drawn_statements=62,
    drawn_passages=20,
)


def judged(cell: Cell, number: int, *faults: str) -> list[Judged]:
    return [Judged(cell, frozenset(faults))] * number


@pytest.fixture
def evaluation() -> Evaluation:
    statements = [
        *judged(INDIRECT, 24),
        *judged(INDIRECT, 3, "no_statement"),
        *judged(INDIRECT, 3, "source"),
        *judged(DIRECT, 25),
        *judged(DIRECT, 3, "content", "cue"),
        *judged(DIRECT, 2, "identity"),
        *judged(RARE, 2),
    ]
    passages = [
        *[Walked((*judged(INDIRECT, 2), *judged(INDIRECT, 1, "no_statement")))] * 8,
        *[Walked(tuple(judged(DIRECT, 1, "content")), (Missed("indirect", "person"),))] * 2,
        *[Walked(tuple(judged(DIRECT, 1, "identity")))] * 5,
        *[Walked(())] * 3,
    ]
    return evaluated(DESIGN, statements, passages)


def test_precision_counts_strata_by_size_and_a_source_when_asked(evaluation):
    row = evaluation.rows[0]

    of_strata = {INDIRECT: 27 / 30, DIRECT: 27 / 30, RARE: 1}
    weighted = sum(DESIGN.sizes[cell] * share for cell, share in of_strata.items()) / 904
    assert row.content.precision.share.value == pytest.approx(weighted)
    assert row.source.precision.share.value == pytest.approx((600 * 0.8 + 300 * 25 / 30 + 4) / 904)


def test_recall_counts_what_was_missed_or_found_wrong_and_not_what_is_none(evaluation):
    row = evaluation.rows[0]

    # 16 right and 5 taken for somebody else's; 2 found elsewhere and 2 missed: 25 in all.
    assert row.content.recall.n == 25
    assert row.content.recall.share.value == 21 / 25
    assert row.source.recall.share.value == 16 / 25


def test_faults_are_told_by_form_and_one_statement_may_have_several(evaluation):
    direct = next(row for row in evaluation.rows if row.name == "direct")

    assert direct.errors["content"].share.value == direct.errors["cue"].share.value == 0.1
    assert direct.errors["identity"].share.value == pytest.approx(2 / 30)
    assert direct.errors["no_statement"].share.value == 0


def test_the_rows_are_all_then_forms_then_kinds(evaluation):
    assert [(row.group, row.name) for row in evaluation.rows] == [
        ("all", "all"),
        *(("form", form) for form in ("direct", "indirect", "mixed")),
        *(("kind", kind) for kind in ("government", "group", "person")),
    ]


def test_the_view_gives_no_figure_without_interval_and_number(evaluation):
    view = "".join(evaluation_view(evaluation))

    table = view[view.index("Content  ") : view.index("For a methods section")]
    without, figures = re.subn(r"\d+\.\d +\d+\.\d–\d+\.\d +\d+\b", "", table)
    assert figures > 20
    assert not re.search(r"\d\.\d", without)
    assert "  too few judged: mixed, group\n" in view
    assert max(map(len, view.splitlines())) <= 80
    assert "Judged: 62 of 62 statements, 18 of 20 passages." in view


def test_the_paragraph_for_a_methods_section_names_design_numbers_and_intervals(evaluation):
    said = json.loads(evaluation_json(evaluation))["methods"]

    assert "62 were drawn at random without replacement within 3 strata by form" in said
    assert "in 18 of them a person marked every statement" in said
    assert "The rest was not judged and is taken to be like what was." in said
    plain = said.replace("\N{NO-BREAK SPACE}", " ")
    assert re.search(r"recall was 84\.0 % \(95 % CI \d\d\.\d to \d\d\.\d, n = 25\)", plain)
    assert plain in " ".join("".join(evaluation_view(evaluation)).split())


def test_data_hold_every_figure_with_its_number(evaluation):
    rows = list(csv.DictReader(io.StringIO("".join(evaluation_csv(evaluation)))))
    [recall] = [
        row
        for row in rows
        if (row["name"], row["counted"], row["measure"]) == ("all", "content", "recall")
    ]
    whole = json.loads(evaluation_json(evaluation))

    assert (recall["value"], recall["n"]) == ("0.84", "25")
    assert whole["rows"][0]["content"]["recall"]["low"] == float(recall["low"])
    assert whole["design"]["drawn_passages"] == 20
    too_few = [row for row in rows if row["name"] == "mixed"]
    assert {(row["value"], row["low"]) for row in too_few} == {("", "")}
    assert len(rows) == 7 * 11


def test_nothing_judged_yet_gives_no_figures():
    evaluation = evaluated(DESIGN, [], [])

    assert all(row.content.f1.share is None for row in evaluation.rows)
    assert "precision was not measured (fewer than 10 judged)" in evaluation_json(evaluation)
