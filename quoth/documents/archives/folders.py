"""The files in a folder, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from quoth.documents.options import Options

BESIDE = frozenset(
    """
    .avi .bin .class .css .dll .ds_store .eot .exe .ico .js .map .m4a .mjs .mov .mp3 .mp4 .o .ogg
    .otf .pyc .so .svg .ttf .wav .webm .woff .woff2
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
IMAGES = frozenset(".bmp .gif .jpeg .jpg .png .tif .tiff .webp".split())  # noqa: SIM905
UNASKED = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""What systems put into archives."""


def is_beside(name: str, options: Options) -> bool:
    """Whether a file in a folder or an archive is what pages need and no text: it is passed over.

    What is named by the user is never asked this.
    """
    suffix = PurePath(name).suffix.lower()
    image = suffix in IMAGES and not options.ocr
    return image or suffix in BESIDE or name.startswith(UNASKED)


def files_in(folder: Path, options: Options) -> Iterator[Path]:
    """All texts below `folder`; hidden files are passed over, links to folders not followed."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            path = Path(where, file)
            if not file.startswith(".") and not is_beside(file, options) and path.is_file():
                yield path
