"""The words of a cue and how its content begins: what acts, stance and polarity are judged by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from lemminflect import getAllLemmas, getLemma

from quoth.analysis import Analysis
from quoth.details.cues.lists import words as listed
from quoth.records import Passage, Statement

Opening = Literal["quote", "to", "that", "whether", "question", "object to", "doing", "other"]
"""How a content begins: `that`, `to` do, `whether`, `who` or `how`, somebody `to` do, `doing`."""

BE = listed("be am is are was were been being 's 're 'm")
MODALS = listed("will would shall should can could may might must ought 'll 'd")
HAVE = listed("have has had having 've")
DO = listed("do does did done")
AUXILIARIES = BE | MODALS | HAVE | DO | {"to"}
SHORT = {"s": "'s", "re": "'re", "m": "'m", "ve": "'ve", "d": "'d", "ll": "'ll", "t": "not"}
"""What stands behind an apostrophe, and the word it is read as."""
CUT = {"ca": "can", "wo": "will", "sha": "shall", "ai": "be"}
WHETHER = frozenset(("whether", "if"))
ASKING = listed("who whom whose what which when where why how")
OPENS = frozenset("\"“”„«»‘'`")


class Word(NamedTuple):
    """A word in small letters; hyphened and shortened ones are put together or taken apart."""

    text: str
    lemmas: tuple[str, ...]
    """Dictionary forms it may have, itself last."""
    token: int
    pos: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A statement seen from its cue."""

    words: tuple[Word, ...]
    before: tuple[Word, ...]
    """The last words before the cue in its sentence, or before the source where that precedes."""
    after: tuple[Word, ...]
    """The first words of the content that follows, or of the content where none does."""
    source: tuple[Word, ...]
    over: tuple[Word, ...]
    """What governs the cue from outside: *refused* in *refused to go or* / *say why*."""
    opening: Opening


def cue_of(statement: Statement, analysis: Analysis) -> Cue:
    """The words that matter of a statement that has a cue."""
    assert statement.cue is not None
    tokens = [n for span in statement.cue.spans for n in analysis.inside(span)]
    content = _following(statement, analysis)
    source = _words(analysis, _numbers(statement.source, analysis))
    return Cue(
        _words(analysis, tokens),
        _words(analysis, _preceding(tokens, statement, analysis)),
        _words(analysis, content[:16]),
        source,
        _words(analysis, _governors(tokens, analysis)),
        _opening(analysis, content),
    )


def _governors(cue: Sequence[int], analysis: Analysis) -> list[int]:
    """Verbs outside the cue that its main word is to be done under, the nearest first."""
    found: list[int] = []
    held = set(cue)
    one = next((n for n in cue if analysis.tokens[n].head not in held), None)
    for _ in range(3):  # *x or y* and *to x*: a chain of more is odd grammar
        if one is None or analysis.tokens[one].relation not in ("conj", "xcomp"):
            break
        done = analysis.tokens[one].relation == "xcomp"
        one = analysis.tokens[one].head
        if done and one not in held:
            found.append(one)
    return found


def _numbers(passage: Passage | None, analysis: Analysis) -> list[int]:
    return [n for span in passage.spans for n in analysis.inside(span)] if passage else []


def _following(statement: Statement, analysis: Analysis) -> Sequence[int]:
    """Tokens of the first piece of the content that stands after the cue, else of its first."""
    assert statement.cue is not None
    pieces = [analysis.inside(span) for span in statement.content.spans]
    end = statement.cue.spans[-1].end
    later = (p for p in pieces if p and analysis.tokens[p[0]].start >= end)
    return next(later, next(filter(None, pieces), range(0)))


def _preceding(cue: Sequence[int], statement: Statement, analysis: Analysis) -> range:
    """Up to two tokens before the cue, and before the source where that stands before it."""
    if not cue:
        return range(0)
    end = cue[0]
    source = _numbers(statement.source, analysis)
    if source and source[-1] == end - 1:
        end = source[0]
    start = end
    sentence = analysis.tokens[cue[0]].sentence
    while start > max(0, end - 2) and analysis.tokens[start - 1].sentence == sentence:
        start -= 1
    return range(start, end)


def _words(analysis: Analysis, numbers: Iterable[int]) -> tuple[Word, ...]:
    """Words of tokens, without marks other than those that part or shorten words."""
    found: list[Word] = []
    last_end, joint = -1, ""
    for number in numbers:
        token = analysis.tokens[number]
        text = token.text.lower()
        near = token.start == last_end
        last_end = token.end
        if found and near and (text in "'’-‐‑" or joint):
            if not joint:
                joint = "'" if text in "'’" else "-"
                continue
            if joint == "-":
                text = found.pop().text + "-" + text
            elif text in SHORT:
                text = SHORT[text]
                if text == "not":
                    cut = found.pop()
                    stem = cut.text.removesuffix("n") if cut.text not in ("can",) else "can"
                    found.append(_word(CUT.get(stem, stem), cut.token, "AUX"))
        joint = ""
        found.append(_word(text, number, token.pos))
    return tuple(found)


def _word(text: str, number: int, pos: str) -> Word:
    return Word(text, lemmas(text), number, pos)


@lru_cache(maxsize=16384)
def lemmas(text: str) -> tuple[str, ...]:
    """Dictionary forms that a word in small letters may have, as verb and as noun; itself last."""
    if text in BE:
        return ("be", text)
    if text in HAVE:
        return ("have", text)
    if not text.isalpha():
        last = text.rpartition("-")[2]
        return (text, *lemmas(last)) if last != text and last.isalpha() else (text,)
    known = getAllLemmas(text)
    found = [form for pos in ("VERB", "AUX", "NOUN") for form in known.get(pos, ())]
    if not found and len(text) > 3 and text.endswith(("s", "ed", "ing")):
        found = list(getLemma(text, upos="VERB"))
    return tuple(dict.fromkeys((*found, text)))


def _opening(analysis: Analysis, content: Sequence[int]) -> Opening:
    """How a content begins, by its first words."""
    if not content:
        return "other"
    if analysis.tokens[content[0]].text in OPENS:
        return "quote"
    first = analysis.tokens[content[0]]
    text = first.text.lower()
    if text == "to" and first.pos != "ADP":
        return "to"
    if text == "that" and first.pos not in ("PRON", "DET"):
        return "that"
    if text in WHETHER:
        return "whether"
    if text in ASKING:
        return "question"
    if text.endswith("ing") and first.pos in ("VERB", "X", "AUX"):
        return "doing"
    return "object to" if _object_to(analysis, content) else "other"


def _object_to(analysis: Analysis, content: Sequence[int]) -> bool:
    """Does it begin with somebody and what that one is to do, as *them to leave*?"""
    for number in content[1:12]:
        token = analysis.tokens[number]
        text = token.text.lower()
        if text == "to":
            following = analysis.tokens[number + 1] if number + 1 < len(analysis.tokens) else token
            return following.pos in ("VERB", "AUX", "X", "ADV") and following.text.islower()
        if token.pos in ("VERB", "AUX") or text in AUXILIARIES or text == "that":
            return False
    return False
