"""House rules: what an editor asks of an article, read from a small TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal

from quoth.errors import QuothError

CODES = {
    "unnamed_share": "AP News Values and Principles: Anonymous sources; "
    "NYT Guidelines on Integrity: Anonymity and Its Devices",
    "unnamed_reason": "AP News Values and Principles: Anonymous sources; "
    "SPJ Code of Ethics: Seek Truth and Report It",
    "figures_share": "BBC Editorial Guidelines: Accuracy; Reuters Handbook of Journalism: Sourcing",
    "least_sources": "BBC Editorial Guidelines: Accuracy; Reuters Handbook of Journalism: Sourcing",
    "accused_answer": "BBC Editorial Guidelines: Fairness, Right of Reply; "
    "SPJ Code of Ethics: Seek Truth and Report It",
}
"""The published codes that each rule follows. None of them sets a number: the numbers are ours."""


class BadRules(QuothError):
    """A file of rules that cannot be used."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is asked; each rule has the key it has in the file. False switches one off."""

    unnamed_share: float | Literal[False] = 0.25
    """Greatest share of the statements whose source has no name."""
    unnamed_reason: bool = True
    """Every unnamed source comes with the reason why it has no name."""
    figures_share: float | Literal[False] = 0.5
    """Greatest share of the figures that stand on nobody's word."""
    least_sources: int | Literal[False] = 2
    """Fewest sources that an article with statements rests on."""
    accused_answer: bool = True
    """Whoever is accused by name is heard, or it is said that they gave no answer."""


_SHARES = frozenset(("unnamed_share", "figures_share"))
_COUNTS = frozenset(("least_sources",))


def read_rules(file: str) -> Rules:
    """The rules in a TOML file; what it does not name keeps its default. Raises `BadRules`."""
    try:
        given = tomllib.loads(Path(file).read_text("utf-8"))
    except OSError as error:
        raise BadRules(f"{file}: cannot read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:  # also numbers longer than Python reads
        raise BadRules(f"{file}: no TOML: {error}") from None
    known = [field.name for field in fields(Rules)]
    for key, value in given.items():
        if key not in known:
            raise BadRules(f"{file}: unknown key {key!r}; known are {', '.join(known)}")
        _check(file, key, value)
    return replace(Rules(), **given)


def _check(file: str, key: str, value: object) -> None:
    """Raises `BadRules` where `value` is not what `key` takes; false switches every rule off."""
    if value is False:
        return
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if key in _SHARES and not (number and 0 <= value <= 1):  # type: ignore[operator]
        raise BadRules(f"{file}: {key} is {value!r}; give a share from 0 to 1, or false")
    if key in _COUNTS and not (number and isinstance(value, int) and value >= 1):
        raise BadRules(f"{file}: {key} is {value!r}; give a whole number from 1, or false")
    if key not in _SHARES | _COUNTS and value is not True:
        raise BadRules(f"{file}: {key} is {value!r}; give true or false")
