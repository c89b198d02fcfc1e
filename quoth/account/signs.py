"""Signs that a sentence charges somebody, or gives a cause or a motive: word by word, no verdict.

No sign depends on who somebody is beyond being a person, a body or a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoth.account.words import (
    CAUSE_NOUNS,
    CAUSE_VERBS,
    MOTIVE_NOUNS,
    MOTIVE_WORDS,
    OMISSIONS,
    WRONG_ADJECTIVES,
    WRONG_NOUNS,
    WRONG_VERBS,
    forms,
    nouns,
    word_set,
)
from quoth.analysis import Analysis, Token

_WRONG_VERBS = forms(WRONG_VERBS)
_WRONG_NOUNS = nouns(WRONG_NOUNS)
_WRONG_ADJECTIVES = frozenset(WRONG_ADJECTIVES.split())
_OMISSIONS = forms(OMISSIONS)
_CAUSE_VERBS = forms(CAUSE_VERBS)
_CAUSE_NOUNS = nouns(CAUSE_NOUNS)
_MOTIVE_NOUNS = nouns(MOTIVE_NOUNS)
_MOTIVE_WORDS = forms(MOTIVE_WORDS)

WE = word_set("i we me us myself ourselves")
_OUR = frozenset(("my", "our"))
_PEOPLE = word_set(
    "he she they you who nobody everybody somebody anybody everyone someone anyone none those"
)
_NEGATIONS = word_set("not n't never nobody nothing none no neither nor hardly without")
_NOBODY = frozenset(("nobody", "none", "neither"))
_BE = word_set("be am is are was were been being 's 're")
_ACTING = frozenset(("person", "organization"))
_NO_ACTOR = frozenset(("object", "event", "abstract", "time", "animal", "plant", "substance"))
_LAPSES = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|neglect(?:s|ed|"
    r"ing)?|forg[eo]t(?:s|ten|ting)?|omit(?:s|ted|ting)?|too busy|too late|(?:too )?slow|"
    r"in (?:a|no) hurry|no haste|look(?:s|ed|ing)? (?:away|the other way)|turn(?:s|ed|"
    r"ing)? a blind eye|wash(?:es|ed) (?:its|his|her|their) hands|(?:remain|go|went|gone)(?:s|"
    r"ed)? (?:unanswered|unread|unpaid|unpunished|unheard)|instead of|rather than|in (?:its|"
    r"his|her|their) (?:pocket|sleep)|(?:know|knew|known) (?:perfectly|very) well)\b",
    re.IGNORECASE,
)
_WRY = re.compile(
    r"\b(?:so-called|self-styled|on purpose|deliberately|knowingly|behind (?:our|their|his|"
    r"her|your) backs?|in cold blood|in secret|without (?:a )?(?:tender|trial|warning|warrant|"
    r"asking)|for nothing|hand in hand|in the pay of|at (?:the )?(?:expense|cost) of|"
    r"of course|as usual|pretend\w*|would (?:like|have) (?:us|you|"
    r"the public) (?:to )?believe)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|thanks to|as a result|in consequence|consequently|"
    r"therefore|thus|hence|on account of|by reason of|so that|that is why|this is why|"
    r"which is why|for want of|(?:it|what) (?:is|was) [^.;:]{1,60}? (?:that|which|"
    r"who) [^.;:]{0,30}?\b\w+(?:ed|d|t|s)\b|stem(?:s|med)? from|c[oa]me[s]? (?:of|from)|"
    r"owe(?:s|d) (?:its|his|her|their)|responsible for|led (?:straight |directly )?to|"
    r"leads? to|mak(?:e|es|ing) it|made it|left (?:us|them|him|her|the) |turn(?:s|"
    r"ed)? [^.;:]{1,40} into|no wonder)\b|^(?:from|where|no) ",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(
    r"\b(?:in order (?:to|that)|so as (?:not )?to|so that|lest|for fear|out of (?:fear|spite|"
    r"greed|pity|hatred|envy|revenge|love|habit|pride|shame|loyalty|ambition|malice|vanity)|"
    r"for the sake of|with (?:the|an) (?:aim|intention|purpose|eye|object)|in the hope|"
    r"in pursuit of|in (?:its|his|her|their) own interests?|(?:had|has|have) in mind|(?:is|"
    r"was|were|are) (?:afraid|eager|anxious|keen|desperate|determined|jealous|ashamed|bent|"
    r"tempted|out) (?:of|to|on|that|for)|(?:anger|fear|greed|hatred|envy|spite|hope|wish|"
    r"desire|ambition|need|appetite|thirst|lust) (?:from|for|of|to|that|out of)|want(?:s|"
    r"ed)? (?:us|you|them|him|her|the|to|it|its|his)|hop(?:e|es|ed|ing) to|fear(?:s|ed|ing)|"
    r"need(?:s|ed)? (?:us|it|such|to)|only (?:to|because)|because (?:it|he|she|they|you|the|"
    r"his|her|its|their)|since (?:it|he|she|they)|to (?:please|spare|punish|teach|frighten|"
    r"protect|save|keep|hide|cover|win|avoid|escape|pay|sell|buy|look|suit|silence|impress|"
    r"spite|appease|make us|make it|make them))\b",
    re.IGNORECASE,
)


class Sign(NamedTuple):
    """A sign and the token that it stands at."""

    name: str
    token: int


def signs(analysis: Analysis, own: tuple[int, ...]) -> Iterator[Sign]:
    """All signs among the tokens `own` of one sentence."""
    words = _Words(analysis, own)
    for number in own:
        yield from _wrongs(words, number)
        yield from _whys(words, number)
    for name, pattern in (
        ("lapse", _LAPSES), ("wry", _WRY), ("because", _BECAUSE), ("in order", _IN_ORDER),
    ):  # fmt: skip
        for number in words.matching(pattern):
            yield Sign(name, number)


class _Words:
    """Tokens of the own part of a sentence, and how they hang together."""

    def __init__(self, analysis: Analysis, own: tuple[int, ...]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.own = own
        self.inside = frozenset(own)

    def low(self, number: int) -> str:
        return self.tokens[number].text.casefold()

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The token at which each match begins."""
        starts: dict[int, int] = {}
        text = ""
        for number in self.own:
            starts[len(text)] = number
            text += self.tokens[number].text.replace("’", "'") + " "
        text = text.replace(" - ", "-   ") if " - " in text else text
        for found in pattern.finditer(text):
            at = max((start for start in starts if start <= found.start()), default=None)
            if at is not None:
                yield starts[at]

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

    def doer(self, number: int) -> int | None:
        """Who does what the verb `number` says; None where it is not told."""
        if self.passive(number):
            for child in self.children(number, "obl", "nmod"):
                if any(self.low(case) == "by" for case in self.children(child, "case")):
                    return child
            return None
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
        if low in _WRONG_VERBS:
            yield Sign(_of_deed("wrong", words, number, doer), number)
        if low in _OMISSIONS and (words.negated(number) or _nobody(words, doer)):
            yield Sign(_of_deed("omission", words, number, doer), number)
    elif token.pos in ("NOUN", "PROPN") and low in _WRONG_NOUNS:
        yield Sign("wrong noun of" if _belongs(words, number) else "wrong noun", number)
    elif token.pos in ("ADJ", "ADV") and (low in _WRONG_ADJECTIVES or _adverb(low)):
        yield Sign("wrong adjective", number)


