"""What a browser does with the pages: first paint, layout shift, blocking time, bytes of script.

    python -m benchmarks.paint [LEDGER] [--times 5]

`quoth serve` is opened over LEDGER (a small one is made if none is given), and each kind of page is
loaded so many times in Chromium, each time by a visitor who has nothing cached. Then a document of
100,000 words is opened and scrolled through, a screen in each frame. Told are medians, and for the
layout shift the largest; blocking is what tasks take beyond 50 ms each, by the Long Tasks API.
Script is what is sent of it, unpacked, without PDF.js.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.browser import chromium
from benchmarks.room_correcting import long_reading
from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.ledger import open_ledger

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

PAGES = ("/", "/search?q=the", "/new", "/events", "/quotations", "/sources", "/review", "/add")
WORDS = 100_000
SIZE = {"width": 1280, "height": 800}
SHIFT_GOOD = 0.1
"""Cumulative layout shift up to which a page counts as steady (web.dev, Core Web Vitals)."""
WATCH = """
  window.seen = { shift: 0, tasks: [] };
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) seen.shift += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) seen.tasks.push(each.duration);
  }).observe({ type: "longtask", buffered: true });
"""
SEEN = """() => new Promise((done) => setTimeout(() => done({
  ...seen,
  first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  loaded: performance.getEntriesByType("navigation")[0].loadEventEnd,
}), 300))"""
SCROLL = """() => new Promise((done) => {
  seen.tasks = [];
  const frames = [];
  let before = performance.now();
  const step = (now) => {
    frames.push(now - before);
    before = now;
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    if (end) return setTimeout(() => done({ frames, tasks: seen.tasks }), 300);
    scrollBy({ top: innerHeight, behavior: "instant" });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ledger", type=Path, nargs="?")
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        print(*setting(), f"Chromium {browser.version}, {SIZE['width']} wide", sep="\n")
        print(f"{'':24} {'paint':>8} {'loaded':>8} {'shift':>7} {'blocking':>9} {'script':>8}")
        with Room(given.ledger or ledger_of(Path(folder) / "small.db", 2_000)) as room:
            warm(room.address)
            for address in (*PAGES, "/documents/1"):
                show(address, [load(browser, room.address + address) for _ in range(given.times)])
        with Room(ledger_of(Path(folder) / "long.db", WORDS)) as room:
            address = f"{room.address}/documents/1"
            urllib.request.urlopen(address).read()
            show(f"{WORDS:,} words", [load(browser, address) for _ in range(given.times)])
            scroll(browser, address)


def ledger_of(path: Path, words: int) -> Path:
    with open_ledger(path) as ledger:
        ledger.keep(long_reading(words))
    return path


def warm(address: str) -> None:
    """Until the ledger is counted, the first page is another one."""
    for _ in range(100):
        with urllib.request.urlopen(address) as answer:
            if b"is being counted" not in answer.read():
                return
        time.sleep(0.2)


def opened(browser: Browser, address: str) -> tuple[Page, list[Response]]:
    page = browser.new_context(viewport=SIZE).new_page()  # type: ignore[arg-type]  # a literal
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # append itself cannot be wrapped
    page.add_init_script(WATCH)
    page.goto(address, wait_until="load", timeout=120_000)
    return page, answers


def load(browser: Browser, address: str) -> dict[str, Any]:
    page, answers = opened(browser, address)
    seen: dict[str, Any] = page.evaluate(SEEN)
    scripts = [each for each in answers if each.request.resource_type == "script"]
    seen["script"] = sum(len(each.body()) for each in scripts if "/pdfjs/" not in each.url)
    page.context.close()
    return seen


def show(name: str, loads: list[dict[str, Any]]) -> None:
    first, loaded = (statistics.median(each[key] for each in loads) for key in ("first", "loaded"))
    blocking = statistics.median(blocked(each["tasks"]) for each in loads)
    shift = max(each["shift"] for each in loads)
    worse = "" if shift < SHIFT_GOOD else "  (shifts)"
    print(
        f"{name:24} {first:5.0f} ms {loaded:5.0f} ms {shift:7.3f} {blocking:6.0f} ms "
        f"{loads[0]['script'] / 1024:5.1f} KB{worse}"
    )


def blocked(tasks: list[float]) -> float:
    return sum(max(each - 50, 0) for each in tasks)


def scroll(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address)
    seen = page.evaluate(SCROLL)
    frames = sorted(seen["frames"])
    print(
        f"scrolled through in {len(frames)} frames: median {statistics.median(frames):.0f} ms, "
        f"95 % under {frames[int(len(frames) * 0.95)]:.0f} ms, longest {frames[-1]:.0f} ms; "
        f"{len(seen['tasks'])} tasks over 50 ms, {blocked(seen['tasks']):.0f} ms blocked"
    )
    page.context.close()


if __name__ == "__main__":
    main()
