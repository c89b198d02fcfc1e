"""What the commands that compare share: documents of an event, from files or from the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quoth.cli.ledger_option import ledger_option
from quoth.cli.opening import opening_options
from quoth.cli.output import open_output, output_option
from quoth.cli.reading import Inputs, screen
from quoth.models import MODELS

if TYPE_CHECKING:
    from quoth.cli.output import Output
    from quoth.compare import Event
    from quoth.export.view import Screen

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument("files", metavar="[FILE]...", nargs=-1),
    ledger_option,
    click.option(
        "--event",
        metavar="NAME",
        help="Name or number of an event of the ledger; with files, what they are called.",
    ),
    click.option(
        "--model",
        type=click.Choice(MODELS),
        default=MODELS[0],
        help="What reads files: standard (default), or small: faster, and less right.",
    ),
    click.option("--any-language", is_flag=True, help="Read files that are not English too."),
    opening_options,
    output_option,
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(("view", "json")),
    default="view",
    help="view for people (default); json for programs, an object for each event.",
)


def event_options(command: Command) -> Command:
    """Adds files, ledger, event and the options of opening; `Compared` takes them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def comparing_options(command: Command) -> Command:
    """Adds the options of an event, and view or JSON."""
    return event_options(_FORMAT(command))


class Compared:
    """What a command compares: the files given as one event, else events of the ledger."""

    def __init__(self, given: dict[str, Any], stack: ExitStack) -> None:
        """`given` are the values of `comparing_options`; what is opened is closed with `stack`."""
        self._given = given
        self._stack = stack
        self.failed = False
        """Some file could not be read; known when all events have been asked for."""
        files = given["files"]
        self._inputs = (
            Inputs(files, given["model"], given["any_language"], given["output"], given, stack)
            if files
            else None
        )

    @property
    def out(self) -> Output:
        if self._inputs:
            return self._inputs.out
        return self._stack.enter_context(open_output(self._given["output"]))

    def events(self) -> Iterator[Event]:
        """Each event with its documents. Raises `QuothError`."""
        from quoth.compare import Event, from_readings

        if self._inputs:
            told = from_readings(reading for reading, _ in self._inputs)
            self.failed = self._inputs.failed
            yield Event(self._given["event"] or "files", told)
            return
        yield from self._of_ledger()

    def _of_ledger(self) -> Iterator[Event]:
        from quoth.cli.output import complain
        from quoth.compare import Event, from_ledger
        from quoth.ledger import open_ledger

        ledger = self._stack.enter_context(
            open_ledger(self._given["ledger"], create=False, read_only=True)
        )
        called = self._given["event"]
        if not called and (left := len(ledger.ungrouped())):
            complain(f"{left:,} documents are not in events yet; `quoth events` does it")
        for found in [ledger.event(called)] if called else ledger.events():
            yield Event(found.name, from_ledger(ledger, found.documents), found.number)


def show_events(
    context: click.Context,
    given: dict[str, Any],
    form: str,
    find: Callable[[Event], Any],
    as_json: Callable[[Event, Any], str],
    as_view: Callable[[Event, Any, Screen], Iterable[str]],
    *,
    full: bool = False,
    picture: str | None = None,
    draw: Callable[[Event, Any], str | None] = lambda *_: None,
) -> None:
    """Write what is found in each event, draw it where that is asked, and exit with the status."""
    if picture and Path(picture) == Path("-"):
        raise click.UsageError("--picture needs the name of a file")
    with ExitStack() as stack:
        compared = Compared(given, stack)
        events: Iterable[Event] = compared.events()
        if picture:
            events = tuple(events)
            if len(events) != 1:
                raise click.UsageError("--picture draws one event; name it by --event")
        out = compared.out
        for event in events:
            found = find(event)
            if form == "json":
                out.data(as_json(event, found))
            else:
                for piece in as_view(event, found, screen(out, full)):
                    out.write(piece)
            if picture and (drawn := draw(event, found)) is not None:
                with open_output(picture) as file:
                    file.write(drawn)
    context.exit(1 if compared.failed else 0)
