"""Writes the schemas and their section in docs/formats.md: `python -m docs.schemas`."""

from __future__ import annotations

from docs.schemas.writing import wanted


def main() -> None:
    for path, text in wanted().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
