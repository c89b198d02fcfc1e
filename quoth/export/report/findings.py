"""All that comparing finds in one event, each part worked out when it is asked for, and once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from quoth.compare import (
    Coverage,
    Event,
    compare_claims,
    compare_coverage,
    compare_figures,
    compare_origins,
    compare_quotations,
)
from quoth.compare.claims.records import Claims
from quoth.compare.coverage import outlets
from quoth.compare.figures import Counted
from quoth.compare.origins.records import Origins
from quoth.compare.quotations import Group
from quoth.export.compared_claims import claims_json
from quoth.export.compared_figures import figures_json
from quoth.export.compared_origins import origins_json
from quoth.export.coverage import coverage_json
from quoth.export.origins_picture import origins_picture
from quoth.export.quotations import quotations_json
from quoth.export.report import claims, coverage, figures, origins, quotations
from quoth.export.report.glance import Number
from quoth.export.report.part import Part
from quoth.export.report.places import Places
from quoth.export.report.rendering import rendered


class Findings:
    """What is found in an event; its documents are numbered by their dates."""

    def __init__(self, event: Event, places: type[Places] = Places) -> None:
        """`places` say where the documents are that lines lead to."""
        told = tuple(sorted(event.told, key=lambda each: each.published or "~"))
        self.event = replace(event, told=told)
        names = {each.key: outlet.name for outlet in outlets(told) for each in outlet.told}
        self.places = places(told, names)

    @cached_property
    def utterances(self) -> tuple[Group, ...]:
        return compare_quotations(self.event.told)

    @cached_property
    def things(self) -> tuple[Counted, ...]:
        return compare_figures(self.event.told)

    @cached_property
    def claims(self) -> Claims:
        return compare_claims(self.event.told)

    @cached_property
    def leaning(self) -> Origins:
        return compare_origins(self.event.told)

    @cached_property
    def carried(self) -> Coverage:
        return compare_coverage(self.event.told, self.utterances)


_SECTIONS: Mapping[str, Callable[[Findings], Any]] = {
    "quotations": lambda f: quotations.section(f.event.told, f.utterances, f.places),
    "figures": lambda f: figures.section(f.things, f.places),
    "coverage": lambda f: coverage.section(f.event, f.carried, f.places),
    "origins": lambda f: origins.section(f.leaning, origins_picture(f.event, f.leaning), f.places),
    "claims": lambda f: claims.section(f.claims, f.places),
}
_DATA: Mapping[str, Callable[[Findings], str]] = {
    "quotations": lambda f: quotations_json(f.event, f.utterances),
    "figures": lambda f: figures_json(f.event, f.things),
    "coverage": lambda f: coverage_json(f.event, f.carried),
    "origins": lambda f: origins_json(f.event, f.leaning),
    "claims": lambda f: claims_json(f.event, f.claims),
}


def section(found: Findings, name: str) -> Any:
    """What the template of a part is filled with."""
    return _SECTIONS[name](found)


def part(found: Findings, name: str) -> Part:
    """One of `PARTS`, by its name."""
    made = section(found, name)
    said = told(name, made)
    html = rendered(f"{name}.html", {name: made})
    return Part(html, _DATA[name](found).strip(), said.number, said.words)


def told(name: str, made: Any) -> Number:
    """The most telling number of a section."""
    match name:
        case "quotations":
            bent = sum(one.grave for one in made)
            return Number(bent, f"of {len(made)} utterances changed in sense", name)
        case "figures":
            conflicts = sum(len(thing.conflicts) for thing in made.things)
            differ = conflicts + sum(thing.number for thing in made.things)
            words = "difference of figures" if differ == 1 else "differences of figures"
            left = f"{conflicts} unexplained" if conflicts else "all explained"
            return Number(differ, f"{words}, {left}" if differ else words, name)
        case "claims":
            words = "denial of a claim" if made.denials == 1 else "denials of a claim"
            return Number(made.denials, words, name)
        case "origins":
            behind = [len(one.links) for one in made.behind]
            return Number(max(behind, default=0), "documents lean on one source", name)
    several = sum(len(line.cells) > 0 for line in made.tables[0].lines)
    return Number(several, "statements that several outlets carry", name)
