"""The command line: one file for each command."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

import quoth
from quoth.cli.account import account_command
from quoth.cli.add import add_command
from quoth.cli.check import check_command
from quoth.cli.compare import compare_group
from quoth.cli.correct import correct_command, corrections_command, undo_command
from quoth.cli.documents import documents_command
from quoth.cli.evaluate import evaluate_command
from quoth.cli.events import event_command, events_command
from quoth.cli.export import export_command
from quoth.cli.find import find_command
from quoth.cli.formats import formats_command
from quoth.cli.history import history_command
from quoth.cli.identities import (
    differ_command,
    identities_command,
    identity_command,
    link_command,
    names_command,
    same_command,
)
from quoth.cli.import_ import import_command
from quoth.cli.ledger import ledger_group
from quoth.cli.outlets import outlets_command
from quoth.cli.output import ClosedPipe, Said, complain
from quoth.cli.read import read_command
from quoth.cli.remove import remove_command
from quoth.cli.report import report_command
from quoth.cli.reread import reread_command
from quoth.cli.review import review_command
from quoth.cli.sample import sample_command
from quoth.cli.serve import serve_command
from quoth.cli.show import show_command
from quoth.cli.sources import sources_command
from quoth.cli.text import text_command
from quoth.cli.verify import verify_command
from quoth.errors import QuothError

STOPPED = 130
"""Exit status after Ctrl-C, as shells expect it: 128 + SIGINT."""

CLOSED = 141
"""Exit status when nobody reads the output any more: 128 + SIGPIPE."""


class Main(click.Group):
    """A group whose errors take one line on standard error."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # before click prints a line of its own
            raise click.Abort from None

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        extra["standalone_mode"] = False
        try:
            status = super().main(args, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.UsageError as error:
            _stop(_with_help(error), error.exit_code)
        except click.ClickException as error:
            _stop(error.format_message(), error.exit_code)
        except QuothError as error:
            _stop(str(error), 1)
        except click.Abort:
            _stop("stopped", STOPPED)
        except ClosedPipe:
            sys.exit(CLOSED)
        sys.exit(status if isinstance(status, int) else 0)


def _with_help(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "quoth"
    return f"{error.format_message().rstrip('.')}; see {command} --help"


def _stop(message: str, status: int) -> NoReturn:
    complain(message)
    sys.exit(status)


@click.group(
    cls=Main,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: quoth read article.html",
)
@click.version_option(quoth.__version__, message="quoth %(version)s")
def main() -> None:
    """Read news and show who says what, on whose word."""
    log = logging.getLogger("quoth")
    log.handlers = [Said(logging.INFO)]
    log.setLevel(logging.INFO)


main.add_command(read_command)
main.add_command(account_command)
main.add_command(check_command)
main.add_command(compare_group)
main.add_command(verify_command)
main.add_command(serve_command)
main.add_command(report_command)
main.add_command(text_command)
main.add_command(find_command)
main.add_command(documents_command)
main.add_command(sources_command)
main.add_command(outlets_command)
main.add_command(link_command)
main.add_command(identities_command)
main.add_command(identity_command)
main.add_command(names_command)
main.add_command(same_command)
main.add_command(differ_command)
main.add_command(event_command)
main.add_command(events_command)
main.add_command(show_command)
main.add_command(history_command)
main.add_command(formats_command)
main.add_command(add_command)
main.add_command(reread_command)
main.add_command(remove_command)
main.add_command(correct_command)
main.add_command(undo_command)
main.add_command(corrections_command)
main.add_command(review_command)
main.add_command(ledger_group)
main.add_command(sample_command)
main.add_command(evaluate_command)
main.add_command(export_command)
main.add_command(import_command)
