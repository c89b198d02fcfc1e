"""Cues, figures and dates against the marks of people.

    python -m benchmarks.details cues [--held]

Prints a table in Markdown; `--held`: of the third that is looked at only at the end.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks import marked_cues

TABLES = {"cues": marked_cues.table}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=sorted(TABLES))
    parser.add_argument("--held", action="store_true", help="the third looked at only at the end")
    options = parser.parse_args(arguments)
    try:
        print(TABLES[options.what](options.held))
    except FileNotFoundError as error:
        print(f"details: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
