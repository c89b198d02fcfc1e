"""No text of a document runs, fetches or leads anywhere: hostile ones on every page, in Chromium.

Without the pages' Content-Security-Policy, so that what would stop it is not what is tested; that
the policy holds too is tested with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag

import pytest
from hostile import FILES, PDFS, STRINGS, TOLD, hostile_ledger
from playwright.sync_api import Browser, BrowserContext, Page, Route
from rooms import served

from quoth.export.page.filled import one_file
from quoth.ledger import open_ledger

START = ("/", "/search?q=said&limit=500", *(f"/documents/{n}" for n in range(1, TOLD + 1)))
"""Where the way through the room begins; every link is followed."""
PROBED = "() => { window.ran = () => console.error('a text of a document ran'); }"
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8").partition("\n")[2]
TOGETHER = """async ([paths, look]) => {
  const wrong = [];
  await Promise.all(paths.map((path) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.onload = () => {
      const inside = frame.contentDocument;
      if (!inside?.querySelector("h1")) wrong.push(`no page at ${path}`);
      else wrong.push(...eval(`(${look})`)(inside).wrong);
      frame.remove();
      done();
    };
    frame.src = path;
    document.body.append(frame);
  })));
  return wrong;
}"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return hostile_ledger(folder / "<b onclick=ran()> & ran().db", folder)


@pytest.fixture(scope="module")
def room(ledger: Path) -> Iterator[str]:
    with served(ledger) as address:
        yield address


class Visitor:
    """Opens pages and notes what must not happen."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.wrong: list[str] = []
        context.add_init_script(f"({PROBED})()")
        context.route(lambda url: not url.startswith(address + "/"), self._asked)
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

    def open_together(self, paths: list[str]) -> None:
        """Opens pages in frames of the page that is open."""
        assert self.page
        before = len(self.wrong)
        self.wrong += self.page.evaluate(TOGETHER, [paths, LOOK])
        self.wrong[before:] = [
            f"{paths[0][:200]} and on: {each[:200]}" for each in self.wrong[before:]
        ]

    def _asked(self, route: Route) -> None:
        self.wrong.append(f"asked for {route.request.url}")
        route.abort()

    def _said(self, kind: str, text: str) -> None:
        if "ran" in text or "Content Security Policy" in text:
            self.wrong.append(text)


def told(text: str) -> str:
    """What can be compared: without white space, controls and what HTML replaces."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffd\ufeff]+", "", text)


def walked(visitor: Visitor, most: int) -> tuple[str, Counter[str]]:
    """The text of all pages, `most` of each kind, and how many of each kind there were."""
    waiting, known, texts = list(START), set(START), []
    kinds: Counter[str] = Counter()
    while waiting:
        path = waiting.pop(0)
        text, links = visitor.open(path)
        texts.append(text)
        for link in links:
            kind = re.sub(r"[^/]*\d[^/]*|(?<=/outlets/).*", "N", link.split("?")[0])
            kind += "?" * ("?" in link)
            if link in known or kinds[kind] >= most or re.search(r"\.jsonl?(\?|$)", link):
                continue
            kinds[kind] += 1
            known.add(link)
            waiting.append(link)
    return " ".join(texts), kinds


def test_the_whole_room_stays_calm(browser: Browser, room: str) -> None:
    context = browser.new_context(bypass_csp=True)
    visitor = Visitor(context, room)
    text, kinds = walked(visitor, 8)
    context.close()
    assert not visitor.wrong
    assert not [each for each in STRINGS if told(each)[:2000] not in told(text)]
    assert len(STRINGS) + len(FILES) >= 200
    assert {"/documents/N", "/sources/N", "/identities/N", "/outlets/N"} < set(kinds)


def test_what_is_compared_stays_calm(browser: Browser, room: str, ledger: Path) -> None:
    """An event's parts are put into its page as they are worked out."""
    with open_ledger(ledger, read_only=True) as kept:
        number = next(each.number for each in kept.events() if each.made)
    context = browser.new_context(bypass_csp=True)
    visitor = Visitor(context, room)
    visitor.open(f"/events/{number}")
    assert visitor.page
    visitor.page.wait_for_function("!document.querySelector('[data-waiting]')", timeout=120_000)
    assert not visitor.page.evaluate(LOOK)["wrong"]
    context.close()
    assert not visitor.wrong


def test_originals_stay_calm(browser: Browser, room: str, ledger: Path) -> None:
    """Saved pages in their frames and PDFs as they are drawn, which links do not lead to."""
    context = browser.new_context(bypass_csp=True)
    visitor = Visitor(context, room)
    drawn = set()
    with open_ledger(ledger, read_only=True) as kept:
        names = {n: kept.document(n).name for n in range(TOLD + 1, TOLD + len(FILES))}
    for number, name in names.items():
        visitor.open(f"/documents/{number}/beside")
        if name in PDFS:
            assert visitor.page
            visitor.page.locator("canvas").first.wait_for()
            drawn.add(name)
    context.close()
    assert not visitor.wrong
    assert drawn == set(PDFS)


def test_pages_that_are_kept_as_files_stay_calm(
    browser: Browser, ledger: Path, tmp_path: Path
) -> None:
    context = browser.new_context(bypass_csp=True)
    visitor = Visitor(context, "file://")
    numbers = range(1, TOLD + 10, 3)
    with open_ledger(ledger) as kept:
        for number in numbers:
            file = tmp_path / f"{number}.html"
            file.write_text(one_file(kept.reading(number)), encoding="utf-8")
            visitor.open(str(file))
    context.close()
    own = ("script", "meta")  # a script and a policy of its own stand in the file
    assert sorted(each.rpartition(": ")[2] for each in visitor.wrong) == sorted(own * len(numbers))


def test_what_is_asked_for_stays_calm(browser: Browser, room: str) -> None:
    """Each string as a search, as a name of what is not there, and as a value that is refused."""
    context = browser.new_context(bypass_csp=True)
    visitor = Visitor(context, room)
    visitor.open("/")
    asked = [quote(each.replace("\ud800", "")[:900], safe="") for each in STRINGS]
    for address in ("/search?q={}&source={}", "/outlets/{}"):
        paths = [address.format(each, each) for each in asked]
        for at in range(0, len(paths), 30):
            visitor.open_together(paths[at : at + 30])
    context.close()
    assert not visitor.wrong


def test_the_policy_is_kept_and_holds(browser: Browser, room: str) -> None:
    context = browser.new_context()
    visitor = Visitor(context, room)
    walked(visitor, 3)
    assert not visitor.wrong
    page = visitor.page
    assert page
    page.goto(room + "/")
    thrown = page.evaluate("""() => {
      const make = (name, given) => document.body.appendChild(
        Object.assign(document.createElement(name), given));
      const tries = [
        () => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=ran()>"),
        () => make("script", { textContent: "ran()" }),
        () => make("script", { src: "http://outside.example/80" }),
        () => make("img", { src: "http://outside.example/81" }),
        () => make("iframe", { src: "http://outside.example/82" }),
        () => make("form", { action: "http://outside.example/83" }).submit(),
        () => fetch("http://outside.example/84").catch(() => 0),
        () => make("a", { href: "javascript:ran()" }).click(),
      ];
      return tries.map((each) => { try { each(); } catch (error) { return error.name; } });
    }""")
    assert thrown[:3] == ["TypeError"] * 3
    page.wait_for_timeout(300)
    context.close()
    assert [each for each in visitor.wrong if "Content Security Policy" in each]
    assert not [each for each in visitor.wrong if "a text of a document ran" in each]
    assert not [each for each in visitor.wrong if "asked for" in each]
