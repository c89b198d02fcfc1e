"""The generator of PDFs with known truth: what it writes is what it says it wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest

from benchmarks.pdfs.article import articles
from benchmarks.pdfs.held import HELD
from benchmarks.pdfs.layout import Layout
from benchmarks.pdfs.layouts import OPEN, SCAN
from benchmarks.pdfs.layouts_more import MORE
from benchmarks.pdfs.make import made, sheets
from benchmarks.pdfs.producers import producer
from benchmarks.pdfs.sheet import sheet


def letters(text: str) -> str:
    """A text without what line ends, hyphenation and fonts do to it."""
    return re.sub(r"[\W\d_]", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl")).casefold()


def written(layout: Layout, article: str, folder: Path) -> tuple[Path, dict[str, Any]]:
    """The PDF of an article in a layout, and its truth."""
    reason = producer(layout.producer).missing()
    if reason:
        pytest.skip(reason)
    one = sheet(layout.name, layout, articles()[article], "0")
    (path,) = made([one], folder)
    return path, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def named(name: str) -> Layout:
    return next(one for one in (*OPEN, *HELD, *MORE, SCAN) if one.name == name)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("name", ["agency", "plain", "browser", "review", "working", "dispatch"])
def test_all_blocks_of_the_truth_stand_in_the_pdf(name: str, tmp_path: Path) -> None:
    path, truth = written(named(name), "harbour", tmp_path)
    text = letters(text_of(path))
    # A page's end may fall into a sentence; its halves are then apart.
    clauses = [
        letters(clause)
        for block in truth["blocks"]
        for clause in re.split(r"[.,;:]", block["text"])
        if letters(clause)
    ]
    lost = [clause for clause in clauses if clause not in text]
    assert len(lost) < truth["pages"]


def test_the_truth_ties_notes_to_the_words_before_their_marks(tmp_path: Path) -> None:
    _, truth = written(named("plain"), "harbour", tmp_path)
    (mark, note), (_, other) = truth["refers"]
    assert mark.endswith("“an illustration, and marked as such”.1")
    assert note.startswith("Letter from the editor-in-chief")
    notes = [block["text"] for block in truth["blocks"] if block["kind"] == "footnote"]
    assert notes == [note, other]


def test_the_same_seed_makes_the_same_file(tmp_path: Path) -> None:
    first, _ = written(named("agency"), "harbour", tmp_path / "one")
    second, _ = written(named("agency"), "harbour", tmp_path / "two")
    assert first.read_bytes() == second.read_bytes()


def test_a_scan_has_no_text_and_does_not_count(tmp_path: Path) -> None:
    path, truth = written(SCAN, "bridge", tmp_path)
    assert not truth["counted"]
    assert not text_of(path).strip()


def test_heads_that_change_from_page_to_page_are_in_the_truth(tmp_path: Path) -> None:
    _, truth = written(named("review"), "harbour", tmp_path)
    headings = {block["text"] for block in truth["blocks"] if block["kind"] == "heading"}
    assert headings <= {block["text"] for block in truth["blocks"] if block.get("running")}


def test_a_third_of_sixty_pdfs_is_held_back() -> None:
    assert [len(list(sheets(layouts))) for layouts in (OPEN, HELD)] == [40, 20]
    names = [one.name for one in (*OPEN, *HELD, *MORE)]
    assert len(set(names)) == len(names)
    assert {one.producer for one in OPEN} == {one.producer for one in HELD}
