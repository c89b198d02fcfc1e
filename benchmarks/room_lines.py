"""All statements of a large ledger as JSON Lines from the reading room: how fast, and what else.

    python -m benchmarks.room_lines LEDGER [--path /statements.jsonl] [--slow 0.2]

One client reads to the end. Another, begun before it, rests after each piece; a third hung up in
the middle before both. Meanwhile somebody opens documents, with no more than a moment between two.
Memory is the server's resident set, with what it shares: the most that was seen, once a second
(Linux).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx2

from benchmarks.room import SEED, known, percentile
from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.ledger import open_ledger

MOMENT = 0.2
HUNG_UP = 4 << 20
"""Bytes after which a client has had enough."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger")
    parser.add_argument("--path", default="/statements.jsonl")
    parser.add_argument("--slow", type=float, default=0.2, help="seconds between two pieces")
    given = parser.parse_args()
    print(*setting(), sep="\n")
    with open_ledger(given.ledger, read_only=True) as ledger:
        documents = known(ledger, random.Random(SEED)).documents
    with Room(given.ledger) as room, ThreadPoolExecutor() as threads:
        address, over, memory = room.address + given.path, Event(), [room.memory()]
        _read(address, stop=lambda size: size > HUNG_UP)
        beside = threads.submit(_visit, room.address, documents, over)
        slow = threads.submit(_read, address, given.slow, lambda _: over.is_set())
        whole = threads.submit(_read, address)
        while not whole.done():
            memory.append(room.memory())
            time.sleep(1)
        over.set()
        print("to the end: ", whole.result())
        print("slow:       ", slow.result())
        pages = beside.result()
        figures = (f"{1000 * percentile(pages, share):.0f}" for share in (0.5, 0.95, 1))
        print(f"documents beside: {len(pages)}, ms: median, p95, worst:", *figures)
        print(f"memory, MiB: at first {memory[0]:.0f}, most {max(memory):.0f}")


def _read(address: str, rest: float = 0, stop: Callable[[int], bool] = lambda size: False) -> str:
    """Reads until `stop` says so of the bytes that came; what there was to tell."""
    begun, first, lines, size = time.perf_counter(), 0.0, 0, 0
    with httpx2.stream("GET", address, timeout=120) as answer:
        answer.raise_for_status()
        for piece in answer.iter_raw():
            first = first or time.perf_counter() - begun
            lines, size = lines + piece.count(b"\n"), size + len(piece)
            time.sleep(rest)
            if stop(size):
                break
    took = time.perf_counter() - begun
    return f"{lines:,} lines, {size / 2**20:,.0f} MiB, {took:.0f} s, the first after {first:.2f} s"


def _visit(address: str, documents: tuple[int, ...], over: Event) -> list[float]:
    draw, seconds = random.Random(SEED), []
    with httpx2.Client(base_url=address, timeout=60, headers={"accept": "text/html"}) as client:
        while not over.wait(MOMENT):
            begun = time.perf_counter()
            client.get(f"/documents/{draw.choice(documents)}").raise_for_status()
            seconds.append(time.perf_counter() - begun)
    return seconds


if __name__ == "__main__":
    main()
