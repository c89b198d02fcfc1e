"""Document to statements: words, windows, encoder, roles, decoding, relations."""

from quoth.reading.reader import Reader

__all__ = ["Reader"]
