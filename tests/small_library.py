"""A small store of invented documents that cite each other, for networks, links and reports."""

from __future__ import annotations

from pyoxigraph import Quad, RdfFormat, parse

__all__ = ["library_quads", "library_trig"]

_TRIG = """
PREFIX ung: <https://w3id.org/ungraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX undo: <https://w3id.org/un/ontology/undo/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX rel: <https://w3id.org/ungraph/ns/relations/>
PREFIX type: <https://w3id.org/ungraph/ns/document-types/>
PREFIX agent: <https://w3id.org/ungraph/id/agent/>
BASE <https://w3id.org/ungraph/id/doc/>

GRAPH <https://w3id.org/ungraph/id/graph/A/HRC/9/99/en> {
  <A/HRC/9/99> a ung:Document , undo:Note ; ung:symbol "A/HRC/9/99" ;
    dcterms:title "Right to \\"rest\\" & leisure < 50_% of Lénd"@en ;
    dcterms:alternative "Note by the Secretariat"@en ;
    dcterms:date "2008-05-03"^^xsd:date ; ung:documentType type:note-by-the-secretariat ;
    ung:issuedTo agent:hrc ; ung:hasVersion <A/HRC/9/99/en> .
  <A/HRC/9/99/en> a ung:DocumentVersion ; ung:textLength 80 .
  <A/HRC/9/99#citation-1> a ung:Citation ; cito:hasCitingEntity <A/HRC/9/99> ;
    cito:hasCitedEntity <A/RES/926(X)> ; cito:hasCitationCharacterization rel:pursuant-to ;
    ung:pinpoint "para. 3" .
  <A/HRC/9/99#citation-2> a ung:Citation ; cito:hasCitingEntity <A/HRC/9/99> ;
    cito:hasCitedEntity <A/RES/926(X)> ; cito:hasCitationCharacterization rel:recalls .
  <A/HRC/9/99#citation-3> a ung:Citation ; cito:hasCitingEntity <A/HRC/9/99> ;
    cito:hasCitedEntity <A/HRC/9/99> ; cito:hasCitationCharacterization rel:self .
  <A/HRC/9/99> cito:cites <A/RES/926(X)> .
  <A/RES/926(X)> a ung:Document , undo:Resolution ; ung:symbol "A/RES/926(X)" ;
    ung:adoptedOn "1955-12-14"^^xsd:date .
  <A/HRC/9/99#topic-1> a ung:Topic ; rdfs:label "right to leisure"@en .
}
GRAPH <https://w3id.org/ungraph/id/graph/A/RES/99/7/fr> {
  <A/RES/99/7> a ung:Document , undo:Resolution ; ung:symbol "A/RES/99/7" ;
    dcterms:title "Droit aux loisirs"@fr ; ung:adoptedOn "2044-12"^^xsd:gYearMonth ;
    ung:documentType type:resolution ; ung:adoptedBy agent:ga ;
    ung:hasVersion <A/RES/99/7/fr> .
  <A/RES/99/7/fr> a ung:DocumentVersion .
  <A/RES/99/7#citation-4> a ung:Citation ; cito:hasCitingEntity <A/RES/99/7> ;
    cito:hasCitedEntity <A/HRC/9/99> ; cito:hasCitationCharacterization rel:takes-note-of .
  <A/RES/99/7#citation-5> a ung:Citation ; cito:hasCitingEntity <A/RES/99/7> ;
    cito:hasCitedEntity <A/RES/926(X)> ; cito:hasCitationCharacterization rel:recalls .
  <A/RES/99/7> cito:cites <A/HRC/9/99> , <A/RES/926(X)> .
  <A/HRC/9/99> a ung:Document ; ung:symbol "A/HRC/9/99" ; dcterms:date "2008-05-04"^^xsd:date .
  <A/RES/926(X)> a ung:Document , undo:Resolution ; ung:symbol "A/RES/926(X)" ;
    ung:adoptedOn "1955-12-15"^^xsd:date .
}
GRAPH <https://w3id.org/ungraph/id/graph/authority> {
  agent:hrc a ung:Body ; rdfs:label "Human Rights Council"@en .
  agent:ga a ung:Body ; rdfs:label "General Assembly"@en , "Assemblée générale"@fr .
  agent:state-fra a ung:State ; rdfs:label "France"@en .
  agent:government-fra a ung:Government ; rdfs:label "Government of France"@en ;
    ung:ofState agent:state-fra .
  agent:office-sg a ung:Office ; rdfs:label "Secretary-General of the United Nations"@en .
}
"""


def library_trig() -> str:
    """The store as TriG."""
    return _TRIG


def library_quads() -> list[Quad]:
    """The store as quads."""
    return list(parse(_TRIG.encode(), format=RdfFormat.TRIG))
