"""What tests share: stored expectations, and the command line as a user has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handmade import StandIn
from hypothesis import settings

from quoth.cli import main

EXPECTED = Path(__file__).parent / "expected"

# How long an example may take says nothing on a machine that has other work too.
# The same examples each time, so that a failure is the change's and not the day's.
settings.register_profile("unhurried", deadline=None, derandomize=True)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh", action="store_true", help="write tests/expected anew; read the diff"
    )


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compares a whole output with the file of that name in tests/expected."""

    def compare(name: str, output: str | bytes) -> None:
        found = output if isinstance(output, bytes) else output.encode()
        path = EXPECTED / name
        if request.config.getoption("--refresh"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(found)
        assert found.decode() == path.read_bytes().decode(), "if intended: pytest --refresh"

    return compare


@pytest.fixture
def quoth(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """`quoth("read", "wire.txt")` in an empty folder, with a reader that needs no model."""
    monkeypatch.setattr("quoth.reader.Reader", StandIn)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, prog_name="quoth")

    return run
