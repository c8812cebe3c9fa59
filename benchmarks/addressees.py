"""Whom resolutions ask: addressees of "Requests the …" against a list that was read by hand.

    python benchmarks/addressees.py [--errors]

``gold/requests-addressees.csv`` holds two random draws of operative paragraphs in English, with the
head words of each addressee; "first" was used to find errors, "second" was read before any of its
output was looked at. A paragraph is right when the act its lead words say has exactly these
addressees. The corpus is found through UNGRAPH_SHARED or beside the checkout.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
import tarfile
from pathlib import Path

from ungraph.pipeline import BuildOptions, Result, build_document

GOLD = Path(__file__).parent / "gold" / "requests-addressees.csv"
_ACTS = frozenset({"request", "invite", "urge", "recall"})
_EMPTY = frozenset({"the", "of", "and", "for", "on", "all"})
# Other names of the same: as the text has it → as the tables of the package have it.
_SAME = {
    "unodc": "united nations office on drugs and crime",
    "undp": "united nations development programme",
    "ecowas": "economic community of west african states",
    "cted": "counter-terrorism committee executive directorate",
    "unipsil": "united nations integrated peacebuilding office in sierra leone",
    "unoci": "united nations operation in côte d'ivoire",
    "united nations agencies": "united nations system",
    "afghan government": "government of afghanistan",
    "french government": "government of france",
    "libyan authorities": "authorities of libya",
    "international and regional organizations": "regional organizations",
}


def main() -> int:
    """Measure and print; 0 unless the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    shared = Path(os.environ.get("UNGRAPH_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not shared.is_dir():
        print(f"no corpus in {shared}: set UNGRAPH_SHARED", file=sys.stderr)
        return 1
    with GOLD.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    results = _build(shared, {row["file"] for row in rows})
    for draw in ("first", "second"):
        drawn = [row for row in rows if row["draw"] == draw]
        wrong = 0
        for row in drawn:
            found = _addressees(results[row["file"]], row)
            if not _is_right(row["addressees"], found):
                wrong += 1
                if options.errors:
                    print(f"  {row['document']} {row['paragraph']}: {row['addressees']} → {found}")
        print(f"{draw} draw: {len(drawn) - wrong} of {len(drawn)} right")
    return 0


def _build(shared: Path, wanted: set[str]) -> dict[str, Result]:
    built: dict[str, Result] = {}
    with tarfile.open(shared / "corpus" / "akn4un-dev-en.tar.xz") as members:
        for member in members:
            stream = members.extractfile(member) if member.name in wanted else None
            if stream is not None:
                name = Path(member.name).name
                options = BuildOptions(validate=False)
                built[member.name] = build_document(stream.read(), name=name, options=options)
    return built


def _addressees(result: Result, row: dict[str, str]) -> list[str]:
    """Labels of the addressees of the act that the lead words of the paragraph say."""
    document = result.document
    block = next(b for b in document.blocks if b.fragment == row["paragraph"])
    if block.lead is None:
        return []
    labels = {agent.key: agent.label for agent in result.assertions.agents}
    acts = [
        [labels.get(key, key) for key in act.addressees]
        for act in result.assertions.acts
        if act.act_type in _ACTS
        and any(s.start < block.lead.end and s.end > block.lead.start for s in act.evidence)
    ]
    if row["cue"].lower().startswith(("reiterates", "renews")):
        acts = [found for found in acts if found] or acts
    return acts[0] if acts else []


def _is_right(expected: str, found: list[str]) -> bool:
    names = [name.strip() for name in expected.split(";") if name.strip()]
    left = list(found)
    for name in names:
        words = _words(_SAME.get(name.lower(), name))
        same = next((f for f in left if words <= _words(f) or set() < _words(f) <= words), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z'-]+", name.lower().replace("’", "'"))) - _EMPTY


if __name__ == "__main__":
    sys.exit(main())
