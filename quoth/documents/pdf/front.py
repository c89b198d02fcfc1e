"""The head of a PDF's text: title, deck, byline and dateline."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.documents.credits import OPENING as BYLINE
from quoth.documents.credits import credit
from quoth.documents.dates import iso_date
from quoth.documents.pdf.groups import LARGE, Group, Kind
from quoth.documents.pdf.margins import Body
from quoth.documents.roles import PLACE_AND_DATE, SLUG

HEADING = 40
"""Characters of a heading right below the title, at the most: a deck has more."""
FRONT = 14
"""Title, deck, byline and dateline stand among so many first groups."""


def set_front(groups: Sequence[Group], kinds: list[Kind], body: Body) -> None:
    """Give their kinds to the groups before the text: title, deck, byline, dateline, or none."""
    end = next(
        (
            n
            for n, (group, kind) in enumerate(zip(groups, kinds, strict=True))
            if (_is_prose(group, body) and kind in ("paragraph", "quotation"))
            or (n and kind == "item")
        ),
        0,
    )
    end = min(end, FRONT)
    if not end:
        return
    largest = max(group.size for group in groups[:end])
    largest_of = [n for n in range(end) if groups[n].size > 0.99 * largest]
    title = next((n for n in largest_of if not _is_credit(groups[n], body)), largest_of[0])
    if largest <= LARGE * body.size and not groups[title].bold:
        title = next((n for n in range(end) if groups[n].bold), title)
    # What looks like the headings of the text is one, directly below the title too.
    like = {
        group.lines[0].style
        for group, kind in zip(groups[end:], kinds[end:], strict=True)
        if kind == "heading"
    }
    for n in range(end):
        kind = _front_kind(groups[n], n, title, end, body)
        sure = n > title and kind == "deck" and groups[n].lines[0].style in like
        brief = len(groups[n].text) <= HEADING and not groups[n].final
        kinds[n] = "heading" if sure and brief else kind
    above = groups[title - 1] if title else None
    if "byline" not in kinds[:end] and above and _is_names(above, body):
        kinds[title - 1] = "byline"  # a manuscript begins with its writer


def _is_prose(group: Group, body: Body) -> bool:
    if abs(group.size - body.size) > 0.02 * body.size or group.bold:
        return False
    return len(group.text) > 150 or (group.final and len(group.text) > 40)


def _front_kind(group: Group, n: int, title: int, end: int, body: Body) -> Kind:
    if n == title:
        return "title"
    words = group.text.strip()
    if len(words) < 80 and PLACE_AND_DATE.fullmatch(words) and iso_date(words):
        return "dateline"
    after = n > title
    if len(words) < 120 and (BYLINE.match(words) or (after and _is_names(group, body))):
        return "byline"
    if iso_date(words) and len(words) < 80:
        return "dateline"
    if not after:
        return None
    if n - 1 == title or len(words) > 60 or group.italic:
        return "deck"
    if n == end - 1 and (group.bold or group.size > LARGE * body.size):
        return "heading"
    return "deck" if len(words) > 30 or group.size > body.size else "heading"


def _is_credit(group: Group, body: Body) -> bool:
    words = group.text.strip()
    dated = PLACE_AND_DATE.fullmatch(words)
    return bool(dated or BYLINE.match(words) or _is_names(group, body))


def _is_names(group: Group, body: Body) -> bool:
    """Whether it names people, as a byline without "By" does."""
    words = group.text.strip()
    if group.size > 1.25 * body.size or len(words) > 60 or SLUG.fullmatch(words):
        return False
    if len(group.lines[0].cells) > 1:
        return False
    if words.isupper() and len(words.split()) > 5:
        return False
    names = credit(words.title() if words.isupper() else words).authors
    lengths = [len(name.split()) for name in names]
    return any(1 < each < 6 for each in lengths) and 2 * sum(lengths) > len(words.split())
