"""Acts against hand-read passages of further documents of the kinds of the narrative gold.

usage: narrative_more.py CORPUS [--batch NAME] [--show]

CORPUS holds the texts (A_58_427.txt, …). ``gold/narrative-more-passages.csv`` says which stretch
of each was read (the count of the numbered paragraph it begins with, its length), and
``gold/narrative-more.csv`` the acts in it, in few words; no text of a document is kept here. Batches
1 to 5 were used for development after their first measurement, "held out" only to measure;
"nouns" 1 and 2 were read before the rules for nouns were measured on them.
"""

from __future__ import annotations

import argparse
import csv
import json
import pathlib
import re
import sys
import tempfile

import narrative

GOLD = pathlib.Path(__file__).parent / "gold"
_PARAGRAPH = re.compile(r"^\d+(?:\.\d+)?\.? .*$", re.MULTILINE)


def read_rows(name: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cut_passage(text: str, first: int, size: int) -> str:
    paragraphs = [found.group() for found in _PARAGRAPH.finditer(text)]
    return "\n\n".join(paragraphs[first:])[:size]


def write_batch(corpus: pathlib.Path, batch: str, folder: pathlib.Path) -> None:
    acts = [row for row in read_rows("narrative-more.csv") if row["batch"] == batch]
    for passage in read_rows("narrative-more-passages.csv"):
        if passage["batch"] != batch:
            continue
        name = passage["document"]
        text = (corpus / f"{name}.txt").read_text(encoding="utf-8")
        cut = cut_passage(text, int(passage["from_paragraph"]), int(passage["characters"]))
        (folder / f"{name}.txt").write_text(
            f"{name.replace('_', '/')}\n\n{cut}\n", encoding="utf-8"
        )
        wanted = [
            {
                "id": f"{row['paragraph']}-{place}",
                **{field: row[field] or None for field in ("agent", "addressee", "date")},
                **{field: row[field] for field in ("paragraph", "type", "cue")},
            }
            for place, row in enumerate(acts)
            if row["document"] == name
        ]
        gold = {"acts": wanted, "events": [], "citations": []}
        (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--batch", default="")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    known = dict.fromkeys(row["batch"] for row in read_rows("narrative-more-passages.csv"))
    for batch in [options.batch] if options.batch else known:
        with tempfile.TemporaryDirectory() as folder:
            write_batch(options.corpus, batch, pathlib.Path(folder))
            print(f"batch {batch}")
            sys.argv = ["narrative.py", folder, *(["--show", "acts"] if options.show else [])]
            narrative.main()


if __name__ == "__main__":
    main()
