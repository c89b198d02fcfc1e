"""How a long document opens in a browser: first paint, layout shift, blocking time, scrolling.

    python -m benchmarks.opened [--statements 5000] [--times 5]

A document of so many invented statements, some twenty words each (`benchmarks.ledger_made`), is
kept in a ledger and opened by `quoth serve` in Chromium (QUOTH_CHROMIUM, or the one on the path),
each time with nothing in the browser's cache: the first time the room makes the page, then it has
it. Times are the browser's own, in ms from the request: first byte, first paint with text
(first-contentful-paint), all of it there. Blocking is what tasks took beyond 50 ms each until the
page was still, shift is the cumulative layout shift without what a reader does, and scrolling the
time between frames while the page is scrolled by two thirds of a screen a frame.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.browser import chromium
from benchmarks.ledger_drafts import Draft, drafts
from benchmarks.ledger_made import keep, reading
from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.ledger import open_ledger

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SEED = 7
STILL = 2000
"""Milliseconds until the page is taken to be still."""
WATCH = """
window.shift = 0; window.long = [];
const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
  .observe({type, buffered: true});
watch('layout-shift', (each) => { if (!each.hadRecentInput) window.shift += each.value; });
watch('longtask', (each) => window.long.push(each.duration));
"""
OPENED = """() => {
const [way] = performance.getEntriesByType('navigation');
const [paint] = performance.getEntriesByName('first-contentful-paint');
return {'first byte': way.responseStart, 'first paint': paint.startTime,
  'all there': way.responseEnd,
  'blocking': long.reduce((sum, each) => sum + Math.max(0, each - 50), 0),
  'longest task': Math.max(0, ...long), 'shift': shift};
}"""
SCROLLED = """async () => {
const gaps = []; let last = performance.now(); window.shift = 0;
await new Promise((done) => requestAnimationFrame(function frame(now) {
  gaps.push(now - last); last = now;
  scrollBy({top: innerHeight * 2 / 3, behavior: 'instant'});
  gaps.length < 200 ? requestAnimationFrame(frame) : done();
}));
gaps.sort((one, other) => one - other);
return {'frame, median': gaps[100], 'frame, 95 %': gaps[190], 'frame, longest': gaps[199],
  'shift while scrolling': shift};
}"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.opened")
    parser.add_argument("--statements", type=int, default=5000)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.db"
        words = make(path, given.statements)
        print(*setting(), sep="\n")
        print(f"A document of {words:,} words and {given.statements:,} statements, ms")
        with Room(path) as room, chromium() as browser:
            for time_ in range(given.times):
                figures = opened(browser, f"{room.address}/documents/1")
                told = ", ".join(f"{name} {value:.4g}" for name, value in figures.items())
                print(f"{'made' if not time_ else 'kept'}: {told}")


def make(path: Path, statements: int) -> int:
    """A ledger with one document of so many statements; its number of words."""
    said = islice((each for draft in drafts(SEED) for each in draft.said), statements)
    address = "https://inquiry.example/report"
    made = reading(Draft("The long inquiry", 1, date(2031, 3, 2), address, tuple(said)))
    with open_ledger(path) as ledger, ledger.store.transaction():
        keep(ledger.store, made)
    return len(made.document.text.split())


def opened(browser: Browser, address: str) -> dict[str, Any]:
    """What the browser says of opening and scrolling a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(STILL)
    figures = {**page.evaluate(OPENED), **page.evaluate(SCROLLED)}
    context.close()
    return figures


if __name__ == "__main__":
    main()
