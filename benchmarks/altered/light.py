"""Kinds that leave the meaning as it is: typography, words left out, put in or changed, splices.

Each rule takes an utterance, what surrounds it and a source of chance, and gives a new wording with
the one change in it, or None where the words do not lend themselves to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.altered import cuts
from benchmarks.altered.records import Made, Utterance
from benchmarks.altered.text import count, edited, lowered, sentences, tidy
from benchmarks.altered.words import (
    ALIKE,
    FEMALE,
    MALE,
    NOUNS_BEHIND_A,
    THINGS,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may draw on beside the utterance itself."""

    names: tuple[str, ...]
    """Persons, by first and last name, those who speak in the document first."""
    said: tuple[Utterance, ...]
    """Other utterances of the speaker, those of the document first."""


Rule = Callable[[Utterance, Around, Random], Made | None]
Edit = tuple[int, int, str]


def free(edit: Edit, others: list[Edit]) -> bool:
    """Whether it lies apart from the others."""
    return all(edit[1] < start or edit[0] > end for start, end, _ in others)


def left_out(one: Utterance, _: Around, chance: Random) -> Made | None:
    """A word, an aside, a clause or a sentence is gone, inside or at an end, unmarked."""
    groups = [cuts.small(one.text), cuts.ends(one.text), cuts.whole(one.text)]
    groups = [group for group in groups if group]
    if not groups:
        return None
    start, end = chance.choice(chance.choice(groups))
    return _with_edits(one, [(start, end, " ")], "left_out")


def marked(one: Utterance, around: Around, chance: Random) -> Made | None:
    """An ellipsis in the place of words, or brackets around what is put in the place of one."""
    makers = [_elided, _bracketed]
    chance.shuffle(makers)
    return makers[0](one, around, chance) or makers[1](one, around, chance)


DOTS = ("...", "…", " ...", " … ", " . . . ", " […] ", " [...] ", " (...) ", " — … ")


def _elided(one: Utterance, _: Around, chance: Random) -> Made | None:
    found = list(cuts.inside(one.text))
    found += [(a, b) for a, b in cuts.ends(one.text) if a == 0 and count(one.text[a:b]) > 2]
    if not found:
        return None
    start, end = chance.choice(found)
    dots = chance.choice(DOTS[:-1])
    text = one.text
    if start == 0:
        kept = text[end:]
        return Made(f"{dots.strip()} {lowered(kept)}", "elided")
    before, after = text[:start].rstrip(" ,"), text[end:].lstrip(" ,")
    if before[-1:] in ".!?" and chance.random() < 0.5:
        return Made(f"{before} {dots.strip()} {after}", "elided")
    gap = "" if after[:1] in ".!?" else " "
    return Made(f"{before.rstrip('.')}{dots.rstrip()}{gap}{after}", "elided")


NO_THING = re.compile(
    r"(?:['’]s|\s(?:is|was|would be|will be))\s(?:\w+\s){0,3}"
    r"(?:that|to|how|when|because|not|like|a|the|about|time)\b"
)
"""Behind an *it* that stands for no thing."""
UNCONTRACTED = {"re": " are", "ll": " will", "ve": " have", "d": " would"}


def _bracketed(one: Utterance, around: Around, chance: Random) -> Made | None:
    """A name in brackets for a pronoun, or behind it; a thing for *it* and *they*."""
    found = []
    others = [name for name in around.names if name != one.speaker]
    firsts = {"he": MALE, "him": MALE, "she": FEMALE}
    for m in re.finditer(
        r"\b(he|she|him|it|they)(['’]s|['’]re|['’]ll|['’]ve|['’]d)?(?=[\s,.])", one.text, re.I
    ):
        word, tail = m[1].lower(), UNCONTRACTED.get((m[2] or "")[1:], m[2] or "")
        before = one.text[: m.start()]
        if word in ("it", "they") and before and not before.endswith((". ", "? ")):
            continue
        if word in firsts and (
            re.search(r"\b(?:he|she|him|a|an)\b", before) or re.search(r" [A-Z][a-z]", before)
        ):
            continue
        names = [one.split()[-1] for one in others if one.split()[0] in firsts.get(word, ())]
        if word == "it" and re.match(
            NO_THING,
            one.text[m.end(1) :],
        ):
            continue
        for meant in THINGS.get(word, names):
            fill = meant[:1].upper() + meant[1:] if m[1][:1].isupper() else meant
            found.append((m.start(), m.end(), f"[{fill}]{tail}"))
            if word not in ("it",) and not m[2]:
                found.append((m.end(1), m.end(1), f" [{meant}]"))
    if not found:
        return None
    start, end, new = chance.choice(found)
    return Made(edited(one.text, [(start, end, new)]), "bracketed")


