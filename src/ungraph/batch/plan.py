"""Plan: which documents of a corpus are new, changed, unchanged or gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from ungraph.batch.archived import entries_inside, iter_inside
from ungraph.batch.ledger import ArchiveEntry, Entry
from ungraph.batch.parts import part_key
from ungraph.batch.sources import Source, find_sources
from ungraph.errors import DocumentError
from ungraph.pipeline import BuildOptions

__all__ = ["Plan", "Task", "make_plan"]

_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Task:
    """A document to build: its source and the entry to complete (key and digest are there).

    One of an *archive* gets its bytes when its turn comes; *position* is its place there.
    """

    source: Source
    entry: Entry
    archive: Source | None = None
    position: int = 0

    @property
    def turn(self) -> tuple[str, str, int]:
        """Tasks are done by root and name, those of an archive in its order."""
        container = self.archive or self.source
        return self.entry.root, container.name, self.position


@dataclass(slots=True)
class Plan:
    """What there is to do; *touched* are entries whose file has a new date but the same bytes.

    *archives* are to be noted when all tasks are done, *gone_archives* to be forgotten.
    """

    new: list[Task] = field(default_factory=list)
    changed: list[Task] = field(default_factory=list)
    retried: list[Task] = field(default_factory=list)
    unchanged: int = 0
    touched: list[Entry] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    archives: list[ArchiveEntry] = field(default_factory=list)
    gone_archives: list[tuple[str, str]] = field(default_factory=list)

    @property
    def tasks(self) -> list[Task]:
        """All documents to build, by root and name."""
        return sorted((*self.new, *self.changed, *self.retried), key=lambda task: task.turn)

    @property
    def total(self) -> int:
        """How many documents were found."""
        return len(self.new) + len(self.changed) + len(self.retried) + self.unchanged


def make_plan(
    inputs: Iterable[Path],
    known: dict[tuple[str, str], Entry],
    options: BuildOptions,
    *,
    archives: Mapping[tuple[str, str], ArchiveEntry] = MappingProxyType({}),
    retry_failed: bool = False,
) -> Plan:
    """Compare the files below *inputs* with the entries *known* and the *archives* read before.

    A file counts as unchanged when its size and date are the same, or else its bytes; and when
    the program and the options are the same. An archive that is unchanged is not opened; of one
    that is changed, each document is compared. A document is gone when the folder (or file) it
    was found by is among *inputs* and it is not there any more; what came from other folders
    stays.
    """
    planning = _Planning(known, archives, options, retry_failed)
    plan = planning.plan
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
            if source.archive:
                planning.add_archive(place, source)
            elif place not in planning.seen:
                planning.add_file(place, source)
    seen = planning.seen
    plan.gone = sorted(place for place in known if place[0] in roots and place not in seen)
    plan.gone_archives = sorted(
        place for place in archives if place[0] in roots and place not in planning.seen_archives
    )
    return plan


class _Planning:
    """A plan being made, and the places it has seen."""

    def __init__(
        self,
        known: dict[tuple[str, str], Entry],
        archives: Mapping[tuple[str, str], ArchiveEntry],
        options: BuildOptions,
        retry_failed: bool,
    ) -> None:
        self.plan = Plan()
        self.seen: set[tuple[str, str]] = set()
        self.seen_archives: set[tuple[str, str]] = set()
        self._known = known
        self._places = sorted(known)
        self._archives = archives
        self._options = options
        self._retry_failed = retry_failed

    def add_file(self, place: tuple[str, str], source: Source) -> None:
        before = self._known.get(place)
        size, changed, digest, same = _look(source.path, before)
        key = part_key(source.path.name, digest, self._options)
        waits = self._sort_in(Task(source, Entry(*place, size, changed, digest, key)))
        if before is not None and not waits and not same and digest:
            self.plan.touched.append(replace(before, size=size, changed=changed))

    def add_archive(self, place: tuple[str, str], source: Source) -> None:
        if place in self.seen_archives:
            return
        self.seen_archives.add(place)
        before = self._archives.get(place)
        size, changed, digest, same = _look(source.path, before)
        entry = ArchiveEntry(
            *place, size, changed, digest, part_key(source.path.name, digest, self._options)
        )
        inside = entries_inside(place, self._places)
        failed = self._retry_failed and any(self._known[place].failure for place in inside)
        if before is None or before.key != entry.key or failed:
            found = iter_inside(source, entry, self._options)
            for position, (document, its_entry) in enumerate(found):
                self._sort_in(Task(document, its_entry, source, position))
        else:
            self.seen |= inside
            self.plan.unchanged += len(inside)
            if same:
                return
        self.plan.archives.append(entry)

    def _sort_in(self, task: Task) -> bool:
        """Whether the document is to be built."""
        self.seen.add(task.entry.place)
        before = self._known.get(task.entry.place)
        if before is None:
            self.plan.new.append(task)
        elif before.key != task.entry.key:
            self.plan.changed.append(task)
        elif before.failure and self._retry_failed:
            self.plan.retried.append(task)
        else:
            self.plan.unchanged += 1
            return False
        return True


def _look(path: Path, before: Entry | ArchiveEntry | None) -> tuple[int, int, str, bool]:
    """Size, date and digest of a file, and whether size and date are those of *before*."""
    try:
        stat = path.stat()
        size, changed = stat.st_size, stat.st_mtime_ns
        same = before is not None and (before.size, before.changed) == (size, changed)
        return size, changed, before.digest if before and same else _digest(path), same
    except OSError:
        return 0, 0, "", False  # building it reports why it cannot be read


def _digest(path: Path) -> str:
    total = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            total.update(chunk)
    return total.hexdigest()
