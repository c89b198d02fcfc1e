"""Tables and streams of records: a document for each row."""
