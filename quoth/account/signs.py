"""Signs that a sentence charges somebody, or gives a cause or a motive: word by word, no verdict.

No sign depends on who somebody is beyond being a person, a body or a group.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from quoth.account.patterns import BECAUSE, IN_ORDER, LAPSES, WRY
from quoth.account.words import (
    AGAINST,
    CAUSE_VERBS,
    HARM_VERBS,
    OMISSIONS,
    WRONG_ADJECTIVES,
    WRONG_NOUNS,
    WRONG_VERBS,
    WRONGDOERS,
    forms,
    nouns,
    word_set,
)
from quoth.analysis import Analysis

_WRONG_VERBS = forms(WRONG_VERBS)
_HARM_VERBS = {f: v for f, v in forms(HARM_VERBS).items() if f not in ("sell", "sells", "selling")}
"""Who sells is a trader; who sold something may be charged with it."""
_WRONG_NOUNS = nouns(WRONG_NOUNS)
_WRONGDOERS = nouns(WRONGDOERS)
_WRONG_ADJECTIVES = frozenset(WRONG_ADJECTIVES.split())
_OMISSIONS = forms(OMISSIONS)
_AGAINST = forms(AGAINST)
_CAUSE_VERBS = forms(CAUSE_VERBS)

WE = word_set("i we me us myself ourselves")
_THEIR = word_set("his her its their your")
_OUR = frozenset(("my", "our"))
_PEOPLE = word_set(
    "he she they you who nobody everybody somebody anybody everyone someone anyone none those"
)
_NEGATIONS = word_set("not n't never nobody nothing none no neither nor hardly without")
_NOBODY = frozenset(("nobody", "none", "neither"))
_BE = word_set("be am is are was were been being 's 're")
_MODALS = word_set("will would may might could should must can shall ought 'll 'd")
_ACTING = frozenset(("person", "organization"))
_NO_ACTOR = frozenset(("object", "event", "abstract", "time", "animal", "plant", "substance"))


class Sign(NamedTuple):
    """A sign, and the first and the last token that it stands at."""

    name: str
    first: int
    last: int


def signs(analysis: Analysis, own: tuple[int, ...]) -> Iterator[Sign]:
    """All signs among the tokens `own` of one sentence."""
    words = _Words(analysis, own)
    why = (
        not words.by_us()
    )  # why the author acts is nothing that the author would need a source for
    for number in own:
        yield from _wrongs(words, number)
        yield from _causes(words, number)
    for name, pattern in (
        ("lapse", LAPSES), ("wry", WRY), ("because", BECAUSE), ("in order", IN_ORDER),
    ):  # fmt: skip
        if why or name not in ("because", "in order"):
            for first, last in words.matching(pattern):
                if name != "because" or not (
                    words.low(last) == "to" and words.verb_at(last + 1)
                ):  # due to arrive
                    yield Sign(name, first, last)


class _Words:
    """Tokens of the own part of a sentence, and how they hang together."""

    def __init__(self, analysis: Analysis, own: tuple[int, ...]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.own = own
        self.inside = frozenset(own)

    def verb_at(self, number: int) -> bool:
        return number in self.inside and self.tokens[number].pos == "VERB"

    def by_us(self) -> bool:
        """Is the author the subject of the sentence?"""
        roots = [n for n in self.own if self.tokens[n].relation == "root"]
        return any(self.ours(child) for n in roots for child in self.children(n, "nsubj"))

    def low(self, number: int) -> str:
        return self.tokens[number].text.casefold()

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """The first and the last token of each match."""
        texts = [self.tokens[number].text.replace("’", "'") for number in self.own]
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        for found in pattern.finditer(" ".join(texts)):
            first = bisect_right(starts, found.start()) - 1
            yield self.own[first], self.own[bisect_right(starts, found.end() - 1) - 1]

    def children(self, number: int, *relations: str) -> Iterator[int]:
        for child in self.analysis.children[number]:
            if self.tokens[child].relation in relations:
                yield child

    def negated(self, number: int) -> bool:
        return any(self.low(child) in _NEGATIONS for child in self.analysis.children[number])

    def passive(self, number: int) -> bool:
        token = self.tokens[number]
        if token.pos != "VERB" or token.text.casefold().endswith("ing"):
            return False
        if token.relation in ("acl", "amod") and not any(self.children(number, "nsubj", "mark")):
            return True
        return any(self.low(child) in _BE for child in self.children(number, "aux", "cop"))

    def done_to(self, number: int) -> bool:
        """Is it told to whom or what the verb `number` is done?"""
        return self.passive(number) or any(self.children(number, "obj", "iobj"))

    def strikes_us(self, number: int) -> bool:
        """Is it done to the author, or to what is the author's?"""
        return any(map(self.ours, self.children(number, "obj", "iobj")))

    def unreal(self, number: int) -> bool:
        """Is the deed only wished, possible or to come?"""
        if any(self.low(child) in _MODALS for child in self.children(number, "aux")):
            return True
        to = any(self.low(child) == "to" for child in self.children(number, "mark"))
        return to and self.tokens[number].relation in ("xcomp", "ccomp", "acl")

    def blamed(self, number: int) -> bool:
        """Is a wrongdoer named, or somebody's wrong, or is it said that something is one?"""
        if self.low(number) in _WRONGDOERS:
            return True
        if self.low(number) not in _WRONG_NOUNS:
            return False
        whose = self.children(number, "nmod", "compound")
        return any(self.acts(child) or self.low(child) in _THEIR for child in whose) or any(
            self.children(number, "cop", "nsubj")
        )

    def denied(self, number: int) -> bool:
        """Is it said that something, or a thing of ours, is not that?"""
        subjects = list(self.children(number, "nsubj"))
        return any(map(self.ours, subjects)) or (self.negated(number) and bool(subjects))

    def doer(self, number: int) -> int | None:
        """Who does what the verb `number` says; None where it is not told."""
        if self.passive(number):
            for child in self.children(number, "obl", "nmod"):
                if any(self.low(case) == "by" for case in self.children(child, "case")):
                    return child
            return None
        subject = self._subject(number)
        return self._before(number) if subject is None else subject

    def _subject(self, number: int) -> int | None:
        """The subject of a verb, or the one that it shares with the verb it hangs on."""
        seen = set()
        while number not in seen:
            seen.add(number)
            subject = next(self.children(number, "nsubj"), None)
            if subject is not None:
                return self._meant(number, subject)
            token = self.tokens[number]
            if token.relation == "acl":
                return token.head
            if token.relation not in ("conj", "xcomp", "advcl"):
                return None
            number = token.head
            if self.tokens[number].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
                return None
        return None

    def _before(self, number: int) -> int | None:
        """The name or pronoun just before a verb, where the parser gives the verb no subject."""
        before = number - 1
        while before in self.inside and self.tokens[before].pos in ("ADV", "AUX", "PART"):
            before -= 1
        if before not in self.inside:
            return None
        if self.tokens[before].relation in ("flat", "compound", "appos"):
            before = self.tokens[before].head
        return before if self.acts(before) else None

    def _meant(self, verb: int, subject: int) -> int:
        """The noun that a relative pronoun stands for, where it hangs on it."""
        if self.low(subject) in ("who", "which", "that") and self.tokens[verb].relation == "acl":
            return self.tokens[verb].head
        return subject

    def acts(self, number: int | None) -> bool:
        """Is it a person, body or group, and not the author's own?"""
        if number is None:
            return False
        token = self.tokens[number]
        low = token.text.casefold()
        if low in WE or any(self.low(c) in _OUR for c in self.analysis.children[number]):
            return False
        if low in _PEOPLE or token.entity in _ACTING:
            return True
        return token.pos == "PROPN" and token.entity not in _NO_ACTOR

    def ours(self, number: int | None) -> bool:
        return number is not None and (
            self.low(number) in WE
            or any(self.low(c) in _OUR for c in self.analysis.children[number])
        )


