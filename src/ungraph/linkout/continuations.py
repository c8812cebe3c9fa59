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

from pyoxigraph import NamedNode

from ungraph.extractors.extension_words import load_extension_words
from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.linkout.requests import read_rows
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
    """What was given for a time, by holder and language of the words, in order of time.

    Small questions, joined here: one large one takes an engine minutes on a large store.
    """
    due = read_rows(
        view, mint, "SELECT ?m ?task ?due WHERE { ?m ung:task ?task . ?task ung:dueBy ?due }"
    )
    given = _by_first(
        view,
        mint,
        """SELECT ?m ?doc ?theme ?language WHERE { ?m ung:givenBy ?act .
        ?act ung:performedIn ?doc ; ung:theme ?theme ; ung:actType/skos:notation ?kind .
        FILTER(?kind IN ("decide", "authorize", "establish", "appoint"))
        BIND(LANG(?theme) AS ?language) }""",
    )
    until = _by_first(view, mint, "SELECT ?task ?day WHERE { ?task ung:dueOn ?day }")
    holders = _by_first(view, mint, "SELECT ?m ?holder WHERE { ?m ung:mandateHolder ?holder }")
    spans = _by_first(view, mint, "SELECT ?m ?s WHERE { ?m a ung:Mandate ; ung:evidence ?s }")
    days = _by_first(view, mint, "SELECT ?d ?day WHERE { ?d ung:symbol ?s ; dcterms:date ?day }")
    days |= _by_first(view, mint, "SELECT ?d ?day WHERE { ?d ung:adoptedOn ?day }")
    found: dict[tuple[str, str], dict[str, _Given]] = {}
    for mandate, task, words in due:
        for document, theme, language in given.get(mandate, ()):
            if not mandate.startswith(f"{document}#") or document not in days:
                continue
            extends = _is(language, "verb", theme)
            if not extends and not _is(language, "establish", theme):
                continue
            day = days[document][0][0]
            end = until[task][0][0] if task in until else _after(day, words)
            evidence = frozenset(span for (span,) in spans.get(mandate, ()))
            for (holder,) in holders.get(mandate, ()):
                group = found.setdefault((holder, language), {})
                group[mandate] = _Given(mandate, document, day, end, evidence, extends)
    return {
        key: sorted(found[key].values(), key=lambda g: (g.day, g.mandate)) for key in sorted(found)
    }


def _by_first(view: View, mint: Mint, query: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows of an answer by their first column."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in read_rows(view, mint, query):
        found.setdefault(first, []).append(tuple(rest))
    return found


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
    rows = read_rows(view, mint, "SELECT DISTINCT ?a ?b WHERE { ?a cito:cites ?b }")
    return {(citing, cited) for citing, cited in rows}
