"""A profile as text that a ledger keeps, and back."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from quoth.ledger.identities.profile import Profile

LISTS = ("other_names", "descriptions", "context", "around")
LEFT_OUT = ("document", "source", "ties")
"""What the row says itself, or what only the reader knew."""


def as_text(profile: Profile) -> str:
    """JSON of what a profile holds, without what is empty."""
    kept = {k: v for k, v in asdict(profile).items() if v and k not in LEFT_OUT}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str, document: int, source: str) -> Profile:
    """The profile that `as_text` made."""
    kept = json.loads(text)
    known = {field.name for field in fields(Profile)}
    values: dict[str, Any] = {
        k: tuple(v) if k in LISTS else v for k, v in kept.items() if k in known
    }
    return Profile(document=document, source=source, **values)
