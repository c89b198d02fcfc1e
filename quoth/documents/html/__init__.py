"""Web pages: the article in them, with its structure."""
