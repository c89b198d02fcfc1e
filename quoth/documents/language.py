"""Which language a document is in: by its words, since what pages state of it is often wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from quoth.documents.metadata import merged
from quoth.records import BODY, Document, Found, Metadata

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""So many characters of the body decide."""
ENGLISH = frozenset(
    """
    a about after all and any are as at be been before but by could did for from had has have he her
    his how in into is it its more no not of on one only or our out over said she so than that the
    their them there they this to two under up was we were what when which who will with would you
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
PLAINLY = 0.3
"""With such a share of these words a text is English; other languages stay below 0.12."""
FEWEST = 25
"""Letters that a judgement needs; the detector says least in short headlines."""
SURE = 0.8
"""Probability from which on the detector is believed; its doubtful calls are mostly wrong."""
NONE = frozenset(("zxx", "pcm"))
"""What the detector calls lines of names: no language, and Nigerian Pidgin."""


def recognised(document: Document) -> Document:
    """`document`, with the language of its words where they tell it.

    The detector is py3langid (Lui and Baldwin, ACL 2012), asked only where the commonest English
    words are missing.
    """
    language = _language(document)
    stated = document.language or ""
    if language is None or stated.split("-")[0].lower() == language:
        return document
    # The words are heard before what is stated: nobody sees a wrong `lang`, and many are.
    rest = replace(document.metadata, language=None)
    return replace(document, metadata=merged(rest, Metadata(language=Found(language, "text"))))


def _language(document: Document) -> str | None:
    text = _sample(document)
    words = WORD.findall(text)
    if sum(map(len, words)) < FEWEST:
        return None
    if sum(word.lower() in ENGLISH for word in words) > PLAINLY * len(words):
        return "en"
    language, probability = _detector().classify(text)
    latin = sum(word[0] < "\u0250" for word in words) > len(words) / 2
    sure = probability >= SURE or not latin
    return language if sure and language not in NONE else None


def _sample(document: Document) -> str:
    parts: list[str] = []
    length = 0
    for block in document.blocks:
        if block.kind in BODY:
            for span in block.spans:
                parts.append(document.text[span.start : min(span.end, span.start + SAMPLE)])
                length += len(parts[-1])
        if length > SAMPLE:
            break
    return "\n".join(parts)[:SAMPLE]


@cache
def _detector() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
