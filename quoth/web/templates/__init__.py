"""The templates. Autoescape is on: no word of a document is markup by being forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

import quoth
from quoth.export.characters import in_markup
from quoth.export.templating import environment
from quoth.web.addresses import of_outlet
from quoth.web.telling import coded

STATIC = (("quoth.web", "static"), ("quoth.export", "static"))
"""Folders of style sheets and scripts: the room's own, and those of pages as single files."""


def render(name: str, /, **given: Any) -> str:
    """The page that a template makes of what is given."""
    return in_markup(_environment().get_template(name).render(given))


def pieces(name: str, **given: Any) -> Iterator[str]:
    """The same, piece by piece as it is made."""
    return map(in_markup, _environment().get_template(name).generate(given))


def static(name: str) -> str:
    """The address of a style sheet or script, which changes with what is in it."""
    return f"/static/{name}?{_digest(name)}"


@cache
def _digest(name: str) -> str:
    paths = (files(package) / folder / name for package, folder in STATIC)
    [data] = [path.read_bytes() for path in paths if path.is_file()]
    return sha256(data).hexdigest()[:12]


def _moment(at: object) -> str:
    """A date to the minute, which no end of a line cuts at its hyphens; empty where unknown."""
    told = str(at or "")[:16].replace("T", " ")
    return Markup('<span class="date">{}</span>').format(told) if told else ""


@cache
def _environment() -> Environment:
    templates = environment("quoth.web", "quoth.export.page")
    templates.filters["coded"] = coded
    templates.filters["address"] = lambda text: quote(str(text), safe="")
    templates.filters["outlet"] = of_outlet
    templates.filters["moment"] = _moment
    templates.globals |= {"static": static, "version": quoth.__version__}
    return templates
