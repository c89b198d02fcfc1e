"""Which word of a cue decides: the lexicon's entries in it, and the rules that choose one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quoth.details.cues.acts import ACTS
from quoth.details.cues.lists import words as listed
from quoth.details.cues.words import AUXILIARIES, Cue, Word
from quoth.records import Act

GAP = 3
"""Words that may stand between two of an entry."""

LIGHT = listed(
    """
    continue go make take give get put keep hold bring issue release send publish post write
    deliver draw face set use offer come turn lend express voice raise air show join throw
    cast begin start stop resume try attempt struggle manage tend rush hasten help meet work
    appear seem proceed serve return move rise stand step open have expect consider find
    launch mount repeat renew lead receive win earn spark prompt read run hear file sign see
    share look spend produce unveil contain include add follow respond fire pick snag secure
    nab land carry need prepare like stage hurl level trade pay sound attract garner drop
    dole fuel stir provoke elicit campaign leave engage participate focus speak talk refer
    reply signal"""
)
"""Verbs that leave it to a later word of the cue what is done: *issued a denial*."""
TRYING = listed(
    """
    try attempt seek struggle work begin start continue go proceed rush hasten tend appear
    seem manage fail refuse decline help need use dare hesitate able quick set poise willing
    likely due ready expect schedule move about stop keep finish cease quit resume come get
    aim rise unable slow unlikely reluctant free push want loath unwilling careful bother
    plan prepare happy glad eager keen return take"""
)
"""Words after which *to* say or say*ing* something is what the cue does."""
BEING = ("be willing", "be ready", "be prepared", "be quick to", "be inclined", "be likely")
"""Entries after which another word of the cue decides: *was not willing to say*."""
ATTRIBUTES = listed("long direct second sound mean own open present express content back like")
"""Words of the lexicon that as adjectives are other words."""
GENERAL = listed(
    """
    statement letter speech message email e-mail op-ed memo article interview tweet post
    report note essay column remark comment press conference release petition ad video piece"""
)
"""What is said or written, after which a word as *calling*, *urging* decides."""
SPEAKING = listed("say tell write add post tweet speak state read announce respond")
DASHES = frozenset("-–—")
MEDIA = listed("in by with through via")
UNFIT = listed("ADP ADV DET PART PUNCT CCONJ NUM")
"""Parts of speech in which a word of the lexicon is another word: *back to*, *like this*."""
PRONE = listed("a an the his her its their our my your this that these those any some no such 's")


PASSED = AUXILIARIES | listed(
    """
    not never also just still now then already only even once often again by of to in on at
    for with the a an n't and or always so very almost likewise more most about against as
    his her its their"""
)
"""Words that are never what a cue is about."""


class Head(NamedTuple):
    """The entry that decides, and the words of the cue it stands in."""

    entry: str
    act: Act | None
    """None for a word in no list."""
    start: int
    end: int


def _index() -> dict[str, list[tuple[str, ...]]]:
    """Entries of several words by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in ACTS:
        words = tuple(entry.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: sorted(many, key=len, reverse=True) for first, many in found.items()}


PHRASES = _index()


def head(cue: Cue) -> Head | None:
    """What decides; None for a cue without words."""
    untagged = tuple(word._replace(pos="X") for word in cue.words)  # for tags that are odd
    found = list(_entries(cue.words, cue.after)) or list(_entries(untagged, cue.after))
    if not found:
        return _unknown(cue.words)
    chosen = _first(cue.words, found)
    if chosen.entry in SPEAKING:
        return _medium(cue.words, found, chosen) or chosen
    return chosen


def _entries(words: Sequence[Word], after: Sequence[Word]) -> Iterator[Head]:
    """The lexicon's entries among the words, each place once."""
    known = [*words, *after[:1]]
    last = 0
    aside = _aside(words)
    for start, word in enumerate(words):
        if start < last or start in aside:
            continue
        one = _phrase(known, start, len(words)) or _single(word, start, _owned(words, start))
        if one:
            yield one
            last = min(one.end, len(words)) if " " in one.entry else start + 1


def _aside(words: Sequence[Word]) -> range:
    """What stands between two dashes."""
    dashes = [n for n, word in enumerate(words) if word.text in DASHES]
    return range(dashes[0], dashes[1]) if len(dashes) == 2 else range(0)


