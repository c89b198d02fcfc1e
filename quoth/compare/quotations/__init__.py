"""The same utterance across documents, in any wording near it, and how its versions differ."""

from quoth.compare.quotations.comparing import closeness, compare
from quoth.compare.quotations.records import GRAVITY, MEANING, Change, Difference, Kind, Quoted
from quoth.compare.quotations.words import Wording, wording

__all__ = [
    "GRAVITY",
    "MEANING",
    "Change",
    "Difference",
    "Kind",
    "Quoted",
    "Wording",
    "closeness",
    "compare",
    "wording",
]
