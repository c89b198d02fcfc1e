"""What all commands have in common."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from handmade import WIRE

from quoth.cli import main

HERE = Path(__file__).parent

QUOTH = """
import sys, time, handmade, quoth.reader
class Reader(handmade.StandIn):
    def read_each(self, items):
        print("ready", file=sys.stderr, flush=True)
        time.sleep({pause})
        return super().read_each(items)
quoth.reader.Reader = Reader
from quoth.cli import main
main(prog_name="quoth")
"""


def process(*arguments: str, pause: float = 0, **environment: str) -> subprocess.Popen[bytes]:
    """A real process, for what only happens between processes."""
    path = os.pathsep.join([str(HERE), str(HERE.parent)])
    return subprocess.Popen(
        [sys.executable, "-c", QUOTH.format(pause=pause), *arguments],
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts if os.name != "nt" else None,
    )


def heed_interrupts() -> None:
    """What runs in the background of a script is born deaf to Ctrl-C, and so are its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_tells_its_version(quoth):
    from quoth import __version__

    assert quoth("--version").stdout == f"quoth {__version__}\n"


def test_version_is_that_of_the_package():
    import tomllib

    from quoth import __version__

    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands)])
def test_help_ends_with_an_example(quoth, command):
    result = quoth(*command, "--help")

    assert result.exit_code == 0
    assert result.stdout.rstrip().splitlines()[-1].startswith("  Example: quoth ")


@pytest.mark.parametrize(
    "arguments", [("read",), ("red",), ("read", "--format", "xml", "a"), ("text", "a", "b")]
)
def test_wrong_usage_takes_one_line(quoth, arguments):
    result = quoth(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("quoth: ")
    assert result.stderr.count("\n") == 1


def test_alone_it_shows_its_help(quoth):
    result = quoth()

    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: quoth")


LISTING = ("documents", "events", "find", "identities", "outlets", "sources")
"""Commands that list what there is of a kind."""


@pytest.mark.parametrize("name", ["ledger", "limit", "output", "kinds"])
def test_commands_that_list_have_the_same_options(name):
    options = [
        (option.opts, option.metavar, option.multiple, option.required, option.default)
        + (() if name == "kinds" else (option.help,))
        for command in LISTING
        for option in main.commands[command].params
        if option.name == name
    ]
    assert len(options) == (3 if name == "kinds" else len(LISTING))
    assert all(option == options[0] for option in options)


def test_names_cannot_command_the_terminal(quoth):
    result = quoth("text", "evil\x1b[31m\nname")

    assert result.stderr.startswith("quoth: evil␛[31m name: ")


def test_output_is_utf_8_whatever_the_locale(quoth, expected):
    Path("wire.txt").write_text(WIRE, encoding="utf-8", newline="")

    running = process("read", "wire.txt", LC_ALL="C", PYTHONIOENCODING="ascii")

    expected("read.txt", running.communicate()[0])


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_closed_pipe_ends_it_quietly(quoth):
    Path("long.txt").write_text("a line\n" * 100_000, encoding="utf-8")

    running = process("text", "long.txt")
    running.stdout.readline()
    running.stdout.close()

    assert running.stderr.read() == b""
    assert running.wait() == 141
    running.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_takes_one_line(quoth):
    running = process("read", "-", pause=60)
    running.stderr.readline()
    running.send_signal(signal.SIGINT)

    assert running.communicate()[1] == b"quoth: stopped\n"
    assert running.returncode == 130


class TestOutputFile:
    def test_holds_what_would_have_been_printed(self, quoth, expected):
        Path("wire.txt").write_text(WIRE, encoding="utf-8", newline="")

        assert quoth("read", "wire.txt", "-o", "out.txt").stdout == ""
        expected("read.txt", Path("out.txt").read_bytes())

    def test_keeps_its_old_contents_when_nothing_could_be_read(self, quoth):
        Path("out.txt").write_text("old", encoding="utf-8")

        quoth("text", "missing.txt", "-o", "out.txt")

        assert Path("out.txt").read_text(encoding="utf-8") == "old"
        assert list(Path().iterdir()) == [Path("out.txt")]

    def test_in_a_missing_folder_is_told_in_one_line(self, quoth):
        Path("wire.txt").write_text(WIRE, encoding="utf-8")

        result = quoth("read", "wire.txt", "-o", "nowhere/out.txt")

        assert result.stderr == "quoth: nowhere/out.txt: cannot write: No such file or directory\n"
        assert result.exit_code == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
    def test_to_a_full_disk_is_told_in_one_line(self, quoth):
        Path("wire.txt").write_text(WIRE, encoding="utf-8")

        result = quoth("text", "wire.txt", "-o", "/dev/full")

        assert result.stderr == "quoth: /dev/full: cannot write: No space left on device\n"
        assert result.exit_code == 1
