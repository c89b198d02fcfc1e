"""The reading room under readers: how long pages take, whether anything fails, what memory does.

    python -m benchmarks.room LEDGER [--readers 50] [--every 5] [--seconds 60]
                                     [--correctors 10] [--adders 4]

`quoth serve` is started over LEDGER (over a copy, where somebody corrects or adds). Readers open a
page every few seconds, each at a moment of its own: documents, searches, lists, sources, and the
largest identities where any are linked. Correctors confirm and reject statements without a pause
but for the answer, adders paste a text and wait until it is kept. In the end every correction that
was acknowledged is looked for in the ledger.

Times are those of the whole answer as a client on the same machine has it, so the client's own
work is in them. Memory is the server's resident set, with what it shares, once a minute (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.ledger import Ledger, open_ledger

SEED = 11
LARGEST = 30
"""Identities that are asked for."""
TEXT = """The council of {town} sat on Monday. Mayor {name} said that {number} people had asked
for a ferry. "There will be none," a clerk replied."""


@dataclass
class Told:
    """What clients met."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """By kind of page or deed."""
    wrong: list[str] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    """Ids of corrections."""
    added: int = 0
    counting: int = 0
    """Answers that it is being counted, and to look again."""
    memory: list[float] = field(default_factory=list)
    """MiB."""


@dataclass(frozen=True)
class Known:
    """What there is to be asked for."""

    documents: tuple[int, ...]
    words: tuple[str, ...]
    sources: tuple[str, ...]
    identities: tuple[int, ...]
    """Those with the most statements; none where nothing is linked."""

    def address(self, draw: random.Random) -> tuple[str, str]:
        """A kind of page and one of that kind."""
        kinds = {
            "document": 50,
            "search": 20,
            "new": 5,
            "first": 5,
            "source": 15,
            "document.json": 5,
        }
        if self.identities:
            kinds |= {"identity": 5, "identity.json": 2}
        kind = draw.choices(tuple(kinds), tuple(kinds.values()))[0]
        return kind, {
            "document": f"/documents/{draw.choice(self.documents)}",
            "document.json": f"/documents/{draw.choice(self.documents)}.json",
            "search": f"/search?q={draw.choice(self.words)}",
            "new": "/new",
            "first": "/",
            "source": f"/sources/{draw.choice(self.sources)}",
            "identity": f"/identities/{draw.choice(self.identities or (0,))}",
            "identity.json": f"/identities/{draw.choice(self.identities or (0,))}.json",
        }[kind]


def known(ledger: Ledger, draw: random.Random) -> Known:
    """A drawing of what the ledger holds."""
    rows = ledger.store.rows
    last = ledger.store.value("SELECT max(id) FROM documents")
    wanted = json.dumps(draw.sample(range(1, last + 1), min(last, 2000)))
    among = "(SELECT value FROM json_each(?))"
    documents = rows(f"SELECT id FROM documents WHERE id IN {among}", (wanted,))
    texts = rows(
        "SELECT s.content FROM documents d JOIN statements s ON s.reading = d.reading"
        f" WHERE d.id IN {among} LIMIT 2000",
        (wanted,),
    )
    sources = rows(
        "SELECT d.id || ':' || s.key FROM documents d JOIN sources s ON s.reading = d.reading"
        f" WHERE d.id IN {among} LIMIT 2000",
        (wanted,),
    )
    words = {word for (text,) in texts for word in text.split() if word.isalpha() and len(word) > 4}
    return Known(
        tuple(each for (each,) in documents),
        tuple(sorted(words)) or ("ferry",),
        tuple(each for (each,) in sources),
        tuple(each.number for each in ledger.identities(limit=LARGEST)),
    )


class Visitors:
    """Readers, correctors and adders at once."""

    def __init__(self, address: str, there: Known, told: Told, until: float) -> None:
        self._there, self._told, self._until = there, told, until
        self._client = httpx2.AsyncClient(
            base_url=address,
            timeout=60,
            # Ended here before the server ends it, which a request under way would meet.
            limits=httpx2.Limits(keepalive_expiry=2, max_connections=None),
        )

    async def close(self) -> None:
        await self._client.aclose()

    async def _timed(self, kind: str, method: str, address: str, **given: Any) -> Any:
        begun = time.perf_counter()
        try:
            answer = await self._client.request(method, address, **given)
        except httpx2.HTTPError as error:
            self._told.wrong.append(f"{kind} {address}: {type(error).__name__}")
            return None
        self._told.seconds[kind].append(time.perf_counter() - begun)
        if answer.status_code == 503 and "being counted" in answer.text:
            self._told.counting += 1
        elif answer.status_code >= 500:
            self._told.wrong.append(f"{kind} {address}: {answer.status_code} {answer.text[:200]}")
        return answer

    async def read(self, number: int, every: float) -> None:
        draw = random.Random(SEED + number)
        await asyncio.sleep(draw.random() * every)
        while (begun := time.monotonic()) < self._until:
            kind, address = self._there.address(draw)
            page = {} if kind.endswith(".json") else {"accept": "text/html"}
            await self._timed(kind, "GET", address, headers=page)
            await asyncio.sleep(max(0.0, begun + every - time.monotonic()))

    async def correct(self, number: int, every: float) -> None:
        draw = random.Random(f"corrector {number}")
        while time.monotonic() < self._until:
            document = draw.choice(self._there.documents)
            answer = await self._timed("document.json", "GET", f"/documents/{document}.json")
            keys = [each["id"] for each in answer.json()["statements"]] if answer else []
            if keys:
                said = {
                    "action": draw.choice(("confirm", "reject")),
                    "statement": draw.choice(keys),
                    "who": f"corrector {number}",
                }
                answer = await self._timed(
                    "correction", "POST", f"/documents/{document}/corrections", json=said
                )
                if answer is not None and answer.status_code == 201:
                    self._told.acknowledged.append(answer.json()["correction"]["id"])
            await asyncio.sleep(draw.random() * every)

    async def add(self, number: int, every: float) -> None:
        draw = random.Random(f"adder {number}")
        while time.monotonic() < self._until:
            text = TEXT.format(
                town=f"Town {draw.random()}", name=f"Mayor {draw.random()}", number=draw.random()
            )
            answer = await self._timed("adding", "POST", "/add", data={"text": text})
            if answer is not None and answer.status_code < 400:
                self._told.added += 1
            await asyncio.sleep(every)


async def visit(room: Room, there: Known, told: Told, given: argparse.Namespace) -> None:
    """All visitors, until the time is over."""
    visitors = Visitors(room.address, there, told, time.monotonic() + given.seconds)
    told.memory.append(room.memory())
    tasks = [
        *(visitors.read(number, given.every) for number in range(given.readers)),
        *(visitors.correct(number, given.every) for number in range(given.correctors)),
        *(visitors.add(number, given.every) for number in range(given.adders)),
    ]
    watching = asyncio.create_task(watch(room, told))
    try:
        await asyncio.gather(*tasks)
    finally:
        watching.cancel()
        await visitors.close()
    told.memory.append(room.memory())


async def watch(room: Room, told: Told) -> None:
    while True:
        await asyncio.sleep(60)
        told.memory.append(room.memory())


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def show(told: Told, lost: int) -> None:
    print(f"{'what':<16}{'times':>8}{'median':>10}{'p95':>10}{'worst':>10}   ms")
    every = {
        **told.seconds,
        "all pages": [s for k, v in told.seconds.items() if k not in DEEDS for s in v],
    }
    for kind, seconds in sorted((k, v) for k, v in every.items() if v):
        figures = (percentile(seconds, 0.5), percentile(seconds, 0.95), max(seconds))
        print(f"{kind:<16}{len(seconds):>8}" + "".join(f"{1000 * each:>10.1f}" for each in figures))
    print("memory, MiB:", *(f"{each:.0f}" for each in told.memory))
    print(f"corrections acknowledged: {len(told.acknowledged)}, lost: {lost}; added: {told.added}")
    print(f"to look again once the ledger is counted: {told.counting}")
    print(f"wrong: {len(told.wrong)}", *told.wrong[:5], sep="\n  ")


DEEDS = ("correction", "adding")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger")
    for name, default in (("readers", 50), ("every", 5), ("seconds", 60)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name in ("correctors", "adders"):
        parser.add_argument(f"--{name}", type=int, default=0)
    given = parser.parse_args()
    print(*setting(), sep="\n")
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger
        with open_ledger(path, read_only=True) as ledger:
            if given.correctors or given.adders:
                path = str(ledger.backup(Path(folder) / "copy.db"))
            there = known(ledger, random.Random(SEED))
        told = Told()
        with Room(path, "--model", "small") as room:
            asyncio.run(visit(room, there, told, given))
        with closing(open_ledger(path, read_only=True)) as ledger:
            logged = {each.correction.id for each in ledger.corrections()}
        show(told, len(set(told.acknowledged) - logged))


if __name__ == "__main__":
    main()
