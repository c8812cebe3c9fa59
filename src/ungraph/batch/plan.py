"""Plan: which documents of a corpus are new, changed, unchanged or gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from ungraph.batch.ledger import Entry
from ungraph.batch.parts import part_key
from ungraph.batch.sources import Source, find_sources
from ungraph.errors import DocumentError
from ungraph.pipeline import BuildOptions

__all__ = ["Plan", "Task", "make_plan"]

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Task:
    """A document to build: its source and the entry to complete (key and digest are there)."""

    source: Source
    entry: Entry


@dataclass(slots=True)
class Plan:
    """What there is to do; *touched* are entries whose file has a new date but the same bytes."""

    new: list[Task] = field(default_factory=list)
    changed: list[Task] = field(default_factory=list)
    retried: list[Task] = field(default_factory=list)
    unchanged: int = 0
    touched: list[Entry] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def tasks(self) -> list[Task]:
        """All documents to build, by root and name."""
        return sorted((*self.new, *self.changed, *self.retried), key=lambda t: t.entry.place)

    @property
    def total(self) -> int:
        """How many documents were found."""
        return len(self.new) + len(self.changed) + len(self.retried) + self.unchanged


def make_plan(
    inputs: Iterable[Path],
    known: dict[tuple[str, str], Entry],
    options: BuildOptions,
    *,
    retry_failed: bool = False,
) -> Plan:
    """Compare the files below *inputs* with the entries *known*.

    A file counts as unchanged when its size and date are the same, or else its bytes; and when
    the program and the options are the same. A document is gone when the folder (or file) it was
    found by is among *inputs* and it is not there any more; what came from other folders stays.
    """
    plan = Plan()
    seen: set[tuple[str, str]] = set()
    roots: set[str] = set()
    for path in inputs:
        root = str(path.resolve())
        roots.add(root)
        try:
            sources, left_out = find_sources([path])
        except DocumentError:
            if not any(place[0] == root for place in known):
                raise
            sources, left_out = [], []  # a folder that was built before and is gone as a whole
        plan.left_out += left_out
        for source in sources:
            place = (root, source.name)
            if place not in seen:
                seen.add(place)
                _sort_in(plan, place, source, known.get(place), options, retry_failed)
    plan.gone = sorted(place for place in known if place[0] in roots and place not in seen)
    return plan


def _sort_in(
    plan: Plan,
    place: tuple[str, str],
    source: Source,
    before: Entry | None,
    options: BuildOptions,
    retry_failed: bool,
) -> None:
    try:
        stat = source.path.stat()
        size, changed = stat.st_size, stat.st_mtime_ns
        same = before is not None and (before.size, before.changed) == (size, changed)
        digest = before.digest if before and same else _digest(source.path)
    except OSError:
        size, changed, digest = 0, 0, ""  # building it reports why it cannot be read
    key = part_key(source.path.name, digest, options)
    entry = Entry(*place, size, changed, digest, key)
    if before is None:
        plan.new.append(Task(source, entry))
    elif before.key != key:
        plan.changed.append(Task(source, entry))
    elif before.failure and retry_failed:
        plan.retried.append(Task(source, entry))
    else:
        plan.unchanged += 1
        if not same and digest:
            plan.touched.append(replace(before, size=size, changed=changed))


def _digest(path: Path) -> str:
    total = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            total.update(chunk)
    return total.hexdigest()
