"""The ledger's methods that list what is in it, a page at a time where that may be much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quoth.ledger import said_by
from quoth.ledger.arrivals import Arrival, Failure, arrivals, arrivals_of, failures
from quoth.ledger.census import Census
from quoth.ledger.finding import Hit, Piece, Text, each_text, in_context, texts_page
from quoth.ledger.identifying import Known, known
from quoth.ledger.leaves import FIRST, LAST, Leaf, Reach, Turn
from quoth.ledger.naming import statement_number
from quoth.ledger.quotations import Uttered, is_compared, near, uttered
from quoth.ledger.said_by import Habits, InDocument, Joined, Placed
from quoth.ledger.store import Store
from quoth.ledger.voices import Voice, voices
from quoth.records import Kind


class Listed:
    """A ledger as far as it is leafed through."""

    store: Store

    def census(self, gravest: Sequence[str] = ()) -> Census:
        """What takes long to count in a large ledger, counted now, beside this connection.

        `gravest` are the kinds of differences between versions in their order.
        """
        return Census(self.store.beside(), gravest)

    def arrivals_of(self, numbers: Sequence[int]) -> tuple[Arrival, ...]:
        """These documents, the earliest first."""
        return arrivals_of(self.store, numbers)

    def arrivals(
        self, limit: int = 20, turn: Turn = FIRST, outlet: str | None = None
    ) -> Leaf[Arrival]:
        """A page of the documents, of an outlet or of all, those that were added last first."""
        return arrivals(self.store, limit, turn, outlet)

    def failures(self, limit: int = 20, turn: Turn = FIRST) -> Leaf[Failure]:
        """A page of what could not be read, what failed last first."""
        return failures(self.store, limit, turn)

    def in_context(self, hit: Hit) -> tuple[Piece, ...]:
        """What was found as it stands in its document, with words before and after it."""
        return in_context(self.store, hit)

    def known(self, identity: int) -> Known:
        """An identity in short. Raises `NotFound`."""
        return known(self.store, identity)

    def placed(self, identity: int) -> list[Placed] | None:
        """Its sources in the order of time; None of one that has more than `said_by.FEW`."""
        return said_by.placed(self.store, identity)

    def in_documents(self, sources: Sequence[Placed]) -> tuple[InDocument, ...]:
        """What sources of one identity are made to say, each in its document."""
        return said_by.in_documents(self.store, sources)

    def habits(self, sources: Iterable[Placed]) -> Habits:
        """What sources of one identity do with words, and what roles they have."""
        return said_by.habits(self.store, sources)

    def joined(self, identity: int) -> tuple[Joined, ...]:
        """The parts of an identity that were found to be one later, and why."""
        return said_by.joined(self.store, identity)

    def uttered(self, statement: int) -> dict[int, Uttered]:
        """The statement of this number with all that lead to it by pairs, by their numbers."""
        return uttered(self.store, near(self.store, [statement]))

    def statement_number(self, called: str) -> tuple[int, int]:
        """The document of the statement called `17:s12`, and the number of its row, as of now.

        Raises `NotFound`.
        """
        return statement_number(self.store, called)

    def is_compared(self, document: int) -> bool:
        """Are the quotations of a document compared, as it is read now?"""
        return is_compared(self.store, document)

    def texts(
        self,
        words: str,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Text]:
        """Documents whose whole text holds `words`, those that were added last first."""
        reach = Reach(0, LAST, False, -1 if limit is None else limit)
        return each_text(self.store, words, since, until, reach)

    def texts_page(
        self,
        words: str,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
        turn: Turn = FIRST,
    ) -> Leaf[Text]:
        """A page of them. Raises `BadQuestion`."""
        return texts_page(self.store, words, since, until, limit, turn)

    def sources(
        self, words: str = "", kinds: tuple[Kind, ...] = (), limit: int | None = None
    ) -> list[Voice]:
        """Sources whose name holds all of `words`, those that are made to say most first."""
        return voices(self.store, words, kinds, limit)
