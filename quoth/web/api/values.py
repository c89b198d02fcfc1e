"""The values that addresses take, each told once."""

from __future__ import annotations

from typing import Any, get_args

from quoth.models import MODELS
from quoth.records import Act, Form, Kind
from quoth.web.api.parts import TEXT, WHOLE, Schema, among, many

COUNTING: Schema = {"type": "integer", "minimum": 1}

VALUES: dict[str, tuple[str, Schema]] = {
    "q": ('Words that must all occur; "a phrase", begin*, this OR that, -without', TEXT),
    "source": ("Words of the source or its name", TEXT),
    "outlet": ("Words of the outlet's name", TEXT),
    "kind": ("Kind of the source; several may be given", many(among(get_args(Kind)))),
    "act": ("What the source does; several may be given", many(among(get_args(Act)))),
    "form": ("Form of the statement; several may be given", many(among(get_args(Form)))),
    "since": ("Published then or later: 2031, 2031-03, 2031-03-02", TEXT),
    "until": ("Published then or before", TEXT),
    "figure": ("What one of its figures meets: >=40, 10..50, >5%", TEXT),
    "best": ("1: the best first, of the newest 2,000", TEXT),
    "texts": ("1: documents by their whole text instead", TEXT),
    "confidence": ("Statements at least so sure, from 0 to 1", TEXT),
    "unsourced": ("1: mark what stands on nobody's word", TEXT),
    "limit": ("So many at most", COUNTING),
    "page": ("Which page of the list, from 1", COUNTING),
    "before": ("The page of what stands before this number; `Link` has it", WHOLE),
    "after": ("The page of what stands behind this number, or what comes behind it", WHOLE),
    "model": ("What reads it", among(MODELS)),
    "any_language": ("1: read what is not English too; it means little", TEXT),
    "number": ("The number of what is meant", WHOLE),
    "job": ("The number of the job", WHOLE),
    "document": ("Of this document alone", WHOLE),
    "conflicts": ("1: those alone that could not be carried over to a new reading", TEXT),
    "id": ("What a correction is called, as its line says", TEXT),
    "order": ("In which order", TEXT),
    "name": ("The name, as it is kept", TEXT),
    "by": ("Counted by identity, or by what sources are called", TEXT),
    "least_sure": ("So many of the least sure", COUNTING),
    "random": ("So many at random", COUNTING),
    "seed": ("The same seed draws the same", WHOLE),
    "sample": ("The number of a sample", COUNTING),
    "passage": ("The number of a passage in it", COUNTING),
    "find": ("Words of the statements", TEXT),
    "who": ("Who is asked", TEXT),
    "at": ("Which one of them is shown", TEXT),
    "statement": ("The id of a statement of the document, as s12", TEXT),
    "blocks": ("Numbers of blocks, parted by commas", TEXT),
    "called": ("A statement or source of a document, as 17:s12 or 17:p3", TEXT),
}
"""What each means and what it may be."""
KINDS: dict[str, Schema] = {"int": WHOLE}
"""Of values in a path, as Starlette names them."""

HEADERS: dict[str, Any] = {
    "ETag": {"description": "Names the state of what is told (RFC 9110)", "schema": TEXT},
    "Link": {"description": "The pages beside this one (RFC 8288)", "schema": TEXT},
    "Location": {"description": "Where to go on", "schema": TEXT},
}


def value(name: str, kind: str = "") -> dict[str, Any]:
    """What a value of that name is, for a parameter."""
    told, schema = VALUES.get(name, ("", TEXT))
    schema = KINDS.get(kind, schema)
    return {**({"description": told} if told else {}), "schema": schema}
