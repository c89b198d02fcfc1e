"""What office, trade or tie a document states of a person, and to what body it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoth.analysis import Analysis, Token
from quoth.sources.lexicon import COURTESY, FORMERLY, NO_ROLE
from quoth.sources.names import Name
from quoth.sources.nouns import PERSONS, noun
from quoth.sources.phrases import RELATIVE, bounds, leftward, rightward, whole
from quoth.sources.records import Mention


class Role(NamedTuple):
    """Tokens of a role, to one past the last, and those of the body that it belongs to."""

    first: int
    end: int
    body: tuple[int, int] | None


OFFICES = PERSONS - NO_ROLE - COURTESY
TITLED = PERSONS | FORMERLY
TIES = frozenset(("of", "for", "at", "with", "to", "from", "in", "on"))
NOT_SO = frozenset(("not", "never", "no"))


def role_of(analysis: Analysis, mentions: Iterable[tuple[Mention, Name | None]]) -> Role | None:
    """The longest role of one person: beside the name, else in what else the person is called.

    None where the mentions state none.
    """
    beside: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    for mention, name in mentions:
        if name and name.proper:
            beside += _beside(analysis, name)
        elif mention.form != "pronoun":
            apart += _called(analysis, mention)
    tokens = analysis.tokens
    best = max(
        beside or apart, key=lambda r: tokens[r[1] - 1].end - tokens[r[0]].start, default=None
    )
    return Role(*best, _body(analysis, *best)) if best else None


def _beside(analysis: Analysis, name: Name) -> Iterator[tuple[int, int]]:
    """What stands before a name, after it between commas, or is said of it with "is"."""
    tokens = analysis.tokens
    end = _unmarked(tokens, name.first)
    first = leftward(analysis, end) if end else end
    if end == name.first and first < end:
        if _person_at(analysis, _last_word(tokens, end)):
            yield leftward(analysis, end, across=False), end
        elif any(t.pos == "ADP" for t in tokens[first : end - 1]) and tokens[end - 1].pos != "ADP":
            # "minister of works Silas Orr"
            head = _head_of(analysis, first, end)
            if head is not None and _person_at(analysis, head) and _tied(tokens, head, name):
                yield first, end
    elif first < end and tokens[end].text == ",":  # "the harbourmaster of Port Ellery, Silas Orr"
        head = _head_of(analysis, first, end)
        if head is not None and _person_at(analysis, head) and _tied(tokens, head, name):
            yield first, end
    yield from _after(analysis, name.end)


def _tied(tokens: tuple[Token, ...], head: int, name: Name) -> bool:
    """Whether a noun and the name behind the comma after it hang on one another or on the same."""
    first = tokens[name.first]
    return first.head in (head, tokens[head].head) or tokens[head].head in range(*name[:2])


def _after(analysis: Analysis, end: int) -> Iterator[tuple[int, int]]:
    """A role that follows a name: ", a baker in Lisk," or "is the mayor"."""
    tokens = analysis.tokens
    _, high = bounds(analysis, max(end - 1, 0))
    if end < high and tokens[end].text == "(":  # "(D-Lisk)", "(58)"
        close = next((n for n in range(end, min(end + 12, high)) if tokens[n].text == ")"), end - 1)
        end = close + 1
    if end < high and tokens[end].text == "," and end + 2 < high:
        if tokens[end + 1].pos == "NUM" and tokens[end + 2].text == ",":  # ", 58, "
            end += 2
        yield from _role_at(analysis, end + 1)
        if tokens[end + 1].text.casefold() == "who" and tokens[end + 2].text in ("is", "was"):
            yield from _role_at(analysis, end + 3)
    elif end + 1 < high and tokens[end].text.casefold() in ("is", "was", "became"):
        yield from _role_at(analysis, end + 1)


def _role_at(analysis: Analysis, start: int) -> Iterator[tuple[int, int]]:
    """The role that a phrase is which begins at a token, if it is one for a single person."""
    tokens = analysis.tokens
    _, high = bounds(analysis, start - 1)
    if start >= high or tokens[start].pos == "PUNCT" or tokens[start].text in NOT_SO:
        return
    end = rightward(analysis, start)
    head = _head_of(analysis, start, end)
    if head is not None and _person_at(analysis, head):
        yield start, _before_second(analysis, head, end)


def _head_of(analysis: Analysis, start: int, end: int) -> int | None:
    """The noun that a phrase is about: its last before a preposition, an "and" or its end."""
    head = None
    for number in range(start, end):
        token = analysis.tokens[number]
        if token.pos in ("ADP", "CCONJ") and head is not None:
            break
        if token.pos in ("NOUN", "PROPN", "X"):
            head = number
    return head


def _before_second(analysis: Analysis, head: int, end: int) -> int:
    """Where a role ends before an "and" that leads to anything but a further role."""
    tokens = analysis.tokens
    for number in range(head + 1, end):
        if tokens[number].pos == "CCONJ" and not any(
            _person_at(analysis, after) for after in range(number + 1, end)
        ):
            return number if tokens[number - 1].pos != "PROPN" else end
    return end


def _called(analysis: Analysis, mention: Mention) -> Iterator[tuple[int, int]]:
    """The role that a description is, without clauses and further names."""
    tokens, head = analysis.tokens, mention.head
    if not _person_at(analysis, head) or tokens[head].pos not in ("NOUN", "PROPN", "X"):
        return
    after = head + 1
    while after < len(tokens) and tokens[after].relation == "part":
        after += 1
    first = leftward(analysis, after, across=False)
    owns = after < len(tokens) and tokens[after].pos in ("PART", "PUNCT")
    end = after if owns else min(rightward(analysis, head), analysis.inside(mention.span).stop)
    end = max(end, after)
    yield min(first, head), max(_before_second(analysis, head, end), after)


def _person_at(analysis: Analysis, number: int) -> bool:
    one = noun(whole(analysis, number))
    return one.lemma in OFFICES and not one.plural


def _last_word(tokens: tuple[Token, ...], end: int) -> int:
    """The word that ends before a token: its first part, where it has several."""
    last = end - 1
    while last > 0 and tokens[last].relation == "part":
        last -= 1
    return last


def _unmarked(tokens: tuple[Token, ...], end: int) -> int:
    """`end` without the marks before it, but for those that belong to a word."""
    while end and tokens[end - 1].pos == "PUNCT" and tokens[end - 1].relation != "part":
        end -= 1
    return end


def _body(analysis: Analysis, first: int, end: int) -> tuple[int, int] | None:
    """The body or place in a role: what "of" or "for" leads to, else its first proper name."""
    tokens = analysis.tokens
    for at in range(first + 1, end - 1):
        lower = tokens[at].text.casefold()
        if lower in TIES and tokens[at].pos == "ADP":
            if tokens[at + 1].pos == "NUM":
                return None
            return at + 1, _until_further(analysis, at + 1, end)
        if lower in RELATIVE:
            break
    for at in range(first, end):
        if _of_name(tokens[at]):
            last = at + 1
            while at > first and tokens[at - 1].text[0].isupper() and tokens[at - 1].pos == "ADJ":
                at -= 1
            while last < end and (_of_name(tokens[last]) or tokens[last].relation == "part"):
                last += 1
            return None if _is_charge(analysis, at, last, end) else (at, last)
    return None


def _is_charge(analysis: Analysis, first: int, last: int, end: int) -> bool:
    """Whether one name is what a minister is in charge of, and no body: "Transport Minister"."""
    tokens = analysis.tokens
    return (
        last == first + 1
        and last < end
        and noun(tokens[last].text).lemma == "minister"
        and tokens[first].entity != "place"
    )


def _until_further(analysis: Analysis, start: int, end: int) -> int:
    """Where a body ends before "and" and a further role."""
    for at in range(start + 1, end - 1):
        if analysis.tokens[at].pos == "CCONJ" and any(
            _person_at(analysis, after) for after in range(at + 1, end)
        ):
            return at
    return end


def _of_name(token: Token) -> bool:
    lemma = noun(token.text).lemma
    return (
        token.pos == "PROPN"
        and token.text[0].isupper()
        and lemma not in PERSONS
        and lemma not in FORMERLY
    )
