"""Who published a document and when, where only its head or its foot says so.

Metadata comes first. Texts have none: a masthead ("INLAND POST"), a line with the day
("Castrel Courier, Wednesday 15 November 2034"), a dateline ("MERROWDIN, Nov 13 (Lodestar) -") or
a line of rights says it. What may as well be a place, a headline or a section is no outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.documents.credits import BODIES, HOUSE
from quoth.documents.dates import iso_date
from quoth.records import Document

HEAD, FOOT = 4, 2
"""So many blocks at the head and lines at the foot may say it."""
LINE, OPENING = 120, 200
"""Characters of a line of the head, and of the text in which a dateline ends."""
PARTED = re.compile(r"\s[|–—•·/-]\s|\s{3,}")
"""What parts an outlet from its day, as no place is parted from it."""
FIRST = re.compile(rf"{PARTED.pattern}|,\s")
DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b.*|\W*\d.*"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d.*",
    re.I | re.S,
)
SMALL = frozenset("a and at de del der des du for in la le of on the von &".split())  # noqa: SIM905
"""Words inside names that have no capital."""
TEXTUAL = frozenset(
    """
    a an are as at be but by for from had has have how in into is it no not on or says set than
    that to was were what when who why will with you your
    """.split()  # noqa: SIM905  # one a line would fill a screen
)
"""Words of which no masthead is made, and most headlines are."""
AGENCY = re.compile(
    r"^[A-Z][^()\n]{1,80}\((?P<name>[A-Z][\w .&'’-]{1,40}?)(?:,[^()]*)?\)[^()\n]{0,30}?\s?[-–—]"
)
"""A dateline with an agency: `MERROWDIN, Nov 13 (Lodestar) -`, `(Vix, 19 Nov 2031) –`."""
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by\s+)?(?P<name>[A-Z][\w .&'’-]{1,40}?)"
    r"(?:[\s,]*\d{4}|\.|,|$)",
    re.I,
)
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b"
    r"|(?<![\d.])(?P<hours>[01]?\d|2[0-3])[:.](?P<minutes>[0-5]\d)(?![\d]|\.\d)",
    re.I,
)


def outlet_of(document: Document) -> str | None:
    """Who published it, as its metadata, its head or its foot tells; None where none does."""
    known = document.metadata.outlet
    if known and known.where != "byline":
        return known.value
    return _in_head(document) or (_whole(document, known.value) if known else _around(document))


def day_of(document: Document) -> str | None:
    """The ISO 8601 day on which it was published, with the time where its head has that too."""
    lines = [*_lines(document), _opening(document)]
    day = document.published or next(filter(None, map(iso_date, lines)), None)
    if not day or len(day) != 10:
        return day
    clocks = (_clock(line) for line in lines if iso_date(line) == day)
    clock = next(filter(None, clocks), None)
    return f"{day}T{clock}" if clock else day


def agency_in(text: str) -> tuple[str, int, int] | None:
    """The agency that a dateline at the start of `text` names, and where in it: start, end."""
    match = AGENCY.match(text[:OPENING])
    if not match or iso_date(match["name"]):
        return None
    return match["name"], match.start("name"), match.end("name")


def _lines(document: Document) -> Iterator[str]:
    """The lines above the text, white space as it is."""
    for block in document.blocks[:HEAD]:
        text = document.text[block.spans[0].start : block.spans[-1].end]
        ends = text.rstrip().endswith((".", "”")) and not iso_date(text)
        if block.kind == "paragraph" and (len(text) > LINE or ends):
            return
        if len(text) <= 2 * LINE:
            yield from text.splitlines()


def _opening(document: Document) -> str:
    """The dateline of an agency at the start of the text; empty where there is none."""
    for block in document.blocks[: 2 * HEAD]:
        text = document.text[block.spans[0].start : block.spans[0].end]
        if block.kind == "paragraph" and (match := AGENCY.match(text[:OPENING])):
            return match.group()
    return ""


def _whole(document: Document, name: str) -> str:
    """A name that a byline was taken to end with, with the words that belong before it."""
    for line in _lines(document):
        last = line.rsplit(",", 1)[-1].strip(" .")
        if last.endswith(name) and _is_name(last):
            return last
    return name


def _in_head(document: Document) -> str | None:
    lines = list(_lines(document))
    for n, line in enumerate(lines):
        dated = iso_date(line) is not None
        first = FIRST.split(line.strip(), maxsplit=1)[0].strip(" ,.")
        if dated and not DAY.fullmatch(first) and _is_name(first):
            parted = PARTED.match(line.strip()[len(first) :])
            if parted or first[:4].casefold() == "the " or _is_house(first):
                return first
        below = n > 0 and len(lines) > n + 1 and iso_date(lines[n + 1])
        if below and not dated and _is_name(first) and _stands_alone(document, first):
            return first
        near = any(iso_date(other) for other in lines[1:HEAD])
        name = line.strip()
        alone = n == 0 and near and not dated and _is_name(name)
        if alone and (_is_house(name) or (len(lines) > 2 and _is_called(document, name))):
            return name
    return None


def _around(document: Document) -> str | None:
    """The agency of the dateline, the house that has the rights, or the one that signs."""
    if found := agency_in(_opening(document)):
        return found[0]
    foot = document.text[-2 * LINE :].splitlines()
    for line in [line.strip() for line in foot if line.strip()][-FOOT:]:
        if (rights := RIGHTS.search(line)) and len(line) <= LINE:
            return rights["name"]
        told = re.search(rf"\b(?:told|by|to)\s+(?:the\s+)?{re.escape(line)}\b", document.text)
        if len(line) <= 40 and _is_name(line) and told:
            return line
    return None


def _is_name(words: str) -> bool:
    """Whether all of it is one name, of a house or anything else."""
    each = words.split()
    if not 0 < len(each) <= 7 or any(char in words for char in '"“”‘:;?!()'):
        return False
    if any(word.casefold() in TEXTUAL for word in each[1:]):
        return False
    return all(word[0].isupper() or word in SMALL or word[0].isdigit() for word in each) and any(
        word[0].isupper() and word.casefold() not in SMALL for word in each
    )


def _stands_alone(document: Document, name: str) -> bool:
    """Whether a name between headline and day is a paper's: a person's may stand there too."""
    the = name[:4].casefold() == "the "
    return the or _is_house(name) or len(name.split()) == 1 or _is_called(document, name)


def _is_called(document: Document, name: str) -> bool:
    """Whether the text calls its own outlet by the last word of a name: `told the Sentry`."""
    last = re.escape(name.split()[-1].title() if name.isupper() else name.split()[-1])
    return bool(re.search(rf"\b(?:told|to|of which|by|that) [Tt]he {last}\b", document.text))


def _is_house(words: str) -> bool:
    return bool(HOUSE.search(words) or BODIES.search(words))


def _clock(line: str) -> str | None:
    """The time in a line, as `18:05`; None where it has none."""
    for match in CLOCK.finditer(line):
        if match["half"]:
            hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
            if int(match["hour"]) <= 12:
                return f"{hour:02}:{match['minute'] or '00'}"
        else:
            return f"{int(match['hours']):02}:{match['minutes']}"
    return None
