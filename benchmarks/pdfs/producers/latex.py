"""Pages by pdfLaTeX: the layout's style is the preamble, which defines the commands used here."""

from __future__ import annotations

import os
import re
import subprocess
from itertools import groupby
from pathlib import Path
from shutil import which
from string import Template
from tempfile import TemporaryDirectory

from benchmarks.pdfs.article import Piece, Run
from benchmarks.pdfs.producers import style
from benchmarks.pdfs.producers.picture import picture
from benchmarks.pdfs.sheet import Sheet

FRONT = ("title", "deck", "byline", "dateline")
SECONDS = 120
SPECIAL = str.maketrans({one: f"\\{one}" for one in "#$%&_{}"} | {"·": r"\textperiodcentered{}"})
FIRST_WORD = re.compile(r"(?P<cap>\W*\w)(?P<rest>\w*)")


class Fill(Template):
    """`@@name` is filled in: a dollar has a meaning of its own in TeX."""

    delimiter = "@@"


def missing() -> str | None:
    """What to do before it can be used here."""
    if which("pdflatex"):
        return None
    return "pdflatex is not installed; install TeX Live with its recommended and extra packages"


def pdf(sheet: Sheet) -> bytes:
    """The sheet, set by pdfLaTeX."""
    values = {key: value.translate(SPECIAL) for key, value in sheet.fields.items()}
    head = Fill(style(sheet, ".tex")).substitute(values)
    source = f"{head}\n\\begin{{document}}\n{body(sheet)}\n\\end{{document}}\n"
    with TemporaryDirectory() as folder:
        Path(folder, "main.tex").write_text(source, encoding="utf-8")
        Path(folder, "picture.png").write_bytes(picture(sheet.name))
        done = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "main.tex"],
            cwd=folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": sheet.fields["epoch"], "FORCE_SOURCE_DATE": "1"},
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        if done.returncode:
            said = done.stdout.decode(errors="replace")
            raise RuntimeError(f"{sheet.name}: pdflatex failed: {said[-600:]}")
        return Path(folder, "main.pdf").read_bytes()


def body(sheet: Sheet) -> str:
    """The pieces as LaTeX."""
    notes = {one.marker: one for one in sheet.pieces if one.kind == "footnote"}
    at_foot = notes if sheet.layout.notes == "foot" else {}
    front = [one for one in sheet.pieces if one.kind in FRONT]
    rest = [one for one in sheet.pieces if one.kind not in FRONT]
    if at_foot:
        rest = [one for one in rest if one.kind != "footnote"]
    parts = [f"\\Front{{{''.join(_piece(one, at_foot) for one in front)}}}"]
    groups = groupby(rest, lambda piece: piece.kind)
    parts += [_group(kind, list(group), at_foot) for kind, group in groups]
    parts[1] = FIRST_WORD.sub(r"\\Opening{\g<cap>}{\g<rest>}", parts[1], count=1)
    return "\n\n".join(parts)


def _group(kind: str, pieces: list[Piece], notes: dict[str, Piece]) -> str:
    inner = "\n\n".join(_piece(one, notes) for one in pieces)
    if kind == "quotation":
        return f"\\begin{{Quoted}}\n{inner}\n\\end{{Quoted}}"
    if kind == "item":
        name = "itemize" if pieces[0].marker == "•" else "enumerate"
        return f"\\begin{{{name}}}\n{inner}\n\\end{{{name}}}"
    return inner


def _piece(piece: Piece, notes: dict[str, Piece]) -> str:
    words = _words(piece.runs, notes)
    match piece.kind:
        case "paragraph":
            return words
        case "item":
            return f"\\item {words}"
        case "quotation":
            return f"\\Citation{{{words}}}" if piece.citation else words
        case "caption":
            return f"\\Picture{{{words}}}"
        case "footnote":
            return f"\\Endnote{{{piece.marker}}}{{{words}}}"
        case "table":
            rows = " \\\\\n".join(
                " & ".join(cell.translate(SPECIAL) for cell in row) for row in piece.rows
            )
            return f"\\Table{{{'l' * len(piece.rows[0])}}}{{{rows} \\\\}}"
    return f"\\{piece.kind.capitalize()}{{{words}}}"


def _words(runs: tuple[Run, ...], notes: dict[str, Piece]) -> str:
    def word(run: Run) -> str:
        text = run.text.translate(SPECIAL)
        if run.style == "note":
            note = notes.get(run.text)
            return f"\\footnote{{{_words(note.runs, {})}}}" if note else f"\\Mark{{{text}}}"
        return f"\\emph{{{text}}}" if run.style == "italic" else text

    return "".join(map(word, runs))
