"""A reader looks for statements, leafs through them, and sees an event fill as it is compared."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from handmade import WIRE, wire
from kept import keep
from playwright.sync_api import Page, expect
from rooms import ledger_with

from browser.conftest import served
from quoth.compare.claims import Claims
from quoth.ledger import open_ledger
from quoth.web import backroom, comparing


def test_a_reader_filters_leafs_and_opens_the_place(
    tmp_path: Path, visit: Callable[[str], Page]
) -> None:
    texts = (WIRE, *(f"{WIRE}\n{number}." for number in range(25)))
    with served(ledger_with(tmp_path / "news.db", texts)) as address:
        page = visit(f"{address}/search")
        page.get_by_label("Words", exact=True).fill("ferry")
        page.get_by_text("More filters").click()
        page.get_by_label("Kind of source").select_option("person")
        page.locator("form.filters").get_by_role("button", name="Find").click()
        expect(page.locator("ol.hits > li")).to_have_count(20)
        page.get_by_role("link", name="Older").click()
        expect(page.locator("ol.hits > li")).to_have_count(6)
        expect(page.get_by_label("Kind of source")).to_have_value("person")
        page.locator("ol.hits a", has_text=":s1").first.click()
        expect(page).to_have_url(f"{address}/documents/6#s1")


@pytest.mark.parametrize("scripted", [True, False])
def test_an_event_fills_as_it_is_compared(
    tmp_path: Path, browser, monkeypatch, scripted: bool
) -> None:
    monkeypatch.setattr(comparing, "opened", lambda: ThreadPoolExecutor(1))
    monkeypatch.setattr(
        "quoth.export.report.findings.compare_claims", lambda told: Claims(tuple(told), (), ())
    )
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger, wire(), "The Post", "2031-03-02")
        keep(ledger, wire(), "Coast News", "2031-03-03")
        ledger.put_into("the ferry", [1, 2])
    context = browser.new_context(java_script_enabled=scripted)
    with served(tmp_path / "news.db") as address:
        page = context.new_page()
        page.goto(f"{address}/events/1")
        expect(page.get_by_role("heading", name="the ferry")).to_be_visible()
        if not scripted:
            again = page.get_by_role("link", name="Look again")
            for _ in range(100):
                if not again.count():
                    break
                again.click()
        expect(page.locator("[data-waiting]")).to_have_count(0, timeout=30_000)
        expect(page.locator("#quotations table").first).to_be_visible()
        expect(page.get_by_role("navigation", name="What is found")).to_contain_text("utterances")
    context.close()


@pytest.mark.parametrize(("address", "shown"), [("/sources?by=name", "official"), ("/", "figures")])
def test_a_list_comes_by_itself_once_the_ledger_is_counted(
    tmp_path: Path, visit: Callable[[str], Page], monkeypatch, address: str, shown: str
) -> None:
    counted = Event()
    count = backroom.Backroom._count
    monkeypatch.setattr(backroom, "PATIENCE", 0)
    monkeypatch.setattr(backroom.Backroom, "_count", lambda self: counted.wait(20) and count(self))
    with served(ledger_with(tmp_path / "news.db")) as room:
        page = visit(f"{room}{address}")
        expect(page.get_by_role("status")).to_contain_text("is being counted")
        expect(page.get_by_role("link", name="Ferry sinks off Port Ellery")).to_be_visible()
        counted.set()
        expect(page.locator("main")).not_to_contain_text("is being counted")
        expect(page.locator("main")).to_contain_text(shown)
        expect(page.locator("footer")).to_contain_text("The same in the terminal")
