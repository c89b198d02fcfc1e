"""What a page of another site can make a browser do with a room that is open: nothing."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from rooms import ledger_with, served

from browser.conftest import CHROMIUM
from quoth.ledger import open_ledger
from quoth.web.tokens import hashed, new_token

ATTACK = (Path(__file__).parent / "attack.html").read_text(encoding="utf-8")


@contextmanager
def elsewhere(page: str) -> Iterator[str]:
    """The address of a page of another site, which is `localhost` at another port."""

    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}/"
        server.shutdown()


@pytest.mark.parametrize("same_site", [False, True])
def test_another_sites_page_reads_and_changes_nothing(
    tmp_path: Path, context: BrowserContext, same_site: bool
) -> None:
    ledger = ledger_with(tmp_path / "news.db")
    with served(ledger) as room, elsewhere(ATTACK.replace("ROOM", room)) as other:
        page = context.new_page()
        page.goto(other.replace("localhost", "127.0.0.1") if same_site else other)
        page.wait_for_function("document.title !== 'elsewhere'")
        assert page.title() == "[]"
    with open_ledger(ledger) as kept:
        assert kept.info().counts["corrections"] == 0


def test_a_name_that_is_led_here_by_dns_is_not_answered(tmp_path: Path, browser: Browser) -> None:
    rebound = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--host-resolver-rules=MAP evil.example 127.0.0.1"],
    )
    with served(ledger_with(tmp_path / "news.db")) as room:
        page = rebound.new_page()
        answer = page.goto(room.replace("127.0.0.1", "evil.example") + "/index.json")
        assert answer
        assert answer.status == 421
        assert "documents" not in page.content()
    rebound.close()


def test_the_rooms_own_forms_work_without_script(tmp_path: Path, browser: Browser) -> None:
    ledger = ledger_with(tmp_path / "news.db")
    context = browser.new_context(java_script_enabled=False)
    with served(ledger) as room:
        page = context.new_page()
        page.goto(f"{room}/review?least_sure=5")
        page.locator("button[value=confirm]").click()
        page.wait_for_load_state()
    context.close()
    with open_ledger(ledger) as kept:
        assert kept.info().counts["corrections"] == 1


def test_a_token_is_given_once_and_leaves_the_address(
    tmp_path: Path, context: BrowserContext
) -> None:
    token = new_token()
    with served(ledger_with(tmp_path / "news.db"), token=hashed(token)) as room:
        link = f'<a href="{room}/?token={token}">to the room</a>'
        with elsewhere(link) as other:
            page = context.new_page()
            page.goto(other)
            page.get_by_role(
                "link"
            ).click()  # the cookie is strict, and a link comes from elsewhere
            page.wait_for_url(f"{room}/")
            entered(page)
            assert token not in str(page.evaluate("performance.getEntries().map((e) => e.name)"))
            page.go_back()
            assert page.url == other
        [cookie] = context.cookies(room)
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        assert cookie["value"] != token
        page = context.new_page()
        page.goto(room)
        entered(page)


def test_who_has_no_token_can_give_it_in_a_field(tmp_path: Path, context: BrowserContext) -> None:
    token = new_token()
    with served(ledger_with(tmp_path / "news.db"), token=hashed(token)) as room:
        page = context.new_page()
        page.goto(f"{room}/search?q=ferry")
        page.get_by_label("Token").fill(token)
        page.get_by_role("button", name="Enter").click()
        page.wait_for_url(f"{room}/")
        entered(page)


def entered(page: Page) -> None:
    assert "Who says what" in page.get_by_role("heading", level=1).inner_text()
