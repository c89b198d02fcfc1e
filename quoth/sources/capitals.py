"""Runs of capitals that are one name, with the particles, links and marks between them."""

from __future__ import annotations

from quoth.analysis import Analysis, Token
from quoth.sources.lexicon import COURTESY, GROUPS
from quoth.sources.nouns import BODIES, PERSONS, noun
from quoth.sources.words import words

PARTICLES = words("bin bint ibn al el de del della der den di da do dos du la le van von y")
LINKS = frozenset(("of", "for", "and", "&", "on", "de", "des", "du"))
GLUE = frozenset(".-&/–+'’@#_")


def run(analysis: Analysis, head: int, low: int, high: int) -> tuple[int, int]:
    """Capitals around the head, with the particles and links between them."""
    first, end = head, head + 1
    while first > low and (step := _step_left(analysis, first, low)):
        first -= step
    while end < high and (step := _step_right(analysis, head, end, high)):
        end += step
    return first, end


def _step_left(analysis: Analysis, first: int, low: int) -> int:
    tokens = analysis.tokens
    before = tokens[first - 1]
    if (_capital(before) and _tied(tokens, first)) or _glued(before, tokens[first]):
        return 1
    if first - 2 >= low and _capital(tokens[first - 2]):
        if before.text in PARTICLES or before.text == "&":
            return 2
        if before.text == "." and tokens[first - 2].end == before.start:
            return 2
    if before.text in PARTICLES and before.pos == "PROPN":
        return 1
    # "People's Party": the possessor is a common noun, so all of it is the name
    if before.text in ("s", "'", "’") and first - 1 > low:
        at = first - 2 if before.text != "s" or tokens[first - 2].text not in "'’" else first - 3
        if at >= low and _capital(tokens[at]) and noun(tokens[at].text).lemma in COMMON:
            return first - at
    return 0


def _tied(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the token before a name hangs on it, or the name on that one."""
    if tokens[first].head == first - 1 and tokens[first].relation in WITHIN:
        return True
    at = first - 1
    while at < first and tokens[at].relation in TYING and tokens[at].head != at:
        at = tokens[at].head
        if abs(first - at) > 20:
            return False
    return at >= first


def _step_right(analysis: Analysis, head: int, end: int, high: int) -> int:
    tokens = analysis.tokens
    after, last = tokens[end], tokens[end - 1]
    if after.time != "O" or after.sentence != last.sentence:
        return 0
    if _capital(after) and after.relation != "conj":
        return 1
    if _glued(last, after) and (after.text != "." or _initial(tokens, end)):
        return 1
    if after.relation == "part" and after.text[0].isalnum() and after.pos != "PART":
        return 1
    if after.pos == "NUM" and after.head in range(head, end) and after.relation != "appos":
        return 1
    if end + 1 < high and after.text in PARTICLES and _capital(tokens[end + 1]):
        return 2
    if after.text.lower() in LINKS and _linked(analysis, head, end):
        return _link(analysis, end, high)
    return 0


def _linked(analysis: Analysis, head: int, end: int) -> bool:
    """Whether a link at `end` may go on with the name: not where it joins another one to it."""
    text = analysis.tokens[end].text
    if text == "&":
        return True
    if text == "and":  # only inside what an "of" began: "Department of Works and Mines"
        return any(t.text in ("of", "for") for t in analysis.tokens[head:end])
    if any(token.text.casefold() in COURTESY for token in analysis.tokens[head - 3 : end]):
        return False
    body = noun(analysis.tokens[end - 1].text).lemma in BODIES
    return body or analysis.tokens[head].entity not in ("person", None)


def _link(analysis: Analysis, at: int, high: int) -> int:
    """How many tokens a link takes with it: itself, an article, a capital; 0 if none follows."""
    tokens = analysis.tokens
    steps = 1
    while at + steps < high and tokens[at + steps].text.lower() in ("the", "and"):
        steps += 1
    if at + steps < high and tokens[at + steps].text[:1].isupper() and tokens[at].time == "O":
        return steps + 1
    return 0


def _capital(token: Token) -> bool:
    if not token.text[0].isupper():
        return token.text[0].isdigit() and token.pos == "PROPN"
    return token.pos in ("PROPN", "X") or (
        token.pos in ("ADJ", "NOUN", "VERB", "NUM") and token.relation in WITHIN
    )


WITHIN = frozenset(("compound", "flat", "amod", "part", "nmod", "nummod", "goeswith"))
TYING = WITHIN - {"nmod"}  # which is a title, or whose minister somebody is
COMMON = PERSONS | GROUPS


def _glued(left: Token, right: Token) -> bool:
    """Whether two tokens are written without a space, by a mark that may stand in a name."""
    if left.end != right.start or right.pos == "PART" or right.text in ("'s", "’s"):
        return False
    marks = [one.text for one in (left, right) if not one.text[0].isalnum()]
    if not marks:
        return True
    if marks[0] in ("'", "’"):  # O'Neil, not Orr's
        return left.relation == "part" or (right.relation == "part" and right.pos != "PART")
    return marks[0] in GLUE


def _initial(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the full stop at `at` ends an initial or an abbreviation inside a name."""
    return len(tokens[at - 1].text) <= 4 or not tokens[at - 1].text[0].isalnum()
