"""Whom the room answers, and what it lets others' pages, tokens, bodies and clients do."""

from __future__ import annotations

import logging
import re
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from handmade import WIRE, StandIn
from rooms import HERE, PAGE, ledger_with, visited
from starlette.testclient import TestClient

from quoth.documents import from_text, open_document
from quoth.ledger import open_ledger
from quoth.records import Found, Metadata
from quoth.web import bounds, tokens
from quoth.web.tokens import hashed, new_token

TOKEN = new_token()


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[TestClient]:
    with visited(ledger_with(tmp_path / "news.db")) as found:
        yield found


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A room that asks for a token."""
    monkeypatch.setattr(tokens, "SLOWED", 0.05)
    with visited(ledger_with(tmp_path / "news.db"), token=hashed(TOKEN)) as found:
        yield found


# Hosts


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_it_answers_to_its_own_names(visitor: TestClient, host: str) -> None:
    assert visitor.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:8001",
        "127.0.0.1.evil.example:8000",
        "localhost.evil.example:8000",
        "127.0.0.1:8000@evil.example",
        "192.168.0.7:8000",
        "0.0.0.0:8000",
        "[::ffff:127.0.0.1]:8000",
        "localhost.:8000",
        "",
    ],
)
@pytest.mark.parametrize("address", ["/", "/index.json", "/static/room.css", "/nowhere"])
def test_a_name_that_leads_here_by_dns_is_not_answered(
    visitor: TestClient, host: str, address: str
) -> None:
    answer = visitor.get(address, headers={"host": host, "origin": f"http://{host}"})
    assert answer.status_code == 421
    assert "evil" not in answer.text


@pytest.mark.parametrize(
    ("host", "name", "status"),
    [
        ("192.168.0.7", "192.168.0.7", 200),
        ("192.168.0.7", "localhost", 421),
        ("desk.example", "desk.example", 200),
        ("desk.example", "evil.example", 421),
        ("fd00::7", "[fd00::7]", 200),
        ("0.0.0.0", "192.168.0.7", 200),
        ("0.0.0.0", "[fd00::7]", 200),
        ("0.0.0.0", socket.gethostname(), 200),
        ("0.0.0.0", "evil.example", 421),
    ],
)
def test_another_address_answers_to_itself(
    tmp_path: Path, host: str, name: str, status: int
) -> None:
    with visited(ledger_with(tmp_path / "news.db"), host=host) as visitor:
        assert visitor.get("/", headers={"host": f"{name}:8000"}).status_code == status


# Pages of other sites


def sent(**names: str) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in names.items()}


@pytest.mark.parametrize(
    "headers",
    [
        sent(origin="http://evil.example"),
        sent(origin="null"),
        sent(origin="http://localhost:8000"),
        sent(origin="http://127.0.0.1:9000"),
        sent(origin="https://127.0.0.1:8000"),
        sent(sec_fetch_site="cross-site"),
        sent(sec_fetch_site="same-site"),
        sent(origin=HERE, sec_fetch_site="cross-site"),
        sent(
            origin="http://evil.example",
            sec_fetch_site="cross-site",
            sec_fetch_mode="navigate",
            sec_fetch_dest="document",
        ),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_another_sites_page_changes_nothing(
    visitor: TestClient, headers: dict[str, str], method: str
) -> None:
    assert visitor.request(method, "/search", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, sent(origin=HERE), sent(origin=HERE, sec_fetch_site="same-origin")],
)
def test_the_rooms_own_forms_and_programs_are_heard(
    visitor: TestClient, headers: dict[str, str]
) -> None:
    assert visitor.post("/search", headers=headers).status_code == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (sent(sec_fetch_site="cross-site", sec_fetch_mode="no-cors", sec_fetch_dest="image"), 403),
        (sent(sec_fetch_site="cross-site", sec_fetch_mode="no-cors", sec_fetch_dest="script"), 403),
        (sent(sec_fetch_site="same-site", sec_fetch_mode="cors", sec_fetch_dest="empty"), 403),
        (
            sent(sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="iframe"),
            403,
        ),
        (sent(origin="http://evil.example"), 403),
        (
            sent(sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document"),
            200,
        ),
    ],
)
def test_another_sites_page_may_link_here_and_no_more(
    visitor: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = visitor.get("/search.json?q=ferry", headers=headers)
    assert answer.status_code == status
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("address", ["/", "/index.json", "/nowhere", "/static/room.css"])
def test_every_answer_says_what_browsers_may_do(visitor: TestClient, address: str) -> None:
    headers = visitor.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"


# Tokens


def test_without_a_token_nobody_enters(guarded: TestClient) -> None:
    for address in ("/", "/search?q=ferry", "/index.json", "/nowhere", "/search?token=" + TOKEN):
        answer = guarded.get(address, headers=PAGE)
        assert answer.status_code == 401, address
        assert "ferry" not in answer.text
    assert guarded.post("/search").status_code == 401
    assert guarded.get("/static/room.css").status_code == 200


def test_a_browser_gives_the_token_once(guarded: TestClient) -> None:
    entered = guarded.get("/", params={"token": TOKEN}, headers=PAGE)
    assert entered.headers["refresh"] == "0; url=/"
    assert entered.headers["cache-control"] == "no-store"
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie + entered.text
    assert guarded.get("/search.json?q=ferry").status_code == 200


def test_a_program_sends_the_token_each_time(guarded: TestClient) -> None:
    known = {"authorization": f"Bearer {TOKEN}"}
    assert guarded.get("/index.json", headers=known).status_code == 200
    assert guarded.get("/index.json").status_code == 401


@pytest.mark.parametrize("cookie", ["", "nonsense", TOKEN, hashed(TOKEN)])
def test_other_cookies_are_worth_nothing(guarded: TestClient, cookie: str) -> None:
    answer = guarded.get("/", headers={"cookie": f"quoth-8000={cookie}"})
    assert answer.status_code == 401


def test_a_cookie_ends(guarded: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "LASTS", -1)
    guarded.get("/", params={"token": TOKEN})
    assert guarded.get("/").status_code == 401


def test_wrong_tokens_are_slow(guarded: TestClient) -> None:
    began = time.monotonic()
    for wrong in ("nonsense", TOKEN[:-1], TOKEN.lower(), hashed(TOKEN)):
        assert guarded.get("/", params={"token": wrong}).status_code == 401
    assert time.monotonic() - began >= 4 * tokens.SLOWED


# Sizes, times, paths


def test_what_is_too_long_is_refused(visitor: TestClient) -> None:
    assert visitor.get("/search", params={"q": "x" * 20_000}).status_code == 414
    assert visitor.get("/", headers={"x-long": "x" * 20_000}).status_code == 431
    assert visitor.post("/search", content=b"x" * (bounds.BODY + 1)).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../room.py",
        "/static/%2e%2e/room.py",
        "/static/..%2froom.py",
        "/static/..%5croom.py",
        "/static//etc/passwd",
        "/static/%2fetc/passwd",
        "/static/pdfjs/../../settings.py",
        "/static/room.css%00.py",
        "/static/",
        "/static",
    ],
)
def test_no_path_leads_outside(visitor: TestClient, path: str) -> None:
    scope_path = visitor.build_request("GET", HERE).url.copy_with(raw_path=path.encode())
    assert visitor.get(scope_path).status_code in (404, 405)


@pytest.mark.parametrize("kind", ["documents", "identities", "events", "add"])
def test_a_number_that_no_ledger_has_is_at_no_address(visitor: TestClient, kind: str) -> None:
    for number in (2**63, 10**400):
        assert visitor.get(f"/{kind}/{number}").status_code == 404


def test_a_question_of_what_is_lacking_alone_is_answered(visitor: TestClient) -> None:
    assert visitor.get("/documents.jsonl", params={"q": "-ferry"}).text == ""
    assert '"type": "document"' in visitor.get("/documents.jsonl", params={"q": "-boat"}).text


def test_ids_in_a_ledger_from_elsewhere_are_no_markup(tmp_path: Path) -> None:
    hostile = '"onclick="ran()"></style><b>'
    with open_ledger(tmp_path / "news.db") as ledger, StandIn() as reader:
        page = f"<article><h1>Ferry sinks</h1><p>{WIRE}</p></article>".encode()
        reading = reader.read(replace(open_document(page, "a.html"), original=page))
        statements = tuple(
            replace(each, id=f"{each.id}{hostile}", source_id=None) for each in reading.statements
        )
        ledger.keep(replace(reading, statements=statements, figures=(), dates=(), sources=()))
    with visited(tmp_path / "news.db") as visitor:
        for address in (
            "/documents/1",
            "/documents/1/beside",
            "/search?q=ferry",
            "/documents/1/rows",
        ):
            page = visitor.get(address, headers=PAGE)
            assert page.status_code < 500
            assert '"onclick="ran()"' not in page.text.replace('\\"', "")
            assert "</style><b>" not in page.text


def test_a_form_of_too_many_fields_is_refused(visitor: TestClient) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    for address in ("/add", "/documents/1/corrections"):
        assert visitor.post(address, content=b"a=1&" * 60_000, headers=kind).status_code == 400


@pytest.mark.parametrize("name", ["Вести 日報", "a/b?c#d", "<b>&amp;"])
def test_a_name_of_any_letters_has_its_address(tmp_path: Path, name: str) -> None:
    with open_ledger(tmp_path / "news.db") as ledger, StandIn() as reader:
        for number in range(60):
            document = from_text(f"{WIRE}\n\n{number}", f"{number}.txt")
            known = Metadata(outlet=Found(name, "given"))
            ledger.keep(reader.read(replace(document, metadata=known)))
    with visited(tmp_path / "news.db") as visitor:
        [outlet] = visitor.get("/outlets.json").json()["outlets"]
        address = f"/outlets/{quote(outlet['name'], safe='')}"
        page = visitor.get(address, headers=PAGE)
        assert page.status_code == 200
        assert f'href="{address}.json"' in page.text
        data = visitor.get(f"{address}.json")
        assert data.headers["link"].startswith(f"<{address}.json?")


def test_what_goes_wrong_inside_stays_inside(
    visitor: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> None:
        raise ValueError(word)

    word = "words of a document".replace("words", "secret")
    monkeypatch.setattr("quoth.web.pages.search.question", broken)
    with caplog.at_level(logging.DEBUG):
        page, data = visitor.get("/search", headers=PAGE), visitor.get("/search.json")
    for answer in (page, data):
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "ValueError" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


# What is said of all this


DOCS = Path(__file__).parent.parent / "docs" / "security.md"
LEVEL_ONE = """
    1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1
    3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.5 6.2.6 6.2.7 6.2.8
    6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2
    9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 11.3.1 11.3.2 11.4.1 12.1.1 12.2.1 12.2.2 13.4.1
    14.2.1 14.3.1 15.1.1 15.2.1 15.3.1
"""
"""ASVS 5.0; 6.2.1 to 6.2.5 are told together."""


def test_the_page_on_security_names_tests_that_there_are() -> None:
    text = DOCS.read_text("utf-8")
    tests = "".join(each.read_text("utf-8") for each in DOCS.parent.parent.glob("tests/**/*.py"))
    for name in re.findall(r"`(test_\w+)`", text):
        assert f"def {name}(" in tests, name
    for path in re.findall(r"`(tests/\S+|quoth/\S+|\.ci/\w+)`", text):
        assert (DOCS.parent.parent / path).exists(), path


def test_the_page_on_security_goes_through_level_one() -> None:
    table = DOCS.read_text("utf-8").partition("## ASVS")[2]
    assert set(re.findall(r"\b\d+\.\d+\.\d+\b", table)) == set(LEVEL_ONE.split())