def _phrase(words: Sequence[Word], start: int, limit: int) -> Head | None:
    """The longest entry of several words that begins here; its last may begin the content."""
    first = words[start]
    for name in (first.text, *first.lemmas):
        for entry in PHRASES.get(name, ()):
            place = start
            for part in entry[1:]:
                reach = place + 2 + (GAP if place < limit else 0)
                place = next(
                    (
                        n
                        for n in range(place + 1, min(reach, len(words)))
                        if part == words[n].text or part in words[n].lemmas
                    ),
                    -1,
                )
                if place < 0 or (name == "be" and _crossed(words[start + 1 : place])):
                    break
            else:
                joined = " ".join(entry)
                return Head(joined, ACTS[joined], start, place + 1)
    return None


def _attribute(word: Word) -> bool:
    return word.pos == "ADJ" and word.text in ATTRIBUTES


def _owned(words: Sequence[Word], n: int) -> bool:
    return bool(n) and words[n - 1].text in PRONE


def _crossed(between: Sequence[Word]) -> bool:
    """Do words of their own stand between *be* and what should belong to it?"""
    return any(lemma in ACTS for word in between for lemma in word.lemmas)


def _single(word: Word, start: int, after_possessive: bool) -> Head | None:
    if (
        word.text in AUXILIARIES
        or word.pos in UNFIT
        or _attribute(word)
        or (word.text == "own" and after_possessive)
    ):
        return None
    for name in (word.text, *word.lemmas):
        if name in ACTS:
            return Head(name, ACTS[name], start, start + 1)
    return None


def _first(words: Sequence[Word], found: Sequence[Head]) -> Head:
    """The first entry that leaves nothing to a later one."""
    for n, one in enumerate(found[:-1]):
        following = found[n + 1]
        if (" " not in one.entry or one.entry in BEING) and (
            _yields(words, one, following) or _describes(words, one, following)
        ):
            continue
        return one
    return found[-1]


def _yields(words: Sequence[Word], one: Head, following: Head) -> bool:
    """Does it leave the act to the next: *tried to explain*, *issued a denial*?"""
    if one.entry in BEING:
        return words[one.end - 1].text == "to" or words[one.end].text == "to"
    names = words[one.start].lemmas
    if one.start and not GENERAL.isdisjoint(names) and words[one.start - 1].text in PRONE:
        near = all(map(_adverb, words[one.end : following.start]))
        return near and _ing(words, following)
    between = [word.text for word in words[one.end : following.start]]
    if ("to" in between or _ing(words, following)) and not TRYING.isdisjoint(names):
        return True
    return not LIGHT.isdisjoint(names) and one.act not in ("demand", "condemn")


def _ing(words: Sequence[Word], one: Head) -> bool:
    return words[one.start].text.endswith("ing")


def _describes(words: Sequence[Word], one: Head, following: Head) -> bool:
    """Is it an attribute of the next: *his stated goal*, *growing criticism*?"""
    word = words[one.start]
    if following.start != one.end or not (word.pos in ("ADJ", "NOUN", "PROPN") or _formed(word)):
        return False
    if word.pos == "ADJ" and one.act not in ("praise", "condemn"):
        return True  # "limited enthusiasm", but "critical remarks"
    return not one.start or words[one.start - 1].text in PRONE


def _formed(word: Word) -> bool:
    return word.text.endswith(("ed", "ing"))


def _medium(words: Sequence[Word], found: Sequence[Head], said: Head) -> Head | None:
    """*Said in a warning*: the noun decides."""
    for one in found:
        if one.start > said.end and one.act not in ("assert", "report", "think", "show", "cite"):
            between = [word.text for word in words[said.end : one.start]]
            if between and between[0] in MEDIA and len(between) <= 4:
                return one
    return None


def _adverb(word: Word) -> bool:
    text = word.text
    return word.pos == "ADV" or text.endswith("ily") or (text.endswith("ly") and len(text) > 6)


def _unknown(words: Sequence[Word]) -> Head | None:
    """The word of a cue that holds none of the lexicon: its verb, else its noun, else any."""
    numbers = [
        n
        for n, word in enumerate(words)
        if word.text not in PASSED and word.text[-1].isalpha() and not _adverb(word)
    ]
    for wanted in (("VERB",), ("NOUN", "ADJ"), None):
        for n in numbers:
            if wanted is None or words[n].pos in wanted:
                return Head(words[n].lemmas[0], None, n, n + 1)
    return Head(words[0].text, None, 0, 1) if words else None
