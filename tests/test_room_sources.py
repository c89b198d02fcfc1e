"""Sources, outlets and events in the reading room, and the census that they are counted by."""

from __future__ import annotations

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html import unescape
from pathlib import Path
from threading import Event
from unittest.mock import Mock
from urllib.request import Request, urlopen

import httpx
import pytest
from handmade import WIRE, StandIn, document_of, wire
from kept import keep
from rooms import PAGE, served, visited

from quoth.documents import from_text
from quoth.export.timeline import Bar, timeline
from quoth.ledger import Ledger, open_ledger
from quoth.ledger import said_by as said_by_module
from quoth.ledger.errors import LedgerError
from quoth.web import backroom

OUTLETS = ("The Ellery Post", "The Ellery Post", "Inland/Coast")


def fill(ledger: Ledger) -> None:
    """Three documents of two outlets, their sources linked, two of them in an event."""
    for number, outlet in enumerate(OUTLETS, 1):
        text = f"{WIRE}\nMore is to come, said nobody {number} times.\n"
        made = replace(wire(), document=document_of(text, f"ferry-{number}.txt"))
        keep(ledger, made, outlet, f"2031-0{number}-02", f"https://{number}.example/")
    list(ledger.link())
    ledger.put_into("the ferry", [1, 2])


@pytest.fixture
def news(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "news.db") as ledger:
        fill(ledger)
    return tmp_path / "news.db"


def test_a_census_counts_what_the_ledger_lists(news: Path) -> None:
    with open_ledger(news, read_only=True) as ledger:
        census = ledger.census()
        assert [each.voice for each in census.voices().items] == ledger.sources()
        assert list(census.identities().items) == ledger.identities()
        assert list(census.identities("operator").items) == ledger.identities("operator")
        assert list(census.events().items) == [each.number for each in ledger.events()]
        assert census.voices(kinds=("group",)).total == 1
        assert census.voices("HARB off").items[0].source == "3:p1"
        assert census.voices(limit=2).more
        assert census.info.counts == ledger.info().counts


def test_a_census_knows_when_it_is_old(news: Path) -> None:
    with open_ledger(news) as ledger:
        census = ledger.census()
        assert census.is_current
        ledger.put_into("another", [3])
        assert not census.is_current


def test_a_small_ledger_is_counted_anew_at_once(news: Path) -> None:
    with visited(news) as visitor:
        assert visitor.get("/index.json").json()["counts"]["documents"] == 3
        with open_ledger(news) as ledger, StandIn() as reader:
            ledger.keep(reader.read(from_text("No one spoke.", "quiet.txt")))
        assert visitor.get("/index.json").json()["counts"]["documents"] == 4


def test_nobody_waits_for_the_count_of_a_large_one(news: Path, monkeypatch) -> None:
    monkeypatch.setattr(backroom, "PATIENCE", 0)
    monkeypatch.setattr(backroom.Backroom, "_count", lambda self: None)
    with visited(news) as visitor:
        first = visitor.get("/", headers=PAGE).text
        assert "is being counted" in first
        assert first.count("Not counted yet.") == 2
        for address in ("/sources", "/outlets", "/events", "/quotations", "/outlets/Inland/Coast"):
            page = visitor.get(address, headers=PAGE).text
            assert "is being counted" in page
            assert 'href="/documents/1"' in page  # what is there already
            assert "waiting.js" in page  # looks again
            assert '<noscript><meta http-equiv="refresh"' in page
            later = visitor.get(f"{address}.json")
            assert later.status_code == 503
            assert later.headers["retry-after"]
            assert visitor.get(f"{address}.json?limit=0").status_code == 400
            if address not in ("/outlets/Inland/Coast",):
                assert visitor.get(f"{address}?page=x").status_code == 400


def test_who_waits_for_the_count_keeps_nobody_waiting(news: Path, monkeypatch) -> None:
    monkeypatch.setattr(backroom, "PATIENCE", 1.0)
    may = Event()
    count = backroom.Backroom._count
    monkeypatch.setattr(backroom.Backroom, "_count", lambda self: may.wait(10) and count(self))
    with visited(news) as visitor, ThreadPoolExecutor(50) as readers:
        visitor.get("/documents/1.json")  # what it takes is there
        lists = [readers.submit(visitor.get, "/sources.json") for _ in range(45)]
        time.sleep(0.1)
        began = time.monotonic()
        assert visitor.get("/documents/1.json").status_code == 200
        assert time.monotonic() - began < 0.5
        may.set()
        assert {each.result().status_code for each in lists} == {200}


