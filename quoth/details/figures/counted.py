"""What a figure counts: the noun phrase beside it, or the one it is told of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from quoth.analysis import Analysis
from quoth.details.figures.amount import Amount
from quoth.details.figures.phrases import ARTICLES, NOUNS, first, head_from, last
from quoth.details.figures.units import TIME, singular
from quoth.details.figures.words import Line, among

PARTS_OF = among(
    "stake share interest support cut portion chunk slice piece part majority chance control"
)
"""A percentage before these is one of what follows *of* or *in*."""
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
NARROWING = among("of in from with on")
PLURALS = among("them us these those which whom it you")
PRONOUNS = PLURALS - {"these", "those"}
LENT = among("in on toward towards for")
MEASURED = among("high long tall wide deep away from below above")
TITLES = among("mr mrs ms dr st jr sr de van von al bin ben da di le la del")


NEAR = 12
"""So many figures back it is looked for what a bare number counts."""


class Told(NamedTuple):
    """A figure of a line and what it counts: tokens from the first to one past the last."""

    amount: Amount
    of: tuple[int, int] | None


@dataclass(slots=True)
class Counting:
    """The figures of one line while it is told what each counts, in order."""

    analysis: Analysis
    line: Line
    amounts: list[Amount]
    told: list[Told] = field(default_factory=list)
    taken: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        words = self.line.words
        self.taken = frozenset(
            n
            for one in self.amounts
            if not one.joined
            for n in range(words[one.start].token, words[one.end - 1].token + 1)
        )

    def phrase(self, head: int | None) -> tuple[int, int] | None:
        """The tokens of the phrase of `head`, without the figure and its article."""
        if head is None or self.analysis.tokens[head].pos in ("VERB", "AUX"):
            return None
        end = last(self.analysis, head, self.taken) + 1
        return first(self.analysis, head, self.taken), end

    def after(self, word: int, attributive: bool = False) -> tuple[int, int] | None:
        """The phrase that begins at a word of the line, its article left out."""
        while self.line.low(word) in ARTICLES or self.line.at(word).text in "\"'“‘":
            word += 1
        token = self.line.at(word).token
        if token < 0 or token in self.taken:
            return None
        head = head_from(self.analysis, token)
        if head is None or self.analysis.tokens[head].block != self.analysis.tokens[token].block:
            return None
        if attributive and self._step(token, head):
            return token, token + 1
        end = max(last(self.analysis, head, self.taken), head) + 1
        return token, self._narrowed(head, end)

    def _narrowed(self, head: int, end: int) -> int:
        """Past *from the islands* behind *people*, which a parser likes to hang on the verb."""
        tokens = self.analysis.tokens
        if end >= len(tokens) or tokens[end].text not in NARROWING or end != head + 1:
            return end
        inner = head_from(self.analysis, min(end + 1, len(tokens) - 1))
        if inner is None or tokens[inner].sentence != tokens[head].sentence:
            return end
        if tokens[inner].pos not in NOUNS or tokens[inner].entity == "time":
            return end
        if tokens[inner].time != "O" or any(n in self.taken for n in range(end, inner + 1)):
            return end
        return last(self.analysis, inner, self.taken) + 1

    def _step(self, token: int, head: int) -> bool:
        """Whether steps are counted, as in *a four step plan*, not what is made of them."""
        one, other = self.analysis.tokens[token], self.analysis.tokens[head]
        plural = other.text.endswith("s") or singular(other.text.lower()) != other.text.lower()
        return one.pos == other.pos == "NOUN" and head > token and not plural

    def anchor(self, amount: Amount) -> int | None:
        """The token of a figure that ties it to its sentence."""
        words = self.line.words
        inside = range(words[amount.start].token, words[amount.end - 1].token + 1)
        return self.analysis.top(inside)


def counted(analysis: Analysis, line: Line, amounts: list[Amount]) -> list[Told]:
    """What each figure of a line counts, where the line says so."""
    counting = Counting(analysis, line, amounts)
    for amount in amounts:
        counting.told.append(Told(amount, _of(counting, amount)))
    return counting.told


def _of(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    line, end = counting.line, amount.end
    if amount.noun is not None:
        token = line.at(amount.noun).token
        return token, token + 1
    if amount.kind == "age":
        return _whose(counting, amount)
    if line.low(end) == "of" and amount.kind != "times":
        return _of_these(counting, amount)
    if _goes_on(counting, end, amount):
        found = counting.after(end, attributive=amount.kind == "count" and amount.low != 1)
        if found and amount.kind in ("percent", "share"):
            return _whole(counting, found) or found
        return found
    if amount.kind == "count":
        if amount.low == 0 and line.low(end) == "in":
            return counting.after(end + 1)
        return _same_as_before(counting, amount)
    if amount.unit == "point":
        return _told_of(counting, amount) or _lead(counting, amount)
    if amount.kind == "time":
        return _lasting(counting, amount)
    if amount.kind == "measure" and line.low(end) in ("away", "from", "apart", "off"):
        return None
    if amount.kind in ("percent", "share") and line.low(end) in ("over", "above", "below"):
        return counting.after(end + 1)
    if amount.kind in ("percent", "share"):
        return _told_of(counting, amount) or _polled(counting, amount)
    if amount.kind == "money":
        return _spent_on(counting, amount) or _told_of(counting, amount)
    if amount.kind == "times":
        return _told_of(counting, amount, any_verb=line.low(amount.number) not in ("twice",))
    return _told_of(counting, amount, any_verb=amount.kind == "measure")


WHEN = among("for within over in during after by every at on until through than to about")
LEADS = among("lead margin advantage edge gap")


def _lasting(counting: Counting, amount: Amount) -> tuple[int, int] | None:
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
    return _told_of(counting, amount)


def _lead(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Of points: the lead that the sentence speaks of before them."""
    line = counting.line
    for at in range(amount.start - 1, max(amount.start - 40, -1), -1):
        if line.sentence(at) != line.sentence(amount.start):
            break
        if line.low(at) in LEADS and line.pos(at) == "NOUN":
            return line.at(at).token, line.at(at).token + 1
    return None