def reworded(one: Utterance, around: Around, chance: Random) -> Made | None:
    """Words that mean much the same, or a word or two put in."""
    makers = [_changed, _put_in] if chance.random() < 0.7 else [_put_in, _changed]
    return makers[0](one, around, chance) or makers[1](one, around, chance)


def _changed(one: Utterance, _: Around, chance: Random) -> Made | None:
    text, found = one.text, []
    for old, new in ALIKE.items():
        for m in re.finditer(rf"(?<![-’'\w]){re.escape(old)}(?![-’'\w])", text):
            if _means_it(old, text[: m.start()], text[m.end() :]):
                edit = (*m.span(), new)
                found.append(_with_article(text, edit))
    chosen: list[Edit] = []
    chance.shuffle(found)
    for edit in found:
        if len(chosen) < min(3, 1 + one.words // 18) and free(edit, chosen):
            chosen.append(edit)
    return Made(edited(text, chosen), "changed") if chosen else None


A_VERB_BEHIND = re.compile(
    r"(?:\bto|\b(?:I|we|you|they)|n['’]t|\b(?:will|would|can|could|must|should|not))\s$"
)
A_NOUN_BEHIND = re.compile(
    r"\b(?:a|an|the|this|that|our|my|his|her|their|your|no|any|good|great|every|in)\s$"
)


def _means_it(old: str, before: str, behind: str) -> bool:
    """Whether the word is used as the list means it, as far as its neighbours tell."""
    if old in NOUNS_BEHIND_A:
        nominal = {
            "attack",
            "vote",
            "hope",
            "concern",
            "answer",
            "damage",
            "harm",
            "attempt",
            "lie",
        }
        verbal = {"start", "try", "stop", "end", "help", "support", "talk", "pick", "fight"}
        if old in nominal and not A_NOUN_BEHIND.search(before):
            return False
        if old in verbal and not A_VERB_BEHIND.search(before):
            return False
        if old in ("fair", "present", "hit", "hurt", "start") and not re.match(r"[,.]", behind):
            return False
    if old in ("beginning", "building", "answers", "results") and not A_NOUN_BEHIND.search(before):
        return False
    phrases = r"\b(?:White|House of|Main|Opera|full|police|deal|great|no|at|very|as|how|too|so)\s$"
    if old in (
        "house",
        "deal",
        "force",
        "certain",
        "hard",
        "fire",
        "road",
        "bad",
        "lots",
        "plenty",
    ):
        return not re.search(phrases, before) and not re.match(r"\s(?:of|that|fighters?)\b", behind)
    if old in (
        "clear",
        "obvious",
        "important",
        "big",
        "large",
        "huge",
        "certain",
        "simple",
        "tough",
    ):
        return re.match(r"\s[a-z]{3,}(?<!\sthat)(?<!\sfor)(?<!\sto)", behind) is not None and not (
            re.search(r"\b(?:as|so|how|too|very|more|most|make|made)\s$", before)
        )
    return True


def _with_article(text: str, edit: Edit) -> Edit:
    start, end, new = edit
    article = re.search(r"\b([Aa])(n?) $", text[:start])
    if article is None:
        return edit
    vowel = (new[0] in "aeiou" and not new.startswith(("un", "eu"))) or new.startswith(
        ("unh", "unb", "unj", "hon")
    )
    return article.start(), end, f"{article[1]}{'n' if vowel else ''} {new}"


def _put_in(one: Utterance, _: Around, chance: Random) -> Made | None:
    """An intensifier, *that* behind a verb of saying, a word of opening."""
    text, found = one.text, []
    gradable = (
        "important|good|bad|big|strong|difficult|hard|clear|proud|happy|sad|serious|smart|"
        "tough|great|dangerous|nice|excited|concerned|worried|disappointed|grateful|weak|close|fair"
    )
    for m in re.finditer(
        rf"\b(?:is|are|was|were|been|be|['’]s|['’]re|['’]m|am|a|an) (?=(?:{gradable})\b)", text
    ):
        if not re.search(r"\bas $", text[: m.start()]):
            word = (
                "really"
                if m[0].strip() == "an"
                else chance.choice(
                    ["very", "really", "so"][: 2 if m[0].strip() in ("a", "an") else 3]
                )
            )
            edit = (m.end(), m.end(), f"{word} ")
            found.append((m.start(), m.end(), f"a {word} ") if m[0] == "an " else edit)
    for m in re.finditer(
        r"\b(?:think|believe|know|said|say|hope|understand|feel) "
        r"(?=(?:I|we|he|she|they|it['’]s|there|this is|the)\b)",
        text,
    ):
        if "?" not in text and not re.search(
            r"\b(?:you|what|who|how|where)\s$", text[: m.start()], re.I
        ):
            found.append((m.end(), m.end(), "that "))
    for m in re.finditer(
        r"\b(?:I|we|they) "
        r"(?=(?:want|need|know|love|believe|hope|like|appreciate|care|wanted|needed)\b)",
        text,
        re.I,
    ):
        found.append((m.end(), m.end(), chance.choice(["really ", "truly ", "just "])))
    if (
        cuts.SUBJECT.match(text)
        and not cuts.OPENING.match(text)
        and (not found or chance.random() < 0.4)
    ):
        word = chance.choice(["Well, ", "Look, ", "And ", "You know, ", "So "])
        found.append((0, len(text.split()[0]), word + lowered(text.split()[0])))
    if re.match(r"(?:I|We|It|They|That)\b[^.,]+[a-z]\.$", text):
        found.append((len(text) - 1, len(text) - 1, chance.choice([", of course", ", you know"])))
    found = [e for e in found if not re.search(r"\b(?:not|n['’]t)\s$", text[: e[0]])]
    if not found:
        return None
    return Made(edited(text, [chance.choice(found)]), "put_in")


def spliced(one: Utterance, around: Around, chance: Random) -> Made | None:
    """One stretch of words from two utterances of the speaker, at most one mark to say so."""
    others = [other for other in around.said if other.text != one.text]
    if not others or one.speaker is None:
        return None
    other = others[0] if others[0].document == one.document else chance.choice(others[:10])
    first, second = (one, other) if other.start > one.start else (other, one)
    head = _part(first.text, chance, front=True)
    tail = _part(second.text, chance, front=False)
    if count(head) + count(tail) > 80:
        return None
    mark = chance.choice(["", "", "", "... "])
    made = tidy(f"{head.rstrip(' ,;')} {mark}{tail.strip()}", second.text)
    return Made(made, "spliced", second=other)


def _part(text: str, chance: Random, front: bool) -> str:
    """Some sentences from an end of it, or all; a clause of them where there is one to take."""
    whole = sentences(text)
    kept = chance.randint(1, len(whole)) if len(whole) > 1 else 1
    part = "".join(whole[:kept] if front else whole[-kept:])
    return part if count(part) >= 5 else text


def _with_edits(one: Utterance, edits: list[Edit], change: str) -> Made | None:
    made = tidy(edited(one.text, edits), one.text)
    enough = count(made) >= cuts.SHORTEST_LEFT
    return Made(made, change) if made != one.text and enough else None
