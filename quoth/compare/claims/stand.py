"""How a statement stands to what it says: asserts, denies, asks, supposes, keeps back, rejects."""

from __future__ import annotations

import re

from quoth.compare.claims import words as w
from quoth.compare.claims.page import Page
from quoth.compare.claims.turning import in_main, negated
from quoth.records import Statement

_SIGNED = frozenset(("deny", "think", "assert", "admit", "confirm", "agree"))
"""Acts whose negation is one of the content."""
_OF_DEEDS = frozenset(("deny", "accuse", "admit", "confirm"))
"""Acts whose content may be a noun: *denied the attack*."""
_UNSAID = frozenset(("question", "demand", "promise", "threaten"))
"""Acts whose content is not put forward as so."""
_NEITHER = re.compile(r"\bneither\b|\bnor\b")
_UNPROVEN = re.compile(r"\bas (?:unproven|not proven|open)\b")
_OPEN = re.compile(
    r"\btoo (?:early|soon)\b|\bnot yet (?:known|clear|decided|established)\b|"
    r"\bno (?:knowledge|comment)\b|"
    r"\bneither\b.*(?:confirm|deny|dispute|admit).*\bnor\b"
)
_POINTING = frozenset(("this", "that", "it", "these"))
_OWN_CLAUSE = frozenset(("that", "any", "having", "the", "what", "all"))
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")
_DEGREES = frozenset(("far", "few", "great", "large", "long", "many", "much", "often", "old", "to"))
"""Words that make a question of *how*, which else may tell: *described how men threw stones*."""
_SHORT = 8
"""A content that does no more than reject has at most so many words that tell."""


def cue_sign(page: Page, statement: Statement, cue: list[int], content: list[int]) -> int:
    """-1 where the cue denies the content."""
    judged = statement.cued
    if judged is None or judged.polarity == "positive" or judged.act not in _SIGNED:
        return 1
    cues = page.vocabulary(cue)
    if judged.act != "deny" and not cues & w.NOT:
        return 1
    if judged.lemma == "say no" and "no" not in cues:
        return 1  # the *no* is the content's
    return 1 if _own_words(page, cue, content) else -1


def _own_words(page: Page, cue: list[int], content: list[int]) -> bool:
    """*Rejected this: nobody was there*: the content is the denial itself, not what is denied."""
    if not cue or not content or content[0] < cue[0]:
        return False
    opening = [page.tokens[n].text.lower() for n in content[:2]]
    if opening[1:] == [":"] and opening[0] in _POINTING:  # the reader took *this:* for content
        return True
    between = range(cue[-1] + 1, content[0])
    marks = {page.tokens[n].text for n in (cue[-1], *between)}
    if marks & {":", ";"}:
        return True
    if page.tokens[content[0]].text.lower() in _OWN_CLAUSE:
        return False
    if marks and page.tokens[content[0] - 1].text.lower() == "that":
        return False  # *rejected suggestions that they were there*
    objects = {page.tokens[n].text.lower() for n in (*cue, *between)}
    return bool(objects & (_POINTING | {"him", "her", "them"}))


def asks(page: Page, statement: Statement, content: list[int], cue: list[int]) -> bool:
    """Is it a question, or what one is about, what is wanted or promised?"""
    words = [t for n in content if (t := page.tokens[n].text.lower())[0].isalnum()]
    if statement.cued and statement.cued.act in _UNSAID:
        return True
    if any(page.tokens[n].text == "?" for n in content):
        return True
    if "whether" in words[:6] or "question" in words[:2]:
        return True
    asked = bool(page.vocabulary(cue) & {"ask", "wonder"})
    first = words[1] if words[:1] in (["that"], ["when"]) and len(words) > 1 else "".join(words[:1])
    if first == "how" and not asked and words[1:2] and words[1] not in _DEGREES:
        return bool(page.vocabulary(cue) & w.KNOWING - {"remember", "recall", "tell", "swear"})
    if first in w.ASKING - {"what", "if", "when"}:
        return True
    return asked


def supposes(page: Page, content: list[int]) -> bool:
    """Is it a condition, a plan, what would be or might be?"""
    words = [page.tokens[n].text.lower() for n in content]
    if "if" in words or "unless" in words or "should" in words[:8]:
        return True
    held = frozenset(content)
    return any(
        word in w.SUPPOSING
        and page.tokens[n].relation == "aux"
        and page.tokens[page.tokens[n].head].relation != "advcl"  # *than they would like*
        and in_main(page, n, held)
        for n, word in zip(content, words, strict=True)
    )


def withholds(page: Page, content: list[int], cue: list[int], root: int) -> bool:
    """Is judgement, or knowledge, kept back: *no comment*, *could not tell*, *did not see who*?"""
    return (bool(cue) and _by_cue(page, cue)) or (
        bool(content) and _by_content(page, content, root)
    )