def _goes_on(counting: Counting, word: int, amount: Amount) -> bool:
    """Whether a noun phrase follows that the figure belongs to."""
    line, tokens = counting.line, counting.analysis.tokens
    at = line.at(word)
    if at.token < 0 or (at.text in "\"“‘'" and not (amount.joined or amount.kind == "count")):
        return False
    if at.text in '"“‘':
        at = line.at(word + 1)
    token = tokens[at.token] if at.token >= 0 else None
    if token is None or (
        token.text.lower() in ("the", "a", "an", "that", "more")
        and (amount.kind not in ("share", "times"))
    ):
        return False
    head = head_from(counting.analysis, at.token)
    if head is None or head in counting.taken:
        return False
    if token.pos in ("ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON", "PUNCT"):
        return token.relation == "amod" and tokens[head].pos in NOUNS and head != at.token
    if token.pos == "ADV" and tokens[head].pos not in NOUNS:
        return False
    if amount.joined or amount.kind in ("count", "share", "times"):
        return True
    anchor = counting.anchor(amount)
    return (anchor is not None and tokens[anchor].head == head) or (
        tokens[at.token].head == head
        and (anchor is not None and _under(counting.analysis, anchor, head))
    )


def _under(analysis: Analysis, token: int, head: int) -> bool:
    for _ in range(4):
        if analysis.tokens[token].head == head:
            return True
        token = analysis.tokens[token].head
    return False


