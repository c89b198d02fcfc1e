"""Where the room is open unless it is told otherwise.

It stands apart from `quoth.web`, which would load Starlette for every command.
"""

LOCAL = "127.0.0.1"
PORT = 8000
