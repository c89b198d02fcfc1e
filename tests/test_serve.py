"""`quoth serve`: it opens, says where, and ends in one line if it cannot."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request

import pytest
from handmade import WIRE
from rights import unprivileged
from rooms import HERE, PAGE, ledger_with, visited
from starlette.testclient import TestClient

from quoth.ledger import open_ledger
from quoth.web import Settings, room, serving


@contextmanager
def opened(*words: str, temporary: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`quoth serve` with these words, and the address that it tells; Ctrl-C ends it cleanly."""
    group = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
    with subprocess.Popen(
        [sys.executable, "-m", "quoth", "serve", "--port", "0", *words],
        stderr=subprocess.PIPE,
        text=True,
        creationflags=group,
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
    ) as room:
        assert room.stderr
        yield room, room.stderr.readline().split(" at ")[1].split()[0]
        room.send_signal(signal.CTRL_BREAK_EVENT if sys.platform == "win32" else signal.SIGINT)
        assert room.wait(timeout=20) == 0
        assert room.stderr.read() == ""
        assert list(temporary.glob("quoth-*")) == []


def test_it_says_where_it_is_open_and_ends_cleanly(tmp_path: Path) -> None:
    ledger, temporary = ledger_with(tmp_path / "news.db"), tmp_path / "temporary"
    temporary.mkdir()
    with (
        opened("--ledger", str(ledger), temporary=temporary) as (_, address),
        urllib.request.urlopen(f"{address}index.json") as answer,
    ):
        assert answer.status == 200


def test_another_address_is_told_with_its_token(tmp_path: Path) -> None:
    ledger, temporary = ledger_with(tmp_path / "news.db"), tmp_path / "temporary"
    temporary.mkdir()
    with opened("--host", "localhost", "--ledger", str(ledger), temporary=temporary) as (
        room,
        told,
    ):
        address, _, token = told.partition("?token=")
        assert len(token) == 43  # 256 bits in base64
        with pytest.raises(HTTPError, match="401"):
            urllib.request.urlopen(f"{address}index.json")
        known = {"Authorization": f"Bearer {token}"}
        with urllib.request.urlopen(Request(f"{address}index.json", headers=known)) as answer:
            assert answer.status == 200
        assert room.stderr
        assert "told this once" in room.stderr.readline()


def test_files_alone_are_read_and_nothing_is_kept(tmp_path: Path) -> None:
    file, temporary = tmp_path / "wire.txt", tmp_path / "temporary"
    file.write_text(WIRE, "utf-8")
    (tmp_path / "long.txt").write_text(f"{WIRE}\n\n" * 500, "utf-8")
    temporary.mkdir()
    files = ("--model", "small", str(file), str(tmp_path / "long.txt"))
    with opened(*files, temporary=temporary) as (_, address):
        told = urllib.request.urlopen(f"{address}add/1/events", timeout=60)
        lines = (line for line in told if line.startswith(b"data: "))
        kept = next(
            each for each in map(json.loads, (line[6:] for line in lines)) if "name" in each
        )
        assert (kept["name"], kept["state"], kept["document"]) == (str(file), "added", 1)
        with urllib.request.urlopen(f"{address}search.json?q=ferry") as answer:
            assert json.load(answer)["count"]["documents"] == 1
        # The long one is still being read, and `told` still listened to, when it is closed.
    told.close()


def test_a_ledger_and_files_do_not_go_together(tmp_path: Path, quoth) -> None:
    result = quoth("serve", "wire.txt", "--ledger", "news.db")
    assert result.exit_code == 2
    assert "FILE goes without --ledger" in result.stderr


def test_no_room_is_opened_over_files_that_are_not_there(tmp_path: Path, quoth) -> None:
    done = quoth("serve", str(tmp_path / "none.txt"), str(tmp_path / "nor.pdf"))
    assert done.exit_code == 1
    assert done.stderr.endswith("none.txt and 1 more: no such file; check the path\n")


def test_a_port_in_use_is_one_line(tmp_path: Path, quoth) -> None:
    ledger = ledger_with(tmp_path / "news.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = quoth("serve", "--port", port, "--ledger", os.fspath(ledger))
    assert result.exit_code == 1
    assert f"port {port}: another program listens there" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="rights are other there")
def test_a_ledger_that_cannot_be_written_is_read(tmp_path: Path, quoth, monkeypatch) -> None:
    path = ledger_with(tmp_path / "news.db")
    addresses = ("/", "/documents/1", "/add", "/review", "/review?least_sure=2", "/corrections")
    with open_ledger(path) as ledger:
        ledger.confirm("1:s1", who="Ilse Varga")
    with visited(path) as visitor:  # the program itself may lie where only root may read
        assert "read only" not in "".join(visitor.get(each).text for each in addresses)
    for folder in tmp_path.parents[:3]:
        folder.chmod(0o755)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    opened: list[Settings] = []
    monkeypatch.setattr(serving, "serve", lambda given, told: told("") or opened.append(given))
    with unprivileged():
        result = quoth("serve", "--ledger", str(path))
        with TestClient(room(opened[0]), base_url=HERE) as visitor:
            pages = {each: visitor.get(each, headers=PAGE) for each in addresses}
            said = {"action": "confirm", "statement": "s1"}
            refused = [
                visitor.post("/documents/1/corrections", json=said),
                visitor.post("/add", json={"text": "A harbour official said so."}),
                visitor.post("/samples", json={}),
            ]
    tmp_path.chmod(0o755)
    assert "the ledger cannot be written" in result.stderr
    for page in pages.values():
        assert page.status_code == 200
        assert 'method="post"' not in page.text
        assert "This ledger is read only" in page.text
    assert "Ferry sinks off Port Ellery" in pages["/documents/1"].text
    assert "correcting.js" not in pages["/documents/1"].text
    assert "Ilse Varga" in pages["/corrections"].text
    for address in ("/review", "/review?least_sure=2"):
        assert "This ledger can only be read" in pages[address].text
        assert "data-key" not in pages[address].text
    assert [each.status_code for each in refused] == [403, 403, 403]
    for each in refused:
        assert each.json()["detail"].endswith(
            "cannot be written; change its rights, or copy it elsewhere"
        )


def test_a_new_ledger_is_told_to_be_new(tmp_path: Path, quoth, monkeypatch) -> None:
    path = tmp_path / "news.db"
    monkeypatch.setattr(serving, "serve", lambda given, told: told(HERE))
    first, again = (quoth("serve", "--ledger", str(path)) for _ in range(2))
    assert "the ledger is new and empty" in first.stderr
    assert "new and empty" not in again.stderr
    with visited(path) as visitor:
        page = visitor.get("/", headers=PAGE).text
    assert "The ledger is empty." in page
    assert 'href="/add">Add documents</a>' in page


def test_what_is_no_ledger_is_one_line(tmp_path: Path, quoth) -> None:
    (tmp_path / "notes.txt").write_text("not a ledger at all, only notes", encoding="utf-8")
    result = quoth("serve", "--ledger", "notes.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
