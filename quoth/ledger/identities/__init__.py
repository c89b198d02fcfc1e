"""Who is who across documents: profiles of sources, and whom they are proposed to be."""

from __future__ import annotations

from quoth.ledger.identities.evidence import Identity
from quoth.ledger.identities.names import Entry, Names, NamesError, read_names
from quoth.ledger.identities.profile import Profile, profiles
from quoth.ledger.identities.proposing import Also, Judge, Proposal, in_turn, propose

__all__ = [
    "Also",
    "Entry",
    "Identity",
    "Judge",
    "Names",
    "NamesError",
    "Profile",
    "Proposal",
    "in_turn",
    "profiles",
    "propose",
    "read_names",
]
