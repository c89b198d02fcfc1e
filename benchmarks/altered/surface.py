"""Typography alone: nothing is said in other words."""

from __future__ import annotations

import re
from random import Random

from benchmarks.altered.light import Around, Edit, free
from benchmarks.altered.records import Made, Utterance
from benchmarks.altered.text import edited
from benchmarks.altered.words import CONTRACTED, NUMBERS, SLOPPY, SPELLINGS


def surface(one: Utterance, _: Around, chance: Random) -> Made | None:
    """One to three of: contractions, spelling, small numbers, commas, dashes, apostrophes."""
    text = one.text
    edits = [*_contractions(text), *_spellings(text), *_figures(text), *_marks(text)]
    chance.shuffle(edits)
    chosen: list[Edit] = []
    for edit in edits:
        if len(chosen) < min(3, 1 + one.words // 15) and free(edit, chosen):
            chosen.append(edit)
    made = edited(text, chosen)
    return Made(made, "surface") if made != text and chosen else None


def _contractions(text: str) -> list[Edit]:
    found = []
    apostrophe = "’" if "’" in text else "'"
    for long, short in CONTRACTED:
        short = short.replace("'", apostrophe)
        done = (
            r"\s(?:\w+ed|been|had|got|seen|made|done|gone|taken|given|become|come)\b"
            if short.endswith("ve")
            else r"\s\w"
        )
        for m in re.finditer(rf"\b{long}\b(?={done})", text, re.I):
            found.append((*m.span(), _cased(short, m[0])))
        for m in re.finditer(rf"\b{short}\b(?=\s\w)", text, re.I):
            behind = text[m.end() : m.end() + 12]
            ambiguous = short.endswith(f"{apostrophe}s") and re.match(
                r"\s(?:\w+ed|been|got|gone|done|had|taken|become|\w+en)\b", behind
            )
            asked = (
                text[m.end() :].lstrip().startswith(("I ", "we ", "you ", "he ", "she ", "they "))
            )
            if not ambiguous and not asked and long != "can not":
                found.append((*m.span(), _cased(long, m[0])))
    return found


def _spellings(text: str) -> list[Edit]:
    found = []
    for one, other in SPELLINGS:
        for old, new in ((one, other), (other, one))[: 1 if one in SLOPPY else 2]:
            for m in re.finditer(rf"\b{re.escape(old)}(?=s?\b)", text, re.I):
                if old[0].isalnum():
                    found.append((*m.span(), _cased(new, m[0])))
    return found


def _figures(text: str) -> list[Edit]:
    found = []
    for m in re.finditer(
        r"(?<![\d.,$£€#/-])\b(\d\d?)\b(?![\d.,:%/-]*\d|[%:/-]|\s(?:percent|p\.m|a\.m))", text
    ):
        number = int(m[1])
        before = text[: m.start()].rstrip().rsplit(" ", 1)[-1]
        if 2 <= number < len(NUMBERS) and not before[:1].isupper():
            found.append((*m.span(), NUMBERS[number]))
    for m in re.finditer(r"\b(?:" + "|".join(NUMBERS[2:]) + r")\b(?!-)", text):
        found.append((*m.span(), str(NUMBERS.index(m[0]))))
    return found


def _marks(text: str) -> list[Edit]:
    found: list[Edit] = []
    for m in re.finditer(r"(?<=\w), (?=(?:and|but|or|because|so|who|which)\b)", text):
        found.append((*m.span(), " "))
    for m in re.finditer(r"(?<=[a-z]{3}) (?=(?:but|and (?:I|we|they|he|she|it)|because)\b)", text):
        found.append((*m.span(), ", "))
    for m in re.finditer(r"\s?[—–]+\s?|\s--?\s", text):
        found.append((*m.span(), _other_dash(m[0])))
    for m in re.finditer(r"; (?=[a-z])", text):
        found.append((*m.span(), ", "))
    for m in re.finditer(r"(?<=[a-z]), (?=(?:and|but) (?:I|we|they|he|she|it) )", text):
        word = text[m.end() : m.end() + 1]
        found.append((m.start(), m.end() + 1, f". {word.upper()}"))
    for m in re.finditer(r"[.!](?= (?:And|But|So) )", text):
        after = text[m.end() + 1]
        found.append((m.start(), m.end() + 2, f", {after.lower()}"))
    if text.endswith("!"):
        found.append((len(text) - 1, len(text), "."))
    found += [(m.start(), m.end(), "'") for m in re.finditer(r"(?<=\w)’(?=\w)", text)][:1]
    found += [(m.start(), m.end(), "’") for m in re.finditer(r"(?<=\w)'(?=\w)", text)][:1]
    return found


def _other_dash(old: str) -> str:
    """The other way in which the press sets a dash."""
    return " – " if "—" in old else " — " if "–" in old else "—"


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
