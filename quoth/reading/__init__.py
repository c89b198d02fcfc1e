"""Document to statements and grammar: words, windows, encoder, roles, decoding, parser."""

from quoth.reading.reader import Finder

__all__ = ["Finder"]
