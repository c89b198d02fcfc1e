"""By what candidates are looked up in an index, so that nobody is compared with everybody."""

from __future__ import annotations

from hashlib import blake2b

from quoth.ledger.identities.profile import Profile
from quoth.ledger.identities.wording import letters
from quoth.sources.matching import SMALL

LATEST = 200
"""So many of the latest sources under a name, and documents under a word, are looked at."""
EVENTS = 20
"""So many documents that share most such words count as being about the same event."""
MEMBERS = 12
"""So many of the latest profiles of an identity speak for it."""
EVENT = 8
"""So many of the words that tell most of a document lead to others about the same."""


def name_keys(profile: Profile) -> tuple[str, ...]:
    """Under what a source is kept: every word of its names, and their first letters."""
    words = (word for name in profile.names for word in name if word not in SMALL)
    initials = (f"{letters(name)}." for name in profile.names if len(name) > 1)
    return tuple(dict.fromkeys((*words, *initials)))


def looked_up(profile: Profile) -> tuple[str, ...]:
    """Under what others may be kept who are the same: as `name_keys`, with acronyms both ways."""
    short = (f"{name[0]}." for name in profile.names if len(name) == 1)
    long = (letters(name) for name in profile.names if len(name) > 1)
    return tuple(dict.fromkeys((*name_keys(profile), *short, *long)))


def event_keys(profile: Profile) -> tuple[str, ...]:
    """Under what the document is kept, and others about the same event may be found."""
    return profile.context[:EVENT]


def checksum(key: str) -> int:
    """The key as an integer of 64 bits, which takes less room and tells no words."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
