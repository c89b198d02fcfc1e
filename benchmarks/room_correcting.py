"""How soon a correction is shown, in a short document and in one of 100,000 words.

    python -m benchmarks.room_correcting [--words 100000] [--said 60] [--browser]

A ledger is made with one document of invented sentences, a statement in every twenty words. Each of
the things that can be said is said over HTTP, to `quoth serve` in a process of its own; the times
are of the whole answer, which has the rows of the page that changed. Then ten correctors say what
they can for ten seconds. With `--browser` a key is pressed on the page itself, in Chromium, and the
time runs until the row is another one and painted.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.browser import chromium
from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.documents import from_text
from quoth.ledger import open_ledger
from quoth.records import Cued, Document, Passage, Reading, Source, Span, Statement

NAMES = ("Ida Orr", "Ann Marsh", "the harbour office", "one man", "a clerk", "Tom Ferrer", "she")
NOUNS = ("ferry", "list", "bridge", "harbour", "school", "storm", "count", "ship", "road", "vote")
EACH = 20
"""Words of a sentence that holds a statement."""
SEED = 5


def long_reading(words: int) -> Reading:
    """A document of so many words, a statement in every twenty."""
    draw = random.Random(SEED)
    sentences = []
    for number in range(words // EACH):
        who = draw.choice(NAMES)
        what = " ".join(draw.choice(NOUNS) for _ in range(EACH - 6))
        sentences.append((who, f"the {what} of {number} was late"))
    paragraphs = [sentences[n : n + 5] for n in range(0, len(sentences), 5)]
    text = "\n\n".join(" ".join(f"{who} said {what}." for who, what in each) for each in paragraphs)
    document = from_text(text, "long.txt")
    return _reading(document, sentences)


def _reading(document: Document, sentences: list[tuple[str, str]]) -> Reading:
    mentions: dict[str, list[Passage]] = defaultdict(list)
    statements, at = [], 0
    keys = {name: f"p{number}" for number, name in enumerate(NAMES, 1)}
    for number, (who, what) in enumerate(sentences, 1):
        at = document.text.index(f"{who} said {what}", at)
        source, cue, content = (
            Passage(document, (Span(at + start, at + start + size),))
            for start, size in (
                (0, len(who)),
                (len(who) + 1, 4),
                (len(who) + 6, len(what)),
            )
        )
        mentions[who].append(source)
        cued = Cued("say", "assert", "neutral", "positive", None)
        statements.append(
            Statement(
                *(f"s{number}", source, cue, content, "indirect", None, 0.8, keys[who], cued, 2.0)
            )
        )
    sources = tuple(
        Source(keys[name], "person", False, None, (), tuple(places))
        for name, places in mentions.items()
    )
    return Reading(document, tuple(statements), "made 1", sources)


def said_of(number: int, last: int) -> dict[str, Any]:
    """Something to say, of a statement far from the last one."""
    key = f"s{(number * 379) % last + 1}"
    kinds: tuple[dict[str, Any], ...] = (
        {"action": "confirm", "statement": key},
        {"action": "reject", "statement": key},
        {"action": "edit", "statement": key, "part": "cue", "words": None},
        {"action": "set_source", "statement": key, "source": f"Vera Holt {number}"},
        {"action": "set_source", "statement": key, "source": "p2"},
    )
    return kinds[number % len(kinds)]


def post(address: str, given: dict[str, Any]) -> dict[str, Any]:
    """The answer of the room."""
    body = json.dumps(given).encode()
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        told: dict[str, Any] = json.load(answer)
    return told


def warm(address: str) -> None:
    """The page is opened, and listens."""
    for page in ("", "/changes"):
        with urllib.request.urlopen(f"{address}/documents/1{page}", timeout=60) as answer:
            answer.readline()


def confirm(address: str, number: int) -> None:
    """A statement may be gone by now: nobody can say that it is right then."""
    with suppress(urllib.error.HTTPError):
        given = {"action": "confirm", "statement": f"s{number}"}
        post(f"{address}/documents/1/corrections", given)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)


def told(name: str, times: list[float]) -> None:
    """A line with the middle, the 95th percentile and the longest."""
    times = sorted(times)
    middle, high = statistics.median(times), times[int(0.95 * (len(times) - 1))]
    print(f"{name:32} {len(times):5} {middle:8.0f} {high:8.0f} {times[-1]:8.0f}", flush=True)


def one_by_one(address: str, last: int, many: int) -> None:
    """Each thing that can be said, and the same taken back."""
    times: dict[str, list[float]] = defaultdict(list)
    first = timed(lambda: post(f"{address}/documents/1/corrections", said_of(0, last)))
    told("the first, after the page is opened", [first])
    for number in range(1, many):
        given = said_of(number, last)
        kept: list[str] = []

        def say(given: dict[str, Any] = given, kept: list[str] = kept) -> None:
            kept.append(post(f"{address}/documents/1/corrections", given)["correction"]["id"])

        times[given["action"]].append(timed(say))
        if number % 4 == 0:
            undo = f"{address}/corrections/{kept[0]}/undo"
            times["undo"].append(timed(lambda undo=undo: post(undo, {})))  # type: ignore[misc]
    for action, some in times.items():
        told(action, some)


def ten_at_once(address: str, last: int, seconds: float) -> None:
    """Ten correctors who wait for nothing but the answer."""
    times: list[float] = []
    until = time.monotonic() + seconds

    def correct(number: int) -> None:
        while time.monotonic() < until:
            begun = time.perf_counter()
            confirm(address, number % last + 1)
            times.append(1000 * (time.perf_counter() - begun))
            number += 10

    threads = [threading.Thread(target=correct, args=(1000 + n,)) for n in range(10)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    told(f"ten at once, {len(times) / seconds:.0f} a second", times)


def in_browser(address: str, many: int) -> None:
    """From the key to the row as it is painted."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        begun = time.perf_counter()
        page.goto(f"{address}/documents/1")
        print(f"page loaded in {time.perf_counter() - begun:.2f} s")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        times = [page.evaluate(PRESSED, "yu"[n % 2]) for n in range(many)]
        told("key to painted row, in Chromium", times)


PRESSED = """(key) => new Promise((done) => {
  const begun = performance.now();
  const end = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  document.addEventListener("quoth:changed", end, { once: true });
  const pressed = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(pressed);
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, nargs="*", default=[1_000, 100_000])
    parser.add_argument("--said", type=int, default=60)
    parser.add_argument("--browser", action="store_true")
    given = parser.parse_args()
    print(*setting(), sep="\n")
    print(f"{'milliseconds':32} {'n':>5} {'middle':>8} {'95 %':>8} {'longest':>8}")
    for words in given.words:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "long.db"
            reading = long_reading(words)
            with open_ledger(path) as ledger:
                ledger.keep(reading)
            last = len(reading.statements)
            print(f"{words:,} words, {last:,} statements")
            with Room(path) as room:
                warm(room.address)
                one_by_one(room.address, last, min(given.said, last))  # each statement once
                ten_at_once(room.address, last, 10)
                if given.browser:
                    in_browser(room.address, 20)


if __name__ == "__main__":
    main()
