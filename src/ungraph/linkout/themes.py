"""Labels of a thesaurus inside the themes of acts → topics, and the concepts they are.

"to report on the right to leisure of workers" is about a topic with these words, "right to
leisure", which is a match of the concept "Right to leisure". Labels of two words or more tie where
they stand whole: not as the beginning of a longer term ("right to leisure centres") nor in a name
("Human Rights Council"); a label of one word only behind a word such as "on" ("a report on
torture"); Chinese labels of four characters or more. A label of several concepts ties nothing; of
labels within one another the longest counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from ungraph.graph.links import Link
from ungraph.identifiers.mint import Mint
from ungraph.linkout.requests import read_rows
from ungraph.linkout.thesaurus import Thesaurus
from ungraph.model.assertion import node_key
from ungraph.resources import load_table
from ungraph.stores.base import View

__all__ = ["Labelled", "find_concepts", "iter_theme_links"]

_WORD = re.compile(r"[\w'\u2019-]+|[^\w\s]")
_MOST_WORDS = 8
_MOST_CHARACTERS = 16  # of a Chinese label
_LEAST_CHARACTERS = 4
_LEAST_LETTERS = 5  # of a label of one word
_ARTICLES = frozenset("the a an le la les l' el los las un una une".split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words of a theme that are the label of *concept*, the preferred one or another."""

    words: str
    concept: str
    is_preferred: bool


@cache
def _load_words(language: str, kind: str) -> frozenset[str]:
    return frozenset(
        word
        for row in load_table("theme_words")
        if row["language"] == language and row["kind"] == kind
        for word in row["words"].split()
    )


def find_concepts(theme: str, thesaurus: Thesaurus, language: str = "en") -> tuple[Labelled, ...]:
    """The labels that stand in *theme*, in the order of the text, each concept once."""
    found: dict[str, Labelled] = {}
    labels = _in_chinese if language == "zh" else _in_words
    for label in labels(theme, thesaurus, language):
        found.setdefault(label.concept, label)
    return tuple(found.values())


def _in_words(theme: str, thesaurus: Thesaurus, language: str) -> Iterator[Labelled]:
    words = list(_WORD.finditer(theme))
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _MOST_WORDS), first, -1):
            said = theme[words[first].start() : words[last - 1].end()]
            concept = thesaurus.find(said, language)
            if concept is not None and _is_whole(words, first, last, language):
                start = first + (words[first][0].lower() in _ARTICLES)
                said = " ".join(theme[words[start].start() : words[last - 1].end()].split())
                yield Labelled(said, *concept)
                first = last - 1
                break
        first += 1


def _in_chinese(theme: str, thesaurus: Thesaurus, language: str) -> Iterator[Labelled]:
    first = 0
    while first < len(theme):
        longest = min(len(theme), first + _MOST_CHARACTERS)
        for last in range(longest, first + _LEAST_CHARACTERS - 1, -1):
            concept = thesaurus.find(theme[first:last], language)
            if concept is not None:
                yield Labelled(theme[first:last], *concept)
                first = last - 1
                break
        first += 1


def _is_whole(words: list[re.Match[str]], first: int, last: int, language: str) -> bool:
    """Whether no longer term or name goes on around the words, and they say enough."""
    start = first + (words[first][0].lower() in _ARTICLES)
    if start >= last:
        return False
    before = words[first - 1][0] if first else ""
    if last - start == 1:
        long = len(words[start][0]) >= _LEAST_LETTERS
        if not long or before.lower() not in _load_words(language, "before"):
            return False
    if first > 1 and before[0].isupper() and words[first][0][0].isupper():
        return False
    if last == len(words):
        return True
    behind = words[last][0]
    return behind.lower() in _load_words(language, "behind") or not behind[0].isalnum()


def iter_theme_links(
    view: View, mint: Mint, thesaurus: Thesaurus, key: str = "unbis-labels"
) -> Iterator[tuple[str, Link]]:
    """``ung:about`` of each act whose theme holds a label: a topic of its document with the words
    as its label, the evidence of the act, and the concept as its match; sorted by act."""
    themes = read_rows(
        view,
        mint,
        "SELECT DISTINCT ?act ?theme ?language WHERE { ?act ung:theme ?theme "
        "BIND(LANG(?theme) AS ?language) }",
    )
    spans: dict[str, list[str]] = {}
    for act, span in read_rows(
        view, mint, "SELECT ?act ?span WHERE { ?act ung:theme ?theme ; ung:evidence ?span }"
    ):
        spans.setdefault(act, []).append(span)
    told: set[tuple[str, str, str]] = set()
    for act, theme, tag in themes:
        language = tag.partition("-")[0]
        for label in find_concepts(theme, thesaurus, language):
            document = act.partition("#")[0]
            topic = mint.part(document, node_key("topic", label.words))
            for link in _links(mint, act, topic, label, tag, sorted(spans.get(act, ()))):
                once = (link.subject, link.predicate, str(link.value))
                if once not in told:
                    told.add(once)
                    yield key, link


def _links(
    mint: Mint, act: str, topic: str, label: Labelled, tag: str, spans: list[str]
) -> Iterator[Link]:
    match = "skos:exactMatch" if label.is_preferred else "skos:closeMatch"
    words = ox.Literal(label.words, language=tag) if tag else ox.Literal(label.words)
    yield Link(act, "ung:about", ox.NamedNode(topic), tuple(spans))
    yield Link(topic, "rdf:type", ox.NamedNode(mint.term("Topic")))
    yield Link(topic, "rdfs:label", words)
    for span in spans:
        yield Link(topic, "ung:evidence", ox.NamedNode(span))
    yield Link(topic, match, ox.NamedNode(label.concept))
