"""A statement's cue, judged: the cue's own word decides, whoever uses it."""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.details.cues.head import Head, head
from quoth.details.cues.judge import NAMING, act_of
from quoth.details.cues.polarity import polarity_of
from quoth.details.cues.stances import ADVERBS, EMOTIVE, OWN, STANCES
from quoth.details.cues.words import Cue, cue_of
from quoth.records import Act, Cued, Kind, Stance, Statement

OPEN_ACTS: frozenset[Act] = frozenset(
    ("demand", "promise", "question", "praise", "condemn", "threaten", "claim_responsibility",
     "deny", "agree", "cite")
)  # fmt: skip
"""Acts whose content is neither so nor not so: their cues are neutral, however sharp."""

UNLISTED: tuple[Stance, str | None] = ("neutral", None)


def cued(statement: Statement, analysis: Analysis, kind: Kind | None = None) -> Cued | None:
    """What the cue of a statement says of it; None where it has none.

    `kind` is what the source is, where that is known: *according to* a poll shows.
    """
    if statement.cue is None:
        return None
    cue = cue_of(statement, analysis)
    found = head(cue)
    if found is None:
        found = Head(":" if cue.words else statement.cue.text.lower(), None, 0, 0)
    act = act_of(cue, found, kind)
    stance, basis = stance_of(cue, found, act)
    return Cued(found.entry, act, stance, polarity_of(cue, found, act), basis)


def stance_of(cue: Cue, found: Head, act: Act) -> tuple[Stance, str | None]:
    """The stance and the list it rests on; None for a word in none."""
    for word in (*cue.words, *cue.before[-1:]):
        if word.text in ADVERBS:
            return ADVERBS[word.text]
    stance, basis = STANCES.get(found.entry, UNLISTED)
    if found.entry in NAMING and _quoted_name(cue):
        return "distances", OWN
    if act == "think" and any(word.text == "actually" for word in cue.words):
        return "distances", OWN
    if _other(cue, found):
        return "neutral", None
    if act in OPEN_ACTS:
        return "neutral", basis
    if basis == EMOTIVE and cue.opening not in ("that", "quote"):
        return "neutral", basis
    return stance, basis


def _quoted_name(cue: Cue) -> bool:
    """*What they call a reform*: a name that is theirs, not the writer's."""
    return any(word.text == "what" for word in cue.before)


def _other(cue: Cue, found: Head) -> bool:
    """*Know of a place*, *disclose records*: things, not facts."""
    if found.entry == "disclose":
        return cue.opening == "other"
    following = cue.words[found.end].text if found.end < len(cue.words) else ""
    return found.entry == "know" and following in ("of", "about", "for", "as", "to")
