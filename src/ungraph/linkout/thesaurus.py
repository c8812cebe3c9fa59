"""A SKOS thesaurus (UNBIS) that the user has → links of topics and subjects by their labels.

The thesaurus is read from a file: its labels belong to the United Nations and are not part of
this package. Only whole labels in the same language tie; capitals, spaces, the shape of
apostrophes and a leading article do not matter. A label of several concepts ties nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from ungraph.errors import DocumentError
from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import View
from ungraph.stores.files import iter_quads

__all__ = ["Thesaurus", "iter_label_links", "label_links_set", "load_thesaurus"]

_SKOS = PREFIXES["skos"]
_ARTICLES = {
    "en": re.compile(r"^(?:the|a|an) "),
    "fr": re.compile(r"^(?:les? |la |l')"),
    "es": re.compile(r"^(?:el|la|los|las) "),
}
_SAME = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " "})


@dataclass(slots=True)
class Thesaurus:
    """Concepts by language and label, preferred and alternative apart."""

    preferred: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    alternative: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def find(self, label: str, language: str) -> tuple[str, bool] | None:
        """The concept with this label, and whether it is the preferred one; None if not single.

        An empty *language* finds a label in any, if all languages agree on the concept.
        """
        for labels, is_preferred in ((self.preferred, True), (self.alternative, False)):
            found = self._concepts(labels, label, language)
            if found:
                return (next(iter(found)), is_preferred) if len(found) == 1 else None
        return None

    def _concepts(
        self, labels: Mapping[tuple[str, str], set[str]], label: str, language: str
    ) -> set[str]:
        if language:
            return labels.get((language, fold_label(label, language)), set())
        every = {key[0] for key in labels}
        return set().union(*(labels.get((tag, fold_label(label, tag)), set()) for tag in every))


def load_thesaurus(path: Path) -> Thesaurus:
    """The labels of a SKOS file (Turtle or any RDF format, told by its ending).

    Raises DocumentError when it is missing, is no RDF, or has no label.
    """
    thesaurus = Thesaurus()
    homes = {
        f"{_SKOS}prefLabel": thesaurus.preferred,
        f"{_SKOS}altLabel": thesaurus.alternative,
    }
    for quad in iter_quads(path):
        home = homes.get(quad.predicate.value)
        concept, label = quad.subject, quad.object
        if home is None or not isinstance(concept, ox.NamedNode):
            continue
        if isinstance(label, ox.Literal):
            language = (label.language or "").partition("-")[0].lower()
            key = (language, fold_label(label.value, language))
            home.setdefault(key, set()).add(concept.value)
    if not thesaurus.preferred:
        raise DocumentError(
            "no thesaurus",
            where=str(path),
            why="it has no skos:prefLabel",
            advice="Give the SKOS file of the UNBIS Thesaurus, as Turtle",
        )
    return thesaurus


def fold_label(label: str, language: str) -> str:
    """What is compared of a label.

    >>> fold_label("The  Right to\\u00a0FOOD ", "en")
    'right to food'
    """
    text = unicodedata.normalize("NFKC", label).translate(_SAME).casefold()
    text = " ".join(text.split()).rstrip(".")
    article = _ARTICLES.get(language)
    return article.sub("", text) if article else text


def label_links_set(date: str, source: str = "http://metadata.un.org/thesaurus") -> LinkSet:
    """The set of links by label; *date* is that of the thesaurus file."""
    return LinkSet("unbis-labels", "Concepts of the UNBIS Thesaurus", source, date, "same-label")


def iter_label_links(
    view: View, mint: Mint, thesaurus: Thesaurus, key: str = "unbis-labels"
) -> Iterator[tuple[str, Link]]:
    """Links of topics and programmes, and subjects of agenda items and documents.

    A topic whose label is the preferred one of a concept is an exact match, by another label a
    close one; an agenda item and a document with such a heading get it as ``dcterms:subject``.
    """
    for address, label, language, is_topic in _labels(view, mint):
        found = thesaurus.find(label, language)
        if found is None:
            continue
        concept, is_preferred = found
        match = "skos:exactMatch" if is_preferred else "skos:closeMatch"
        predicate = match if is_topic else "dcterms:subject"
        yield key, Link(address, predicate, ox.NamedNode(concept))


def _labels(view: View, mint: Mint) -> list[tuple[str, str, str, bool]]:
    """Address, label, language and whether it is a topic, sorted."""
    label, title = f"<{PREFIXES['rdfs']}label>", f"<{PREFIXES['dcterms']}title>"
    found = view.query(
        f"""SELECT DISTINCT ?x ?label ?topic WHERE {{
        {{ VALUES ?k {{ <{mint.term("Topic")}> <{mint.term("Programme")}> }}
           ?x a ?k ; {label} ?label . BIND(true AS ?topic) }}
        UNION {{ ?x a <{mint.term("AgendaItem")}> ; {title} ?label . BIND(false AS ?topic) }}
        UNION {{ ?x <{mint.term("subjectHeading")}> ?label . BIND(false AS ?topic) }} }}"""
    )
    assert isinstance(found, ox.QuerySolutions)
    return sorted(
        (x.value, said.value, (said.language or "").partition("-")[0], topic.value == "true")
        for x, said, topic in found
        if isinstance(x, ox.NamedNode) and isinstance(said, ox.Literal)
    )
