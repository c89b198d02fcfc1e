"""Patterns over words: each word becomes one character that stands for all that it may be.

A pattern then is an ordinary regular expression over these characters, written with words
(`last`) and classes of words (`MONTH`) for readability. It runs at the speed of `re`, its matches
count words, and no spacing, line end or hyphenation of the document gets in its way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quoth.details.dates import lexicon, numbers
from quoth.details.dates.lexicon import listed

OTHER, BREAK = "\x01", "\x02"
"""A word that no pattern knows; the end of a block."""
FIRST_CODE = 0x4E00
PARTS = re.compile(r"\(\?P<(?P<group>\w+)>|\(\?<?[:!=]|(?P<word>[A-Za-z]+)|\S")
AGAIN = "__"
"""What follows the name of a group, before a number."""
MARKS = {"-": "HYPHEN", "‐": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "DASH", ",": "COMMA"}
MARKS |= {".": "DOT", "/": "SLASH", ":": "COLON", "'": "APOS", "’": "APOS", "‘": "APOS"}
MARKS |= {"$": "MONEY", "#": "MONEY", "£": "MONEY", "€": "MONEY", "%": "PERCENT"}
LAST_YEAR = 2999
"""The last number of four digits that is taken for a year, where its neighbours say that it is."""
CAPITAL_ONLY = listed("may march august mar jan jun jul aug sep sept oct nov dec feb apr")
"""Names of months that are other words, or parts of them, in small letters."""
WHOLE = listed("may june july")
SHORT_DAYS = listed("mon tue tues wed weds thu thur thurs fri sat sun")
CLOCK = re.compile(r"\d{1,2}(?:am|pm)", re.I)
DECADE = re.compile(r"(?:1\d|20)?\d0s", re.I)
REPORTS = {
    "QTOKEN": re.compile("Q[1-4]"),
    "HTOKEN": re.compile("H[12]"),
    "FYTOKEN": re.compile(r"FY(?:20)?\d\d"),
}
STAMPED = re.compile(r"\d\dT\d\d(?:\d\d(?:\d\d)?Z?)?")


def classes(word: str) -> set[str]:
    """All classes that a word, as written, belongs to."""
    lower, capital = word.lower(), word[:1].isupper()
    found: set[str] = set()
    if word in MARKS:
        found.add(MARKS[word])
    if lower in lexicon.MONTH and (capital or lower not in CAPITAL_ONLY):
        found.add("SHORTMONTH" if len(lower) < 5 and lower not in WHOLE else "MONTH")
    if lower in lexicon.WEEKDAY and capital:
        found.add("SHORTDAY" if lower in SHORT_DAYS else "DAYS" if lower[-1] == "s" else "DAYNAME")
    for name, table in TABLES.items():
        if lower in table:
            found.add(name)
    if numbers.ordinal(word):
        found.add("ORD")
        if (numbers.ordinal(word) or 99) <= 31:
            found |= {"DAYORD", "NTH"} if word[0].isdigit() else {"DAYORD"}
    if lower in lexicon.ZONES and word.isupper():
        found.add("ZONE")
    if word[:1].isdigit():
        found |= _numeric(word)
    if word[:1] in "QHF":
        found |= {name for name, form in REPORTS.items() if form.fullmatch(word)}
    return found


TABLES: Mapping[str, Iterable[str]] = {
    "SEASON": lexicon.SEASON,
    "PART": lexicon.PART,
    "HOURNAME": lexicon.HOUR_NAMED,
    "UNIT": [unit for unit in lexicon.UNIT if unit != "second"],
    "UNITS": lexicon.PLURAL,
    "OFTEN": lexicon.OFTEN,
    "NUM": numbers.WORDS,
    "DECADENAME": numbers.DECADES,
    "PRESENT": lexicon.PRESENT,
    "PAST": lexicon.PAST,
    "FUTURE": lexicon.FUTURE,
    "VAGUE": lexicon.VAGUE,
}


def _numeric(word: str) -> set[str]:
    """The classes of a word that begins with a digit."""
    if not word.isascii() or not word.isdecimal():
        forms = {"CLOCK": CLOCK, "DECADE": DECADE, "STAMPED": STAMPED}
        return {name for name, form in forms.items() if form.fullmatch(word)}
    length = len(word)
    if length > numbers.LONGEST:
        return {"LONG"}
    found, number = {"INT"}, int(word)
    if length <= 2:
        found |= {"SHORT"}
        found |= {"DAY"} if 1 <= number <= 31 else set()
        found |= {"HOUR"} if number <= 24 else set()
        found |= {"TWO"} if length == 2 else set()
        found |= {"MINUTE"} if length == 2 and number <= 59 else set()
    if length == 3:
        found |= {"THREE"}
    if length == 4:
        found |= {"FOUR"}
        found |= {"YEAR"} if 1000 <= number <= LAST_YEAR else set()
        found |= {"ZEROFOUR"} if word[0] == "0" and number <= 959 and number % 100 <= 59 else set()
        found |= {"HHMM"} if number <= 2400 and number % 100 <= 59 else set()
    if length == 8 and 1 <= int(word[4:6]) <= 12 and 1 <= int(word[6:]) <= 31:
        found |= {"EIGHT"} if 1000 <= int(word[:4]) <= LAST_YEAR else set()
    return found


SAMPLES = (
    *map(str, range(2500)),
    *(f"{n:02}" for n in range(10)),
    *(f"{n:03}" for n in range(0, 100, 9)),
    *(f"{n:04}" for n in range(1000)),
    *[
        "5000",
        "9999",
        "2400",
        "50000",
        "500000",
        "5000000",
        "20310302",
        "99999999",
        "123456789",
        "5pm",
        "12am",
        "90s",
        "1990s",
        "02T10",
    ],
    "1" * (numbers.LONGEST + 1),
    "5x",
    *["Q1", "Q2", "Q3", "Q4", "H1", "H2", "FY30"],
    *(f"{n}{end}" for n in range(1, 100) for end in ("st", "nd", "rd", "th")),
)
"""A word of digits of every class."""


class Codes:
    """The characters for all words that some pattern of `patterns` knows."""

    def __init__(self, patterns: Iterable[str]) -> None:
        named = {m["word"] for pattern in patterns for m in PARTS.finditer(pattern) if m["word"]}
        self._words = frozenset(name for name in named if name.islower())
        self._codes: dict[frozenset[str], str] = {}
        self._table: dict[str, str] = {}
        tables = [word for table in TABLES.values() for word in table]
        known = {*self._words, *tables, *lexicon.MONTH, *lexicon.WEEKDAY, *lexicon.ZONES}
        known |= set(numbers.ORDINALS)
        for word in sorted(known):
            for written in (word, word.capitalize(), word.upper()):
                self._enter(written)
        for word in (*MARKS, *SAMPLES):
            self._enter(word)

    def _enter(self, word: str) -> None:
        kinds = frozenset(classes(word) | ({word.lower()} & self._words))
        if kinds:
            code = self._codes.setdefault(kinds, chr(FIRST_CODE + len(self._codes)))
            self._table[word] = code

    def of(self, word: str) -> str:
        """The character for a word."""
        code = self._table.get(word)
        if code is None and (word[:1].isdigit() or word[:2] == "FY"):
            code = self._codes.get(frozenset(classes(word)))
        return code or OTHER

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """The regular expression over characters that a pattern over words stands for."""
        pieces = []
        for number, match in enumerate(PARTS.finditer(pattern)):
            word = match["word"]
            if match["group"]:  # alternatives may hold the same part, `re` wants each name once
                pieces.append(f"(?P<{match['group']}{AGAIN}{number}>")
            elif word is None:
                pieces.append(match[0])
            elif word == "ANY":
                pieces.append(f"[^{BREAK}]")
            else:
                codes = "".join(code for kinds, code in self._codes.items() if word in kinds)
                if not codes:
                    raise ValueError(f"no word is a {word!r}, in pattern {pattern!r}")
                pieces.append(f"[{codes}]")
        return re.compile("".join(pieces))
