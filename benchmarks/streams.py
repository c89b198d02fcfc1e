"""Memory of streams that are longer than it: web archives and JSON Lines through a pipe.

    python -m benchmarks.streams [--gb 5] [--read]

An archive of invented pages among pictures, as crawlers leave them, is made while it is opened;
then lines of JSON. `--read` reads the documents too. Peaks are of the process and of its parser.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.invented import news
from benchmarks.peers import ROOT
from benchmarks.setting import setting

OPEN = """
import json, resource, sys
from quoth.documents import open_documents
from quoth.errors import UnreadableInput
found = open_documents(sys.stdin.buffer, "stream")
if sys.argv[1] == "read":
    import quoth
    found = quoth.Reader(threads=1).read_each(found)
opened = failed = 0
for each in found:
    failed += isinstance(each, UnreadableInput)
    opened += 1
from quoth.documents import guarded
guarded.end_all()
both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
peaks = [resource.getrusage(who).ru_maxrss for who in both]
print(json.dumps([opened, failed, *peaks]))
"""
PICTURE = 2_000_000
PAGES = 8
"""Pages to a picture; text is a small part of what crawlers bring home."""


def web_archive() -> Iterator[bytes]:
    """Records without end."""
    picture = _record("https://a.example/{}.png", "image/png", os.urandom(PICTURE))
    pages = [_page(seed) for seed in range(PAGES)]
    for number in count():
        yield picture.replace(b"{}", str(number).encode(), 1)
        yield from pages


def json_lines() -> Iterator[bytes]:
    """Lines without end, of 4 kB each."""
    for number in count():
        text = news(4000, number % 50)
        yield json.dumps({"id": number, "text": text, "pad": "x" * 4000}).encode() + b"\n"


def _page(seed: int) -> bytes:
    paragraphs = news(6000, seed).split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html><body><article><h1>Page {seed}</h1>{body}</article></body></html>"
    return _record(f"https://a.example/{seed}", "text/html", page.encode())


def _record(address: str, kind: str, content: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.streams",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--gb", type=float, default=5, help="length of the web archive")
    parser.add_argument("--read", action="store_true", help="read the documents too")
    options = parser.parse_args()
    print("| stream | GB | documents | failed | peak MB | of its parser | seconds |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, pieces, size in (
        ("web archive", web_archive(), options.gb),
        ("JSON Lines", json_lines(), options.gb / 10),
    ):
        begin = time.perf_counter()
        opened, failed, own, parsers = through(pieces, int(size * 1e9), options.read)
        unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
        seconds = time.perf_counter() - begin
        peaks = f"{own / unit:.0f} | {parsers / unit:.0f}"
        print(f"| {name} | {size:g} | {opened} | {failed} | {peaks} | {seconds:.0f} |", flush=True)
    print()
    print(*(f"- {line}" for line in setting()), sep="\n")


def through(pieces: Iterator[bytes], size: int, read: bool) -> list[int]:
    """What a process says of itself that opens `size` bytes of `pieces`."""
    command = [sys.executable, "-c", OPEN, "read" if read else "open"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=Path(ROOT), env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        for piece in pieces:
            process.stdin.write(piece)
            size -= len(piece)
            if size <= 0:
                break
        out, _ = process.communicate()
    figures: list[int] = json.loads(out)
    return figures


if __name__ == "__main__":
    main()