def _of_these(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """`of the officers`; `of them`, of what was counted before."""
    line, end = counting.line, amount.end
    behind = line.low(end + 1)
    if behind in PLURALS and (behind in PRONOUNS or _ends(counting, end + 2)):
        if behind in ("us", "you"):
            token = line.at(end + 1).token
            return token, token + 1
        return _before(counting)
    if behind == "that" or (amount.kind == "time" and line.low(end + 2) in TIME):
        return _before(counting) if behind == "that" else None
    return counting.after(end + 1)


def _ends(counting: Counting, word: int) -> bool:
    """Whether no noun and nothing that narrows it stands at a word."""
    at = counting.line.at(word)
    ended = ("PUNCT", "AUX", "PRON", "CCONJ", "SCONJ", "")
    return counting.line.pos(word) in ended or (
        counting.analysis.tokens[at.token].relation in ("root", "conj", "ccomp", "advcl")
    )


def _before(counting: Counting) -> tuple[int, int] | None:
    """What the last figure before counted that counts anything."""
    return next((one.of for one in counting.told[: -NEAR - 1 : -1] if one.of), None)


def _same_as_before(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Of a number without noun: what the last number counted, or the two who were named."""
    line = counting.line
    earlier = [one for one in counting.told[-NEAR:] if one.of and one.amount.kind == "count"]
    if amount.low == 2 and line.low(amount.start - 1) in ("the", "those", "these"):
        twos = [one.of for one in earlier if one.amount.low == 2]
        return twos[-1] if twos else _pair(counting, amount)
    return earlier[-1].of if earlier else None


def _pair(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """The nearest two names joined by *and*."""
    tokens, words = counting.analysis.tokens, counting.line.words
    here = words[amount.start].token
    low, high = max(words[0].token, here - 150), min(words[-1].token, here + 150)
    best: tuple[int, int] | None = None
    for n in range(low + 1, high):
        if tokens[n].text != "and" or tokens[n - 1].pos != "PROPN" or tokens[n + 1].pos != "PROPN":
            continue
        begin, end = n - 1, n + 2
        while begin > low and (tokens[begin - 1].pos == "PROPN" or tokens[begin - 1].text == "."):
            begin -= 1
        while end <= high and tokens[end].pos == "PROPN":
            end += 1
        if best is None or abs(begin - here) < abs(best[0] - here):
            best = begin, end
    return best


def _whose(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Whose age: the name before it, the noun behind it, or who *was fourteen*."""
    line, _tokens = counting.line, counting.analysis.tokens
    if amount.joined or (
        line.low(amount.end - 1) in ("old",) and "-" in line.lows(amount.start, amount.end)
    ):
        return counting.after(amount.end) if _goes_on(counting, amount.end, amount) else None
    before = line.at(amount.start - 1)
    if before.text in (",", "(") or before.low in ("aged", "age", "and"):
        at = amount.start - 1
        while line.low(at) in (",", "(", "aged", "age"):
            at -= 1
        return _name_before(counting, at)
    if before.low == "of":
        token = line.at(amount.start - 2).token
        return token, token + 1
    anchor = counting.anchor(amount)
    return None if anchor is None else _subject(counting, anchor, pronouns=True)


def _name_before(counting: Counting, word: int) -> tuple[int, int] | None:
    """The proper name that ends at a word, with its title; else the noun phrase there."""
    line, tokens = counting.line, counting.analysis.tokens
    begin = word + 1
    while begin > 0:
        one = line.at(begin - 1)
        dot = (one.text == "." and line.low(begin - 2) in TITLES) or (
            one.text in ".-’'" and len(line.at(begin - 2).text) == 1
        )
        if not (one.text[:1].isupper() or one.low in TITLES or dot or one.text in "-‐"):
            break
        begin -= 1
    if begin <= word and line.at(begin).text[:1].isupper():
        return line.at(begin).token, line.at(word).token + 1
    token = line.at(word).token
    if token < 0 or tokens[token].pos not in NOUNS:
        return None
    return first(counting.analysis, token, counting.taken), token + 1


def _whole(counting: Counting, found: tuple[int, int]) -> tuple[int, int] | None:
    """Of *20 percent stake in the mine*: the mine."""
    line, _tokens = counting.line, counting.analysis.tokens
    words = [n for n, word in enumerate(line.words) if found[0] <= word.token < found[1] + 1]
    for n in words[:4]:
        if line.low(n) in PARTS_OF and line.low(n + 1) in ("in", "of", "among", "from"):
            return counting.after(n + 2)
    return None


def _subject(
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


def _told_of(counting: Counting, amount: Amount, any_verb: bool = False) -> tuple[int, int] | None:
    """The noun that the figure is an *of* of (*a loss of $3*), or the subject of its verb."""
    tokens = counting.analysis.tokens
    anchor = counting.anchor(amount)
    if anchor is None:
        return None
    if counting.line.low(amount.start - 1) == "of":
        head = counting.line.at(amount.start - 2).token
        if tokens[head].text.lower() in EXTREMES:
            return _subject(counting, head, any_verb=True)
        if head not in counting.taken and tokens[head].pos in NOUNS:
            return first(counting.analysis, head, counting.taken), head + 1
    if amount.kind == "times" and tokens[anchor].pos == "VERB":
        any_verb = True
    if tokens[anchor].relation == "nsubj":
        return None
    changed = _object(counting, amount, anchor)
    if changed:
        return changed
    return _subject(counting, anchor, any_verb=any_verb)


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


def _polled(counting: Counting, amount: Amount) -> tuple[int, int] | None:
    """Of a bare percentage: whom the last one was of, or those *among* whom was asked."""
    line = counting.line
    for one in counting.told[: -NEAR - 1 : -1]:
        if one.amount.kind in ("percent", "share", "point") and one.of:
            return one.of
    for at in range(amount.start - 1, max(amount.start - 150, -1), -1):
        if line.low(at) == "among" or line.lows(at - 1, at + 1) == ("majority", "of"):
            return counting.after(at + 1)
    return None


def _spent_on(counting: Counting, amount: Amount) -> tuple[int, int] | None:
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
