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


def test_a_statement_chosen_in_one_is_shown_in_the_other(
    tmp_path: Path, visit: Callable[[str], Page]
) -> None:
    path = tmp_path / "news.db"
    with open_ledger(path) as ledger, StandIn() as reader:
        list(ledger.add([EXAMPLE], reader))
        first, second, *_ = ledger.reading(1).statements
    with served(path) as address:
        page = visit(f"{address}/documents/1")
        page.get_by_role("button", name="The original beside it").click()
        frame = page.frame_locator("#beside iframe")
        expect(frame.locator("canvas").first).to_be_visible()
        page.locator(f"#{second.id}").first.click()
        expect(frame.locator(".box.shown").first).to_have_attribute(
            "aria-label", f"Statement {second.id}"
        )
        frame.locator(f".box[data-statement={first.id}]").first.click()
        expect(page.locator("#card")).to_contain_text(f"Statement {first.id}")
