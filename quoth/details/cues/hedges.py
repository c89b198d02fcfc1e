"""How far words commit to a content: hedges and negation in its cue and at its main predicate.

On the scale of factuality, -3 (not so) to 3 (so), 0 where nothing is said of it. Hedges and
boosters are of the kinds of Hyland (2005); the values of words that stand before a predicate are
near the mean ratings of such predicates in the training part of UW's set (Lee et al., EMNLP 2015).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.analysis import Analysis
from quoth.details.cues.cued import cued
from quoth.details.cues.lists import words as listed
from quoth.records import Act, Cued, Statement

PLAIN = 3.0
_WEIGHTS: tuple[tuple[float, str], ...] = (
    (2.2, "will shall 'll"),
    (2.0, """probably likely reportedly apparently presumably seemingly evidently supposedly
        allegedly purportedly ostensibly reputedly expected expects"""),
    (1.5, "may might possibly perhaps maybe conceivably potentially arguably seems seem seemed "
        "appears appear appeared alleged supposed suspected unconfirmed rumoured rumored"),
    (1.0, "would could can should must ought 'd unlikely"),
    (0.0, "if unless whether"),
)  # fmt: skip
WEIGHTS = {word: weight for weight, words in _WEIGHTS for word in listed(words)}
"""What a word at a predicate leaves of it."""
NEGATIONS = listed(
    "not never no nobody nothing none neither nor n't hardly scarcely cannot without"
)
DO_NOT = listed("fail failed fails failing refuse refused refuses refusing")
ACTS_LEAVE: dict[Act, float] = {
    "question": 0.0,
    "demand": 0.0,
    "threaten": 1.0,
    "promise": 1.0,
    "warn": 2.0,
    "think": 2.0,
}
"""What is left of a content that the source asks for, means to do, expects, or thinks."""
ENTRIES_LEAVE = {
    **dict.fromkeys(("hope", "wish", "dream", "want", "long", "yearn", "desire", "hopeful"), 0.0),
    **dict.fromkeys(("fear", "dread", "suspect", "guess", "imagine", "speculate", "seem"), 1.5),
    **dict.fromkeys(("appear", "suggest", "hint", "imply", "rumour", "rumor", "suspicion"), 1.5),
}
AT_PREDICATE = frozenset(("aux", "advmod", "mark", "cop", "det", "nsubj"))
WINDOW = 12
"""Words of a content looked through where nothing is known of its grammar."""


def commitment(statement: Statement, analysis: Analysis) -> float:
    """From -3 to 3, by words alone: what cue and content say together.

    A cue that denies turns the content round; one by which something is not said leaves nothing.
    """
    judged = cued(statement, analysis)
    return _under(judged, statement, _content(statement, analysis))


def _under(judged: Cued | None, statement: Statement, content: float) -> float:
    if judged is None:
        return content
    cue = statement.cue.text.lower().split() if statement.cue else []
    hedges = [WEIGHTS[word] for word in cue if word in WEIGHTS and word.endswith("ly")]
    left = min([_left(judged), *hedges])
    weight = min(abs(content), left)
    value = weight if content >= 0 else -weight
    taken = judged.stance == "endorses" and judged.act not in ("confirm", "show")
    if judged.polarity == "positive" or taken:
        return value
    if judged.act == "deny":
        return -value
    return -value * 2 / 3 if judged.act in ("think", "question") else 0.0


def _left(judged: Cued) -> float:
    """What the cue leaves of a plain content."""
    if judged.stance == "endorses":
        return PLAIN
    if judged.act == "question" and judged.polarity == "negative":
        return PLAIN  # doubted, not asked
    left = ENTRIES_LEAVE.get(judged.lemma, ACTS_LEAVE.get(judged.act, PLAIN))
    return min(left, 2.0) if judged.stance == "distances" else left


def _content(statement: Statement, analysis: Analysis) -> float:
    """What the words at the content's main predicate say of it."""
    words = list(_at_predicate(statement, analysis))
    weight = min((WEIGHTS[word] for word in words if word in WEIGHTS), default=PLAIN)
    turned = sum(word in NEGATIONS or word in DO_NOT for word in words)
    return -weight if turned % 2 else weight


def _at_predicate(statement: Statement, analysis: Analysis) -> Iterator[str]:
    """Words that stand at the main predicate, small; a shortened *not* whole."""
    inside = [n for span in statement.content.spans for n in analysis.inside(span)]
    numbers = _governed(inside, analysis) or inside[:WINDOW]
    for n in numbers:
        text = analysis.tokens[n].text.lower()
        before = analysis.tokens[n - 1].text if n else ""
        yield {"t": "not", "ll": "'ll", "d": "'d"}.get(text, text) if before in "'’" else text


def _governed(inside: Sequence[int], analysis: Analysis) -> list[int]:
    """The content's main predicate and the small words that hang on it; none without grammar."""
    held = set(inside)
    top = [
        n
        for n in inside
        if analysis.tokens[n].pos in ("VERB", "AUX", "ADJ", "NOUN")
        and (analysis.tokens[n].head == n or analysis.tokens[n].head not in held)
    ]
    if not top:
        return []
    main = next((n for n in top if analysis.tokens[n].pos in ("VERB", "AUX")), top[0])
    parts = [n for n in analysis.children[main] if analysis.tokens[n].relation in AT_PREDICATE]
    return sorted(
        [main, *(n for part in parts for n in (part, *analysis.children[part]) if n in held)]
    )
