"""`quoth review`: statements one by one, judged by single keys."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from select import select
from subprocess import Popen

import pytest
from click.testing import Result
from handmade import WIRE

from quoth.cli.keys import Keys
from quoth.ledger import open_ledger
from quoth.ledger.corrections import action_of

Quoth = Callable[..., Result]


@pytest.fixture
def review(quoth: Quoth) -> Callable[..., Result]:
    """`review("yn", "--random", "3")` in a ledger of one document with six statements."""
    Path("wire.txt").write_text(WIRE)
    quoth("add", "wire.txt")

    def run(keys: str, *options: str) -> Result:
        return quoth("review", *options, "--who", "ida", stdin=keys.encode())

    return run


def said() -> list[str]:
    with open_ledger("quoth.db") as kept:
        return [
            f"{action_of(line.correction.change)} "
            f"{getattr(getattr(line.correction.change, 'statement', None), 'key', '-')}"
            for line in kept.corrections()
            if line.undoing is None
        ]


def test_a_statement_is_shown_in_its_context_with_lines_under_its_parts(
    review: Callable[..., Result], expected: Callable[[str, str], None]
) -> None:
    result = review("", "--least-sure", "3")
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80
    expected("review.txt", result.output)


def test_the_least_sure_come_first_and_each_key_is_kept(review: Callable[..., Result]) -> None:
    result = review("yn q")
    assert said() == ["confirm s6", "reject s5"]
    assert result.output.endswith("1 right, 1 wrong, 1 skipped; 3 left\n")


def test_the_unsure_are_found_without_looking_at_all(review: Callable[..., Result]) -> None:
    with open_ledger("quoth.db") as kept:
        kept.store.run("UPDATE statements SET confidence = 0.3 WHERE key IN ('s2', 's4')")
        kept.store.run("UPDATE statements SET confidence = 0.2 WHERE key = 's3'")
        keys = [[item.key for item in kept.to_review(most)] for most in (2, 4)]
    assert keys == [["s3", "s2"], ["s3", "s2", "s4", "s6"]]


def test_what_is_judged_is_not_shown_again(review: Callable[..., Result]) -> None:
    review("yyyy")
    assert "1 of 2 " in review("").output
    review("yy")
    assert review("y").output == "nothing left to review\n"


def test_a_random_sample_goes_on_where_it_was_left(review: Callable[..., Result]) -> None:
    first = review("  ", "--random", "3", "--seed", "7").output
    assert "1 of 3 " in first
    review("y", "--random", "3", "--seed", "7")
    assert "1 of 2 " in review("", "--random", "3", "--seed", "7").output
    assert review("q", "--random", "3").output.startswith("to go on later: --random 3 --seed ")


def test_some_are_chosen_by_words_by_source_or_by_document(review: Callable[..., Result]) -> None:
    assert "1 of 1 ━━ 1:s4" in review("", "--find", "list").output
    assert "1 of 1 ━━ 1:s2" in review("", "wire.txt", "--source", "operator").output
    assert "17: no such document" in review("", "17").output


def test_undo_goes_back_to_the_statement(review: Callable[..., Result]) -> None:
    result = review("unu")
    assert "nothing said yet" in result.output
    assert "undone: 1:s6 rejected: “It was … the last”" in result.output
    assert result.output.count("1 of 6 ") == 2
    assert said() == []
    assert result.output.endswith("nothing said; 6 left\n")


def test_a_part_is_edited_and_shown_again(review: Callable[..., Result]) -> None:
    result = review("ecIt was reportedly the last\neu-\ny")
    assert said() == ["edit s6", "edit s6", "confirm s6"]
    assert "1:s6, edited" in result.output
    assert "cue     none" in result.output


def test_words_that_are_not_there_are_told_and_asked_again(review: Callable[..., Result]) -> None:
    result = review("ecno such words\ny")
    assert '"no such words" does not stand in the text' in result.output
    assert said() == ["confirm s6"]


def test_somebody_else_answers_for_it(review: Callable[..., Result]) -> None:
    result = review("sIda Lund\n ")
    assert "p3      one man (unnamed person)" in result.output
    assert "source  none → Ida Lund" in result.output
    assert said() == ["set_source s6"]


def test_a_missing_statement_is_added(review: Callable[..., Result]) -> None:
    result = review("akilling at least 31\nsinks\n\nq")
    assert said() == ["add -"]
    assert result.output.endswith("1 added; 6 left\n")


def test_help_and_other_keys(review: Callable[..., Result]) -> None:
    result = review("?x")
    assert "u      undo the last thing said, and go back to it" in result.output
    assert "no such key; ? shows them" in result.output


def test_stopping_leaves_everything_kept(
    review: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys: Iterator[str] = iter("yn")

    def key(_: Keys) -> str:
        for each in keys:
            return each
        raise KeyboardInterrupt

    monkeypatch.setattr(Keys, "key", key)
    result = review("")
    assert result.exit_code == 130
    assert "1 right, 1 wrong; 4 left" in result.output
    assert said() == ["confirm s6", "reject s5"]


def test_a_sample_is_walked_with_its_passages(quoth: Quoth, review: Callable[..., Result]) -> None:
    quoth("sample", "--statements", "6", "--passages", "2", "--seed", "3")
    result = review("yyyyyn" + "y", "--sample", "1")
    assert "nothing is missing" in result.output
    assert len(said()) == 6
    assert review("y", "--sample", "1").output == "nothing left to review\n"
    assert "9: no such sample" in review("", "--sample", "9").output


def test_a_passage_asks_first_for_what_begins_in_it(
    quoth: Quoth, review: Callable[..., Result]
) -> None:
    quoth("sample", "--statements", "6", "--passages", "2", "--seed", "3")
    with open_ledger("quoth.db") as kept:
        passage = next(each.item for each in kept.reviewed(1) if each.item.what == "passage")
    first = "y" * (passage.number - 1) + "akilling at least 31\n\n\n"
    result = review(first + "y" * 9, "--sample", "1")
    assert result.output.endswith("1 added; 0 left\n")
    assert review("y", "--sample", "1").output == "nothing left to review\n"


def test_options_that_exclude_each_other(review: Callable[..., Result]) -> None:
    result = review("", "--random", "3", "--least-sure", "4")
    assert result.exit_code == 2
    assert "give one of --least-sure, --random and --sample" in result.output
    assert "--sample has its own statements" in review("", "wire.txt", "--sample", "1").output


@pytest.mark.skipif(os.name == "nt", reason="a terminal of a POSIX system")
def test_single_keys_in_a_terminal_need_no_enter(review: Callable[..., Result]) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "quoth", "review", "--who", "ida"]
    root = str(Path(__file__).parent.parent)
    with Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "PYTHONPATH": root}
    ) as process:
        os.close(theirs)
        until(ours, b"q quit > ", b"")
        until(ours, b"q quit > ", b"y")
        until(ours, b"stopped", b"\x03")
        assert process.wait(10) == 130
    os.close(ours)
    assert said() == ["confirm s6"]


def until(terminal: int, words: bytes, key: bytes) -> None:
    """Press a key until `words` are seen; a terminal drops what is typed too early."""
    seen = b""
    for _ in range(9):
        if key:
            os.write(terminal, key)
        while words not in seen and select([terminal], [], [], 3)[0]:
            seen += os.read(terminal, 4096)
        if words in seen:
            return
    raise AssertionError(seen.decode())
