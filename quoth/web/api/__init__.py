"""The API described: OpenAPI 3.1 for programs, a page for people, both made of what is served."""
