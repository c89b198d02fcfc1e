"""The groups of RTF: what holds until a brace closes, and the destinations that they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from quoth.documents.office.rtf_flow import Flow, Setting

INFO = ("title", "author", "creatim", "revtim")
SILENT = frozenset(
    """
    aftncn aftnsep aftnsepc bkmkend bkmkstart colortbl filetbl footer footerf footerl footerr
    ftncn ftnsep ftnsepc header headerf headerl headerr listtext nonesttables nonshppict objclass
    objdata objname pict pn pntext pntxta pntxtb private rxe shprslt tc tcn template txe upr xe
    """.split()  # noqa: SIM905  # one a line would fill a screen
)
"""Destinations whose text is no part of the document."""
ITEMS = ("listtext", "pntext", "pn")
"""Destinations that hold a bullet or a number."""
SAYS = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "info": "nothing",
    "fldinst": "field",
    "shpinst": "nothing",
    "do": "nothing",
    **{word: word for word in INFO},
}
BOXES = ("shptxt", "dptxbxtext")
HIGH, LOW = 0xD800 >> 10, 0xDC00 >> 10
"""How the halves of a character in two begin."""


@dataclass(slots=True)
class Group:
    """What holds until a brace closes."""

    flow: Flow
    says: str = "text"
    """What its text is: `text`, `field`, `fonts`, `styles`, `style`, a word of `INFO`, `nothing`
    (a text box may begin in it) or `skip` (nothing may)."""
    setting: Setting = field(default_factory=Setting)
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    repeats: bool = False
    """Whether it is a list of contents."""
    page: str = ""
    fallback: int = 1
    """So many characters stand in for one that only newer programs know."""
    instruction: list[str] = field(default_factory=list)
    """Of the innermost field."""
    opens: str = ""
    """The part that its flow is, where that begins with it."""
    fresh: bool = True
    """Whether nothing has come in it yet, so that a destination may be named."""
    starred: bool = False
