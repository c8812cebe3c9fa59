"""The ontology, its closed lists, its context and the code agree."""

from __future__ import annotations

import csv
import importlib.util
import json
from enum import StrEnum
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ungraph.graph.vocabulary import (
    ACT_CLASSES,
    CLASSES,
    EVENT_CLASSES,
    PROPERTIES,
    RELATION_PROPERTIES,
)
from ungraph.model.assertion import ActType, EventStatus, EventType, OutcomeType, Relation
from ungraph.model.document import BlockKind, Status
from ungraph.model.markup import AdoptionManner
from ungraph.model.procedure import Operation, StepType
from ungraph.namespaces import BASE_IRI, PREFIXES
from ungraph.resources import find_folder
from ungraph.validation.hygiene import check_hygiene
from ungraph.validation.shacl import validate

ONTOLOGY = find_folder("ontology")
UNG = PREFIXES["ung"]
EXAMPLES = sorted((ONTOLOGY / "examples").glob("*.ttl"))


def load(*folders: str) -> Graph:
    graph = Graph()
    for folder in folders:
        for path in sorted((ONTOLOGY / folder).glob("*.ttl")):
            graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def modules() -> Graph:
    return load("modules")


@pytest.fixture(scope="module")
def vocabularies() -> Graph:
    return load("vocabularies")


def names(graph: Graph, *kinds: URIRef) -> set[str]:
    return {
        str(term).removeprefix(UNG) for kind in kinds for term in graph.subjects(RDF.type, kind)
    }


def is_reserved(graph: Graph, name: str) -> bool:
    notes = graph.objects(URIRef(UNG + name), SKOS.editorialNote)
    return any(str(note).startswith("Reserved: ") for note in notes)


def test_every_term_the_code_may_use_is_defined(modules: Graph) -> None:
    assert names(modules, OWL.Class) >= CLASSES
    assert names(modules, OWL.ObjectProperty, OWL.DatatypeProperty) >= PROPERTIES


