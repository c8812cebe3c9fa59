"""Time of finding and linking citations in hostile texts, doubled: it must stay about double.

usage: bench_hostile.py [--chars 40000]

Prints the ratio of CPU time for each text and exits with 1 when one is above four.
"""

from __future__ import annotations

import argparse
import sys
import time

from ungraph.extractors.citing import extract_citations
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.readers.plain import read_plain

PIECES = {
    "head nouns": "resolution ",
    "numbers": "resolution 60/1, 60/2, ",
    "numbers without head": "60/1 ",
    "symbol that goes on": "A/1/",
    "symbols": "A/60/1 and Corr.1 and 2, ",
    "short list of a symbol": "and Corr.1 ",
    "pinpoints": "paragraph 1, 2, 3 and 4 (a) ",
    "open brackets": "1 (X ",
    "open titles": 'resolution 60/1, entitled "',
    "organs": "the Commission of the Council ",
    "its": "its previous resolution ",
    "described": "the resolution adopted by the Security Council on ",
    "that resolution": "resolution 60/1. In that resolution it said. ",
    "dates": "of 1 May 2001 and 2 May 2001 ",
    "no stops": "and of the ",
    "dots": "No. vol. A. ",
    "letters": "60/1 A and B and C ",
    "Arabic": "قرارها 60/1 و 60/2 ",
    "Chinese": "大会其第60/1号和第60/2号决议",
    "Russian": "резолюции Совета Безопасности 1 (1990) ",
}
ROUNDS = 3
MOST = 4.0


def cost(text: str) -> float:
    """CPU seconds, the best of some rounds, for reading done before."""
    document = read_plain(text.encode(), name="hostile.txt", symbol="A/60/999")
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        mentions = match_citations(document)
        extract_citations(document, mentions, link_citations(document, mentions))
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chars", type=int, default=40_000)
    chars = parser.parse_args().chars
    worst = 0.0
    for name, piece in PIECES.items():
        once, twice = (cost(piece * (size // len(piece))) for size in (chars, 2 * chars))
        ratio = twice / max(once, 1e-4)
        worst = max(worst, ratio)
        print(f"{name:26}{once * 1000:9.1f} ms {twice * 1000:9.1f} ms  x {ratio:.1f}")
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
