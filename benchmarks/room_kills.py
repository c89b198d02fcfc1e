"""The room is killed in the middle of corrections, again and again: what was acknowledged is there.

    python -m benchmarks.room_kills [--kills 100] [--correctors 10]

Correctors post to `quoth serve`, which is killed (SIGKILL) after a moment drawn at random, and
started anew over the same ledger. After each kill every correction that was acknowledged is looked
for in the log, as are those of earlier rounds, and the ledger is checked in the end.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.room_correcting import long_reading
from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.documents import from_text
from quoth.ledger import open_ledger

SEED = 13
LONGEST = 1.5
"""Seconds until the kill, at most, from the first correction that is acknowledged on."""


def correct(address: str, number: int, last: int, kept: list[str], sent: list[int]) -> None:
    """Say something until the room is gone; `kept` gets the ids that it acknowledged."""
    host = address.removeprefix("http://")
    draw = random.Random(f"{number} {address}")
    connection = http.client.HTTPConnection(host, timeout=30)
    try:
        while True:
            action = draw.choice(("confirm", "confirm", "edit", "set_source"))
            said: dict[str, object] = {"action": action, "statement": f"s{draw.randint(1, last)}"}
            if action == "edit":
                said |= {"part": "cue", "words": None}
            if action == "set_source":
                said |= {"source": f"Vera Holt {draw.randint(1, 99)}"}
            sent[0] += 1
            connection.request(
                "POST",
                "/documents/1/corrections",
                json.dumps(said),
                {"Content-Type": "application/json"},
            )
            answer = connection.getresponse()
            told = json.loads(answer.read())
            if answer.status == 201:
                kept.append(told["correction"]["id"])
    except (OSError, http.client.HTTPException, ValueError):
        return  # it was killed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--correctors", type=int, default=10)
    given = parser.parse_args()
    print(*setting(), sep="\n")
    draw = random.Random(SEED)
    kept: list[str] = []
    sent, between, lost = [0], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.db"
        reading = long_reading(2_000)
        with open_ledger(path) as ledger:
            ledger.keep(reading)
            ledger.keep(type(reading)(from_text("No one spoke.", "other.txt"), (), "made 1"))
        for round_ in range(1, given.kills + 1):
            before = len(kept)
            with Room(path) as room:
                threads = [
                    threading.Thread(
                        target=correct,
                        args=(room.address, n, len(reading.statements), kept, sent),
                        daemon=True,
                    )
                    for n in range(given.correctors)
                ]
                for each in threads:
                    each.start()
                while len(kept) == before:
                    time.sleep(0.001)
                time.sleep(draw.random() * LONGEST)
                room.kill()
                for each in threads:
                    each.join()
            with open_ledger(path, read_only=True) as ledger:
                there = {line.correction.id for line in ledger.corrections(1)}
            lost = len(set(kept) - there)
            between = len(there) - len(kept)
            if lost or round_ % 10 == 0:
                told = f"{len(kept)} acknowledged, {lost} of them lost"
                print(f"{round_} kills: {told}; {between} kept unacknowledged", flush=True)
            if lost:
                sys.exit(1)
        with open_ledger(path, read_only=True) as ledger:
            wrong = list(ledger.check())
    print(f"the ledger checks: {'; '.join(wrong) or 'nothing is wrong'}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
