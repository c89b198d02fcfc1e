"""The original beside its text: a PDF with boxes, drawn in the browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handmade import StandIn
from playwright.sync_api import Page, expect

from browser.conftest import served
from quoth.ledger import open_ledger

EXAMPLE = Path(__file__).parents[2] / "examples" / "ferry-wire.pdf"


def test_a_pdf_has_a_box_round_each_statement(tmp_path: Path, visit: Callable[[str], Page]) -> None:
    path = tmp_path / "news.db"
    with open_ledger(path) as ledger, StandIn() as reader:
        assert [kept.reason for kept in ledger.add([EXAMPLE], reader)] == [None]
        [first, *_] = ledger.reading(1).statements
    with served(path) as address:
        page = visit(f"{address}/documents/1/beside#{first.id}")
        expect(page.locator("canvas").first).to_be_visible()
        box = page.locator(".box.shown").first
        expect(box).to_be_visible()
        width, sheet = box.bounding_box(), page.locator(".sheet").first.bounding_box()
        assert width
        assert sheet
        assert 0 < width["width"] < sheet["width"]
        expect(page.locator(".told")).to_be_empty()
