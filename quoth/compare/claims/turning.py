"""Which way words are turned: the negations that stand over each, read off the grammar."""

from __future__ import annotations

from collections.abc import Set

from quoth.compare.claims import words as w
from quoth.compare.claims.page import Page

_CLAUSE = frozenset(("acl", "advcl", "ccomp", "csubj", "xcomp", "parataxis", "conj", "root"))
_SUBORDINATE = frozenset(("acl", "advcl", "conj", "parataxis"))
_DEEP = 30
"""Sentences are walked up so far; heads may run in a circle."""
_KEPT = frozenset(("only", "just", "merely", "least", "doubt"))
"""After *not* or *no* they leave what follows standing."""
_TAKING = frozenset(("lack", "deny", "refuse", "avoid", "prevent", "stop"))
"""Verbs that turn their object."""


def polarity(page: Page, number: int, held: Set[int]) -> int:
    """-1 where an odd number of negations stands over a token within `held`.

    *No warning, not by letter* says no once: of one clause only its first negation counts.
    """
    over: set[int] = set()
    at = number
    for _ in range(_DEEP):
        token = page.tokens[at]
        if at == number or token.relation in _CLAUSE or token.pos in ("VERB", "ADJ"):
            over |= set(sorted(_negators(page, at, held))[:1])
        beside = (token.relation, token.pos) == ("conj", "VERB")
        if token.head == at or token.head not in held or beside:
            break
        if _lacks(page, at, token.head) or _gone(page, at):
            over.add(token.head)
        at = token.head
    return -1 if len(over) % 2 else 1


def turned_here(page: Page, number: int, held: Set[int]) -> bool:
    """Does a negation stand right with a noun: *no warning*, *none of them*, *free of lye*?"""
    token = page.tokens[number]
    if token.pos in ("VERB", "ADJ", "AUX"):
        return False
    before = number - 1 in held and page.tokens[number - 1].text.lower() in ("no", "without")
    if before or token.text.lower() in w.NOT:
        return True
    if any(c in held and page.tokens[c].text.lower() in w.NOT for c in page.children(number)):
        return True
    if token.head not in held:
        return False
    if _gone(page, number):
        return True
    return page.tokens[token.head].text.lower() in w.NOT or _lacks(page, number, token.head)


def negated(page: Page, number: int, held: Set[int]) -> bool:
    """Does a negation hang on the token itself or in a phrase of it?"""
    return bool(_negators(page, number, held))


def whole(page: Page, content: list[int], root: int) -> int:
    """-1 where the main clause of a content is negated."""
    held = frozenset(content)
    for n in content:
        low = page.tokens[n].text.lower()
        if low in w.NOT and low != "without" and not _kept(page, n) and in_main(page, n, held):
            return -1
    return -1 if page.lemma(root) == "free" else 1


def governs_all(page: Page, content: list[int], root: int) -> bool:
    """Is all of a content under the negation that it opens with?

    *There was never a moment in which*; and *none of them*, where the grammar lost it.
    """
    held = frozenset(content)
    opening = [page.tokens[n].text.lower() for n in content[:4]]
    if "there" in opening and whole(page, content, root) < 0:
        return True
    words = [n for n in content if page.tokens[n].text[0].isalnum()]
    if words and page.tokens[words[0]].text.lower() == "that":
        words = words[1:]
    if not words or page.tokens[words[0]].text.lower() not in w.NOT:
        return False
    said = (n for n in content if page.tokens[n].pos in ("VERB", "AUX", "ADJ"))
    return not any(words[0] in _negators(page, n, held) for n in said)


def _kept(page: Page, number: int) -> bool:
    return number + 1 < len(page.tokens) and page.tokens[number + 1].text.lower() in _KEPT


def in_main(page: Page, number: int, held: Set[int]) -> bool:
    """Does a word stand in the main clause of what is `held`?"""
    at = number
    for _ in range(_DEEP):
        token = page.tokens[at]
        if token.relation in _SUBORDINATE and token.head in held:
            return False
        if token.head == at or token.head not in held:
            return True
        at = token.head
    return True


def _lacks(page: Page, number: int, head: int) -> bool:
    """*Free of lye*, *failed to come*, *denied it*: the head turns what hangs on it."""
    lemma = page.lemma(head)
    if lemma not in w.LACKING:
        return False
    relation, cases = page.tokens[number].relation, page.cases(number)
    if relation == "xcomp" or "of" in cases:
        return True
    away = "from" in cases and lemma in ("free", "absent", "miss")
    return away or (relation in ("obj", "ccomp") and lemma in _TAKING)


def _gone(page: Page, number: int) -> bool:
    """*The lights were out*: is the token the subject of what is gone?"""
    token = page.tokens[number]
    if token.relation != "nsubj":
        return False
    if page.tokens[token.head].text.lower() in w.GONE:  # not *gone into the mix*
        return not any(page.tokens[n].relation == "obl" for n in page.children(token.head))
    below = (page.tokens[n] for n in page.children(token.head))
    gone = any(t.text.lower() in w.GONE and t.relation != "case" for t in below)
    return gone and page.lemma(token.head) in ("be", "go")


def _negators(page: Page, number: int, held: Set[int]) -> set[int]:
    """Negations that hang on the token, directly or in one of its nominal phrases."""
    token = page.tokens[number]
    noun = token.pos in ("NOUN", "PROPN", "PRON") and token.relation not in _CLAUSE
    found = {number} if token.text.lower() in w.NOT else set()
    waiting = [(child, 0) for child in page.children(number)]
    while waiting:
        child, depth = waiting.pop()
        below = page.tokens[child]
        if child not in held or below.relation in _CLAUSE:
            continue
        low = below.text.lower()
        far = low == "nor" or (low == "without" and depth)
        if low in w.NOT and not far and not _kept(page, child):
            found.add(child)
        if not noun and depth < 2:
            waiting += [(c, depth + 1) for c in page.children(child)]
    return found
