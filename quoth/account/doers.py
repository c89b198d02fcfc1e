"""Who does what to whom in the words of one sentence, as far as charges need to know.

Nothing depends on who somebody is beyond being a person, a body or a group.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from quoth.account.words import (
    BODIES,
    DONE_WITH,
    WRONG_NOUNS,
    WRONGDOERS,
    forms,
    nouns,
    word_set,
)
from quoth.analysis import Analysis

_WRONG_NOUNS = nouns(WRONG_NOUNS)
_WRONGDOERS = nouns(WRONGDOERS)
_DONE_WITH = forms(DONE_WITH)
_BODIES = nouns(BODIES)

WE = word_set("i we me us myself ourselves")
_THEIR = word_set("his her its their your")
_OUR = frozenset(("my", "our"))
_PEOPLE = word_set(
    "he she they you who nobody everybody somebody anybody everyone someone anyone none those"
)
_NEGATIONS = word_set("not n't never nobody nothing none no neither nor hardly without")
_BE = word_set("be am is are was were been being 's 're")
_MODALS = word_set("will would may might could should must can shall ought 'll 'd")
_ACTING = frozenset(("person", "organization"))
_NO_ACTOR = frozenset(("object", "event", "abstract", "time", "animal", "plant", "substance"))


class Words:
    """Tokens of the own part of a sentence, and how they hang together."""

    def __init__(self, analysis: Analysis, own: tuple[int, ...]) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.own = own
        self.inside = frozenset(own)

    def verb_at(self, number: int) -> bool:
        return number in self.inside and self.tokens[number].pos == "VERB"

    def asks(self) -> bool:
        """Is it a question?"""
        after = self.own[-1] + 1 if self.own else 0
        return 0 < after < len(self.tokens) and self.tokens[after].text.startswith("?")

    def by_us(self) -> bool:
        """Is the author the subject of the sentence?"""
        roots = [n for n in self.own if self.tokens[n].relation == "root"]
        subjects = [child for n in roots for child in self.children(n, "nsubj")]
        return any(self.ours(one) and self.low(one) not in ("us", "me") for one in subjects)

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
        relation = "nsubj" if self.passive(number) else "obj"
        return any(map(self.ours, self.children(number, relation, "iobj")))

    def unreal(self, number: int, besides: frozenset[str] = frozenset()) -> bool:
        """Is the deed only wished, possible or to come? (Modals `besides` tell of no doubt.)"""
        modals = _MODALS - besides
        if any(self.low(child) in modals for child in self.children(number, "aux")):
            return True
        to = any(self.low(child) == "to" for child in self.children(number, "mark"))
        return to and self.tokens[number].relation in ("xcomp", "ccomp", "acl")

    def aimed(self, number: int) -> bool:
        """Is it what somebody else does something for: *to save a wage*, *because he likes it*?"""
        token = self.tokens[number]
        above = self.tokens[token.head]
        if token.relation != "advcl" or above.pos != "VERB" or self.passive(token.head):
            return False
        marks = {self.low(child) for child in self.children(number, "mark")}
        if "because" not in marks and ("to" not in marks or token.head > number):
            return False
        inner = next(self.children(number, "nsubj"), None)
        return (
            self.acts(self.doer(token.head))
            and (self.done_to(token.head))
            and ("to" in marks or self.acts(inner))
        )

    def blamed(self, number: int) -> bool:
        """Is a wrongdoer named, or somebody's wrong, or is it said that something is one?"""
        if self.low(number) in _WRONGDOERS:
            return True
        if self.low(number) not in _WRONG_NOUNS:
            return False
        whose = self.children(number, "nmod", "compound")
        return (
            any(self.acts(child) or self.low(child) in _THEIR for child in whose)
            or any(self.children(number, "cop", "nsubj"))
            or self._done_with(number)
        )

    def _done_with(self, number: int) -> bool:
        """Does somebody commit, spread, hide it, or is something a piece of it?"""
        token, head = self.tokens[number], self.tokens[number].head
        if token.relation in ("obj", "obl"):
            return self.low(head) in _DONE_WITH and self.acts(self.doer(head))
        return token.relation == "nmod" and any(self.children(head, "cop"))

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
        if low == "it":  # a body more often than not, where wrong is done
            return token.entity not in _NO_ACTOR
        if low in _BODIES and token.pos == "NOUN":
            return True
        return token.pos == "PROPN" and token.entity not in _NO_ACTOR

    def ours(self, number: int | None) -> bool:
        return number is not None and (
            self.low(number) in WE
            or any(self.low(c) in _OUR for c in self.analysis.children[number])
        )
