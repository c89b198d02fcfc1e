"""Moved out of marks into indirect speech: persons and tenses follow the reporter."""

from __future__ import annotations

import re
from random import Random

from lemminflect import getInflection, getLemma

from benchmarks.altered.light import Around
from benchmarks.altered.records import Made, Utterance
from benchmarks.altered.text import SMALL, lowered, sentences

PERSONS = {
    "he": {"i": "he", "me": "him", "my": "his", "mine": "his", "myself": "himself"},
    "she": {"i": "she", "me": "her", "my": "her", "mine": "hers", "myself": "herself"},
}
MANY = {"we": "they", "us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves"}
TENSES = {
    "am": "was", "is": "was", "are": "were", "has": "had", "have": "had", "will": "would",
    "can": "could", "may": "might", "do": "did", "does": "did", "shall": "should",
}  # fmt: skip
NEVER = re.compile(
    r"\?|\byou\b|\byour|\b(?:let|please)\b|^[A-Z]\w+!|!|^(?:No|Yes|Yeah|OK|Thank)\b|[\"“”\[]|\bgonna\b",
    re.I,
)
SUBJECTS = frozenset(
    ["i", "we", "he", "she", "they", "it", "who", "that", "there", "people", "which"]
)
ADVERBS = frozenset(
    [
        "also",
        "really",
        "just",
        "never",
        "always",
        "still",
        "already",
        "actually",
        "simply",
        "truly",
        "only",
        "often",
        "certainly",
    ]
)
HELPERS = frozenset(
    [
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
    ]
)
SPLIT = [
    (r"\b(\w+)n['’]t\b", r"\1 not"), (r"\b(I)['’]m\b", r"\1 am"), (r"\b(\w+)['’]re\b", r"\1 are"),
    (r"\b(\w+)['’]ve\b", r"\1 have"), (r"\b(\w+)['’]ll\b", r"\1 will"),
    (r"\b(it|that|there|he|she|what|here|who)['’]s "
     r"(?=\w+(?:ed|en|ne)\b|been\b|got\b|become\b|come\b|had\b|made\b)", r"\1 has "),
    (r"\b(it|that|there|he|she|what|here|who)['’]s\b", r"\1 is"), (r"\bcannot\b", "can not"),
    (r"\bca not\b", "can not"), (r"\bwo not\b", "will not"), (r"\b(\w+)['’]d\b", r"\1 would"),
]  # fmt: skip


def recast(one: Utterance, _: Around, chance: Random) -> Made | None:
    """One or two sentences, as *He said that …* would pass them on."""
    whole = [sentence.strip() for sentence in sentences(one.text)]
    if len(whole) > 2 or NEVER.search(one.text):
        return None
    singular = re.search(r"\b(?:I|me|my|mine|myself)\b", one.text)
    persons = PERSONS.get(one.pronoun or "", {})
    if singular and not persons:
        return None
    shifted = [_shifted(sentence.rstrip("."), persons | MANY) for sentence in whole]
    if not re.search(
        r"\b(?:had|was|were|would|could|might|did|they|their|them|he|she|his|her)\b",
        " ".join(shifted),
    ):
        return None
    text = ", and that ".join(shifted)
    return Made(("that " if chance.random() < 0.5 else "") + text, "recast", form="indirect")


def _shifted(sentence: str, persons: dict[str, str]) -> str:
    for old, new in SPLIT:
        sentence = re.sub(old, new, sentence, flags=re.I)
    sentence = re.sub(r"^(?:Well|Look|Listen|And|So|But|Now),? ", "", sentence)
    pieces = re.split(r"(\W+)", lowered(sentence))
    found, before, plain = [], "", False
    for at, word in enumerate(pieces):
        low = word.lower()
        if at % 2 or not word:
            found.append(word)
            continue
        if at and pieces[at - 1] == "." and len(word) == 1:
            new = word  # a letter of an abbreviation
        elif (at and word in persons.values()) or low in persons:
            new = persons.get(low, word)
        elif plain or before == "to" or (low == "will" and before in ("good", "the", "free")):
            new = word
        elif low in TENSES:
            new = TENSES[low]
        elif before in SUBJECTS - {"that"} and low not in ADVERBS:
            new = _past(word)
        else:
            new = word
        found.append(new)
        if low not in ADVERBS and low != "not":
            before, plain = low, low in HELPERS
    return "".join(found)


def _past(word: str) -> str:
    """The past of a verb in the present, as it stands behind its subject; others as they are."""
    if (
        not word.islower()
        or word in SMALL
        or word in ("must", "would", "could", "should", "might", "used")
    ):
        return word
    for lemma in getLemma(word, upos="VERB", lemmatize_oov=False):
        present = {*getInflection(lemma, tag="VBZ"), *getInflection(lemma, tag="VB")}
        past = getInflection(lemma, tag="VBD")
        if word in present and past and word not in past:
            return str(past[0])
    return word
