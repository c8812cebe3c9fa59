"""Quads ↔ a SPARQL 1.1 endpoint, through SPARQLWrapper and the Graph Store Protocol."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.error import HTTPError
from urllib.parse import urlencode
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
from ungraph.stores.base import Answer, Store, View, Writer, graph_of, query_error
from ungraph.stores.endpoint import Endpoint
from ungraph.stores.oxigraph import replacement

__all__ = ["RemoteStore"]

_T = TypeVar("_T")
_GRAPH_KEYWORDS = ("CONSTRUCT", "DESCRIBE")
_GRAPH_TYPES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_STAGING = "urn:ungraph:staging:"
# Graphs of a change that is not done yet, and those that Virtuoso keeps for itself.
_HIDDEN_GRAPHS = (
    _STAGING,
    "http://www.openlinksw.com/",
    "http://www.w3.org/ns/ldp#",
    "http://localuriqaserver/",
    "http://localhost:8890/",
    "urn:core:services:",
    "urn:activitystreams-owl:",
)
_VIRTUOSO_ASK = b"__ASK_RETVAL"
_PAUSES_SECONDS = (0.5, 2.0, 5.0)
_PASSING_STATUS = frozenset({429, 502, 503, 504})


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
        if self.endpoint.token:
            headers["Authorization"] = f"Bearer {self.endpoint.token}"
        request = Request(url, data=ntriples, headers=headers, method="PUT")
        _open(self.endpoint, request)

    def close(self) -> None:
        """Nothing to let go of: each request has its own connection."""


class _RemoteWriter(Writer):
    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__()
        self._endpoint = endpoint

    def _commit(self, removed: tuple[str, ...], added: tuple[ox.Quad, ...]) -> None:
        """One request, so one transaction.

        Where the server limits requests, much is first put into graphs beside, and one request
        moves them into place.
        """
        most = self._endpoint.request_quads or len(added)
        if len(added) <= most:
            self._update(replacement(removed, added))
            return
        names = [name for name in dict.fromkeys(map(graph_of, added)) if name]
        self._update(replacement([_STAGING + name for name in names], ()))
        staged = [_beside(quad) for quad in added]
        for start in range(0, len(staged), most):
            self._update(replacement((), staged[start : start + most]))
        self._update(_settling(removed, names))

    def _update(self, sparql: str) -> None:
        wrapper = _wrapper(self._endpoint, self._endpoint.update)
        wrapper.setMethod(POST)
        if not self._endpoint.digest:
            wrapper.setRequestMethod(POSTDIRECTLY)
        wrapper.setQuery(sparql)
        _run(wrapper, self._endpoint.update)


def _beside(quad: ox.Quad) -> ox.Quad:
    """The same in a graph beside its own; a quad of the default graph as it is."""
    name = graph_of(quad)
    place = ox.NamedNode(_STAGING + name) if name else quad.graph_name
    return ox.Quad(quad.subject, quad.predicate, quad.object, place)


def _settling(removed: tuple[str, ...], staged: list[str]) -> str:
    """The update that puts staged graphs into their place, or adds them to what is there."""
    steps = [f"DROP SILENT GRAPH <{name}>" for name in removed if name not in staged]
    for name in staged:
        place = f"<{_STAGING}{name}> TO <{name}>"
        if name in removed:
            steps.append(f"MOVE SILENT GRAPH {place}")
        else:
            steps += [f"ADD SILENT GRAPH {place}", f"DROP SILENT GRAPH <{_STAGING}{name}>"]
    return " ;\n".join(steps)


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
            wrapper.addCustomHttpHeader("Accept", _GRAPH_TYPES)
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
        names = sorted(str(row[0].value) for row in rows)
        return tuple(name for name in names if not name.startswith(_HIDDEN_GRAPHS))

    def count(self, graph: str | None = None) -> int:
        if graph is None:
            return sum(self.count(name) for name in self.graph_names())
        rows = self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        return int(next(iter(rows))[0].value)

    def _rows(self, sparql: str) -> ox.QuerySolutions:
        found = self.query(sparql)
        assert isinstance(found, ox.QuerySolutions)
        return found


def _wrapper(endpoint: Endpoint, url: str) -> SPARQLWrapper:
    wrapper = SPARQLWrapper(url, agent="ungraph (https://w3id.org/ungraph/)")
    wrapper.setTimeout(endpoint.timeout_seconds)
    wrapper.setOnlyConneg(True)
    if endpoint.user:
        wrapper.setHTTPAuth(DIGEST if endpoint.digest else BASIC)
        wrapper.setCredentials(endpoint.user, endpoint.password or "")
    if endpoint.token:
        wrapper.addCustomHttpHeader("Authorization", f"Bearer {endpoint.token}")
    return wrapper


def _run(wrapper: SPARQLWrapper, url: str) -> tuple[bytes, str]:
    """Send a query or an update; both may be sent again, so passing trouble is waited for."""

    def send() -> tuple[bytes, str]:
        response = wrapper.query().response
        return response.read(), response.headers.get_content_type()

    try:
        return _patiently(send)
    except QueryBadFormed as error:
        raise query_error(wrapper.queryString, error.msg or str(error)) from error
    except SPARQLWrapperException as error:
        raise _refused(url, str(error)) from error
    except OSError as error:
        raise _refused(url, _reason(error)) from error


def _open(endpoint: Endpoint, request: Request) -> bytes:
    def send() -> bytes:
        with _opener(endpoint).open(request, timeout=endpoint.timeout_seconds) as response:
            data: bytes = response.read()
            return data

    try:
        return _patiently(send)
    except OSError as error:
        raise _refused(request.full_url, _reason(error)) from error


def _patiently(send: Callable[[], _T]) -> _T:
    for pause in _PAUSES_SECONDS:
        try:
            return send()
        except OSError as error:  # HTTPError and URLError are such
            if not _is_passing(error):
                raise
            time.sleep(pause)
    return send()


def _is_passing(error: OSError) -> bool:
    """Whether trying again may help: the server is overloaded, or the connection broke."""
    if isinstance(error, HTTPError):
        return error.code in _PASSING_STATUS
    reason = getattr(error, "reason", error)
    return isinstance(reason, ConnectionResetError | BrokenPipeError | TimeoutError)


def _reason(error: OSError) -> str:
    if isinstance(error, HTTPError):
        return f"HTTP {error.code} {error.reason}"
    return str(getattr(error, "reason", error))


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
    if _VIRTUOSO_ASK in data:
        value = json.loads(data)["results"]["bindings"][0][_VIRTUOSO_ASK.decode()]["value"]
        data = json.dumps({"head": {}, "boolean": value not in ("0", "false")}).encode()
    return ox.parse_query_results(data, formats.get(media_type, ox.QueryResultsFormat.JSON))


def _parse_triples(data: bytes, media_type: str) -> set[ox.Triple]:
    known = ox.RdfFormat.from_media_type(media_type) or ox.RdfFormat.TURTLE
    return {quad.triple for quad in ox.parse(data, format=known)}
