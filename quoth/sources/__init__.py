"""Mentions to sources: who is who in a document, of what kind, and by what name."""
