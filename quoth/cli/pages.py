"""`quoth read --format html`: the reading page as one file, or a folder of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quoth.cli.output import STANDARD_OUTPUT, complain, open_output
from quoth.cli.progress import Waiting
from quoth.errors import UnreadableInput
from quoth.records import Document

if TYPE_CHECKING:
    from quoth.export.page.written import Given
    from quoth.reader import Reader


class Pages:
    """What is read, page by page; `failed` says whether an input was not read."""

    def __init__(
        self, items: Iterable[Document | UnreadableInput], reader: Reader, waiting: Waiting
    ) -> None:
        self._items, self._reader, self._waiting = items, reader, waiting
        self.failed = False

    def write(self, output: str) -> None:
        """Write all to a file or folder, or the only one to standard output."""
        from quoth.export.page.written import SeveralPages, only, write

        try:
            if output != STANDARD_OUTPUT:
                write(self._given(), Path(output))
            elif one := only(self._given()):
                with open_output(output) as out:
                    out.write(one.page)
        except SeveralPages as error:
            raise click.UsageError(str(error)) from None

    def _given(self) -> Iterator[Given]:
        from quoth.account import unsourced
        from quoth.export.page.written import Given

        for item in self._items:
            with self._waiting.counting(aside=isinstance(item, UnreadableInput)):
                if isinstance(item, UnreadableInput):
                    self.failed = True
                    complain(str(item))
                    continue
                reading, analysis = self._reader.analysed(item)
                given = Given(reading, None, unsourced(reading, analysis))
            yield given
