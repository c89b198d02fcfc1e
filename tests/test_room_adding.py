"""Adding in the room: files and texts are taken in, read aside, and told one by one."""

from __future__ import annotations

import io
import json
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from handmade import WIRE, StandIn
from rooms import PAGE, ledger_with, visited
from starlette.testclient import TestClient

from quoth.records import Document, Reading
from quoth.web.adding.given import text_name
from quoth.web.allowance import Allowance

DATA = {"accept": "application/json"}
NEWER = WIRE.replace("158", "160")


@dataclass
class Odd(StandIn):
    """Reads as the stand-in does, but for texts that say what goes wrong."""

    def read(self, document: Document) -> Reading:
        if "slow" in document.text:
            time.sleep(60)
        if "crash" in document.text:
            import os

            os._exit(3)
        if "mistake" in document.text:
            raise ZeroDivisionError("in the middle")
        return super().read(document)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Of a room in which no reader has to be started for each test."""
    with adding(tmp_path_factory.mktemp("room")) as visitor:
        yield visitor


@contextmanager
def adding(path: Path, reader: str = "handmade:StandIn", **allowed: Any) -> Iterator[TestClient]:
    """A visitor of a room over a ledger with one document."""
    ledger = ledger_with(path / "news.db", ("Nobody said a word.",))
    with visited(ledger, reader=reader, allowance=Allowance(**allowed)) as visitor:
        yield visitor


def sent(visitor: TestClient, *files: tuple[str, str | bytes], **fields: str) -> dict[str, Any]:
    """The job that these files and fields make, once it is over."""
    parts = [
        ("file", (name, data.encode() if isinstance(data, str) else data)) for name, data in files
    ]
    answer = visitor.post("/add", files=parts, data=fields, headers=DATA)
    assert answer.status_code == 202, answer.text
    return over(visitor, answer.headers["location"])


def over(visitor: TestClient, address: str) -> dict[str, Any]:
    for _ in range(1000):
        job: dict[str, Any] = visitor.get(f"{address}.json").json()
        if job["state"] in ("done", "cancelled"):
            return job
        time.sleep(0.02)
    raise AssertionError(job)


def became(job: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["state"] for each in job["outcomes"]}


def test_files_are_kept_and_a_bad_one_costs_none_of_the_others(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as week:
        week.writestr("monday.txt", NEWER)
        week.writestr("tuesday.txt", "A mistake.")
        week.writestr("friday.txt", f"{NEWER} Friday.")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as hostile:
        hostile.writestr("nothing.txt", " " * 20_000_000)
    with adding(tmp_path, f"{__name__}:Odd") as visitor:
        job = sent(
            visitor,
            ("scan.pdf", b"%PDF-1.4 nothing"),
            ("bomb.zip", bomb.getvalue()),
            ("crash.txt", "This one makes the reader crash."),
            ("../pages/wire.txt", WIRE),
            ("again.txt", WIRE),
            ("week.zip", packed.getvalue()),
        )
        page = visitor.get(f"/add/{job['job']}", headers=PAGE).text
    assert became(job) == {
        "scan.pdf": "failed",
        "bomb.zip!/nothing.txt": "failed",
        "crash.txt": "failed",
        "pages/wire.txt": "added",
        "again.txt": "known",
        "week.zip!/monday.txt": "added",
        "week.zip!/tuesday.txt": "failed",
        "week.zip!/friday.txt": "added",
    }
    reasons = {each["name"]: each["reason"] for each in job["outcomes"]}
    assert reasons["scan.pdf"] == "this PDF is broken and cannot be opened; get or save it again"
    assert "times" in reasons["bomb.zip!/nothing.txt"]
    assert "ended without a word" in reasons["crash.txt"]
    assert "reading it failed (ZeroDivisionError)" in reasons["week.zip!/tuesday.txt"]
    assert job["counts"]["added"] == 3
    assert job["statements"] == 16
    assert 'kept as <a href="/documents/2" data-slot="document">document 2</a>' in page


def test_a_text_is_kept_with_what_is_said_of_it(visitor: TestClient) -> None:
    said = {
        "title": "Ferry sinks",
        "outlet": "Coastwise",
        "published": "2031-03-02",
        "address": "https://coastwise.example/ferry",
    }
    job = sent(visitor, text=WIRE.replace("\n", "\r\n"), **said)
    [hit] = visitor.get("/search.json?q=ferry&outlet=coastwise").json()["statements"]
    again = visitor.post("/add", json={"text": NEWER, **said}).headers["location"]
    assert became(job) == {"Ferry sinks.txt": "added"}
    assert (hit["title"], hit["outlet"], hit["published"]) == tuple(said.values())[:3]
    assert hit["content"]["place"]["line"] == 3
    assert became(over(visitor, again)) == {"Ferry sinks.txt": "version"}


def test_a_text_without_a_title_is_called_as_it_begins() -> None:
    assert text_name("Rain fell.\nGrass grows.", None) == "Rain fell. Grass grows.txt"
    assert text_name(" ... ", None) == "unnamed.txt"


def test_without_script_the_form_leads_to_the_page_of_the_job(visitor: TestClient) -> None:
    files = [("file", ("", b"")), ("file", ("form.txt", b"One man said it by form."))]
    answer = visitor.post("/add", files=files, headers=PAGE, follow_redirects=False)
    address = answer.headers["location"]
    over(visitor, address)
    assert answer.status_code == 303
    assert "Adding 1 file" in visitor.get(address, headers=PAGE).text
    assert f'href="{address}"' in visitor.get("/add", headers=PAGE).text


def test_progress_is_told_as_events(visitor: TestClient) -> None:
    job = sent(visitor, ("one.txt", "One man said it in one."), ("two.txt", "No one in two."))
    address = f"/add/{job['job']}/events"
    told = visitor.get(address).text.split("\n\n")
    again = visitor.get(address, headers={"last-event-id": "1"}).text
    names = [json.loads(each.partition("data: ")[2]).get("name") for each in told if each]
    assert names == ["one.txt", "two.txt", None]
    assert "one.txt" not in again
    assert "two.txt" in again


def test_a_job_is_stopped_at_once_and_the_next_one_goes_on(tmp_path: Path) -> None:
    with adding(tmp_path, f"{__name__}:Odd") as visitor:
        files = [("file", ("slow.txt", b"A slow one.")), ("file", ("wire.txt", WIRE.encode()))]
        visitor.post("/add", files=files, headers=DATA)
        while visitor.get("/add/1.json").json()["opened"] == 0:
            time.sleep(0.02)
        visitor.post("/add/1/cancel", headers=DATA)
        job = over(visitor, "/add/1")
        assert (job["state"], job["outcomes"]) == ("cancelled", [])
        assert became(sent(visitor, ("wire.txt", WIRE))) == {"wire.txt": "added"}


@pytest.mark.parametrize(
    ("files", "fields", "status", "told"),
    [
        ([], {"text": "  "}, 422, "nothing was given"),
        ([], {"text": "x", "published": "soon"}, 422, "published: 'soon' is no date"),
        ([], {"text": "x", "address": "javascript:1"}, 422, "address: must begin with https://"),
        ([], {"text": "x", "title": "y" * 1001}, 422, "title: longer than 1000 characters"),
        ([("a.txt", 2_000_000)], {}, 413, "more than 1 MB at once"),
        ([("a.txt", 1)] * 5, {}, 413, "more than 4 files at once"),
    ],
)
def test_what_is_too_much_or_not_understood_is_refused(
    tmp_path: Path, files: list[tuple[str, int]], fields: dict[str, str], status: int, told: str
) -> None:
    with adding(tmp_path, upload_bytes=1_000_000, upload_files=4) as visitor:
        parts = [("file", (name, b"x" * size)) for name, size in files]
        parts += [(name, (None, value.encode())) for name, value in fields.items()]  # type: ignore[misc]
        answer = visitor.post("/add", files=parts, headers=DATA)
        assert (answer.status_code, told in answer.json()["detail"]) == (status, True)
        assert visitor.get("/add.json").json()["jobs"] == []


def test_too_many_jobs_wait_for_one_to_end(tmp_path: Path) -> None:
    with adding(tmp_path, f"{__name__}:Odd", jobs=1) as visitor:
        visitor.post("/add", json={"text": "A slow one."})
        answer = visitor.post("/add", json={"text": WIRE})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")


def test_a_fault_in_one_job_costs_none_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        monkeypatch.undo()
        raise PermissionError

    with adding(tmp_path) as visitor:
        monkeypatch.setattr("quoth.web.adding.desk._files", broken)
        first, second = (sent(visitor, ("wire.txt", WIRE)) for _ in range(2))
    assert "(PermissionError)" in first["outcomes"][0]["reason"]
    assert second["counts"]["added"] == 1


def test_no_file_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with adding(tmp_path) as visitor:
        sent(visitor, ("wire.txt", WIRE))
        [folder] = tmp_path.glob("quoth-*")
        assert list(folder.iterdir()) == []
    assert not folder.exists()


def test_a_ledger_that_is_gone_is_told_for_each_file(tmp_path: Path) -> None:
    with adding(tmp_path) as visitor:
        (tmp_path / "news.db").rename(tmp_path / "away.db")
        job = sent(visitor, ("wire.txt", WIRE))
    assert "no such ledger" in job["outcomes"][0]["reason"]


def test_without_room_for_it_a_sending_is_refused_and_takes_nobodys_place(
    tmp_path: Path, monkeypatch
) -> None:
    text = {"text": "A harbour official said so."}
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        with monkeypatch.context() as full:
            full.setattr(tempfile, "mkdtemp", Mock(side_effect=OSError(28, "No space left")))
            told = [visitor.post("/add", json=text) for _ in range(10)]
        assert {each.status_code for each in told} == {503}
        assert "No space left" in told[0].json()["detail"]
        assert visitor.post("/add", json=text).status_code != 429
