"""What a cue says of its statement: act, stance and polarity."""

from quoth.details.cues.cued import cued

__all__ = ["cued"]
