"""HELD BACK. Whoever writes or changes what compares quotations does not open this file.

Three kinds of alteration that nobody who writes `quoth.compare` has seen; they are drawn with
`--held` only, at the end. Their names say nothing on purpose.
"""

from __future__ import annotations

import re
from random import Random

from benchmarks.altered.light import Around
from benchmarks.altered.records import Made, Utterance
from benchmarks.altered.same import normal
from benchmarks.altered.text import count, edited, lowered, sentences, tidy

FIRMER = {
    "may": "will", "might": "will", "could": "will", "should": "must",
    "would": "will", "probably": "certainly", "possible": "certain", "possibly": "certainly",
    "likely": "certain", "maybe": "certainly", "perhaps": "certainly", "hope to": "will",
    "hopes to": "will", "want to": "will", "wants to": "will",
    "seems to be": "is", "seem to be": "are", "appears to be": "is",
}  # fmt: skip
GUARD = re.compile(
    r"(?:^|(?<=[.,] ))(?:I|We|And I|But I|So I) (?:think|believe|suspect|guess|suppose|would say|"
    r"feel|hope)(?: that)? (?=(?:it|he|she|they|we|this|that|these|there|the|our|people|I)\b)"
    r"|\b(?:probably|perhaps|maybe|possibly|apparently|in my opinion|in my view|"
    r"I think|I believe),? "
)
HANGS = (
    r"(?:[Ii]f|[Uu]nless|[Aa]s long as|[Ss]o long as|[Pp]rovided that|[Oo]nly if|[Ww]ithout|"
    r"[Aa]ssuming)(?! you (?:look|notice|ask|think|remember|see|take|want to know|will)|"
    r" you[’'']re listening| you are referring| I (?:may|might|could)| there has)"
)
BEFORE = re.compile(
    rf"^(?:And |But |So |Because )?{HANGS}\s[^.;:?!]*?,\s(?:then\s)?"
    r"(?=(?:I|we|he|she|it|they|you|there|this|that|the|our|my|you|people|[A-Z][a-z]+)\b)"
)
BEHIND = re.compile(
    r"(?<=[\w%”’]),?\s(?:if|unless|as long as|so long as|provided that|only if|assuming)\s"
    r"(?!not\b)[^,.;:?!]*(?=[.!]?$)"
)
AMID = re.compile(
    r",\s(?:if|unless|as long as|provided that)\s[^,.;:?!]{6,}"
    r"(?:,(?=\s(?!(?:I|we|you|he|she|it|they|the)\b))|(?=,\s(?:I|we|you|he|she|it|they|the)\b))"
)
ASKS = re.compile(
    r"\b(?:ask|asked|wonder|know|knows|see|sure|what|as|than|like|even|doubt|determine|"
    r"not|except|only|but|just|and|or|that|damned)\s*$",
    re.I,
)
SUBJECT = (
    r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Tt]here|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]he|"
    r"[Oo]ur|[Mm]y|[Pp]eople|[Yy]ou)\b"
)
LEANS = re.compile(r"(?:But|And|So|Or|That|Neither|Nor|Because|Then|It|He|She|They|This|Mistake)\b")
"""How a sentence begins that can not well come first."""
LINKED = re.compile(
    rf"^(?P<a>{SUBJECT}[^,.;:?!]{{8,}}),?\s"
    rf"(?P<link>because|since|when|while|after|before|as|although)\s(?P<b>{SUBJECT}[^.;:?!]{{8,}})(?P<end>[.!]?)$"
)
LED = re.compile(
    rf"^(?P<link>When|If|Because|Since|While|After|Before|As|Although|In|At|For|On|With)\s(?P<b>[^,.;:?!]{{6,}}),\s"
    rf"(?P<a>{SUBJECT}[^,.;:?!]{{8,}})(?P<end>[.!]?)$"
)


def first(one: Utterance, _: Around, chance: Random) -> Made | None:
    text, found = one.text, []
    for old, new in FIRMER.items():
        for m in re.finditer(
            rf"(?<![\w’'-]){old}(?=\s[a-z]+)(?!\s(?:not|be able|I|we|you|he|she|they)\b)", text
        ):
            before = text[max(0, m.start() - 20) : m.start()]
            plain = old in ("probably", "possibly", "may", "might") or not re.search(
                r"\b(?:wo|do|did|ca|n['’]t|not|to|will|would|I)\s$", before
            )
            helped = re.search(
                r"\b(?:will|would|could|may|might|can|must|should|is|are|was|to|’ll|'ll)\s$", before
            )
            if old in ("may", "might", "could", "should", "can", "would") and re.match(
                r"\s(?:have|like|say|rather|never|as well)\b", text[m.end() :]
            ):
                continue
            if "?" in text[m.end() :] or re.search(r"\b[Ww]hy\s$", before):
                continue
            if old == "would" and re.search(r"\b(?:had|was|were|if|If|did|thought|knew)\b", text):
                continue
            if re.match(r"\sbe\b\W*$", text[m.end() :]):
                continue
            if plain and new and not (helped and " " in old):
                found.append((*m.span(), new))
    for m in GUARD.finditer(text):
        found.append((*m.span(), ""))
    made = [tidy(edited(text, [edit]), text) for edit in found]
    made = [one for one in made if count(one) >= 5]
    return Made(chance.choice(made), "modality") if made else None


def second(one: Utterance, _: Around, chance: Random) -> Made | None:
    found, at = [], 0
    whole = sentences(one.text)
    for sentence in whole:
        for m in (BEFORE.match(sentence), BEHIND.search(sentence.rstrip()), AMID.search(sentence)):
            if m and not ASKS.search(sentence[: m.start()]):
                left = edited(sentence, [(*m.span(), "")])
                if count(left) >= 5:
                    kept = tidy(left, "A" + sentence.rstrip()[-1:])
                    found.append(one.text[:at] + kept + " " + one.text[at + len(sentence) :])
        at += len(sentence)
    found = [tidy(made, one.text) for made in found if count(made) >= 6]
    return Made(chance.choice(found), "condition") if found else None


def third(one: Utterance, _: Around, chance: Random) -> Made | None:
    whole = [sentence.strip() for sentence in sentences(one.text)]
    if len(whole) > 1:
        at = chance.randrange(len(whole) - 1)
        if LEANS.match(whole[at + 1]) or normal(whole[at]) == normal(whole[at + 1]):
            return None
        whole[at], whole[at + 1] = whole[at + 1], whole[at]
        return Made(" ".join(whole), "reordered")
    m = LINKED.match(one.text)
    if m:
        made = f"{m['link'].capitalize()} {lowered(m['b'])}, {lowered(m['a'])}{m['end']}"
        return Made(made, "reordered")
    m = LED.match(one.text)
    if m:
        link = m["link"].lower()
        a = m["a"][:1].upper() + m["a"][1:]
        return Made(f"{a} {link} {m['b']}{m['end']}", "reordered")
    return None
