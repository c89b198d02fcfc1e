"""Archives of web pages (WARC, ISO 28500), as crawlers and browsers write them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from quoth.documents.archives.capped import FAILURES
from quoth.documents.metadata import found
from quoth.documents.options import Options
from quoth.documents.source import Source, Stream, too_large
from quoth.errors import UnreadableInput
from quoth.records import Metadata

BROKEN = "this web archive is broken or cut off after record {}; get or save it again"
READ = ("text/html", "application/xhtml", "text/plain", "application/pdf", "message/rfc822")
"""How the media types of texts begin; styles, scripts and images are no documents."""
KEPT = ("response", "resource", "conversion")


def items(stream: Stream, options: Options) -> Iterator[Source | UnreadableInput]:
    """The pages that the archive holds, each with its address; others are passed over."""
    number = 0
    try:
        records = ArchiveIterator(stream.file)
        while record := _quietly(lambda: next(records, None)):
            number += 1
            if _is_text(record):
                yield _page(record, number, stream, options)
                # What is left of its stated length, once all is read, was cut off.
                if getattr(record.raw_stream, "limit", 0) > 0:
                    raise UnreadableInput(stream.name, BROKEN.format(number))
    except (ArchiveLoadFailed, *FAILURES, AttributeError, KeyError, TypeError) as error:
        if isinstance(error, UnreadableInput):
            raise
        raise UnreadableInput(stream.name, BROKEN.format(number)) from None


def _quietly(take: Callable[[], Any]) -> Any:
    """What `take` gives, without what the library writes on the screen."""
    with redirect_stderr(io.StringIO()):
        return take()


def _is_text(record: ArcWarcRecord) -> bool:
    if record.rec_type not in KEPT:
        return False
    headers = record.http_headers
    if headers is not None and not headers.get_statuscode().startswith("2"):
        return False
    return _media(record).startswith(READ)


def _media(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").strip().lower()


def _page(
    record: ArcWarcRecord, number: int, stream: Stream, options: Options
) -> Source | UnreadableInput:
    name = f"{stream.name}#{number}"
    content: Any = record.content_stream()
    data: bytes = _quietly(lambda: content.read(options.limits.bytes + 1))
    if len(data) > options.limits.bytes:
        return UnreadableInput(name, too_large(options.limits))
    language = record.http_headers and record.http_headers.get_header("Content-Language")
    known = Metadata(
        address=found(record.rec_headers.get_header("WARC-Target-URI"), "warc header"),
        language=found(language, "warc header") if language and "," not in language else None,
    )
    return Source(name, data, _charset(record), known, number, None, stream.depth + 1)


def _charset(record: ArcWarcRecord) -> str | None:
    _, _, after = _media(record).partition("charset=")
    return after.split(";")[0].strip("\"' ") or None
