"""Utterances of PolNeAR (Newell, Margolin, Ruths, LREC 2018) and of ECB+ (Cybulska, Vossen 2014).

PolNeAR marks who says what. ECB+ does not: there an utterance is what stands between quotation
marks, and its speaker is read off the words beside it by a pattern. Pronouns are taken for the
last speaker named before. ECB+ gives no days; each half of a topic has one of our own making.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

from benchmarks.altered.records import Form, Utterance
from benchmarks.altered.text import SMALL, count
from benchmarks.altered.words import FEMALE, MALE
from training.data import relations

SHORTEST, LONGEST = 6, 80
QUOTED = re.compile(r"[“\"„]([^“”\"„]+)[”\"“]")
NAME = re.compile(r"[A-Z][\w’'.-]+(?:\s(?:[A-Z]\.|de|von|van|al|bin|[A-Z][\w’'-]+)){0,3}(?<!['’]s)")
# fmt: off
TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Sgt|Gen|Col|Capt|Rev|Det|Prof)\.?|President|Senator|"
    r"Secretary|Governor|Representative|Congressman|Congresswoman|Mayor|Judge|Justice|Speaker|"
    r"Chief|Officer|Detective|Sheriff|Sir|Former|Republican|Republicans|Democrat|Democratic|The|"
    r"US|U\.S|GOP|State|Vice|Prime|Minister|Police|Majority|Whip|Const|Director|Ambassador|Anchor|"
    r"Commodore|UN|AG|A|An|In|On|At|But|And|If|Is|To|From|As|When|Even|Also|What|For|While|Like|"
    r"Did|Does|So|Then|After|Before)\.?(?:\s+|$)"
)
NOBODY = SMALL | frozenset([
    "republican", "republicans", "democratic", "democrat", "democrats", "american", "western",
    "several", "two", "three", "four", "five", "ten", "forty", "sixty", "sixty-six", "others",
    "department", "longtime", "public", "high-dollar", "fellow", "reporters", "according",
    "anyone", "nearly", "about", "iowa", "florida", "saturday", "sunday", "d.c",
])
"""Words with a capital that are nobody's name."""
FIRST = "|".join(sorted(MALE | FEMALE))
PERSON = re.compile(rf"\b({FIRST}) (?:[A-Z][\w.’-]* (?=[A-Z]))?([A-Z][\w’'-]+)")
PRONOUN = re.compile(r"(?:I|we|he|she|they|it|who|which|that|you|this|these)$", re.I)
SPEAKS = (
    r"(?:said|says|told|added|adds|wrote|writes|tweeted|explained|insisted|argued|noted|continued|"
    r"stated|recalled|tells|asked)"
)
# fmt: on
BEHIND = re.compile(
    rf"^[,.\s]*(?:(?P<a>he|she|they|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){{0,3}})[^.\"“]{{0,60}}?\s{SPEAKS}\b"
    rf"|{SPEAKS}\s(?P<b>he|she|they|(?:[\w.’'-]+\s){{0,5}}?[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){{0,3}}))"
)
BEFORE = re.compile(
    rf"(?P<a>\b(?:[Hh]e|[Ss]he|[Tt]hey)|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){{0,3}})[^.\"“]{{0,40}}?"
    rf"\s{SPEAKS}\b[^\"“]{{0,60}}$"
)


class Speakers:
    """Who speaks in one document, as its words come: names in full, pronouns traced back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last: str | None = None
        self.pronouns: dict[str, str] = {}
        self.known: dict[str, str | None] = {}

    def named(self, mention: str) -> str | None:
        """A name in full, a short description, or None."""
        mention = re.sub(r"\s+", " ", mention).strip(" ,.:;")
        if PRONOUN.match(mention):
            word = mention.lower()
            if self.last and word in ("he", "she", "they"):
                self.pronouns.setdefault(self.last, word)
            return self.last if word in ("i", "he", "she", "who") else None
        if mention not in self.known:
            name = self._name(mention)
            described = count(mention) <= 8 and re.match(
                r"(?:an?|the|one|his|her|my|some)\s", mention
            )
            self.known[mention] = name or (mention if described else None)
        self.last = self.known[mention] or self.last
        return self.known[mention]

    def _name(self, mention: str) -> str | None:
        if person := PERSON.search(mention):
            return re.sub(r"['’]s$", "", f"{person[1]} {person[2]}")
        found = [untitled(m[0]) for m in NAME.finditer(re.sub(r"['’]s\b", ",", mention))]
        found = [name for name in found if len(name) > 2 and name.lower() not in NOBODY]
        if not found:
            return None
        name = max(found, key=lambda one: len(one.split()))
        for full in re.finditer(rf"\b([A-Z]\w+) (?:[A-Z][\w.]* )?{re.escape(name)}\b", self.text):
            if full[1] in MALE | FEMALE:
                return f"{full[1]} {name.split()[-1]}"
        for full in re.finditer(rf"\b[A-Z][a-z]+ {re.escape(name)}\b", self.text):
            if " " not in name and untitled(full[0]) == full[0] and not starts(full[0]):
                return full[0]
        return name

    def pronoun(self, speaker: str | None) -> str | None:
        if speaker is None:
            return None
        first = speaker.split()[0]
        by_name = "he" if first in MALE else "she" if first in FEMALE else None
        return by_name or self.pronouns.get(speaker)


def is_person(name: str) -> bool:
    """Whether it is a first and a last name."""
    first, _, last = name.partition(" ")
    return (
        first in MALE | FEMALE
        and last not in ("II", "III", "Jr")
        and bool(re.fullmatch(r"(?:[A-Z]\. )?[A-Z][\w’-]+", last))
    )


def starts(name: str) -> bool:
    """Whether it begins with a word that only begins a sentence."""
    return name.split()[0].lower() in NOBODY


def untitled(name: str) -> str:
    """A name without titles before it and an *'s* behind."""
    while (shorter := TITLES.sub("", name)) != name:
        name = shorter
    return re.sub(r"['’]s?$", "", name).strip(" .")


