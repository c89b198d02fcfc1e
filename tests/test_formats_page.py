"""docs/formats.md tells of each exchange format what it keeps and what it leaves out."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from quoth.export import brat, label_studio, web_annotation, xmi

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("heading", "format_"),
    [
        ("brat", brat),
        ("UIMA CAS XMI (INCEpTION)", xmi),
        ("Label Studio", label_studio),
        ("Web Annotation", web_annotation),
    ],
)
def test_the_page_says_what_a_format_keeps(heading: str, format_: ModuleType) -> None:
    [section] = re.findall(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S)
    kept, _ = section.split("Left out: ")
    rows = re.findall(r"^\| (.+) \| (.+) \|$", kept, re.M)[2:]

    assert dict(rows) == format_.CARRIES
    assert f"Left out: {'; '.join(format_.LEAVES_OUT)}." in section
