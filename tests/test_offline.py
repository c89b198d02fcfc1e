"""Reading speaks with no other computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

READ = "import quoth, time; quoth.read_text('The mayor denied it.', 'small'); time.sleep(1)"


def test_the_networks_keep_no_session_to_report(tmp_path: Path) -> None:
    """ONNX Runtime's telemetry begins by a file of its session in the folder for such files."""
    given = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    given.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", READ], env=given, check=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_reading_opens_no_connection(tmp_path: Path) -> None:
    told = tmp_path / "calls"
    watch = ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(told)]
    done = subprocess.run([*watch, sys.executable, "-c", READ], capture_output=True)
    if done.returncode:
        pytest.skip("strace may not watch here")
    assert "AF_INET" not in told.read_text("utf-8")