def _of_deed(name: str, words: _Words, number: int, doer: int | None) -> str:
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


def _belongs(words: _Words, number: int) -> bool:
    """Is somebody's wrong meant (`the mayor's lie`), or somebody called by it (`he is a thief`)?"""
    near = (*words.children(number, "nmod", "nsubj", "compound"),)
    return any(words.acts(child) for child in near)


def _adverb(low: str) -> bool:
    return low.endswith("ly") and low[:-2] in _WRONG_ADJECTIVES


def _whys(words: _Words, number: int) -> Iterator[Sign]:
    """Signs of a cause or motive at one token."""
    token, low = words.tokens[number], words.low(number)
    if token.pos == "VERB" and low in _CAUSE_VERBS:
        doer = words.doer(number)
        if doer is not None and not words.acts(doer) and not words.ours(doer):
            yield Sign("cause of thing", number)
        else:
            yield Sign("cause verb", number)
    if low in _CAUSE_NOUNS and token.pos == "NOUN":
        yield Sign("cause noun", number)
    if low in _MOTIVE_NOUNS and token.pos == "NOUN":
        yield Sign("motive noun", number)
    if low in _MOTIVE_WORDS and token.pos in ("VERB", "ADJ"):
        doer = words.doer(number)
        yield Sign("motive of actor" if words.acts(doer) else "motive word", number)
    if _purpose(words, number):
        head = token.head
        doer = words.doer(head)
        yield Sign("purpose of actor" if words.acts(doer) else "purpose", number)


def _purpose(words: _Words, number: int) -> bool:
    """Is it `to` with a verb, beside another verb that it is not an object of?"""
    token = words.tokens[number]
    return (
        token.relation == "advcl"
        and token.pos == "VERB"
        and any(words.low(child) == "to" for child in words.children(number, "mark"))
    )


NAMES: tuple[str, ...] = (
    *(
        f"{name} {kind}"
        for name in ("wrong", "omission")
        for kind in ("undone by", "of nobody", "of ours", "of none", "of actor", "of thing")
    ),
    *("wrong of actor not", "wrong of thing not", "wrong noun of", "wrong noun", "wrong adjective"),
    *("lapse", "wry", "because", "in order", "cause of thing", "cause verb", "cause noun"),
    *("motive noun", "motive of actor", "motive word", "purpose of actor", "purpose"),
)
"""All signs, in the order that the weights have."""


def counted(found: Iterable[Sign]) -> list[float]:
    """1 for every sign that is there, in the order of `NAMES`."""
    names = {sign.name for sign in found}
    return [float(name in names) for name in NAMES]


def is_us(token: Token) -> bool:
    """Is it the author, alone or with others?"""
    return token.text.casefold() in WE
