"""Cutting and putting together of running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

WORD = re.compile(r"[^\s\-–—…]*\w[^\s–—…]*")
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Sgt|Rev|vs|No|a\.m|p\.m|etc)|\b[A-Z])\.$"
)
NEGATION = re.compile(
    r"\b(?:not|never|no|none|nothing|nobody|nowhere|neither|nor|without|hardly|barely|cannot|"
    r"ain['’]t)\b|n['’]t\b",
    re.I,
)
CONDITION = re.compile(
    r"\b(?:if|unless|until|provided|assuming|as long as|so long as|whether|except|only|but|though|"
    r"although|otherwise|once)\b",
    re.I,
)
HEDGE = re.compile(
    r"\b(?:may|might|can|could|should|would|must|shall|will|ought|maybe|perhaps|probably|possibly|"
    r"likely|seems?|seemed|appears?|apparently|allegedly|reportedly|suspect|guess|hopefully|"
    r"(?:I|we) (?:think|believe|hope|feel|suppose)|certainly|clearly|definitely|surely|sure|"
    r"some|most|many|all|almost|about|nearly)\b|['’]ll\b|['’]d\b",
    re.I,
)
FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|half)"
    r"\b",
    re.I,
)


def count(text: str) -> int:
    """Words, as people count them."""
    return len(WORD.findall(text))


def grave(text: str) -> bool:
    """Whether leaving it out could be more than an omission."""
    return any(found.search(text) for found in (NEGATION, CONDITION, HEDGE, FIGURE))


def sentences(text: str) -> list[str]:
    """Sentences, each with the space behind it."""
    cuts = [0]
    for found in re.finditer(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z0-9])", text):
        if not ABBREVIATED.search(text[: found.start() + 1]):
            cuts.append(found.end())
    return [text[a:b] for a, b in pairwise([*cuts, len(text)])]


def edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """`text` with stretches replaced, put right at the seams."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def tidy(text: str, like: str) -> str:
    """Spaces and marks put right; a capital first and a mark last where `like` has them."""
    text = re.sub(r"\s+", " ", text).strip(" ,;–—-")
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r",(?:\s*,)+", ",", text)
    text = re.sub(r"[,;:–—]\s*([.!?])", r"\1", text)
    text = re.sub(r"([a-z0-9%)”’][.!?]) ([a-z])", lambda m: f"{m[1]} {m[2].upper()}", text)
    if like[:1].isupper() and text[:1].islower():
        text = text[:1].upper() + text[1:]
    if like[-1:] in ".!?," and text[-1:].isalnum():
        text += "." if like[-1] == "," else like[-1]
    return text


def lowered(text: str) -> str:
    """With a small first letter, unless that word has its capital of itself."""
    first = re.match(r"[\w’']+", text)
    small = first is not None and (
        re.split("[’']", first[0])[0].lower() in SMALL or first[0].endswith(("ing", "ly"))
    )
    return text[:1].lower() + text[1:] if small else text


# fmt: off
SMALL = frozenset([
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "we", "they", "you",
    "there", "here", "what", "when", "where", "why", "how", "who", "if", "as", "at", "in", "on",
    "of", "for", "from", "with", "by", "to", "after", "before", "because", "since", "while", "and",
    "but", "so", "or", "my", "our", "your", "his", "her", "its", "their", "all", "some", "most",
    "many", "any", "every", "no", "not", "one", "people", "nobody", "everybody", "everyone",
    "someone", "something", "nothing", "everything", "today", "now", "then", "there’s", "just",
    "during", "over", "under", "through", "both", "each", "such", "once", "unless", "until",
    "although", "though", "whether", "given", "houses", "which", "maybe", "perhaps", "never",
    "very", "more", "much", "yet", "another", "even", "still", "also", "losing", "part", "nearly",
])
# fmt: on
"""Words that have a capital only where a sentence begins."""
