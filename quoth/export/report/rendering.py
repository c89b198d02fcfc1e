"""The report's templates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from quoth.export.templating import environment


def rendered(name: str, given: Mapping[str, Any]) -> Markup:
    """What a template makes of what is given; all words in it are escaped."""
    return Markup(_templates().get_template(name).render(given))


@cache
def _templates() -> Environment:
    return environment("quoth.export.report")
