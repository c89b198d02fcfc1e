"""Cues that are none: acts without words or thought, and what fills a pause.

The tagger inside contents has seen few of them. Only what is plain is left out: a verb of doing
with a thing as its object (*she treats the guests*, *he makes a gate*), never one with a clause, an
infinitive or a quotation (*he holds that …*), nor one with a noun (*made it clear*, *gave notice*).
"""

from __future__ import annotations

from collections.abc import Sequence

from quoth.reading.tokens import Word

# fmt: off
_ENDING_IN_E = (
    "achieve", "become", "cause", "change", "come", "create", "engage", "face",
    "give", "handle", "have", "improve", "introduce", "leave", "live", "lose", "make", "move",
    "produce", "receive", "release", "replace", "serve", "close",
)
_OTHERS = (
    "act", "allow", "be", "beat", "bear", "block", "break", "bring", "build", "buy", "carry",
    "contain", "cut", "do", "drive", "eat", "enter", "fight", "fill", "gain", "get", "grow",
    "hammer", "help", "hit", "join", "keep", "kill", "lead", "meet", "open", "own", "pay",
    "perform", "play", "pull", "put", "reach", "represent", "return", "run", "sell", "send",
    "spend", "spread", "start", "stay", "treat", "turn", "vary", "win", "work",
)
_IRREGULAR = frozenset([
    "became", "been", "beaten", "began", "broke", "broken", "brought", "built", "bought", "came",
    "carried", "carries", "did", "does", "done", "drove", "driven", "ate", "eaten", "embodies",
    "embodied", "embody", "fought", "gave", "given", "got", "gotten", "grew", "grown",
    "had", "has", "is", "are", "was", "were", "kept", "led", "left", "lost", "made", "met",
    "paid", "put", "putting", "ran", "running", "sent", "sold", "spent",
    "winning", "won", "'s", "'re", "'m", "being",
])
_BESIDE = frozenset([
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "'d", "'ll", "'ve",
    "to", "not", "n't", "n’t", "never", "also", "just", "only", "always", "still", "even", "out",
    "in", "on", "at", "up", "with", "of", "as", "into", "from", "off", "’d",
    "’ll", "’ve", "’s", "’re", "’m",
])
"""What may stand with a verb and says nothing of what it is."""
_CLAUSE = frozenset([
    "that", "to", "whether", "if", "what", "how", "why", "who", "when", "where", "which",
])
_FILLERS = frozenset([("you", "know"), ("i", "mean"), ("i", "guess"), ("you", "see")])
# fmt: on
ACTS = _IRREGULAR | {
    form
    for verb in (*_ENDING_IN_E, *_OTHERS)
    for form in (
        verb,
        verb + "s",
        *((verb + "d", verb[:-1] + "ing") if verb in _ENDING_IN_E else (verb + "ed", verb + "ing")),
    )
}


def is_act(cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Whether `cue` is a plain verb of doing and `content` the thing it is done to."""
    told = [low for word in cue if (low := word.text.lower()) not in _BESIDE]
    if not told or not all(low in ACTS for low in told):
        return False
    return content[0].text.lower() not in _CLAUSE and content[0].quote == cue[0].quote


def is_filler(source: Sequence[Word], cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Whether source and cue are *you know*, *I mean* and the like, and no clause hangs on them."""
    if content[0].text.lower() in _CLAUSE:
        return False
    return tuple(word.text.lower() for word in (*source, *cue)) in _FILLERS
