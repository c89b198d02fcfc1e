"""Pages by LibreOffice: a flat ODT by the measures in the layout's TOML, exported as PDF."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import tomllib
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from shutil import which
from string import Template
from typing import Any

from benchmarks.pdfs.article import Piece, Run
from benchmarks.pdfs.producers import STYLES, style
from benchmarks.pdfs.producers.picture import picture
from benchmarks.pdfs.sheet import Sheet

FRONT = ("head", "title", "deck", "byline", "dateline")
PAPERS = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
FIELDS = {
    "page": "<text:page-number/>",
    "pages": "<text:page-count/>",
    "roman": '<text:page-number style:num-format="i"/>',
    "section": '<text:chapter text:display="name" text:outline-level="2"/>',
}
SECONDS = 180


def missing() -> str | None:
    """What to do before it can be used here."""
    if which("soffice"):
        return None
    return "LibreOffice is not installed (no soffice); install its Writer"


def pdf(sheet: Sheet) -> bytes:
    """The sheet, set by LibreOffice; tagged where the layout says so."""
    choices = {"UseTaggedPDF": {"type": "boolean", "value": str(sheet.layout.tagged).lower()}}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "main.fodt")
        source.write_text(document(sheet), encoding="utf-8")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={Path(_profile().name).as_uri()}",
                "--headless",
                "--convert-to",
                f"pdf:writer_pdf_Export:{json.dumps(choices)}",
                "--outdir",
                folder,
                str(source),
            ],
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        return source.with_suffix(".pdf").read_bytes()


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Settings of LibreOffice for this process alone; making them takes seconds."""
    return tempfile.TemporaryDirectory()


def document(sheet: Sheet) -> str:
    """The whole document as flat ODT."""
    looks = tomllib.loads(Template(style(sheet, ".toml")).safe_substitute(sheet.fields))
    size, (width, height) = float(sheet.fields["size"]), PAPERS[looks["paper"]]
    kinds = {"text": {}} | looks["kinds"]
    frame = Template((STYLES / "frame.fodt").read_text(encoding="utf-8"))
    return frame.substitute(
        title=escape(sheet.fields["title"]),
        author=escape(sheet.fields["authors"]),
        styles="".join(_style(name, looks["text"] | of, size) for name, of in kinds.items())
        + looks.get("also", ""),
        width=width,
        height=height,
        side=looks["side"],
        top=looks["top"],
        bottom=looks["bottom"],
        columns=looks.get("columns", 1),
        gap=looks.get("gap", 0),
        center=width / 2 - looks["side"],
        right=width - 2 * looks["side"],
        header=_margin(looks, "top"),
        footer=_margin(looks, "bottom"),
        body=_body(sheet, set(kinds)),
    )


def _style(name: str, of: dict[str, Any], size: float) -> str:
    """Sizes and spaces in the TOML are in units of the text's size, edges in points.

    `also` has further properties of the paragraph, as ODF writes them.
    """
    family, *faces = of["font"].split(", ")
    italic, bold = "italic" in faces, "bold" in faces
    box = ' fo:border="0.5pt solid #666666" fo:padding="6pt"' if of.get("boxed") else ""
    keep = ' fo:keep-with-next="always"' if name == "heading" else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:margin-top="{of["before"] * size}pt"'
        f' fo:margin-bottom="{of["after"] * size}pt" fo:line-height="{of["leading"] * 100:g}%"'
        f' fo:margin-left="{of.get("left", 0)}pt" fo:margin-right="{of.get("right", 0)}pt"'
        f' fo:text-indent="{of.get("first", 0)}pt" fo:text-align="{of["align"]}"'
        f' fo:orphans="2" fo:widows="2"{box}{keep} {of.get("also", "")}><style:tab-stops>'
        f'<style:tab-stop style:position="{of.get("tab", 0)}pt"/></style:tab-stops>'
        f"</style:paragraph-properties>"
        f'<style:text-properties fo:font-family="{family}" fo:font-size="{of["size"] * size}pt"'
        f' fo:font-style="{"italic" if italic else "normal"}"'
        f' fo:font-weight="{"bold" if bold else "normal"}"'
        f' fo:hyphenate="{str(bool(of.get("hyphens"))).lower()}"'
        ' fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>'
        "</style:style>"
    )


