"""Pictures of the reading room: eight pages, in three widths, light and dark.

    python -m docs.room_pictures FOLDER

reads the examples into a ledger in FOLDER (one that is there already is taken), links their
sources, puts events together and compares quotations, opens the room over it, and takes each page
in Chromium (the system's, or the one that QUOTH_CHROMIUM names; `pip install playwright pillow`).
A picture is `PAGE-WIDTH-THEME.png`. With `--docs` those that the docs show are put there too.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from benchmarks.served import Room

ROOT = Path(__file__).resolve().parent.parent
SIZES = {390: 844, 1280: 800, 1920: 1080}
"""Widths and heights of a phone, a laptop and a projector, in pixels."""
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 128
"""A picture of letters needs no more, and is a third as large."""
SHOWN = (
    ("reading", 1280, "light"),
    ("reading", 1280, "dark"),
    ("quotation", 1280, "light"),
    ("beside", 1280, "light"),
)
"""The pictures that the docs show."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with Room(ledger_in(given.folder)) as room, sync_playwright() as playwright:
        chromium = os.environ.get("QUOTH_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = addresses(room.address)
        for theme in THEMES:
            for width, height in SIZES.items():
                size = ViewportSize(width=width, height=height)
                context = browser.new_context(
                    viewport=size, color_scheme=theme, reduced_motion="reduce"
                )
                for name, address in pages.items():
                    page = context.new_page()
                    page.goto(room.address + address, wait_until="load")
                    if name in READY:
                        READY[name](page)
                    picture = packed(page.screenshot())
                    (given.folder / f"{name}-{width}-{theme}.png").write_bytes(picture)
                    if given.docs and (name, width, theme) in SHOWN:
                        put = ROOT / "docs" / "pictures" / f"{name}-{width}-{theme}.png"
                        put.parent.mkdir(exist_ok=True)
                        put.write_bytes(picture)
                    page.close()
                context.close()
        browser.close()


def ledger_in(folder: Path) -> Path:
    """The ledger of the examples, made if it is not there."""
    ledger = folder / "room.db"
    if not ledger.exists():
        examples = ROOT / "examples"
        files = [
            *examples.glob("*.html"),
            *examples.glob("*.pdf"),
            *(examples / "attack").iterdir(),
        ]
        for command in (
            ("add", *sorted(map(str, files))),
            ("link",),
            ("events",),
            ("compare", "quotations"),
        ):
            run = [sys.executable, "-m", "quoth", *command, "--ledger", str(ledger)]
            subprocess.run(run, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return ledger


def addresses(room: str) -> dict[str, str]:
    """The eight pages by what they are called."""

    def told(address: str) -> dict[str, list[dict[str, str]]]:
        while True:
            try:
                with urllib.request.urlopen(room + address) as answer:
                    found: dict[str, list[dict[str, str]]] = json.load(answer)
                return found
            except urllib.error.HTTPError as error:
                if error.code != 503:
                    raise
                time.sleep(1)  # the ledger is being counted

    event = told("/events.json?order=largest")["events"][0]["number"]
    documents = told("/new.json?limit=100")["documents"]
    number = {Path(each["name"]).name: each["number"] for each in documents}
    quotation = told("/quotations.json?order=gravest")["utterances"][0]["statement"]
    identity = told("/sources.json?by=identity")["identities"][0]["number"]
    read = number["orlany-broadcasting.html"]
    return {
        "first": "/",
        "reading": f"/documents/{read}#s4",
        "beside": f"/documents/{number['ferry-wire.pdf']}#s2",
        "search": "/search?q=market",
        "identity": f"/identities/{identity}",
        "quotation": f"/quotations/{quotation}",
        "event": f"/events/{event}",
        "review": "/review?least_sure=20",
    }


def counted(page: Page) -> None:
    while not page.locator(".numbers").count():
        page.reload()


def chosen(page: Page) -> None:
    page.locator("#card").wait_for()


def beside(page: Page) -> None:
    page.get_by_role("button", name="The original beside it").click()
    frame = page.frame_locator("#beside iframe")
    frame.locator(".sheet:not([aria-busy]) canvas").first.wait_for()


def compared(page: Page) -> None:
    page.locator("[data-waiting]").first.wait_for(state="detached", timeout=300_000)


READY: dict[str, Callable[[Page], None]] = {
    "first": counted,
    "reading": chosen,
    "beside": beside,
    "event": compared,
}
"""What is done, or waited for, before a page is taken."""


def packed(picture: bytes) -> bytes:
    packed = io.BytesIO()
    taken = Image.open(io.BytesIO(picture)).convert("RGB")
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(packed, "png", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    main()
