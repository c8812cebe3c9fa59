"""Quads ↔ a SPARQL 1.1 endpoint, through SPARQLWrapper and the Graph Store Protocol."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit, urlunsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    Request,
    build_opener,
)

import pyoxigraph as ox
from SPARQLWrapper import BASIC, DIGEST, GET, JSON, POST, POSTDIRECTLY, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from ungraph.errors import StoreError
from ungraph.stores.base import Answer, Store, View, Writer, query_error
from ungraph.stores.oxigraph import replacement

__all__ = ["Endpoint", "RemoteStore", "find_endpoint"]

_GRAPH_KEYWORDS = ("CONSTRUCT", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Addresses of a store: queries, updates and (where it has one) whole graphs.

    *digest* asks for HTTP digest authentication (Virtuoso) instead of basic.
    """

    query: str
    update: str
    graphs: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    digest: bool = False
    timeout_seconds: int = 60


def find_endpoint(
    url: str,
    *,
    update: str | None = None,
    graphs: str | None = None,
    user: str | None = None,
    password: str | None = None,
    digest: bool = False,
) -> Endpoint:
    """The addresses that belong to *url*, after the habits of common servers.

    Forms of *url*: ``http://host:7878`` or ``…/query`` (Oxigraph, ungraph serve: ``/update``,
    ``/store``), ``…/ds/sparql`` or ``…/ds/query`` (Fuseki: ``/update``, ``/data``),
    ``…/repositories/NAME`` (RDF4J, GraphDB: ``/statements``), ``…:8890/sparql`` (Virtuoso:
    ``/sparql-auth``, ``/sparql-graph-crud-auth``, digest). *update* and *graphs* win over habit.

    >>> find_endpoint("http://localhost:7878").update
    'http://localhost:7878/update'
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise StoreError(
            f"not the address of an endpoint: {url!r}",
            advice="Write it like http://localhost:7878 or https://example.org/ds/sparql",
        )
    base = urlunsplit(parts._replace(query="", fragment="")).rstrip("/")
    root, _, last = base.rpartition("/")
    if not parts.path.strip("/"):
        found = (f"{base}/query", f"{base}/update", f"{base}/store")
    elif parts.path.rstrip("/") == "/sparql" and parts.port == 8890:
        digest = digest or user is not None
        ending = "-auth" if user else ""
        found = (base, f"{base}{ending}", f"{root}/sparql-graph-crud{ending}")
    elif last in ("query", "sparql"):
        shared = parts.path.strip("/").count("/") > 0
        found = (base, f"{root}/update", f"{root}/data" if shared else f"{root}/store")
    elif "/repositories/" in parts.path:
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
    )


class RemoteStore(Store):
    """A store behind an endpoint; nothing is asked before it is used."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    def writer(self) -> Writer:
        return _RemoteWriter(self.endpoint)

    def view(self) -> View:
        return _RemoteView(self.endpoint)

    def put_graph(self, name: str, ntriples: bytes) -> None:
        """Put *ntriples* in place of one graph, by the Graph Store Protocol."""
        if self.endpoint.graphs is None:
            raise StoreError(
                "no address for whole graphs is known",
                where=self.endpoint.query,
                advice="Give it with --graph-store",
            )
        url = f"{self.endpoint.graphs}?{urlencode({'graph': name})}"
        headers = {"Content-Type": "application/n-triples"}
        request = Request(url, data=ntriples, headers=headers, method="PUT")
        _open(self.endpoint, request)

    def close(self) -> None:
        """Nothing to let go of: each request has its own connection."""


class _RemoteWriter(Writer):
    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__()
        self._endpoint = endpoint

    def _commit(self, removed: tuple[str, ...], added: tuple[ox.Quad, ...]) -> None:
        wrapper = _wrapper(self._endpoint, self._endpoint.update)
        wrapper.setMethod(POST)
        wrapper.setRequestMethod(POSTDIRECTLY)
        wrapper.setQuery(replacement(removed, added))
        _run(wrapper, self._endpoint.update)


