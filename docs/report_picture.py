"""Makes the README's picture of a report, for light and for dark pages.

    python docs/report_picture.py

runs `quoth report` on the example event and takes the top of the page, the list of documents
left out, in Chromium, which playwright finds (`pip install playwright pillow`, then `playwright
install chromium` where the system has none).
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 900, 1230
"""In pixels."""
COLOURS = 128
"""A picture of letters needs no more, and is a third as large."""


def main() -> None:
    with TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        files = sorted(file.as_posix() for file in (ROOT / "examples" / "attack").iterdir())
        event = ("--event", "Lantern Market")
        command = [sys.executable, "-m", "quoth", "report", *event, *files, "-o", str(page)]
        subprocess.run(command, cwd=ROOT, check=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            for scheme in ("light", "dark"):
                size = {"width": WIDTH, "height": HEIGHT}
                opened = browser.new_page(viewport=size, color_scheme=scheme)
                opened.goto(page.as_uri())
                opened.add_style_tag(content="#glance .wide, #glance .note { display: none }")
                taken = Image.open(io.BytesIO(opened.screenshot())).convert("RGB")
                picture = taken.quantize(COLOURS, dither=Image.Dither.NONE)
                picture.save(ROOT / "docs" / f"report-{scheme}.png", optimize=True)
            browser.close()


if __name__ == "__main__":
    main()
