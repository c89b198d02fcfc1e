"""Reading in a process of its own, for a program that must go on meanwhile.

Reading takes all of a processor and a model in memory; the pages of a room must not wait for
either, and what a hostile document does to its reader must not reach them.
"""

from quoth.aside.process import Aside, NotRead
from quoth.aside.tasks import Account, Add, Read

__all__ = ["Account", "Add", "Aside", "NotRead", "Read"]
