"""`python -m benchmarks.peers install` makes the environment that the peers run in."""

from __future__ import annotations

import argparse
import subprocess
import tomllib
import venv

from benchmarks.peers import ENVIRONMENT, PYTHON, ROOT


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("action", choices=["install"])
    parser.parse_args()
    install()


def install() -> None:
    """Install what the extra `benchmarks` in pyproject.toml pins into a fresh `.peers/`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = project["optional-dependencies"]["benchmarks"]
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *pins], check=True)
    print("installed:", *pins)


if __name__ == "__main__":
    main()
