"""What somebody says of a document, out of a request: checked, and then said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from quoth.export.pointed import spans_shown
from quoth.ledger.corrections import Corrected, Touched, touched
from quoth.ledger.records import Action, Part
from quoth.ledger.sitting import Sitting
from quoth.ledger.state import State
from quoth.records import Document, Form, Kind
from quoth.web.asked import LONGEST, BadRequest

WORDS = 50_000
"""Characters of words that are pointed at."""
MOST = 500
"""Sources or mentions in one list."""

NEEDED: Mapping[Action, tuple[str, ...]] = {
    "confirm": ("statement",),
    "reject": ("statement",),
    "edit": ("statement", "part", "words"),
    "set_source": ("statement", "source"),
    "merge": ("sources",),
    "split": ("source", "mentions"),
    "add": ("content",),
}
"""What must be given for each thing that can be said."""
FURTHER: Mapping[Action, tuple[str, ...]] = {
    "set_source": ("kind",),
    "split": ("kind",),
    "add": ("cue", "source_words", "source", "kind", "form"),
}
"""What may be given as well."""
SIGNED = ("action", "who", "why", "state")
AMONG = {"part": get_args(Part), "kind": get_args(Kind), "form": get_args(Form)}
LISTS = ("sources", "mentions")
POINTED = ("words", "content", "cue", "source_words", "mentions")
"""What can be given as words, or as their places."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
FAR = 10**9
"""No text is as long."""


