"""Signs that a sentence charges somebody, or gives a cause or a motive: word by word, no verdict.

No sign depends on who somebody is beyond being a person, a body or a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoth.account.doers import Words
from quoth.account.patterns import ASKED, BECAUSE, ELLIPTIC, IN_ORDER, LAPSES, MADE_SO, WRY
from quoth.account.turns import TURNS
from quoth.account.words import (
    AGAINST,
    CAUSE_VERBS,
    HARM_VERBS,
    OMISSIONS,
    WRONG_ADJECTIVES,
    WRONG_VERBS,
    forms,
    word_set,
)
from quoth.analysis import Analysis

_WRONG_VERBS = forms(WRONG_VERBS)
_EVERYDAY = word_set("sell sells selling strike strikes striking")
_HARM_VERBS = {f: v for f, v in forms(HARM_VERBS).items() if f not in _EVERYDAY}
"""Who sells is a trader, and a thing strikes one; who sold or struck may be charged with it."""
_WRONG_ADJECTIVES = frozenset(WRONG_ADJECTIVES.split())
_OMISSIONS = forms(OMISSIONS)
_AGAINST = forms(AGAINST)
_CAUSE_VERBS = forms(CAUSE_VERBS)
_WITHOUT_OBJECT = forms("kill originate result")
_KNOWINGLY = word_set("deliberately knowingly purposely wilfully purpose")
_MAKE = word_set("make makes made")
_TO_COME = word_set("will shall 'll")
_ASKED_BY_US = word_set("request requests comment call calls email emails message messages")
_NOBODY = frozenset(("nobody", "none", "neither"))


class Sign(NamedTuple):
    """A sign, and the first and the last token that it stands at."""

    name: str
    first: int
    last: int


def signs(analysis: Analysis, own: tuple[int, ...]) -> Iterator[Sign]:
    """All signs among the tokens `own` of one sentence."""
    words = Words(analysis, own)
    why = (
        not words.by_us()
    )  # why the author acts is nothing that the author would need a source for
    for number in own:
        yield from _wrongs(words, number)
        yield from _causes(words, number)
    if words.asks():
        yield from (Sign("asked", *pair) for pair in words.matching(ASKED))
    for name, pattern in (
        ("lapse", LAPSES), ("wry", WRY), ("turn", TURNS), ("elliptic", ELLIPTIC),
        ("because", BECAUSE), ("because", MADE_SO), ("in order", IN_ORDER),
    ):  # fmt: skip
        if why or name not in ("because", "in order"):
            for first, last in words.matching(pattern):
                if name != "because" or not (
                    words.low(last) == "to" and words.verb_at(last + 1)
                ):  # due to arrive
                    yield Sign(name, first, last)


def _wrongs(words: Words, number: int) -> Iterator[Sign]:
    """Signs of a charge at one token."""
    token, low = words.tokens[number], words.low(number)
    if token.pos in ("VERB", "AUX"):
        doer = words.doer(number)
        if low in _WRONG_VERBS or (low in _HARM_VERBS and words.done_to(number)):
            yield Sign(_of_deed("wrong", words, number, doer), number, number)
        if low in _AGAINST and words.acts(doer) and words.strikes_us(number):
            yield Sign("against us", number, number)
        for_comment = any(
            words.low(c) in _ASKED_BY_US for c in words.children(number, "obl", "obj")
        )
        if (
            low in _OMISSIONS
            and not for_comment
            and (words.negated(number) or _nobody(words, doer))
        ):
            yield Sign(_of_deed("omission", words, number, doer), number, number)
    elif low in _KNOWINGLY:
        if words.acts(words.doer(token.head)) and words.done_to(token.head):
            yield Sign("wry", number, number)
    elif token.pos == "NOUN" and words.blamed(number) and not words.denied(number):
        yield Sign("wrong noun", number, number)
    elif token.pos in ("ADJ", "ADV") and (low in _WRONG_ADJECTIVES or _adverb(low)):
        yield Sign("wrong adjective", number, number)


def _of_deed(name: str, words: Words, number: int, doer: int | None) -> str:
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


def _nobody(words: Words, doer: int | None) -> bool:
    if doer is None:
        return False
    return words.low(doer) in _NOBODY or any(
        words.low(child) == "no" for child in words.analysis.children[doer]
    )


def _adverb(low: str) -> bool:
    return low.endswith("ly") and low[:-2] in _WRONG_ADJECTIVES


def _causes(words: Words, number: int) -> Iterator[Sign]:
    """Signs at one token: a thing that brings something about, an aim of somebody."""
    token, low = words.tokens[number], words.low(number)
    if token.pos == "VERB" and words.aimed(number):
        yield Sign("aim", number, number)
    if token.pos != "VERB" or low.endswith("ing") or words.unreal(number, _TO_COME):
        return
    if low in _CAUSE_VERBS or (low in _MAKE and any(words.children(number, "xcomp"))):
        doer = words.doer(number)
        bare = low not in _WITHOUT_OBJECT and not any(words.children(number, "obj"))
        if doer is not None and not bare and not words.acts(doer) and not words.ours(doer):
            yield Sign("cause of thing", number, number)


BEARING: dict[str, frozenset[str]] = {
    "charge": frozenset(
        (
            *("wrong of actor", "wrong of none", "wrong noun", "wrong adjective", "against us"),
            *("lapse", "wry", "turn", "elliptic", "asked", "omission of actor", "omission of none"),
        )
    ),
    "cause": frozenset(("cause of thing", "because")),
    "motive": frozenset(("in order", "aim")),
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
