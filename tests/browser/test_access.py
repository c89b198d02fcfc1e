"""What a program can check of access: axe, widths, names, and where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

PAGES = (
    "/",
    "/search?q=ferry",
    "/search?q=ferry&texts=1",
    "/new",
    "/failed",
    "/events",
    "/events/1",
    "/quotations",
    "/quotations/2:s1",
    "/sources",
    "/sources?by=name",
    "/identities/1",
    "/outlets",
    "/outlets/Coastwise",
    "/documents/3",
    "/documents/3#s1",
    "/documents/3?form=direct&unsourced=1",
    "/review",
    "/review?least_sure=5",
    "/review?sample=1",
    "/corrections",
    "/add",
    "/api",
    "/documents/999",
)
"""One of each kind, of the ledger that has everything; the last is not there."""
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RULES = {"rules": {"target-size": {"enabled": True}}}
"""All that axe does unasked, and WCAG 2.2 too."""
FEW = {"exclude": [[".operation ~ .operation ~ .operation ~ .operation"]]}
"""Of what the page for programs lists a hundred times, three are enough for axe, which is slow."""
AXE = Axe()
TO_THE_TOP = """() => new Promise((done) => {
  let frames = 4;  // in which a page that opens at a statement brings it into view
  const wait = () => {
    if (frames--) return requestAnimationFrame(wait);
    scrollTo({ top: 0, behavior: "instant" });
    done();
  };
  wait();
})"""
"""Where nothing is half under the bar that stays, which would count as too small."""
FOCUSED = """() => {
  const at = document.activeElement;
  if (at === document.body || at.tagName === "IFRAME") return null;
  const box = [...at.getClientRects()].find((each) => each.width && each.height);
  const on = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const seen = on && (at.contains(on) || on.contains(at) || on.closest("label")?.contains(at));
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  return [at.outerHTML.slice(0, 80), seen ? "seen" : "covered", outlineStyle, outlineWidth];
}"""
"""Where the focus is, whether something lies over it, and how it is outlined."""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of WCAG 1.4.12."""
SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((each) => each.checkVisibility() && !each.closest(".unseen, .skip"))
  .filter((each) => getComputedStyle(each).display !== "inline")
  .map((each) => [each.outerHTML.slice(0, 80), (each.closest("label") ?? each)])
  .map(([told, each]) => [told, each.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && Math.min(width, height) < 24)
  .map(([told]) => told)"""
"""What is pointed at, stands in no line of text, and is smaller than 24 pixels."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One for all tests here, which change nothing."""
    opened = browser.new_page()
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


def open_at(page: Page, address: str, width: int, height: int = 800) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("about:blank")  # else an address with another # would not be loaded
    page.goto(address)
    # What is worked out meanwhile comes by itself.
    expect(page.locator("[data-soon], [data-waiting]")).to_have_count(0, timeout=60_000)
    page.evaluate(TO_THE_TOP)


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(open_room: str, page: Page, address: str) -> None:
    for width in (1280, 390):
        open_at(page, open_room + address, width)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            found = AXE.run(page, FEW, RULES).response["violations"]
            assert not [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_its_name_one_main_part_and_one_heading_above_all(
    open_room: str, page: Page, address: str
) -> None:
    open_at(page, open_room + address, 1280)
    assert page.title() not in ("", "Quoth", " · Quoth")
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map((h) => +h.tagName[1])")
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("address", PAGES)
def test_nothing_scrolls_sideways_at_400_percent(open_room: str, page: Page, address: str) -> None:
    open_at(page, open_room + address, 320, 256)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", ["/", "/search?q=ferry", "/documents/4#s1", "/review?random=5"])
def test_the_focus_is_seen_wherever_tab_leads(
    open_room: str, page: Page, address: str, width: int
) -> None:
    page.emulate_media(reduced_motion="reduce")  # or it would be looked for on its way
    open_at(page, open_room + address, width)
    met = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        where = page.evaluate(FOCUSED)
        if where is None:
            break
        met += 1
        assert where[1:] == ["seen", "solid", "3px"], where
    assert met > 10


def test_nothing_moves_for_who_wants_no_motion(open_room: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_at(page, f"{open_room}/documents/3", 1280)
    moving = """() => [...document.querySelectorAll("*")].filter((each) => {
      const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(each);
      return scrollBehavior !== "auto" || transitionDuration !== "0s" || animationName !== "none";
    }).length"""
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
