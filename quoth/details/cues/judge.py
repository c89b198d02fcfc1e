"""The act of a cue: what its word does, turned by how the content goes on and by who is meant."""

from __future__ import annotations

from collections.abc import Callable

from quoth.details.cues.acts import ACTS
from quoth.details.cues.head import Head
from quoth.details.cues.lists import entries
from quoth.details.cues.lists import words as listed
from quoth.details.cues.values import Value, value
from quoth.details.cues.words import Cue
from quoth.records import Act, Kind

OUTLETS = listed(
    """
    news newspaper newspapers newswire newsletter times post herald gazette tribune journal
    chronicle courier mail telegraph guardian observer inquirer examiner globe mirror
    dispatch tidings sentinel register bulletin magazine weekly daily press media radio tv
    television broadcaster network channel outlet outlets website site blog reuters
    bloomberg ap afp upi bbc cnn nbc cbs abc fox msnbc npr pbs cnbc politico politifact
    axios buzzfeed vox slate breitbart huffpost paper papers wire economist newsweek report
    reports article articles witness witnesses eyewitnesses eyewitness transcript
    transcripts log logs logbook record records account accounts documents document filing
    filings minutes diary diaries memoir memoirs"""
)
"""Newspapers and agencies by the last word of their names, and accounts of what was seen."""
DATA = listed(
    """
    poll polls polling pollsters study studies survey surveys data figures statistics stats
    research analysis analyses finding findings numbers result results census test tests
    experiment experiments chart charts model models evidence average averages index audit
    audits tracker scan scans sample samples calculation calculations estimate estimates
    footage video photo photos photograph photographs image images barometer gallup pew
    quinnipiac ipsos yougov rasmussen simulation simulations disclosures trackers readings
    benchmark benchmarks"""
)
ENDS = listed(
    """
    of by in from on at for to with about who whom whose which that where released conducted
    published obtained seen , ( : ; - – — 's ' and"""
)
"""Words that end the part of a source in which its main noun stands."""
NAMING = listed(
    """
    call describe label brand dub term characterize characterise portray depict paint cast
    frame represent liken compare nickname refer define"""
)
"""Words that give a name: praise, blame or neither, as the name is."""
BARE = listed("call label brand dub term nickname")
"""Those that need no *as* or *to* before the name."""
FUTURE = listed("will would won 'll shall")
SPEECH = listed("comment elaborate answer respond reply speak talk say discuss")
PREPOSITIONS = frozenset(("in", "on", "from", "by", "of"))
VALUED: dict[Value, Act] = {"good": "praise", "bad": "condemn"}
ACTING = ("to", "object to")
SHOWING = listed("draw put give point have offer provide see project paint present")
"""What figures and studies do to show something."""


def act_of(cue: Cue, head: Head, kind: Kind | None = None) -> Act:
    """The act; `kind` is what the source is, where that is known."""
    turn = TURNS.get(head.entry)
    if head.entry in SHOWING and is_data(cue, kind):
        return "show"
    if head.act is None and len(cue.words) == 1 and cue.words[0].text in PREPOSITIONS:
        return _taking_sides(cue) or _passed_on(cue, kind)
    return (turn(cue, kind) if turn else None) or head.act or _fallback(cue)


def _fallback(cue: Cue) -> Act:
    """A word in no list, by what it takes."""
    if cue.opening == "object to":
        return "demand"
    if cue.opening == "to":
        return "promise"
    return "question" if cue.opening == "whether" else "assert"


def _taking_sides(cue: Cue) -> Act | None:
    """*Supporters* / *of* / *the levy*: the source's own noun tells what it does."""
    acts = {ACTS.get(lemma) for word in cue.source[-1:] for lemma in word.lemmas}
    return next((act for act in ("praise", "condemn") if act in acts), None)


def _noun(cue: Cue) -> str:
    """The main noun of the source, if its words are as usual."""
    last = ""
    for word in cue.source:
        if word.text in ENDS and last:
            break
        last = word.text
    return last


def is_data(cue: Cue, kind: Kind | None = None) -> bool:
    """Is the source a study, a poll, figures?"""
    return kind in (None, "document") and _noun(cue) in DATA


def is_outlet(cue: Cue, kind: Kind | None = None) -> bool:
    """Is the source a newspaper, an agency, an account of what was seen?"""
    return kind == "outlet" or (kind in (None, "document", "group") and _noun(cue) in OUTLETS)


def _has(cue: Cue, *words: str) -> bool:
    return any(word.text in words for word in cue.words)


def _passed_on(cue: Cue, kind: Kind | None) -> Act:
    """*According to*, a bare colon."""
    return "show" if is_data(cue, kind) else "report" if is_outlet(cue, kind) else "assert"


