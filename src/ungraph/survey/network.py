"""A store → the records of its documents and citations, in a fixed order, a batch at a time.

Only the addresses of the documents are held in memory; what is said of them is asked for in
batches, so a store of millions of documents can be exported, be it a folder or an endpoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from urllib.parse import unquote

import pyoxigraph as ox

from ungraph.graph.network import CitationRecord, DocumentRecord
from ungraph.identifiers.bodies import body_of_symbol, load_bodies
from ungraph.identifiers.mint import Mint
from ungraph.namespaces import BASE_IRI, PREFIXES
from ungraph.resources import load_table
from ungraph.stores.base import View
from ungraph.writers.exports import Source

__all__ = ["Network", "last_part", "rows"]

_BATCH = 400
_SHOWN = ("symbol", "documentType", "issuedTo", "adoptedBy", "adoptedOn", "hasVersion", "titleSaid")
_DCTERMS = ("title", "alternative", "date", "identifier")
_TYPES = {
    PREFIXES["undo"] + "Resolution": "resolution",
    PREFIXES["undo"] + "Decision": "decision",
    PREFIXES["undo"] + "Note": "note",
}
_RDF_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
_TREATY = "treaty:"
Fact = tuple[ox.NamedNode | ox.Literal, bool]


class Network:
    """The documents and citations that *view* shows; *base* is that of our IRIs."""

    def __init__(self, view: View, base: str = BASE_IRI) -> None:
        self._view = view
        self._mint = Mint(base)
        self._ung = self._mint.term("")
        self._organs: dict[str, str] = {}

    @property
    def source(self) -> Source:
        """The same as what exports ask for."""
        return Source(self.documents, self.held_documents, self.citations)

    def documents(self) -> Iterator[DocumentRecord]:
        """All documents, held and cited, by address."""
        classes = (f"<{self._ung}Document>", f"<{self._ung}DescribedDocument>")
        query = f"SELECT DISTINCT ?d WHERE {{ VALUES ?c {{ {' '.join(classes)} }} ?d a ?c }}"
        return self._describe(self._addresses(query))

    def held_documents(self) -> Iterator[DocumentRecord]:
        """The documents that were read, by address."""
        return self._describe(
            self._addresses(f"SELECT DISTINCT ?d WHERE {{ ?d <{self._ung}hasVersion> ?v }}")
        )

    def citations(self) -> Iterator[CitationRecord]:
        """All citations of other documents, by citing document, cited document and address.

        What a document says of itself is no citation.
        """
        cito = PREFIXES["cito"]
        citing = self._addresses(f"SELECT DISTINCT ?d WHERE {{ ?c <{cito}hasCitingEntity> ?d }}")
        for batch in _batches(citing):
            found = rows(
                self._view,
                f"""SELECT DISTINCT ?c ?d ?o ?r ?p WHERE {{
                VALUES ?d {{ {_terms(batch)} }}
                ?c <{cito}hasCitingEntity> ?d ; <{cito}hasCitedEntity> ?o .
                OPTIONAL {{ ?c <{cito}hasCitationCharacterization> ?r }}
                OPTIONAL {{ ?c <{self._ung}pinpoint> ?p }} }}""",
            )
            records = (
                CitationRecord(c, d, o, last_part(r), p)
                for c, d, o, r, p in ([_text(term) for term in row] for row in found)
            )
            kept = {r for r in records if r.relation != "self" and r.citing != r.cited}
            yield from sorted(
                kept, key=lambda r: (r.citing, r.cited, r.iri, r.relation, r.pinpoint)
            )

    def _addresses(self, query: str) -> list[str]:
        return sorted(
            row[0].value for row in rows(self._view, query) if isinstance(row[0], ox.NamedNode)
        )

    def _describe(self, addresses: list[str]) -> Iterator[DocumentRecord]:
        names = [f"{self._ung}{name}" for name in _SHOWN]
        names += [f"{PREFIXES['dcterms']}{name}" for name in _DCTERMS]
        wanted = ", ".join(f"<{name}>" for name in (*names, _RDF_TYPE, _LABEL))
        for batch in _batches(addresses):
            # A filter, not VALUES: Oxigraph would look through the whole store for those.
            chosen = f"?d ?p ?o FILTER(?p IN ({wanted}))"
            documents = f"VALUES ?d {{ {_terms(batch)} }}"
            own = {
                (d, p, o)
                for d, p, o, g in rows(
                    self._view,
                    f"SELECT DISTINCT ?d ?p ?o ?g WHERE {{ {documents} GRAPH ?g {{ {chosen} }} }}",
                )
                if self._is_own(_text(d), _text(g))
            }
            facts: dict[str, dict[str, list[Fact]]] = {iri: {} for iri in batch}
            found = rows(self._view, f"SELECT DISTINCT ?d ?p ?o WHERE {{ {documents} {chosen} }}")
            for d, p, o in found:
                if isinstance(o, ox.NamedNode | ox.Literal):
                    said = facts[_text(d)].setdefault(self._name(_text(p)), [])
                    said.append((o, (d, p, o) in own))
            self._name_organs(facts.values())
            for iri in batch:
                yield self._record(iri, facts[iri])

    def _is_own(self, document: str, graph: str) -> bool:
        """Whether *graph* is that of the document itself, not of one that cites it."""
        return graph.startswith(self._mint.graph(document) + "/")

    def _name(self, predicate: str) -> str:
        return predicate.rpartition("#")[2].rpartition("/")[2]

    def _name_organs(self, facts: Iterable[dict[str, list[Fact]]]) -> None:
        agents = {
            term.value
            for said in facts
            for name in ("issuedTo", "adoptedBy")
            for term, _ in said.get(name, ())
            if isinstance(term, ox.NamedNode)
        }
        unknown = sorted(agents - self._organs.keys())
        if not unknown:
            return
        self._organs.update(dict.fromkeys(unknown, ""))
        found = rows(
            self._view,
            f"SELECT DISTINCT ?a ?l WHERE {{ VALUES ?a {{ {_terms(unknown)} }} ?a <{_LABEL}> ?l }}",
        )
        for agent, label in sorted(found, key=lambda row: _preference(row[1]), reverse=True):
            self._organs[_text(agent)] = _text(label)

    def _record(self, iri: str, facts: dict[str, list[Fact]]) -> DocumentRecord:
        symbol = _best(facts, "symbol") or _best(facts, "identifier")
        title = _best_literal(facts, "title", "titleSaid", "label")
        organ_iri = _best(facts, "issuedTo") or _best(facts, "adoptedBy")
        slug = organ_iri.removeprefix(self._mint.agent("")) if organ_iri else ""
        organ = self._organs.get(organ_iri, "")
        if not slug:
            slug = body_of_symbol(symbol)[0] or ""
            organ = load_bodies()[slug].label if slug else ""
        if symbol.startswith(_TREATY):
            name, symbol = _treaty_names().get(symbol.removeprefix(_TREATY), ""), ""
            title = title or (ox.Literal(name, language="en") if name else None)
        subtitle = _best_literal(facts, "alternative")
        versions = {_text(term) for term, _ in facts.get("hasVersion", ())}
        languages = {version.removeprefix(f"{iri}/").partition("/")[0] for version in versions}
        return DocumentRecord(
            iri=iri,
            symbol=symbol,
            title=" ".join(title.value.split()) if title else "",
            title_language=(title.language or "") if title else "",
            subtitle=" ".join(subtitle.value.split()) if subtitle else "",
            type=self._type(facts),
            date=_date(facts),
            organ=organ,
            organ_key=slug,
            languages=tuple(sorted(languages)),
            held=bool(versions),
        )

    def _type(self, facts: dict[str, list[Fact]]) -> str:
        stated = last_part(_best(facts, "documentType"))
        classes = {_text(term) for term, _ in facts.get("type", ())}
        if not stated and f"{self._ung}Treaty" in classes:
            return "treaty"
        return stated or next((name for iri, name in _TYPES.items() if iri in classes), "")


@cache
def _treaty_names() -> dict[str, str]:
    """Names of treaties by the code that stands for a symbol."""
    return {row["code"]: row["label"] for row in load_table("treaties")}


def rows(view: View, sparql: str) -> Iterator[ox.QuerySolution]:
    """The rows that a SELECT gives."""
    found = view.query(sparql)
    assert isinstance(found, ox.QuerySolutions)
    yield from found


def last_part(iri: str) -> str:
    """The last part of an address, such as the notation of a concept.

    >>> last_part("https://w3id.org/ungraph/ns/relations/pursuant-to")
    'pursuant-to'
    """
    return unquote(iri.rpartition("/")[2])


def _batches(addresses: list[str]) -> Iterator[list[str]]:
    rest = iter(addresses)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _terms(addresses: Iterable[str]) -> str:
    return " ".join(f"<{address}>" for address in addresses)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _preference(term: object) -> tuple[bool, str, str]:
    """English first, then by language and words."""
    language = (term.language or "") if isinstance(term, ox.Literal) else ""
    return (language != "en", language, _text(term))


def _best_literal(facts: dict[str, list[Fact]], *names: str) -> ox.Literal | None:
    """The value of the first property that has one: the document's own before others'."""
    for name in names:
        found = [(not own, *_preference(term), term) for term, own in facts.get(name, ())]
        literals = [item for item in found if isinstance(item[-1], ox.Literal)]
        if literals:
            best = min(literals, key=lambda item: item[:-1])[-1]
            assert isinstance(best, ox.Literal)
            return best
    return None


def _best(facts: dict[str, list[Fact]], name: str) -> str:
    return min(((not own, _text(term)) for term, own in facts.get(name, ())), default=(False, ""))[
        1
    ]


def _date(facts: dict[str, list[Fact]]) -> str:
    """The date of adoption, else of issue: what the document says before what others say of it.

    Of several, the most precise, then the earliest.
    """
    for wanted in (True, False):
        for name in ("adoptedOn", "date"):
            found = [(-len(_text(t)), _text(t)) for t, own in facts.get(name, ()) if own is wanted]
            if found:
                return min(found)[1]
    return ""
