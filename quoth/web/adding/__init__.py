"""Documents that are added in the room: taken in, read one by one aside, and told as they go."""

from quoth.web.adding.desk import Desk
from quoth.web.adding.given import Given
from quoth.web.adding.job import Job

__all__ = ["Desk", "Given", "Job"]
