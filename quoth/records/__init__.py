"""The records that pass through the program: small, typed, frozen.

Offsets are in characters (Unicode code points) of `Document.text`, which is never changed.
Behaviour lives in the folders named after what they do; nothing here imports from them.
"""

from quoth.records.document import (
    BODY,
    GAP,
    UNREAD,
    Block,
    BlockKind,
    Document,
    Found,
    Layout,
    Metadata,
    Passage,
    Place,
    Reference,
    Span,
)
from quoth.records.reading import (
    Act,
    Bound,
    Cued,
    Date,
    Figure,
    Form,
    Kind,
    Polarity,
    Reading,
    Source,
    Stance,
    Statement,
    TimeType,
)

__all__ = [
    "BODY",
    "GAP",
    "UNREAD",
    "Act",
    "Block",
    "BlockKind",
    "Bound",
    "Cued",
    "Date",
    "Document",
    "Figure",
    "Form",
    "Found",
    "Kind",
    "Layout",
    "Metadata",
    "Passage",
    "Place",
    "Polarity",
    "Reading",
    "Reference",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "TimeType",
]
