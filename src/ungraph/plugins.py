"""Outside extractors: another program may propose acts, but only with words of the text.

A package offers one under the entry point group ``ungraph.extractors``; a build uses it only when
it is named. None is shipped and none is needed. What it proposes is checked like everything else:
the quote must stand in the text letter for letter, the shapes are the same, and the statement
carries the extractor's name (``ung:origin``), status inferred, and a confidence.

    [project.entry-points."ungraph.extractors"]
    my-model = "my_package:propose"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points

from ungraph.errors import PluginError
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import ActType
from ungraph.model.document import Document

__all__ = ["GROUP", "OutsideExtractor", "ProposedAct", "load_extractors"]

GROUP = "ungraph.extractors"


@dataclass(frozen=True, slots=True)
class ProposedAct:
    """An act as an outside extractor proposes it.

    *quote* is the sentence or clause, exactly as in ``Document.text`` and inside one paragraph;
    *cue* and *theme* are parts of it, exactly as well. *agents* and *addressees* are words of the
    quote that name an actor ("the Government of Peru", "he"); one that nobody was linked to is
    left out. *confidence* lies between 0 and 1.
    """

    act_type: ActType
    quote: str
    cue: str
    confidence: float
    agents: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    theme: str | None = None
    date: PartialDate | None = None


OutsideExtractor = Callable[[Document], Iterable[ProposedAct]]


@cache
def load_extractors(names: tuple[str, ...]) -> tuple[tuple[str, OutsideExtractor], ...]:
    """The installed extractors called *names*, in that order.

    Raises PluginError when one is not installed or cannot be loaded.
    """
    installed = {point.name: point for point in entry_points(group=GROUP)}
    loaded = []
    for name in names:
        point = installed.get(name)
        if point is None:
            known = ", ".join(sorted(installed)) or "none"
            raise PluginError(
                f"no extractor called {name!r} is installed",
                where=f"entry point group {GROUP}",
                why=f"installed: {known}",
                advice="Install the package that offers it, or leave it out",
            )
        try:
            extractor: OutsideExtractor = point.load()
        except (ImportError, AttributeError) as error:
            raise PluginError(
                f"the extractor {name!r} could not be loaded", where=point.value, why=str(error)
            ) from error
        loaded.append((name, extractor))
    return tuple(loaded)
