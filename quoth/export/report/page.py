"""The page of a report: its sections, each made from one comparison."""

from __future__ import annotations

from typing import Any

import quoth
from quoth.compare import Event
from quoth.export.characters import in_markup
from quoth.export.report import documents, glance
from quoth.export.report.findings import Findings, section, told
from quoth.export.report.rendering import rendered
from quoth.export.templating import asset

NUMBERS = ("quotations", "figures", "claims", "origins")
"""Sections that are told at a glance."""


def report(event: Event) -> str:
    """All that is found in the documents of `event`, as one HTML page.

    It holds the documents' text too, fetches nothing and needs no script. What documents say is
    escaped: none of it can be markup. Documents are numbered by their dates.
    """
    found = Findings(event)
    given: dict[str, Any] = {
        "event": found.event,
        "version": quoth.__version__,
        "style": asset("looks.css") + asset("compared.css") + asset("report.css"),
        **{name: section(found, name) for name in (*NUMBERS, "coverage")},
    }
    numbers = [told(name, given[name]) for name in NUMBERS]
    given["glance"] = glance.glance(found.event, found.carried, numbers, found.places)
    # Last, for only now all is known that is to be marked in them.
    given["documents"] = documents.documents(found.event, found.places)
    return in_markup(rendered("page.html", given))
