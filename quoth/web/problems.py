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

    @property
    def type(self) -> str:
        """The URI that names this kind, and leads to what is said of it."""
        return f"/api#{self.name}"


PROBLEMS = {
    each.status: each
    for each in (
        Problem(400, "cannot-be-asked", "That cannot be asked for"),
        Problem(401, "who-are-you", "A token is needed"),
        Problem(403, "not-allowed", "Not allowed"),
        Problem(404, "nothing-here", "Nothing here"),
        Problem(405, "not-done-here", "Not done here"),
        Problem(406, "not-told-so", "Not told in that form"),
        Problem(408, "too-slow", "It took too long"),
        Problem(409, "changed-meanwhile", "It was changed meanwhile"),
        Problem(413, "too-large", "Too large"),
        Problem(415, "not-that-kind", "Not that kind"),
        Problem(421, "wrong-host", "Not at this address"),
        Problem(422, "does-not-fit", "It does not fit"),
        Problem(429, "too-many", "Too many at once"),
        Problem(500, "our-fault", "Something went wrong"),
        Problem(503, "not-now", "Not now"),
    )
}
OTHER = Problem(0, "other", "That did not work")


class Refused(QuothError):
    """What is asked for is not done; `status` is that of the answer (RFC 9110)."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
