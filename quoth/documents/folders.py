"""The files in a folder, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_in(folder: Path) -> Iterator[Path]:
    """All files below `folder`; hidden ones are passed over, and links to folders not followed."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            path = Path(where, file)
            if not file.startswith(".") and path.is_file():
                yield path
