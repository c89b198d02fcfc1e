"""`open_ledger`, and the ledger as a Python object: one thin method for each command."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from quoth.documents import Options
from quoth.documents.options import DEFAULTS
from quoth.ledger import identifying, linking, named, quotations
from quoth.ledger.adding import Kept, Reads, add, keep
from quoth.ledger.beside import Beside, beside
from quoth.ledger.checking import Step, check
from quoth.ledger.comparing import History, history
from quoth.ledger.copying import copy
from quoth.ledger.errors import LedgerError
from quoth.ledger.exchange import Exchanged
from quoth.ledger.finding import Count, Found, Hit, Question, count, each_hit, find
from quoth.ledger.grouped import Grouped
from quoth.ledger.identifying import Decision, Known, Page
from quoth.ledger.identities import read_names
from quoth.ledger.info import Info, info
from quoth.ledger.inputs import Input, files_of
from quoth.ledger.leaves import FIRST, Turn
from quoth.ledger.listed import Listed
from quoth.ledger.loading import keeps_original, load_document, load_original, load_reading
from quoth.ledger.migrating import migrate, newest, version
from quoth.ledger.removing import remove
from quoth.ledger.rereading import outdated, reread
from quoth.ledger.said import Said
from quoth.ledger.sampling import Design, Evaluation, drawing, kept, reviewed
from quoth.ledger.sampling.records import By
from quoth.ledger.sampling.reviewed import Reviewed
from quoth.ledger.showing import Shown, show
from quoth.ledger.store import PATIENCE, Store
from quoth.records import Document, Kind, Reading

MISSING = "no such ledger; check the path, or make one by `quoth add`"


def open_ledger(
    path: str | os.PathLike[str],
    create: bool = True,
    read_only: bool = False,
    patience: float = PATIENCE,
) -> Ledger:
    """The ledger at `path`; an empty one is made where there is none, unless not to `create`.

    `patience` are the seconds that it waits for another program's lock.

    One of an older schema is copied and brought up to date. Raises `LedgerError`.
    """
    if not (create and not read_only) and not Path(path).exists():
        raise LedgerError(os.fspath(path), MISSING)
    store = Store(path, write=not read_only, patience=patience)
    try:
        if read_only and 0 < version(store) < newest():
            _bring_up(path)
        migrate(store)
    except BaseException:
        store.close()
        raise
    return Ledger(store)


def _bring_up(path: str | os.PathLike[str]) -> None:
    """Migrate a ledger that is to be read, where it can be written; who opens it says if not."""
    with suppress(LedgerError), Store(path, write=True) as store:
        migrate(store)


class Ledger(Said, Grouped, Listed, Exchanged):
    """Many readings in one SQLite file; a context manager that must be closed."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def document(self, number: int) -> Document:
        """Document `number`, as it was read. Raises `NotFound`."""
        return load_document(self.store, number)

    def original(self, number: int) -> bytes | None:
        """The bytes of document `number`; None where they were not kept."""
        return load_original(self.store, number)

    def keeps_original(self, number: int) -> bool:
        """Are the bytes of document `number` there?"""
        return keeps_original(self.store, number)

    def reading(self, number: int) -> Reading:
        """What counts as the reading of document `number`. Raises `NotFound`."""
        return load_reading(self.store, number)

    def add(
        self,
        inputs: Iterable[str | os.PathLike[str] | Input],
        reader: Reads,
        options: Options = DEFAULTS,
        *,
        any_language: bool = False,
        keep_originals: bool = True,
        again: bool = False,
        event: str | None = None,
    ) -> Iterator[Kept]:
        """Keep what is in files, folders and archives, and say what became of each document.

        Nothing happens until the result is iterated over. `again` also opens files whose bytes
        were added before, as it takes to try anew what failed. All are put into the `event` of
        that name, those that are known too.
        """
        given = (
            [each]
            if isinstance(each, Input)
            else map(Input, files_of(self.store, [os.fspath(each)], options))
            for each in inputs
        )
        return add(
            self.store,
            reader,
            (each for some in given for each in some),
            options,
            any_language=any_language,
            keep_originals=keep_originals,
            again=again,
            event=event,
        )

    def keep(self, reading: Reading) -> int:
        """Keep a reading that was made elsewhere; the number of its document."""
        return keep(self.store, reading)

    def outdated(self, model: str) -> list[int]:
        """Numbers of the documents whose reading another model made."""
        return outdated(self.store, model)

    def reread(self, reader: Reads, numbers: Iterable[int] | None = None) -> Iterator[Kept]:
        """Read documents anew: those given, else all that another model has read."""
        return reread(
            self.store, reader, self.outdated(reader.model) if numbers is None else numbers
        )

    def remove(self, numbers: Sequence[int], who: str, why: str) -> bool:
        """Take documents out for good; False where a reader still holds the log that has them."""
        return remove(self.store, numbers, who, why)

    def info(self) -> Info:
        """What the ledger holds, in numbers."""
        return info(self.store)

    def check(self, step: Step = lambda *_: None) -> Iterator[str]:
        """A line for each thing that is wrong; `step` is told how far it is."""
        return check(self.store, step)

    def backup(self, target: str | os.PathLike[str]) -> Path:
        """The ledger as it is now, in another file, whole and checked; others may write on."""
        return copy(self.store, target)

    def find(
        self, question: Question, limit: int = 20, best: bool = False, turn: Turn = FIRST
    ) -> Found:
        """A page of statements that meet `question`, newest or `best` first, and a count of all.

        Of the best `turn.before` is how many are passed over. Raises `BadQuestion`.
        """
        return find(self.store, question, limit, best, turn)

    def hits(
        self, question: Question, limit: int | None = None, best: bool = False
    ) -> Iterator[Hit]:
        """The statements that meet `question`, one by one; all where there is no `limit`."""
        return each_hit(self.store, question, limit, best)

    def count(self, question: Question) -> Count:
        """How many statements meet `question`, up to a bound that the result tells."""
        return count(self.store, question)

    def sample(
        self,
        statements: int = 200,
        passages: int = 60,
        *,
        seed: int,
        by: tuple[By, ...] = ("form",),
        length: int = drawing.LENGTH,
    ) -> int:
        """The number of a new random sample, to be reviewed and then evaluated.

        Statements are drawn within strata `by`; a passage has as many blocks as make up `length`
        characters. The same seed draws the same of the same ledger.
        """
        return drawing.sample(self.store, statements, passages, seed, by, length)

    def samples(self) -> list[tuple[int, str]]:
        """Numbers of all samples, the last first, and when they were drawn."""
        return kept.sample_numbers(self.store)

    def design(self, sample: int) -> Design:
        """How a sample was drawn. Raises `NotFound`."""
        return kept.load_design(self.store, sample)

    def reviewed(self, sample: int | None = None) -> list[Reviewed]:
        """All that a sample (the last) holds in the order of review, and what is said of it."""
        return reviewed.reviewed(self.store, sample or reviewed.latest(self.store))

    def mark_done(self, sample: int, number: int, who: str) -> None:
        """A passage of a sample has every statement marked that begins there, as it is now.

        Raises `NotFound`.
        """
        reviewed.mark_done(self.store, sample, number, who)

    def evaluate(self, sample: int | None = None) -> Evaluation:
        """What a sample (the last), as far as it is reviewed, says of the ledger."""
        return reviewed.evaluate(self.store, sample or reviewed.latest(self.store))

    def show(self, called: str) -> Shown:
        """The statement or document called `17:s12`, `17`, or by a name. Raises `NotFound`."""
        return show(self.store, called)

    def beside(self, number: int) -> Beside:
        """What is known of document `number` and its statements besides. Raises `NotFound`."""
        return beside(self.store, number, lambda: self.corrected(number).names)

    def history(self, number: int) -> History:
        """What changed between the versions of document `number`. Raises `NotFound`."""
        return history(self.store, number)

    def uncompared(self) -> list[int]:
        """Numbers of the documents whose quotations are not compared with the others' yet."""
        return quotations.uncompared(self.store)

    def unlinked(self) -> list[int]:
        """Numbers of the documents whose sources nobody has proposed identities for yet."""
        return linking.unlinked(self.store)

    def link(self, numbers: Sequence[int] | None = None) -> Iterator[int]:
        """Propose who the sources of new documents are; each document's number as it is done."""
        return linking.link(self.store, numbers)

    def identities(
        self, words: str = "", limit: int | None = None, kinds: tuple[Kind, ...] = ()
    ) -> list[Known]:
        """Sources across documents that are called by all of `words`, the most quoted first."""
        return identifying.identities(self.store, words, limit, kinds)

    def identities_in(self, number: int) -> dict[str, int]:
        """Who the sources of document `number` are, by their ids; those that are linked alone."""
        return identifying.identities_in(self.store, number)

    def identity(self, number: int, page: int = 1) -> Page:
        """One of them: its sources, and a page of what it is made to say. Raises `NotFound`."""
        return identifying.page_of(self.store, number, page)

    def take_names(self, file: str | os.PathLike[str]) -> tuple[int, int]:
        """Take a table of names in the place of the last: its lines, and the sources newly named.

        Raises `NamesError`.
        """
        entries = read_names(file)
        return len(entries), named.put_names(self.store, entries, linking.regroup)

    def same(self, one: str, other: str, who: str, why: str = "") -> Decision:
        """Keep that two identities (`5`), or those of two sources (`17:p3`), are one."""
        return identifying.decide(self.store, "same", one, other, who, why)

    def differ(self, one: str, other: str | None, who: str, why: str = "") -> Decision:
        """Keep that two identities differ, or a source from the others of its identity."""
        return identifying.decide(self.store, "differ", one, other, who, why)

    def decisions(self) -> list[Decision]:
        """What was said of identities, in order."""
        return identifying.decisions(self.store)
