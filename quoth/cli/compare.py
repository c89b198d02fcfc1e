"""`quoth compare`: documents side by side."""

from __future__ import annotations

import click

from quoth.cli.compare_claims import compare_claims_command
from quoth.cli.compare_coverage import compare_coverage_command
from quoth.cli.compare_figures import compare_figures_command
from quoth.cli.compare_origins import compare_origins_command
from quoth.cli.compare_quotations import compare_quotations_command


@click.group("compare", epilog="Example: quoth compare quotations monday/*.html")
def compare_group() -> None:
    """Show what no single document does: of an event of the ledger, or of FILES.

    Nothing here says what is true: each finding shows its passages word for word.
    """


compare_group.add_command(compare_claims_command)
compare_group.add_command(compare_coverage_command)
compare_group.add_command(compare_figures_command)
compare_group.add_command(compare_origins_command)
compare_group.add_command(compare_quotations_command)
