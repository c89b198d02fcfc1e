"""The API: one document read without a ledger, the ledger streamed, all of it described."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from handmade import WIRE
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from rooms import ledger_with, visited
from starlette.routing import Route
from starlette.testclient import TestClient

from quoth.export.schemas import schema_text
from quoth.web.allowance import Allowance
from quoth.web.api.described import operations
from quoth.web.problems import OTHER, PROBLEMS

NEWER = WIRE.replace("158", "160")
LINES = {"accept": "application/x-ndjson"}
PAGE = "<p>A harbour official said the ferry had carried at least 40 people too many.</p>"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Of a room over two documents."""
    ledger = ledger_with(tmp_path_factory.mktemp("room") / "news.db", (WIRE, NEWER))
    allowance = Allowance(read_bytes=10_000, characters=5_000)
    with visited(ledger, reader="handmade:StandIn", allowance=allowance) as visitor:
        yield visitor


def test_one_document_is_read_without_a_ledger(visitor: TestClient, api: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Reading"}
    sent = (
        {"content": PAGE, "headers": {"content-type": "text/html"}},
        {"json": {"text": WIRE}},
        {"files": {"file": ("wire.txt", WIRE.encode())}},
    )
    for each in sent:
        answer = visitor.post("/read", **each)  # type: ignore[arg-type]
        assert answer.status_code == 200, answer.text
        reading = answer.json()
        check(api, schema, "application/json", answer.text)
        first = reading["statements"][0]
        assert first["content"]["text"] == "the ferry had carried at least 40 people too many"
    assert reading["document"] == "wire.txt"
    assert visitor.get("/index.json").json()["counts"]["documents"] == 2


def test_a_reading_is_told_as_it_is_asked_for(visitor: TestClient) -> None:
    lines = visitor.post("/read", content=WIRE, headers=LINES).text.splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["document", *["statement"] * 6]

    page = visitor.post("/read", content=WIRE, headers={"accept": "text/html"})
    assert "<!doctype html>" in page.text
    assert "script-src 'sha256-" in page.headers["content-security-policy"]

    other = visitor.post("/read", content=WIRE, headers={"accept": "image/png"})
    assert other.json()["type"] == "/api#not-told-so"


@pytest.mark.parametrize(
    ("body", "kind", "status", "told"),
    [
        (b"", "text/plain", 422, "nothing was sent"),
        (b"x" * 10_001, "text/plain", 413, "more than 10000 bytes"),
        (b"word " * 1_100, "text/plain", 422, "has 5,500 characters"),
        (b"%PDF-1.4 nothing", "application/pdf", 422, "this PDF is broken"),
        (b"{", "application/json", 422, 'send an object {"text": '),
        ("Die Fähre sank am Abend, sagte der Hafenmeister der Stadt. " * 9, "", 422, "German"),
    ],
)
def test_what_cannot_be_read_is_told(
    visitor: TestClient, body: bytes | str, kind: str, status: int, told: str
) -> None:
    answer = visitor.post("/read", content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_few_are_read_at_once(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db"), allowance=Allowance(reads=0)) as visitor:
        answer = visitor.post("/read", content=WIRE)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "5")


def test_statements_are_streamed(visitor: TestClient) -> None:
    answer = visitor.get("/statements.jsonl?q=ferry")
    count, *statements = [json.loads(line) for line in answer.text.splitlines()]
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert (count["statements"], len(statements)) == (2, 2)
    assert statements[0] == visitor.get("/search.json?q=ferry").json()["statements"][0] | {}
    assert len(visitor.get("/statements.jsonl").text.splitlines()) == 1 + 11
    assert len(visitor.get("/statements.jsonl?limit=3").text.splitlines()) == 1 + 3
    assert visitor.get("/statements.jsonl?since=soon").status_code == 400
    assert visitor.head("/statements.jsonl").text == ""


def test_a_stream_that_begins_as_the_room_is_closed_is_refused(visitor: TestClient) -> None:
    closing = visitor.app.state.closing  # type: ignore[attr-defined]
    closing.set()
    try:
        answer = visitor.get("/statements.jsonl")
    finally:
        closing.clear()
    assert answer.status_code == 503
    assert "is being closed" in answer.json()["detail"]


def test_documents_are_streamed_with_their_statements(visitor: TestClient) -> None:
    schema = Draft202012Validator(json.loads(schema_text("jsonl")))
    every = visitor.get("/documents.jsonl").text.splitlines()
    one = visitor.get("/documents/2.jsonl")
    for line in every:
        schema.validate(json.loads(line))
    assert [json.loads(line)["number"] for line in every] == [1] * 7 + [2] * 6
    assert one.text.splitlines() == every[7:]
    again = visitor.get("/documents/2.jsonl", headers={"if-none-match": one.headers["etag"]})
    assert again.status_code == 304
    assert visitor.get("/documents/3.jsonl").status_code == 404
    assert visitor.get("/documents.jsonl?q=160").text.splitlines() == every[7:]
    assert visitor.get("/documents.jsonl?q=nowhere").text == ""


@pytest.fixture(scope="module")
def api(visitor: TestClient) -> dict[str, Any]:
    described: dict[str, Any] = visitor.get("/openapi.json").json()
    return described


def test_the_description_is_sound(api: dict[str, Any]) -> None:
    validate(api)
    named = [each["operationId"] for at in api["paths"].values() for each in at.values()]
    assert len(named) == len(set(named))


def test_every_route_is_described(visitor: TestClient, api: dict[str, Any]) -> None:
    app: Any = visitor.app
    served = {
        (re.sub(r"\{(\w+):\w+\}", r"{\1}", each.path), method.lower())
        for each in app.routes
        if isinstance(each, Route)
        for method in each.methods or ()
        if method != "HEAD"
    }
    told = {(path, method) for path, at in api["paths"].items() for method in at}
    assert served == told


def test_every_value_is_told(api: dict[str, Any]) -> None:
    operations = [each for at in api["paths"].values() for each in at.values()]
    values = [value for each in operations for value in each["parameters"]]
    assert {each["name"] for each in values if "description" not in each} == set()


def test_what_is_described_answers_so(visitor: TestClient, api: dict[str, Any]) -> None:
    over = visitor.post("/add", json={"text": WIRE}).headers["location"]
    for path, at in api["paths"].items():
        if "get" not in at or "changes" in path:  # those go on as long as somebody listens
            continue
        address = path
        for name, value in {"job": over[-1], "called": "1:s1", "id": "1:c1"}.items():
            address = address.replace(f"{{{name}}}", value)
        address = re.sub(r"\{\w+\}", "1", address)
        answer = visitor.get(address, follow_redirects=False)
        responses = at["get"]["responses"]
        told = responses.get(str(answer.status_code))
        assert told or answer.status_code in (302, 307, 404), address
        if answer.status_code == 200:
            kind = answer.headers["content-type"].partition(";")[0]
            assert kind in told["content"], address
            check(api, told["content"][kind]["schema"], kind, answer.text)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/documents/{number}/corrections", {"action": "confirm", "statement": "s1"}),
        ("/corrections/{id}/undo", {"why": "once more"}),
        ("/samples", {"statements": 6, "passages": 1, "seed": 7}),
    ],
)
def test_what_is_sent_and_answered_is_as_described(
    tmp_path: Path, api: dict[str, Any], path: str, sent: dict[str, Any]
) -> None:
    told = api["paths"][path]["post"]
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        said = {"action": "reject", "statement": "s2"}
        kept = visitor.post("/documents/1/corrections", json=said).json()["correction"]["id"]
        visitor.post("/samples", json={"statements": 6, "passages": 1, "seed": 7})
        address = re.sub(r"\{(?!id)\w+\}", "1", path).replace("{id}", kept)
        answer = visitor.post(address, json=sent)
    schema = told["requestBody"]["content"]["application/json"]["schema"]
    check(api, schema, "application/json", json.dumps(sent))
    schema = told["responses"][str(answer.status_code)]["content"]["application/json"]["schema"]
    check(api, schema, "application/json", answer.text)


def test_every_schema_that_is_named_is_there(api: dict[str, Any]) -> None:
    known = set(api["components"]["schemas"])
    named = {name for each in operations() for at in each.answers.values() for name in at.values()}
    named |= {name for each in operations() for name in each.body.values()}
    assert named - known == {""}


def check(api: dict[str, Any], schema: dict[str, Any], kind: str, text: str) -> None:
    """Does an answer have the form that is described for it?"""
    whole = {**schema, "components": api["components"]}
    validator = Draft202012Validator(whole)
    if kind == "application/json":
        validator.validate(json.loads(text))
    elif kind == "application/x-ndjson":
        for line in text.splitlines():
            validator.validate(json.loads(line))


def test_problems_have_types_that_lead_to_what_is_said_of_them(visitor: TestClient) -> None:
    page = visitor.get("/api", headers={"accept": "text/html"}).text
    docs = Path("docs/room.md").read_text("utf-8")
    for each in (*PROBLEMS.values(), OTHER):
        assert f'id="{each.name}"' in page
        assert f"### {each.name}\n" in docs
    assert visitor.get("/nowhere.json").json()["type"] == "/api#nothing-here"
