"""Texts with their sides exchanged: the other party, country, outlet, name or gender throughout.

A text is rewritten by a list of replacements, one kind alone or several together, with its grammar
kept: articles, possessives and case follow the new word. Spans of the new text lead back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from benchmarks.replaced import Replaced, Replacement, replaced
from benchmarks.side_words import (
    BEARERS,
    COUNTRIES,
    GENDERS,
    KEPT,
    NAMES,
    OFFICES,
    OUTLETS,
    PARTIES,
    WELL_KNOWN,
)

Pairs = list[tuple[str, str]]


def exchanged(text: str, kinds: Iterable[str]) -> Replaced:
    """`text` with the sides of these kinds exchanged."""
    return replaced(text, replacements(text, kinds))


def replacements(text: str, kinds: Iterable[str]) -> list[Replacement]:
    """What exchanging these kinds changes in `text`, sorted, none over another."""
    words = _apart(word for kind in kinds for word in KINDS[kind](text))
    return _apart([*words, *_articles(text, words), *_possessives(text, words)])


def _apart(found: Iterable[Replacement]) -> list[Replacement]:
    """The first and longest of those that overlap: Mother Jones before mother."""
    kept: list[Replacement] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


class Words:
    """A table of pairs as one pattern; phrases to keep are found first and passed over."""

    def __init__(self, pairs: Pairs, kept: str = "") -> None:
        self.partners = _partners(pairs)
        keep = [word.replace("_", " ") for word in kept.split()]
        longest = sorted([*self.partners, *keep, *map(_capital, keep)], key=len, reverse=True)
        either = "|".join(map(re.escape, longest)).replace("'", "['’]")
        # Neither handles nor addresses of pages: they are names that no article would bend.
        self.pattern = re.compile(rf"(?<![\w@#])(?:{either})(?![\w@]|\.com\b)")

    def __call__(self, text: str) -> Iterator[Replacement]:
        for match in self.pattern.finditer(text):
            partner = self.partners.get(match[0].replace("’", "'"))
            bearer = BEARERS.get(match[0])
            if partner and not (bearer and bearer in text):
                yield Replacement(match.start(), match.end(), *partner)


def _pairs(table: str) -> Pairs:
    lines = [line.split("|") for line in table.strip().splitlines()]
    pairs = [pair for a, b in lines for pair in zip(a.split(), b.split(), strict=True)]
    return [(a.replace("_", " "), b.replace("_", " ")) for a, b in pairs]


def _partners(pairs: Pairs) -> dict[str, tuple[str, int]]:
    """Each word of a table, as it is, as a heading has it and in capitals: its partner and side."""
    partners: dict[str, tuple[str, int]] = {}
    for way in (str, _capital, str.title, str.upper):
        for pair in pairs:
            for side, old in enumerate(pair):
                partners.setdefault(way(old), (way(pair[1 - side]), side))
    return partners


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


# Words around the one that is exchanged.


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPACE = r"[^\S\n]+"
NEXT = re.compile(rf"[\])]?{SPACE}([$#\[]?\w[\w.’'-]*)(?:{SPACE}(\w[\w.’'-]*))?")
FUNCTION = _set(
    "a an the this that these those some any no all both each either enough and or nor but so if "
    "than though although because since unless until till while as like when where whether why how "
    "what who whom whose which to of in on at by for from with without within about above across "
    "after against along among around before behind below beneath beside besides between beyond "
    "despite down during except inside into near off onto out outside over through throughout "
    "toward towards under up upon via i you he she it we they me him us them is are was were be am "
    "has have had do does did will would can could shall should may might must not never always "
    "just even ever still also too again away ahead aside apart alone together here there now then "
    "back instead anyway anymore anywhere everywhere backward "
    "something anything everything nothing amid far know think say appear become"
)
"""Words that begin no noun phrase that a possessive or an adjective stands before."""


def _words_after(text: str, end: int) -> tuple[str, str]:
    """The next two words, empty where punctuation or a line's end comes first."""
    match = NEXT.match(text, end)
    if not match:
        return "", ""
    word, beyond = match[1], match[2] or ""
    if word.endswith(".") and (word[0].islower() or len(word) > len("Govs.")):
        word, beyond = word[:-1], ""  # a sentence ends here, not an abbreviation
    return re.split("['’]", word)[0], beyond.rstrip(".")


def _word_before(text: str, start: int) -> str:
    match = re.search(r"(\w+)\W{1,2}$", text[max(start - 30, 0) : start])
    return match[1].lower() if match else ""


# Parties.

