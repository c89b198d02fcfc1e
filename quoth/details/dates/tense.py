"""Does an expression belong to what has been or to what is to come, as its verb tells?"""

from __future__ import annotations

from typing import Literal

from quoth.analysis import Analysis

Tense = Literal["past", "future"]
REACH = 40
"""Words looked through before and after an expression."""
AHEAD = frozenset(
    "will wo shall ll would may might can could should must to going gonna expect expects plan plans hope"
    " hopes due scheduled slated set effective payable pending until by planned planning"
    " expected upcoming intends aims deadline expire expires expiring begins starts ends"
    " tomorrow".split()
)
BEHIND = frozenset(
    "was were had did has have been said told came went took made began saw got gave found knew"
    " left fell rose won lost met held sold bought brought built sent kept paid put ran read set"
    " shot sat spoke stood swore taught thought threw understood wore wrote became broke chose"
    " drew drove flew forgot grew heard hit hurt laid led lay lent let quit rang rode sank shook"
    " shut slept slid spent split spread stole struck swept swung tore woke withdrew sought caught"
    " cut died since ago dealt dug fought fed felt froze hid hung leapt meant rebuilt shrank"
    " sprang stuck overcame undertook upheld yesterday".split()
)
HELPERS = frozenset("be have been not never also n t soon then now only".split())
WEAK = frozenset(("to", "by", "until", "set", "may", "can", "could", "would"))
"""Words of the future that a past verb nearer to the expression outweighs."""


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
    token = analysis.tokens[number]
    word = token.text.lower()
    if word in AHEAD and word not in {"to", "by", "until"}:
        return "future"
    finished = word in BEHIND or (len(word) > 4 and word.endswith("ed"))
    if finished and token.pos in {"VERB", "AUX", "X", "ADJ", ""}:
        for before in range(number - 1, max(number - 5, -1), -1):
            earlier = analysis.tokens[before].text.lower()
            if earlier in AHEAD:
                return "future"
            if earlier not in HELPERS:
                break
        return "past"
    if word == "to" and number + 1 < len(analysis.tokens):
        following = analysis.tokens[number + 1]
        if following.pos in {"VERB", "AUX"} or following.text.lower() in {"be", "begin", "close"}:
            return "future"
    return None
