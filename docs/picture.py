"""Makes the README's picture of the terminal view, for light and for dark pages.

    python docs/picture.py

runs `quoth read examples/ferry-wire.txt` and draws what it prints, the middle left out.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = ("read", "examples/ferry-wire.txt")
WIDTH = 80
FIRST_LINES = 36

Colour = tuple[int, int, int]


def theme(background: Colour, text: Colour, bar: Colour) -> TerminalTheme:
    """A terminal's colours; the view uses but one of them, magenta, the sixth."""
    colours = [text] * 5 + [bar] + [text] * 2
    return TerminalTheme(background, text, colours, colours)


THEMES = {
    "light": theme((255, 255, 255), (36, 41, 47), (163, 21, 140)),
    "dark": theme((22, 27, 34), (220, 226, 232), (230, 120, 210)),
}


def printed() -> list[str]:
    """The lines of the view with a terminal's escape codes."""
    command = [sys.executable, "-m", "quoth", *ARGUMENTS]
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().rstrip("\n").split("\n")


def shortened(lines: list[str]) -> list[str]:
    """The first statements and the foot, which begins with a rule."""
    foot = max(n for n, line in enumerate(lines) if "───" in line)
    if foot <= FIRST_LINES:
        return lines
    # Cut between two statements, where the view leaves a line empty.
    last = max(n for n, line in enumerate(lines[:FIRST_LINES]) if not line)
    return [*lines[:last], "", " ⋮", "", *lines[foot:]]


def main() -> None:
    console = Console(record=True, file=io.StringIO(), width=WIDTH, force_terminal=True)
    for line in shortened(printed()):
        console.print(Text.from_ansi(line), soft_wrap=True)
    for name, colours in THEMES.items():
        title = " ".join(("quoth", *ARGUMENTS))
        svg = console.export_svg(title=title, theme=colours, clear=False, unique_id="quoth")
        # The picture fetches nothing: the page's own fixed-width font will do.
        svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
        svg = svg.replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
        (ROOT / "docs" / f"picture-{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
