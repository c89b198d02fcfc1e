"""What stands between an article's headline and its text: deck, byline, dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quoth.documents.credits import credit
from quoth.documents.dates import iso_date
from quoth.documents.html.headline import cut, ended, lines
from quoth.documents.html.labels import is_label
from quoth.documents.html.pieces import Piece
from quoth.documents.html.region import DECK, DECKS, Part
from quoth.documents.html.roles import LONG, SENTENCE, SIGNS, Page
from quoth.documents.roles import BYLINE, HEAD
from quoth.records import BlockKind

SIGNED = 120
"""No byline is longer; what is says who the writer is."""
DECK_FROM = 40
"""A shorter line above a byline may be a rubric."""
DATED = 80
"""No dateline is longer."""
PLACE = 24
"""So many letters beside the date may name a place or an edition."""
ZONE = 40
"""So many pieces stand between headline and text at most."""
BELOW = 6
"""Byline and date may stand among so many pieces below the article."""
SEPARATOR = re.compile(
    r"\s*[|·•–—]\s+|\s+/\s+|\s*[|·]\s*|\s+(?=(?:last )?(?:posted|published|updated)\b)", re.I
)
CHANGED = re.compile(r"(?:last )?(?:updated|modified)\b", re.I)
SIGN_OFF = re.compile(r"\(?(?:additional )?(?:reporting|writing|editing|compiled) by\b", re.I)
"""How agencies sign below a report."""
NUMBERS = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b")
WORDS_OF_DATES = re.compile(
    r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b|\b[ap]\.?m\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:gmt|utc|[ecmpb]s?[dt]|et)\b"
    r"|\b(?:last|first|originally|published|updated|posted|modified|created|date|on|at|of|the|uhr)\b",
    re.I,
)


def headed(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts` with what stands above the article's text told apart, and no deck below."""
    start = next((n for n, part in enumerate(parts) if _opens(page, part)), 1)
    result = [each for part in parts[:start] for each in _divided(page, part)]
    above = len(result)
    below = [(piece, _below(page, piece, kind)) for piece, kind in parts[start:]]
    result += [each for part in below[:HEAD] for each in _divided(page, part)] + below[HEAD:]
    for n, (piece, kind) in enumerate(result):
        if n < HEAD and kind in ("deck", "paragraph", "byline"):
            result[n] = piece, head_kind(piece, kind)
    title = next((n for n, (_, kind) in enumerate(result) if kind == "title"), above)
    _with_neighbours(result, title)
    decks = [n for n in range(title + 1, above) if _may_be_deck(page, *result[n])]
    # Where there are more, the article's own paragraphs stand apart from each other.
    apart = 0 < len(decks) <= DECKS
    for n in decks:
        piece, kind = result[n]
        sure = kind == "deck" and n < title + HEAD
        deck = (apart or sure) and len(piece.text) <= DECK
        result[n] = piece, "deck" if deck else ("paragraph" if kind == "deck" else kind)
    return result


def _with_neighbours(parts: list[Part], title: int) -> None:
    """Tell a name beside a date for a byline, and a line above these for a deck, in `parts`."""
    zone = range(title + 1, min(title + HEAD, len(parts)))
    signs = [n for n in zone if parts[n][1] in SIGNS]
    above = [n for n in range(title + 1, signs[0]) if parts[n][1] == "paragraph"] if signs else []
    for n in above if len(above) <= DECKS else ():
        piece = parts[n][0]
        if DECK_FROM <= len(piece.text) <= DECK and not piece.linked:
            parts[n] = piece, "deck"
    for n in zone:
        piece, kind = parts[n]
        if kind == "paragraph" and (n - 1 in signs or n + 1 in signs) and _is_name(piece.text):
            parts[n] = piece, "byline"


def _is_name(text: str) -> bool:
    """Whether `text` is a person's name, and perhaps a place or an office after it."""
    authors = credit(text).authors
    named = len(text) <= DATED and len(authors) == 1 and text.startswith(authors[0])
    return named and not SENTENCE.search(text)


def _opens(page: Page, part: Part) -> bool:
    """Whether a piece is the first paragraph of the article's text."""
    piece, kind = part
    return page.holds(piece) and kind == "paragraph" and page.worths[piece.number] > 0


def _below(page: Page, piece: Piece, kind: BlockKind) -> BlockKind:
    if kind == "paragraph" and SIGN_OFF.match(piece.text) and len(piece.text) <= 3 * SIGNED:
        return "byline"
    if kind != "deck":
        return kind
    heads = page.worths[piece.number] <= 0 and page.tree.acts[piece.element] != "p"
    return "heading" if heads else "paragraph"


def _may_be_deck(page: Page, piece: Piece, kind: BlockKind) -> bool:
    if kind == "quotation":  # where only a name calls it that, it is set like one
        above = page.kinds[page.tree.parents[piece.element]]
        return above != kind and page.tree.acts[piece.element] in ("div", "p", "section")
    return kind == "deck" or (kind == "paragraph" and page.worths[piece.number] > 0)


def _divided(page: Page, part: Part) -> Iterator[Part]:
    """A byline and a dateline that share a line or a paragraph, each as a part of its own."""
    piece, kind = part
    if len(piece.text) > 2 * SIGNED or kind not in ("paragraph", "deck", *SIGNS):
        yield part
        return
    result: list[Part] = []
    for line in lines(piece) if "\n" in piece.text else [piece]:
        for each in _by_kind(page, line):
            result += _at_separators(page, each, kind)
    yield from result if any(each in SIGNS for _, each in result) else [part]


