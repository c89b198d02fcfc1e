"""Plain text and Markdown, also as converters leave it."""
