"""Kinds that change what is said: a negation lost, another number or name, another source."""

from __future__ import annotations

import re
from random import Random

from lemminflect import getInflection, getLemma

from benchmarks.altered.light import Around
from benchmarks.altered.pool import is_person
from benchmarks.altered.records import Made, Utterance
from benchmarks.altered.text import count, edited, tidy
from benchmarks.altered.words import MILLIONS, NAMED_ALIKE, NUMBERS, SCALES, TENS

NOT_BEFORE = (
    r"(?! (?:House|State|Journal|Post|Times|Party|Street|Press|Obama|Reserve|Council|D\.C))"
)
POLAR = re.compile(
    r"\b(?:any|anyone|anybody|anything|anymore|yet|either|at all|ever|until|but|only|just|because|"
    r"necessarily|unless|too|very|much|many|that \w+ly|"
    r"that often|so|going anywhere|more|how|never|simply|merely|even|exactly|enough|without|nor|"
    r"rather)\b",
    re.I,
)
"""What stands badly, or means something else, once the negation before it is gone."""
FULL = {"can": "can", "ca": "can", "wo": "will", "sha": "shall"}
FRAME = re.compile(
    r"^(?:I|We) (?:don['’]t|do not|did not|didn['’]t|never) (?:think|believe|say|said|agree|"
    r"thought|believed) (?:that )?(?=(?:I|we|he|she|it|they|there|this|that|these|the|you|anybody|"
    r"people|[A-Z][a-z]+)\b)|^It(?: is|['’]s) (?:not true|simply not true|untrue|"
    r"not the case) that "
)


def polarity(one: Utterance, _: Around, chance: Random) -> Made | None:
    """A *not* or *never* is gone, or the *I don't think* that stood before."""
    text = one.text
    found = []
    frame = FRAME.match(text)
    if frame and not POLAR.search(text[frame.end() :]):
        found.append(tidy(text[frame.end() :], text))
    for edit in _negations(text):
        behind = re.split(r"[.;!?,]", text[edit[1] :])[0]
        if not POLAR.search(behind) and "?" not in text[edit[1] : edit[1] + 90]:
            found.append(tidy(edited(text, [edit]), text))
    found = [made for made in found if count(made) >= 5]
    return Made(chance.choice(found), "polarity") if found else None