def _found(cue: Cue, kind: Kind | None) -> Act | None:
    """*Found*, *learned*: by data, an outlet, or one who comes to know."""
    return "show" if is_data(cue, kind) else "report" if is_outlet(cue, kind) else None


def _indicated(cue: Cue, kind: Kind | None) -> Act | None:
    return "show" if is_data(cue, kind) else None


def _named(cue: Cue, kind: Kind | None) -> Act | None:
    """*Called the plan a disgrace*: by the name that is given."""
    words = (*cue.words, *cue.after)
    texts = {word.text for word in words}
    named = bool(texts & {"as", "to"}) or any(
        lemma in BARE for w in cue.words for lemma in w.lemmas
    )
    if "rather" in texts or not named:  # rather: one name in another's place
        return None
    judged = value(words[1:])
    return VALUED[judged] if judged else None


def _asked(cue: Cue, kind: Kind | None) -> Act:
    return "demand" if cue.opening in ACTING or _has(cue, "for", "that") else "question"


def _argued(cue: Cue, kind: Kind | None) -> Act | None:
    """*Argued for* a ban; *persuaded them that*."""
    return "assert" if cue.opening in ("that", "quote") else None


def _told(cue: Cue, kind: Kind | None) -> Act | None:
    """*Told them to go*."""
    return "demand" if cue.opening in ACTING else None


def _promised(cue: Cue, kind: Kind | None) -> Act | None:
    """*Agreed to pay*, *meant to go*."""
    return "promise" if cue.opening == "to" else None


def _recorded(cue: Cue, kind: Kind | None) -> Act | None:
    """*The log records that*, *recorded her dismay at*."""
    kept = cue.opening == "that" or is_outlet(cue, kind) or is_data(cue, kind)
    return None if kept else "assert"


def _considered(cue: Cue, kind: Kind | None) -> Act:
    return "promise" if cue.opening == "doing" else "think"


def _accepted(cue: Cue, kind: Kind | None) -> Act | None:
    offers = ("offer", "invitation", "nomination", "money", "terms", "deal", "job")
    given = any(word.text in offers for word in cue.after)
    return "promise" if cue.opening == "to" or given else None


def _seemed(cue: Cue, kind: Kind | None) -> Act:
    """*It seems that* says so; *it seems to them* is what they think."""
    return "think" if cue.source and cue.opening != "that" else "assert" if _it(cue) else "think"


def _it(cue: Cue) -> bool:
    before = cue.before[-1].text if cue.before else ""
    return before == "it" or _has(cue, "it") or cue.opening == "that"


def _estimated(cue: Cue, kind: Kind | None) -> Act | None:
    """Of what is to come, a forecast."""
    return "warn" if any(word.text in FUTURE for word in cue.after) else None


def _worried(cue: Cue, kind: Kind | None) -> Act:
    return "warn" if cue.opening == "that" else "think"


def _challenged(cue: Cue, kind: Kind | None) -> Act:
    return "demand" if cue.opening in ACTING else "question"


def _allowed(cue: Cue, kind: Kind | None) -> Act:
    return "demand" if cue.opening in ACTING else "admit"


def _whether(cue: Cue, kind: Kind | None) -> Act | None:
    return "question" if cue.opening == "whether" else None


def _declined(cue: Cue, kind: Kind | None) -> Act | None:
    """*Declined* / *to comment*: nothing but words is refused."""
    speech = len(cue.after) > 1 and cue.after[1].text in SPEECH
    return "assert" if cue.opening == "to" and speech else None


Turn = Callable[[Cue, Kind | None], Act | None]
TURNS: dict[str, Turn] = {}
"""Entries whose act turns on how they are used."""
_TURNS: tuple[tuple[Turn, str], ...] = (
    (_passed_on, "according to, :, per, as per, accord to"),
    (_found, "find, learn, discover, reveal, find out, uncover, disclose, conclude"),
    (_indicated, "indicate, make clear"),
    (_named, ", ".join(NAMING)),
    (_asked, "ask, request"),
    (_told, "tell, remind, message, signal"),
    (_promised, """agree, agree with, mean, want, wish, desire, would like, should like, seek,
        swear, decide against, guarantee, look, choose to, resolve, offer"""),
    (_recorded, "record, register"),
    (_argued, "argue for, make the case for, convince, persuade, push, press"),
    (_considered, "consider"),
    (_accepted, "accept"),
    (_seemed, "seem, appear, it seem, it appear"),
    (_estimated, "estimate, calculate, see"),
    (_worried, "worry, worried, nervous, concerned"),
    (_challenged, "challenge"),
    (_allowed, "allow"),
    (_whether, "debate, discuss, speculate, know, speculation"),
    (_declined, "decline, refuse"),
)  # fmt: skip
for _turn, _entries in _TURNS:
    for _entry in entries(_entries):
        TURNS.setdefault(_entry, _turn)
