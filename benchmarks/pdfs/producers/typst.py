"""Pages by Typst: the pieces go in as JSON, the layout's style sets them."""

from __future__ import annotations

import json
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.pdfs.article import Piece, Run
from benchmarks.pdfs.producers import STYLES, style
from benchmarks.pdfs.producers.picture import picture
from benchmarks.pdfs.sheet import Sheet


def missing() -> str | None:
    """What to do before it can be used here."""
    if find_spec("typst") and find_spec("pypdf"):
        return None
    return "typst or pypdf is not installed; run: pip install '.[pdfs]'"


def pdf(sheet: Sheet) -> bytes:
    """The sheet, set by Typst; tagged layouts follow PDF/UA-1."""
    import typst

    notes = {one.marker: _runs(one.runs) for one in sheet.pieces if one.kind == "footnote"}
    at_foot = sheet.layout.notes == "foot"
    pieces = [one for one in sheet.pieces if not (at_foot and one.kind == "footnote")]
    data = json.dumps(
        {
            "pieces": [_piece(one) for one in pieces],
            "notes": notes if at_foot else {},
            "fields": sheet.fields,
        }
    )
    with TemporaryDirectory() as folder:
        Path(folder, "common.typ").write_bytes((STYLES / "common.typ").read_bytes())
        Path(folder, "main.typ").write_text(style(sheet, ".typ"), encoding="utf-8")
        Path(folder, "picture.png").write_bytes(picture(sheet.name))
        made: bytes = typst.compile(
            Path(folder, "main.typ"),
            sys_inputs={"sheet": data},
            pdf_standards="ua-1" if sheet.layout.tagged else [],
            pdf_tags=sheet.layout.tagged,
            timestamp=int(sheet.fields["epoch"]),
        )
    return turned(made) if sheet.layout.turned else made


def turned(data: bytes) -> bytes:
    """The same pages; what odd ones hold lies on its side, and they say so with /Rotate."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(data))
    for page in writer.pages[::2]:
        page.rotate(270)
        page.transfer_rotation_to_content()
        page.rotate(90)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "kind": "citation" if piece.citation else piece.kind,
        "runs": _runs(piece.runs),
        "marker": piece.marker,
        "rows": piece.rows,
    }


def _runs(runs: tuple[Run, ...]) -> list[dict[str, str]]:
    return [{"text": run.text, "style": run.style} for run in runs]
