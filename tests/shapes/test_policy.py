"""Severity follows the file: structure is a violation, completeness a warning."""

from __future__ import annotations

import pytest
from rdflib import RDFS, SH, SKOS, Graph, Literal, URIRef

from ungraph.graph.vocabulary import CLASSES, PROPERTIES
from ungraph.namespaces import PREFIXES
from ungraph.resources import find_folder
from ungraph.validation.shapes import load_shapes

FILES = sorted(find_folder("shapes").glob("*.ttl"))
UNG = PREFIXES["ung"]

# Terms that no shape speaks of, each with the reason.
WITHOUT_SHAPE = {
    "attribution": "free words, of interest to a reader",
    "modality": "free words, of interest to a reader",
    "origin": "names an outside extractor; any name is right",
    "rule": "the identifier of a lexicon row; any name is right",
}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_structure_is_a_violation_and_completeness_a_warning(path) -> None:
    graph = Graph().parse(path, format="turtle")
    severities = {str(value).removeprefix(str(SH)) for value in graph.objects(None, SH.severity)}
    if path.stem == "recommended":
        assert severities <= {"Warning", "Info"}
    else:
        assert severities <= {"Violation"}


def test_every_shape_says_in_a_sentence_what_it_asks_for() -> None:
    graph = Graph().parse(data=load_shapes(), format="turtle")
    for shape in set(graph.subjects(SH.targetClass)) | set(graph.subjects(SH.targetSubjectsOf)):
        comment = graph.value(shape, RDFS.comment)
        assert isinstance(comment, Literal), shape
        assert comment.endswith(".")


def test_every_term_in_use_has_a_shape_or_a_reason_for_none() -> None:
    shapes = Graph().parse(data=load_shapes(), format="turtle")
    pending = Graph().parse(find_folder("ontology") / "modules" / "pending.ttl", format="turtle")
    waiting = {str(term) for term in pending.subjects(RDFS.isDefinedBy)}
    spoken_of = {str(term) for term in shapes.objects() if isinstance(term, URIRef)}
    missing = {
        name for name in CLASSES | PROPERTIES if UNG + name not in spoken_of | waiting
    } - set(WITHOUT_SHAPE)
    assert missing == set()


def test_patterns_of_closed_lists_name_their_members_and_no_other() -> None:
    shapes = Graph().parse(find_folder("shapes") / "code-lists.ttl", format="turtle")
    found = set()
    for pattern in map(str, shapes.objects(None, SH.pattern)):
        scheme, _, members = pattern.removeprefix("/").partition("/")
        vocabulary = Graph().parse(
            find_folder("ontology") / "vocabularies" / f"{scheme}.ttl", format="turtle"
        )
        notations = {str(notation) for notation in vocabulary.objects(None, SKOS.notation)}
        assert set(members.removeprefix("(").removesuffix(")$").split("|")) == notations
        found.add(scheme)
    assert found == {p.stem for p in (find_folder("ontology") / "vocabularies").glob("*.ttl")}
