"""What a figure counts: the noun phrase beside it, or the one it is told of."""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.details.figures.amount import Amount
from quoth.details.figures.counting import NEAR, Counting, Told
from quoth.details.figures.phrases import NOUNS, first, head_from
from quoth.details.figures.told import lasting, lead, polled, spent_on, subject, told_of
from quoth.details.figures.units import TIME
from quoth.details.figures.words import Line, among

PARTS_OF = among(
    "stake share interest support cut portion chunk slice piece part majority chance control"
)
"""A percentage before these is one of what follows *of* or *in*."""


PLURALS = among("them us these those which whom it you")


PRONOUNS = PLURALS - {"these", "those"}


TITLES = among("mr mrs ms dr st jr sr de van von al bin ben da di le la del")


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
        return told_of(counting, amount) or lead(counting, amount)
    if amount.kind == "time":
        return lasting(counting, amount)
    if amount.kind == "measure" and line.low(end) in ("away", "from", "apart", "off"):
        return None
    if amount.kind in ("percent", "share") and line.low(end) in ("over", "above", "below"):
        return counting.after(end + 1)
    if amount.kind in ("percent", "share"):
        return told_of(counting, amount) or polled(counting, amount)
    if amount.kind == "money":
        return spent_on(counting, amount) or told_of(counting, amount)
    if amount.kind == "times":
        return told_of(counting, amount, any_verb=line.low(amount.number) not in ("twice",))
    return told_of(counting, amount, any_verb=amount.kind == "measure")


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
    return None if anchor is None else subject(counting, anchor, pronouns=True)


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
