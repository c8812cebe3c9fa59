"""``ungraph evaluate``: citations against links in marked-up documents, and a baseline."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from ungraph.cli.baseline import compare, load_baseline, write_baseline
from ungraph.cli.citation_scores import (
    DocumentScore,
    Explanations,
    Tally,
    score_document,
    tally,
)
from ungraph.errors import DocumentError, UngraphError
from ungraph.readers.akn import read_akn

__all__ = ["command", "iter_scores", "load_read", "summarize"]

_HEAD_BYTES = 8192
_LANGUAGE = re.compile(rb"FRBRlanguage[^>]* language=\"([a-z]{2,3})\"")


@click.command("evaluate")
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--most", type=int, default=0, help="This many files of each language, spread evenly."
)
@click.option("--skip", type=int, default=0, help="Pass over this many of each language first.")
@click.option(
    "--read",
    type=click.Path(exists=True, path_type=Path),
    help="Table of differences read one by one (citing, language, symbol, verdict, reason).",
)
@click.option(
    "--against", type=click.Path(exists=True, path_type=Path), help="Citations of an earlier run."
)
@click.option(
    "--save",
    type=click.Path(path_type=Path),
    help="Keep the citations of this run (.json, .json.gz).",
)
@click.option("--differences", is_flag=True, help="Print what no explanation covers.")
def command(
    folder: Path,
    most: int,
    skip: int,
    read: Path | None,
    against: Path | None,
    save: Path | None,
    differences: bool,
) -> int:
    """Score the citations of the AKN4UN files in FOLDER against the links in them.

    The files are read as plain text. --against compares the documents that both runs hold; exit
    code 1 when a citation is lost.
    """
    scores = list(iter_scores(folder, most, skip))
    if not scores:
        raise UngraphError(
            "nothing to score", where=str(folder), why="it holds no AKN4UN file with links"
        )
    why = Explanations(scores, load_read(read))
    for language, counts in sorted(tally(scores, why).items()):
        click.echo(json.dumps({"language": language, **summarize(counts)}))
        if differences:
            for difference in counts.unexplained:
                click.echo(json.dumps(asdict(difference), ensure_ascii=False))
    cited = {f"{s.citing} {s.language}": sorted(s.found) for s in scores}
    earlier = load_baseline(against) if against is not None else None
    if save is not None:
        write_baseline(save, cited)
    return _compare(earlier, cited) if earlier is not None else 0


def _compare(before: dict[str, list[str]], now: dict[str, list[str]]) -> int:
    found = compare(before, now)
    for line in found.lines():
        click.echo(line)
    if found.absent or found.new:
        click.echo(
            f"not compared: {len(found.absent)} documents of the baseline are not in this run, "
            f"{len(found.new)} of this run not in the baseline",
            err=True,
        )
    click.echo(f"{found.gained} gained, {found.lost} lost", err=True)
    return 1 if found.lost else 0


def load_read(path: Path | None) -> list[dict[str, str]]:
    """The table of differences read one by one; empty without *path*."""
    if path is None:
        return []
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def iter_scores(folder: Path, most: int = 0, skip: int = 0) -> Iterator[DocumentScore]:
    """Scores of the files of *folder*, always in the same order: of each language the first *skip*
    are passed over, then at most *most* taken (0: all)."""
    taken: dict[str, int] = {}
    passed: dict[str, int] = {}
    files = sorted(folder.rglob("*.xml"), key=lambda f: hashlib.sha256(f.name.encode()).digest())
    for file in files:
        data = file.read_bytes()
        told = _LANGUAGE.search(data, 0, _HEAD_BYTES)
        language = told[1].decode() if told else ""
        if b"akomaNtoso" not in data[:_HEAD_BYTES] or (most and taken.get(language, 0) >= most):
            continue
        if passed.get(language, 0) < skip:
            passed[language] = passed.get(language, 0) + 1
            continue
        try:
            score = score_document(read_akn(data, name=file.name))
        except DocumentError as error:
            click.echo(f"{file.name}: {error}", err=True)
            continue
        if score is not None:
            taken[language] = taken.get(language, 0) + 1
            yield score


def summarize(counts: Tally) -> dict[str, object]:
    """The figures of one language, rounded as published."""
    agreed = counts.consensus_right + counts.consensus_missed
    return {
        "documents": counts.documents,
        "links": counts.right + counts.missed,
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "precision_read": round(counts.read_precision, 4),
        "recall_read": round(counts.read_recall, 4),
        "consensus_links": agreed,
        "consensus_recall": round(counts.consensus_right / agreed, 4) if agreed else None,
        "unexplained": counts.open_extra + counts.open_missed,
        "reasons": dict(sorted(counts.reasons.items())),
    }
