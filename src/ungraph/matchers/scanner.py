"""One pass over a text for many expressions at once: leftmost, longest, not overlapping.

Three engines give the same spans: RE2 (the default), Hyperscan (the extra ``fast``) and the
standard ``re``, the oracle of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import re2

from ungraph.errors import UngraphError
from ungraph.matchers.hyperscan_engine import open_database

__all__ = ["Scanner"]


class Scanner:
    """*branches* are expressions of RE2 without groups; in each, the longest alternative first.

    >>> Scanner(["resolutions?", "[0-9]+/[0-9]+"]).spans("resolution 60/251")
    [(0, 10), (11, 17)]
    """

    def __init__(self, branches: Sequence[str], *, engine: str = "re2") -> None:
        self.engine = engine
        self.branches = tuple(branches)
        if engine == "re":
            self._oracle = [re.compile(branch, re.ASCII) for branch in branches]
            self._any = re.compile("|".join(f"(?:{b})" for b in branches), re.ASCII)
            return
        if engine not in ("re2", "hyperscan"):
            raise UngraphError(
                f"no such engine: {engine!r}", advice="Use one of re2, hyperscan, re"
            )
        self._scan_bytes = open_database(branches) if engine == "hyperscan" else None
        options = re2.Options()
        options.longest_match = True
        options.never_capture = True
        options.log_errors = False
        options.max_mem = 512 << 20
        self._re2 = re2.compile("|".join(f"(?:{b})" for b in branches).encode(), options)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The spans found, in code points of *text*."""
        if self.engine == "re":
            return list(self._iter_oracle(text))
        data = text.encode()
        if self._scan_bytes is not None:
            found = self._choose(data, self._scan_bytes(data))
        else:
            found = [match.span() for match in self._re2.finditer(data)]
        if len(data) == len(text):
            return found
        return _in_code_points(data, found)

    def _choose(self, data: bytes, ends: dict[int, int]) -> list[tuple[int, int]]:
        """Of the matches of Hyperscan, what one pass from left to right would give.

        Where a match begins inside one already taken, others may begin behind that one, which
        Hyperscan does not tell. RE2 looks; what it finds further on is kept until it is reached,
        so that no part of the text is searched twice.
        """
        chosen: list[tuple[int, int]] = []
        cursor = 0
        looked = False
        ahead: tuple[int, int] | None = None
        for start, end in sorted(ends.items()):
            if start >= cursor:
                chosen.append((start, end))
                cursor = end
                continue
            while end > cursor:
                if not looked or (ahead is not None and ahead[0] < cursor):
                    found = self._re2.search(data, cursor)
                    ahead = found.span() if found else None
                    looked = True
                if ahead is None or ahead[0] >= end:
                    break
                chosen.append(ahead)
                cursor = ahead[1]
        return chosen

    def _iter_oracle(self, text: str) -> Iterator[tuple[int, int]]:
        position = 0
        while first := self._any.search(text, position):
            start = first.start()
            ends = [m.end() for branch in self._oracle if (m := branch.match(text, start))]
            position = max(ends)
            yield start, position


def _in_code_points(data: bytes, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ascending byte spans of UTF-8 *data* as spans of its text."""
    converted: list[tuple[int, int]] = []
    last = surplus = 0
    for start, end in spans:
        if data[last:end].isascii():
            converted.append((start - surplus, end - surplus))
        else:
            surplus += start - last - len(data[last:start].decode())
            first = start - surplus
            surplus += end - start - len(data[start:end].decode())
            converted.append((first, end - surplus))
        last = end
    return converted