def _negations(text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for m in re.finditer(r"\b(\w+?)(?:n['’]t|\snot|not)\s(?:(\w+)\b)", text):
        helper, verb = m[1].lower(), m[2]
        if m[0].lower().startswith(("why", "if ", "or ", "is not only")) or verb in (
            "only",
            "just",
            "so",
            "to",
            "like",
        ):
            continue
        before = text[: m.start()].rstrip().rsplit(" ", 1)[-1].strip(",").lower()
        if helper in ("do", "does", "did"):
            new = _inflected(verb, {"do": "VBP", "does": "VBZ", "did": "VBD"}[helper])
            if new and m[1][0].islower() and before and before not in ("why", "how", ".", "if"):
                found.append((*m.span(), new))
        elif helper in (
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "would",
            "should",
            "could",
            "must",
            "might",
            "may",
            "am",
        ):
            if m[1][0].islower():
                found.append((*m.span(), f"{m[1]} {verb}"))
        elif (helper in ("can", "ca", "wo", "sha") or (helper == "will")) and m[1][0].islower():
            full = "will" if helper == "will" else FULL[helper]
            found.append((*m.span(), f"{full} {verb}"))
    for m in re.finditer(
        r"(?<=['’](?:m|s))\snot(?=\s(?!only|just|so|to|like)\w)|(?<=['’](?:re|ve|ll))\snot(?=\s(?!only|just|so|to|like)\w)",
        text,
    ):
        found.append((*m.span(), ""))
    for m in re.finditer(r"(?<=\w )(?:never|no longer)\s(?=[a-z])", text):
        if not re.match(r"(?:mind|again|before|been any|have|to)\b", text[m.end() :]):
            found.append((*m.span(), ""))
    return found


def _inflected(verb: str, tag: str) -> str | None:
    """The form of a plain verb that stands without *do*; None for what is no plain verb."""
    if verb.lower() in (
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "it",
        "the",
        "even",
        "really",
        "just",
        "have",
    ):
        return {"VBP": "have", "VBZ": "has", "VBD": "had"}[tag] if verb == "have" else None
    if verb not in getLemma(verb, upos="VERB"):
        return None
    forms = getInflection(verb, tag=tag)
    return forms[0] if forms else None


def particulars(one: Utterance, around: Around, chance: Random) -> Made | None:
    """Another number, or another name."""
    makers = [_number, _name] if chance.random() < 0.8 else [_name, _number]
    return makers[0](one, around, chance) or makers[1](one, around, chance)


def _number(one: Utterance, _: Around, chance: Random) -> Made | None:
    text = one.text
    found: list[tuple[int, int, str]] = []
    for m in re.finditer(
        r"(?<![\w.,/:-])([$£€])?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w/:-]|[.,]\d|\s[A-Z])", text
    ):
        if re.search(
            r"\b(?:Route|Highway|Flight|Article|Section|Title|No\.)\s$", text[: m.start()]
        ):
            continue
        found.append((m.start(2), m.end(2), _other(m[2], chance, bool(m[1]))))
    words = (
        dict.fromkeys(NUMBERS[2:], NUMBERS)
        | dict.fromkeys(TENS, TENS)
        | dict.fromkeys(SCALES, SCALES)
    )
    words |= dict.fromkeys(MILLIONS, MILLIONS)
    for m in re.finditer(r"\b[a-z]+\b(?!-)", text):
        if series := words.get(m[0]):
            near = [
                w
                for w in series
                if w and w != m[0] and abs(series.index(w) - series.index(m[0])) <= 4 and w != "one"
            ]
            found.append((*m.span(), chance.choice(near)))
    return Made(edited(text, [chance.choice(found)]), "number") if found else None


def _other(digits: str, chance: Random, money: bool) -> str:
    """A number of the same kind: a near year, the same roundness, the same commas."""
    value = digits.replace(",", "")
    if "." in value:
        whole, part = value.split(".")
        return f"{int(whole) + chance.randint(1, 3)}.{part}"
    number = int(value)
    if len(value) == 4 and 1900 <= number <= 2030 and "," not in digits and not money:
        return str(number + chance.choice([-4, -3, -2, -1, 1, 2]))
    zeros = len(value) - len(value.rstrip("0")) if number else 0
    step = 10**zeros
    lead = number // step
    new = chance.choice([n for n in range(max(1, lead - 5), lead + 6) if n != lead]) * step
    return f"{new:,}" if "," in digits else str(new)


def _name(one: Utterance, around: Around, chance: Random) -> Made | None:
    text = one.text
    found: list[tuple[int, int, str]] = []
    for family in NAMED_ALIKE:
        for old in family:
            for m in re.finditer(
                rf"(?<![\w’'-]){re.escape(old)}(?![\w’'-]*\w){NOT_BEFORE}",
                text,
            ):
                if not re.search(
                    r"\b(?:White|New|West|South|North|George|Lake|Middle|Fox|the|St\.)\s$",
                    text[: m.start()],
                ) or old.endswith("s"):
                    others = [new for new in family if new != old and new not in text]
                    found += [(*m.span(), chance.choice(others))] if others else []
    for full in around.names:
        for old, place in ((full, slice(None)), (full.split()[-1], slice(-1, None))):
            for m in re.finditer(rf"(?<![\w’'-]){re.escape(old)}(?=['’]s\b|[^\w’'-]|$)", text):
                before = text[: m.start()].rstrip().rsplit(" ", 1)[-1]
                if (
                    place == slice(-1, None)
                    and before[:1].isupper()
                    and before[-1:] != "."
                    and before.lower()
                    not in ("and", "but", "i", "president", "secretary", "senator")
                ):
                    continue
                new = [
                    " ".join(n.split()[place])
                    for n in around.names
                    if n.split()[-1] not in text and n != one.speaker
                ]
                found += [(*m.span(), chance.choice(new))] if new else []
    return Made(edited(text, [chance.choice(found)]), "name") if found else None


def source(one: Utterance, around: Around, chance: Random) -> Made | None:
    """The same words under another name, of the same document where there is one."""
    if one.speaker is None or not is_person(one.speaker):
        return None
    own = set(one.speaker.split())
    others = [other for other in around.names if not own & set(other.split())]
    return Made(one.text, "source", speaker=chance.choice(others[:3])) if others else None
