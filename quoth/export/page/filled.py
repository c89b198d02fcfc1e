"""The reading page as a whole: what its template is filled with, and the page as one file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import quoth
from quoth.account import OwnVoice
from quoth.export.characters import in_markup
from quoth.export.page.choosing import EVERYTHING, Wanted, chosen
from quoth.export.page.head import Head, head
from quoth.export.page.rows import rows, templates
from quoth.export.templating import asset
from quoth.records import Reading

if TYPE_CHECKING:
    from quoth.ledger.beside import Beside


def filled(
    reading: Reading,
    beside: Beside | None = None,
    unsourced: Sequence[OwnVoice] | None = None,
    wanted: Wanted = EVERYTHING,
    in_room: bool = False,
) -> dict[str, Any]:
    """What `reading.html` is filled with.

    `unsourced` is what stands on nobody's word, None where that was not asked for.
    """
    shown = chosen(reading, wanted)
    return {
        "reading": reading,
        "head": head(reading, beside),
        "rows": rows(reading, beside, unsourced or (), shown=shown, in_room=in_room),
        "wanted": wanted,
        "shown": shown,
        "unsourced": unsourced,
        "in_room": in_room,
        "pending": False,
        "untold": "",
    }


def one_file(
    reading: Reading,
    beside: Beside | None = None,
    unsourced: Sequence[OwnVoice] | None = None,
) -> str:
    """The reading page as one file that fetches nothing and runs no script but its own."""
    style = asset("looks.css") + asset("reading.css")
    script = asset("reading.js")
    return in_markup(
        templates()
        .get_template("file.html")
        .render(
            **filled(reading, beside, unsourced),
            style=style,
            script=script,
            policy=_policy(style, script),
            version=quoth.__version__,
        )
    )


def index(pages: Sequence[tuple[str, Head]]) -> str:
    """A page that leads to several, each given by its file's name and what stands above it."""
    style = asset("looks.css") + asset("reading.css")
    return in_markup(
        templates()
        .get_template("index.html")
        .render(pages=pages, style=style, policy=_policy(style, ""), version=quoth.__version__)
    )


def file_policy() -> str:
    """What the page as one file may do, as an answer over HTTP says it."""
    return _policy(asset("looks.css") + asset("reading.css"), asset("reading.js"))


def _policy(style: str, script: str) -> str:
    """What the file may do, by the digests of its own style and script (CSP level 3)."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
