"""Lists in the reading room: search, what is new, what failed; their pages last."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import WIRE
from rooms import PAGE, ledger_with, visited
from starlette.testclient import TestClient

from quoth.documents import Options
from quoth.ledger import open_ledger
from quoth.ledger.leaves import Turn, leaf

TEXTS = tuple(
    f"A harbour official said the ferry had carried {n} people too many." for n in range(5)
)


def link(answer, rel: str) -> str | None:
    """The address that an answer leads to as the next page or the one before."""
    return answer.links[rel]["url"] if rel in answer.links else None


@pytest.mark.parametrize(
    ("turn", "items", "after", "before"),
    [
        (Turn(), (9, 8, 7), None, 7),
        (Turn(before=7), (6, 5, 4), 6, 4),
        (Turn(before=4), (3, 2, 1), 3, None),
        (Turn(after=3), (6, 5, 4), 6, 4),
        (Turn(after=7), (9, 8, 7), None, 7),
        (Turn(before=1), (), 0, None),
    ],
)
def test_a_page_lies_between_the_one_before_and_the_next(turn, items, after, before):
    def ask(reach):
        found = [n for n in range(1, 10) if reach.lowest <= n <= reach.highest]
        return (found if reach.rising else found[::-1])[: reach.limit]

    page = leaf(turn, 3, ask, lambda number: number)
    assert (page.items, page.after, page.before) == (items, after, before)


@pytest.mark.parametrize("query", ["q=ferry", "q=ferry&best=1", "q=ferry&texts=1"])
def test_hits_are_leafed_through_to_the_end_and_back(tmp_path: Path, query: str) -> None:
    name = "texts" if "texts" in query else "statements"
    with visited(
        ledger_with(tmp_path / "news.db", (WIRE, *[f"{WIRE}\n{n}." for n in "abcd"]))
    ) as v:
        first = v.get(f"/search.json?{query}&limit=2")
        second = v.get(link(first, "next"))
        third = v.get(link(second, "next"))
        shown = [each.json()[name] for each in (first, second, third)]
        assert [len(each) for each in shown] == [2, 2, 1]
        assert link(first, "prev") is link(third, "next") is None
        assert v.get(link(second, "prev")).json()[name] == shown[0]
        assert first.json()["next"] in first.headers["link"]
        page = v.get(f"/search?{query}&limit=2", headers=PAGE)
        assert 'rel="next">Older' in page.text
        assert "link" not in page.headers  # browsers would fetch it, and the policy refuses it


def test_a_page_shows_the_same_when_documents_are_added(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db", TEXTS[:3])
    with visited(path) as visitor:
        second = link(visitor.get("/new.json?limit=1"), "next")
        before = visitor.get(second).json()["documents"]
        ledger_with(path, TEXTS[3:])
        assert visitor.get(second).json()["documents"] == before


def test_a_hit_stands_in_its_context(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        page = visitor.get("/search?q=passengers", headers=PAGE).text
    assert "The operator rejected that account." in page  # before it, in the same paragraph
    assert "<mark>passengers</mark>" in page
    assert 'href="/documents/1#s3"' in page


def test_whole_texts_are_found_by_what_nobody_is_quoted_with(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        assert visitor.get("/search.json?q=killing").json()["statements"] == []
        [text] = visitor.get("/search.json?q=killing&texts=1").json()["texts"]
        page = visitor.get("/search?q=killing&texts=1", headers=PAGE).text
    assert text["number"] == 1
    assert "quoth find killing --texts" in page


def test_what_is_new_says_what_it_is_to_other_documents(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db", (WIRE, f"{WIRE} "))) as visitor:
        reprint, first = visitor.get("/new.json").json()["documents"]
        page = visitor.get("/new", headers=PAGE).text
    assert (first["number"], first["reprint_of"], first["statements"]) == (1, None, 6)
    assert (reprint["number"], reprint["reprint_of"]) == (2, 1)
    assert "the same words as" in page


def test_what_failed_is_told_with_its_reason_and_what_to_do(tmp_path: Path) -> None:
    from handmade import StandIn

    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 nothing")
    with open_ledger(tmp_path / "news.db") as ledger, StandIn() as reader:
        list(ledger.add([scan], reader, Options()))
    with visited(tmp_path / "news.db") as visitor:
        [failure] = visitor.get("/failed.json").json()["failures"]
        page = visitor.get("/failed", headers=PAGE).text
    assert failure["name"] == str(scan)
    assert failure["reason"]
    assert f"quoth add {scan} --retry-failed --ledger" in page


@pytest.mark.parametrize("address", ["/new", "/failed", "/search?q=nothing"])
def test_an_empty_list_says_what_that_means(tmp_path: Path, address: str) -> None:
    with visited(ledger_with(tmp_path / "news.db", ())) as visitor:
        assert 'class="empty"' in visitor.get(address, headers=PAGE).text


@pytest.mark.parametrize(
    "query", ["before=x", "after=-1", "limit=0", "limit=501", "before=9" + "9" * 30]
)
def test_a_wrong_place_in_a_list_is_told(visitor_of_wire: TestClient, query: str) -> None:
    assert visitor_of_wire.get(f"/new.json?{query}").status_code == 400


@pytest.mark.parametrize("address", ["/new", "/corrections", "/search"])
def test_behind_the_highest_number_there_is_nothing(
    visitor_of_wire: TestClient, address: str
) -> None:
    answer = visitor_of_wire.get(f"{address}.json?q=ferry&after={(1 << 63) - 1}")
    assert answer.status_code == 200


@pytest.fixture
def visitor_of_wire(tmp_path: Path):
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        yield visitor


def test_the_command_lists_the_same(quoth) -> None:
    Path("wire.txt").write_text(WIRE)
    Path("scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    quoth("add", "wire.txt", "scan.pdf")
    assert "Ferry sinks off Port Ellery" in quoth("documents").output
    assert '"statements": 6' in quoth("documents", "--format", "jsonl").output
    assert "scan.pdf" in quoth("documents", "--failed").output
    assert quoth("documents", "--failed", "--outlet", "x").exit_code == 2
