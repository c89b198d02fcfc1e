"""The page of a report: its sections, each made from one comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from jinja2 import Environment

import quoth
from quoth.compare import (
    Event,
    compare_claims,
    compare_coverage,
    compare_figures,
    compare_origins,
    compare_quotations,
)
from quoth.export.characters import encodable
from quoth.export.origins_picture import origins_picture
from quoth.export.report import claims, coverage, documents, figures, glance, origins, quotations
from quoth.export.report.glance import Number
from quoth.export.report.places import Places
from quoth.export.templating import asset, environment


def report(event: Event) -> str:
    """All that is found in the documents of `event`, as one HTML page.

    It holds the documents' text too, fetches nothing and needs no script. What documents say is
    escaped: none of it can be markup. Documents are numbered by their dates.
    """
    event = replace(event, told=tuple(sorted(event.told, key=lambda each: each.published or "~")))
    utterances = compare_quotations(event.told)
    carried = compare_coverage(event.told, utterances)
    outlets = {each.key: outlet.name for outlet in carried.outlets for each in outlet.told}
    places = Places(event.told, outlets)
    leaning = compare_origins(event.told)
    given: dict[str, Any] = {
        "event": event,
        "version": quoth.__version__,
        "style": asset("looks.css") + asset("report.css"),
        "quotations": quotations.section(event.told, utterances, places),
        "figures": figures.section(compare_figures(event.told), places),
        "claims": claims.section(compare_claims(event.told), places),
        "origins": origins.section(leaning, origins_picture(event, leaning), places),
        "coverage": coverage.section(event, carried, places),
    }
    given["glance"] = glance.glance(event, carried, _found(given), places)
    # Last, for only now all is known that is to be marked in them.
    given["documents"] = documents.documents(event, places)
    return encodable(_templates().get_template("page.html").render(given))


def _found(given: dict[str, Any]) -> Iterator[Number]:
    bent = sum(one.grave for one in given["quotations"])
    yield Number(bent, f"of {len(given['quotations'])} utterances changed in sense", "quotations")
    conflicts = sum(len(thing.conflicts) for thing in given["figures"].things)
    differ = conflicts + sum(thing.number for thing in given["figures"].things)
    yield Number(conflicts, f"of {differ} differences of figures unexplained", "figures")
    denied = given["claims"].denials
    yield Number(denied, "denials of a claim" if denied != 1 else "denial of a claim", "claims")
    behind = [len(one.links) for one in given["origins"].behind]
    yield Number(max(behind, default=0), "documents lean on one source", "origins")


@cache
def _templates() -> Environment:
    return environment("quoth.export.report")
