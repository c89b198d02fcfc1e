"""What can go wrong with a request: each kind has a name that lasts, as RFC 9457 asks for."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.errors import QuothError


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of problem; `name` is its section in docs/room.md and on the page `/api`."""

    status: int
    name: str
    title: str
    told: str
    """What it means, and what to do, in Markdown."""

    @property
    def type(self) -> str:
        """The URI that names this kind, and leads to what is said of it."""
        return f"/api#{self.name}"


PROBLEMS = {
    each.status: each
    for each in (
        Problem(
            400,
            "cannot-be-asked",
            "That cannot be asked for",
            "A value in the address or in what was sent cannot be used; the detail says which one, "
            "and what to give instead.",
        ),
        Problem(
            401,
            "who-are-you",
            "A token is needed",
            "This room asks for the token that was told when it was opened: in a browser, open "
            "the address with the token once; a program sends it as `Authorization: Bearer`.",
        ),
        Problem(
            403,
            "not-allowed",
            "Not allowed",
            "The request came from a page of another site, and would have changed something; or "
            "the ledger cannot be written, and is open to be read alone.",
        ),
        Problem(
            404,
            "nothing-here",
            "Nothing here",
            "There is no such document, statement, source, list or job, or no such address.",
        ),
        Problem(
            405,
            "not-done-here",
            "Not done here",
            "The address is there, but not for this method; the `Allow` header has those that are.",
        ),
        Problem(
            406,
            "not-told-so",
            "Not told in that form",
            "None of the media types in `Accept` can be told here; the detail has those that can.",
        ),
        Problem(
            408,
            "too-slow",
            "It took too long",
            "What was to be sent did not come in time; send less at once, or try again.",
        ),
        Problem(
            409,
            "changed-meanwhile",
            "It was changed meanwhile",
            "Somebody else has changed what is spoken of since it was seen, and nothing was kept; "
            "see what it is now, and say it again.",
        ),
        Problem(
            412,
            "not-as-it-was",
            "Not as it was",
            "Nothing that is changed here is held against `If-Match`. A correction tells by "
            "`state` what was seen of a document; where that has changed, the answer is 409.",
        ),
        Problem(
            413,
            "too-large",
            "Too large",
            "More was sent than is taken at once; send less, or use the command line, which has "
            "wider bounds.",
        ),
        Problem(414, "too-long", "Too long", "The address is longer than any that is needed."),
        Problem(
            415,
            "not-that-kind",
            "Not that kind",
            "What was sent is of a media type that is not taken here; the detail has others.",
        ),
        Problem(
            421,
            "wrong-host",
            "Not at this address",
            "The request was sent to another name than the room was opened at; use that one.",
        ),
        Problem(
            422,
            "does-not-fit",
            "It does not fit",
            "What was sent was understood, but cannot be done: a document that cannot be read, "
            "words that do not stand where they are said to. The detail says which.",
        ),
        Problem(
            429,
            "too-many",
            "Too many at once",
            "As much is under way as is taken at once; try again after the seconds in "
            "`Retry-After`.",
        ),
        Problem(
            431, "too-much-said", "Headers too large", "The headers are larger than is needed."
        ),
        Problem(
            500,
            "our-fault",
            "Something went wrong",
            "A fault of the program. What it was stands in the terminal where the room was opened; "
            "please report it.",
        ),
        Problem(
            503,
            "not-now",
            "Not now",
            "The ledger cannot be reached just now, since it was moved, is locked by another "
            "program, or the room is being closed; try again after the seconds in `Retry-After`.",
        ),
    )
}
OTHER = Problem(0, "other", "That did not work", "Something else; the detail says what.")


class Refused(QuothError):
    """What is asked for is not done; `status` is that of the answer (RFC 9110)."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
