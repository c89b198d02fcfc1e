"""Pages by WeasyPrint: HTML from the pieces, looks from the layout's CSS."""

from __future__ import annotations

import base64
import re
from functools import partial
from html import escape
from itertools import groupby
from string import Template

from benchmarks.pdfs.article import Piece, Run
from benchmarks.pdfs.producers import style
from benchmarks.pdfs.producers.picture import picture
from benchmarks.pdfs.sheet import Sheet, place_amid

FRONT = ("title", "deck", "byline", "dateline")
TAGS = {"title": "h1", "heading": "h2"}
CAP = re.compile(r'^(<p class="paragraph">)(\W*\w)')
INITIAL = r'\1<span class="cap">\2</span>'
AROUND = {"quotation": "blockquote", "head": "nav", "box": "aside"}


def missing() -> str | None:
    """What to do before it can be used here."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "WeasyPrint is not installed; run: pip install '.[pdfs]'"
    except OSError:  # it loads libraries of the system
        return "WeasyPrint does not find Pango; install it"
    return None


def pdf(sheet: Sheet) -> bytes:
    """The sheet, set by WeasyPrint; tagged layouts follow PDF/UA-1."""
    from weasyprint import HTML

    variant = "pdf/ua-1" if sheet.layout.tagged else None
    made: bytes = HTML(string=page(sheet)).write_pdf(pdf_variant=variant, custom_metadata=False)
    return made


def page(sheet: Sheet) -> str:
    """The whole page as HTML."""
    fill = {key: value.replace('"', '\\"') for key, value in sheet.fields.items()}
    css = Template(style(sheet, ".css")).safe_substitute(fill)
    notes = {one.marker: one for one in sheet.pieces if one.kind == "footnote"}
    at_foot = notes if sheet.layout.notes == "foot" else {}
    pieces = [one for one in sheet.pieces if one.marker not in at_foot or one.kind != "footnote"]
    pieces = _with_box(pieces, sheet.layout.box)
    parts = groupby(pieces, partial(_part, within=sheet.layout.box == "amid"))
    body = "".join(_around(name, list(group), at_foot) for name, group in parts)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(sheet.fields['title'])}</title>"
        f'<meta name="author" content="{escape(sheet.fields["authors"])}">'
        f'<meta name="dcterms.created" content="{sheet.fields["iso"]}">'
        f"<style>{css}</style></head><body>{body}</body></html>"
    )


def _with_box(pieces: list[Piece], where: str | None) -> list[Piece]:
    """The pieces with the box where the page has it; in reading order it comes last."""
    rest, box = [p for p in pieces if not p.boxed], [p for p in pieces if p.boxed]
    front = sum(_part(piece) != "main" for piece in rest)
    at = {"first": front, "amid": front + place_amid(rest[front:])}.get(where or "", len(rest))
    return [*rest[:at], *box, *rest[at:]]


def _part(piece: Piece, within: bool = False) -> str:
    """Pieces of one part stand in one element; a box may stand within the main one."""
    if piece.kind in FRONT:
        return "front"
    if piece.boxed and not within:
        return "box"
    return "head" if piece.kind == "head" else "main"


def _around(part: str, pieces: list[Piece], notes: dict[str, Piece]) -> str:
    if part == "front":
        return f"<header>{''.join(_element(one, notes) for one in pieces)}</header>"
    if part == "main":
        inner = "".join(
            _listed(kind, list(group), notes)
            for kind, group in groupby(pieces, lambda piece: "box" if piece.boxed else piece.kind)
        )
        return f"<main>{CAP.sub(INITIAL, inner, count=1)}</main>"
    tag = AROUND[part]
    return f"<{tag}>{''.join(_element(one, notes) for one in pieces)}</{tag}>"


def _listed(kind: str, pieces: list[Piece], notes: dict[str, Piece]) -> str:
    inner = "".join(_element(one, notes) for one in pieces)
    if kind == "item":
        tag = "ul" if pieces[0].marker == "•" else "ol"
        return f"<{tag}>{inner}</{tag}>"
    return f"<{AROUND[kind]}>{inner}</{AROUND[kind]}>" if kind in AROUND else inner


def _element(piece: Piece, notes: dict[str, Piece]) -> str:
    words = _words(piece.runs, notes)
    match piece.kind:
        case "item":
            return f"<li>{words}</li>"
        case "caption":
            image = base64.b64encode(picture(piece.text)).decode()
            source = f'<img src="data:image/png;base64,{image}" alt="A landscape">'
            return f"<figure>{source}<figcaption>{words}</figcaption></figure>"
        case "table":
            first, *rest = (
                "".join(f"<{{0}}>{escape(cell)}</{{0}}>" for cell in row) for row in piece.rows
            )
            rows = "".join(f"<tr>{row.format('td')}</tr>" for row in rest)
            return f"<table><thead><tr>{first.format('th')}</tr></thead>{rows}</table>"
        case "footnote":
            return f'<p class="endnote"><sup>{piece.marker}</sup> {words}</p>'
    if piece.kind == "head":  # a web page's menu is made of links, in print too
        words = f'<a href="https://news.example/{len(piece.text)}">{words}</a>'
    tag = TAGS.get(piece.kind, "p")
    name = "citation" if piece.citation else piece.kind
    return f'<{tag} class="{name}">{words}</{tag}>'


def _words(runs: tuple[Run, ...], notes: dict[str, Piece]) -> str:
    def word(run: Run) -> str:
        if run.style == "note":
            if run.text in notes:
                return f'<span class="note">{_words(notes[run.text].runs, {})}</span>'
            return f"<sup>{run.text}</sup>"
        return f"<i>{escape(run.text)}</i>" if run.style == "italic" else escape(run.text)

    return "".join(map(word, runs))
