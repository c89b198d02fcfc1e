"""What is said in the ledger, by whoever it is, told to all who look: one watches for all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from quoth.errors import QuothError
from quoth.ledger import Ledger
from quoth.ledger.errors import NotFound
from quoth.ledger.state import Heard, State
from quoth.web import faults
from quoth.web.changes import Changes, said_fields
from quoth.web.problems import Refused
from quoth.web.shelf import File, Opened, Shelf
from quoth.web.streaming import BEAT, HEARTBEAT, event

PAUSE = 0.2
"""Seconds between two looks at whether another program has written; we ourselves say so."""
WAITING = 64
"""Changes that may wait for a listener; who falls behind is let go, and comes back."""
MOST = 800
"""Listeners."""


@dataclass(eq=False)
class Listener:
    """Somebody who looks at a document, or with None at the whole log."""

    document: int | None
    seen: State | Heard | None
    """What he knows; None until he is told."""
    loop: asyncio.AbstractEventLoop
    is_new: bool = True
    waiting: asyncio.Queue[bytes | None] = field(
        default_factory=lambda: asyncio.Queue(maxsize=WAITING)
    )

    def tell(self, piece: bytes | None) -> None:
        """Called from the watching thread; None is the end."""
        with suppress(RuntimeError):  # the room's loop is closed
            self.loop.call_soon_threadsafe(self._put, piece)

    def _put(self, piece: bytes | None) -> None:
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            piece = None
        self.waiting.put_nowait(piece)


class Watcher:
    """One thread with a connection of its own, alive while somebody listens."""

    def __init__(self, shelf: Shelf, changes: Changes, closing: Event) -> None:
        self._shelf, self._changes, self._closing = shelf, changes, closing
        self._lock = Lock()
        self._listeners: set[Listener] = set()
        self._watching = False
        self._thread: Thread | None = None
        self._poked = Event()

    def poke(self) -> None:
        """Something was written just now."""
        self._poked.set()

    def close(self) -> None:
        """End, and close the ledger: Windows keeps a file that is open from being moved."""
        self._closing.set()
        self._poked.set()
        with self._lock:
            thread = self._thread
        if thread:
            thread.join()

    def listen(self, document: int | None, seen: State | Heard | None) -> AsyncIterator[bytes]:
        """Events for as long as they are listened to. Raises `Refused` where too many listen."""
        with self._lock:  # here, before the answer has begun
            if len(self._listeners) >= MOST:
                raise Refused(503, "too many listen to changes; close some pages")
        return self._told(document, seen)

    async def _told(self, document: int | None, seen: State | Heard | None) -> AsyncIterator[bytes]:
        listener = Listener(document, seen, asyncio.get_running_loop())
        self._add(listener)
        try:
            yield b"retry: 1000\n\n"
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT):
                        piece = await listener.waiting.get()
                except TimeoutError:
                    yield BEAT
                    continue
                if piece is None:
                    return
                yield piece
        finally:
            with self._lock:
                self._listeners.discard(listener)

    def _add(self, listener: Listener) -> None:
        with self._lock:
            self._listeners.add(listener)
            if not self._watching:
                self._watching = True
                self._thread = Thread(target=self._watch, name="watcher", daemon=True)
                self._thread.start()
        self._poked.set()

    def _watch(self) -> None:
        held: Opened | None = None
        seen: tuple[File, int] | None = None
        while True:
            self._poked.clear()
            with self._lock:
                listeners = list(self._listeners)
                if not listeners or self._closing.is_set():
                    self._watching = False
                    break
            try:
                held = self._shelf.fresh(held, read_only=True)
                now = held[0], held[1].store.value("PRAGMA data_version")
                if now != seen or any(each.is_new for each in listeners):
                    self._tell(held[1], listeners)
                    seen = now
            except QuothError:  # moved, locked, damaged: it may be there again at the next look
                _close(held)
                held = seen = None
            except Exception as error:  # who listens comes back, and is told from where he was
                faults.tell(error, ", telling changes")
                with self._lock:
                    self._watching, listeners = False, list(self._listeners)
                break
            self._poked.wait(PAUSE)
        _close(held)
        for each in listeners:
            each.tell(None)

    def _tell(self, ledger: Ledger, listeners: list[Listener]) -> None:
        states: dict[int, State | None] = {}
        heard = ledger.heard()
        for each in listeners:
            is_new, each.is_new = each.is_new, False
            if each.document is None:
                self._tell_log(ledger, each, heard)
                continue
            if each.document not in states:
                states[each.document] = _state(ledger, each.document)
            state = states[each.document]
            if is_new or state != each.seen:
                self._tell_state(ledger, each, state)

    def _tell_state(self, ledger: Ledger, listener: Listener, state: State | None) -> None:
        document = listener.document
        assert document is not None
        if state is None:
            listener.tell(event({"document": document}, name="gone"))
            listener.tell(None)
            return
        if isinstance(listener.seen, State) and listener.seen != state:
            moved = ledger.moved(document, listener.seen)
            state = moved.state
            change = self._changes.between(ledger, document, moved)
            listener.tell(event(change, str(state), "change"))
        else:
            listener.tell(event({"document": document, "state": str(state)}, str(state), "state"))
        listener.seen = state

    def _tell_log(self, ledger: Ledger, listener: Listener, heard: Heard) -> None:
        if isinstance(listener.seen, Heard) and heard != listener.seen:
            for logged in ledger.news(listener.seen):
                listener.tell(event(said_fields(logged), str(heard), "said"))
        elif listener.seen is None:
            listener.tell(event({"heard": str(heard)}, str(heard), "state"))
        listener.seen = heard


def _state(ledger: Ledger, document: int) -> State | None:
    try:
        return ledger.state(document)
    except NotFound:
        return None


def _close(held: Opened | None) -> None:
    if held:
        with suppress(QuothError):
            held[1].close()
