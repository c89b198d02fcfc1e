"""The index of an exported folder: which file is of which document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import UnreadableInput
from quoth.export.folders import INDEX


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of one file."""

    document: str
    made_from: str | None


def index_of(folder: Path) -> dict[str, Entry]:
    """Entries by file name without ending; none where `folder` has no index.

    Raises UnreadableInput where a line of the index is no entry.
    """
    path = folder / INDEX
    try:
        lines = path.read_text("ascii").splitlines() if path.exists() else []
    except (OSError, ValueError) as error:
        raise UnreadableInput(str(path), f"cannot be read: {error}") from None
    entries = {}
    for number, line in enumerate(lines, 1):
        try:
            fields = json.loads(line)
            entries[fields["file"]] = Entry(fields["document"], fields["made_from"])
        except (ValueError, KeyError, TypeError):
            reason = f"line {number} is no entry of an index; export again, or remove the file"
            raise UnreadableInput(str(path), reason) from None
    return entries
