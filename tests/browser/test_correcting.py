"""People correct in the browser: by mouse, by keys alone, and two of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handmade import WIRE
from playwright.sync_api import BrowserContext, Page, expect
from rooms import ledger_with

from browser.conftest import served
from quoth.account import OwnVoice
from quoth.ledger import open_ledger
from quoth.ledger.corrections import Corrected
from quoth.records import Span
from quoth.web.accounts import Accounts

Visit = Callable[[str], Page]
SHIP = """\
A harbour official said the \U0001f6a2 ferry had carried at least 40 people too many.

"A list," one man said. "Just read us the list."
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return ledger_with(tmp_path / "news.db")


@pytest.fixture
def room(path: Path) -> Iterator[str]:
    with served(path, who="Ann Marsh") as address:
        yield address


def seen(path: Path) -> Corrected:
    with open_ledger(path, read_only=True) as ledger:
        return ledger.corrected(1)


def said(path: Path) -> list[str]:
    with open_ledger(path, read_only=True) as ledger:
        return [line.correction.who for line in ledger.corrections()]


def select(page: Page, words: str) -> None:
    """Drag over words of the text, as far as they stand in one text node."""
    box = page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.getElementById("text"), 4);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            const { left, right, top, height } = range.getBoundingClientRect();
            return { left, right, y: top + height / 2 };
          }
        }""",
        words,
    )
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["y"], steps=4)
    page.mouse.up()


def test_right_and_wrong_by_mouse_are_shown_and_taken_back(
    room: str, path: Path, visit: Visit
) -> None:
    page = visit(f"{room}/documents/1")
    page.locator("#note-s2").click()
    page.get_by_label("Why, if you like").fill("see photo")
    page.get_by_role("button", name="Right").click()
    expect(page.locator("#note-s2")).to_contain_text("confirmed")
    expect(page.locator("#note-s2")).to_contain_text("see photo")
    page.get_by_role("button", name="Wrong").click()
    expect(page.locator("#note-s2")).to_have_count(0)
    page.reload()
    page.keyboard.press("Control+z")
    expect(page.locator("#note-s2")).to_contain_text("confirmed")
    assert list(seen(path).verdicts) == ["s2"]


def test_keys_alone_do_everything(room: str, path: Path, context: BrowserContext) -> None:
    page = context.new_page()  # a browser logs each refusal
    page.goto(f"{room}/documents/1")
    heard = page.locator("#correcting")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.keyboard.press("s")
    answers = page.get_by_role("combobox", name="Who answers for it")
    expect(answers).to_be_focused()
    answers.fill("harbour")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(heard).to_contain_text("Kept: 1:s2 answered for by A harbour official")
    page.keyboard.press("e")
    expect(page.get_by_role("textbox", name="Its words")).to_have_value("that account")
    page.keyboard.type("account")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("does not stand in the text")
    page.get_by_role("textbox", name="Its words").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("account")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heard).to_contain_text("Kept: 1:s2 content: “account”")
    page.keyboard.press("n")
    expect(heard).to_contain_text("Kept: 1:s2 rejected")
    page.keyboard.press("u")
    expect(heard).to_contain_text("Taken back: 1:s2 rejected")
    [statement] = [each for each in seen(path).reading.statements if each.id == "s2"]
    assert (statement.content.text, statement.source_id) == ("account", "p1")


def test_words_selected_by_mouse_become_a_part(tmp_path: Path, visit: Visit) -> None:
    path = ledger_with(tmp_path / "ship.db", (SHIP,))
    with served(path) as address:
        page = visit(f"{address}/documents/1")
        page.locator("#s1 .tag").first.click()
        select(page, "\U0001f6a2 ferry had")
        bar = page.get_by_role("toolbar", name="Selected words")
        bar.get_by_role("button", name="content").click()
        expect(page.get_by_role("textbox", name="Its words")).to_have_value("\U0001f6a2 ferry had")
        page.get_by_role("button", name="Keep").click()
        expect(page.locator("#correcting")).to_contain_text("content: “\U0001f6a2 ferry had”")
        assert seen(path).reading.statements[0].content.text == "\U0001f6a2 ferry had"


def test_words_chosen_by_arrows_become_a_statement(room: str, path: Path, visit: Visit) -> None:
    page = visit(f"{room}/documents/1")
    page.keyboard.press("w")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="A new statement")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Its content")).to_have_value("sinks off")
    page.get_by_role("button", name="Add", exact=True).last.click()
    expect(page.locator("#correcting")).to_contain_text("added: “sinks off”")
    assert seen(path).reading.statements[0].content.text == "sinks off"


def test_sources_are_made_one_and_parted(room: str, path: Path, visit: Visit) -> None:
    page = visit(f"{room}/documents/1")
    heard = page.locator("#correcting")
    page.locator("#note-s1").click()
    page.get_by_role("button", name="Merge").click()
    page.get_by_role("combobox", name="And this one").fill("one man")
    page.get_by_role("option", name="one man (p3, unnamed person)").click()
    page.get_by_role("button", name="They are one").click()
    expect(heard).to_contain_text("one source: A harbour official, one man")
    page.get_by_role("button", name="Split").click()
    page.locator("#card").get_by_role("checkbox").last.check()
    page.get_by_label("Kind, if it is new").select_option("group")
    page.get_by_role("button", name="Part them").click()
    expect(heard).to_contain_text("another source: “one man”")
    [made] = [each for each in seen(path).reading.sources if each.id.startswith("n")]
    assert made.kind == "group"


def test_two_see_each_other_and_nothing_is_lost(
    room: str, path: Path, visit: Visit, quoth: Callable[..., object]
) -> None:
    ann, bea = visit(f"{room}/documents/1"), visit(f"{room}/documents/1")
    bea.locator("#note-s4").click()
    bea.get_by_label("Your name").fill("Bea")
    bea.get_by_role("button", name="Right").focus()
    ann.locator("#note-s2").click()
    ann.get_by_role("button", name="Wrong").click()
    expect(bea.locator("#correcting")).to_have_text("Ann Marsh: 1:s2 rejected: “that account”")
    expect(bea.locator("#note-s2")).to_have_count(0)
    expect(bea.get_by_role("button", name="Right")).to_be_focused()
    bea.keyboard.press("Enter")
    expect(ann.locator("#note-s4")).to_contain_text("confirmed")
    quoth("correct", "1:s1", "--confirm", "--who", "Cal", "--ledger", str(path))
    for page in (ann, bea):
        expect(page.locator("#note-s1")).to_contain_text("confirmed")
    assert said(path) == ["Ann Marsh", "Bea", "Cal"]


def test_what_was_overtaken_is_shown_beside_what_the_other_did(
    room: str, path: Path, context: BrowserContext
) -> None:
    page = context.new_page()  # a browser logs each refusal
    page.goto(f"{room}/documents/1")
    page.locator("#note-s2").click()
    page.route("**/changes*", lambda route: route.abort())
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    with open_ledger(path) as ledger:
        ledger.edit("1:s2", "cue", None, who="Bea", why="no such word")
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Right").click()
    expect(page.get_by_role("alert")).to_contain_text("Bea has changed it since you saw it")
    expect(page.get_by_role("alert")).to_contain_text("Bea: 1:s2 cue: none")
    assert said(path) == ["Bea"]


def test_the_focus_stays_where_it_is_when_a_row_is_replaced(
    room: str, path: Path, visit: Visit
) -> None:
    page = visit(f"{room}/documents/1")
    tag = page.locator("#s2 > .tag")
    tag.focus()
    with open_ledger(path) as ledger:
        ledger.confirm("1:s2", who="Bea")
    expect(page.locator("#note-s2")).to_contain_text("confirmed")
    expect(page.locator("#s2 > .tag")).to_be_focused()


def test_reviewing_goes_on_by_single_keys(room: str, path: Path, visit: Visit) -> None:
    page = visit(f"{room}/review?least_sure=4")
    heading = page.locator("h1")

    def press(key: str) -> None:
        expect(page.locator("html.scripted")).to_be_attached()
        page.keyboard.press(key)

    for shown, key in (("1:s6", "y"), ("1:s5", "n"), ("1:s4", "u"), ("1:s5", " "), ("1:s4", "s")):
        expect(heading).to_contain_text(shown)
        press(key)
    page.keyboard.type("Ida Orr")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("1:s4, source set")
    assert "Ida Orr" in seen(path).names.values()


def test_marks_of_what_stands_on_nobodys_word_stay_where_somebody_corrects(
    path: Path, room: str, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = WIRE.index("The operator")
    own = OwnVoice(Span(at, at + 12), ("charge",), (("charge", Span(at + 4, at + 12)),))
    monkeypatch.setattr(Accounts, "of", lambda *_: (own,))
    monkeypatch.setattr(Accounts, "known", lambda *_: (own,))
    page = visit(f"{room}/documents/1?unsourced=1")
    expect(page.locator(".unsourced")).to_have_count(1)
    # Once it listens; then another corrects what stands in the same paragraph.
    expect(page.locator("#correcting")).to_have_attribute("data-state", re.compile(".+"))
    with open_ledger(path) as ledger:
        ledger.confirm("1:s2", who="Ilse Varga")
    expect(page.locator("#correcting")).to_contain_text("Ilse Varga")
    expect(page.locator(".row", has=page.locator("#s2")).locator(".unsourced")).to_have_count(1)


def test_what_comes_to_stand_on_nobodys_word_is_marked_where_somebody_corrects(
    path: Path, room: str, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = WIRE.index("that account")
    own = OwnVoice(Span(at, at + 12), ("charge",), (("charge", Span(at, at + 12)),))
    asked: list[str] = []

    def of(_: Accounts, __: int, state: str, ___: bool = False) -> tuple[OwnVoice, ...] | None:
        asked.append(state)
        again = asked.count(state) > 1  # the first to ask of a new state is to ask again
        return () if state == asked[0] else (own,) if again else None

    monkeypatch.setattr(Accounts, "of", of)
    page = visit(f"{room}/documents/1?unsourced=1")
    expect(page.locator("#own")).to_have_text("0 sentences")
    page.locator("#note-s2").click()
    page.get_by_role("button", name="Wrong").click()
    expect(page.locator(".unsourced")).to_have_text("that account")
    expect(page.locator("#own")).to_have_text("1 sentence")
