"""`quoth serve`: it opens, says where, and ends in one line if it cannot."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from rooms import ledger_with


def test_it_says_where_it_is_open_and_ends_cleanly(tmp_path: Path) -> None:
    ledger = ledger_with(tmp_path / "news.db")
    command = [sys.executable, "-m", "quoth", "serve", "--port", "0", "--ledger", str(ledger)]
    group = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, creationflags=group) as room:
        assert room.stderr
        said = room.stderr.readline()
        address = said.split(" at ")[1].split()[0]
        with urllib.request.urlopen(f"{address}index.json") as answer:
            assert answer.status == 200
        room.send_signal(signal.CTRL_BREAK_EVENT if sys.platform == "win32" else signal.SIGINT)
        assert room.wait(timeout=20) in (0, 130)
        assert "Traceback" not in room.stderr.read()


def test_a_port_in_use_is_one_line(tmp_path: Path, quoth) -> None:
    ledger = ledger_with(tmp_path / "news.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = quoth("serve", "--port", port, "--ledger", os.fspath(ledger))
    assert result.exit_code == 1
    assert f"port {port}: another program listens there" in result.stderr


def test_what_is_no_ledger_is_one_line(tmp_path: Path, quoth) -> None:
    (tmp_path / "notes.txt").write_text("not a ledger at all, only notes", encoding="utf-8")
    result = quoth("serve", "--ledger", "notes.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