LETTER = re.compile(r"(?:(?<=\()|(?<=, ))[RD](?=\)|-(?!Day\b)[A-Z][\w.])")
"""The party in `(R-Utah)` and `, D-Va.`."""
VERBS = _set(
    "said says told tells won wins lost loses ran runs went goes got gets came comes spoke speaks "
    "took takes held holds gave gives led leads stood knew thought thinks felt wrote saw wants want"
)
PARTICIPLES = _set("registered elected nominating polling leading governing voting")
CHAMBERS = "Party National Convention House Senate Congress Caucus Leader Leadership White Majority"
RANKS = "Sen Sens Rep Reps Gov Govs President Vice Senator Senators Congressman Congresswoman"
PLACES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia "
    "Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts "
    "Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New Ohio Oklahoma Oregon "
    "Pennsylvania Rhode South North Tennessee Texas Utah Vermont Virginia Washington West "
    "Wisconsin Wyoming"
)
OFFICIAL = "Presidential Senatorial Congressional Attorney Secretary Mayor U.S"
QUALIFIED = _set(f"{CHAMBERS} {RANKS} {PLACES} {OFFICIAL}")
"""Capitalised words that `Democratic` stands before; before a name it is `Democrat`."""


def _parties(text: str) -> Iterator[Replacement]:
    for found in PARTY_WORDS(text):
        yield replace(found, new=_party(text, found))
    for match in LETTER.finditer(text):
        letter = match[0]
        yield Replacement(match.start(), match.end(), "RD"[letter == "R"], int(letter == "D"))


def _party(text: str, found: Replacement) -> str:
    """English has one word, `Republican`, for the noun and the adjective, and two for the others.

    Wrong where a finite verb is none of `VERBS` ("the Republican swore it") and in some headings.
    """
    old = text[found.start : found.end]
    if old.upper() not in ("REPUBLICAN", "GOP"):
        return found.new
    noun = "Democratic Party" if old == "GOP" else "Democrat"
    new = "Democratic" if _qualifies(text, found.start, found.end) else noun
    return new.upper() if old == "REPUBLICAN" else new


def _qualifies(text: str, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` is an adjective there."""
    if re.match(r"[-‑]\w", text[end : end + 2]):
        return True
    if re.fullmatch(r"vot(?:e|es|ed|ing)|(?!only)\w+ly", _word_before(text, start)):
        return True  # people vote so, a state is solidly so
    word, beyond = _words_after(text, end)
    if word in ("and", "or") and beyond:
        return beyond == "Democratic"
    if word[:1].isupper():
        return word.rstrip(".") in QUALIFIED or not beyond[:1].isupper()
    plain = word.lower()
    verb = plain in VERBS or (plain.endswith(("ed", "ing")) and plain not in PARTICIPLES)
    return bool(plain) and plain not in FUNCTION and not verb


# Outlets and names.


def _outlets(text: str) -> Iterator[Replacement]:
    yield from OUTLET_WORDS(text)
    if "Fox News" in text:
        yield from LONE_FOX(text)


def _names(text: str) -> Iterator[Replacement]:
    carried = [pair for pair in FULL_NAMES if any(_full(*name).search(text) for name in pair)]
    surnames = [(a[1], b[1]) for a, b in carried]
    plurals = [(_plural(a), _plural(b)) for a, b in surnames]
    yield from Words([*WELL_KNOWN_PAIRS, *surnames, *plurals], KEPT["names"])(text)
    for pair in carried:
        for side, name in enumerate(pair):
            for match in _full(*name).finditer(text):
                new = pair[1 - side][0]
                new = new.upper() if match[1].isupper() else new
                if new != match[1]:  # both may be called John
                    yield Replacement(*match.span(1), new, side)


def _full(first: str, last: str) -> re.Pattern[str]:
    """A full name, with a name or an initial in the middle or without."""
    middle = rf"(?:{SPACE}[A-Z][\w.]*)?{SPACE}"
    return re.compile(
        rf"\b({first}|{first.upper()})(?={middle}(?:{last}|{last.upper()})\b)",
    )


def _plural(name: str) -> str:
    return name + ("es" if name.endswith(("s", "z", "x", "ch", "sh")) else "s")


# Genders.

BY_NEXT = _set(
    "more less much better well today tonight yesterday tomorrow monday tuesday wednesday thursday "
    "friday saturday sunday once twice guilty responsible accountable liable unfit able unable "
    "eligible ineligible free alive ready possible next later hard"
)
"""After a pronoun for a person, or before a noun: the word behind them tells."""
NOT_ADVERBS = _set("family ally rally reply supply belly bully folly daily early only")
CALLED = re.compile(r"(?:call|dubb|label|brand|nam|nicknam|ask|tell)(?:ed|s|ing)?|dub|name|told")
MADE = re.compile(r"ma[dk]e|makes|making|lets?|letting|help(?:ed|s|ing)?|ha(?:d|s|ve)")
SEEN = re.compile(
    r"saw|see|seen|seeing|watch\w*|hear|heard|hearing|caught|show\w*|found|kept|keep|recall\w*|"
    r"imagin\w*"
)
DONE = _set(
    "beat win get go be make look feel seem sound see understand keep do take speak talk tell ask "
    "carve climb defeat defend fight lobby pull respond retain shop spend stretch move remove stay "
    "come lose stand find sleep avoid reach raise secure build overcome wish withdraw"
)
"""What one is made, helped or seen to do, and hardly has as a noun."""


def _genders(text: str) -> Iterator[Replacement]:
    for found in GENDER_WORDS(text):
        yield replace(found, new=_gender(text, found))


def _gender(text: str, found: Replacement) -> str:
    old = text[found.start : found.end]
    if old.lower() == "her":
        new = "his" if _owns(text, found) else "him"
    elif old.lower() == "his":
        new = "her" if _belongs(text, found.end) else "hers"
    else:
        return found.new
    return new.upper() if old.isupper() else _capital(new) if old[0].isupper() else new


def _belongs(text: str, end: int) -> bool:
    """Whether `his` stands before what it owns: his hat, not a friend of his."""
    if re.match(
        rf"[\])]?{SPACE}[\"“‘'(\[]|{SPACE}(?:or|and){SPACE}(?:her|other)\b", text[end : end + 12]
    ):
        return True
    word, _ = _words_after(text, end)
    return bool(word) and word.lower() not in FUNCTION - {"all", "back", "inside", "outside"}


def _owns(text: str, found: Replacement) -> bool:
    """Whether `her` is whose (his) and not whom (him), by the words around it.

    Wrong for two objects ("gave her money", but not "gave her the money"), for a bare place, number
    or part of the day ("drove her home", "beat her 51% to 36%", "told her Tuesday night"), for a
    name or a plain adjective after the object ("elected her president", "made her famous"), for an
    adverb before an adjective ("her always cheerful son") and for a verb that `DONE` does not list
    ("helped her enrol"). With `her` for every `his` and `him` of PolNeAR, 1 in 40 comes back wrong.
    """
    before = _word_before(text, found.start)
    if re.match(rf"{SPACE}[\"“‘'`]", text[found.end : found.end + 2]):
        return not CALLED.fullmatch(before)
    word, beyond = (each.lower() for each in _words_after(text, found.end))
    if not word or word in FUNCTION:
        # To have turned one's back, or to be spoken of behind it.
        return word == "back" and bool(re.fullmatch(r"turn\w*|behind|on|at|ha(?:d|s|ve)", before))
    if word == "right" and beyond in ("now", "away", "here", "there", "back"):
        return False
    if word in BY_NEXT or (word.endswith("ly") and word not in NOT_ADVERBS):
        return bool(beyond) and beyond not in FUNCTION
    if word in DONE and (MADE.fullmatch(before) or SEEN.fullmatch(before)):
        return False
    return not (SEEN.fullmatch(before) and word.endswith("ing"))


