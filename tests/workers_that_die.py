"""Stand-ins for the work of a batch worker, for tests: they die, hang or fail where a name says."""

from __future__ import annotations

import os
import signal
import time

from ungraph.batch.outcome import Outcome
from ungraph.batch.sources import Source
from ungraph.pipeline import BuildOptions

__all__ = ["build_or_die"]


def build_or_die(sources: tuple[Source, ...], options: BuildOptions) -> list[Outcome]:
    """An outcome for each source, unless one is called kill, hang or defect."""
    for source in sources:
        if "kill" in source.name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hang" in source.name:
            time.sleep(60)
        if "defect" in source.name:
            raise KeyError(source.name)
    return [Outcome(source.name, graph=source.name, nquads=b"") for source in sources]
