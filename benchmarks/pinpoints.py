"""Pinpoints, references back and relations as judged by a reader → the table of the documentation.

usage: pinpoints.py [CSV]

Sums ``gold/pinpoints.csv``: a row is one judgement (draw, document, language, place, what was
judged, verdict); the place is the part and the offset of the citation in the text of the version.
"""

from __future__ import annotations

import csv
import pathlib
import sys
from collections import Counter

GOLD = pathlib.Path(__file__).resolve().parent / "gold" / "pinpoints.csv"
JUDGED = ("pinpoint", "back reference", "relation")


def main() -> None:
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    counts = Counter((r["draw"], r["language"], r["judged"], r["verdict"]) for r in rows)
    print("| draw | language |", " | ".join(f"{name}s" for name in JUDGED), "|")
    print("|---|---|---|---|---|")
    for draw in sorted({row["draw"] for row in rows}):
        languages = dict.fromkeys(row["language"] for row in rows if row["draw"] == draw)
        for language in (*languages, "all"):
            cells = [_cell(counts, draw, language, judged) for judged in JUDGED]
            print(f"| {draw} | {language} |", " | ".join(cells), "|")


def _cell(counts: Counter[tuple[str, str, str, str]], draw: str, language: str, judged: str) -> str:
    """Right ones of all judged, and their share."""
    found = {
        key: number
        for key, number in counts.items()
        if key[0] == draw and key[2] == judged and language in (key[1], "all")
    }
    total = sum(found.values())
    right = sum(number for key, number in found.items() if key[3] == "right")
    return f"{right} of {total} ({right / total:.3f})" if total else "none"


if __name__ == "__main__":
    main()
