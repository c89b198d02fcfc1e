"""RTF, with all tracked changes accepted (Rich Text Format 1.9.1).

Read by our own small reader: no permissive library keeps styles, notes and tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

from quoth.documents.office.paragraphs import Paragraph, document, paragraphs, stated
from quoth.documents.office.rtf_flow import Counter, Flow, Named, Setting, Styles
from quoth.documents.office.rtf_groups import BOXES, HIGH, INFO, ITEMS, LOW, SAYS, SILENT, Group
from quoth.documents.office.rtf_tokens import (
    PAGES,
    SETS,
    SYMBOLS,
    characters,
    code_page,
    tokens,
)
from quoth.documents.office.styles import lists
from quoth.documents.options import Options
from quoth.documents.press.export import split
from quoth.documents.source import Source
from quoth.records import Document, Metadata


def read(source: Source, _options: Options) -> Iterator[Document]:
    """The document in an RTF file; one that is cut off is read up to there."""
    reader = _Reader()
    reader.run(source.data.decode("latin-1"))
    body = reader.body.end(Setting())
    yield from split(document(source.name, body, reader.notes, reader.stated()))


class _Reader:
    """Goes through the tokens with a stack of groups of its own, however deep they stand."""

    def __init__(self) -> None:
        self.styles = Styles()
        self.counter = Counter()
        self.body = Flow(self.styles, self.counter)
        self.notes: dict[str, list[Paragraph]] = {}
        self.group = Group(self.body)
        self._outer: list[Group] = []
        self._raw: list[str] = []
        """Bytes at hand: in some code pages two are one character."""
        self._fallback = 0
        """So many characters that follow stand in for one that was read."""
        self._high = 0
        """The first half of a character beyond the first 65,536."""
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._style = 0
        self._info: dict[str, str] = {}
        self._date: dict[str, int] = {}

    def run(self, data: str) -> None:
        """Take in the whole file; what stands behind its last brace is not of it."""
        for kind, value, number in tokens(data):
            if kind in ("text", "byte"):
                self._text(value)
                continue
            self._flush()
            if kind == "group":
                self._fallback = 0
                self._open() if value == "{" else self._close()
                if not self._outer:
                    break
            elif self._fallback and value != "u":
                self._fallback -= 1
            elif kind == "symbol":
                self._symbol(value)
            elif self.group.says != "skip":
                self._word(value, number)
        self._flush()
        while self._outer:
            self._close()

    def stated(self) -> Metadata:
        """What the file says of itself."""
        say = self._info.get
        return stated(say("title"), [say("author")], say("creatim"), say("revtim"))

    def _text(self, value: str) -> None:
        dropped = min(self._fallback, len(value))
        self._fallback -= dropped
        if dropped < len(value):
            self.group.fresh = False
            self._raw.append(value[dropped:])

    def _flush(self) -> None:
        if self._raw:
            raw = "".join(self._raw)
            self._raw.clear()
            self._say(characters(raw, self.group.page or self._page))

    def _say(self, text: str) -> None:
        group = self.group
        if group.says == "text":
            if not (group.hidden or group.deleted or group.repeats):
                group.flow.current.add(text, group.bold)
        elif group.says == "field":
            group.instruction.append(text)
        elif group.says == "style":
            self._entry.name += text.replace(";", "")
        elif group.says in ("title", "author"):
            self._info[group.says] = self._info.get(group.says, "") + text

    @property
    def _entry(self) -> Named:
        return self.styles.named.setdefault(self._style, Named())

    def _open(self) -> None:
        self._outer.append(self.group)
        self.group = copy(self.group)
        self.group.setting = copy(self.group.setting)
        self.group.opens, self.group.fresh, self.group.starred = "", True, False
        if self.group.says == "styles":
            self._style, self.group.says = 0, "style"

    def _close(self) -> None:
        if not self._outer:
            return
        closed, self.group = self.group, self._outer.pop()
        if not closed.opens:
            return
        items = closed.flow.end(closed.setting)
        flow = self.group.flow
        if closed.opens == "text boxes":
            flow.boxes += items
        elif items and not (self.group.deleted or self.group.hidden):
            key = str(len(self.notes))
            flow.current.refer(key)
            self.notes[key] = [p for item in items for p in paragraphs(item)]

    def _symbol(self, value: str) -> None:
        if value == "*":
            self.group.starred = True
        elif value in SYMBOLS:
            self.group.fresh = False
            self._say(SYMBOLS[value])

    def _word(self, word: str, number: int | None) -> None:
        group = self.group
        first, group.fresh = group.fresh, False
        if first and self._destination(word):
            return
        if first and group.starred:  # a destination that only newer programs know
            group.says = "skip"
        elif word in SYMBOLS:
            self._say(SYMBOLS[word])
        elif word == "u":
            self._unicode(number or 0)
        elif group.says == "text":
            self._in_text(word, number)
        elif group.says in ("fonts", "style", *INFO):
            self._in_tables(word, number or 0)
        elif word == "ansicpg":
            self._page = code_page(number or 0)

    def _destination(self, word: str) -> bool:
        """Whether the word begins a destination; then the group is that from here on."""
        group = self.group
        if word in ITEMS:
            self._outer[-1].setting.listed = True
        if word in SILENT:
            group.says = "skip"
        elif word in SAYS:
            group.says = SAYS[word]
        elif word == "field":
            group.instruction = []
        elif word == "fldrslt":
            group.repeats |= lists("".join(group.instruction))
        elif word == "footnote":
            self._begin("footnotes")
        elif word in BOXES:
            self._begin("text boxes")
        else:
            return False
        return True

    def _begin(self, part: str) -> None:
        """A note or a box begins; a box in a box, which no program makes, is of that box."""
        group = self.group
        group.says, group.setting = "text", Setting()
        if group.flow.part != part:
            group.opens, group.flow = part, Flow(self.styles, self.counter, part)

    def _unicode(self, number: int) -> None:
        number %= 1 << 16
        if number >> 10 == HIGH:
            self._high = number
        elif number >> 10 == LOW:
            pair = chr(self._high) + chr(number)
            self._high = 0
            self._say(pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        else:
            self._say(chr(number))
        self._fallback = self.group.fallback

    def _in_text(self, word: str, number: int | None) -> None:
        group = self.group
        flow, setting, on = group.flow, group.setting, number != 0
        match word:
            case "par" | "sect":
                flow.end_paragraph(setting, group.deleted)
            case "cell":
                flow.end_cell(setting)
            case "nestcell":
                flow.end_paragraph(setting)
            case "row":
                flow.end_row()
            case "pard":
                group.setting = Setting()
            case "plain":
                group.bold = group.hidden = group.deleted = False
                group.page = ""
            case "b":
                group.bold = on
            case "v":
                group.hidden = on
            case "deleted":
                group.deleted = on
            case "f":
                group.page = self._fonts.get(number or 0, "")
            case "uc":
                group.fallback = max(number or 0, 0)
            case "ftnalt":
                flow.part = group.opens = "endnotes"
            case "ansicpg":
                self._page = code_page(number or 0)
            case "ansi" | "mac" | "pc" | "pca":
                self._page = SETS[word]
            case _:
                setting.set(word, number or 0)

    def _in_tables(self, word: str, number: int) -> None:
        """In the table of fonts, the style sheet, and the dates."""
        group = self.group
        match word:
            case "f":
                self._font = number
            case "fcharset" if number in PAGES:
                self._fonts[self._font] = PAGES[number]
            case "cpg":
                self._fonts[self._font] = code_page(number)
            case "s":
                self._style = number
            case "cs" | "ds" | "ts":
                group.says = "nothing"
            case "sbasedon":
                self._entry.based = number
            case "outlinelevel" if 0 <= number < 9:
                self._entry.level = number + 1
            case "yr" | "mo":
                self._date[word] = number
            case "dy":
                year, month = self._date.get("yr", 0), self._date.get("mo", 0)
                self._info[group.says] = f"{year:04}-{month:02}-{number:02}"
