"""A browser and a room on a port for it: `visit("/search")` gives a page as a reader sees it.

Chromium is Debian's, or the one that QUOTH_CHROMIUM names; where there is none, tests that need it
are skipped and say so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from handmade import StandIn
from ledgers import fill
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from rooms import served as served

from benchmarks.browser import CHROMIUM as CHROMIUM
from quoth.cli import main

WIDTH, HEIGHT = 1280, 900


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here; install it, or name one by QUOTH_CHROMIUM")
    with sync_playwright() as playwright:
        # Without its sandbox, which needs rights that containers withhold.
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor of his own, without anybody's cookies."""
    opened = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Callable[[str], Page]]:
    """Opens an address; when the test ends, no page has said that anything went wrong."""
    wrong: list[str] = []

    def go(address: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(address)
        return page

    yield go
    assert not wrong


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with something on each page: events, quotations, corrections, failures."""
    folder = tmp_path_factory.mktemp("everything")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quoth.reader.Reader", StandIn)
        patch.chdir(folder)
        fill(lambda *arguments: CliRunner().invoke(main, arguments, prog_name="quoth"))
    return folder / "quoth.db"


@pytest.fixture(scope="session")
def open_room(everything: Path) -> Iterator[str]:
    """The address of a room over it, which has counted it, for tests that change nothing."""
    with served(everything) as address:
        for _ in range(100):
            with suppress(HTTPError):
                urlopen(f"{address}/sources.json").close()
                break
            time.sleep(0.1)
        yield address