def _by_cue(page: Page, cue: list[int]) -> bool:
    text = page.told.reading.document.text
    near = text[max(0, page.tokens[cue[0]].start - 25) : page.tokens[cue[-1]].end].lower()
    words = page.vocabulary(cue)
    behind = text[page.tokens[cue[-1]].end :][:20].lower()
    if _NEITHER.search(near) or words & {"decline", "refuse"} or _UNPROVEN.search(near + behind):
        return True
    no = bool(words & (w.NOT | {"nothing", "neither"}))
    helped = words & {"would", "could", "can", "cannot", "will", "do", "did", "does"}
    contested = words & {"deny", "dispute", "contest", "question", "doubt"}
    return no and (bool(helped and not contested) or "know" in words)


def _by_content(page: Page, content: list[int], root: int) -> bool:
    text = page.told.reading.document.text
    start, end = page.tokens[content[0]].start, page.tokens[content[-1]].end
    if _OPEN.search(text[start:end].lower()):
        return True
    held = frozenset(content)
    for n in content[:-1]:
        follows = page.tokens[n + 1].text.lower() in w.ASKING
        if follows and page.lemma(n) in ("see", "hear", "notice") and negated(page, n, held):
            return True
    if any(_unknown(page, n, root) and negated(page, n, held) for n in content):
        return True
    return page.lemma(root) in w.SEEKING and page.tokens[root].text.lower().endswith("ing")


def _unknown(page: Page, n: int, root: int) -> bool:
    """A word of knowing or telling that, turned, keeps judgement back."""
    token, lemma = page.tokens[n], page.lemma(n)
    if lemma not in w.KNOWING or token.pos not in ("VERB", "ADJ", "NOUN"):
        return False
    main = n == root or token.head == root or token.relation in ("root", "conj", "xcomp", "ccomp")
    if not main or lemma in w.UNKNOWN:
        return main
    helped = {
        page.tokens[c].text.lower() for c in page.children(n) if page.tokens[c].relation == "aux"
    }
    follows = page.tokens[n + 1].text.lower() if n + 1 < len(page.tokens) else ""
    return bool(helped & (w.SUPPOSING | {"will"})) or follows in w.ASKING


def proposes(page: Page, statement: Statement, content: list[int], root: int) -> bool:
    """Is there something that is so or not so: a clause, or a deed that a cue denies or lays to
    somebody? *Shut it*, *the ceasefire dead* and *what a dog looks like* are no such thing."""
    if _asked_for(page, content):
        return False
    act = statement.cued.act if statement.cued else None
    if act in _OF_DEEDS:
        return True
    tokens = [page.tokens[n] for n in content]
    if {"nsubj"} & {t.relation for t in tokens} and {"VERB", "AUX"} & {t.pos for t in tokens}:
        return True
    verb = page.tokens[root]
    return verb.pos == "VERB" and verb.text.lower() != page.lemma(root)


def _asked_for(page: Page, content: list[int]) -> bool:
    """*What a dog looks like*, *what it had cost*: one clause, and all of it is asked for."""
    words = [n for n in content if page.tokens[n].text[0].isalnum()]
    clauses = sum(page.tokens[n].relation == "nsubj" for n in content)
    return bool(words) and page.tokens[words[0]].text.lower() == "what" and clauses < 2


def rejects(page: Page, content: list[int]) -> bool:
    """Is the content no more than that a claim is not so: *a fairy tale*?"""
    telling = [n for n in content if page.tokens[n].pos in _TELLING]
    words = {
        page.lemma(n) for n in telling if page.tokens[n].pos != "VERB" or page.lemma(n) != "lie"
    }
    if not words & w.REJECTING or len(telling) > _SHORT:
        return False
    return not any(page.tokens[n].text.lower() in w.NOT for n in content)


def elsewhere(page: Page, content: list[int]) -> bool:
    """Does it tell of another case: *other*, *too*, *as well*?"""
    words = [page.tokens[n].text.lower() for n in content]
    return bool(w.OTHERS & set(words)) or "as well" in " ".join(words) or words[-1:] == ["too"]


def answers(page: Page, statement: Statement, cue: list[int], bare: bool) -> bool:
    """Is it worded as an answer: *denied*, *confirmed*, *said again*?"""
    act = statement.cued.act if statement.cued else None
    return bare or act in ("deny", "confirm", "admit") or bool(page.vocabulary(cue) & w.AGAIN)


def recalled(page: Page, cue: list[int]) -> bool:
    """Is it told as said before: *had said*, *had, an hour later, blamed*?"""
    if not cue:
        return False
    own = {page.tokens[n].text.lower() for n in cue}
    before = {page.tokens[n].text.lower() for n in range(max(0, cue[0] - 2), cue[0])}
    helping = (
        c for n in cue for c in page.children(n) if c < n and page.tokens[c].relation == "aux"
    )
    below = {page.tokens[c].text.lower() for c in helping}
    return "had" in own | before | below and "to" not in own  # *had to admit* is no recalling