# What follows from a replacement.

ARTICLE = re.compile(rf"(?<![\w.'’-])([Aa]n?|AN)(?={SPACE}[\"“‘'(]*$)")
VOWEL = re.compile(r"[AEIOaeio]|[Uu](?!k|ni)|(?:MSNBC|NBC|RNC|NRCC|NRSC)\b")
"""What `an` stands before, among the words of the tables."""


def _articles(text: str, words: list[Replacement]) -> Iterator[Replacement]:
    """`a` and `an` before words whose partner begins with the other sort of sound."""
    for word in words:
        vowel = bool(VOWEL.match(word.new))
        begin = max(word.start - 6, 0)
        match = ARTICLE.search(text[begin : word.start])
        if match and vowel != bool(VOWEL.match(text[word.start : word.end])):
            article = match[1][0] + ("n" if vowel else "")
            if article != match[1]:  # where the text had it wrong, it may be right now
                yield Replacement(begin + match.start(), begin + match.end(), article)


def _possessives(text: str, words: list[Replacement]) -> Iterator[Replacement]:
    """`Sanders' plan` is `Cruz's plan`; `'s` stays, as `Sanders's` is right too and may be `is`."""
    for word in words:
        bare = re.match(rf"['’](?={SPACE}\w)", text[word.end : word.end + 3])
        if bare and text[word.end - 1] in "sS" and word.new[-1] not in "sS":
            yield Replacement(word.end, word.end + 1, bare[0] + "s")


PARTY_WORDS = Words(_pairs(PARTIES), KEPT["parties"])
COUNTRY_WORDS = Words(_pairs(COUNTRIES), KEPT["countries"])
OUTLET_WORDS = Words(_pairs(OUTLETS), KEPT["outlets"])
LONE_FOX = Words([("Fox", "MSNBC")], "Fox_News Fox_Business Century_Fox MSNBC")
WELL_KNOWN_PAIRS = _pairs(WELL_KNOWN)
FULL_NAMES = [
    [(first, last) for first, last in map(str.split, line.split("|"))]
    for line in NAMES.strip().splitlines()
]
GENDER_WORDS = Words(
    _pairs(GENDERS) + [(f"{of}m{v}n", f"{of}wom{v}n") for of in OFFICES.split() for v in "ae"],
    KEPT["genders"],
)

KINDS: Mapping[str, Callable[[str], Iterator[Replacement]]] = {
    "parties": _parties,
    "countries": COUNTRY_WORDS,
    "outlets": _outlets,
    "names": _names,
    "genders": _genders,
}
"""What can be exchanged, and what finds it; each alone, or several together."""
