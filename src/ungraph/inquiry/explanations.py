"""Why a statement stands in the graph: its words, the rule, what was inferred, what was turned down.

The graph alone gives the words, the rule and the reasons of what was inferred. With the document
itself the mentions inside those words are told too: what each was taken for, why, and what else
it might have been.
"""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.inquiry.lookup import Lookup
from ungraph.pipeline import Result

__all__ = ["Explanation", "Inferred", "Reading", "Sentence", "explain", "format_explanation"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Exact words a record rests on, with the paragraph and the parts found in them."""

    words: str
    start: int
    end: int
    paragraph: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Inferred:
    """A property that the words do not say outright."""

    name: str
    value: str
    reason: str
    confidence: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention inside the words: what it was taken for, why, and what was turned down."""

    surface: str
    taken_for: str
    reason: str
    turned_down: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of why *iri* is in the graph."""

    iri: str
    classes: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    properties: tuple[tuple[str, str], ...]
    rule: str = ""
    inferred: tuple[Inferred, ...] = ()
    readings: tuple[Reading, ...] = ()


_WORDS = ("cue", "theme")
_HIDDEN = ("evidence", "rule", "type", "cue", "theme", "hasSelector")


def explain(lookup: Lookup, iri: str, result: Result | None = None) -> Explanation:
    """The explanation of *iri*; *result* is its document built again, for the readings."""
    rows = lookup.rows(f"<{iri}> ?property ?value", "property", "value")
    named = [(_name(lookup, row["property"]), row["value"]) for row in rows]
    parts = tuple((name, value) for name, value in named if name in _WORDS)
    sentences = _sentences(lookup, iri, parts)
    return Explanation(
        iri,
        tuple(_name(lookup, value) for name, value in named if name == "type"),
        sentences,
        tuple((n, _readable(lookup, v)) for n, v in named if n not in _HIDDEN),
        next((value for name, value in named if name == "rule"), ""),
        _inferred(lookup, iri),
        _readings(result, sentences) if result else (),
    )


def _name(lookup: Lookup, iri: str) -> str:
    return iri.removeprefix(f"{lookup.mint.base}ns#").rpartition("#")[2].rpartition("/")[2]


def _readable(lookup: Lookup, value: str) -> str:
    if not value.startswith(("http://", "https://", "urn:")):
        return " ".join(value.split())
    label = lookup.label(value)
    return label if label != value else _name(lookup, value)


def _sentences(
    lookup: Lookup, iri: str, parts: tuple[tuple[str, str], ...]
) -> tuple[Sentence, ...]:
    rows = lookup.rows(
        f"<{iri}> ung:evidence ?span . ?span oa:hasSelector ?x . "
        "?x oa:exact ?exact ; oa:start ?start ; oa:end ?end . "
        "OPTIONAL { ?span dcterms:isPartOf/ung:number ?paragraph }",
        "start",
        "end",
        "exact",
        "paragraph",
    )
    found = [
        Sentence(
            row["exact"],
            int(row["start"]),
            int(row["end"]),
            row.get("paragraph", ""),
            tuple(part for part in parts if part[1] in row["exact"]),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda sentence: sentence.start))


def _inferred(lookup: Lookup, iri: str) -> tuple[Inferred, ...]:
    rows = lookup.rows(
        f"?a a ung:Assertion ; rdf:subject <{iri}> ; rdf:predicate ?p ; rdf:object ?o ; "
        'ung:status/skos:notation "inferred" . OPTIONAL { ?a ung:reason ?reason } '
        "OPTIONAL { ?a ung:confidence ?confidence }",
        "p",
        "o",
        "a",
        "reason",
        "confidence",
    )
    return tuple(
        Inferred(
            _name(lookup, row["p"]),
            _readable(lookup, row["o"]),
            row.get("reason", ""),
            row.get("confidence", ""),
            lookup.words(row["a"]),
        )
        for row in rows
    )


def _readings(result: Result, sentences: tuple[Sentence, ...]) -> tuple[Reading, ...]:
    found = []
    for link in result.links.links:
        span = link.mention.span
        if any(s.start <= span.start and span.end <= s.end for s in sentences):
            down = tuple(
                f"{candidate.target}: {candidate.reason} ({candidate.score:g})"
                for candidate in link.candidates
                if candidate.target != link.target
            )
            target = str(link.target) if link.target else "left open"
            surface = " ".join(link.mention.surface.split())
            found.append(Reading(surface, target, link.reason, down))
    return tuple(found)


def format_explanation(told: Explanation) -> str:
    """The explanation for people: the sentence with its parts marked, then the reasons."""
    lines = [told.iri, "  is a " + ", ".join(told.classes) if told.classes else ""]
    for sentence in told.sentences:
        where = f"paragraph {sentence.paragraph}, " if sentence.paragraph else ""
        lines.append(f"  {where}characters {sentence.start} to {sentence.end}:")
        lines.append(f"    {_marked(sentence)}")
    if told.rule:
        lines.append(f"  rule: {told.rule}")
    lines += [f"  {name}: {value}" for name, value in told.properties]
    for item in told.inferred:
        confidence = f" (confidence {item.confidence})" if item.confidence else ""
        lines.append(f"  inferred: {item.name} {item.value}{confidence}")
        lines.append(f"    because {item.reason}")
        lines += [f"    “{words}”" for words in item.words]
    for reading in told.readings:
        lines.append(f"  read: “{reading.surface}” as {reading.taken_for}: {reading.reason}")
        lines += [f"    not {other}" for other in reading.turned_down]
    return "".join(f"{line}\n" for line in lines if line)


def _marked(sentence: Sentence) -> str:
    """The words with each part in brackets, longer parts outside shorter ones."""
    marks: list[tuple[int, int, str]] = []
    for name, words in sentence.parts:
        start = sentence.words.find(words)
        marks.append((start, 1, f"[{name}: "))
        marks.append((start + len(words), 0, "]"))
    text = sentence.words
    for position, _, mark in sorted(marks, reverse=True):
        text = text[:position] + mark + text[position:]
    return " ".join(text.split())
