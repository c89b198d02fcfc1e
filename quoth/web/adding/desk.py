"""Where documents are handed in: jobs wait in a row, and one thread has them read in turn."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from quoth.aside import Add, Aside, NotRead
from quoth.documents import Options
from quoth.ledger.adding import Kept
from quoth.ledger.errors import READ_ONLY, NotFound
from quoth.web.adding.given import Given
from quoth.web.adding.job import Job
from quoth.web.problems import Refused
from quoth.web.settings import Settings
from quoth.web.telling import plain

REMEMBERED = 200
"""Jobs that are told of; older ones that are over are forgotten."""

log = logging.getLogger(__name__)


class Desk:
    """The jobs of a room, for as long as it is open; it must be closed."""

    def __init__(self, settings: Settings, aside: Aside) -> None:
        self._settings, self._aside = settings, aside
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._last = 0
        self._turns: SimpleQueue[Job | None] = SimpleQueue()
        self._lock = Lock()
        self._folder: Path | None = None
        self._thread: Thread | None = None
        self._uploads = 0

    def take(self, given: Sequence[Given], folder: Path | None = None) -> Job:
        """A new job, which goes with its `folder`. Raises `Refused` where too many wait."""
        with self._lock:
            self._check()
            self._last += 1
            job = self._jobs[self._last] = Job(self._last, given, folder)
            over = [number for number, each in self._jobs.items() if each.over]
            for number in over[: max(len(self._jobs) - REMEMBERED, 0)]:
                del self._jobs[number]
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True)
                self._thread.start()
            self._turns.put(job)
        return job

    def jobs(self) -> list[Job]:
        """The last first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def job(self, number: int) -> Job:
        """Raises `NotFound`."""
        with self._lock:
            if number not in self._jobs:
                raise NotFound(f"job {number}: is not known here; see /add")
            return self._jobs[number]

    def new_folder(self) -> Path:
        """An empty folder for what is sent; `drop` it, or give it to a job."""
        with self._lock:
            self._check()
            if self._uploads >= self._settings.allowance.uploads:
                most = self._settings.allowance.uploads
                raise Refused(429, f"{most} others send files just now; try again in a moment")
            try:
                self._folder = self._folder or Path(tempfile.mkdtemp(prefix="quoth-"))
                made = Path(tempfile.mkdtemp(dir=self._folder))
            except OSError as error:
                raise Refused(503, f"no room for what is sent: {error.strerror}") from None
            self._uploads += 1
        return made

    def sent(self) -> None:
        """What went into a new folder is all there, or will not come."""
        with self._lock:
            self._uploads -= 1

    def close(self) -> None:
        """Stop, and leave no files."""
        for job in self.jobs():
            job.cancelled.set()
        self._turns.put(None)
        if self._thread:
            self._thread.join()  # it looks up twice a second at least
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _check(self) -> None:
        """Raises `Refused` where too much waits already, or nothing can be kept."""
        if not self._settings.writable:
            raise Refused(403, f"{self._settings.ledger}: {READ_ONLY}")
        waiting = [job for job in self._jobs.values() if not job.over]
        allowed = self._settings.allowance
        if len(waiting) >= allowed.jobs:
            raise Refused(429, f"{allowed.jobs} jobs wait to be read already; wait for one to end")
        if sum(job.size for job in waiting) >= allowed.waiting_bytes:
            raise Refused(
                429, "as much waits to be read as there is room for; wait for a job to end"
            )

    def _work(self) -> None:
        while job := self._turns.get():
            try:
                job.begin(_files(job.given, self._options))
                for place, given in enumerate(job.given, 1):
                    if job.cancelled.is_set():
                        break
                    job.opened = place
                    self._add(job, given)
            except Exception as error:  # costs this job, and none of those behind it
                at = job.given[max(job.opened - 1, 0)]
                reason = f"adding it failed ({type(error).__name__}); please report it"
                self._tell(job, Kept(at.name, "failed", reason=reason))
            finally:
                job.end()

    def _add(self, job: Job, given: Given) -> None:
        settings = self._settings
        task = Add(
            settings.ledger,
            given.name,
            str(given.path) if given.path else None,
            given.known,
            self._options,
            settings.allowance.characters,
            settings.model,
            given.any_language,
        )
        try:
            for answer in self._aside.ask(task, settings.allowance.seconds, job.cancelled):
                if isinstance(answer, Kept):
                    self._tell(job, answer)
        except NotRead as failure:
            if not job.cancelled.is_set():
                reason = str(failure).removeprefix(f"{given.name}: ")
                self._tell(job, Kept(given.name, "failed", reason=reason))

    def _tell(self, job: Job, kept: Kept) -> None:
        """Files that are given in the terminal fail there too."""
        job.tell(replace(kept, reason=kept.reason and plain(kept.reason)))
        if kept.state == "failed" and not self._settings.kept:
            log.info("%s: %s", kept.name, kept.reason)

    @property
    def _options(self) -> Options:
        return Options(limits=self._settings.allowance.limits)


def _files(given: Sequence[Given], options: Options) -> list[Given]:
    return [file for each in given for file in _inside(each, options)]


def _inside(given: Given, options: Options) -> Iterator[Given]:
    """The files in a folder of this machine; anything else is one."""
    from quoth.documents.archives.folders import files_in

    files = []
    if given.path is None and Path(given.name).is_dir():
        files = list(files_in(Path(given.name), options))
    yield from (replace(given, name=str(file)) for file in files) if files else [given]
