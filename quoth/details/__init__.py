"""What a document says in detail: what its cues do, how many, and when."""

from quoth.details.detailed import detailed

__all__ = ["detailed"]
