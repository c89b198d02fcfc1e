"""Tasks of Label Studio as it exports them, and what people do to them there."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from quoth.errors import UnreadableInput
from quoth.export.label_studio import task
from quoth.imports.differences import compared
from quoth.imports.label_studio import read
from quoth.imports.records import Marked
from quoth.ledger.records import Change, Confirm
from quoth.records import Reading

Results = list[dict[str, Any]]


def taken_back(tasks: Any, folder: Path) -> list[Marked | UnreadableInput]:
    path = folder / "export.json"
    path.write_text(tasks if isinstance(tasks, str) else json.dumps(tasks))
    return list(read(path))


def submitted(reading: Reading, edit: Callable[[Results], object] = lambda results: None) -> Any:
    """The task as Label Studio exports it once somebody has edited the prediction and submitted.

    The editor keeps ids, takes texts off the screen and exports predictions as numbers.
    """
    fields = deepcopy(task(reading))
    results = fields["predictions"][0]["result"]
    for each in results:
        if "value" in each:
            each["value"]["text"] = each["value"]["text"].replace("\n", "\\n")
            each["origin"] = "prediction"
    edit(results)
    annotation = {"id": 5, "completed_by": 3, "was_cancelled": False, "result": results}
    return fields | {"id": 12, "annotations": [annotation], "predictions": [7]}


def changes(tasks: Any, folder: Path, reading: Reading) -> list[Change]:
    """What comes back but for confirmations."""
    [marked] = taken_back([tasks], folder)
    assert isinstance(marked, Marked)
    return [one for one in compared(reading, marked).changes if not isinstance(one, Confirm)]


def drop(results: Results, *keys: str) -> None:
    """Delete regions with all that is told of them and their relations, as the editor does."""
    ends = ("id", "from_id", "to_id")
    results[:] = [each for each in results if not {each.get(end) for end in ends} & set(keys)]


def region(text: str, words: str, label: str, key: str) -> dict[str, Any]:
    start = text.index(words)
    value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
    return {
        "id": key,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "manual",
        "value": value,
    }


def relation(start: str, end: str, *labels: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right"} | (
        {"labels": list(labels)} if labels else {}
    )
