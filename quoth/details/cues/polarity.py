"""Is the content put forward, or denied, not said, not thought?"""

from __future__ import annotations

from quoth.details.cues.head import Head
from quoth.details.cues.lists import words as listed
from quoth.details.cues.words import Cue, Word
from quoth.records import Act, Polarity

NOT = listed("not never nor neither no nobody none without cannot can't hardly scarcely n't")
REFUSING = listed(
    """
    refuse decline fail neglect omit avoid stop cease resist forget unable unwilling
    reluctant reluctance refusal failure inability unwillingness withhold loath hesitant
    forgo stopped ignore abstain forbear forego dodge evade duck sidestep unaware oblivious
    unlikely unconvinced disinclined slow quit halt hesitate lack shy"""
)
"""Words that say that what follows was not done."""
ONLY = listed("only just merely simply surprisingly necessarily long later least")
"""After *not* they leave the content standing."""
DOUBT = listed(
    """
    doubt doubtful skepticism scepticism skeptical sceptical dubious unsure uncertain
    distrust mistrust distrustful disbelief unconvinced suspicious incredulous incredulity"""
)
DOUBTING = ("cast doubt", "raise doubt", "express doubt", "be in doubt", "be unconvinced",
            "be not sure", "call into question")  # fmt: skip
NOBODY = frozenset(("nobody", "none", "neither", "no", "few"))
NO_DOUBT = listed("doubt less wonder question surprise secret mistake")
"""What *no* stands before without denying anything."""
STANDING = ("make no secret of", "make no bones about", "be no doubt", "be no question",
            "leave no doubt", "say no", "plead no contest", "go without saying",
            "make little secret of", "mince no word", "leave little doubt")  # fmt: skip
"""Entries that hold a negation and deny nothing."""


def polarity_of(cue: Cue, head: Head, act: Act) -> Polarity:
    """Negative where the source denies the content, or does not say, ask, want, think it."""
    if head.entry in ("refuse", "decline", "refusal"):
        return "negative"
    negative = act == "deny" or _doubts(head)
    if head.entry not in STANDING and _denied(cue, head):
        negative = not negative
    return "negative" if negative else "positive"


def _doubts(head: Head) -> bool:
    return head.entry in DOUBT or head.entry in DOUBTING


def _denied(cue: Cue, head: Head) -> bool:
    """Does a negation stand over the cue's word?"""
    words = (*cue.before[-2:], *cue.words[: head.end])
    first = len(words) - head.end
    for n, word in enumerate(words):
        following = words[n + 1].text if n + 1 < len(words) else ""
        if n < first and not _near(words, n, first):
            continue
        if word.text in NOT and not (following in ONLY or _phrase(words, n)):
            return True
        if n - first != head.start and not REFUSING.isdisjoint((word.text, *word.lemmas)):
            return n >= first
        if word.text == "little" and n and words[n - 1].text != "a":
            return True
        if word.text == "yet" and following == "to":
            return True
    refused = any(lemma in REFUSING for word in cue.over for lemma in word.lemmas)
    return (
        refused or _nobody(cue) or cue.words[head.start].text in ("unaware", "unlikely", "ignore")
    )


def _near(words: tuple[Word, ...], n: int, first: int) -> bool:
    """Does a word before the cue belong to it: *not* or *never* right before?"""
    return n == first - 1 and words[n].text in ("not", "never", "n't", "cannot")


def _phrase(words: tuple[Word, ...], n: int) -> bool:
    """*No doubt*, *no longer than*, *no less*, *never tires of*."""
    following = words[n + 1].text if n + 1 < len(words) else ""
    return (words[n].text == "no" and following in NO_DOUBT) or (
        words[n].text == "never" and following.startswith("tire")
    )


def _nobody(cue: Cue) -> bool:
    """*Nobody told us*, *few believe*, *no official said*."""
    return (bool(cue.source) and cue.source[0].text in NOBODY) or (
        len(cue.source) > 1 and cue.source[0].text == "no" and cue.source[1].text == "one"
    )
