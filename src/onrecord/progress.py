"""A progress line on stderr: only on a terminal, only when a run takes more than two seconds."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY_S = 2.0


class Bar:
    """Shows the running step and how many reports it has finished."""

    def __init__(self) -> None:
        """Start the clock; nothing shows yet."""
        self._started_s = time.monotonic()
        self._progress: Progress | None = None
        self._on = sys.stderr.isatty()

    def update(self, step: str, done: int) -> None:
        """Say that `step` has finished `done` reports."""
        if not self._on or time.monotonic() - self._started_s < DELAY_S:
            return
        if self._progress is None:
            self._progress = _line()
            self._progress.start()
            self._progress.add_task(step)
        self._progress.update(self._progress.task_ids[0], description=f"{step}: {done} reports")

    def __enter__(self) -> Self:
        """Return the bar."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line off the terminal."""
        if self._progress is not None:
            self._progress.stop()


def _line() -> Progress:
    from rich.console import Console  # slow to load, and most runs show no line
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
