"""What a document says in detail: what its cues do, how many, and when."""
