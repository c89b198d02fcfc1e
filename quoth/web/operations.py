"""All that the room does besides telling pages."""

from __future__ import annotations

from quoth.web import choices, correcting, lines, original, read_one, sampling
from quoth.web.adding import routes as adding
from quoth.web.api import routes as api
from quoth.web.operation import Operation

OPERATIONS: tuple[Operation, ...] = (
    *api.OPERATIONS,
    *adding.OPERATIONS,
    *read_one.OPERATIONS,
    *lines.OPERATIONS,
    *original.OPERATIONS,
    *correcting.OPERATIONS,
    *choices.OPERATIONS,
    *sampling.OPERATIONS,
)
