"""Events, quotations and figures in the reading room: what comparing finds, as it comes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from handmade import WIRE, document_of, reading_of, wire, worked_out
from kept import keep
from rooms import PAGE, visited
from starlette.testclient import TestClient

from quoth.compare.claims import Claims
from quoth.compare.many import compare_ledger, kept_group
from quoth.export import figures_chart
from quoth.ledger import Ledger, open_ledger
from quoth.web import comparing
from quoth.web.parts import Wrong
from quoth.web.soon import Soon

SHORTER = WIRE.replace(" that it had been struck out", "").replace("at least 31", "31")
ROWS = (
    (
        "A harbour official",
        "said",
        ("the ferry had carried at least 40 people too many",),
        "indirect",
    ),
    ("A harbour official", "said", ("the ferry had carried 30 people too many",), "indirect"),
)
NEWER = WIRE.replace("at least 40 people", "30 people")


def fill(ledger: Ledger) -> None:
    """Two documents of one event that pass on the same, one with another number."""
    keep(ledger, wire(), "The Post", "2031-03-02")
    made = worked_out(reading_of(document_of(NEWER, "newer.txt"), ROWS))
    keep(ledger, made, "Coast News", "2031-03-03")
    keep(ledger, replace(wire(), document=document_of(f"{WIRE}\nAlone.\n")), "Alone", "2031-05-03")
    ledger.put_into("the ferry", [1, 2])
    compare_ledger(ledger)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "news.db") as ledger:
        fill(ledger)
    return tmp_path / "news.db"


@pytest.fixture
def visitor(news: Path, monkeypatch) -> Iterator[TestClient]:
    """Events are compared in a thread, and claims, which take a model, are none."""
    monkeypatch.setattr(comparing, "opened", lambda: ThreadPoolExecutor(1))
    monkeypatch.setattr(
        "quoth.export.report.findings.compare_claims", lambda told: Claims(tuple(told), (), ())
    )
    with visited(news) as found:
        yield found


def found_in(visitor: TestClient, address: str) -> dict[str, Any]:
    """The data at an address once nothing is waited for any more."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found: dict[str, Any] = visitor.get(address).json()
        if not found["waiting"]:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{address} waits")


def test_an_event_shows_what_is_found_as_it_comes(visitor: TestClient) -> None:
    first = visitor.get("/events/1", headers=PAGE).text
    found = found_in(visitor, "/events/1.json")
    page = visitor.get("/events/1", headers=PAGE).text
    assert "Being compared." in first
    assert "waiting.js" in first
    assert "Being compared." not in page
    assert "waiting.js" not in page
    assert [each["number"] for each in found["members"]] == [1, 2]
    assert found["quotations"]["utterances"][0]["versions"][0]["statement"] == "1:s1"
    assert {"figures", "coverage", "origins", "claims"} <= found.keys()
    assert 'href="/documents/1#s1"' in page  # a statement
    assert 'href="/documents/1#b0:~:text=' in page  # other words, in their block
    assert "#d1" not in page
    assert "style=" not in page
    assert "<style" not in page
    assert "quoth report --event 1 --ledger" in page


def test_what_is_compared_is_kept_until_a_document_changes(
    visitor: TestClient, news: Path, monkeypatch
) -> None:
    found_in(visitor, "/events/1.json")
    monkeypatch.setattr(comparing, "compared", None)
    assert visitor.get("/events/1.json").json()["waiting"] == []
    with open_ledger(news) as ledger:
        before = ledger.state_of(ledger.event("1"))
        ledger.reject("1:s1", who="me")
        assert ledger.state_of(ledger.event("1")) != before


def test_what_cannot_be_compared_says_why(visitor: TestClient, monkeypatch) -> None:
    def broken(path: str, event: int, name: str) -> comparing.Made:
        return Wrong("the model is missing; see `quoth formats`")

    monkeypatch.setattr(comparing, "compared", broken)
    found = found_in(visitor, "/events/1.json")
    assert found["figures"] is None
    assert found["wrong"]["figures"].startswith("the model is missing")
    assert "the model is missing" in visitor.get("/events/1", headers=PAGE).text


