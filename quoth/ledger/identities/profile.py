"""What one document tells of one of its sources, in so few words that a ledger can keep it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quoth.ledger.identities.rarity import rarity
from quoth.ledger.identities.wording import (
    CAPITALS,
    IDLE,
    WORD,
    head_of,
    is_several,
    letters,
    name_words,
    nickname,
    plain,
    telling,
    words_in,
)
from quoth.records import Document, Kind, Reading, Source
from quoth.sources.genders import FEMALE, FIRST_NAMES, MALE, NOUNS
from quoth.sources.genders import TITLES as GENDERED
from quoth.sources.lexicon import SURNAMES
from quoth.sources.nouns import PERSONS, noun
from quoth.sources.pronouns import HE, PRONOUNS, SHE, THEY
from quoth.sources.words import words

CONTEXT = 32
"""Words of a document that stand for what it is about, at most."""
WORDINGS = 8
"""Names, and descriptions, of one source in one document that are kept."""
AROUND, MENTIONS, BESIDE = 16, 12, 70
"""Words beside mentions that are kept, mentions that are looked at, characters at either side."""
ARTICLES = {
    **dict.fromkeys(words("the this that these those"), "the"),
    **dict.fromkeys(words("a an one another two three four some several"), "a"),
    **dict.fromkeys(words("my your his her its our their whose"), "own"),
}
SENTENCE = re.compile(r"[.!?]\s|\n")
NICKNAMED = re.compile(
    r"((?:[A-Z][\w.’'-]*\s)+)[\"“‘'(](?:the\s)?[A-Z][\w\s]{1,20}[\"”’')]\s((?:[A-Z][\w.’'-]*\w\b\s?)+)"
)
CAPITAL = 1.5
"""How much more a word tells of what a document is about when it is written as a name."""


class Bag:
    """Words that weigh as much as they are rare."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._weights = {word: rarity(word) ** 2 for word in words}
        self._norm: float = sum(self._weights.values()) ** 0.5
        self.words = self._weights.keys()

    @lru_cache(maxsize=50_000)  # noqa: B019 - bags are few, and kept by `bag` alone
    def nearness(self, other: Bag) -> float:
        """From 0 to 1, how much of two bags is the same (cosine)."""
        common = self.words & other.words
        if not common:
            return 0.0
        shared: float = sum(map(self._weights.__getitem__, common))
        return shared / (self._norm * other._norm)


@lru_cache(maxsize=10_000)
def bag(words: tuple[str, ...]) -> Bag:
    """The bag of these words, one for all sources of a document."""
    return Bag(words)


@dataclass(frozen=True)
class Profile:
    """One source of one document."""

    document: int
    """Number of the document in its ledger."""
    source: str
    """The source's id in the reading."""
    kind: Kind
    name: str | None = None
    other_names: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    """`m` or `f` where pronouns, titles or first name tell."""
    context: tuple[str, ...] = ()
    """What the document is about: its most telling words, the first most so."""
    around: tuple[str, ...] = ()
    """What is told of it: the most telling words beside its mentions."""
    mentions: int = 1
    """How often the document mentions it."""
    place: float = 0.0
    """Where its first mention stands, from 0 (the document's beginning) to 1."""
    published: str | None = None
    """ISO 8601 date."""
    ties: tuple[tuple[str, float], ...] = ()
    """Other sources of the document that it may be, with their log-odds, where a reader tells."""

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Every name as words, the fullest first."""
        given = (self.name, *self.other_names) if self.name else ()
        return tuple(dict.fromkeys(words for one in given if one and (words := name_words(one))))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The nouns of its descriptions and its role."""
        said = (*self.descriptions, self.role) if self.role else self.descriptions
        return frozenset(h for one in said if (h := head_of(one)))

    @cached_property
    def telling(self) -> frozenset[str]:
        """What else its descriptions, role and affiliation say."""
        said = [telling(one) for one in (*self.descriptions, self.role or "")]
        return frozenset().union(*said, words_in(self.affiliation or ""))

    @cached_property
    def article(self) -> str:
        """How its first description begins: `the`, `a`, an owner, or nothing."""
        first = plain(self.descriptions[0]) if self.descriptions else ""
        opening = ARTICLES.get(first.partition(" ")[0], "")
        return opening or ("own" if re.search(r"\w['’]s\s", first) else "")

    @cached_property
    def tied(self) -> dict[str, float]:
        return dict(self.ties)

    @cached_property
    def about(self) -> Bag:
        return bag(self.context)

    @cached_property
    def beside(self) -> Bag:
        return bag(self.around)

    @cached_property
    def several(self) -> bool:
        """Whether it is more than one."""
        return self.kind == "group" or (
            not self.name and any(is_several(one) for one in self.descriptions)
        )


def profiles(reading: Reading, number: int) -> tuple[Profile, ...]:
    """The profiles of all sources of a reading; `number` is its document's in the ledger."""
    about = context(reading.document)
    return tuple(profile(one, reading.document, number, about) for one in reading.sources)


