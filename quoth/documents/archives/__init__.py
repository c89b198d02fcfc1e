"""Archives, packed files and archives of web pages."""
