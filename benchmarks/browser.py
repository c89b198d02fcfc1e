"""The browser that pages are measured in, the same that tests look at them with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = next(
    filter(
        None,
        (
            os.environ.get("QUOTH_CHROMIUM"),
            *map(shutil.which, ("chromium", "chromium-browser", "google-chrome")),
        ),
    ),
    None,
)
"""The one that QUOTH_CHROMIUM names, else the system's; None where there is neither."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium, or the one that came with Playwright where there is no other."""
    from playwright.sync_api import sync_playwright  # late: the help needs none

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
