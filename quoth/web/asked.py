"""What a reader asks a page for: the values in its address, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quoth.errors import QuothError
from quoth.ledger.census import Census
from quoth.web.accounts import Accounts
from quoth.web.backroom import Backroom
from quoth.web.settings import Settings

LONGEST = 1000
"""Characters of one value."""
MOST = 500
"""Items on one page."""


class BadRequest(QuothError):
    """A value in the address cannot be used; the message says which and what to give."""


@dataclass(frozen=True)
class Asked:
    """What is asked for: values of the path by name, and of the query."""

    path: Mapping[str, str | int] = field(default_factory=dict)
    query: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settings: Settings = field(default_factory=lambda: Settings(""))
    backroom: Backroom = field(default_factory=lambda: Backroom(""))
    accounts: Accounts | None = None
    """What goes through documents for what stands on nobody's word."""
    patient: bool = True
    """Is what will be there in a moment waited for? Then `Soon` is raised; once."""

    def text(self, name: str, default: str = "") -> str:
        """One value of the query. Raises `BadRequest` where it is too long."""
        value = self.query.get(name, ("",))[-1].strip() or default
        if len(value) > LONGEST:
            raise BadRequest(f"{name}: longer than {LONGEST} characters; shorten it")
        return value

    def several(self, name: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """All values of the query by this name. Raises `BadRequest` for what is none of `among`."""
        values = tuple(value for value in self.query.get(name, ()) if value)
        for value in values:
            if value not in among:
                raise BadRequest(f"{name}: must be one of {', '.join(among)}")
        return values

    def number(self, name: str, default: int, least: int = 1, most: int = 10**9) -> int:
        """A whole number of the query. Raises `BadRequest`."""
        value = self.text(name)
        if not value:
            return default
        # Of up to `LONGEST` digits, zeros in front included.
        if not (value.isascii() and value.isdecimal()) or not least <= int(value) <= most:
            raise BadRequest(f"{name}: must be a whole number from {least} to {most}")
        return int(value)

    def census(self) -> Census:
        """The ledger as it was counted. Raises as `Backroom.census` does."""
        return self.backroom.census(self.patient)

    def census_or_none(self) -> Census | None:
        """The same; None while it is counted for the first time."""
        return self.backroom.census_or_none(self.patient)

    def limit(self, default: int) -> int:
        """How many items are asked for."""
        return self.number("limit", default, most=MOST)
