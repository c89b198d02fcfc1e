"""Bylines: the people who wrote a piece, and the house that they wrote it for.

What is neither a person nor a house (a role, a place, a
date, an address) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.documents.metadata import all_found, found
from quoth.records import Metadata

OPENING = re.compile(
    r"^(?:(?:(?:words|story|text|(?:additional )?report(?:ing)?|written|analysis|posted)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af)|authors?|byline|from)\b\s*:?\s+",
    re.I,
)
"""What a byline begins with: "By", "Words by", "Author:"."""
AND = re.compile(r"\s+(?:and|with|und|et|y|e|en|og|och)\s+|\s*[&;]\s*", re.I)
PARTS = re.compile(r"\s*[|/,()\[\]•·\n\t]\s*|\s[-–—]{1,2}\s")
FOR = re.compile(r"(?:^|\s+)(?:for|special to|of|at)\s+(?=the\s|[A-Z])")
PLACE = re.compile(r"(?:^|\s+)(?:in|from|reports|reporting|reported|updated|published)\s+.*$", re.I)
ADDRESS = re.compile(r"\S*@\S+|https?://\S+")
DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|news|info|tv|[a-z]{2})", re.I)

ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|contributing"
    r"|critics?|journalists?|freelance\w*|photographers?|producers?|desk|team|newsroom|bureau|chief"
    r"|special|author|presenter|intern|redaktion|board|photo(?:graph)?s?|pictures?|our)\b",
    re.I,
)
"""A part of a byline with one of these says what somebody is, and in which house perhaps."""
HOUSE = re.compile(
    r"\b(?:news(?:paper)?s?|press|wire|agency|times|post|herald|tribune|journal|gazette|lantern|mail"
    r"|chronicle|courier|globe|standard|telegraph|guardian|observer|mirror|star|express|bulletin"
    r"|dispatch|examiner|inquirer|register|sentinel|record|reporter|review|daily|weekly|today"
    r"|network|magazine|media|radio|television|tv|service|broadcasting|online|digest|monitor"
    r"|citizen|independent|advertiser|argus|echo|advocate|ledger|banner|reuters|bloomberg)\b",
    re.I,
)
"""Words of which houses are named."""
SURE = re.compile(r"\b(?:news|press|wire|agency|service|reuters|bloomberg)$", re.I)
"""Words with which no person's name ends."""
SHORT_NAME = re.compile(r"[A-Z]{2,5}")
PARTICLES = re.compile(
    r"a[fl]|ben|bin|da|del?|della|de[nr]|di|dos?|du|el|l[ae]|te[rn]|van|von|y", re.I
)
SMALL = frozenset(["and", "at", "de", "der", "for", "in", "of", "on", "the", "to", "van", "von"])
SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mp|obe|qc|kc)\.?", re.I)
BODIES = re.compile(
    r"\b(?:agency|association|authority|board|bureau|centre|center|commission|committee|council"
    r"|department|directorate|federation|foundation|front|institute|league|ministry|movement"
    r"|observatory|office|party|section|secretariat|service|society|staff|union|university)\b",
    re.I,
)
"""Words of which bodies that sign are named."""
NO_NAME = re.compile(
    r"an?|at|by|chapter|executive|for|from|how|in|key|main|of|on|part|press|section|summary|the|to"
    r"|what|when|who|why",
    re.I,
)
"""A line that begins with one of these is no name."""
LONGEST = 6
"""So many words make the longest name of a person."""
BYLINE = 1000
"""No byline has more characters."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who wrote a piece, and for whom; empty and None where the byline does not say."""

    authors: tuple[str, ...] = ()
    outlet: str | None = None


def credit(byline: str) -> Credit:
    """The authors and the outlet that a byline names; a body that signs is its author.

    Names in capitals are given as they are written elsewhere.

    >>> credit("By Ann Marsh and Oda Fell, Corvale Wire")
    Credit(authors=('Ann Marsh', 'Oda Fell'), outlet='Corvale Wire')
    """
    authors: list[str] = []
    outlet: str | None = None
    for part, named in _parts(OPENING.sub("", ADDRESS.sub(" ", byline[:BYLINE].strip()))):
        house = _house(part, named, bool(authors))
        if house:
            outlet = outlet or house
        elif SUFFIX.fullmatch(part) and authors:
            authors[-1] += f", {part}"
        elif _is_person(part) and part not in authors:
            authors.append(part)
    first = byline.strip().split(",")[0]
    if not OPENING.match(byline) and BODIES.search(first):
        authors, outlet = [" ".join(first.split())], None
    return Credit(tuple(map(_lowered, authors)), outlet)


def credited(byline: str | None, where: str = "byline") -> Metadata:
    """What a byline says, as metadata that it was found at `where`."""
    known = credit(byline or "")
    authors = all_found(known.authors, where)
    return Metadata(authors=authors, outlet=found(known.outlet, where))


def signed(line: str, dated: bool) -> bool:
    """Whether a line under a title may name its author without "By".

    A person's name, or, where `dated` tells that a date follows, a body's.
    """
    words = line.split()
    if (
        ":" in line
        or not 2 <= len(words) <= 14
        or len(line) > 100
        or any(char.isdigit() for char in line[:1])
    ):
        return False
    if dated and BODIES.search(line):
        return all(word[0].isupper() or len(word) <= 4 for word in words if word[0].isalpha())
    if NO_NAME.fullmatch(words[0]) or any(char.isdigit() for char in line):
        return False
    names = [part for part, _ in _parts(line)]
    return (
        all(_is_person(name) and 2 <= len(name.split()) <= 4 for name in names) and len(names) < 5
    )


def _parts(words: str) -> Iterator[tuple[str, bool]]:
    """Each person, role, house or place, and whether "for" or "of" stood before it."""
    for piece in PARTS.split(words):
        named = False
        for each in FOR.split(piece):
            # "The Post and Courier" is one house.
            whole = named or (each[:4].casefold() == "the " and HOUSE.search(each))
            for part in [each] if whole else AND.split(each):
                part = " ".join(PLACE.sub("", OPENING.sub("", part)).split()).strip(":")
                if part:
                    yield part, named
            named = True


def _house(part: str, named: bool, after: bool) -> str | None:
    """The house that `part` names, where it names one; `after` authors it does more often."""
    role = ROLE.search(part)
    if role and not SURE.search(part):
        before = part[: role.start()].strip()  # "Corvale Press Writer"
        return before if HOUSE.search(before) else None
    if named or DOMAIN.fullmatch(part) or SHORT_NAME.fullmatch(part):
        return part
    # Emily Post may be a writer; what stands after a writer is her house.
    the = part[:4].casefold() == "the " and part[4:5].isupper()
    sure = the or SURE.search(part) or len(HOUSE.findall(part)) > 1
    return part if sure or (after and HOUSE.search(part)) else None


def _is_person(part: str) -> bool:
    """Whether `part` may be a name: capitals, with *von* or *de la* between them."""
    words = part.split()
    if len(words) > LONGEST or ROLE.search(part) or any(char.isdigit() for char in part):
        return False
    if not part.isascii() and part.upper() == part.lower():
        return True  # a script without capitals
    capitals = [word for word in words if any(char.isupper() for char in word)]
    return len(capitals) > 1 and all(w in capitals or PARTICLES.fullmatch(w) for w in words)


def _lowered(name: str) -> str:
    """A name in capitals as it is written elsewhere; others as they are."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    words = name.title().replace("’S", "’s").replace("'S", "'s").split()
    small = [word.lower() if word.lower() in SMALL else word for word in words[1:]]
    return " ".join([words[0], *small])
