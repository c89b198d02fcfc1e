"""`quoth text` as a user has it."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXTS = ["", "no line end", "Zeile\r\nneu\n\n", "escape \x1b[31m", "ferry ⛴ c\u0327a\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_prints_the_text_byte_for_byte(quoth, text):
    Path("page.txt").write_bytes(text.encode())

    assert quoth("text", "page.txt").stdout_bytes == text.encode()


def test_reads_standard_input(quoth):
    assert quoth("text", "-", stdin="Grüße".encode()).stdout == "Grüße"


def test_writes_utf_8_whatever_came_in(quoth):
    Path("latin.txt").write_bytes(
        'The café\'s owner said: "Déjà vu." She left.\n'.encode("latin-1")
    )

    assert quoth("text", "latin.txt", "-o", "out.txt").stdout == ""
    assert Path("out.txt").read_bytes().decode().startswith("The café's owner")


def test_says_in_one_line_what_cannot_be_read(quoth):
    result = quoth("text", "missing.txt")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quoth: missing.txt: no such file; check the path\n"
