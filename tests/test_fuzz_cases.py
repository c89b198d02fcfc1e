"""What the fuzzers found stays mended, and they find what is planted."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.fuzz.families import FAMILIES, Family, family_named
from benchmarks.fuzz.invariants import wrong_with
from benchmarks.fuzz.mutation import mutated
from quoth.documents import Limits, Options, open_documents
from quoth.documents.source import Source
from quoth.documents.text import plain
from quoth.records import Block, Document, Span

CASES = sorted((Path(__file__).parent / "fuzz_cases").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_ends_in_a_reading_or_in_one_line(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcomes = open_documents(case.read_bytes(), case.name, Options(Limits(seconds=10)))

    assert [wrong for outcome in outcomes for wrong in wrong_with(outcome)] == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_samples_are_valid_before_they_are_broken(family: Family) -> None:
    for data in family.made():
        outcomes = list(open_documents(data, "case" + family.suffixes[0]))

        assert any(isinstance(each, Document) and each.blocks for each in outcomes)
        assert [wrong for each in outcomes for wrong in wrong_with(each)] == []


def test_the_same_seed_breaks_in_the_same_way() -> None:
    def broken(seed: int) -> list[bytes]:
        samples, random = family_named("archives").made(), Random(seed)
        return [mutated(sample, random, samples, ()) for sample in samples * 5]

    assert broken(1) == broken(1) != broken(2)


def test_what_does_not_hold_together_is_named() -> None:
    document = next(plain.read(Source("a.txt", b"The mayor said no.\n"), Options()))
    beyond = Block("paragraph", (Span(5, 90),))

    assert list(wrong_with(document)) == []
    broken = Document("a\nb", document.text, (*document.blocks, beyond), document.layout)
    assert list(wrong_with(broken)) == [
        "a name is not one line of text",
        "a span is empty or outside the text",
        "spans overlap",
    ]


def test_a_planted_fault_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = pytest.importorskip("benchmarks.fuzz.trial", exc_type=ImportError)  # needs Unix
    monkeypatch.setattr("quoth.documents.opening.parsed", trial.unguarded)
    assert trial.problem(b"The mayor said no.\n", "a.txt") is None

    monkeypatch.setattr(plain, "is_binary", lambda data: data[99])

    assert str(trial.problem(b"The mayor said no.\n", "a.txt")).startswith("IndexError in plain.py")
