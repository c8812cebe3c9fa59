"""Prefixes and namespace IRIs as plain strings; knows no RDF library."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["BASE_IRI", "PREFIXES"]

BASE_IRI = "https://w3id.org/ungraph/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "allot": "https://w3id.org/akn/ontology/allot/",
        "cdm": "http://publications.europa.eu/ontology/cdm#",
        "cito": "http://purl.org/spar/cito/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "doco": "http://purl.org/spar/doco/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "frbr": "http://purl.org/vocab/frbr/core#",
        "lang": "http://id.loc.gov/vocabulary/iso639-1/",
        "lode": "http://linkedevents.org/ontology/",
        "lrmoo": "http://iflastandards.info/ns/lrm/lrmoo/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "time": "http://www.w3.org/2006/time#",
        "undo": "https://w3id.org/un/ontology/undo/",
        "ung": "https://w3id.org/ungraph/ns#",
        "vann": "http://purl.org/vocab/vann/",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