def _wrongs(words: _Words, number: int) -> Iterator[Sign]:
    """Signs of a charge at one token."""
    token, low = words.tokens[number], words.low(number)
    if token.pos in ("VERB", "AUX"):
        doer = words.doer(number)
        if low in _WRONG_VERBS or (low in _HARM_VERBS and words.done_to(number)):
            yield Sign(_of_deed("wrong", words, number, doer), number, number)
        if low in _AGAINST and words.acts(doer) and words.strikes_us(number):
            yield Sign("against us", number, number)
        if low in _OMISSIONS and (words.negated(number) or _nobody(words, doer)):
            yield Sign(_of_deed("omission", words, number, doer), number, number)
    elif token.pos == "NOUN" and words.blamed(number) and not words.denied(number):
        yield Sign("wrong noun", number, number)
    elif token.pos in ("ADJ", "ADV") and (low in _WRONG_ADJECTIVES or _adverb(low)):
        yield Sign("wrong adjective", number, number)


def _of_deed(name: str, words: _Words, number: int, doer: int | None) -> str:
    if words.unreal(number):
        return f"{name} unreal"
    if doer is None:
        return f"{name} undone by" if words.passive(number) else f"{name} of nobody"
    if words.ours(doer):
        return f"{name} of ours"
    if _nobody(words, doer):
        return f"{name} of none"
    kind = "of actor" if words.acts(doer) else "of thing"
    return f"{name} {kind} not" if words.negated(number) and name == "wrong" else f"{name} {kind}"


def _nobody(words: _Words, doer: int | None) -> bool:
    if doer is None:
        return False
    return words.low(doer) in _NOBODY or any(
        words.low(child) == "no" for child in words.analysis.children[doer]
    )


def _adverb(low: str) -> bool:
    return low.endswith("ly") and low[:-2] in _WRONG_ADJECTIVES


def _causes(words: _Words, number: int) -> Iterator[Sign]:
    """The sign of a cause at one token: a thing that brings something about."""
    token, low = words.tokens[number], words.low(number)
    if token.pos != "VERB" or low.endswith("ing") or words.unreal(number):
        return
    if low in _CAUSE_VERBS:
        doer = words.doer(number)
        if doer is not None and not words.acts(doer) and not words.ours(doer):
            yield Sign("cause of thing", number, number)


BEARING: dict[str, frozenset[str]] = {
    "charge": frozenset(
        (
            *("wrong of actor", "wrong of none", "wrong noun", "wrong adjective", "against us"),
            *("lapse", "wry", "omission of actor", "omission of none"),
        )
    ),
    "cause": frozenset(("cause of thing", "because")),
    "motive": frozenset(("in order",)),
}
"""The signs that a label is given for; the others are known and not enough."""


def carrying(label: str, found: Iterable[Sign]) -> list[tuple[int, int]]:
    """First and last tokens of the signs that speak for `label`, in order, none in another."""
    every = sorted({(s.first, -s.last) for s in found if s.name in BEARING[label]})
    kept: list[tuple[int, int]] = []
    for first, last in every:
        if not kept or -last > kept[-1][1]:
            kept.append((first, -last))
    return kept
