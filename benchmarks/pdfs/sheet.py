"""What a page is to say: an article's pieces in reading order, as one layout shows them.

Producers set a sheet and `truth` writes it down, so that both speak of the same words.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from string import Template

from benchmarks.pdfs.article import Article, Kind, Piece, Run, runs
from benchmarks.pdfs.layout import Layout

AMID = 4
"""A related box stands after so many paragraphs."""


@dataclass(frozen=True)
class Sheet:
    """One document to be set. `fields` fills the templates of layouts and styles."""

    name: str
    layout: Layout
    article: Article
    pieces: tuple[Piece, ...]
    fields: dict[str, str]


def sheet(name: str, layout: Layout, article: Article, seed: str) -> Sheet:
    """The article as the layout shows it; size and margin are drawn by the seed."""
    values = fields(article) | looks(layout, seed)
    front = [_front(kind, layout, article, values) for kind in layout.front]
    body = _body(layout, article, Template(layout.lead).substitute(values))
    above, amid, below = (
        [Piece("head", (Run(Template(one).substitute(values)),)) for one in texts]
        for texts in (layout.above, layout.amid, layout.below)
    )
    after = place_amid(body) if amid else 0
    pieces = (*above, *front, *body[:after], *amid, *body[after:], *below)
    return Sheet(name, layout, article, pieces, values)


def fields(article: Article) -> dict[str, str]:
    """What templates may name of an article; what a page alone can
    tell stays for the producer: `page`, `pages`, `roman`, `section`.

    `epoch` is noon of the day in seconds: when a PDF says that it was made.
    """
    day = date.fromisoformat(article.head["published"])
    names = article.authors
    surnames = " and ".join(name.split()[-1] for name in names)
    return {
        "title": _plain(article.head["title"]),
        "deck": _plain(article.head["deck"]),
        "authors": " and ".join(names),
        "surnames": surnames if all(len(n.split()) == 2 for n in names) else article.head["outlet"],
        "outlet": article.head["outlet"],
        "place": article.head["place"],
        "PLACE": article.head["place"].upper(),
        "slug": article.name.upper(),
        "url": f"https://{article.head['outlet'].lower().replace(' ', '')}.example/"
        f"{day:%Y/%m/%d}/{article.name}",
        "date": f"{day.day} {day:%B %Y}",
        "day": f"{day.day} {day:%B}",
        "month": f"{day:%B %Y}",
        "weekday": f"{day:%A}",
        "short": f"{day.month}/{day.day}/{day:%y}",
        "long": f"{day:%d.%m.%Y}, 21:07",
        "number": f"{day:%Y}/{len(article.body)}",
        "iso": f"{day:%Y-%m-%d}",
        "epoch": str((day - date(1970, 1, 1)).days * 86400 + 43200),
        "page": "${page}",
        "pages": "${pages}",
        "roman": "${roman}",
        "section": "${section}",
    }


def looks(layout: Layout, seed: str) -> dict[str, str]:
    """Size of the text and margin of the page, in points, drawn anew for each copy."""
    draw = random.Random(f"{seed}:{layout.name}")
    return {
        "size": f"{draw.choice(layout.sizes):g}",
        "margin": str(draw.randint(50, 72)),
        "seed": seed,
    }


def _plain(text: str) -> str:
    return "".join(run.text for run in runs(text))


def _front(kind: Kind, layout: Layout, article: Article, values: dict[str, str]) -> Piece:
    if kind in ("title", "deck"):
        return Piece(kind, runs(article.head[kind]))
    template = layout.byline if kind == "byline" else layout.dateline
    return Piece(kind, (Run(Template(template).substitute(values)),))


def _body(layout: Layout, article: Article, lead: str) -> list[Piece]:
    """Body, then notes, then the box, less what the layout does not show."""
    shown = [piece for piece in article.body if piece.kind not in layout.without]
    notes = [piece for piece in shown if piece.kind == "footnote"]
    box = [piece for piece in shown if piece.boxed]
    body = [piece for piece in shown if piece not in notes and not piece.boxed]
    if layout.notes == "none":
        body, notes = [_without_markers(piece) for piece in body], []
    if layout.numbered:
        body = _numbered(body)
    if lead:
        body[0] = replace(body[0], runs=(Run(lead), *body[0].runs))
    title = [Piece("heading", (Run("Notes"),))] if layout.notes == "end" else []
    return [*body, *title, *notes, *(box if layout.box else ())]


def _without_markers(piece: Piece) -> Piece:
    return replace(piece, runs=tuple(run for run in piece.runs if run.style != "note"))


def _numbered(body: list[Piece]) -> list[Piece]:
    section, number, numbered = 1, 0, []
    for piece in body:
        if piece.kind == "heading":
            section, number = section + 1, 0
        elif piece.kind == "paragraph":
            number += 1
            piece = replace(piece, marker=f"{section}.{number}")
        numbered.append(piece)
    return numbered


def place_amid(body: Sequence[Piece]) -> int:
    """Where a box may stand amid the body: after a paragraph that no list or quotation follows."""
    for n in range(AMID, len(body)):
        if body[n - 1].kind == "paragraph" and body[n].kind in ("paragraph", "heading"):
            return n
    return len(body)