class _RemoteView(View):
    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def query(self, sparql: str) -> Answer:
        wrapper = _wrapper(self._endpoint, self._endpoint.query)
        wrapper.setQuery(sparql)
        wrapper.setMethod(GET if len(sparql) < 1500 else POST)
        wrapper.setReturnFormat(JSON)
        is_graph = wrapper.queryType in _GRAPH_KEYWORDS
        if is_graph:
            wrapper.setReturnFormat("n3")
            wrapper.addCustomHttpHeader(
                "Accept", "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
            )
        data, media_type = _run(wrapper, self._endpoint.query)
        if is_graph:
            return tuple(sorted(_parse_triples(data, media_type), key=str))
        return _parse_answer(data, media_type)

    def iter_quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        for name in self.graph_names() if graph is None else (graph,):
            pattern = f"GRAPH <{name}> {{ ?s ?p ?o }}"
            found = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}")
            assert isinstance(found, tuple)
            for triple in found:
                yield ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(name))

    def graph_names(self) -> tuple[str, ...]:
        rows = self._rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return tuple(sorted(str(row[0].value) for row in rows))

    def count(self, graph: str | None = None) -> int:
        name = "?g" if graph is None else f"<{graph}>"
        rows = self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}")
        return int(next(iter(rows))[0].value)

    def _rows(self, sparql: str) -> ox.QuerySolutions:
        found = self.query(sparql)
        assert isinstance(found, ox.QuerySolutions)
        return found


def _wrapper(endpoint: Endpoint, url: str) -> SPARQLWrapper:
    wrapper = SPARQLWrapper(url, agent="ungraph (https://w3id.org/ungraph/)")
    wrapper.setTimeout(endpoint.timeout_seconds)
    if endpoint.user:
        wrapper.setHTTPAuth(DIGEST if endpoint.digest else BASIC)
        wrapper.setCredentials(endpoint.user, endpoint.password or "")
    return wrapper


def _run(wrapper: SPARQLWrapper, url: str) -> tuple[bytes, str]:
    try:
        response = wrapper.query().response
        return response.read(), response.headers.get_content_type()
    except QueryBadFormed as error:
        raise query_error(wrapper.queryString, error.msg or str(error)) from error
    except SPARQLWrapperException as error:
        raise _refused(url, str(error)) from error
    except HTTPError as error:
        raise _refused(url, f"HTTP {error.code} {error.reason}") from error
    except (URLError, OSError) as error:
        raise _refused(url, str(getattr(error, "reason", error))) from error


def _open(endpoint: Endpoint, request: Request) -> bytes:
    try:
        with _opener(endpoint).open(request, timeout=endpoint.timeout_seconds) as response:
            data: bytes = response.read()
            return data
    except HTTPError as error:
        raise _refused(request.full_url, f"HTTP {error.code} {error.reason}") from error
    except (URLError, OSError) as error:
        raise _refused(request.full_url, str(getattr(error, "reason", error))) from error


def _opener(endpoint: Endpoint) -> OpenerDirector:
    if not endpoint.user:
        return build_opener()
    passwords = HTTPPasswordMgrWithDefaultRealm()
    url = endpoint.graphs or endpoint.query
    passwords.add_password(None, url, endpoint.user, endpoint.password or "")
    handler = HTTPDigestAuthHandler if endpoint.digest else HTTPBasicAuthHandler
    return build_opener(handler(passwords))


def _refused(url: str, why: str) -> StoreError:
    return StoreError(
        "the endpoint did not answer",
        where=url,
        why=" ".join(why.split())[:300],
        advice="Check the address, the user and that the server runs",
    )


def _parse_answer(data: bytes, media_type: str) -> ox.QuerySolutions | ox.QueryBoolean:
    formats = {"application/sparql-results+xml": ox.QueryResultsFormat.XML}
    if data.strip() in (b"true", b"false"):  # Virtuoso's answer to ASK
        data, media_type = json.dumps({"head": {}, "boolean": data.strip() == b"true"}).encode(), ""
    return ox.parse_query_results(data, formats.get(media_type, ox.QueryResultsFormat.JSON))


def _parse_triples(data: bytes, media_type: str) -> set[ox.Triple]:
    known = ox.RdfFormat.from_media_type(media_type) or ox.RdfFormat.TURTLE
    return {quad.triple for quad in ox.parse(data, format=known)}
