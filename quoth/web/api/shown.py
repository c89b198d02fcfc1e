"""The description as people read it: what the page `/api` is filled with."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def shown(api: Json) -> Json:
    """Addresses and schemas of an OpenAPI description, in plain lists."""
    return {
        "about": api["info"]["description"],
        "addresses": [
            _operation(method.upper(), path, operation)
            for path, at in api["paths"].items()
            for method, operation in at.items()
        ],
        "schemas": [
            {
                "name": name,
                "told": schema.get("description", ""),
                "fields": _fields(schema.get("properties", {})),
                "kind": kind(schema),
            }
            for name, schema in api["components"]["schemas"].items()
        ],
    }


def kind(schema: Json) -> str:
    """What a schema admits, in words: `whole number or null`, `list of Hit`."""
    if "$ref" in schema:
        return _last(schema)
    if "enum" in schema:
        return ", ".join("null" if each is None else str(each) for each in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    for several in ("oneOf", "anyOf"):
        if several in schema:
            return " or ".join(map(kind, schema[several]))
    if isinstance(schema.get("items"), dict):
        return f"list of {kind(schema['items'])}"
    kinds = schema.get("type", "anything")
    return " or ".join([kinds] if isinstance(kinds, str) else kinds)


def _operation(method: str, path: str, operation: Json) -> Json:
    answers = operation["responses"]
    return {
        "name": operation["operationId"],
        "method": method,
        "path": path,
        "told": operation["summary"],
        "values": [
            {
                "name": each["name"],
                "told": each.get("description", ""),
                "kind": kind(each["schema"]),
            }
            for each in operation["parameters"]
        ],
        "takes": _bodies(operation.get("requestBody", {})),
        "answers": [
            {"status": status, "told": each["description"], "bodies": _bodies(each)}
            for status, each in sorted(answers.items())
            if "$ref" not in each
        ],
        "refusals": [
            {"status": status, "name": _last(each)}
            for status, each in answers.items()
            if "$ref" in each and status != "default"
        ],
    }


def _bodies(body: Json) -> list[Json]:
    return [
        {"type": type_, "schema": _last(each["schema"])}
        for type_, each in body.get("content", {}).items()
    ]


def _fields(properties: Json) -> list[Json]:
    return [
        {"name": name, "told": each.get("description", ""), "kind": kind(each)}
        for name, each in properties.items()
    ]


def _last(schema: Json) -> str:
    """The name of what is referred to."""
    return str(schema.get("$ref", "")).rpartition("/")[2]
