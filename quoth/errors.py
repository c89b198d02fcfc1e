"""Errors of our own: one line that says what was wrong, with which input, and what to do."""

from __future__ import annotations


class QuothError(Exception):
    """Base of all errors that a user can meet; `str()` of it is the whole message."""


class UnreadableInput(QuothError):
    """One input could not be made into a document; others are not affected.

    `reason` says what was wrong and what to do, without the input's name.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnreadableInput], tuple[str, str]]:
        return type(self), (self.name, self.reason)