def test_every_term_defined_may_be_used_or_is_reserved_with_a_reason(modules: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    unused = names(modules, *kinds) - CLASSES - PROPERTIES
    assert {name for name in unused if not is_reserved(modules, name)} == set()


def test_all_pending_terms_are_reserved_and_no_other_class_is() -> None:
    pending = Graph().parse(ONTOLOGY / "modules" / "pending.ttl", format="turtle")
    terms = {str(s).removeprefix(UNG) for s in pending.subjects(RDFS.isDefinedBy)}
    assert terms
    assert all(is_reserved(pending, name) for name in terms)


@pytest.mark.parametrize(
    ("scheme", "members"),
    [
        ("act-types", ActType),
        ("adoption-manners", AdoptionManner),
        ("event-statuses", EventStatus),
        ("event-types", EventType),
        ("operations", Operation),
        ("outcome-types", OutcomeType),
        ("relations", Relation),
        ("statuses", Status),
        ("step-types", StepType),
    ],
)
def test_closed_lists_and_enumerations_have_the_same_members(
    scheme: str, members: type[StrEnum], vocabularies: Graph
) -> None:
    listed = vocabularies.subjects(SKOS.inScheme, URIRef(f"{BASE_IRI}ns/{scheme}"))
    assert {str(vocabularies.value(c, SKOS.notation)) for c in listed} == {m.value for m in members}


def notations(vocabularies: Graph, scheme: str) -> set[str]:
    listed = vocabularies.subjects(SKOS.inScheme, URIRef(f"{BASE_IRI}ns/{scheme}"))
    return {str(vocabularies.value(concept, SKOS.notation)) for concept in listed}


def test_what_title_pages_are_read_as_is_in_the_closed_lists(vocabularies: Graph) -> None:
    with (find_folder("data") / "title_page_lines.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    types = {row["value"] for row in rows if row["kind"] == "type"} - {""}
    states = {row["value"] for row in rows if row["kind"] == "editorial"} - {""}
    assert types <= notations(vocabularies, "document-types")
    assert states <= notations(vocabularies, "editorial-statuses")


def test_every_kind_of_block_has_a_part_type(vocabularies: Graph) -> None:
    kinds = {kind.value for kind in BlockKind} - {"paragraph"}
    assert kinds <= notations(vocabularies, "part-types")


def test_classes_and_properties_of_closed_lists_are_those_of_the_code(vocabularies: Graph) -> None:
    def see(scheme: str, notation: str, predicate: URIRef) -> str:
        concept = URIRef(f"{BASE_IRI}ns/{scheme}/{notation}")
        return str(vocabularies.value(concept, predicate)).removeprefix(UNG)

    for act_type, name in ACT_CLASSES.items():
        assert see("act-types", act_type, RDFS.seeAlso) == name
    for event_type, name in EVENT_CLASSES.items():
        assert see("event-types", event_type, RDFS.seeAlso) == name
    for relation, name in RELATION_PROPERTIES.items():
        assert see("relations", relation, URIRef(f"{UNG}asProperty")) == name


def test_there_is_one_header_with_a_version_and_it_imports_every_module() -> None:
    graph = Graph().parse(ONTOLOGY / "ung.ttl", format="turtle")
    header = URIRef(f"{BASE_IRI}ns")
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [header]
    version = str(graph.value(header, OWL.versionInfo))
    assert str(graph.value(header, OWL.versionIRI)) == f"{BASE_IRI}ns/{version}"
    imported = {
        str(module).removeprefix(f"{BASE_IRI}ns/") for module in graph.objects(header, OWL.imports)
    }
    assert imported == {path.stem for path in (ONTOLOGY / "modules").glob("*.ttl")}


def test_one_module_defines_each_term() -> None:
    homes: dict[str, list[str]] = {}
    for path in sorted((ONTOLOGY / "modules").glob("*.ttl")):
        graph = Graph().parse(path, format="turtle")
        for term, home in graph.subject_objects(RDFS.isDefinedBy):
            assert str(home) == f"{BASE_IRI}ns/{path.stem}", term
            homes.setdefault(str(term), []).append(path.stem)
    assert all(len(found) == 1 for found in homes.values())


def test_the_ontology_breaks_no_rule_of_hygiene() -> None:
    assert check_hygiene().findings == ()


def test_the_context_has_not_drifted_from_the_modules() -> None:
    place = ONTOLOGY / "build_context.py"
    spec = importlib.util.spec_from_file_location("build_context", place)
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    committed = (ONTOLOGY / "context.jsonld").read_text(encoding="utf-8")
    assert committed == builder.build_context(), "run python ontology/build_context.py"


def test_the_context_has_a_name_for_every_term(modules: Graph) -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for term in modules.subjects(RDFS.isDefinedBy):
        name = str(term).removeprefix(UNG)
        assert context[name]["@id"] == f"ung:{name}"
    assert PREFIXES.items() <= context.items()


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_examples_conform_and_use_only_what_is_defined(path: Path) -> None:
    quads = list(parse(path=path, format=RdfFormat.TURTLE))
    assert validate(quads).violations == ()
    assert check_hygiene(quads).findings == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_examples_quote_the_text_at_the_place_they_name(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "".join(line[4:] + "\n" for line in lines[3 : lines.index("")])
    graph = Graph().parse(path, format="turtle")
    oa = rdflib.Namespace(PREFIXES["oa"])
    quotes = list(graph.subject_objects(oa.exact))
    assert quotes
    for selector, words in quotes:
        start, end = (int(str(graph.value(selector, p))) for p in (oa.start, oa.end))
        assert text[start:end] == str(words)


def test_the_examples_together_answer_the_questions_they_are_about() -> None:
    graph = load("examples")
    for name in ("acts", "actors", "citations", "events", "mandates", "masthead", "outcomes"):
        query = (ONTOLOGY / "competency" / f"{name}.rq").read_text(encoding="utf-8")
        assert len(graph.query(query)) > 0, name


def test_each_question_says_who_asks_it() -> None:
    for path in sorted((ONTOLOGY / "competency").glob("*.rq")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# ")
        assert "? Asked by: " in first


def test_the_questions_are_the_contract_unchanged(shared: Path) -> None:
    contract = {p.name: p.read_bytes() for p in (shared / "contract" / "queries").glob("*.rq")}
    ours = {p.name: p.read_bytes() for p in (ONTOLOGY / "competency").glob("*.rq")}
    assert ours == contract