def _margin(looks: dict[str, Any], edge: str) -> str:
    """Header or footer: for right pages and, where some head asks for it, for left ones."""
    tag = "header" if edge == "top" else "footer"
    heads = [head for head in looks["heads"] if edge in head]
    sides = {1: "", 0: "-left"} if any("parity" in head for head in heads) else {1: ""}
    made = []
    for parity, suffix in sides.items():
        at = {
            head["at"]: Template(_lines(head["text"])).safe_substitute(FIELDS)
            for head in heads
            if head.get("parity", parity) == parity
        }
        texts = (at.get(where, "") for where in ("left", "center", "right"))
        line = "<text:tab/>".join(texts)
        made.append(
            f'<style:{tag}{suffix}><text:p text:style-name="margin">{line}</text:p>'
            f"</style:{tag}{suffix}>"
        )
    return "".join(made) if heads else ""


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>")


def _body(sheet: Sheet, kinds: set[str]) -> str:
    notes = {one.marker: one for one in sheet.pieces if one.kind == "footnote"}
    pieces = [one for one in sheet.pieces if one.kind != "footnote"]

    def styled(piece: Piece) -> str:
        name = "citation" if piece.citation else piece.kind
        if piece.boxed:
            return f"box-{name}"
        return name if name in kinds else "text"

    def of(piece: Piece) -> str:
        words = _words(piece.runs, notes)
        if piece.kind == "table":
            return _table(piece)
        if piece.kind == "caption":
            image = base64.b64encode(picture(piece.text)).decode()
            words = PICTURE.format(image) + words
        if piece.kind == "paragraph" and piece.marker:
            words = f"{piece.marker}<text:tab/>{words}"
        tag, level = ("text:h", ' text:outline-level="2"') if piece.kind == "heading" else TEXT
        if piece.kind == "title":
            tag, level = "text:h", ' text:outline-level="1"'
        return f'<{tag} text:style-name="{styled(piece)}"{level}>{words}</{tag}>'

    def listed(marker: str, group: list[Piece]) -> str:
        if not marker:
            return "".join(map(of, group))
        items = "".join(f"<text:list-item>{of(one)}</text:list-item>" for one in group)
        return f'<text:list text:style-name="{marker}">{items}</text:list>'

    def marker(piece: Piece) -> str:
        if piece.kind != "item":
            return ""
        return "bullets" if piece.marker == "•" else "numbers"

    front = "".join(of(one) for one in pieces if one.kind in FRONT)
    rest = [one for one in pieces if one.kind not in FRONT]
    main = "".join(listed(name, list(group)) for name, group in groupby(rest, marker))
    return f'{front}<text:section text:style-name="main" text:name="main">{main}</text:section>'


TEXT = ("text:p", "")
PICTURE = (
    '<draw:frame text:anchor-type="as-char" svg:width="200pt" svg:height="125pt"><draw:image>'
    "<office:binary-data>{}</office:binary-data></draw:image>"
    "<svg:title>A landscape</svg:title></draw:frame><text:line-break/>"
)


def _table(piece: Piece) -> str:
    rows = (
        "".join(
            '<table:table-cell office:value-type="string">'
            f'<text:p text:style-name="table">{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        for row in piece.rows
    )
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    columns = f'<table:table-column table:number-columns-repeated="{len(piece.rows[0])}"/>'
    return f'<table:table table:name="figures">{columns}{inner}</table:table>'


def _words(runs: tuple[Run, ...], notes: dict[str, Piece]) -> str:
    def word(run: Run) -> str:
        text = escape(run.text)
        if run.style == "note":
            inner = _words(notes[run.text].runs, {})
            return (
                f'<text:note text:note-class="footnote"><text:note-citation>{text}'
                '</text:note-citation><text:note-body><text:p text:style-name="footnote">'
                f"{inner}</text:p></text:note-body></text:note>"
            )
        if run.style == "italic":
            return f'<text:span text:style-name="italic">{text}</text:span>'
        return text

    return "".join(map(word, runs))
