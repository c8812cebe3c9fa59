"""Every IRI that ungraph mints, in one place: pure functions of values and a base IRI.

Nothing is minted under un.org, metadata.un.org or w3id.org/un.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ungraph.errors import IdentifierError
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.namespaces import BASE_IRI

__all__ = ["Mint"]

_SAFE = "/()-._~:,;=+'!$&@"
_TREATY = "treaty:"


@dataclass(frozen=True, slots=True)
class Mint:
    """IRIs below one base.

    >>> mint = Mint()
    >>> mint.term("Citation")
    'https://w3id.org/ungraph/ns#Citation'
    >>> mint.document(DocumentSymbol("A/RES/926(X)"))
    'https://w3id.org/ungraph/id/doc/A/RES/926(X)'
    >>> mint.version(DocumentSymbol("A/HRC/4/60"), "en", advance=True)
    'https://w3id.org/ungraph/id/doc/A/HRC/4/60/en/advance'
    """

    base: str = BASE_IRI

    def __post_init__(self) -> None:
        if not self.base.startswith(("http://", "https://", "urn:")) or self.base[-1] not in "/:":
            raise IdentifierError(
                f"not usable as base IRI: {self.base!r}",
                why="it must be absolute and end in / or :",
                advice="Write it like https://example.org/graph/",
            )

    def term(self, name: str) -> str:
        """A class, property or concept of the ontology: ``{base}ns#Citation``."""
        return f"{self.base}ns#{name}"

    def concept(self, scheme: str, notation: str) -> str:
        """A member of a closed list: ``{base}ns/relations/pursuant-to``."""
        return f"{self.base}ns/{scheme}/{quote(notation, safe=_SAFE)}"

    def scheme(self, scheme: str) -> str:
        """A closed list: ``{base}ns/relations``."""
        return f"{self.base}ns/{scheme}"

    def document(self, symbol: DocumentSymbol) -> str:
        """A work: ``{base}id/doc/A/HRC/4/60``; a treaty: ``{base}id/treaty/ICCPR``."""
        if symbol.text.startswith(_TREATY):
            return f"{self.base}id/treaty/{quote(symbol.text[len(_TREATY) :], safe=_SAFE)}"
        return f"{self.base}id/doc/{quote(symbol.text, safe=_SAFE)}"

    def untitled(self, digest: str) -> str:
        """A work without any symbol, told by the digest of its file."""
        return f"{self.base}id/doc/sha256/{digest[:32]}"

    def version(self, work: DocumentSymbol | str, language: str, *, advance: bool = False) -> str:
        """An expression: ``{work}/en`` or ``{work}/en/advance``."""
        iri = self.document(work) if isinstance(work, DocumentSymbol) else work
        return f"{iri}/{language}/advance" if advance else f"{iri}/{language}"

    def part(self, owner: str, fragment: str) -> str:
        """A part of a version or a node of a work: ``{owner}#para-9``, ``{owner}#act-…``."""
        return f"{owner}#{quote(fragment, safe=_SAFE)}"

    def span(self, version: str, start: int, end: int) -> str:
        """Evidence after RFC 5147, half-open, in code points: ``{version}#char=437,511``."""
        return f"{version}#char={start},{end}"

    def file(self, digest: str) -> str:
        """A manifestation, told by its SHA-256: ``{base}id/file/{digest}``."""
        return f"{self.base}id/file/{digest}"

    def agent(self, key: str) -> str:
        """An agent: ``{base}id/agent/office-hchr``."""
        return f"{self.base}id/agent/{quote(key, safe=_SAFE)}"

    def session(self, key: str) -> str:
        """A session of a body: ``{base}id/session/hrc-4``."""
        return f"{self.base}id/session/{quote(key, safe=_SAFE)}"

    def graph(self, version: str, *, evidence: bool = False) -> str:
        """The named graph of a version: ``{base}id/graph/{SYMBOL}/{lang}`` or ``…/evidence``."""
        prefix = f"{self.base}id/"
        rest = version.removeprefix(f"{prefix}doc/").removeprefix(prefix)
        return f"{prefix}graph/{rest}/evidence" if evidence else f"{prefix}graph/{rest}"

    def authority_graph(self) -> str:
        """The graph of agents, sessions and vocabularies."""
        return f"{self.base}id/graph/authority"

    def links_graph(self) -> str:
        """The graph of everything taken from outside."""
        return f"{self.base}id/graph/links"

    def software(self, version: str) -> str:
        """The software agent that made a graph: ``{base}id/software/ungraph-0.1.0``."""
        return f"{self.base}id/software/ungraph-{quote(version, safe=_SAFE)}"
