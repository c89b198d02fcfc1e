"""Web Annotation: valid by the Recommendation, understood without the network, nothing lost."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawn import readings
from handmade import Row, document_of, reading_of, wire
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pyld import jsonld

from quoth.documents import open_document
from quoth.errors import QuothError
from quoth.export.characters import encodable
from quoth.export.web_annotation import AROUND, CONTEXT, STANDARD, write
from quoth.ledger.corrections import statement_at
from quoth.ledger.records import Confirm, Correction
from quoth.records import Found, Metadata, Reading

OA, RDF = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ACTIVITY, DC = "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/terms/"


def link(iri: str) -> dict[str, str]:
    return {"@type": "@id", "@id": iri}


TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "AnnotationCollection": f"{ACTIVITY}OrderedCollection",
    "AnnotationPage": f"{ACTIVITY}OrderedCollectionPage",
    "Dataset": "http://purl.org/dc/dcmitype/Dataset",
    "FragmentSelector": f"{OA}FragmentSelector",
    "Software": f"{ACTIVITY}Application",
    "SpecificResource": f"{OA}SpecificResource",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextualBody": f"{OA}TextualBody",
    "TimeState": f"{OA}TimeState",
    "describing": f"{OA}describing",
    "identifying": f"{OA}identifying",
    "body": link(f"{OA}hasBody"),
    "cached": link(f"{OA}cachedSource"),
    "conformsTo": link(f"{DC}conformsTo"),
    "creator": link(f"{DC}creator"),
    "first": link(f"{ACTIVITY}first"),
    "items": {"@type": "@id", "@id": f"{ACTIVITY}items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "selector": link(f"{OA}hasSelector"),
    "source": link(f"{OA}hasSource"),
    "state": link(f"{OA}hasState"),
    "target": link(f"{OA}hasTarget"),
    "end": f"{OA}end",
    "exact": f"{OA}exact",
    "format": "http://purl.org/dc/elements/1.1/format",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "prefix": f"{OA}prefix",
    "start": f"{OA}start",
    "startIndex": f"{ACTIVITY}startIndex",
    "suffix": f"{OA}suffix",
    "total": f"{ACTIVITY}totalItems",
    "value": f"{RDF}value",
}
"""Terms of the Recommendation (Web Annotation Vocabulary, its JSON-LD context): those we use."""

IRI = {"type": "string", "pattern": r"^(https?://|urn:uuid:|ni:///sha-256;)\S+$"}
COUNT = {"type": "integer", "minimum": 0}


def record(kind: Any, **keys: Any) -> dict[str, Any]:
    """An object of this type that has all of `keys`; further ones are ours."""
    ours = {"^quoth:": True}
    properties = {"type": kind if isinstance(kind, dict) else {"const": kind}, **keys}
    return {
        "type": "object",
        "properties": {name.rstrip("_"): value for name, value in properties.items()},
        "required": [name for name in properties if not name.endswith("_")],
        "patternProperties": ours,
        "additionalProperties": False,
    }


def some(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


STRING = {"type": "string"}
RESOURCE = record(
    "SpecificResource",
    source=IRI,
    selector=some(
        {
            "oneOf": [
                record("TextPositionSelector", start=COUNT, end=COUNT),
                record("TextQuoteSelector", exact=STRING, prefix=STRING, suffix=STRING),
                record("FragmentSelector", conformsTo=IRI, value={"pattern": "^:~:text="}),
            ]
        }
    ),
    state_=record("TimeState", cached=IRI),
)
BODY = {
    "oneOf": [
        record("TextualBody", purpose=STRING, format=STRING, value=STRING),
        record({"type": "array", "contains": {"const": "Dataset"}}, id=IRI),
    ]
}
SCHEMA = record(
    "AnnotationCollection",
    **{"@context": {"type": "array", "contains": {"const": STANDARD}}},
    id=IRI,
    label=STRING,
    total=COUNT,
    first_=record(
        "AnnotationPage",
        id=IRI,
        startIndex={"const": 0},
        items=some(
            record(
                "Annotation",
                id=IRI,
                motivation={"enum": ["identifying", "describing"]},
                creator=record("Software", name=STRING),
                body=some(BODY),
                target={"oneOf": [IRI, some(RESOURCE)]},
            )
        ),
    ),
)
"""What the Recommendation demands of what we write, in JSON Schema."""


def written(*readings: Reading, log: Iterable[Correction] = ()) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "annotations.jsonld")
        write([(reading, log) for reading in readings], target)
        assert [each.name for each in Path(folder).iterdir()] == [target.name]
        return json.loads(target.read_bytes())


def items(*readings: Reading, log: Iterable[Correction] = ()) -> list[dict[str, Any]]:
    return written(*readings, log=log)["first"]["items"]


def body(annotation: dict[str, Any]) -> dict[str, Any]:
    [found] = [each for each in annotation["body"] if "Dataset" in each["type"]]
    return {name.removeprefix("quoth:"): value for name, value in found.items()}


def pieces(resources: Iterable[dict[str, Any]]) -> list[tuple[int, int]]:
    positions = [each["selector"][0] for each in resources]
    return [(each["start"], each["end"]) for each in positions]


def spans(passage: Any) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in passage.spans] if passage else []


def load(url: str, _: Any) -> dict[str, Any]:
    """Nothing but the standard's own context is ever asked for."""
    assert url == STANDARD
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def on_page() -> Reading:
    document = open_document(
        b"<!DOCTYPE html><p>A ferry captain said the pier was <b>gone</b>.</p>"
    )
    known = replace(document.metadata, address=Found("https://news.example/pier?a=1", "canonical"))
    rows: list[Row] = [("A ferry captain", "said", ("the pier was gone",), "indirect")]
    return reading_of(replace(document, metadata=known), rows)


