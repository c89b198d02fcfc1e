"""What a publisher changed between versions of a document, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rich.text import Text

from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.details import Fields
from quoth.export.shown import copy_fields, copy_label
from quoth.export.view import Pen, Screen
from quoth.ledger.comparing import Change, History, Step
from quoth.records import Passage, Statement

_SIGNS = {"added": "+", "dropped": "-", "altered": "~", "other_source": "~"}
_INSET = "    "


def history_view(history: History, screen: Screen | None = None) -> Iterator[str]:
    """Each step with what changed: `+` added, `-` dropped, `~` altered or of another source.

    Words that went stand in `[-…-]`, words that came in `{+…+}`.
    """
    pen = Pen(screen or Screen())
    if not history.steps:
        [only] = history.versions
        yield pen.draw(pen.wrapped(Text(f"One version: {copy_label(only)}."), pen.width))
    for step in history.steps:
        yield pen.draw(_head(step, pen))
        for change in step.changes:
            yield pen.draw(_drawn(change, step, pen))


def history_json(history: History) -> str:
    """The versions and the steps between them as one object."""
    return json_line(
        {
            "type": "history",
            "versions": [copy_fields(each) for each in history.versions],
            "steps": [
                {
                    "before": step.before.document,
                    "after": step.after.document,
                    "unchanged": step.unchanged,
                    "otherwise": step.otherwise,
                    "changes": [_change_fields(each) for each in step.changes],
                }
                for step in history.steps
            ],
        }
    )


def _change_fields(change: Change) -> Fields:
    return {
        "change": change.kind,
        "parts": list(change.parts),
        "before": _statement_fields(change.before),
        "after": _statement_fields(change.after),
    }


def _statement_fields(statement: Statement | None) -> Fields | None:
    if statement is None:
        return None
    return {
        "id": statement.id,
        "source": statement.source and statement.source.text,
        "cue": statement.cue and statement.cue.text,
        "content": statement.content.text,
        "form": statement.form,
    }


def _head(step: Step, pen: Pen) -> Iterator[Text]:
    line = Text.assemble(("━━ ", "dim"), (f"version {step.after.version}", "bold"))
    yield line + Text(" " + "━" * (pen.width - line.cell_len - 1), style="dim")
    yield from pen.wrapped(Text(f"before  {copy_label(step.before)}"), pen.width)
    yield from pen.wrapped(Text(f"after   {copy_label(step.after)}"), pen.width)
    changed = f"{len(step.changes)} changed" if step.changes else "no statement changed"
    otherwise = f", {step.otherwise} only read otherwise" if step.otherwise else ""
    yield Text(f"{changed}, {step.unchanged} as they were{otherwise}")
    yield Text()


def _drawn(change: Change, step: Step, pen: Pen) -> Iterator[Text]:
    ids = [
        f"{copy.document}:{each.id}"
        for copy, each in ((step.before, change.before), (step.after, change.after))
        if each
    ]
    label = change.kind.replace("_", " ")
    differing = f" ({', '.join(change.parts)})" if change.parts else ""
    yield Text.assemble(
        (f"{_SIGNS[change.kind]} {label}", "bold"), f"{differing}  {' → '.join(ids)}"
    )
    words = Text(" ").join(
        part
        for name in ("source", "cue", "content")
        if (
            part := _part(
                getattr(change.before, name, None), getattr(change.after, name, None), change
            )
        )
    )
    for line in pen.wrapped(words, pen.width - len(_INSET)):
        yield Text.assemble(_INSET, line)
    yield Text()


def _part(before: Passage | None, after: Passage | None, change: Change) -> Text:
    """One part of a statement, with its changed words marked."""
    old = one_line(before.text).split() if before else []
    new = one_line(after.text).split() if after else []
    if change.before is None or change.after is None:
        return Text(" ".join(old or new))
    pieces: list[Text] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Text(" ".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Text(f"[-{' '.join(old[a:b])}-]", style="red"))
        if c < d:
            pieces.append(Text(f"{{+{' '.join(new[c:d])}+}}", style="green"))
    return Text(" ").join(pieces)
