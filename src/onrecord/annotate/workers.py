"""Work on several processors: it is done in processes of their own, and what it makes comes back in order."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

from onrecord.errors import SetupError

T = TypeVar("T")
R = TypeVar("R")


class Workers:
    """So many processes that read reports at once; with one there is none beside the caller's own.

    Each loads the models for itself, which takes seconds and some 300 MB. The work and what it is given are pickled.
    """

    def __init__(self, jobs: int = 1) -> None:
        """Start nothing yet."""
        self._jobs = jobs
        self._pool = None if jobs == 1 else _pool(jobs)

    def __enter__(self) -> Self:
        """Return the workers, which end with the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; what has not begun is left."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Yield what the work makes of each item, in order, taking few more items than there are processes.

        Raises what the work raises, and SetupError when a process was ended from outside.

        >>> with Workers() as workers:
        ...     list(workers.each(len, ["dam", "ferry"]))
        [3, 5]
        """
        if self._pool is None:
            yield from map(work, items)
            return
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                waiting.append(self._pool.submit(work, item))
                if len(waiting) > self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise SetupError(
                "a process that reads reports was ended from outside, most likely for want of memory; give fewer --jobs"
            ) from error


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Processes are started afresh: the models' threads do not outlive a fork.
    return ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, gc.get_threshold())


def _prepare(*collecting: int) -> None:
    """Leave an interrupt from the keyboard to the process that waits, and collect garbage as seldom as that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*collecting)