@settings(max_examples=60)
@given(readings())
def test_what_is_written_is_valid_and_nothing_of_it_is_lost(reading: Reading) -> None:
    whole = written(reading, wire())
    errors = Draft202012Validator(SCHEMA).iter_errors(whole)
    assert [error.message for error in errors] == []
    found = whole["first"]["items"][: 1 + len(reading.sources) + len(reading.statements)]
    assert len({each["id"] for each in whole["first"]["items"]}) == whole["total"]

    text = encodable(reading.document.text)
    for each in found[1:]:
        for position, quotation in (target["selector"][:2] for target in each["target"]):
            start, end = position["start"], position["end"]
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert quotation["exact"] == text[start:end]
            assert around == text[max(start - AROUND, 0) : end + AROUND]
    keys = {body(each)["id"]: body(each).get("key") for each in found}
    by_key = {body(each).get("key"): each for each in found}
    for source in reading.sources:
        each = by_key[source.id]
        assert pieces(each["target"]) == [p for m in source.mentions for p in spans(m)]
        assert body(each)["kind"] == source.kind
    for one in reading.statements:
        told = body(by_key[one.id])
        assert pieces(by_key[one.id]["target"]) == spans(one.content)
        assert pieces(told.get("source", ())) == spans(one.source)
        assert pieces(told.get("cue", ())) == spans(one.cue)
        assert (told["form"], told["confidence"]) == (one.form, round(one.confidence, 4))
        assert (one.cued and one.cued.act) == told.get("act")
        assert one.within == (keys[told["within"]] if "within" in told else None)
        assert one.source_id == (keys[told["said_by"]] if "said_by" in told else None)


@settings(max_examples=15)
@given(readings())
def test_a_json_ld_processor_understands_every_key_without_the_network(reading: Reading) -> None:
    whole = written(reading)
    [expanded] = jsonld.expand(whole, {"documentLoader": load})
    back = jsonld.compact(expanded, whole["@context"], {"documentLoader": load})

    def plain(value: Any) -> Any:
        """As JSON-LD sees it: one value is as good as a list of one."""
        if isinstance(value, dict):
            return {name: plain(each) for name, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value] if len(value) != 1 else plain(value[0])
        return value

    assert plain(back) == plain(whole)


def test_terms_are_as_the_recommendation_means_them() -> None:
    [expanded] = jsonld.expand(written(on_page()), {"documentLoader": load})
    [page] = expanded[f"{ACTIVITY}first"]
    statement = page[f"{ACTIVITY}items"][0]["@list"][-1]
    [target] = statement[f"{OA}hasTarget"]

    assert statement["@type"] == [f"{OA}Annotation"]
    assert statement[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
    assert target[f"{OA}hasSource"] == [{"@id": "https://news.example/pier?a=1"}]
    assert [each["@type"] for each in target[f"{OA}hasSelector"]] == [
        [f"{OA}TextPositionSelector"],
        [f"{OA}TextQuoteSelector"],
        [f"{OA}FragmentSelector"],
    ]


def test_a_page_is_named_by_its_address_and_its_text_by_hash() -> None:
    document, statement = items(on_page())
    [target] = statement["target"]

    assert document["target"] == target["source"] == "https://news.example/pier?a=1"
    assert target["state"] == {"type": "TimeState", "cached": body(document)["text"]}
    assert body(document)["text"].startswith("ni:///sha-256;")
    assert target["selector"][2]["value"].startswith(":~:text=the%20pier%20was%20gone")
    assert statement["body"][0]["value"] == "A ferry captain · said · indirect"


@pytest.mark.parametrize("address", [None, "pier.html", "javascript:alert(1)", "http://a b"])
def test_what_has_no_address_is_named_by_the_hash_of_its_text(address: str | None) -> None:
    known = Metadata(address=Found(address, "canonical")) if address else Metadata()
    reading = wire()
    reading = replace(reading, document=replace(reading.document, metadata=known))

    document, *_ = items(reading)

    assert document["target"] == body(document)["text"]


def test_positions_count_code_points() -> None:
    rows: list[Row] = [("𝔘", "said", ("no 🛶",), "indirect")]
    [_, statement] = items(reading_of(document_of("🛶\r\n𝔘 said no 🛶."), rows))

    assert pieces(statement["target"]) == [(10, 14)]


def test_a_confirmation_goes_out() -> None:
    log = [Correction("0" * 32, 1, Confirm(statement_at(wire().statements[0])), "ann", "")]
    verdicts = {body(each).get("key"): body(each).get("verdict") for each in items(wire(), log=log)}

    assert (verdicts["s1"], verdicts["s2"]) == ("confirmed", None)


def test_the_same_reading_gives_the_same_file() -> None:
    assert written(wire()) == written(wire())
    assert written(wire(), on_page())["total"] == len(items(wire())) + len(items(on_page()))


def test_no_documents_are_a_collection_of_nothing() -> None:
    whole = written()

    assert whole["total"] == 0
    assert "first" not in whole
    assert whole["@context"] == [STANDARD, CONTEXT]


def test_a_file_stays_as_it_was_when_an_export_fails(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[Reading, Iterable[Correction]]]:
        yield wire(), ()
        raise QuothError("the ledger is damaged")

    target = tmp_path / "annotations.jsonld"
    target.write_text("old")
    with pytest.raises(QuothError, match="damaged"):
        write(failing(), target)

    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_told_in_one_line(tmp_path: Path) -> None:
    target = tmp_path / "none" / "annotations.jsonld"

    with pytest.raises(QuothError) as failure:
        write([], target)

    assert str(failure.value) == f"{target}: cannot write: No such file or directory"