def polnear(folder: Path) -> Iterator[Utterance]:
    """Every marked content of 6 to 80 words of train and dev, in order of their documents."""
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        days = {row["filename"]: row["publication_date"] for row in rows}
    for part in ("train", "dev"):
        for path in sorted((folder / part / "text").glob("*.txt")):
            yield from _article(folder / part, path, days.get(path.stem) or "2016-01-01")


def _article(folder: Path, path: Path, day: str) -> Iterator[Utterance]:
    text = path.read_bytes().decode()
    marked = [one for one in relations(folder, path.stem) if one.get("content")]
    marked.sort(key=lambda one: min(one["content"]))
    speakers = Speakers(text)
    found = []
    for one in marked:
        pieces = [text[start:end].replace("''", '"') for start, end in sorted(one["content"])]
        words = _joined(pieces)
        mention = " ".join(text[start:end] for start, end in sorted(one.get("source", ())))
        speaker = speakers.named(mention) if mention else None
        form = form_of(" ".join(pieces))
        if words and form and SHORTEST <= count(words) <= LONGEST:
            place = min(one["content"])[0], max(one["content"])[1]
            found.append((speaker, form, words, *place))
    for speaker, form, words, start, end in found:
        yield Utterance(
            f"p {path.stem} {start}",
            "polnear",
            path.stem,
            path.stem,
            day,
            speaker,
            speakers.pronoun(speaker),
            form,
            words if form != "direct" else bare(words),
            count(words),
            start,
            end,
        )


def form_of(text: str) -> Form | None:
    """None where marks open and never close."""
    quoted = sum(count(m[1]) for m in QUOTED.finditer(text))
    if quoted:
        return "direct" if quoted >= count(text) else "mixed"
    return None if re.search('[“”"„]', text) else "indirect"


def _joined(pieces: list[str]) -> str:
    """Pieces of one content as one text; a comma that only made room for *he said* goes."""
    text = ""
    for piece in pieces:
        piece = re.sub(r"\s+", " ", piece).strip()
        bare_piece = piece.lstrip('“"')
        if text and bare_piece[:1].isupper():
            text = re.sub(r",([”\"]?)$", r".\1", text)
        elif text:
            text = re.sub(r",([”\"]?)$", r"\1", text)
        text += f" {piece}" if text else piece
    return text


def bare(text: str) -> str:
    """Quoted words without the double marks, and with a full stop for a comma at the end."""
    text = re.sub(r"\s+", " ", re.sub('[“”"„]', "", text)).strip()
    return re.sub(r",$", ".", text)


def ecbplus(folder: Path) -> Iterator[Utterance]:
    """What stands between marks, 6 to 80 words of it, by topic and document."""
    for path in sorted(folder.glob("*/*.xml"), key=lambda p: (int(p.parent.name), p.name)):
        half = path.stem.endswith("plus")
        day = date(2012 if half else 2008, 1, 4) + timedelta(weeks=int(path.parent.name))
        speakers = Speakers(text := text_of(path))
        for start, end, words, mention in _quotations(text):
            speaker = speakers.named(mention) if mention else None
            yield Utterance(
                f"e {path.stem} {start}",
                "ecbplus",
                path.stem,
                f"{path.parent.name}{'plus' if half else ''}",
                day.isoformat(),
                speaker,
                speakers.pronoun(speaker),
                "direct",
                words,
                count(words),
                start,
                end,
            )


def _quotations(text: str) -> Iterator[tuple[int, int, str, str | None]]:
    for found in QUOTED.finditer(text):
        words = bare(found[1])
        line = text.rfind("\n", 0, found.start()) + 1
        before = text[line : found.start()]
        behind = text[found.end() :].split("\n", 1)[0]
        said = BEHIND.match(behind) or BEFORE.search(before)
        whole = not before.strip() and not behind.strip()
        if "\n" in found[1] or not (said or whole) or not words[:1].isupper():
            continue
        if words[-1] in ".!?" and SHORTEST <= count(words) <= LONGEST:
            mention = next((m for m in said.groupdict().values() if m), None) if said else None
            yield found.start(), found.end(), words, mention


CLOSE_BEFORE = re.compile(r"[,.;:!?)\]%…]+|['’](?:s|t|m|d|re|ve|ll)?|n['’]t|[’'”]+")


def text_of(path: Path) -> str:
    """A running text of a document's tokens, a line to a sentence."""
    root = etree.parse(path, etree.XMLParser(recover=True)).getroot()
    lines: dict[str, list[str]] = {}
    for token in root.iter("token"):
        lines.setdefault(token.get("sentence") or "", []).append(token.text or "")
    if path.stem.endswith("plus"):
        lines.pop("0", None)  # its address
    return "\n".join(_line(tokens) for tokens in lines.values())


def _line(tokens: list[str]) -> str:
    text, inside, glue = "", False, True
    for token in tokens:
        token = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        if token == '"':
            inside = not inside
            text += f" {token}" if inside and text else token
            glue = inside
            continue
        close = glue or CLOSE_BEFORE.fullmatch(token) is not None
        text += token if close else f" {token}"
        glue = token in ("(", "[", "$", "£", "€", "“", "‘", "#", "@")
    text = re.sub(r"(\w['’]) (s|t|m|d|re|ve|ll)\b", r"\1\2", text)
    text = re.sub(r"(\d), (?=\d{3}\b)", r"\1,", text)
    return re.sub(r"(\w) - (?=\w)", r"\1-", text)
