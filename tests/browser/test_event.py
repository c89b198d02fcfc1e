"""An event's page fills as its comparisons are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from rooms import ledger_with

from browser.conftest import served
from quoth.ledger import open_ledger


def test_an_events_page_fills_by_itself(tmp_path: Path, visit: Callable[[str], Page]) -> None:
    path = ledger_with(tmp_path / "news.db", ("One. A man said the ferry sank.", "Two. It sank."))
    with open_ledger(path) as ledger:
        ledger.put_into("the ferry", [1, 2])
    with served(path) as address:
        page = visit(f"{address}/events/1")
        expect(page.locator("section[data-waiting]")).to_have_count(0, timeout=60_000)
        expect(page.get_by_role("heading", name="Quotations")).to_be_visible()