def test_what_was_found_is_forgotten_before_it_is_too_much(monkeypatch) -> None:
    from markupsafe import Markup

    from quoth.export.report.part import Part

    monkeypatch.setattr(comparing, "KEPT", 30)
    monkeypatch.setattr(comparing, "EACH", 0)
    monkeypatch.setattr(comparing, "opened", lambda: ThreadPoolExecutor(1))
    monkeypatch.setattr(
        comparing, "compared", lambda path, event, name: Part(Markup("x" * 20), "", 0, "")
    )
    kept = comparing.Comparisons("news.db")
    for event in (1, 2):
        while not kept.of(event, "now", ("figures",)):
            pass
    monkeypatch.setattr(comparing, "compared", lambda *_: time.sleep(0.2))
    assert kept.of(1, "now", ("figures",)) == {}
    assert kept.of(2, "now", ("figures",))
    kept.close()


def test_more_than_can_wait_is_said_and_begun_later(visitor: TestClient, monkeypatch) -> None:
    may = Event()
    monkeypatch.setattr(comparing, "WAITING", 2)
    monkeypatch.setattr(comparing, "compared", lambda *_: may.wait(20) and None)
    crowded = visitor.get("/events/1", headers=PAGE).text
    comparisons = visitor.app.state.backroom._comparisons  # type: ignore[attr-defined]
    [known] = comparisons._known.values()
    assert len(known.waiting) == 2
    assert "begun as soon as there is room" in crowded
    may.set()
    assert found_in(visitor, "/events/1.json")["wrong"] == {}
    assert "as there is room" not in visitor.get("/events/1", headers=PAGE).text


def test_events_with_nothing_to_show_are_forgotten_too(monkeypatch) -> None:
    monkeypatch.setattr(comparing, "EVENTS", 3)
    monkeypatch.setattr(comparing, "opened", lambda: ThreadPoolExecutor(1))
    monkeypatch.setattr(comparing, "compared", lambda *_: None)
    kept = comparing.Comparisons("news.db")
    for event in range(10):
        while not kept.of(event, "now", ("figures",)):
            pass
    assert [event for event, _ in kept._known] == [7, 8, 9]
    kept.close()


def test_who_waits_for_a_part_holds_neither_connection_nor_thread(monkeypatch) -> None:
    may = Event()
    monkeypatch.setattr(comparing, "opened", lambda: ThreadPoolExecutor(1))
    monkeypatch.setattr(comparing, "compared", lambda *_: may.wait(20) and None)
    kept = comparing.Comparisons("news.db")
    with pytest.raises(Soon) as soon:
        kept.of(1, "now", ("figures",), 5)
    may.set()
    asyncio.run(soon.value.wait())
    assert kept.of(1, "now", ("figures",), 5) == {"figures": None}
    kept.close()


def test_nothing_is_begun_once_it_is_closed(visitor: TestClient, monkeypatch) -> None:
    def begun() -> None:
        raise AssertionError

    found_in(visitor, "/events/1.json")
    visitor.app.state.backroom.close()  # type: ignore[attr-defined]
    monkeypatch.setattr(comparing, "opened", begun)
    assert visitor.get("/events/1.json").status_code == 200
    refused = visitor.get("/figures/1:f0.json")
    assert refused.status_code == 503
    assert "the room is being closed" in refused.json()["detail"]


def test_an_event_is_compared_in_a_process_of_its_own(news: Path) -> None:
    kept = comparing.Comparisons(str(news))
    try:
        end = time.monotonic() + 120
        while not (made := kept.of(1, "now", ("quotations",))) and time.monotonic() < end:
            pass
        part = made["quotations"]
        assert part is not None
        assert not isinstance(part, Wrong)
        assert part.number == 1
        assert part.words == "of 1 utterances changed in sense"
    finally:
        kept.close()


