"""The options of every command that opens documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from quoth.documents import Limits, Options
from quoth.documents.options import MB

Command = TypeVar("Command", bound=Callable[..., Any])

_LIMITS = Limits()

_OPTIONS = (
    click.option(
        "--text-field",
        metavar="NAME",
        help="Column or key that holds the text; found out otherwise.",
    ),
    click.option("--id-field", metavar="NAME", help="Column or key that names the document."),
    click.option("--date-field", metavar="NAME", help="Column or key that holds the date."),
    click.option(
        "--ocr", is_flag=True, help="Read scans by text recognition (needs quoth[ocr], Tesseract)."
    ),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=_LIMITS.bytes,
        metavar="N",
        help=f"Give up a document larger than this ({_LIMITS.bytes // MB} MB).",
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(min=1),
        default=_LIMITS.pages,
        metavar="N",
        help=f"Give up a PDF with more pages ({_LIMITS.pages}).",
    ),
    click.option(
        "--max-seconds",
        type=click.FloatRange(min=0, min_open=True),
        default=_LIMITS.seconds,
        metavar="S",
        help=f"Give up a document that takes longer to open ({_LIMITS.seconds:g}).",
    ),
    click.option(
        "--max-depth",
        type=click.IntRange(min=0),
        default=_LIMITS.depth,
        metavar="N",
        help=f"Open archives in archives so deep ({_LIMITS.depth}).",
    ),
    click.option(
        "--max-ratio",
        type=click.IntRange(min=1),
        default=_LIMITS.ratio,
        metavar="N",
        help=f"Give up what unpacks to more than N times its size ({_LIMITS.ratio}).",
    ),
)


def opening_options(command: Command) -> Command:
    """Adds the options; `opening` makes an `Options` of their values."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def opening(given: dict[str, Any]) -> Options:
    """What the user set."""
    limits = Limits(
        bytes=given["max_bytes"],
        pages=given["max_pages"],
        seconds=given["max_seconds"],
        depth=given["max_depth"],
        ratio=given["max_ratio"],
    )
    fields = {name: given[name] for name in ("text_field", "id_field", "date_field", "ocr")}
    return Options(limits=limits, **fields)
