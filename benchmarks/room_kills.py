"""The room is killed in the middle of corrections, again and again: what was acknowledged is there.

    python -m benchmarks.room_kills [LEDGER] [--kills 100] [--correctors 10]

Correctors post to `quoth serve` over a copy of LEDGER (a ledger of one long document if none is
given), which is killed (SIGKILL) after a moment drawn at random, and started anew. After each kill
every correction that was acknowledged, in whatever round, is looked for in the log of the ledger
opened anew, as is that it was taken back where that was acknowledged; and of every statement that
was spoken of is seen whether the ledger shows it so: confirmed, without its cue, with its new
source, or gone. The ledger is checked in the end.
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
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.room_correcting import long_reading
from benchmarks.served import Room
from benchmarks.setting import setting
from quoth.documents import from_text
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.corrections import Corrected, action_of, statement_of
from quoth.ledger.records import Logged, SetSource

SEED = 13
LONGEST = 1.5
"""Seconds until the kill, at most, from the first correction that is acknowledged on."""
DOCUMENTS = 50
"""Documents of LEDGER that are corrected, drawn at random."""
VERDICTS = {"confirm": "confirmed", "set_source": "source set", "edit": "edited"}
"""What a statement is called that this was said of; of several the last one counts."""

Place = tuple[int, str]
"""A document's number, and a statement's key."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that the room acknowledged."""

    id: str
    place: Place
    action: str
    """As it was sent, or `undo`."""
    source: str = ""


class Corrector:
    """One who corrects; what the room acknowledges goes into `kept`."""

    def __init__(
        self, address: str, number: int, places: Sequence[Place], kept: list[Said]
    ) -> None:
        self._draw = random.Random(f"{number} {address}")
        self._places, self._kept = places, kept
        host = address.removeprefix("http://")
        self._connection = http.client.HTTPConnection(host, timeout=30)

    def run(self) -> None:
        """Say something until the room is gone."""
        try:
            while True:
                self._say()
        except (OSError, http.client.HTTPException, ValueError):
            return  # it was killed

    def _say(self) -> None:
        place = self._draw.choice(self._places)
        action = self._draw.choice(("confirm", "confirm", "edit", "set_source", "reject"))
        given: dict[str, object] = {"action": action, "statement": place[1]}
        if action == "edit":
            given |= {"part": "cue", "words": None}
        name = f"Vera Holt {self._draw.randint(1, 99)}" if action == "set_source" else ""
        if name:
            given |= {"source": name}
        told = self._post(f"/documents/{place[0]}/corrections", given)
        if not told:
            return
        id_ = told["correction"]["id"]
        self._kept.append(Said(id_, place, action, name))
        # Else there would soon be nothing left to speak of.
        if action == "reject" and self._post(f"/corrections/{id_}/undo", {}):
            self._kept.append(Said(id_, place, "undo"))

    def _post(self, path: str, given: dict[str, object]) -> Any:
        """The answer; None where the room refused."""
        body, headers = json.dumps(given), {"Content-Type": "application/json"}
        self._connection.request("POST", path, body, headers)
        answer = self._connection.getresponse()
        told = json.loads(answer.read())
        return told if answer.status in (200, 201) else None


def lost_in(log: dict[str, Logged], kept: Sequence[Said]) -> list[Said]:
    """What was acknowledged and is not in the log, or not as it was said."""
    return [said for said in kept if not _is_in(log.get(said.id), said)]


def _is_in(line: Logged | None, said: Said) -> bool:
    if line is None or line.conflict:
        return False
    change = line.correction.change
    at = statement_of(change)
    if said.action == "undo":
        return line.undoing is not None
    name = change.source.name if isinstance(change, SetSource) and change.source else ""
    spoken = (line.correction.document, at.key if at else "")
    return (spoken, action_of(change), name) == (said.place, said.action, said.source)


