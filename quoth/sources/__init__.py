"""Mentions to sources: who is who in a document, of what kind, and by what name."""

from __future__ import annotations

from quoth.sources.who import sources, with_sources

__all__ = ["sources", "with_sources"]
