"""Programs that do part of what Quoth does, each run as it is meant to be run.

They live in an environment of their own, `.peers/`, because what they ask for and what Quoth's
own development asks for cannot be installed together.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".peers"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
"""The interpreter that the peers run under."""
WITHOUT_ENTITIES = "--without-entities"
"""Leaves spaCy's named entities out: they change nothing in the quotations that the peers find."""