def _at_separators(page: Page, piece: Piece, kind: BlockKind) -> list[Part]:
    """The bylines and datelines in a piece that holds nothing else but labels; or else it whole."""
    cuts = cut(piece, SEPARATOR)
    parts = [_told(page, each, kind, named=len(cuts) > 1) for each in cuts]
    signs = [part for part in parts if part[1] in SIGNS]
    if signs and all(kind in SIGNS or is_label(each.text) for each, kind in parts):
        return signs
    return [_told(page, piece, kind, named=False)]


def _told(page: Page, piece: Piece, kind: BlockKind, named: bool) -> Part:
    """A piece with its kind; where it shares a line with others, a name is one who signs."""
    own = page.kind(piece)
    if own not in SIGNS and _is_mostly_byline(page, piece):
        own = "byline"
    kind = head_kind(piece, own if own in SIGNS else kind)
    return piece, "byline" if named and kind not in SIGNS and _is_name(piece.text) else kind


def _is_mostly_byline(page: Page, piece: Piece) -> bool:
    names = sum(len(text) for text, element in piece.runs if page.kinds[element] == "byline")
    return len(piece.text) <= SIGNED and 2 * names >= len(piece.text)


def _by_kind(page: Page, piece: Piece) -> list[Piece]:
    """A piece cut where a byline's or a dateline's element ends, and another begins."""
    result: list[Piece] = []
    last: BlockKind = "paragraph"
    for text, element in piece.runs:
        kind = page.kinds[element]
        before = result[-1].runs[-1][0] if result and result[-1].runs else ""
        # Words that touch are drawn apart: each element is a line, or a column, of its own.
        apart = before[-1:].isalnum() and text[:1].isalnum() and last in SIGNS
        other = kind != last and last in SIGNS and kind in SIGNS and text.strip()
        if not result or apart or other:
            result.append(Piece(piece.element, piece.number))
        last = kind if text.strip() else last
        if text.strip() or result[-1].runs:
            result[-1].runs.append((text if result[-1].runs else text.lstrip(), element))
    result = [each for each in result if each.runs]
    return ended(result) if len(result) > 1 else [piece]


def head_kind(piece: Piece, kind: BlockKind) -> BlockKind:
    """The kind of a short piece near the headline, where its text says it better than a class."""
    text = piece.text
    if len(text) > SIGNED or (len(text) > LONG and SENTENCE.search(text)):
        return kind
    if is_dateline(text) or (kind == "byline" and CHANGED.match(text)):
        return "dateline"
    return "byline" if BYLINE.match(text) and not SENTENCE.search(text) else kind


def is_dateline(text: str) -> bool:
    """Whether `text` is a date and hardly more."""
    if len(text) > DATED or BYLINE.match(text) or not (NUMBERS.search(text) or iso_date(text)):
        return False
    rest = WORDS_OF_DATES.sub("", text)
    return sum(char.isalpha() for char in rest) <= PLACE


def signed(page: Page, parts: list[Part]) -> list[Part]:
    """`parts` with the byline and the dateline that stand near by, in a box beside the article."""
    title = next((n for n, (_, kind) in enumerate(parts) if kind == "title"), None)
    if title is None:
        return parts
    first = next((n for n in range(title + 1, len(parts)) if _is_text(page, parts[n])), len(parts))
    start = parts[title][0].number
    end = parts[first][0].number if first < len(parts) else start
    zone = page.pieces[start + 1 : min(end, start + ZONE)]
    above = page.pieces[max(start - 3, 0) : start]
    known = {id(piece) for piece, _ in parts} | {piece.number for piece, _ in parts}
    head = [part for p in zone if p.number not in known for part in _signs(page, p)]
    over = [part for p in above if p.number not in known for part in _signs(page, p)]
    head = sorted(parts[title + 1 : first] + head, key=lambda part: part[0].number)
    dated = [(piece, kind) for piece, kind in over if kind == "dateline" and iso_date(piece.text)]
    result = [*parts[:title], *dated, parts[title], *head, *parts[first:]]
    return result + _below_text(page, result)


def _is_text(page: Page, part: Part) -> bool:
    piece, kind = part
    return kind not in ("byline", "dateline", "deck", "caption") and page.worths[piece.number] > 0


def _signs(page: Page, piece: Piece) -> Iterator[Part]:
    if len(piece.text) > 2 * SIGNED:
        return
    for part in _divided(page, (piece, page.kind(piece))):
        if part[1] == "dateline" or (part[1] == "byline" and len(part[0].text) <= SIGNED):
            yield part


def _below_text(page: Page, parts: list[Part]) -> list[Part]:
    """The byline and the date below an article that has none above."""
    kinds = {kind for _, kind in parts}
    after = parts[-1][0].number + 1
    result: list[Part] = []
    for piece in page.pieces[after : after + BELOW]:
        for each, kind in (*_signs(page, piece), *_amid(page, piece)):
            tells = credit(each.text).authors if kind == "byline" else iso_date(each.text)
            if kind not in kinds and tells:
                kinds.add(kind)
                result.append((each, kind))
    return result


def _amid(page: Page, piece: Piece) -> Iterator[Part]:
    """Byline and date in a line of other words: "This was posted in Council on ... by ..."."""
    for kind, group in groupby(piece.runs, key=lambda run: page.kinds[run[1]]):
        runs = list(group)
        if kind in SIGNS and any(text.strip() for text, _ in runs):
            runs[0] = runs[0][0].lstrip(), runs[0][1]
            yield ended([Piece(piece.element, piece.number, runs=runs)])[0], kind
