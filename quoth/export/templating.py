"""Templates of pages. Autoescape is on: no word of a document is markup by being forgotten."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

ASSETS = "quoth.export"
"""The package whose folder `static` holds what pages look like and do."""


def environment(*packages: str) -> Environment:
    """Templates of these packages; of two by one name that of the first counts."""
    return Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def asset(name: str) -> Markup:
    """A style sheet or script of ours, to stand in a page."""
    return Markup((files(ASSETS) / "static" / name).read_text("utf-8"))
