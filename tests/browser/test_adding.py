"""A reader adds files and a text, and watches what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handmade import WIRE
from playwright.sync_api import BrowserContext, Page, expect
from rooms import ledger_with, served

DROP = """files => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  document.getElementById("drop").dispatchEvent(
    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_files_are_chosen_and_dropped_and_told_as_they_are_read(
    tmp_path: Path, visit: Callable[[str], Page]
) -> None:
    ledger = ledger_with(tmp_path / "news.db", ("No one said a word.",))
    with served(ledger, reader="handmade:StandIn") as address:
        page = visit(f"{address}/add")
        broken = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 nothing"}
        page.get_by_label("Pages, PDFs, mails").set_input_files(files=[broken])  # type: ignore[list-item]
        page.evaluate(DROP, [["wire.txt", WIRE]])
        expect(page.get_by_text("1 files were dropped here.")).to_be_visible()
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_url("**/add/1")
        expect(page.get_by_role("status")).to_contain_text("1 added, 1 failed", timeout=60_000)
        expect(page.locator(".failed")).to_contain_text("this PDF is broken")
        page.get_by_role("link", name="document 2").click()
        expect(page.locator("main")).to_contain_text("A harbour official")


def test_what_is_not_taken_is_told_on_the_page(
    tmp_path: Path, visit: Callable[[str], Page]
) -> None:
    with served(ledger_with(tmp_path / "news.db")) as address:
        page = visit(f"{address}/add")
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("Nothing was given")


def test_a_text_is_added_without_script(tmp_path: Path, context: BrowserContext) -> None:
    ledger = ledger_with(tmp_path / "news.db", ("No one said a word.",))
    plain = context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    with served(ledger, reader="handmade:StandIn") as address:
        page = plain.new_page()
        page.goto(f"{address}/add")
        page.get_by_label("The text").fill(WIRE)
        page.get_by_label("Outlet").fill("Coastwise")
        page.get_by_role("button", name="Add", exact=True).click()
        # The page loads itself anew until the job is over.
        expect(page.get_by_role("status")).to_contain_text("1 added", timeout=60_000)
    plain.close()
