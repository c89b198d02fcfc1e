"""The JSON Schemas (draft 2020-12) of what `quoth export` writes, made by `docs.schemas`."""

from __future__ import annotations

from importlib.resources import files

FORMATS = ("json", "jsonl", "csv", "parquet")


def schema_text(form: str) -> str:
    """The schema of a format, one of `FORMATS`, as JSON."""
    return files("quoth.export.schemas").joinpath(f"{form}.json").read_text("utf-8")
