"""Each hygiene rule finds its fault, and nothing in the ontology as it is."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from ungraph.errors import DataError
from ungraph.model.report import Severity
from ungraph.namespaces import BASE_IRI, PREFIXES
from ungraph.validation.hygiene import _read_rule as read_rule
from ungraph.validation.hygiene import check_hygiene, load_hygiene_rules

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
FAULTS = {
    "aligned-term-unknown": "ung:Nothing rdfs:subClassOf prov:Entity .",
    "blank-node": "ung:Thing rdfs:seeAlso [] .",
    "concept-incomplete": "<{b}ns/statuses/odd> a skos:Concept ; skos:inScheme <{b}ns/statuses> .",
    "deprecated-without-advice": "ung:Old owl:deprecated true .",
    "label-taken": 'ung:Charge a owl:Class ; rdfs:label "mandate"@en .',
    "long-label": 'ung:L a owl:Class ; rdfs:label "a label that goes on and on as a sentence"@en .',
    "no-definition": 'ung:Long a owl:Class ; skos:definition "One sentence. And another."@en .',
    "no-label": 'ung:Bare a owl:Class ; rdfs:label "nu"@fr .',
    "not-defined-by-a-module": "ung:Stray a owl:Class ; rdfs:isDefinedBy <{b}ns/elsewhere> .",
    "notation-and-address-differ": "<{b}ns/statuses/odd> a skos:Concept ; "
    'skos:inScheme <{b}ns/statuses> ; skos:notation "even" .',
    "property-kind": "ung:both a owl:ObjectProperty , owl:DatatypeProperty .",
    "several-headers": "<{b}ns> owl:versionIRI <{b}ns/9.9.9> .",
    "undefined-class": "<urn:x> a ung:Nonsense .",
    "undefined-property": "<urn:x> ung:nonsense 1 .",
    "unknown-class": "ung:agent rdfs:range ung:Nonsense .",
    "wrong-case": "ung:lowercase a owl:Class .",
}


def test_every_rule_has_a_fault_to_find() -> None:
    assert {rule.name for rule in load_hygiene_rules()} == set(FAULTS)


@pytest.mark.parametrize("rule", FAULTS)
def test_a_rule_finds_its_fault(rule: str) -> None:
    quads = list(parse(HEAD + FAULTS[rule].replace("{b}", BASE_IRI), format=RdfFormat.TURTLE))
    found = {finding.shape.rpartition("/")[2]: finding for finding in check_hygiene(quads).findings}
    assert rule in found
    assert found[rule].source == "hygiene"
    assert "Usual cause: " in found[rule].message
    assert found[rule].severity is (
        Severity.WARNING if rule == "long-label" else Severity.VIOLATION
    )


def test_the_rules_follow_the_base_iri() -> None:
    base = "https://example.org/graph/"
    assert check_hygiene(base=base).findings == ()
    quads = list(parse(f"<urn:x> <{base}ns#nonsense> 1 .", format=RdfFormat.TURTLE))
    (finding,) = check_hygiene(quads, base=base).findings
    assert finding.focus_node == f"{base}ns#nonsense"


def test_a_rule_without_its_comments_is_refused() -> None:
    with pytest.raises(DataError, match="severity and its usual cause"):
        read_rule("odd", "# A promise.\nSELECT ?x WHERE { ?x a ?y }")
