"""The ledger's methods by which people correct readings: one for each thing that can be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property

from quoth.errors import QuothError
from quoth.ledger.correcting import Corrections, split_name
from quoth.ledger.corrections import Corrected
from quoth.ledger.finding import Question
from quoth.ledger.held import Held
from quoth.ledger.identifying import Decision
from quoth.ledger.leaves import Leaf, Turn
from quoth.ledger.naming import document_number
from quoth.ledger.pointing import Pointed
from quoth.ledger.records import Correction, Logged, Part
from quoth.ledger.reviewing import EVERYTHING, LEAST_SURE, Item, is_unjudged, to_review
from quoth.ledger.sitting import Sitting
from quoth.ledger.state import Heard, Moved, State, heard, state_of
from quoth.ledger.store import Store
from quoth.ledger.undoing import undo
from quoth.records import Form, Kind


class Said:
    """A ledger as far as people correct it.

    Statements and sources are named as they are shown: `17:s12`, `17:p3`. Words are given as they
    stand in the text, or by offsets. `who` says so, and `why`. What does not fit raises `Unfitting`
    or `Unclear`, what is not there `NotFound`; then nothing is kept.
    """

    store: Store

    def confirm(self, statement: str, *, who: str, why: str = "") -> Correction:
        """The statement is right as it is: source, cue, content, and who answers for it."""
        document, key = self._named(statement)
        with self.sitting(document, who, why) as sitting:
            sitting.confirm(key)
        return sitting.said[-1]

    def reject(self, statement: str, *, who: str, why: str = "") -> Correction:
        """There is no such statement; what is nested in it moves up."""
        document, key = self._named(statement)
        with self.sitting(document, who, why) as sitting:
            sitting.reject(key)
        return sitting.said[-1]

    def edit(
        self, statement: str, part: Part, words: Pointed | None, *, who: str, why: str = ""
    ) -> Correction:
        """A part of the statement stands elsewhere; None takes source or cue away."""
        document, key = self._named(statement)
        with self.sitting(document, who, why) as sitting:
            sitting.edit(key, part, words)
        return sitting.said[-1]

    def set_source(
        self,
        statement: str,
        source: str | None,
        *,
        kind: Kind | None = None,
        who: str,
        why: str = "",
    ) -> Correction:
        """Somebody else answers for the statement: a key, a name, words; None for nobody."""
        document, key = self._named(statement)
        with self.sitting(document, who, why) as sitting:
            sitting.set_source(key, source, kind)
        return sitting.said[-1]

    def merge_sources(self, sources: Sequence[str], *, who: str, why: str = "") -> Correction:
        """Sources of one document are one; the first gives its name."""
        named = [self._named(each) for each in sources]
        documents = {document for document, _ in named}
        if len(documents) != 1:
            raise QuothError("name sources of one document")
        with self.sitting(documents.pop(), who, why) as sitting:
            sitting.merge_sources([key for _, key in named])
        return sitting.said[-1]

    def split_source(
        self,
        source: str,
        mentions: Iterable[Pointed],
        *,
        kind: Kind | None = None,
        who: str,
        why: str = "",
    ) -> Correction:
        """Some mentions of a source mean somebody else, who is of that kind."""
        document, key = self._named(source)
        with self.sitting(document, who, why) as sitting:
            sitting.split_source(key, mentions, kind)
        return sitting.said[-1]

    def add_statement(
        self,
        document: int,
        content: Pointed,
        *,
        source: Pointed | None = None,
        cue: Pointed | None = None,
        form: Form | None = None,
        who: str,
        why: str = "",
    ) -> Correction:
        """There is a statement that the reading lacks."""
        with self.sitting(document, who, why) as sitting:
            sitting.add_statement(content, source, cue, form)
        return sitting.said[-1]

    def sitting(self, document: int, who: str, why: str = "") -> AbstractContextManager[Sitting]:
        """Several things said of a document, kept together or not at all."""
        return self._corrections.sitting(document, who, why)

    def corrected(self, document: int) -> Corrected:
        """What people see of a document, and what they did with it. Raises `NotFound`."""
        with self.store.snapshot():
            return self._corrections.corrected(document)

    def said(self, called: str) -> Logged:
        """The correction whose id is, or begins so. Raises `NotFound`."""
        return self._corrections.line(called)

    def state(self, document: int) -> State:
        """How far the log of a document has come. Raises `NotFound`."""
        return state_of(self.store, document)

    def moved(self, document: int, since: State) -> Moved:
        """What became of a document since then. Raises `NotFound`."""
        with self.store.snapshot():
            return self._corrections.moved(document, since)

    def heard(self) -> Heard:
        """How far the log of the whole ledger has come."""
        return heard(self.store)

    def news(self, since: Heard) -> Iterator[Logged]:
        """What was said since then of any document, or taken back."""
        return self._corrections.news(since)

    def share(self, held: Held) -> None:
        """Remember readings of documents together with other connections to the same file."""
        self._corrections = Corrections(self.store, held)

    def to_review(
        self,
        least_sure: int = LEAST_SURE,
        drawn: int | None = None,
        seed: int = 0,
        document: int | None = None,
        question: Question = EVERYTHING,
    ) -> list[Item]:
        """Statements that nobody judged yet, of a document or that meet a question.

        The `least_sure`, the least sure first; or, of so many `drawn` at random by `seed`, those
        that are left, in the order in which they were drawn.
        """
        with self.store.snapshot():
            return to_review(self.store, least_sure, drawn, seed, document, question)

    def unjudged(self, items: Sequence[Item]) -> list[bool]:
        """Of each statement, whether it stands and nobody judged it; passages are left open."""
        return [each.key is None or is_unjudged(self.store, each) for each in items]

    def undo(self, called: str | None = None, *, who: str, why: str = "") -> Logged | Decision:
        """Take back what was said of a reading or of identities, by the beginning of its id.

        Without an id that is what was said last. Of a decision no reason is kept: `why` is empty.
        """
        return undo(self.store, self._corrections, called, who, why)

    def corrections(self, document: int | None = None) -> Iterator[Logged]:
        """What people said of a document, or of all, in order; what was undone too."""
        return self._corrections.lines(document)

    def log(
        self,
        turn: Turn,
        limit: int,
        document: int | None = None,
        conflicting: bool = False,
    ) -> Leaf[tuple[int, Logged]]:
        """A page of what people said, with the numbers of its lines, the last first."""
        return self._corrections.leaf(turn, limit, document, conflicting)

    def last_of(self, who: str) -> Logged | None:
        """What somebody said last that counts; None where there is nothing."""
        return self._corrections.last_of(who)

    def conflicts(self) -> Iterator[Logged]:
        """Corrections that do not fit the readings as they are now, with the reason."""
        return self._corrections.conflicts()

    def _named(self, called: str) -> tuple[int, str]:
        document, key = split_name(called)
        return document_number(self.store, document), key

    @cached_property
    def _corrections(self) -> Corrections:
        return Corrections(self.store)
