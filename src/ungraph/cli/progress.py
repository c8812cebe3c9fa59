"""Progress on standard error: a line that renews itself on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

__all__ = ["Progress"]

_SECONDS_BETWEEN = 0.2


@dataclass(slots=True)
class Progress:
    """Counts what is done of *total* and says the rate and the time left.

    *clock* gives seconds. Nothing is shown when *stream* is no terminal or *quiet* is set.
    """

    total: int
    noun: str = "documents"
    quiet: bool = False
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    failed: int = 0
    _began: float = field(init=False)
    _shown: float = field(init=False)

    def __post_init__(self) -> None:
        self._began = self._shown = self.clock()
        self.quiet = self.quiet or not self.stream.isatty()

    def advance(self, *, failed: bool = False) -> None:
        """One more is done."""
        self.done += 1
        self.failed += failed
        now = self.clock()
        if not self.quiet and now - self._shown >= _SECONDS_BETWEEN:
            self._shown = now
            self.stream.write(f"\r\x1b[K{self.line(now)}")
            self.stream.flush()

    def line(self, now: float) -> str:
        """The line as shown: "120 of 400 documents, 41.0/s, 7 s left, 1 failed"."""
        seconds = max(now - self._began, 1e-9)
        rate = self.done / seconds
        left = (self.total - self.done) / rate if rate else 0
        failed = f", {self.failed} failed" if self.failed else ""
        return (
            f"{self.done:,} of {self.total:,} {self.noun}, {rate:,.1f}/s,"
            f" {_duration(left)} left{failed}"
        )

    def clear(self) -> None:
        """Take the line away."""
        if not self.quiet:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
