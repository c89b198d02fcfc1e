"""The ledger's methods by which quotations are compared over all of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from quoth.ledger import quotations
from quoth.ledger.store import Store

if TYPE_CHECKING:
    from quoth.compare.quotations import Group
    from quoth.ledger.ledger import Ledger


class Quoting:
    """A ledger as far as the same utterance stands in several of its documents.

    What compares is loaded when it is asked for: it stands on the ledger, not below it.
    """

    store: Store

    def uncompared(self) -> list[int]:
        """Numbers of the documents whose quotations are not compared with the others' yet."""
        return quotations.uncompared(self.store)

    def compare_quotations(self, step: Callable[[str, int, int], None] = lambda *_: None) -> int:
        """Compare the quotations of new documents with all others; how many documents were new.

        `step` is told what is done, how much of it, and how much there is. Stopped anywhere, it
        goes on where it was, or begins again without harm. Where many are new it works in processes
        of its own: a script that calls it needs the usual `if __name__ == "__main__"`.
        """
        from quoth.compare.many import compare_ledger

        return compare_ledger(self.store, step)

    def quotations(self) -> Iterator[Group]:
        """Utterances that several documents pass on, the newest first, of what is compared.

        Reprints and versions of one document are versions in it, and make none by themselves.
        """
        from quoth.compare.many import kept_groups

        return kept_groups(cast("Ledger", self))
