"""Small look-ups in a view: labels, rows, exact words, and what IRI a person means."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from ungraph.errors import IdentifierError, QueryError
from ungraph.identifiers.mint import Mint
from ungraph.identifiers.symbol import parse_symbol
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import View

__all__ = ["Lookup", "Row"]

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Queries against one view, in the terms of one base IRI."""

    view: View
    mint: Mint

    def rows(self, where: str, *names: str) -> list[Row]:
        """The solutions of *where*, each a mapping from variable to text, in order of their text.

        Unbound variables are left out.
        """
        prefixes = "".join(
            f"PREFIX {prefix}: <{self._namespace(prefix)}> "
            for prefix in ("ung", "rdf", "rdfs", "dcterms", "cito", "oa", "skos")
        )
        variables = " ".join(f"?{name}" for name in names)
        answer = self.view.query(f"{prefixes} SELECT DISTINCT {variables} WHERE {{ {where} }}")
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError("not a table", where=where)
        found = [
            {name: term.value for name in names if (term := row[name]) is not None}
            for row in answer
        ]
        return sorted(found, key=lambda row: [row.get(name, "") for name in names])

    def _namespace(self, prefix: str) -> str:
        return f"{self.mint.base}ns#" if prefix == "ung" else PREFIXES[prefix]

    def words(self, iri: str) -> tuple[str, ...]:
        """The exact words that *iri* rests on, in order of their place."""
        found = self.rows(
            f"<{iri}> ung:evidence ?span . ?span oa:hasSelector ?x . ?x oa:exact ?exact ; "
            "oa:start ?start",
            "start",
            "exact",
        )
        ordered = sorted(found, key=lambda row: int(row["start"]))
        return tuple(" ".join(row["exact"].split()) for row in ordered)

    def label(self, iri: str) -> str:
        """A name a person can read: the label, the symbol, the number of a session, or the end of
        the IRI."""
        found = self.rows(
            f"{{ <{iri}> rdfs:label ?label }} UNION {{ <{iri}> ung:symbol ?label }}", "label"
        )
        if found:
            return found[0]["label"]
        numbered = self.rows(f"<{iri}> ung:ordinal ?n ; ung:body/rdfs:label ?body", "n", "body")
        if numbered:
            return f"session {numbered[0]['n']} of the {numbered[0]['body']}"
        short = iri.removeprefix(self.mint.base).rpartition("#")[2]
        return short.rpartition("/")[2] if short.startswith("ns/") else short

    def find(self, given: str) -> str:
        """The IRI that *given* means: itself, or the document of a symbol.

        Raises IdentifierError when it is neither, or when the store knows nothing of it.
        """
        text = given.strip().strip("<>")
        if not text.startswith(("http://", "https://", "urn:")):
            symbol, hash_sign, fragment = text.partition("#")
            text = self.mint.document(parse_symbol(symbol)) + hash_sign + fragment
        if not self.rows(f"{{ <{text}> ?p ?o }} UNION {{ ?s ?p <{text}> }}", "p"):
            raise IdentifierError(
                f"the store knows nothing of {given}",
                advice="Check the symbol, or build its document first",
            )
        return text
