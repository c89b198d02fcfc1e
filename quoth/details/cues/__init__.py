"""What a cue says of its statement: act, stance and polarity, and how sure its words make it."""

from quoth.details.cues.cued import cued
from quoth.details.cues.hedges import commitment

__all__ = ["commitment", "cued"]
