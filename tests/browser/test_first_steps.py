"""A reader opens the room and looks for something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from rooms import ledger_with

from browser.conftest import served


def test_a_reader_finds_a_statement(tmp_path: Path, visit: Callable[[str], Page]) -> None:
    with served(ledger_with(tmp_path / "news.db")) as address:
        page = visit(address)
        page.get_by_role("searchbox").fill("ferry")  # there is one alone
        page.keyboard.press("Enter")
        expect(page.locator("blockquote")).to_contain_text("the ferry had carried at least 40")
