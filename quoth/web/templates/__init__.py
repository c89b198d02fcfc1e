"""The templates. Autoescape is on: no word of a document is markup by being forgotten."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

import quoth
from quoth.export.characters import encodable


def render(name: str, **given: Any) -> str:
    """The page that a template makes of what is given."""
    return encodable(_environment().get_template(name).render(given))


def static(name: str) -> str:
    """The address of a style sheet or script, which changes with what is in it."""
    return f"/static/{name}?{_digest(name)}"


@cache
def _digest(name: str) -> str:
    return sha256((files("quoth.web") / "static" / name).read_bytes()).hexdigest()[:12]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("quoth.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["address"] = lambda text: quote(str(text), safe="")
    environment.globals |= {"static": static, "version": quoth.__version__}
    return environment
