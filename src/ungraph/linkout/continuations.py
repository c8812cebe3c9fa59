"""Documents of a corpus → which earlier mandate an extension of a mandate carries on.

"Decides to extend the mandate of UNMISS until 15 March 2021" carries on the mandate that the last
earlier resolution with an extension of the same holder gave, if it runs out about then, or if the
later resolution cites the earlier one. Where neither is so, a resolution may lie between that the
corpus does not hold, and nothing is tied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox
from pyoxigraph import NamedNode

from ungraph.extractors.extension_words import load_extension_words
from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import Store, View

__all__ = ["continuation_set", "continuations", "iter_continuations"]

_KEY = "continued-mandates"
_RUNS_OUT_DAYS = 62  # between the day a mandate runs out and the resolution that extends it
_MONTHS = re.compile(
    r"(\d{1,3})\s*(?:(months?|mois|meses|месяц\w*|أشهر|شهرا|个月)|(years?|ans?|años?|лет|年))"
)
_WHOLE_DATE = len("2006-03-15")
_RUN_OUT = (
    "the last earlier one of the same holder, which runs out about the day of this resolution"
)
_CITED = "the last earlier one of the same holder, given in a resolution that this one cites"


@dataclass(frozen=True, slots=True)
class _Given:
    """A mandate given for a time: who holds it, by which document, when, until when."""

    mandate: str
    document: str
    day: str
    until: str
    spans: frozenset[str]
    extends: bool


def continuations(
    store: Store, mint: Mint
) -> tuple[Mapping[str, LinkSet], Iterator[tuple[str, Link]]]:
    """The set of these links and the links, as ``keep_links`` takes them."""
    view = store.view()
    links = continuation_set(view, mint)
    return {links.key: links}, iter_continuations(view, mint)


def continuation_set(view: View, mint: Mint) -> LinkSet:
    """The set of these links; its date is that of the last mandate, its source the graph."""
    days = [given.day for group in _groups(view, mint).values() for given in group]
    return LinkSet(
        _KEY, "Mandates and those they carry on", mint.base, max(days, default="1945-10-24"),
        "same-holder-next-in-time",
    )  # fmt: skip


def iter_continuations(view: View, mint: Mint) -> Iterator[tuple[str, Link]]:
    """Links from a mandate to the one it carries on, sorted."""
    cited = _citations(view, mint)
    for group in _groups(view, mint).values():
        for later in group:
            if not later.extends:
                continue
            earlier = [g for g in group if g.day < later.day and g.document != later.document]
            last = max((g.day for g in earlier), default="")
            for given in (g for g in earlier if g.day == last):
                reason = _reason(given, later, cited)
                if reason:
                    yield (
                        _KEY,
                        Link(
                            later.mandate,
                            "ung:continuesMandate",
                            NamedNode(given.mandate),
                            tuple(sorted(later.spans)),
                            reason,
                        ),
                    )


def _reason(given: _Given, later: _Given, cited: set[tuple[str, str]]) -> str:
    if len(given.until) == _WHOLE_DATE and len(later.day) == _WHOLE_DATE:
        try:
            left = date.fromisoformat(given.until) - date.fromisoformat(later.day)
        except ValueError:
            return ""
        if abs(left.days) <= _RUNS_OUT_DAYS:
            return _RUN_OUT
    return _CITED if (later.document, given.document) in cited else ""


def _groups(view: View, mint: Mint) -> dict[tuple[str, str], list[_Given]]:
    """What was given for a time, by holder and language of the words, in order of time."""
    rows = _rows(
        view,
        mint,
        """SELECT ?holder ?language ?day ?m ?doc ?until ?due ?theme ?span WHERE {
        ?m ung:mandateHolder ?holder ; ung:givenBy ?act ; ung:task ?task .
        ?task ung:dueBy ?due . ?act ung:theme ?theme ; ung:performedIn ?doc .
        BIND(LANG(?theme) AS ?language)
        { ?doc ung:adoptedOn ?day } UNION
        { ?doc dcterms:date ?day FILTER NOT EXISTS { ?doc ung:adoptedOn ?adopted } }
        OPTIONAL { ?task ung:dueOn ?until } OPTIONAL { ?m ung:evidence ?span }
        FILTER(STRSTARTS(STR(?m), CONCAT(STR(?doc), "#"))) }""",
    )
    found: dict[tuple[str, str], dict[str, _Given]] = {}
    for holder, language, day, mandate, document, until, due, theme, span in rows:
        extends = _is(language, "verb", theme)
        if not extends and not _is(language, "establish", theme):
            continue
        group = found.setdefault((holder, language), {})
        spans = frozenset({span} - {""})
        known = group.get(mandate)
        if known is not None:
            spans |= known.spans
        end = until or _after(day, due)
        group[mandate] = _Given(mandate, document, day, end, spans, extends)
    return {
        key: sorted(found[key].values(), key=lambda g: (g.day, g.mandate)) for key in sorted(found)
    }


def _after(day: str, due: str) -> str:
    """The day some months or years after *day*: "for an initial period of 12 months"."""
    found = _MONTHS.search(due)
    if found is None or len(day) != _WHOLE_DATE:
        return ""
    months = int(found[1]) * (12 if found[3] else 1)
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}-{min(int(day[8:]), 28):02d}"


def _is(language: str, kind: str, theme: str) -> bool:
    text = " ".join(theme.replace("\u2019", "'").split()).lstrip(", ")
    return any(p.match(text) for p, _ in load_extension_words(language.partition("-")[0], kind))


def _citations(view: View, mint: Mint) -> set[tuple[str, str]]:
    rows = _rows(view, mint, "SELECT DISTINCT ?a ?b WHERE { ?a cito:cites ?b }")
    return {(citing, cited) for citing, cited in rows}


def _rows(view: View, mint: Mint, query: str) -> list[tuple[str, ...]]:
    """The solutions as text, sorted; an unbound variable is ""."""
    names = {name: PREFIXES[name] for name in ("dcterms", "cito")} | {"ung": f"{mint.base}ns#"}
    heads = "".join(f"PREFIX {name}: <{iri}> " for name, iri in names.items())
    answer = view.query(heads + query)
    assert isinstance(answer, ox.QuerySolutions)
    size = len(answer.variables)
    return sorted(
        tuple(term.value if (term := row[i]) is not None else "" for i in range(size))
        for row in answer
    )
