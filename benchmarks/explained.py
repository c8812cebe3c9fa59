"""Draw differences that a rule explains, for reading: are the explanations right?

usage: explained.py FOLDER [--most 400] [--skip 0] [--count 120]

FOLDER holds AKN4UN files. The differences between what ungraph finds and what the publisher links
are grouped by language and reason; in each group they are ordered by a hash, and the groups give
one in turn until --count are drawn, so rare reasons are read too. Prints a JSON object a line,
with the words around. What a reader says of each is kept in ``citation_explanations.csv``
(columns citing, language, symbol, reason, verdict, note), from which accuracy.py takes its figure.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict

from ungraph.cli.citation_scores import Difference, DocumentScore, Explanations
from ungraph.cli.evaluate import iter_scores

SEED = "explanations by rule"


def order(difference: Difference) -> bytes:
    words = "|".join((SEED, difference.citing, difference.language, difference.symbol))
    return hashlib.sha256(words.encode()).digest()


def draw(scores: Iterable[DocumentScore], count: int) -> list[tuple[str, Difference]]:
    """(reason, difference), *count* of them, in turn from each language and reason."""
    scores = list(scores)
    why = Explanations(scores, [])
    groups: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    for score in scores:
        for difference in score.differences:
            if reason := why.explain(difference):
                groups[reason, difference.language].append(difference)
    for group in groups.values():
        group.sort(key=order, reverse=True)
    drawn: list[tuple[str, Difference]] = []
    while len(drawn) < count and any(groups.values()):
        for (reason, _), group in sorted(groups.items()):
            if group and len(drawn) < count:
                drawn.append((reason, group.pop()))
    return drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--count", type=int, default=120)
    options = parser.parse_args()
    for reason, difference in draw(
        iter_scores(options.folder, options.most, options.skip), options.count
    ):
        print(json.dumps({"reason": reason, **asdict(difference)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
