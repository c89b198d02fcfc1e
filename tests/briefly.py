"""`quoth serve` as a reader uses it, who looks at its first page and closes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request

BROWSER = {**os.environ, "BROWSER": "true"}
"""Nothing is opened by --open."""


def main() -> None:
    command = [sys.executable, "-m", "quoth", *sys.argv[1:], "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=BROWSER) as room:
        assert room.stderr
        said = room.stderr.readline()
        with urllib.request.urlopen(said.split(" at ")[1].split()[0]) as page:
            assert page.status == 200, page.status
        room.send_signal(signal.SIGINT)
        room.communicate(timeout=60)
        sys.exit(room.returncode not in (0, 130))


if __name__ == "__main__":
    main()
