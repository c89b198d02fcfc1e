"""The reading room: a ledger as pages and as an API, on the user's own machine.

`room` makes the application (ASGI), `serve` runs it. A page is declared once (`page.Page`) and
told twice at one address: as HTML, and as JSON with `.json` behind it.
"""

from quoth.web.room import room
from quoth.web.settings import Settings

__all__ = ["Settings", "room"]
