"""Ways through statements that are to be judged: each is drawn once and gone through from there."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock

from quoth.ledger import Ledger, Question
from quoth.ledger.naming import document_number
from quoth.ledger.reviewing import LEAST_SURE, Item, unjudged_in
from quoth.web.asked import Asked

MOST = 1000
"""Items of one way."""
KEPT = 50
"""Ways that are remembered; another one is drawn anew, without what is judged by then."""
SEEDS = 1 << 32
QUERY = ("least_sure", "random", "seed", "sample", "document", "find", "source", "who", "at")
"""What the address of a step says: the way, who goes it, and the item."""
END = "end"
"""Where one is behind the last item."""


@dataclass
class Queue:
    """A way: its items in order, and how far it is gone."""

    items: list[Item]
    sample: int | None = None
    passages: dict[Item, int] = field(default_factory=dict)
    """Numbers of passages in the sample."""
    done: set[Item] = field(default_factory=set)
    """Passages that have all marked."""
    entered: set[Item] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)

    def enter(self, ledger: Ledger, at: int) -> None:
        """Put what nobody judged in a passage before it, once."""
        item = self.items[at]
        with self.lock:
            if item.key is None and item not in self.entered:
                self.entered.add(item)
                known = {(each.document, each.key) for each in self.items}
                found = unjudged_in(item, ledger.corrected(item.document))
                new = [each for each in found if (each.document, each.key) not in known]
                self.items[at:at] = new

    def open(self, ledger: Ledger) -> list[bool]:
        """Of each item, whether it is still to be judged."""
        items = list(self.items)  # others may enter a passage meanwhile
        pairs = zip(items, ledger.unjudged(items), strict=True)
        return [is_open and item not in self.done for item, is_open in pairs]

    def place(self, name: str) -> int | None:
        """Where an item of this name stands."""
        names = [name_of(each) for each in self.items]
        return names.index(name) if name in names else None


class Queues:
    """The ways that people go."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._queues: OrderedDict[Hashable, Queue] = OrderedDict()

    def queue(self, ledger: Ledger, asked: Asked) -> Queue | None:
        """The way that is asked for, drawn where it is not known; None where none is asked for.

        Raises `BadRequest`, `BadQuestion`, `NotFound`.
        """
        if not any(asked.text(name) for name in ("least_sure", "random", "sample")):
            return None
        words = tuple(asked.text(name) for name in QUERY if name not in ("who", "at"))
        key = ledger.store.place, ledger.store.file, words
        with self._lock:
            known = self._queues.get(key)
            if known:
                self._queues.move_to_end(key)
        # Whoever begins where all is judged gets what there is by now.
        if known and (asked.text("at") or any(known.open(ledger))):
            return known
        queue = _drawn(ledger, asked)
        with self._lock:
            self._queues[key] = queue
            while len(self._queues) > KEPT:
                self._queues.popitem(last=False)
        return queue

    def mark(self, sample: int, passage: int) -> None:
        """Somebody has marked all of a passage."""
        with self._lock:
            queues = [each for each in self._queues.values() if each.sample == sample]
        for queue in queues:
            queue.done |= {item for item, number in queue.passages.items() if number == passage}


def name_of(item: Item) -> str:
    """`17:s3`, or `17@420` for the passage that begins there."""
    if item.key is None:
        return f"{item.document}@{item.spans[0].start}"
    return f"{item.document}:{item.key}"


def seed() -> int:
    """One that nobody chose."""
    return secrets.randbelow(SEEDS)


def _drawn(ledger: Ledger, asked: Asked) -> Queue:
    if sample := asked.number("sample", 0):
        return _of_sample(ledger, sample)
    given = asked.text("document")
    return Queue(
        ledger.to_review(
            asked.number("least_sure", LEAST_SURE, most=MOST),
            asked.number("random", 0, most=MOST) or None,
            asked.number("seed", 0, least=0, most=1 << 63),
            document_number(ledger.store, given) if given else None,
            Question(asked.text("find"), asked.text("source")),
        )
    )


def _of_sample(ledger: Ledger, sample: int) -> Queue:
    """What nobody has judged yet of a sample."""
    ledger.design(sample)  # is there such a sample?
    queue = Queue([], sample)
    for each in ledger.reviewed(sample):
        if each.judged is None and not each.removed:
            drawn = each.item
            key = drawn.statements[0][0] if drawn.what == "statement" else None
            item = Item(drawn.document, key, drawn.spans)
            queue.items.append(item)
            if key is None:
                queue.passages[item] = drawn.number
    return queue