def unshown(lines: Sequence[Logged], seen: Corrected) -> Iterator[str]:
    """Statements of one document that do not show what stands in the log of them."""
    said: dict[str, list[Logged]] = defaultdict(list)
    for line in lines:
        if (at := statement_of(line.correction.change)) and not line.undoing:
            said[at.key].append(line)
    there = {each.id: each for each in seen.reading.statements}
    for key, some in said.items():
        actions = {action_of(each.correction.change) for each in some}
        statement = there.get(key)
        if "reject" in actions or statement is None:
            if (statement is None) != ("reject" in actions):
                yield f"{key} is {'there' if statement else 'gone'}"
            continue
        verdict = [told for action, told in VERDICTS.items() if action in actions][-1]
        if seen.verdicts.get(key) != verdict:
            yield f"{key} is {seen.verdicts.get(key)}, not {verdict}"
        if "edit" in actions and statement.cue:
            yield f"{key} has its cue"
        changes = [each.correction.change for each in some]
        named = [c.source.name for c in changes if isinstance(c, SetSource) and c.source]
        if named and seen.names.get(statement.source_id or "") != named[-1]:
            yield f"{key} is not said by {named[-1]}"


def check(path: Path, kept: Sequence[Said], documents: Sequence[int]) -> tuple[int, list[str]]:
    """How many corrections the ledger has, opened anew, and what is wrong."""
    log: dict[str, Logged] = {}
    wrong = []
    with open_ledger(path, read_only=True) as ledger:
        for document in documents:
            lines = list(ledger.corrections(document))
            log |= {line.correction.id: line for line in lines}
            for told in unshown(lines, ledger.corrected(document)):
                wrong.append(f"{document}: {told}")
    wrong += [f"{each.id}: {each.action} of {each.place} is lost" for each in lost_in(log, kept)]
    return len(log), wrong


def filled(path: Path, given: Path | None, draw: random.Random) -> list[Place]:
    """A ledger at `path`, and the statements in it that are spoken of."""
    if given:
        with open_ledger(given, read_only=True) as before:
            before.backup(path)
    with open_ledger(path) as ledger:
        if not given:
            reading = long_reading(20_000)
            ledger.keep(reading)
            ledger.keep(type(reading)(from_text("No one spoke.", "other.txt"), (), "made 1"))
        return _drawn(ledger, draw)


def _drawn(ledger: Ledger, draw: random.Random) -> list[Place]:
    # What was corrected before is left out: what is seen of it is not known here.
    rows = ledger.store.rows(
        "SELECT d.id FROM documents d JOIN readings r ON r.id = d.reading"
        " WHERE r.statements > 0 AND d.id NOT IN (SELECT document FROM corrections) ORDER BY d.id"
    )
    numbers = sorted(draw.sample([number for (number,) in rows], min(len(rows), DOCUMENTS)))
    return [(n, each.id) for n in numbers for each in ledger.reading(n).statements]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ledger", type=Path, nargs="?")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--correctors", type=int, default=10)
    given = parser.parse_args()
    print(*setting(), sep="\n")
    draw = random.Random(SEED)
    kept: list[Said] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.db"
        places = filled(path, given.ledger, draw)
        documents = sorted({number for number, _ in places})
        for round_ in range(1, given.kills + 1):
            _killed(path, places, kept, given.correctors, draw)
            size, wrong = check(path, kept, documents)
            if wrong or round_ % 10 == 0 or round_ == given.kills:
                ids = {each.id for each in kept}
                touched = {each.place for each in kept}
                told = f"{len(kept)} acknowledged of {len(touched)} statements"
                extra = f"{size - len(ids)} kept unacknowledged"
                print(f"{round_} kills: {told}, {len(wrong)} of them wrong; {extra}", flush=True)
            if wrong:
                print(*wrong[:20], sep="\n")
                sys.exit(1)
        with open_ledger(path, read_only=True) as ledger:
            wrong = list(ledger.check())
    print(f"the ledger checks: {'; '.join(wrong) or 'nothing is wrong'}")
    sys.exit(bool(wrong))


def _killed(
    path: Path, places: Sequence[Place], kept: list[Said], many: int, draw: random.Random
) -> None:
    """A room is opened, corrected in and killed."""
    before = len(kept)
    with Room(path) as room:
        correctors = [Corrector(room.address, number, places, kept) for number in range(many)]
        threads = [threading.Thread(target=each.run, daemon=True) for each in correctors]
        for each in threads:
            each.start()
        while len(kept) == before:
            time.sleep(0.001)
        time.sleep(draw.random() * LONGEST)
        room.kill()
        for each in threads:
            each.join()


if __name__ == "__main__":
    main()
