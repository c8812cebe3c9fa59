"""Labels of a thesaurus inside the themes of acts → what the acts are about.

"to report on the right to leisure of workers" is about "Right to leisure". Only English themes, and
only labels of two words or more that stand there whole: not as the beginning of a longer term
("right to leisure centres") nor in a name ("Human Rights Council"). A label of several concepts
ties nothing; of labels within one another the longest counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from ungraph.graph.links import Link
from ungraph.identifiers.mint import Mint
from ungraph.linkout.thesaurus import Thesaurus
from ungraph.stores.base import View

__all__ = ["find_concepts", "iter_theme_links"]

_WORD = re.compile(r"[\w'\u2019-]+|[^\w\s]")
_MOST_WORDS = 8
_BEHIND = frozenset(
    "of in on at to for from by with without within under over into through during since until "
    "before after between among against and or but as than which who that where when is are was "
    "were be been has have had will shall should may can must not including worldwide".split()
)


def find_concepts(theme: str, thesaurus: Thesaurus) -> tuple[str, ...]:
    """The concepts whose labels stand in *theme*, in the order of the text, each once."""
    words = list(_WORD.finditer(theme))
    found: dict[str, None] = {}
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _MOST_WORDS), first + 1, -1):
            concept = thesaurus.find(theme[words[first].start() : words[last - 1].end()], "en")
            if concept is None or not _is_whole(words, first, last):
                continue
            found.setdefault(concept[0])
            first = last - 1
            break
        first += 1
    return tuple(found)


def _is_whole(words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether no longer term or name goes on around the words, and there are two at least."""
    if words[first][0].lower() in {"the", "a", "an"} and last - first < 3:
        return False
    if first > 1 and words[first - 1][0][0].isupper() and words[first][0][0].isupper():
        return False
    if last == len(words):
        return True
    behind = words[last][0]
    return behind in _BEHIND or not behind[0].isalnum()


def iter_theme_links(
    view: View, mint: Mint, thesaurus: Thesaurus, key: str = "unbis-labels"
) -> Iterator[tuple[str, Link]]:
    """``ung:about`` of each act whose theme holds a label, sorted by act."""
    rows = view.query(f"SELECT DISTINCT ?act ?theme WHERE {{ ?act <{mint.term('theme')}> ?theme }}")
    assert isinstance(rows, ox.QuerySolutions)
    themes = sorted(
        (act.value, theme.value)
        for act, theme in rows
        if isinstance(act, ox.NamedNode)
        and isinstance(theme, ox.Literal)
        and (theme.language or "").partition("-")[0] == "en"
    )
    for act, theme in themes:
        for concept in find_concepts(theme, thesaurus):
            yield key, Link(act, "ung:about", ox.NamedNode(concept))
