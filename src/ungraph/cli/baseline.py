"""Citations of an earlier run, kept in a file, and what was gained and lost since.

The file is JSON, ``{"A/RES/60/1 en": ["A/RES/55/2", …]}``: a document with its language, and the
symbols it cites. A name that ends in ``.gz`` is written compressed; both are read.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ungraph.cli.citation_scores import iter_changes
from ungraph.errors import UngraphError
from ungraph.writers.output import open_output

__all__ = ["Baseline", "Comparison", "LanguageCount", "compare", "load_baseline", "write_baseline"]

_GZIP = b"\x1f\x8b"
_MOST_BYTES = 1 << 28

Baseline = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class LanguageCount:
    """Citations of the documents of one language that both runs read."""

    documents: int = 0
    before: int = 0
    now: int = 0
    gained: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """*changes* are ("gained" or "lost", document, symbol); *absent* documents are in the baseline
    alone, *new* ones in this run alone: neither counts as a change."""

    languages: Mapping[str, LanguageCount]
    changes: tuple[tuple[str, str, str], ...]
    absent: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def lost(self) -> int:
        """How many citations were lost."""
        return sum(count.lost for count in self.languages.values())

    @property
    def gained(self) -> int:
        """How many citations were gained."""
        return sum(count.gained for count in self.languages.values())

    def lines(self) -> Iterator[str]:
        """The report: counts by language, then each change, tab-separated."""
        yield "language\tdocuments\tbefore\tnow\tgained\tlost"
        for language, count in self.languages.items():
            numbers = (count.documents, count.before, count.now, count.gained, count.lost)
            yield "\t".join([language, *map(str, numbers)])
        for change in self.changes:
            yield "\t".join(change)


def load_baseline(path: Path) -> dict[str, list[str]]:
    """Read a baseline; raises UngraphError for a file that is none."""
    data = path.read_bytes()
    try:
        if data.startswith(_GZIP):
            with gzip.open(path) as stream:
                data = stream.read(_MOST_BYTES)
        content = json.loads(data)
    except (ValueError, OSError, EOFError) as error:
        raise _not_a_baseline(path, str(error)) from error
    if not isinstance(content, dict) or not all(
        isinstance(cited, list) and all(isinstance(symbol, str) for symbol in cited)
        for cited in content.values()
    ):
        raise _not_a_baseline(path, "it is no object of lists of symbols")
    return content


def _not_a_baseline(path: Path, why: str) -> UngraphError:
    return UngraphError(
        "not a baseline", where=str(path), why=why, advice="Write one with: evaluate --save FILE"
    )


def write_baseline(path: Path, cited: Baseline) -> None:
    """Keep *cited*, compressed where *path* ends in ``.gz``; the same citations, the same bytes."""
    data = (json.dumps(cited, indent=0, sort_keys=True) + "\n").encode()
    if path.suffix == ".gz":
        data = gzip.compress(data, 9, mtime=0)
    with open_output(path) as stream:
        stream.write(data)


def compare(before: Baseline, now: Baseline) -> Comparison:
    """What was gained and lost in the documents that both hold."""
    both = sorted(before.keys() & now.keys())
    counts: dict[str, LanguageCount] = defaultdict(LanguageCount)
    for document in both:
        count = counts[_language(document)]
        count.documents += 1
        count.before += len(before[document])
        count.now += len(now[document])
    changes = tuple(
        iter_changes({key: before[key] for key in both}, {key: now[key] for key in both})
    )
    for change, document, _ in changes:
        count = counts[_language(document)]
        count.gained += change == "gained"
        count.lost += change == "lost"
    return Comparison(
        dict(sorted(counts.items())),
        changes,
        tuple(sorted(before.keys() - now.keys())),
        tuple(sorted(now.keys() - before.keys())),
    )


def _language(document: str) -> str:
    return document.rpartition(" ")[2]