@pytest.mark.parametrize("error", [ZeroDivisionError("no"), LedgerError("news.db", "is odd")])
def test_a_count_that_fails_is_told_to_each_who_asks_and_tried_anew(
    news: Path, monkeypatch, caplog, error: Exception
) -> None:
    with visited(news) as visitor:
        with monkeypatch.context() as broken:
            broken.setattr(Ledger, "census", Mock(side_effect=error))
            told = [visitor.get(each) for each in ("/", "/sources.json", "/outlets.json")]
            page = visitor.get("/outlets", headers=PAGE).text
        assert [each.status_code for each in told] == [503, 503, 503]
        assert '<a href="">Look again</a>' in page
        ours = isinstance(error, ZeroDivisionError)
        assert ("counting the ledger failed" if ours else "is odd") in told[2].json()["detail"]
        assert ("ZeroDivisionError at backroom.py" in caplog.text) is ours
        assert visitor.get("/sources.json").status_code == 200


def test_the_first_page_leads_to_what_is_new_large_and_waits(news: Path) -> None:
    with visited(news) as visitor:
        page = visitor.get("/", headers=PAGE).text
        found = visitor.get("/index.json").json()
    assert [each["number"] for each in found["new"]] == [3, 2, 1]
    assert found["events"][0]["name"] == "the ferry"
    assert found["waiting"]["unlinked"] == 0
    for address in ("/documents/3", "/events/1", "/new", "/events"):
        assert f'href="{address}"' in page
    assert "quoth compare quotations --ledger" in page


def test_sources_are_linked_ones_or_all_by_name(news: Path) -> None:
    with visited(news) as visitor:
        first = visitor.get("/sources.json?q=operator").json()["identities"][0]
        by_name = visitor.get("/sources.json?by=name&kind=group").json()
        page = visitor.get("/sources?q=operator", headers=PAGE).text
        second = visitor.get("/sources.json?by=name&limit=1").links["next"]["url"]
        later = visitor.get(second.replace(".json", ""), headers=PAGE).text
        assert "quoth sources --limit 2 --ledger" in later  # which ends with this page
        assert visitor.get(second).json()["sources"][0]["name"] == "A harbour official"
    assert first["documents"] == 3
    assert [each["name"] for each in by_name["sources"]] == ["Two people briefed on the log"]
    assert f'href="/identities/{first["number"]}"' in page
    assert "quoth identities operator --limit 50 --ledger" in page


def test_without_links_sources_are_listed_by_name(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "news.db") as ledger, StandIn() as reader:
        ledger.keep(reader.read(from_text(WIRE, "wire.txt")))
    with visited(tmp_path / "news.db") as visitor:
        assert len(visitor.get("/sources.json").json()["sources"]) == 4
        page = visitor.get("/sources?by=identity", headers=PAGE).text
        assert "quoth link --ledger" in page  # what to do
        source = visitor.get("/sources/1:p2.json").json()
        shown = visitor.get("/sources/1:p2", headers=PAGE).text
    assert [each["text"] for each in source["mentions"]] == ["The operator", "it"]
    assert [each["id"] for each in source["statements"]] == ["s2", "s3"]
    assert 'href="/documents/1#s3"' in shown


def test_a_source_that_is_linked_has_the_page_of_its_identity(news: Path) -> None:
    with visited(news) as visitor:
        page = visitor.get("/sources/2:p2", headers=PAGE)
        assert page.url.path.startswith("/identities/")
        found = visitor.get(f"{page.url.path}.json").json()
    assert [each["source"] for each in found["said"]] == ["1:p2", "2:p2", "3:p2"]
    assert [each["id"] for each in found["said"][0]["statements"]] == ["1:s2", "1:s3"]
    assert found["acts"] == {"assert": 3, "deny": 3}
    assert found["over_time"] == [
        {"time": f"2031-0{month}", "statements": 2} for month in (1, 2, 3)
    ]
    assert found["said"][1]["reasons"]
    assert "Taken for this one" in page.text


def test_one_that_says_very_much_is_leafed_through_as_it_was_counted(
    news: Path, monkeypatch
) -> None:
    with visited(news) as visitor:
        address = visitor.get("/sources/2:p2.json").url.path
        plain = visitor.get(address, params={"limit": 2}).json()
        monkeypatch.setattr(said_by_module, "FEW", 2)
        counted = visitor.get(address, params={"limit": 2}).json()
        rest = visitor.get(address, params={"limit": 2, "page": 2}).json()
    assert counted["said"] == plain["said"]
    assert counted["over_time"] == plain["over_time"]
    assert [each["source"] for each in rest["said"]] == ["3:p2"]


