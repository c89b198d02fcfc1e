"""The commands that write to a ledger, each small and with all that it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import quoth.documents.opening
from benchmarks.faults.trials import Command
from benchmarks.standin import StandIn, told
from quoth.compare.many import compare_ledger
from quoth.documents import from_text
from quoth.documents.worker import items
from quoth.errors import QuothError
from quoth.ledger import migrating, open_ledger
from quoth.ledger.keeping import put_document, put_reading

LEDGER = "news.db"


@contextmanager
def _in_this_process() -> Iterator[None]:
    """A process to parse in, which each trial would start anew, takes longer than all the rest."""
    with patch.object(quoth.documents.opening, "parsed", items):
        yield


def _inputs() -> None:
    """Files of three documents, and one that is none."""
    for number in (1, 2, 3):
        Path(f"{number}.txt").write_text(told(number), encoding="utf-8")
    Path("empty.txt").write_bytes(b"")


def _added() -> None:
    _inputs()
    _add()


def _nothing() -> None:
    pass


def _create() -> None:
    open_ledger(LEDGER).close()


def _begin() -> None:
    _create()
    _inputs()


def _add() -> None:
    with _in_this_process(), open_ledger(LEDGER) as ledger:
        for _ in ledger.add(["1.txt", "2.txt", "3.txt", "empty.txt"], StandIn()):
            pass


def _change() -> None:
    _added()
    Path("1.txt").write_text(told(9), encoding="utf-8")
    Path("empty.txt").write_text(told(8), encoding="utf-8")


def _reread() -> None:
    with open_ledger(LEDGER) as ledger:
        for _ in ledger.reread(StandIn("standin 2")):
            pass


def _remove() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.remove([1, 3], "Edda", "asked for")


def _correct() -> None:
    with open_ledger(LEDGER) as ledger, ledger.sitting(1, "Edda", "as it is said") as sitting:
        sitting.edit("s1", "content", "that ferry 1 left at 0")
        sitting.reject("s2")
        sitting.set_source("s3", "p1")


def _corrected() -> None:
    _added()
    _correct()


def _undo() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.undo(None, who="Edda")


def _sample() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.sample(4, 2, seed=1)


def _sampled() -> None:
    _added()
    _sample()


def _judged() -> None:
    _sampled()
    _review()
    _correct()


def _review() -> None:
    with open_ledger(LEDGER) as ledger:
        passage = next(each.item for each in ledger.reviewed() if each.item.what == "passage")
        ledger.mark_done(1, passage.number, "Edda")


def _two() -> None:
    """Two ledgers that have a document each, one in both, and what one has removed."""
    _corrected()
    with _in_this_process(), open_ledger("other.db") as other:
        Path("4.txt").write_text(told(4), encoding="utf-8")
        Path("1.txt").write_text(told(5), encoding="utf-8")
        for _ in other.add(["2.txt", "4.txt", "3.txt", "1.txt"], StandIn()):
            pass
        other.reject("2:s1", who="Noor")
        other.remove([3], "Noor", "asked for")
        other.sample(3, 1, seed=1)


def _merge() -> None:
    with open_ledger("other.db", read_only=True) as other, open_ledger(LEDGER) as ledger:
        for _ in ledger.merge(other):
            pass


def _exported() -> None:
    _judged()
    with open_ledger(LEDGER) as ledger:
        ledger.export("all.jsonl", "jsonl")
    for each in Path().glob(f"{LEDGER}*"):
        each.unlink()


def _import() -> None:
    with open_ledger(LEDGER) as ledger:
        for _ in ledger.take("all.jsonl", "jsonl"):
            pass


def _marked() -> None:
    """What a person has made of an export in brat."""
    _added()
    with open_ledger(LEDGER) as ledger:
        ledger.export("marks", "brat")
    for each in sorted(Path("marks").glob("*.ann"))[:2]:
        lines = each.read_text(encoding="utf-8")
        each.write_text(f"{lines}A99\tVerdict E1 rejected\n", encoding="utf-8")


def _hear() -> None:
    with open_ledger(LEDGER) as ledger:
        for heard in ledger.hear("marks", "brat", who="Noor"):
            if heard.reason:
                raise QuothError(heard.reason)


def _link() -> None:
    with open_ledger(LEDGER) as ledger:
        for _ in ledger.link():
            pass


def _linked() -> None:
    _added()
    _link()
    Path("names.csv").write_text("name,aliases\nIlse Varga,I. Varga\n", encoding="utf-8")


def _names() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.take_names("names.csv")


def _decide() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.same("1:p1", "1:p2", "Edda", "she married")


def _decided() -> None:
    _linked()
    _decide()


def _event() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.put_into("the ferries", [1, 2])


def _evented() -> None:
    _added()
    _event()


def _out() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.take_from("the ferries", [1, 2])


def _grouped() -> None:
    """All but one document, which changes the events of the others when it is put beside them."""
    _added()
    _group()
    Path("4.txt").write_text(told(4), encoding="utf-8")
    with _in_this_process(), open_ledger(LEDGER) as ledger:
        for _ in ledger.add(["4.txt"], StandIn()):
            pass


def _group() -> None:
    with open_ledger(LEDGER) as ledger:
        for _ in ledger.group():
            pass


def _compare() -> None:
    with open_ledger(LEDGER) as ledger:
        compare_ledger(ledger)


def _compared() -> None:
    _added()
    _compare()


def _compared_reread() -> None:
    _compared()
    _reread()


def _old() -> None:
    """A ledger that the first Quoth made."""
    whole = migrating.migrations()
    setattr(migrating, "migrations", lambda: whole[:1])  # noqa: B010
    with open_ledger(LEDGER) as ledger, ledger.store.transaction():
        for number in (1, 2):
            reading = StandIn().read(from_text(told(number), f"{number}.txt"))
            document = put_document(ledger.store, reading.document, f"{number}.txt")
            put_reading(ledger.store, document, reading)
    setattr(migrating, "migrations", lambda: whole)  # noqa: B010


def _backup() -> None:
    with open_ledger(LEDGER) as ledger:
        ledger.backup("monday.db")


COMMANDS = (
    Command("create", _nothing, _create),
    Command("add", _begin, _add),
    Command("add (changed files)", _change, _add),
    Command("reread", _added, _reread),
    Command("remove", _added, _remove, twice=False),
    Command("reread (corrected)", _corrected, _reread),
    Command("correct", _added, _correct, twice=False),
    Command("undo", _corrected, _undo, twice=False),
    Command("remove (corrected, sampled)", _judged, _remove, twice=False),
    Command("sample", _added, _sample, twice=False),
    Command("review", _sampled, _review, twice=False),
    Command("backup", _added, _backup),
    Command("link", _added, _link),
    Command("take names", _linked, _names),
    Command("decide", _linked, _decide, twice=False),
    Command("undo a decision", _decided, _undo, twice=False),
    Command("remove (linked, decided)", _decided, _remove, twice=False),
    Command("group", _grouped, _group),
    Command("compare", _added, _compare),
    Command("remove (compared)", _compared, _remove, twice=False),
    Command("compare (reread)", _compared_reread, _compare),
    Command("event", _added, _event),
    Command("event (out)", _evented, _out, twice=False),
    Command("migrate", _old, _create),
    Command("merge", _two, _merge),
    Command("import", _exported, _import),
    Command("import (marks)", _marked, _hear),
)
