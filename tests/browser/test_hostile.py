"""No text of a document runs, fetches or leads anywhere: hostile ones on every page, in Chromium.

Without the pages' Content-Security-Policy, so that what would stop it is not what is tested; that
the policy holds too is tested with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import pytest
from hostile import FILES, STRINGS, hostile_ledger
from playwright.sync_api import Browser, BrowserContext, Page
from rooms import served

Room = tuple[str, Path]

START = ("/", "/search?q=said&limit=500", "/search?q=harbour&limit=500", "/openapi.json")
"""Where the way through the room begins; every link is followed."""
PROBED = "() => { window.ran = () => console.error('a text of a document ran'); }"
LOOK = """() => {
  const inside = (address) => {
    if (/^(data:,?$|data:image\\/(png|gif|jpeg|webp)|blob:)/.test(address)) return true;
    try { return new URL(address, location.href).origin === location.origin; } catch { return false; }
  };
  const wrong = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    for (const { name: key, value } of element.attributes) {
      const link = name === "a" && key === "href";
      if (/^on/.test(key) || key === "style" && !element.matches(".sheet, .box, canvas")) wrong.push(`${name} ${key}=${value}`);
      if (/^(href|src|srcset|action|formaction|data|poster|background|ping|xlink:href)$/.test(key)) {
        const away = link && /^https?:\\/\\//.test(value) && /noreferrer/.test(element.rel);
        if (!away && !inside(value)) wrong.push(`${name} ${key}=${value}`);
      }
    }
    if (name === "script" && !element.src && element.type !== "application/json") wrong.push("script");
    if (/^(base|object|embed|portal|fencedframe|applet|marquee|plaintext)$/.test(name)) wrong.push(name);
    if (name === "meta" && element.httpEquiv) wrong.push("meta");
  }
  const links = [...document.querySelectorAll("a[href]")].map((each) => each.href);
  return { wrong, links, text: document.documentElement.textContent };
}"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("hostile")
    ledger = hostile_ledger(folder / "<b onclick=ran()> & ran().db", folder)
    with served(ledger) as address:
        yield address, ledger


class Visitor:
    """Opens pages and notes what must not happen."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.wrong: list[str] = []
        context.add_init_script(f"({PROBED})()")
        context.on("request", lambda request: self._asked(request.url))
        context.route(lambda url: not url.startswith(address), lambda route: route.abort())
        context.on("dialog", lambda dialog: self.wrong.append(f"dialog {dialog.message}"))
        context.on("console", lambda said: self._said(said.type, said.text))
        context.on("page", lambda page: self.wrong.append("a page was opened") if self.page else 0)
        self.page: Page | None = None
        self.page = context.new_page()

    def open(self, path: str) -> tuple[str, list[str]]:
        """The text of a page, and the paths that it links to."""
        assert self.page
        before = len(self.wrong)
        try:
            answer = self.page.goto(self.address + path, wait_until="load")
        except Exception as error:
            if "Download is starting" in str(error):
                return "", []
            raise
        assert answer
        if answer.status >= 500:
            self.wrong.append(f"answer {answer.status}")
        if "html" not in answer.headers.get("content-type", ""):
            return "", []
        if self.page.url != self.address + path and not self.page.url.startswith(self.address):
            self.wrong.append(f"led to {self.page.url}")
        seen = self.page.evaluate(LOOK)
        self.wrong += seen["wrong"]
        self.wrong[before:] = [f"{path[:200]}: {each[:200]}" for each in self.wrong[before:]]
        links = [urldefrag(each)[0] for each in seen["links"] if each.startswith(self.address)]
        return seen["text"], [each.removeprefix(self.address) for each in links]

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address + "/", "data:", "blob:" + self.address)):
            self.wrong.append(f"asked for {url}")

    def _said(self, kind: str, text: str) -> None:
        if "ran" in text or "Content Security Policy" in text:
            self.wrong.append(text)


def told(text: str) -> str:
    """What can be compared: without white space, controls and what HTML replaces."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffd\ufeff]+", "", text)


def test_the_whole_room_stays_calm(browser: Browser, room: Room) -> None:
    address, _ = room
    context = browser.new_context(bypass_csp=True)
    visitor = Visitor(context, address)
    waiting, known, texts = list(START), set(START), []
    while waiting:
        path = waiting.pop(0)
        text, links = visitor.open(path)
        texts.append(text)
        for link in links:
            if link not in known and wanted(link):
                known.add(link)
                waiting.append(link)
    context.close()
    assert not visitor.wrong
    everything = told(" ".join(texts))
    assert not [each for each in STRINGS if told(each)[:2000] not in everything]
    assert len(STRINGS) + len(FILES) >= 200


def wanted(link: str) -> bool:
    return not re.search(r"\.jsonl?(\?|$)|/original$", link)
