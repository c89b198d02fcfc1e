"""What people come for, each from the first page to the end: on a laptop, and on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handmade import WIRE
from playwright.sync_api import BrowserContext, Page, expect
from rooms import served

from quoth.ledger import open_ledger

Visit = Callable[[str], Page]
SIZES = {"laptop": (1280, 800), "phone": (390, 844)}


@pytest.fixture(params=SIZES)
def visit_at(request: pytest.FixtureRequest, context: BrowserContext, visit: Visit) -> Visit:
    """Opens an address on a screen of either size."""
    width, height = SIZES[request.param]

    def go(address: str) -> Page:
        page = visit(address)
        page.set_viewport_size({"width": width, "height": height})
        return page

    return go


@pytest.fixture
def room(everything: Path, tmp_path: Path) -> Iterator[str]:
    """A room over a copy of the ledger that has everything, in which things may be changed."""
    path = tmp_path / "news.db"
    with open_ledger(everything, read_only=True):  # what stands beside it comes into the file
        shutil.copy(everything, path)
    with served(path, who="Ann Marsh", reader="handmade:StandIn") as address:
        yield address


def test_read_who_says_what(open_room: str, visit_at: Visit) -> None:
    page = visit_at(open_room)
    page.get_by_role("link", name="Ferry sinks").first.click()
    page.locator("#s1").click()
    card = page.get_by_role("complementary", name="Statement s1")
    expect(card).to_contain_text("A harbour official")
    expect(card).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_filter_what_one_source_says(open_room: str, visit_at: Visit) -> None:
    page = visit_at(f"{open_room}/documents/4")
    page.get_by_text("Choose statements").click()
    page.get_by_label("Source", exact=True).select_option(label="one man (1)")
    expect(page.locator("output.count")).to_have_text("1 of 6 statements")
    page.reload()
    # What is set is not folded away.
    expect(page.get_by_label("Source", exact=True)).to_be_visible()
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.locator("output.count")).to_have_text("6 statements")


def test_correct_and_take_it_back_by_mouse(room: str, visit_at: Visit) -> None:
    page = visit_at(f"{room}/documents/3#s1")
    page.get_by_role("button", name="Right").click()
    card = page.get_by_role("complementary", name="Statement s1")
    expect(card).to_contain_text("confirmed")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#correcting")).to_contain_text("Taken back")
    expect(card).to_contain_text("undone: Ann Marsh")


def test_correct_and_take_it_back_by_keys(room: str, visit: Visit) -> None:
    page = visit(f"{room}/documents/3")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.keyboard.press("y")
    expect(page.locator("#correcting")).to_contain_text("Kept: 3:s1 confirmed")
    page.keyboard.press("u")
    expect(page.locator("#correcting")).to_contain_text("Taken back: 3:s1 confirmed")


def test_compare_an_event_and_a_quotation(open_room: str, visit_at: Visit) -> None:
    page = visit_at(f"{open_room}/events")
    page.locator(".rows a").first.click()
    expect(page.get_by_role("navigation", name="What is found")).to_be_visible()
    expect(page.locator("[data-waiting]")).to_have_count(0, timeout=60_000)
    page.goto(f"{open_room}/quotations")
    page.get_by_role("link", name="versions in").first.click()
    expect(page.get_by_role("heading", name="What became of a quotation")).to_be_visible()
    page.locator("main a[href^='/documents/']").first.click()
    expect(page.locator("#card")).to_be_visible()


def test_search_and_open_the_place(open_room: str, visit_at: Visit) -> None:
    page = visit_at(open_room)
    page.get_by_role("searchbox", name="Words that somebody").fill("overloaded")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("overloaded")
    page.locator(".hits .way a").first.click()
    expect(page.locator(".said.chosen").first).to_be_in_viewport()


def test_add_a_text_and_read_it(room: str, visit_at: Visit) -> None:
    page = visit_at(room)
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("The text").fill(WIRE.replace("31", "33"))
    page.get_by_label("Title").fill("Another count")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("link", name="document", exact=False).first.click(timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Another count")


def test_print_a_reading_and_an_event(open_room: str, visit: Visit) -> None:
    for address in ("/documents/3#s1", "/events/1", "/quotations/2:s1"):
        page = visit(open_room + address)
        page.emulate_media(media="print")
        expect(page.get_by_role("banner")).to_be_hidden()
        expect(page.locator("#card")).to_be_hidden()
        assert page.pdf().startswith(b"%PDF")
