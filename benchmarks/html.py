"""How much of web pages' articles Quoth reads, beside programs that take articles out of pages.

    python -m benchmarks.html [--held] [--quoth-only] [--verbose] [--data FOLDER]
    python -m benchmarks.html --speed [--rounds N] [--quoth-only] [--data FOLDER]

The first reads the shared pages, in FOLDER, and our own in `tests/pages/open`, or with `--held`
those that are kept for testing alone. The second measures pages per CPU-second on the shared ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median

from benchmarks.html_scores import LOW, Body, Page, body, body_text, kept, kinds, page, said_right
from benchmarks.html_tools import (
    FIELDS,
    PEERS,
    QUOTH,
    TRAFILATURA,
    Extractor,
    missing,
    notes,
    pages_in,
    read,
    said,
)
from benchmarks.measure import THREADS, Cost, cost
from benchmarks.peers import ROOT
from benchmarks.setting import fingerprint, setting
from benchmarks.structure import Tally, references
from benchmarks.tools import SHARED

PAGES = ROOT / "tests" / "pages"
DATA = SHARED / "html-articles"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.html",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--held", action="store_true", help="our pages kept for testing alone")
    parser.add_argument("--quoth-only", action="store_true", help="leave the peers out")
    parser.add_argument("--verbose", action="store_true", help="what is wrong, page by page")
    parser.add_argument("--speed", action="store_true", help="pages per CPU-second instead")
    parser.add_argument("--rounds", type=int, default=5, help="turns for each program (5)")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the shared pages")
    options = parser.parse_args()
    if not (options.data / "ground-truth.json").exists():
        sys.exit(f"{options.data}: no ground-truth.json in it; say where the pages are with --data")
    if not options.quoth_only and missing():
        sys.exit(f"not installed: {', '.join(missing())}; run: pip install 'quoth[page-peers]'")
    tools = [QUOTH] if options.quoth_only else [QUOTH, *PEERS]
    if options.speed:
        lines = speed(tools, options.data, options.rounds)
    else:
        own = [page(path) for path in sorted(_own(options.held).glob("*.html"))]
        lines = report(tools, options.data, own, options.verbose)
    for line in lines:
        print(line, flush=True)


def _own(held: bool) -> Path:
    return PAGES / ("held" if held else "open")


def report(
    tools: Sequence[Extractor], data: Path, own: Sequence[Page], verbose: bool = False
) -> Iterator[str]:
    """Tables in Markdown of the shared pages and of our own, and what they were measured on."""
    yield from _shared(tools, data, verbose)
    yield ""
    yield from _kept(tools, own, verbose)
    yield ""
    yield from _blocks(own, verbose)
    yield ""
    yield from _said([tool for tool in tools if tool.said], own, verbose)
    yield ""
    yield from (f"- {line}" for line in setting())
    yield f"- Shared pages: SHA-256 {fingerprint(data)}"


def _shared(tools: Sequence[Extractor], data: Path, verbose: bool) -> Iterator[str]:
    truth = json.loads((data / "ground-truth.json").read_text(encoding="utf-8"))
    pages = [(name, html, truth[name]["articleBody"]) for name, html in pages_in(data)]
    yield f"| {len(pages)} shared pages | F1 | precision | recall | below {LOW} |"
    yield "|---|---:|---:|---:|---:|"
    for tool in tools:
        found = {name: body(body_text(read(tool, html)), text) for name, html, text in pages}
        precision = mean(one.precision for one in found.values())
        recall = mean(one.recall for one in found.values())
        f1, low = _f1(list(found.values()))
        yield f"| {tool.name} | {f1} | {precision:.3f} | {recall:.3f} | {low} |"
        if verbose:
            yield from _lowest(tool, found)


def _kept(tools: Sequence[Extractor], own: Sequence[Page], verbose: bool) -> Iterator[str]:
    """What of articles is kept in their bodies: the shares of marked four-grams."""
    yield f"| {len(own)} pages of our own | F1 | below {LOW} | quotations | items | pull quotes |"
    yield "|---|---:|---:|---:|---:|---:|"
    for tool in tools:
        texts = {one.name: body_text(read(tool, one.html)) for one in own}
        found = {one.name: body(texts[one.name], body_text(one.blocks)) for one in own}
        shares = [
            {one.name: kept(one.marked(*part), one.blocks, texts[one.name]) for one in own}
            for part in (("quotation",), ("item",), ("quotation", True))
        ]
        columns = " | ".join(_share(sum(share.values(), Tally())) for share in shares)
        yield f"| {tool.name} | {' | '.join(map(str, _f1(list(found.values()))))} | {columns} |"
        if verbose:
            yield from _lowest(tool, found)
            lost = [name for name, share in shares[0].items() if share.right < share.truth]
            yield f"  - quotations lost in: {', '.join(lost) or 'none'}"


def _blocks(own: Sequence[Page], verbose: bool) -> Iterator[str]:
    """What kinds Quoth gives to the blocks, and which marks it ties to their notes."""
    found = {one.name: kinds(read(QUOTH, one.html), one.blocks) for one in own}
    every = list(found.values())
    right = sum((one.kinds for one in every), Tally())
    marked = sum((one.quotations for one in every), Tally())
    tied = sum((references(one.refers, notes(one.html)) for one in own), Tally())
    yield f"- Quoth, blocks of the right kind: {_share(right)} of {right.truth}"
    yield f"- Quoth, quotations as quotations: F1 {marked.f1 or 0:.3f}, recall {_share(marked)}"
    yield f"- Quoth, marks tied to their notes: {tied.right} of {tied.truth}, {tied.read} made"
    if verbose:
        for name, one in found.items():
            yield f"  - {name}: kinds {_share(one.kinds)}, quotations {_share(one.quotations)}"


def _said(tools: Sequence[Extractor], own: Sequence[Page], verbose: bool) -> Iterator[str]:
    """How often each field of the metadata was found as in the truth."""
    yield f"| said by {len(own)} pages | {' | '.join(FIELDS)} |"
    yield f"|---|{'---:|' * len(FIELDS)}"
    for tool in tools:
        found = {one.name: said(tool, one.html) for one in own}
        wrong = {
            field: [p for p in own if not said_right(field, p.said, found[p.name])]
            for field in FIELDS
        }
        yield f"| {tool.name} | {' | '.join(str(len(own) - len(w)) for w in wrong.values())} |"
        if verbose and tool is QUOTH:
            for field, pages in wrong.items():
                for one in pages:
                    yield f"  - {one.name}, {field}: {found[one.name][field]!r}"


def _f1(found: Sequence[Body]) -> tuple[str, int]:
    return f"{mean(one.f1 for one in found):.3f}", sum(one.f1 < LOW for one in found)


def _lowest(tool: Extractor, found: dict[str, Body]) -> Iterator[str]:
    for name, one in found.items():
        if one.f1 < LOW:
            parts = f"precision {one.precision:.3f}, recall {one.recall:.3f}"
            yield f"  - {tool.name}, {name}: {one.f1:.3f}, {parts}"


def _share(tally: Tally) -> str:
    return f"{tally.right / tally.truth:.3f}" if tally.truth else ""


def speed(tools: Sequence[Extractor], data: Path, rounds: int) -> Iterator[str]:
    """Pages per CPU-second without start-up, programs in turn; medians over rounds."""
    pages = sum(1 for _ in pages_in(data))
    rates: dict[str, list[float]] = {tool.name: [] for tool in tools}
    for number in range(rounds + 1):
        for tool in tools:
            rate = (pages - 1) / (_cost(tool, data).cpu - _cost(tool, data, "--one").cpu)
            if number:  # the first round fills the caches of files and modules
                rates[tool.name].append(rate)
    yield "| | pages per CPU-second | to trafilatura | by round |"
    yield "|---|---:|---:|---:|"
    base = rates.get(TRAFILATURA.name)
    for name, found in rates.items():
        ratios = [a / b for a, b in zip(found, base, strict=True)] if base else [1.0]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        yield f"| {name} | {median(found):.1f} | {median(ratios):.2f} | {spread} |"
    yield ""
    yield from (f"- {line}" for line in setting())
    yield f"- {pages} pages, {rounds} rounds; user and system time of all processes of a program"
    yield "- Quoth gives blocks, metadata and places; the others give the text alone"
    yield f"- {', '.join(f'{name}={value}' for name, value in THREADS.items())}"


def _cost(tool: Extractor, data: Path, *options: str) -> Cost:
    command = [sys.executable, "-m", "benchmarks.html_tools", tool.name, str(data.resolve())]
    return cost([*command, *options])


if __name__ == "__main__":
    main()
