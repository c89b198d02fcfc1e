"""Pages of a list whose items have rising numbers: each begins behind a number, so that an address
shows the same whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

LAST = (1 << 63) - 1
"""No number is higher."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page: what comes before a number, or after it; the first where neither is given."""

    before: int | None = None
    after: int | None = None


FIRST = Turn()


@dataclass(frozen=True, slots=True)
class Reach:
    """Numbers from `lowest` to `highest`, in rising order or in falling."""

    lowest: int
    highest: int
    rising: bool
    limit: int

    @property
    def order(self) -> str:
        """As SQL has it."""
        return "ASC" if self.rising else "DESC"


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """A page of a list, the highest number first."""

    items: tuple[Item, ...]
    after: int | None = None
    """What comes after this number is the page before; None where there is none."""
    before: int | None = None
    """What comes before it is the next page; None where this is the last."""


def leaf(
    turn: Turn,
    limit: int,
    ask: Callable[[Reach], Sequence[Item]],
    number: Callable[[Item], int],
) -> Leaf[Item]:
    """The page; `ask` gives the items in a reach, in its order, each of which has a `number`."""
    if turn.after is not None:
        found = ask(Reach(min(turn.after, LAST - 1) + 1, LAST, True, limit + 1))
        if len(found) > limit:
            items = tuple(reversed(found[:limit]))
            return Leaf(items, number(items[0]), number(items[-1]))
        turn = FIRST  # what is left would not fill a page
    highest = LAST if turn.before is None else turn.before - 1
    found = ask(Reach(0, highest, False, limit + 1))
    items = tuple(found[:limit])
    newer = number(items[0]) if items else highest
    return Leaf(
        items,
        None if turn.before is None else newer,
        number(items[-1]) if len(found) > limit else None,
    )
