"""Extensions of mandates in the six language versions of resolutions, against what was read.

``python benchmarks/mandates.py CORPUS`` with the folder that holds Security Council resolutions in
AKN4UN, ``<year>/<Language>/*.xml``; the answers are ``benchmarks/gold/mandate-extensions.csv``.
Right is a resolution whose paragraphs named there give the holder and the day, and nothing else.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from ungraph.pipeline import BuildOptions, build_document

GOLD = Path(__file__).parent / "gold" / "mandate-extensions.csv"
LANGUAGES = ("English", "French", "Spanish", "Russian", "Arabic", "Chinese")
NUMBER = re.compile(r"(?:S_RES_|SC_)(\d{4})")
REASONS = ("mandate that is extended", "panel of experts whose", "only mission of that kind")


def main(corpus: Path) -> None:
    """Print how many resolutions are right, by language and draw, and those that are not."""
    gold: dict[str, set[tuple[str, str, str]]] = {}
    draws: dict[str, str] = {}
    for row in csv.DictReader(GOLD.open(encoding="utf-8")):
        number = row["symbol"].removeprefix("S/RES/")[:4]
        gold.setdefault(number, set()).add((row["paragraph"], row["holder"], row["until"]))
        draws[number] = row["draw"]
    for language in LANGUAGES:
        right: dict[str, list[int]] = {}
        for path in sorted(corpus.glob(f"20*/{language}/*.xml")):
            found = NUMBER.match(path.name)
            if found is None or found[1] not in gold:
                continue
            told = extensions(path)
            count = right.setdefault(draws[found[1]], [0, 0])
            count[1] += 1
            if told == gold[found[1]]:
                count[0] += 1
            else:
                print(f"  {language} {found[1]}: {sorted(told)}")
        print(language, {draw: f"{a} of {b}" for draw, (a, b) in sorted(right.items())})


def extensions(path: Path) -> set[tuple[str, str, str]]:
    """Paragraph, holder and day of the extensions that a file tells."""
    options = BuildOptions(validate=False)
    assertions = build_document(path.read_bytes(), name=path.name, options=options).assertions
    acts = {act.key: act for act in assertions.acts}
    return {
        (acts[m.given_by].pinpoint or "", holder, str(task.due_on or ""))
        for m in assertions.mandates
        for task in m.tasks
        for holder in m.holders
        if any(reason in i.reason for i in m.inferences for reason in REASONS)
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