def profile(
    source: Source,
    document: Document,
    number: int,
    about: tuple[str, ...],
    ties: tuple[tuple[str, float], ...] = (),
) -> Profile:
    """The profile of one source; `about` is the document's `context`."""
    texts = [text for m in source.mentions if plain(text := _one_line(m.text)) not in PRONOUNS]
    name = _name(source, texts)
    names: dict[str, None] = {}
    called: dict[str, None] = {}
    for text in texts:
        found = list(_names_in(text, name)) if name else []
        names.update(dict.fromkeys(found))
        if not found:
            called[text] = None
    called.update(dict.fromkeys(_one_line(d.text) for d in source.descriptions))
    names.pop(name or "", None)
    return Profile(
        number,
        source.id,
        source.kind,
        name,
        tuple(names)[:WORDINGS],
        tuple(called)[:WORDINGS],
        _one_line(source.role.text) if source.role else None,
        _one_line(source.affiliation.text) if source.affiliation else None,
        _gender(source, name),
        about,
        _around(source, document, name),
        len(source.mentions),
        source.mentions[0].spans[0].start / max(len(document.text), 1) if source.mentions else 0.0,
        document.published,
        ties,
    )


def _name(source: Source, texts: list[str]) -> str | None:
    """The source's name, whole where a nickname stands in it; None for what only looks like one.

    Headlines write "Baker" and "Harbour Pilot" with capitals, and "the Marlander" is a description.
    """
    if not source.name:
        return None
    name = _one_line(source.name.text)
    for text in texts:
        for match in NICKNAMED.finditer(text):
            if name in (match[1].strip(), match[2].strip()) or name in match[0]:
                name = f"{match[1].strip()} {match[2].strip()}"
    found = name_words(name)
    last = noun(found[-1]).lemma if found else ""
    if not found or (last in PERSONS and last not in SURNAMES):
        return None
    if source.kind in ("person", "group") and len(found) == 1:
        with_article = sum(bool(re.search(rf"\b[Tt]he {re.escape(name)}\b", t)) for t in texts)
        if 2 * with_article > len(texts):
            return None
    return name


def _around(source: Source, document: Document, name: str | None) -> tuple[str, ...]:
    mine = set(name_words(name)) if name else set()
    counts: Counter[str] = Counter()
    for mention in source.mentions[:MENTIONS]:
        start, end = mention.spans[0].start, mention.spans[-1].end
        before = SENTENCE.split(document.text[max(start - BESIDE, 0) : start])[-1]
        after = SENTENCE.split(document.text[end : end + BESIDE])[0]
        counts.update({w for w in words_in(f"{before} {after}") if w not in IDLE})
    weights = {w: n**0.5 * rarity(w) for w, n in counts.items() if w not in mine and len(w) > 2}
    return tuple(sorted(weights, key=lambda w: (-weights[w], w))[:AROUND])


def context(document: Document) -> tuple[str, ...]:
    """The words that tell most of what a document is about, by frequency and rarity."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    text = document.text
    for match in WORD.finditer(text):
        for word in words_in(match[0]):
            counts[word] += 1
            capitals[word] += match[0][0].isupper()
    weights = {
        word: min(count, 5) ** 0.5 * rarity(word) * (CAPITAL if capitals[word] == count else 1.0)
        for word, count in counts.items()
        if len(word) > 2
    }
    ranked = sorted(weights, key=lambda word: (-weights[word], word))
    return tuple(ranked[:CONTEXT])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _names_in(text: str, name: str) -> Iterable[str]:
    """Names in a mention that are this one in other words: parts, initials, nicknames."""
    full = frozenset(name_words(name))
    for match in CAPITALS.finditer(text):
        found = name_words(match[0])
        short = len(found) == 1 and found[0] == letters(name_words(name)) and len(found[0]) > 1
        if full & set(found) or short:
            yield " ".join(match[0].rstrip("'’").split())
    if also := nickname(text):
        yield also


def _gender(source: Source, name: str | None) -> str | None:
    said: Counter[str] = Counter()
    for mention in source.mentions:
        words = plain(mention.text).split()
        pronoun = PRONOUNS.get(words[0], 0) if len(words) == 1 else 0
        if pronoun in (HE, SHE):
            said["m" if pronoun == HE else "f"] += 1
        for word in words if pronoun != THEY else ():
            told = GENDERED.get(word.strip(".,")) or (len(words) < 4 and NOUNS.get(word))
            if told in (MALE, FEMALE):
                said["m" if told == MALE else "f"] += 1
    if name and len(name_words(name)) > 1:
        told = FIRST_NAMES.get(name_words(name)[0])
        if told in (MALE, FEMALE):
            said["m" if told == MALE else "f"] += 2
    most = said.most_common(2)
    if not most or (len(most) > 1 and 2 * most[1][1] >= most[0][1]):
        return None
    return most[0][0]
