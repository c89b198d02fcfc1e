"""What a figure is told of that no noun follows: the subject, what is changed, whom was asked."""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.details.figures.amount import Amount
from quoth.details.figures.counting import NEAR, Counting
from quoth.details.figures.phrases import NOUNS, first, head_from
from quoth.details.figures.words import among

TOLD_OF = among(
    """
    start starts started be cost costs costing total totals totaled totalled reach reaches
    reached hit hits is are was
    were been fell fall falls rose rise rises risen grew grow grows grown stand stands stood
    exceed exceeds exceeded surpassed average averages averaged averaging run runs ran worth
    valued estimated priced increased increase decreased declined dropped drop jumped climbed
    soared plunged lasted lasts last took take takes doubled tripled topped approaches
    approached weigh weighs weighed measure measures measured comprise comprises comprised
    slipped shrank remain remains remained stretched expanded capped amounted amounts
    """
)
"""Verbs whose subject a figure is told of."""


LENT = among("in on toward towards for")


WHEN = among("for within over in during after by every at on until through than to about")


LEADS = among("lead margin advantage edge gap")


def lasting(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """What lasts: *a child's first 18 years*, *a wife of 20 years*, *it took two hours*."""
    tokens, anchor = counting.analysis.tokens, counting.anchor(amount)
    if anchor is None:
        return None
    for child in counting.analysis.children[anchor]:
        owner = [tokens[n].text for n in counting.analysis.children[child]]
        if child < anchor and tokens[child].pos in NOUNS and {"'", "'s", "’s", "s"} & set(owner):
            return counting.phrase(child)
    if counting.line.low(amount.start - 1) in WHEN or counting.line.low(amount.start) == "within":
        return None
    return told_of(counting, amount)


def lead(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Of points: the lead that the sentence speaks of before them."""
    line = counting.line
    for at in range(amount.start - 1, max(amount.start - 40, -1), -1):
        if line.sentence(at) != line.sentence(amount.start):
            break
        if line.low(at) in LEADS and line.pos(at) == "NOUN":
            return line.at(at).token, line.at(at).token + 1
    return None


def subject(
    counting: Counting, anchor: int, pronouns: bool = False, any_verb: bool = False
) -> tuple[int, int] | None:
    """The subject of the verb that a token hangs on, or of the token as a predicate."""
    analysis = counting.analysis
    tokens = analysis.tokens
    here = anchor
    for _ in range(3):
        subjects = [
            n
            for n in analysis.children[here]
            if tokens[n].relation == "nsubj" and n not in counting.taken
        ]
        predicate = tokens[here]
        copula = any(tokens[n].relation == "cop" for n in analysis.children[here])
        fits = any_verb or copula or predicate.text.lower() in TOLD_OF
        if subjects and subjects[0] != anchor:
            if not fits:
                return None
            subject = subjects[0]
            if tokens[subject].pos == "PRON":
                if tokens[subject].text.lower() in ("which", "that", "who"):
                    return (
                        counting.phrase(tokens[here].head) if predicate.relation == "acl" else None
                    )
                if pronouns:
                    return subject, subject + 1
                return counting.phrase(_antecedent(analysis, subject))
            return counting.phrase(subject)
        if predicate.relation == "acl" and here != anchor and fits:
            return counting.phrase(predicate.head)
        if predicate.head == here or predicate.relation in ("nsubj", "root"):
            return None
        if here != anchor and predicate.pos == "VERB" and not fits:
            return None
        here = predicate.head
    return None


def _antecedent(analysis: Analysis, pronoun: int) -> int | None:
    """The subject before *it* in the same sentence."""
    tokens = analysis.tokens
    if tokens[pronoun].text.lower() not in ("it", "they"):
        return None
    for n in range(pronoun - 1, max(pronoun - 40, -1), -1):
        if tokens[n].sentence != tokens[pronoun].sentence:
            return None
        if tokens[n].relation == "nsubj" and tokens[n].pos in NOUNS:
            return n
    return None


EXTREMES = among("low high total peak record maximum minimum average level")


def told_of(counting: Counting, amount: Amount, any_verb: bool = False) -> tuple[int, int] | None:
    """The noun that the figure is an *of* of (*a loss of $3*), or the subject of its verb."""
    tokens = counting.analysis.tokens
    anchor = counting.anchor(amount)
    if anchor is None:
        return None
    if counting.line.low(amount.start - 1) == "of":
        head = counting.line.at(amount.start - 2).token
        if tokens[head].text.lower() in EXTREMES:
            return subject(counting, head, any_verb=True)
        if head not in counting.taken and tokens[head].pos in NOUNS:
            return first(counting.analysis, head, counting.taken), head + 1
    if amount.kind == "times" and tokens[anchor].pos == "VERB":
        any_verb = True
    if tokens[anchor].relation == "nsubj":
        return None
    changed = _object(counting, amount, anchor)
    if changed:
        return changed
    return subject(counting, anchor, any_verb=any_verb)


def _object(counting: Counting, amount: Amount, anchor: int) -> tuple[int, int] | None:
    """What is cut *to*, left *at* or raised *by* the figure."""
    analysis = counting.analysis
    if counting.line.low(amount.start - 1) not in ("to", "at", "by", "from"):
        return None
    verb = analysis.tokens[anchor].head
    for child in analysis.children[verb]:
        token = analysis.tokens[child]
        if verb < child < anchor and token.relation == "obj" and token.pos == "NOUN":
            return counting.phrase(child) if child not in counting.taken else None
    return None


def polled(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Of a bare percentage: whom the last one was of, or those *among* whom was asked."""
    line = counting.line
    for one in counting.told[: -NEAR - 1 : -1]:
        if one.amount.kind in ("percent", "share", "point") and one.of:
            return one.of
    for at in range(amount.start - 1, max(amount.start - 150, -1), -1):
        if line.low(at) == "among" or line.lows(at - 1, at + 1) == ("majority", "of"):
            return counting.after(at + 1)
    return None


def spent_on(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Of money: *in debt*, *for repairs*, *on roads*; not where it is, nor for whom."""
    line, tokens = counting.line, counting.analysis.tokens
    if line.low(amount.end) not in LENT:
        return None
    found = counting.after(amount.end + 1)
    if found is None or tokens[found[0]].pos in ("PRON", "NUM"):
        return None
    head = head_from(counting.analysis, found[0])
    if head is None or tokens[head].pos != "NOUN":
        return None
    if tokens[head].entity in ("person", "place", "time", "organization"):
        return None
    return (
        found
        if line.low(amount.end + 1) not in ("the", "a", "an", "this", "his")
        or (line.low(amount.end) in ("for", "on"))
        else None
    )
