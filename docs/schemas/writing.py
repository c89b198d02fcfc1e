"""The files that are made from the schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from docs.schemas.building import schemas
from docs.schemas.words import Schema

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "formats.md"
BEGIN, END = "<!-- made by python -m docs.schemas -->", "<!-- end -->"
NAMES = {"json": "JSON", "jsonl": "JSON Lines", "csv": "CSV", "parquet": "Parquet"}


def wanted() -> dict[Path, str]:
    """What each file has to hold."""
    made = schemas()
    folder = ROOT / "quoth" / "export" / "schemas"
    texts = {
        folder / f"{form}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for form, schema in made.items()
    }
    page = PAGE.read_text("utf-8")
    between = re.compile(f"(?<={BEGIN}\n).*?(?={END})", re.S)
    texts[PAGE] = between.sub(lambda _: "\n".join(_section(made)) + "\n", page)
    return texts


def _section(made: dict[str, Schema]) -> Iterator[str]:
    lines = made["jsonl"]["$defs"]
    for form, schema in made.items():
        version = schema["$id"].rpartition(":")[2]
        yield f"\n### {NAMES[form]} (`--format {form}`), version {version}\n"
        yield schema["description"]
        if form == "jsonl":
            for kind in ("ledger", "document", "failure", "end"):
                yield f"\nA line of the type `{kind}`: {_small(lines[kind]['description'])}\n"
                yield from _keys(lines[kind])
            yield f"\nA line of the type `statement`: {_small(lines['statement']['description'])}"
            yield "It has the keys of a statement in JSON, and `document`, the document's name."
            yield f"\nA line of the type `rows`: {_small(lines['rows']['description'])}"
            yield "Tables and columns are those of the files of Parquet.\n"
            yield from _keys(lines["rows_of_documents"])
        elif form == "parquet":
            yield from _files(schema)
        else:
            yield ""
            yield from _keys(schema)
            for name in ("statement", "source", "words", "place", "figure", "date"):
                if name in schema.get("$defs", {}):
                    part = schema["$defs"][name]
                    yield f"\n`{name}`: {_small(part['description'])}\n"
                    yield from _keys(part)


def _keys(schema: Schema) -> Iterator[str]:
    yield "| key | type | |\n|---|---|---|"
    for name, each in schema["properties"].items():
        yield f"| `{name}` | {_type(each)} | {_cell(each.get('description', ''))} |"


def _files(schema: Schema) -> Iterator[str]:
    yield "\n| file | a row | columns |\n|---|---|---|"
    for name, each in schema["properties"].items():
        columns = ", ".join(each["items"]["properties"])
        yield f"| `{name}.parquet` | {_cell(each['description'])} | {columns} |"


def _type(schema: Schema) -> str:
    """The type of a value, in a word or two."""
    if "const" in schema:
        told = json.dumps(schema["const"]) if isinstance(schema["const"], str) else "array"
        return f"`{told}`" if told != "array" else told
    if "enum" in schema:
        return ", ".join("null" if each is None else f"`{each}`" for each in schema["enum"])
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return " or ".join(map(_type, schema["anyOf"]))
    kind = schema["type"]
    if "items" in schema and isinstance(schema["items"], dict):
        return f"array of {_type(schema['items'])}" + (" or null" if "null" in kind else "")
    return kind if isinstance(kind, str) else " or ".join(kind)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
