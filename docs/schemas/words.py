"""How a schema is put together: small functions for what all of them repeat."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def value(kind: str, about: str, **more: Any) -> Schema:
    """A value of one type."""
    return {"type": kind, "description": about, **more}


def maybe(kind: str, about: str, **more: Any) -> Schema:
    """A value of one type, or null where the text has none or it is not worked out."""
    return {"type": [kind, "null"], "description": about, **more}


def choice(values: tuple[str, ...], about: str) -> Schema:
    """One of some words."""
    return {"enum": list(values), "description": about}


def maybe_choice(values: tuple[str, ...], about: str) -> Schema:
    """One of some words, or null."""
    return {"enum": [*values, None], "description": about}


def several(items: Schema, about: str) -> Schema:
    """Any number of values."""
    return {"type": "array", "items": items, "description": about}


def record(about: str, keys: dict[str, Schema], optional: bool = False) -> Schema:
    """An object with these keys, all of which are there unless they are `optional`."""
    fixed = {"additionalProperties": False, "required": [] if optional else list(keys)}
    return {"type": "object", "description": about, "properties": keys, **fixed}


def refer(name: str, about: str) -> Schema:
    """What is defined under a name."""
    return {"$ref": f"#/$defs/{name}", "description": about}


def maybe_refer(name: str, about: str) -> Schema:
    """What is defined under a name, or null."""
    return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}], "description": about}