def test_an_identity_is_not_looked_for_among_all_links(news: Path) -> None:
    with open_ledger(news, read_only=True) as ledger:
        plans = [
            ledger.store.rows(f"EXPLAIN QUERY PLAN {said_by_module._PLACED}", (1,)),
            ledger.store.rows(f"EXPLAIN QUERY PLAN {said_by_module._LINKS}", (1, 201)),
        ]
    for plan in plans:
        scans = [row[3] for row in plan if row[3].startswith("SCAN")]
        assert [each for each in scans if "subquery" not in each] == []


def test_an_outlet_has_its_documents_and_its_sources(news: Path) -> None:
    with visited(news) as visitor:
        listed = visitor.get("/outlets.json").json()["outlets"]
        page = visitor.get("/outlets", headers=PAGE).text
        one = visitor.get("/outlets/The%20Ellery%20Post.json").json()
        other = visitor.get("/outlets/Inland%2FCoast", headers=PAGE).text
        assert visitor.get("/outlets/Nowhere.json").status_code == 404
    assert [(each["name"], each["documents"]) for each in listed] == [
        ("The Ellery Post", 2),
        ("Inland/Coast", 1),
    ]
    assert 'href="/outlets/Inland%2FCoast"' in page
    assert (one["first"], one["last"]) == ("2031-01-02", "2031-02-02")
    assert [each["number"] for each in one["arrivals"]] == [2, 1]
    assert one["kinds"]["organisation"] == 4
    assert "ferry-3.txt" in other


def test_every_outlet_has_an_address_that_leads_to_it(tmp_path: Path) -> None:
    names = ["x.json", "..", ".", "a/b", "a/../b", "/", "who?", "#1", "50 %", "=", "==", "=x=", "é"]
    with open_ledger(tmp_path / "news.db") as ledger:
        for number, name in enumerate(names):
            document = document_of(f"{WIRE}\n{number}.\n", f"{number}.txt")
            keep(ledger, replace(wire(), document=document), name, "2031-01-02")
    with served(tmp_path / "news.db") as room:
        for listed in ("/outlets", "/new"):
            page = open_as_browser(f"{room}{listed}")
            found = dict(re.findall(r'href="(/outlets/[^"]+)">([^<]+)<', page))
            assert {unescape(each) for each in found.values()} == set(names)
            for address, name in found.items():
                assert f"<h1>{name}</h1>" in open_as_browser(f"{room}{address}")
                data = json.loads(open_as_browser(f"{room}{address}.json"))
                assert data["name"] == unescape(name)


def open_as_browser(address: str) -> str:
    """What lies there for who takes dots for steps, as browsers do."""
    with urlopen(Request(str(httpx.URL(address)), headers=PAGE)) as answer:
        return str(answer.read().decode())


def test_events_are_listed_latest_or_largest_first(news: Path) -> None:
    with open_ledger(news) as ledger:
        ledger.put_into("later", [3])
    with visited(news) as visitor:
        latest = visitor.get("/events.json").json()["events"]
        largest = visitor.get("/events.json?order=largest").json()["events"]
    assert [each["name"] for each in latest] == ["later", "the ferry"]
    assert [each["name"] for each in largest] == ["the ferry", "later"]


@pytest.mark.parametrize("address", ["/sources", "/outlets", "/events"])
def test_an_empty_list_says_what_to_do(tmp_path: Path, address: str) -> None:
    with open_ledger(tmp_path / "news.db"):
        pass
    with visited(tmp_path / "news.db") as visitor:
        assert 'class="empty"' in visitor.get(address, headers=PAGE).text


@pytest.mark.parametrize(
    "address", ["/sources/9:p1", "/sources/1:p99", "/sources/x", "/identities/999", "/events/9x9"]
)
def test_what_is_not_there_is_told(news: Path, address: str) -> None:
    with visited(news) as visitor:
        assert visitor.get(f"{address}.json").status_code == 404


def test_time_is_in_months_or_in_years() -> None:
    assert timeline([("2031-01", 2), ("2031-03", 1), (None, 4)]) == (
        Bar("2031-01", 2),
        Bar("2031-02", 0),
        Bar("2031-03", 1),
        Bar("no date", 4),
    )
    years = timeline([("2031-01", 2), ("2035-03", 1), ("2031-05", 1)])
    assert [(bar.label, bar.number) for bar in years] == [
        ("2031", 3),
        ("2032", 0),
        ("2033", 0),
        ("2034", 0),
        ("2035", 1),
    ]


def test_the_command_lists_outlets(quoth) -> None:
    with open_ledger("quoth.db") as ledger:
        fill(ledger)
    assert "The Ellery Post" in quoth("outlets", "ellery").output
    assert "operator" in quoth("outlets", "--name", "Inland/Coast").output
    assert '"documents": 1' in quoth("outlets", "coast", "--format", "jsonl").output
    assert "no such outlet" in quoth("outlets", "--name", "Nowhere").stderr
