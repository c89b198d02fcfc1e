"""The whole account of a document: whose word each sentence is, and what stands on nobody's."""

from quoth.account.account import Account, account
from quoth.account.own import Label, OwnVoice, unsourced
from quoth.account.shares import Share
from quoth.account.voices import Sentence, Voice, voices

__all__ = [
    "Account",
    "Label",
    "OwnVoice",
    "Sentence",
    "Share",
    "Voice",
    "account",
    "unsourced",
    "voices",
]
