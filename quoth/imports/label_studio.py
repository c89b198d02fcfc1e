"""Label Studio's own JSON, as it exports what `quoth.export.label_studio` made.

Who submits a task says that it is right as it stands: statements that were exported and are left
in it count as confirmed, but for those with a verdict of their own. A task that nobody submitted
gives the prediction of ours, if it has one, and confirms nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from quoth.errors import UnreadableInput
from quoth.export.label_studio import META, MODEL
from quoth.imports.assembly import Wrong
from quoth.imports.index import exported_from
from quoth.imports.label_studio_regions import Regions
from quoth.imports.records import Marked

_Fields = dict[str, Any]
_HINT = "export the project from Label Studio as JSON, not JSON-MIN or CSV"


def read(path: Path) -> Iterator[Marked | UnreadableInput]:
    """What each annotator marked in each task of an exported file, task by task.

    A task in which anything does not fit comes as one UnreadableInput, with nothing of it read.

    Raises UnreadableInput where `path` is no such export.
    """
    if path.is_dir():
        raise UnreadableInput(str(path), f"is a folder; name a JSON file in it, or {_HINT}")
    try:
        with path.open("rb") as stream:
            number = 0
            for number, fields in enumerate(ijson.items(stream, "item", use_float=True), 1):
                yield from _task(path, number, fields)
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read: {error.strerror}") from None
    except (ijson.JSONError, UnicodeDecodeError):
        raise UnreadableInput(str(path), f"this is not JSON throughout; {_HINT}") from None
    if not number:
        raise UnreadableInput(str(path), f"no tasks in it; {_HINT}")


def _task(path: Path, number: int, fields: Any) -> Iterator[Marked | UnreadableInput]:
    name = f"task {fields.get('id', number)}" if isinstance(fields, dict) else f"task {number}"
    try:
        text = fields["data"]["text"]
        if not isinstance(text, str):
            raise TypeError
        meta = fields.get("meta") or {}
        exported = exported_from(meta[META], text) if META in meta else None
        submitted = [
            each for each in fields.get("annotations", ()) if not each.get("was_cancelled")
        ]
        whole = submitted or [_ours(fields.get("predictions", ()))]
        found = [(_who(each), each["result"]) for each in whole if each]
    except (KeyError, TypeError, AttributeError, ValueError):
        yield UnreadableInput(str(path), f"{name}: not as it was exported; {_HINT}")
        return
    for who, results in found:
        try:
            statements, sources = Regions(text, results).assembled(bool(submitted)).done()
        except Wrong as wrong:
            yield UnreadableInput(str(path), f"{name}: {wrong}")
        else:
            yield Marked(
                exported.document if exported else name,
                text,
                statements,
                sources,
                made_from=exported.made_from if exported else None,
                who=who,
                file=str(path),
                exported=exported,
            )


def _ours(predictions: Any) -> _Fields | None:
    """The first prediction of ours; Label Studio may export them as mere numbers."""
    for each in predictions:
        if isinstance(each, dict) and str(each.get("model_version")).startswith(MODEL):
            return each
    return None


def _who(annotation: _Fields) -> str | None:
    """The address or number of who submitted it."""
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        return who.get("email") or _who({"completed_by": who.get("id")})
    return None if who is None else f"Label Studio user {who}"
