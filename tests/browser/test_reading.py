"""Somebody reads a document: by pointer, by keys, without script, offline, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handmade import WIRE, document_of, reading_of, wire
from markup import HOSTILE
from playwright.sync_api import Browser, Page, expect
from rooms import ledger_with, served

from quoth.export.page import one_file


@pytest.fixture
def page(tmp_path: Path, visit: Callable[[str], Page]) -> Iterator[Page]:
    """The reading page of the wire."""
    with served(ledger_with(tmp_path / "news.db")) as address:
        yield visit(f"{address}/documents/1")


def test_what_is_pointed_at_is_shown_with_all_that_is_known(page: Page) -> None:
    page.locator("#s1").hover()
    card = page.get_by_role("complementary", name="Statement s1")
    expect(card).to_contain_text("A harbour official")
    expect(card).to_contain_text("at least 40: 40 to open")
    expect(page.locator("#note-s1")).to_have_class("remark h1 lit")


def test_what_is_clicked_stays_and_is_told_to_other_scripts(page: Page) -> None:
    page.evaluate("document.addEventListener('quoth:chosen', (e) => (window.told = e.detail))")
    page.locator("#s3").click()
    page.locator("#b0 .block").hover()
    expect(page.get_by_role("complementary", name="Statement s3")).to_be_visible()
    assert page.evaluate("told") == "s3"
    assert page.url.endswith("#s3")
    assert page.locator(".said.chosen").count() == 2  # both pieces


def test_keys_lead_from_statement_to_statement_and_into_the_margin(page: Page) -> None:
    focused = "document.activeElement.closest('[data-s], .remark, #card')?.id"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(focused) == "s2"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "s1"
    page.keyboard.press("m")
    assert page.evaluate(focused) == "note-s1"
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "card"
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    assert page.evaluate(focused) == "s1"


def test_keys_can_be_switched_off_and_leave_fields_alone(page: Page) -> None:
    page.locator("#find").focus()
    page.keyboard.press("j")
    expect(page.locator("#find")).to_have_value("j")
    page.get_by_text("How to read this page").click()
    page.get_by_label("These keys work").uncheck()
    page.locator("#main").focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") != "tag"


def test_statements_are_chosen_at_once_and_the_address_says_so(page: Page) -> None:
    page.get_by_text("Choose statements").click()
    page.get_by_label("Form").select_option("direct")
    expect(page.locator("output.count")).to_have_text("2 of 6 statements")
    expect(page.locator("#note-s1")).to_be_hidden()
    expect(page.locator("#s1 > .tag")).to_be_hidden()
    expect(page.locator("#note-s3")).to_be_visible()
    assert page.url.endswith("?form=direct")
    page.reload()
    expect(page.get_by_label("Form")).to_have_value("direct")
    expect(page.locator("output.count")).to_have_text("2 of 6 statements")
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.locator("#note-s1")).to_be_visible()
    page.get_by_role("link", name="one man", exact=True).click()
    expect(page.locator("output.count")).to_have_text("1 of 6 statements")


def test_an_address_opens_at_its_statement(tmp_path: Path, visit: Callable[[str], Page]) -> None:
    with served(ledger_with(tmp_path / "news.db", (f"{'Long ago. ' * 400}\n\n{WIRE}",))) as address:
        page = visit(f"{address}/documents/1#s4")
        expect(page.get_by_role("complementary", name="Statement s4")).to_be_visible()
        expect(page.locator("#s4")).to_be_in_viewport()


def test_on_paper_every_note_stands_under_its_block(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("#note-s1 .facts")).to_be_visible()
    expect(page.locator(".choose")).to_be_hidden()
    block, note = (page.locator(f"#b1 > {each}").bounding_box() for each in (".block", ".notes"))
    assert block
    assert note
    assert note["y"] >= block["y"] + block["height"] - 1


def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("#s1").click()
    expect(page.get_by_role("complementary", name="Statement s1")).to_be_in_viewport()


def test_one_file_works_offline(tmp_path: Path, visit: Callable[[str], Page]) -> None:
    file = tmp_path / "wire.html"
    file.write_text(one_file(wire()), "utf-8")
    page = visit(file.as_uri())
    page.locator("#s1").click()
    expect(page.get_by_role("complementary", name="Statement s1")).to_be_visible()
    page.get_by_text("Choose statements").click()
    page.get_by_label("Form").select_option("mixed")
    expect(page.locator("output.count")).to_have_text("1 of 6 statements")


def test_no_word_of_a_document_runs_in_it(tmp_path: Path, browser: Browser) -> None:
    text = f"{HOSTILE} said {HOSTILE} sank.\n"
    row = (HOSTILE, "said", (f"{HOSTILE} sank",), "direct")
    file = tmp_path / "hostile.html"
    file.write_text(one_file(reading_of(document_of(text, HOSTILE), (row,))), "utf-8")
    page = browser.new_page()
    asked: list[str] = []
    ran: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    page.locator("#s1").click()
    expect(page.locator("#card")).to_contain_text("<script>alert(1)</script>")
    page.close()
    assert asked == [file.as_uri()]
    assert not ran


def test_without_script_it_says_the_same(tmp_path: Path, browser: Browser) -> None:
    with served(ledger_with(tmp_path / "news.db")) as address:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{address}/documents/1")
        page.get_by_role("link", name="statement s1, A harbour official, indirect").click()
        expect(page.locator("#note-s1 .facts")).to_be_visible()
        page.get_by_text("Choose statements").click()
        page.get_by_label("Form").select_option("direct")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("output.count")).to_have_text("2 of 6 statements")
        page.close()