@dataclass(frozen=True)
class Shown:
    """Words as a page shows them: characters (code points) of a block's text there."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Saying:
    """One thing that somebody says of a document."""

    action: Action
    who: str
    why: str
    state: State | None
    """What he saw when he said so; None where he does not tell."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """By the names of NEEDED and FURTHER; words are None where there are none."""

    def say(self, sitting: Sitting) -> None:
        """Raises `NotFound`, `Unfitting`, `Unclear`, `BadRequest`."""
        document = sitting.reading.document
        given = {name: _pointed(document, name, value) for name, value in self.given.items()}
        match self.action:
            case "confirm":
                sitting.confirm(given["statement"])
            case "reject":
                sitting.reject(given["statement"])
            case "edit":
                sitting.edit(given["statement"], given["part"], given["words"])
            case "set_source":
                sitting.set_source(given["statement"], given["source"], given["kind"])
            case "merge":
                sitting.merge_sources(given["sources"])
            case "split":
                sitting.split_source(given["source"], given["mentions"], given["kind"])
            case "add":
                _add(sitting, given)

    def is_overtaken(self, then: Corrected, now: Corrected) -> bool:
        """Has somebody changed what this is said of, between what was seen and now?"""
        differing = touched(then, now)
        if self.given.get("statement") in differing.statements:
            return True
        called = [self.given.get("source"), *self.given.get("sources", ())]
        return any(_differs(key, differing, then, now) for key in called if isinstance(key, str))


def _add(sitting: Sitting, given: Mapping[str, Any]) -> None:
    known = {each.id for each in sitting.reading.statements}
    sitting.add_statement(given["content"], given["source_words"], given["cue"], given["form"])
    if given["source"] is not None:
        [made] = [each.id for each in sitting.reading.statements if each.id not in known]
        sitting.set_source(made, given["source"], given["kind"])


def saying_of(given: Mapping[str, Any], who: str) -> Saying:
    """What is said by an object of JSON or a form. Raises `BadRequest`."""
    action = cast("Action", _text(given, "action"))
    if action not in NEEDED:
        raise BadRequest(f"action: must be one of {', '.join(NEEDED)}")
    needed, further = NEEDED[action], FURTHER.get(action, ())
    for name in given:
        if name not in (*SIGNED, *needed, *further):
            raise BadRequest(f"{name[:40]}: not taken with {action}; {', '.join(needed)} are")
    for name in needed:
        if name not in given:
            raise BadRequest(f"{name}: must be given to {action}")
    values = {name: _value(given, name) for name in (*needed, *further)}
    for name in needed:
        if values[name] is None and (action, name) not in (
            ("set_source", "source"),
            ("edit", "words"),
        ):
            raise BadRequest(f"{name}: must not be empty")
    if action == "edit" and values["part"] == "content" and values["words"] is None:
        raise BadRequest("words: a statement has content; to say that there is none, reject it")
    return Saying(action, *signed(given, who), values)


def signed(given: Mapping[str, Any], who: str) -> tuple[str, str, State | None]:
    """Who says something, why, and what he saw; it is `who` unless another is named there.

    Raises `BadRequest`.
    """
    name, why = (_text(given, said).strip() for said in ("who", "why"))
    for said, text in (("who", name), ("why", why)):
        if CONTROL.search(text):
            raise BadRequest(f"{said}: must have no control characters")
    return name or who, why, state_in(_text(given, "state"))


def state_in(text: str) -> State | None:
    """The state that a reader tells; None where he tells none. Raises `BadRequest`."""
    state = State.written(text)
    if text and state is None:
        raise BadRequest("state: must be one that a page or an answer gave")
    return state


def _value(given: Mapping[str, Any], name: str) -> Any:
    value = given.get(name)
    if name in LISTS:
        return _listed(name, value)
    if isinstance(value, list | dict) and name in POINTED:
        return _places(name, value if isinstance(value, list) else [value])
    text = _text(given, name, WORDS) or None
    if text is not None and name in AMONG and text not in AMONG[name]:
        raise BadRequest(f"{name}: must be one of {', '.join(AMONG[name])}")
    return text


def _listed(name: str, value: Any) -> list[Any]:
    """Several texts; in a form they stand in one field, parted by commas or lines."""
    if isinstance(value, str):
        mark = "," if name == "sources" else "\n"
        value = [each.strip() for each in value.split(mark) if each.strip()]
    if not isinstance(value, list) or not 1 <= len(value) <= MOST:
        raise BadRequest(f"{name}: must be a list of 1 to {MOST}")
    if name in POINTED and not any(isinstance(each, str) for each in value):
        return [_places(name, [each]) for each in value]
    if not all(isinstance(each, str) and 0 < len(each) <= WORDS for each in value):
        raise BadRequest(f"{name}: must be texts, none empty or longer than {WORDS}")
    return value


def _places(name: str, given: list[Any]) -> list[Any]:
    """Places in the text, `[start, end]`, or in blocks as they are shown, of one list."""
    if len(given) > MOST:
        raise BadRequest(f"{name}: at most {MOST} places")
    return [_shown(name, each) if isinstance(each, dict) else _span(name, each) for each in given]


def _span(name: str, value: Any) -> tuple[int, int]:
    whole = isinstance(value, list) and [type(each) for each in value] == [int, int]
    if not whole or not 0 <= value[0] < value[1] <= FAR:
        raise BadRequest(f"{name}: a span is [start, end] with start < end")
    return value[0], value[1]


def _shown(name: str, value: dict[str, Any]) -> Shown:
    numbers = [value.get(each) for each in ("block", "from", "to")]
    if [type(each) for each in numbers] == [int, int, int] and len(value) == 3:
        shown = Shown(*numbers)  # type: ignore[arg-type]  # as was just looked at
        if 0 <= shown.block <= FAR and 0 <= shown.start < shown.end <= FAR:
            return shown
    raise BadRequest(f"{name}: words in a block are its number, and from and to in its text")


def _pointed(document: Document, name: str, value: Any) -> Any:
    """Places as they are shown, as places in the text."""
    if name not in POINTED or not isinstance(value, list):
        return value
    if name in LISTS:
        return [_in_text(document, name, each) for each in value]
    return _in_text(document, name, value)


def _in_text(document: Document, name: str, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    spans: list[tuple[int, int]] = []
    for each in value:
        if not isinstance(each, Shown):
            spans.append(each)
        elif each.block < len(document.blocks):
            found = spans_shown(document, each.block, each.start, each.end)
            spans += [(span.start, span.end) for span in found]
    if not spans:
        raise BadRequest(f"{name}: no words stand there")
    return spans


def _text(given: Mapping[str, Any], name: str, most: int = LONGEST) -> str:
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most:
        raise BadRequest(f"{name}: must be a text of at most {most} characters")
    return value


def _differs(key: str, differing: Touched, then: Corrected, now: Corrected) -> bool:
    if key not in differing.sources:
        return False
    return _who(key, then) != _who(key, now)


def _who(key: str, corrected: Corrected) -> tuple[object, ...] | None:
    """What people know a source by; that it has other mentions now changes nothing of that."""
    for source in corrected.reading.sources:
        if source.id == key:
            return source.kind, source.name, corrected.names.get(key)
    return None
