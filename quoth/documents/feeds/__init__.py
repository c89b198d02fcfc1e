"""Feeds: a document for each entry."""
