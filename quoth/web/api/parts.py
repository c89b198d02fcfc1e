"""Pieces of JSON Schema (draft 2020-12), as OpenAPI 3.1 takes them."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
YES: Schema = {"type": "boolean"}
TIME: Schema = {"type": "string", "format": "date-time"}
SPAN: Schema = {"type": "array", "items": WHOLE, "minItems": 2, "maxItems": 2}
THING: Schema = {"type": "object"}
BYTES: Schema = {"type": "string", "contentMediaType": "application/octet-stream"}


def ref(name: str) -> Schema:
    """The schema of that name."""
    return {"$ref": f"#/components/schemas/{name}"}


def maybe(schema: Schema) -> Schema:
    """That, or null."""
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def among(values: tuple[str, ...]) -> Schema:
    """One of these texts."""
    return {"enum": list(values)}


def many(schema: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": schema}


def told(schema: Schema, description: str) -> Schema:
    """The schema, and what it is about."""
    return {**schema, "description": description}


def record(**fields: Schema) -> Schema:
    """An object that has all of these fields; there may come more."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def given(needed: tuple[str, ...], **fields: Schema) -> Schema:
    """An object that is sent: of its fields these are `needed`."""
    return {**record(**fields), "required": list(needed)}
