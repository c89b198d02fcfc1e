"""Names and descriptions as plain words that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quoth.sources.genders import TITLES
from quoth.sources.lexicon import COURTESY
from quoth.sources.matching import ENDINGS, SMALL
from quoth.sources.nouns import KINDS, noun
from quoth.sources.words import words

WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")
POSSESSIVE = re.compile(r"['’](?:s\b)?(?=\s|$)", re.IGNORECASE)
NICKNAME = re.compile(r"(?<!\w)[\"“”'‘’(]([^\"“”'‘’()]{2,30})[\"“”'’)](?!\w)")
CAPITALS = re.compile(
    r"(?:[A-Z][\w.'’-]*|\d+ers)(?:\s(?:(?:of|for|the|and|de|van|von|al|bin|la|le|di|da|&)\s)*"
    r"(?:[A-Z][\w.'’-]*|\d+ers))*"
)
AGE = re.compile(r"(\d+)-.*")
ENDING_A_HEAD = words(
    "of for in at on who whom whose which that with from to by near after before and or as is was "
    "has had about against over under behind inside outside between among"
)
IDLE = (
    SMALL
    | ENDING_A_HEAD
    | words(
        "an his her its their our my your this these those some any no every each all both other "
        "another same such said not more most less least one he she it they them him i we you are "
        "were be been have do does did will would can could may might than then there here also so "
        "but if"
    )
)
"""Words that tell nothing of whom they describe."""


_lately = lru_cache(1 << 14)
"""A source is held beside dozens of others, and its words are taken apart each time."""


@_lately
def plain(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


@_lately
def words_in(text: str) -> tuple[str, ...]:
    """Words in small letters; of an abbreviation without its points, without a possessive end."""
    found = (w.replace(".", "") for w in WORD.findall(plain(POSSESSIVE.sub("", text))))
    return tuple(w for w in found if w)


@_lately
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without articles, titles before it, nicknames in it and *Inc* behind."""
    bare = NICKNAME.sub(" ", name) if NICKNAME.search(name) else name
    found = list(words_in(bare) or words_in(name))
    while len(found) > 1 and (found[0] in TITLES or found[0] in COURTESY or found[0] == "the"):
        found.pop(0)
    while len(found) > 1 and found[-1] in ENDINGS:
        found.pop()
    return tuple(found)


def nickname(name: str) -> str | None:
    """What stands in quotation marks or brackets inside a name, if anything does."""
    found = NICKNAME.search(name)
    inside = found and found.end() < len(name) and found.start() > 0
    return found[1] if found and inside else None


def letters(name: tuple[str, ...]) -> str:
    """The first letters of a name's words."""
    return "".join(w[0] for w in name if w not in SMALL)


@_lately
def head_of(description: str) -> str:
    """The noun that a description is about, in the singular; empty where it has no words."""
    last = description
    for end in re.finditer(r"['’]s?\s", description):
        before = description[: end.start()].split()
        if not any(w.casefold() in ENDING_A_HEAD for w in before):
            last = description[end.end() :]  # "the minister's aide"
    head = ""
    for part in re.split(r"\s+", last.strip()):
        word = part.strip("\"“”‘’'().;:!?")
        if head and (word.casefold() in ENDING_A_HEAD or word.endswith("ing")):
            break
        if word.endswith("ed") and noun(plain(head)).lemma in KINDS:
            break  # "a man accused of theft"
        if word.rstrip(","):
            head = word.rstrip(",")
        if part.endswith(","):
            break
    return noun(plain(POSSESSIVE.sub("", head))).lemma


@_lately
def is_several(description: str) -> bool:
    """Whether a description's noun stands in the plural."""
    for part in description.split():
        word = part.strip("\"“”‘’'(),.;:!?")
        if noun(plain(word)).lemma == head_of(description):
            return noun(plain(word)).plural
    return False


@_lately
def telling(description: str) -> frozenset[str]:
    """The words of a description that narrow it, all but its noun."""
    head = head_of(description)
    found = (AGE.sub(r"\1", w) for w in words_in(description) if w not in IDLE)
    return frozenset(w for w in (noun(f).lemma for f in found) if w != head)
