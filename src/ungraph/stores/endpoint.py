"""Endpoint: the addresses of a SPARQL server, told from one of them by the habits of servers."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from ungraph.errors import StoreError

__all__ = ["Endpoint", "find_endpoint"]

_VIRTUOSO_PORT = 8890
_VIRTUOSO_QUADS = 2000  # it takes 10,000 lines of SPARQL


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Addresses of a store: queries, updates and (where it has one) whole graphs.

    *user* and *password* are sent by basic authentication, or by *digest* (Virtuoso); *token* as
    a bearer token (``ungraph serve``). *request_quads* is how many quads one update may hold, None
    where there is no limit.
    """

    query: str
    update: str
    graphs: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    digest: bool = False
    token: str | None = field(default=None, repr=False)
    timeout_seconds: int = 120
    request_quads: int | None = None


def find_endpoint(
    url: str,
    *,
    update: str | None = None,
    graphs: str | None = None,
    user: str | None = None,
    password: str | None = None,
    digest: bool = False,
    token: str | None = None,
) -> Endpoint:
    """The addresses that belong to *url*, after the habits of common servers.

    Forms of *url*: ``http://host:7878`` or ``…/query`` (Oxigraph: ``/update``, ``/store``);
    ``…/sparql`` (ungraph serve: the same, ``/graph-store``); ``…/sparql`` on port 8890 or with
    *digest* (Virtuoso: ``/sparql-auth``, ``/sparql-graph-crud-auth``); ``…/ds/sparql`` or
    ``…/ds/query`` (Fuseki: ``/ds/update``, ``/ds/data``); ``…/repositories/NAME`` (RDF4J,
    GraphDB: ``/statements``). *update* and *graphs* win over habit. Raises StoreError for what
    is no address.

    >>> find_endpoint("http://localhost:7878").update
    'http://localhost:7878/update'
    >>> find_endpoint("http://localhost:3030/un/sparql").graphs
    'http://localhost:3030/un/data'
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise StoreError(
            f"not the address of an endpoint: {url!r}",
            advice="Write it like http://localhost:7878 or https://example.org/ds/sparql",
        )
    base = urlunsplit(parts._replace(query="", fragment="")).rstrip("/")
    root, _, last = base.rpartition("/")
    path = parts.path.strip("/")
    request_quads = None
    if not path:
        found = (f"{base}/query", f"{base}/update", f"{base}/store")
    elif path == "sparql" and (digest or parts.port == _VIRTUOSO_PORT):
        digest = digest or user is not None
        request_quads = _VIRTUOSO_QUADS
        ending = "-auth" if user else ""
        found = (base, f"{base}{ending}", f"{root}/sparql-graph-crud{ending}")
    elif path == "sparql":
        found = (base, base, f"{root}/graph-store")
    elif path == "query":
        found = (base, f"{root}/update", f"{root}/store")
    elif last in ("query", "sparql"):
        found = (base, f"{root}/update", f"{root}/data")
    elif "repositories/" in path:
        found = (base, f"{base}/statements", f"{base}/rdf-graphs/service")
    else:
        found = (base, base, "")
    return Endpoint(
        query=found[0],
        update=update or found[1],
        graphs=graphs or found[2] or None,
        user=user,
        password=password,
        digest=digest,
        token=token,
        request_quads=request_quads,
    )
