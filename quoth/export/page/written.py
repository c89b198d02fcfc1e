"""Reading pages as files: one page, or a folder of them with a page that leads to each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quoth.account import OwnVoice
from quoth.errors import QuothError
from quoth.export.files import new_file
from quoth.export.folders import new_folder, safe_name
from quoth.export.page.filled import index, one_file
from quoth.export.page.head import head
from quoth.records import Reading

if TYPE_CHECKING:
    from quoth.ledger.beside import Beside

SUFFIXES = (".html", ".htm")
"""What ends like this is one page, all else a folder."""


class SeveralPages(QuothError):
    """There is one file for more documents than one."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a page is made of, as `one_file` takes it."""

    reading: Reading
    beside: Beside | None = None
    unsourced: tuple[OwnVoice, ...] | None = None

    @property
    def page(self) -> str:
        return one_file(self.reading, self.beside, self.unsourced)


def only(given: Iterable[Given]) -> Given | None:
    """The one that there is; None where there is none. Raises `SeveralPages`."""
    each = iter(given)
    first = next(each, None)
    if next(each, None) is not None:
        raise SeveralPages("several documents make several pages; name a folder by -o")
    return first


def write(given: Iterable[Given], target: Path) -> None:
    """Write one page to a file that ends in `.html`, or a new folder with a page for each.

    A folder has an `index.html`. Nothing is written where nothing is given. Raises `SeveralPages`,
    and QuothError where `target` cannot be written or is a folder that has something in it.
    """
    if target.suffix.lower() in SUFFIXES:
        if one := only(given):
            with new_file(target) as stream:
                stream.write(one.page.encode())
        return
    with new_folder(target) as folder:
        listed = []
        for number, each in enumerate(given, 1):
            name = f"{safe_name(number, Path(each.reading.document.name).name)}.html"
            (folder / name).write_text(each.page, "utf-8", newline="\n")
            listed.append((name, head(each.reading)))
        (folder / "index.html").write_text(index(listed), "utf-8", newline="\n")
