"""The languages that the reader knows, and what is said of the others."""

from __future__ import annotations

from quoth.errors import UnreadableInput
from quoth.records import Document

KNOWN = "en"
NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def refusal(document: Document) -> UnreadableInput | None:
    """Why `document` is not read, where it says or shows that it is in another language."""
    language = document.language or KNOWN
    code = language.replace("_", "-").split("-")[0].lower()
    if code == KNOWN:
        return None
    called = f"{NAMES[code]} ({code})" if code in NAMES else f'language "{code}"'
    reason = f"written in {called}, and the reader knows English; --any-language reads it anyway"
    return UnreadableInput(document.name, reason)