def test_quotations_are_listed_newest_or_gravest_first(visitor: TestClient) -> None:
    newest = visitor.get("/quotations.json").json()["utterances"]
    gravest = visitor.get("/quotations.json?order=gravest&limit=1")
    page = visitor.get("/quotations", headers=PAGE).text
    assert newest[0]["statement"].startswith("3:")
    assert gravest.json()["utterances"][0]["gravest"] == "number"
    assert "page=2" in gravest.links["next"]["url"]
    assert "quoth compare quotations --limit 20 --ledger" in page
    assert f'href="/quotations/{newest[0]["statement"]}"' in page


def test_a_quotation_has_its_versions_word_by_word(visitor: TestClient) -> None:
    page = visitor.get("/quotations/2:s1", headers=PAGE).text
    found = visitor.get("/quotations/2:s1.json").json()
    assert {each["statement"] for each in found["versions"]} == {"1:s1", "2:s1", "3:s1"}
    assert "<ins>" in page
    assert "another number" in page
    assert 'href="/documents/2#s1"' in page
    assert "quoth compare quotations --statement 2:s1 --ledger" in page


def test_one_that_no_other_document_has_says_so(tmp_path: Path, news: Path) -> None:
    with open_ledger(tmp_path / "one.db") as ledger:
        keep(ledger, wire(), "The Post", "2031-03-02")
    with visited(tmp_path / "one.db") as visitor:
        page = visitor.get("/quotations/1:s1", headers=PAGE).text
        assert "quoth compare quotations --ledger" in page  # not compared yet
        assert 'class="empty"' in visitor.get("/quotations", headers=PAGE).text
        assert visitor.get("/quotations/1:s1.json").status_code == 404
        assert visitor.get("/quotations/1:s99").status_code == 404
        assert visitor.get("/quotations/1").status_code == 404


def test_of_very_many_documents_the_first_and_the_last_are_aligned(news: Path) -> None:
    with open_ledger(news, read_only=True) as ledger:
        number = ledger.statement_number("2:s1")[1]
        found = kept_group(ledger, number, 2)
    assert found is not None
    assert found.left_out == 1
    assert {each.key for each in found.told} == {"1", "2"}


def test_a_figure_stands_beside_others_of_what_it_counts(visitor: TestClient) -> None:
    found = found_in(visitor, "/figures/1:f0.json")
    page = visitor.get("/figures/1:f0", headers=PAGE).text
    assert found["event"] == 1
    assert "the ferry" in page
    assert "quoth compare figures --event 1 --ledger" in page


def test_without_the_library_for_charts_a_figure_has_its_table(
    visitor: TestClient, monkeypatch
) -> None:
    def missing(_: object) -> None:
        raise figures_chart.NoCharts

    monkeypatch.setattr("quoth.export.report.figures.figures_chart", missing)
    called = next(
        f"1:f{n}" for n in range(9) if found_in(visitor, f"/figures/1:f{n}.json")["counted"]
    )
    page = visitor.get(f"/figures/{called}", headers=PAGE).text
    assert "a chart needs matplotlib" in page
    assert "<table" in page


def test_a_figure_outside_of_events_says_what_to_do(visitor: TestClient) -> None:
    page = visitor.get("/figures/3:f0", headers=PAGE).text
    assert "This document is in no event" in page
    assert "quoth events --ledger" in page
    assert visitor.get("/figures/3:f999").status_code == 404
    assert visitor.get("/figures/3:s1").status_code == 404


def test_the_command_shows_what_one_statement_passes_on(quoth) -> None:
    with open_ledger("quoth.db") as ledger:
        fill(ledger)
    shown = quoth("compare", "quotations", "--statement", "2:s1").output
    assert "another number" in shown
    assert "struck out" not in shown


def _long(*_: object) -> None:
    time.sleep(60)


def test_what_is_being_compared_keeps_no_room_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "compared", _long)
    comparisons = comparing.Comparisons("news.db")
    assert comparisons.of(1, "as it is", ("figures",)) == {}
    [known] = comparisons._known.values()
    future = known.waiting["figures"]
    comparisons.close()
    with pytest.raises((BrokenProcessPool, CancelledError)):
        future.result(20)
