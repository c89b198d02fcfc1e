"""The shares of documents as one picture: SVG bars, readable on light and on dark."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from quoth.account import Account, Share
from quoth.export.account import percent
from quoth.export.characters import one_line, shortened

WIDTH = 720
"""In pixels, as all measures here."""
_MARGIN, _ROW, _NAMES, _BARS = 24, 26, 232, 376
_MOST = 12
"""Bars of a panel; the others are summed up in the last one."""
_LONGEST = 30
_CONTROL = dict.fromkeys((*range(32), 127))

_STYLE = """\
svg { font: 14px system-ui, sans-serif; background: #ffffff }
text { fill: #24292f } .title { font-weight: 600 } .soft { fill: #59636e }
.bar { fill: #a3158c } .track { fill: #eaeef2 } .own { fill: #6e7781 }
@media (prefers-color-scheme: dark) {
svg { background: #161b22 } text { fill: #dce2e8 } .soft { fill: #9aa4ae }
.bar { fill: #e678d2 } .track { fill: #2b323b } .own { fill: #9aa4ae }
}"""


def picture(accounts: Iterable[Account]) -> str:
    """One SVG of all `accounts`: for each a panel by source and one by kind of source."""
    drawn: list[str] = []
    told: list[str] = []
    y = _MARGIN
    for account in accounts:
        document = account.reading.document
        name = _text(document.title or document.name, 80)
        drawn.append(f'<text class="title" x="{_MARGIN}" y="{y + 14}">{name}</text>')
        told.append(name)
        y += _ROW
        for title, shares in (("By source", account.by_source), ("By kind", account.by_kind)):
            drawn.append(f'<text class="soft" x="{_MARGIN}" y="{y + 14}">{title}</text>')
            y += _ROW
            for one in _shortened(shares):
                drawn.append(_bar(one, y))
                told.append(f"{_text(one.name, 80)}: {percent(one.share)}")
                y += _ROW
        y += _ROW
    description = ". ".join(told)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" '
        f'viewBox="0 0 {WIDTH} {y}" role="img" aria-labelledby="name told">\n'
        f'<title id="name">Whose word the text is</title>\n'
        f'<desc id="told">{description}.</desc>\n<style>{_STYLE}</style>\n'
        f"{chr(10).join(drawn)}\n</svg>\n"
    )


def _bar(one: Share, y: int) -> str:
    kind = "own" if one.id is None and not one.statements else "bar"
    x, length = _MARGIN + _NAMES, round(_BARS * one.share, 1)
    return (
        f'<text x="{x - 8}" y="{y + 14}" text-anchor="end">{_text(one.name, _LONGEST)}</text>'
        f'<rect class="track" x="{x}" y="{y + 2}" width="{_BARS}" height="16" rx="2"/>'
        f'<rect class="{kind}" x="{x}" y="{y + 2}" width="{length}" height="16" rx="2"/>'
        f'<text x="{x + _BARS + 8}" y="{y + 14}">{percent(one.share)}</text>'
    )


def _shortened(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    if len(shares) <= _MOST:
        return shares
    kept, rest = shares[: _MOST - 1], shares[_MOST - 1 :]
    statements = sum(one.statements for one in rest)
    return (*kept, Share(f"{len(rest)} others", statements, sum(one.share for one in rest)))


def _text(words: str, longest: int) -> str:
    plain = one_line(words).translate(_CONTROL).replace("_", " ")
    return escape(shortened(plain, longest))
