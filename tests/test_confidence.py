"""`--min-confidence` keeps what is sure enough, and changes nothing in what is kept."""

import json

import pytest
from click.testing import CliRunner

import quoth
from quoth.cli import main
from quoth.documents import from_text
from quoth.errors import QuothError

TEXT = """Ferry line denies overloading

The ferry had carried at least 40 people too many, a harbour official said on Monday.

Q: Who counted the passengers?

A: The clerk did. He told me there were too many.

Q: What does the line say?

A: It rejects the account. The union is expected to demand an inquiry.
"""


def contents(reader: quoth.Reader) -> dict[str, float]:
    return {s.content.text: s.confidence for s in reader.read(from_text(TEXT)).statements}


def test_less_sure_statements_are_left_out() -> None:
    every = contents(quoth.Reader())
    least = sorted(every.values())[len(every) // 2]

    sure = contents(quoth.Reader(min_confidence=least))

    assert len(every) > 4
    assert 0 < len(sure) < len(every)
    assert sure == {text: share for text, share in every.items() if share >= least}


def test_the_command_leaves_them_out_too() -> None:
    arguments = ["read", "-", "--format", "jsonl", "--min-confidence", "0.85"]
    result = CliRunner().invoke(main, arguments, input=TEXT)

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    shares = [line["confidence"] for line in lines if line["type"] == "statement"]
    assert shares
    assert min(shares) >= 0.85


@pytest.mark.parametrize("share", [-0.1, 1.5, float("nan")])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(QuothError, match="from 0 to 1"):
        quoth.Reader(min_confidence=share)
