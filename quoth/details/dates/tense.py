"""Does an expression belong to what has been or to what is to come, as its verb tells?"""

from __future__ import annotations

from typing import Literal

from quoth.analysis import Analysis
from quoth.details.dates.lexicon import listed

Tense = Literal["past", "future"]
REACH = 40
"""Words looked through before and after an expression."""
AHEAD = listed(
    "will wo shall ll would may might can could should must going gonna expect expects plan "
    "plans hope hopes due scheduled slated set effective payable pending planned planning "
    "expected upcoming intends aims deadline expires expiring begins starts ends tomorrow"
)
BEHIND = listed(
    "was were had did has have been said told came went took made began saw got gave found "
    "knew left fell rose won lost met held sold bought brought built sent kept paid put ran "
    "read set shot sat spoke stood swore taught thought threw understood wore wrote became "
    "broke chose drew drove flew forgot grew heard hit hurt laid led lay lent let quit rang "
    "rode sank shook shut slept slid spent split spread stole struck swept swung tore woke "
    "withdrew sought caught cut died since ago dealt dug fought fed felt froze hid hung "
    "leapt meant rebuilt shrank sprang stuck overcame undertook upheld yesterday"
)
HELPERS = listed("be have been not never also n t soon then now only")
PLANNED = listed("due scheduled slated set expected planned to")
PASSED = frozenset(("had", "was", "were"))
INTENDS = PLANNED | listed("is are be s going plans expects hopes likely ready")
NO_VERB = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


def tense(analysis: Analysis, words: range) -> Tense | None:
    """The tense of the nearest verb before an expression in its sentence, else after it."""
    tokens = analysis.tokens
    sentence = tokens[words.start].sentence
    for n in range(words.start - 1, max(words.start - REACH, -1), -1):
        if tokens[n].sentence != sentence:
            break
        if found := _tense_at(analysis, n):
            return found
    for n in range(words.stop, min(words.stop + REACH, len(tokens))):
        if tokens[n].sentence != sentence:
            break
        if found := _tense_at(analysis, n):
            return found
    return None


def _tense_at(analysis: Analysis, number: int) -> Tense | None:
    tokens = analysis.tokens
    token = tokens[number]
    word = token.text.lower()
    before = [tokens[n].text.lower() for n in range(max(number - 4, 0), number)]
    if word == "to":
        if not before or before[-1] not in INTENDS:
            return None
        # "It had been due to expire Friday" looks back.
        return "past" if before[-1] in PLANNED and PASSED & set(before) else "future"
    if word in AHEAD:
        return "past" if word in PLANNED and PASSED & set(before) else "future"
    if word in BEHIND or (len(word) > 4 and word.endswith("ed") and token.pos not in NO_VERB):
        for earlier in reversed(before):
            if earlier in {"have", "had", "has"}:
                return "past"
            if earlier in AHEAD or earlier in {"to", "by"}:
                return "future"
            if earlier not in HELPERS:
                break
        return "past"
    return None
